//! Everything that a result says, read from the answers at once.

use super::advise::{Recommendation, advise};
use super::answers::Answers;
use super::classify::{Classified, Shape, Tally, Verdict, classify};
use super::compare::{Likeness, nearest_examples};
use super::explain::{Standing, Weighing, profile, tensions, weighings};
use super::flip::{Flip, flip_of_shape, flips};
use super::index::TensionAt;
use super::pack::Pack;
use super::rank::strongest;
use super::sturdiness::{Sturdiness, sturdiness, sturdiness_of_shape};

/// A whole result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The answers that are read.
    pub answers: Answers,
    /// What the answers say.
    pub verdict: Verdict,
    /// The sums behind it.
    pub tally: Tally,
    /// Every question's place.
    pub profile: Vec<Standing>,
    /// The answers that moved the score, the furthest first.
    pub weighings: Vec<Weighing>,
    /// The tensions that show.
    pub tensions: Vec<TensionAt>,
    /// How sturdy the verdict is; `None` when there are too few answers.
    pub sturdiness: Option<Sturdiness>,
    /// The smallest changes that would give another verdict.
    pub flips: Vec<Flip>,
    /// The example businesses, the most alike first.
    pub nearest: Vec<Likeness>,
    /// The advice, the most strongly called for first.
    pub recommendations: Vec<Recommendation>,
}

impl Reading {
    /// The score, as [`Classified::score`].
    #[must_use]
    pub fn score(&self) -> Option<i32> {
        let (verdict, tally) = (self.verdict, self.tally);
        Classified { verdict, tally }.score()
    }

    /// What costs money while it lasts, and comes before all advice: the first of the tensions. Two groups of buyers may pull
    /// apart.
    #[must_use]
    pub fn before_all(&self) -> Option<TensionAt> {
        let is_two_track = self.verdict == Verdict::Both(Shape::TwoTrack);
        self.tensions.first().copied().filter(|_| !is_two_track)
    }

    /// The smallest changes, and with them the one to the other shape of a 'both', which is worked out once it is asked for:
    /// the fewest first.
    #[must_use]
    pub fn all_flips(&self, pack: &Pack) -> Vec<Flip> {
        let mut all = self.flips.clone();
        all.extend(flip_of_shape(pack, &self.answers, self.verdict));
        // Each move counts against it.
        strongest(&all, |flip| flip.moves.iter().map(|_| -1).sum())
    }

    /// How sturdy the shape of a 'both' is, which is worked out once it is asked for; `None` for other verdicts.
    #[must_use]
    pub fn sturdiness_of_shape(&self, pack: &Pack) -> Option<Sturdiness> {
        match self.verdict {
            Verdict::Both(shape) => Some(sturdiness_of_shape(pack, &self.answers, shape)),
            Verdict::Client | Verdict::Customer | Verdict::TooFew => None,
        }
    }
}

/// Judges the answers, explains the verdict and gives the advice.
#[must_use]
pub fn read(pack: &Pack, answers: &Answers) -> Reading {
    let classified = classify(pack, answers);
    let verdict = classified.verdict;
    Reading {
        answers: *answers,
        verdict,
        tally: classified.tally,
        profile: profile(pack, answers),
        weighings: weighings(pack, answers),
        tensions: tensions(pack, answers),
        sturdiness: verdict
            .centring()
            .map(|centring| sturdiness(pack, answers, centring)),
        flips: flips(pack, answers, verdict),
        nearest: nearest_examples(pack, answers),
        recommendations: advise(pack, answers, verdict),
    }
}
