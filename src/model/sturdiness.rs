//! How sturdy a verdict is: how likely it stands when any answer may be a step off.
//!
//! The model: each answer that counts stays with a chance of one half, and moves to the next
//! option towards either pole with a chance of a quarter each; at a pole the step outwards stays.
//! All answers move independently. Counting every combination of up to 28 answers would take
//! ages; counting how often each *sum* occurs (dynamic programming) gives the exact figure at once.

use super::answers::Answers;
use super::classify::{Centring, Shape, Tally};
use super::ends::Ends;
use super::pack::Pack;
use super::questionnaire::{Judgement, Question};

/// In how many of all weighted combinations of small slips the verdict stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sturdiness {
    /// Combinations that keep the verdict.
    pub stands: u64,
    /// All combinations: 4 to the number of answers.
    pub of: u64,
}

/// The sturdiness in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Small slips hardly ever change it.
    Sturdy,
    /// They seldom do.
    Fair,
    /// They easily do.
    Close,
}

impl Sturdiness {
    /// Whole percent, rounded down: 100 only when nothing within a step changes the verdict.
    #[must_use]
    pub fn percent(self) -> u8 {
        // A pack has so few questions that this fits: see `MOST_QUESTIONS`.
        u8::try_from(self.stands * 100 / self.of.max(1)).unwrap_or(100)
    }

    /// The figure in a word, by the limits in `questionnaire.toml`.
    #[must_use]
    pub fn grade(self, judgement: &Judgement) -> Grade {
        let percent = self.percent();
        if percent >= judgement.sturdy_from {
            Grade::Sturdy
        } else if percent >= judgement.fairly_from {
            Grade::Fair
        } else {
            Grade::Close
        }
    }
}

/// The exact chance that the centring stands when any answer may be a step off.
#[must_use]
pub fn sturdiness(pack: &Pack, answers: &Answers, centring: Centring) -> Sturdiness {
    let tally = Tally::of(pack, answers);
    // Where an answer stands in its end is all the same.
    let one = |_: usize, _: u8, _: i8| 0;
    let holds = |pull, _| Tally::centring(pull, tally.full, &pack.judgement) == centring;
    counted(pack, answers, tally.full, (1, one), holds)
}

/// The exact chance that a 'both' stands in its very shape when any answer may be a step off.
#[must_use]
pub fn sturdiness_of_shape(pack: &Pack, answers: &Answers, shape: Shape) -> Sturdiness {
    let tally = Tally::of(pack, answers);
    let ends = Ends::of(&tally, &pack.judgement);
    let cell = |cell, weight, position| ends.with(cell, weight, position);
    let holds = |pull, cell| {
        Tally::centring(pull, tally.full, &pack.judgement) == Centring::Both
            && ends.shape(cell) == shape
    };
    counted(pack, answers, tally.full, (ends.cells(), cell), holds)
}

/// Counts the combinations by their pull and by one of `cells`, where `cell` puts a combination with one answer more, of
/// a weight and at a position; and of them those that hold.
fn counted(
    pack: &Pack,
    answers: &Answers,
    full: i32,
    (cells, cell): (usize, impl Fn(usize, u8, i8) -> usize),
    holds: impl Fn(i32, usize) -> bool,
) -> Sturdiness {
    // ways[(full + pull) * cells + cell] counts the combinations that add up to `pull` in `cell`.
    let middle = usize::try_from(full).unwrap_or(0);
    let mut ways = vec![0u64; (2 * middle + 1) * cells];
    if let Some(nothing) = ways.get_mut(middle * cells) {
        *nothing = 1;
    }
    let mut of = 1u64;
    for (question, position) in answers.positions(pack) {
        let Some(position) = position else { continue };
        let mut next = vec![0u64; ways.len()];
        for (to, times) in slips(question, position) {
            let shift = (question.weight() * i32::from(to)) as isize;
            for (at, &count) in ways.iter().enumerate().filter(|(_, count)| **count > 0) {
                let to = (at / cells).checked_add_signed(shift).and_then(|row| {
                    next.get_mut(row * cells + cell(at % cells, question.weight, to))
                });
                if let Some(to) = to {
                    *to += count * times;
                }
            }
        }
        ways = next;
        of *= 4;
    }
    let stands = (-full..=full)
        .zip(ways.chunks(cells))
        .map(|(pull, row)| {
            let here = row
                .iter()
                .enumerate()
                .filter(|(cell, _)| holds(pull, *cell));
            here.map(|(_, count)| count).sum::<u64>()
        })
        .sum();
    Sturdiness { stands, of }
}

/// Where an answer may really stand, with how many of four chances.
fn slips(question: &Question, position: i8) -> [(i8, u64); 3] {
    let (below, above) = neighbours(question, position);
    [
        (below.unwrap_or(position), 1),
        (position, 2),
        (above.unwrap_or(position), 1),
    ]
}

/// The nearest positions below and above that the question offers.
pub(super) fn neighbours(question: &Question, position: i8) -> (Option<i8>, Option<i8>) {
    let offered = || question.options.iter().map(|option| option.position);
    (
        offered().filter(|other| *other < position).max(),
        offered().filter(|other| *other > position).min(),
    )
}
