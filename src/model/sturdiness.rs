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
use super::space::Space;

/// In how many combinations of small slips something stands: a verdict in all of them, or the shape of a 'both' in those
/// that keep the 'both'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sturdiness {
    /// Combinations in which it stands.
    pub stands: u64,
    /// Combinations that are looked at: for a verdict 4 to the number of answers.
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
    /// Whole percent, rounded down: 100 only when it stands in all of them.
    #[must_use]
    pub fn percent(self) -> u8 {
        // A pack has so few questions that this fits: see `limits::QUESTIONS`.
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
    let holds = |pull, _| pack.judgement.centring(pull, tally.full) == centring;
    counted(pack, answers, &tally, None, &holds)
}

/// The exact chance that a 'both', where it stands when any answer may be a step off, stands in its very shape: of the
/// combinations that keep the 'both', those that keep its shape, too. Asked for where it is shown, as it takes many times as
/// long as all else that a result says.
#[must_use]
pub fn sturdiness_of_shape(pack: &Pack, answers: &Answers, shape: Shape) -> Sturdiness {
    let tally = Tally::of(pack, answers);
    let ends = Ends::of(&tally, &pack.judgement);
    let holds = ends.are_both(shape, &pack.judgement, tally.full);
    Sturdiness {
        stands: counted(pack, answers, &tally, Some(ends), &holds).stands,
        of: sturdiness(pack, answers, Centring::Both).stands,
    }
}

/// Counts the combinations by their pull, and by their cell of `ends` where those are asked for; and of them those that
/// hold.
fn counted(
    pack: &Pack,
    answers: &Answers,
    tally: &Tally,
    ends: Option<Ends>,
    holds: &dyn Fn(i32, usize) -> bool,
) -> Sturdiness {
    let space = Space::of(tally, ends);
    // How many combinations of the answers so far come to each state of these rows; no others are reached.
    let mut rows = space.first_row();
    let mut ways = space.each(rows.clone(), |_, cell| u64::from(cell == 0));
    let mut of = 1;
    for (question, position) in answers.positions(pack) {
        let Some(position) = position else { continue };
        let slips = slips(question, position);
        let then = Space::rows_from(&rows, question.weight, slips.iter().map(|(to, _)| *to));
        let mut next = vec![0; space.states(then.start, then.end)];
        for (to, times) in slips {
            let cells = space.cells_from(question.weight, to);
            let led = Space::row(rows.start, question.weight, to);
            let there = next[space.states(then.start, led)..].chunks_exact_mut(space.cells);
            for (here, there) in ways.chunks_exact(space.cells).zip(there) {
                for (count, cell) in here.iter().zip(&cells) {
                    there[*cell] += count * times;
                }
            }
        }
        (rows, ways) = (then, next);
        of *= 4;
    }
    let held = space.each(rows, holds);
    let held = ways.iter().zip(held).filter(|(_, holds)| *holds);
    let stands = held.map(|(count, _)| count).sum();
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
fn neighbours(question: &Question, position: i8) -> (Option<i8>, Option<i8>) {
    let offered = || question.options.iter().map(|option| option.position);
    (
        offered().filter(|other| *other < position).max(),
        offered().filter(|other| *other > position).min(),
    )
}
