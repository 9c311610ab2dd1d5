//! Many people's answers side by side: how the verdicts and scores are spread, where the group
//! agrees, what divides it, and what it shares.
//!
//! A group is counts and nothing else. Somebody is added or taken out in one step, so its size
//! stays the same however many people there are, and their order can't matter. Every figure is a
//! whole number; docs/method.md says how each is defined.

use super::answers::Answers;
use super::classify::{Classified, Shape, Verdict, classify};
use super::index::QuestionAt;
use super::pack::Pack;
use super::questionnaire::{Question, Towards};
use super::rank::{strongest, strongest_first};

/// How many scores there are, from -100 to 100.
const SCORES: usize = 201;

/// On how many in a hundred of those who answered 'nearly all' begins.
const NEARLY_ALL: u64 = 80;

/// A question divides a group if on the smaller side there are more than so many in a hundred of those who answered: so
/// no question both divides a group and is shared by it.
const A_FEW: u64 = 100 - NEARLY_ALL;

/// The verdicts in the order of the scale: client, the two shapes of both, customer, none.
pub const VERDICTS: [Verdict; 5] = [
    Verdict::Client,
    Verdict::Both(Shape::TwoTrack),
    Verdict::Both(Shape::InBetween),
    Verdict::Customer,
    Verdict::TooFew,
];

/// Where a verdict stands among [`VERDICTS`].
#[must_use]
pub fn verdict_place(verdict: Verdict) -> usize {
    match verdict {
        Verdict::Client => 0,
        Verdict::Both(Shape::TwoTrack) => 1,
        Verdict::Both(Shape::InBetween) => 2,
        Verdict::Customer => 3,
        Verdict::TooFew => 4,
    }
}

/// How many people stand where on one dimension.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// At -2, -1, 0, 1 and 2.
    counts: [u32; 5],
    /// Those whose answer does not count.
    pub none: u32,
}

impl Spread {
    /// How many stand at a position, -2 to 2.
    #[must_use]
    pub fn at(&self, position: i8) -> u32 {
        let place = usize::try_from(i16::from(position) + 2);
        place
            .ok()
            .and_then(|place| self.counts.get(place))
            .map_or(0, |count| *count)
    }

    /// How many answers count.
    #[must_use]
    pub fn answered(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// How many stand on the client's side, and how many on the customer's.
    #[must_use]
    pub fn sides(&self) -> (u32, u32) {
        let [far, near, _, client, fully] = self.counts;
        (client + fully, near + far)
    }

    /// Twice the middle position, -4 to 4; `None` without answers.
    #[must_use]
    pub fn twice_median(&self) -> Option<i32> {
        twice_quantile(&self.counts, 2).map(|twice| twice - 4)
    }

    /// From 0, where half stand at either end, to 100, where all stand at the same place, rounded
    /// down; `None` with fewer than two answers.
    ///
    /// It is what is left of 100 after the mean distance between any two people, as a share of
    /// the largest that so many people can have (the index of ordinal variation).
    #[must_use]
    pub fn agreement(&self) -> Option<u8> {
        let all = u64::from(self.answered());
        if all < 2 {
            return None;
        }
        // Each pair is as far apart as there are gaps between its two: count the pairs by gap.
        let mut below = 0;
        let apart: u64 = self.counts[..4]
            .iter()
            .map(|count| {
                below += u64::from(*count);
                below * (all - below)
            })
            .sum();
        let widest = 4 * (all / 2) * all.div_ceil(2);
        u8::try_from(100 * (widest - apart) / widest).ok()
    }

    fn count(&mut self, position: Option<i8>) -> &mut u32 {
        let place = position.and_then(|it| usize::try_from(i16::from(it) + 2).ok());
        match place.and_then(|place| self.counts.get_mut(place)) {
            Some(count) => count,
            None => &mut self.none,
        }
    }
}

/// The quarters of the scores, each figure doubled so that a half stays whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quartiles {
    /// Twice the score that a quarter stays below.
    pub low: i32,
    /// Twice the middle score.
    pub median: i32,
    /// Twice the score that a quarter stays above.
    pub high: i32,
}

/// A question that the group shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Which of the pack's questions.
    pub question: QuestionAt,
    /// On which side they stand, or in the middle.
    pub towards: Towards,
    /// How many of those who answered do.
    pub count: u32,
    /// How many answered.
    pub of: u32,
}

/// Many people's answers, as counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    people: u32,
    verdicts: [u32; 5],
    scores: Vec<u32>,
    spreads: Vec<Spread>,
}

impl Group {
    /// Nobody yet.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self {
            people: 0,
            verdicts: [0; 5],
            scores: vec![0; SCORES],
            spreads: vec![Spread::default(); pack.questions.len()],
        }
    }

    /// Somebody comes in; says what their answers say.
    pub fn add(&mut self, pack: &Pack, answers: &Answers) -> Classified {
        self.change(pack, answers, |count| count.saturating_add(1))
    }

    /// Somebody who came in goes out.
    pub fn remove(&mut self, pack: &Pack, answers: &Answers) {
        self.change(pack, answers, |count| count.saturating_sub(1));
    }

    fn change(&mut self, pack: &Pack, answers: &Answers, step: fn(u32) -> u32) -> Classified {
        let classified = classify(pack, answers);
        self.people = step(self.people);
        let verdict = &mut self.verdicts[verdict_place(classified.verdict)];
        *verdict = step(*verdict);
        if let Some(score) = classified.score() {
            let place = usize::try_from(score + 100).unwrap_or(0);
            if let Some(count) = self.scores.get_mut(place) {
                *count = step(*count);
            }
        }
        for (spread, (_, position)) in self.spreads.iter_mut().zip(answers.positions(pack)) {
            let count = spread.count(position);
            *count = step(*count);
        }
        classified
    }

    /// How many people there are.
    #[must_use]
    pub fn people(&self) -> u32 {
        self.people
    }

    /// How many have each of the [`VERDICTS`].
    #[must_use]
    pub fn verdicts(&self) -> [u32; 5] {
        self.verdicts
    }

    /// How many people with a verdict have each score, from -100 to 100.
    #[must_use]
    pub fn scores(&self) -> &[u32] {
        &self.scores
    }

    /// The quarters of the scores of those who have a verdict; `None` when nobody has.
    #[must_use]
    pub fn quartiles(&self) -> Option<Quartiles> {
        let twice = |quarter| twice_quantile(&self.scores, quarter).map(|twice| twice - 200);
        Some(Quartiles {
            low: twice(1)?,
            median: twice(2)?,
            high: twice(3)?,
        })
    }

    /// How the group is spread on each question, in the order of the pack.
    #[must_use]
    pub fn spreads(&self) -> &[Spread] {
        &self.spreads
    }

    /// The questions that divide the group, the most dividing first: at least half of the people answered, and more than a
    /// fifth of them stand on either side. What it lacks of full agreement counts against what it would lack if all had
    /// answered by chance, which is more where a question has no middle.
    #[must_use]
    pub fn divides(&self, pack: &Pack) -> Vec<QuestionAt> {
        let divided = self.widely_answered().filter_map(|(question, spread)| {
            let (client, customer) = spread.sides();
            let fewer = u64::from(client.min(customer));
            let lacking = 100 - i32::from(spread.agreement()?);
            let by_chance = lacking_by_chance(&pack[question]).max(1);
            (100 * fewer > A_FEW * u64::from(spread.answered()))
                .then_some((1_000_000 * lacking / by_chance, question))
        });
        strongest_first(divided)
            .map(|(_, question)| question)
            .collect()
    }

    /// What the group shares: the questions on which at least four in five of those who answered
    /// stand on the same side or in the middle, the most shared first. At least half of the people answered.
    #[must_use]
    pub fn shares(&self) -> Vec<Shared> {
        let found: Vec<Shared> = self
            .widely_answered()
            .filter_map(|(question, spread)| {
                let (client, customer) = spread.sides();
                let of = spread.answered();
                let places = [
                    (client, Towards::Client),
                    (customer, Towards::Customer),
                    (spread.at(0), Towards::Middle),
                ];
                // With four in five there, no other place has as many.
                let (count, towards) = places.into_iter().max_by_key(|(count, _)| *count)?;
                let shared = Shared {
                    question,
                    towards,
                    count,
                    of,
                };
                let is_shared = of > 1 && 100 * u64::from(count) >= NEARLY_ALL * u64::from(of);
                is_shared.then_some(shared)
            })
            .collect();
        let thousandths = |shared: &Shared| {
            let share = 1000 * u64::from(shared.count) / u64::from(shared.of.max(1));
            i32::try_from(share).unwrap_or(0)
        };
        strongest(&found, thousandths)
    }

    fn widely_answered(&self) -> impl Iterator<Item = (QuestionAt, &Spread)> {
        QuestionAt::numbered(&self.spreads).filter(|(_, spread)| spread.answered() >= spread.none)
    }
}

/// In thousandths: what agreement on a question lacks where many answer it by chance, each option as often as any other.
fn lacking_by_chance(question: &Question) -> i32 {
    let options = question.options.len();
    let apart: usize = (-1..=2)
        .map(|gap| {
            let below = question.options.iter().filter(|it| it.position < gap);
            let below = below.count();
            below * (options - below)
        })
        .sum();
    i32::try_from(1000 * apart / (options * options).max(1)).unwrap_or(1000)
}

/// Twice the place that `quarter` quarters of those counted stay below: the mean of the two
/// neighbours where it falls between them, so that a mirrored group has mirrored figures.
fn twice_quantile(counts: &[u32], quarter: u64) -> Option<i32> {
    let all: u64 = counts.iter().map(|count| u64::from(*count)).sum();
    let ranks = [(all * quarter).div_ceil(4), all * quarter / 4 + 1];
    ranks.iter().try_fold(0, |sum, rank| {
        let mut below = 0;
        let place = counts.iter().position(|count| {
            below += u64::from(*count);
            below >= *rank
        });
        // Nobody is counted, or the rank is beyond them.
        Some(sum + i32::try_from(place?).ok()?)
    })
}
