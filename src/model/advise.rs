//! Which advice the answers call for, how strongly, and which answers call.

use core::mem;

use super::answers::Answers;
use super::classify::{Shape, Verdict};
use super::index::{AdviceAt, AreaAt, QuestionAt};
use super::pack::Pack;
use super::questionnaire::{Advice, Audience};
use super::rank::{strongest, strongest_first};

/// How many actions 'Start here' names.
const FIRST_ACTIONS: usize = 5;

/// A piece of advice that fits the verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// Which of the pack's advice.
    pub advice: AdviceAt,
    /// How strongly the answers call for it: 0, where it stands in for others of its area, to 1000.
    pub strength: u16,
    /// The questions whose answers call for it, the strongest first; where none of its own
    /// does, those that did most for the verdict.
    pub because: Vec<QuestionAt>,
}

impl Recommendation {
    /// Whether its own answers call for it, however weakly.
    #[must_use]
    pub fn is_called_for(&self) -> bool {
        self.strength > 0
    }
}

impl Audience {
    /// Whether the advice is meant for a verdict.
    #[must_use]
    pub fn includes(self, verdict: Verdict) -> bool {
        match verdict {
            Verdict::Client => self.client,
            Verdict::Customer => self.customer,
            Verdict::Both(Shape::TwoTrack) => self.two_track,
            Verdict::Both(Shape::InBetween) => self.in_between,
            Verdict::TooFew => false,
        }
    }
}

/// The advice for a verdict, the most strongly called for first; advice that is called for alike
/// keeps the pack's order. Every area that has advice for the verdict and these answers is there: its first
/// stands in where the answers call for none of it.
#[must_use]
pub fn advise(pack: &Pack, answers: &Answers, verdict: Verdict) -> Vec<Recommendation> {
    let fitting: Vec<(AdviceAt, &Advice)> = AdviceAt::numbered(&pack.advice)
        .filter(|(_, advice)| {
            advice.audience.includes(verdict) && !is_groundless(pack, answers, advice)
        })
        .collect();
    let mut recommendations: Vec<Recommendation> = fitting
        .iter()
        .filter_map(|(index, advice)| called_for(pack, answers, *index, advice))
        .collect();
    for (area, _) in AreaAt::numbered(&pack.areas) {
        let is_here = |advice: &Advice| advice.area == area;
        if recommendations
            .iter()
            .any(|found| is_here(&pack[found.advice]))
        {
            continue;
        }
        if let Some((index, _)) = fitting.iter().find(|(_, advice)| is_here(advice)) {
            recommendations.push(Recommendation {
                advice: *index,
                strength: 0,
                because: behind_the_verdict(pack, answers, verdict),
            });
        }
    }
    strongest(&recommendations, |found| found.strength.into())
}

/// The actions to begin with: the most strongly called for, at most one of an area, so that the plan has more than one side.
#[must_use]
pub fn start_here<'a>(
    pack: &Pack,
    recommendations: &'a [Recommendation],
) -> Vec<&'a Recommendation> {
    let mut is_taken = vec![false; pack.areas.len()];
    recommendations
        .iter()
        .filter(|found| {
            let area = usize::from(pack[found.advice].area);
            !mem::replace(&mut is_taken[area], true)
        })
        .take(FIRST_ACTIONS)
        .collect()
}

/// Whether an answer takes the ground away from a piece of advice.
fn is_groundless(pack: &Pack, answers: &Answers, advice: &Advice) -> bool {
    advice.unless.iter().any(|condition| {
        let position = answers.position(&pack[condition.question]);
        position.is_some_and(|position| condition.holds(position))
    })
}

fn called_for(
    pack: &Pack,
    answers: &Answers,
    index: AdviceAt,
    advice: &Advice,
) -> Option<Recommendation> {
    let mut called = 0;
    let mut most = 0;
    let mut because = Vec::new();
    for call in &advice.calls {
        let question = &pack[call.question];
        most += 2 * question.weight();
        let strength = answers
            .position(question)
            .map_or(0, |position| call.strength(position));
        if strength > 0 {
            called += question.weight() * strength;
            because.push((question.weight() * strength, call.question));
        }
    }
    if called == 0 {
        return None;
    }
    let because = strongest_first(because);
    Some(Recommendation {
        advice: index,
        strength: u16::try_from(1000 * called / most).unwrap_or(1000),
        because: because.map(|(_, question)| question).collect(),
    })
}

/// The two answers that did most for the verdict: for 'both', one from either side where there is
/// one, else those that weigh most in the middle.
fn behind_the_verdict(pack: &Pack, answers: &Answers, verdict: Verdict) -> Vec<QuestionAt> {
    let strongest = |most: usize, side: &dyn Fn(i32) -> i32| -> Vec<QuestionAt> {
        let pulls = QuestionAt::numbered(answers.positions(pack));
        let pulls = pulls.filter_map(|(index, (question, position))| {
            let strength = side(i32::from(position?));
            (strength > 0).then_some((question.weight() * strength, index))
        });
        let pulls = strongest_first(pulls).take(most);
        pulls.map(|(_, index)| index).collect()
    };
    match verdict {
        Verdict::Client => strongest(2, &|position| position),
        Verdict::Customer => strongest(2, &|position| -position),
        Verdict::Both(_) | Verdict::TooFew => {
            let mut both = strongest(1, &|position| position);
            both.extend(strongest(1, &|position| -position));
            if both.is_empty() {
                // All that count stand in the middle.
                both = strongest(2, &|_| 1);
            }
            both
        }
    }
}
