//! The smallest set of changed answers that leads somewhere: the fewest answers, of those the
//! fewest steps, and of those, unless it is for a second offer, the ones in which most changes end
//! one of today's tensions; before all else, where asked for, the fewest of what only buyers decide.
//! Exact, by dynamic programming from the last question to the first.

use core::ops::Range;

use super::answers::{Answer, Answers};
use super::classify::{Centring, Shape, Tally};
use super::ends::Ends;
use super::explain::tensions;
use super::index::QuestionAt;
use super::pack::Pack;
use super::questionnaire::Question;
use super::space::Space;

/// One answer to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Which of the pack's questions.
    pub question: QuestionAt,
    /// The number of the option to change it to.
    pub to: u8,
}

/// Which answers a way may change, and to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    /// Any, to any other: what would have given another verdict.
    Anything,
    /// What a business can set out to change on the way to a centring: nothing that stops short of the middle, and what its
    /// buyers decide only where nothing else leads there.
    Change(Centring),
    /// What a second offer can be made of beside today's: each change stands on the side that it goes towards, and what
    /// buyers decide is asked for only where nothing else leads there. It ends no tension, since today's answers stay.
    SecondOffer,
}

impl Asks {
    /// Whether an answer may change from one position to another.
    fn may_go(self, from: i8, to: i8) -> bool {
        match self {
            Self::Anything => true,
            Self::Change(end) => i32::from(to) * end.side() >= 0,
            Self::SecondOffer => to * (to - from).signum() > 0,
        }
    }
}

/// The answers once some moves are made.
#[must_use]
pub fn moved(pack: &Pack, answers: &Answers, moves: &[Move]) -> Answers {
    moves.iter().fold(*answers, |answers, step| {
        answers.with(&pack[step.question], Answer::Option(step.to))
    })
}

/// An answer that counts, and what it could be instead.
struct Standing<'a> {
    index: QuestionAt,
    question: &'a Question,
    position: i8,
    others: Vec<Change>,
}

impl Standing<'_> {
    /// Where this answer leads from a row, if it stands at a position.
    fn row(&self, row: usize, position: i8) -> usize {
        Space::row(row, self.question.weight, position)
    }

    /// The answer as it stands, as choice 0 at no cost, and its others: choice, position, cost.
    fn choices(&self) -> impl Iterator<Item = (u8, i8, u32)> {
        let others = (1..).zip(&self.others);
        let others = others.map(|(choice, change)| (choice, change.position, change.cost));
        std::iter::once((0, self.position, 0)).chain(others)
    }
}

/// Another option of a question.
struct Change {
    to: u8,
    position: i8,
    cost: u32,
}

/// No way leads there.
const NEVER: u32 = u32::MAX;

/// What a change costs, so that sums compare by what is better left alone first, then by answers, then by steps, then by
/// the changes that end no tension. No sum reaches 256 of any.
fn cost(is_better_left: bool, steps: usize, ends_a_tension: bool) -> u32 {
    let steps = u32::try_from(steps).unwrap_or(0xff);
    (u32::from(is_better_left) << 24) + (1 << 16) + (steps << 8) + u32::from(!ends_a_tension)
}

/// The smallest way to a centring, in the order of the pack; `None` where there is none. Whatever leads there goes towards
/// it, since a move away would only add to what has to be changed.
pub(super) fn to_centring(
    pack: &Pack,
    answers: &Answers,
    to: Centring,
    asks: Asks,
) -> Option<Vec<Move>> {
    let tally = Tally::of(pack, answers);
    let space = Space::of(&tally, None);
    let is_goal = |pull, _| pack.judgement.centring(pull, tally.full) == to;
    cheapest(&space, &standings(pack, answers, asks), &is_goal)
}

/// The smallest way to a shape of 'both', in the order of the pack; `None` where there is none.
pub(super) fn to_shape(
    pack: &Pack,
    answers: &Answers,
    shape: Shape,
    asks: Asks,
) -> Option<Vec<Move>> {
    let tally = Tally::of(pack, answers);
    let ends = Ends::of(&tally, &pack.judgement);
    let space = Space::of(&tally, Some(ends));
    let is_goal = ends.are_both(shape, &pack.judgement, tally.full);
    cheapest(&space, &standings(pack, answers, asks), &is_goal)
}

/// The cheapest changes that lead from the start to a goal, a pull and a cell, question by question.
fn cheapest(
    space: &Space,
    standings: &[Standing],
    is_goal: &dyn Fn(i32, usize) -> bool,
) -> Option<Vec<Move>> {
    // What it costs to get to a goal from each state, with the questions from here on.
    let mut ahead = space.each(
        space.rows(),
        |pull, cell| if is_goal(pull, cell) { 0 } else { NEVER },
    );
    // By question, the last one first: which change to take in each state, counted from 1.
    let mut taken: Vec<Vec<u8>> = Vec::new();
    for (standing, rows) in standings.iter().zip(&reached(space, standings)).rev() {
        let mut costs = vec![NEVER; ahead.len()];
        let mut best_choices = vec![0; ahead.len()];
        let here = space.states(0, rows.start)..space.states(0, rows.end);
        for (choice, position, cost) in standing.choices() {
            let cells = space.cells_from(standing.question.weight, position);
            // All rows lead as far, so that those they lead to lie side by side as well.
            let there = standing.row(rows.start, position) * space.cells;
            let next = ahead[there..].chunks_exact(space.cells);
            let costs = costs[here.clone()].chunks_exact_mut(space.cells);
            let best_choices = best_choices[here.clone()].chunks_exact_mut(space.cells);
            for ((costs, best_choices), next) in costs.zip(best_choices).zip(next) {
                let bests = costs.iter_mut().zip(best_choices);
                for ((best, best_choice), cell) in bests.zip(&cells) {
                    let cost = next[*cell].saturating_add(cost);
                    if cost < *best {
                        *best = cost;
                        *best_choice = choice;
                    }
                }
            }
        }
        ahead = costs;
        taken.push(best_choices);
    }
    let (mut row, mut cell) = (space.start, 0);
    if *ahead.get(row * space.cells)? == NEVER {
        return None;
    }
    let mut moves = Vec::new();
    for (standing, choices) in standings.iter().zip(taken.iter().rev()) {
        let change = usize::from(choices[row * space.cells + cell]).checked_sub(1);
        let change = change.and_then(|change| standing.others.get(change));
        let position = change.map_or(standing.position, |change| change.position);
        row = standing.row(row, position);
        cell = space.cell(cell, standing.question.weight, position);
        moves.extend(change.map(|change| Move {
            question: standing.index,
            to: change.to,
        }));
    }
    Some(moves)
}

/// By question: between which rows any answers to the questions before it lead.
fn reached(space: &Space, standings: &[Standing]) -> Vec<Range<usize>> {
    let mut now = space.first_row();
    let ranges = standings.iter().map(|standing| {
        let positions = standing.choices().map(|(_, position, _)| position);
        let then = Space::rows_from(&now, standing.question.weight, positions);
        std::mem::replace(&mut now, then)
    });
    ranges.collect()
}

/// The answers that count, each with the other options of its question that may be asked for.
fn standings<'a>(pack: &'a Pack, answers: &'a Answers, asks: Asks) -> Vec<Standing<'a>> {
    let today = if asks == Asks::SecondOffer {
        Vec::new()
    } else {
        tensions(pack, answers)
    };
    let conditions = |index: QuestionAt| {
        let today = today.iter().flat_map(|tension| &pack[*tension].when);
        today.filter(move |condition| condition.question == index)
    };
    QuestionAt::numbered(answers.positions(pack))
        .filter_map(|(index, (question, position))| {
            let position = position?;
            let others = question
                .options
                .iter()
                .filter(|option| option.position != position)
                .filter(|option| asks.may_go(position, option.position));
            let others = others.map(|option| {
                let passed = |other: i8| {
                    let way = position.min(option.position)..=position.max(option.position);
                    other != position && way.contains(&other)
                };
                let steps = question
                    .options
                    .iter()
                    .filter(|other| passed(other.position));
                let mut conditions = conditions(index);
                let ends_a_tension = conditions.any(|condition| !condition.holds(option.position));
                Change {
                    to: option.number,
                    position: option.position,
                    cost: cost(
                        asks != Asks::Anything && question.theirs,
                        steps.count(),
                        ends_a_tension,
                    ),
                }
            });
            Some(Standing {
                index,
                question,
                position,
                others: others.collect(),
            })
        })
        .collect()
}
