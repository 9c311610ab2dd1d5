//! The smallest set of changed answers that leads somewhere: the fewest answers, of those the
//! fewest steps, and of those the ones in which most changes end one of today's tensions. Exact, by
//! dynamic programming from the last question to the first.

use super::answers::{Answer, Answers};
use super::classify::{Centring, Shape, Tally};
use super::ends::Ends;
use super::explain::tensions;
use super::pack::Pack;
use super::questionnaire::{Judgement, Pole, Question};

/// One answer to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Which of the pack's questions.
    pub question: u8,
    /// The number of the option to change it to.
    pub to: u8,
}

/// The answers once some moves are made.
#[must_use]
pub fn moved(pack: &Pack, answers: &Answers, moves: &[Move]) -> Answers {
    moves.iter().fold(*answers, |answers, step| {
        answers.with(pack.question(step.question), Answer::Option(step.to))
    })
}

/// An answer that counts, and what it could be instead.
struct Standing<'a> {
    index: u8,
    question: &'a Question,
    position: i8,
    others: Vec<Change>,
}

impl Standing<'_> {
    /// The answer as it stands, as choice 0 at no cost, and its others: number, position, cost.
    fn choices(&self) -> impl Iterator<Item = (u8, i8, u32)> {
        let others = (1..).zip(&self.others);
        let others = others.map(|(number, change)| (number, change.position, change.cost));
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

/// What a change costs, so that sums compare by answers first, then by steps, then by the changes
/// that end no tension. No sum reaches 256 of any.
fn cost(steps: usize, ends_a_tension: bool) -> u32 {
    let steps = u32::try_from(steps).unwrap_or(0xff);
    (1 << 16) + (steps << 8) + u32::from(!ends_a_tension)
}

/// The smallest way to a centring by moves towards one pole, in the order of the pack; `None` when
/// the answers are past it.
pub(super) fn towards(
    pack: &Pack,
    answers: &Answers,
    pole: Pole,
    to: Centring,
) -> Option<Vec<Move>> {
    let tally = Tally::of(pack, answers);
    let sign = match pole {
        Pole::Client => 1,
        Pole::Customer => -1,
    };
    let edge = edge(&tally, &pack.judgement);
    let goal = if to == Centring::Both { 1 - edge } else { edge };
    let needed = usize::try_from(goal - sign * tally.pull).ok()?;
    // A row is how many of the needed points are gained; more than needed is as good.
    let row = |standing: &Standing, row: usize, position: i8| {
        let moved = sign * i32::from(position - standing.position);
        let gained = usize::try_from(standing.question.weight() * moved).ok()?;
        Some(needed.min(row + gained))
    };
    let space = Space {
        rows: needed + 1,
        cells: 1,
        start: 0,
        row,
        cell: |_: &Standing, _, _| 0,
        is_goal: |row, _| row == needed,
    };
    space.cheapest(&standings(pack, answers))
}

/// The smallest way to a shape of 'both', in the order of the pack; `None` where there is none.
pub(super) fn to_shape(pack: &Pack, answers: &Answers, shape: Shape) -> Option<Vec<Move>> {
    let tally = Tally::of(pack, answers);
    let edge = edge(&tally, &pack.judgement);
    let ends = Ends::of(&tally, &pack.judgement);
    let full = usize::try_from(tally.full).ok()?;
    // A row is the pull so far, counted from the customer's end.
    let row = |standing: &Standing, row: usize, position: i8| {
        let moved = isize::from(position) * isize::from(standing.question.weight);
        let row = row.checked_add_signed(moved)?;
        (row <= 2 * full).then_some(row)
    };
    let space = Space {
        rows: 2 * full + 1,
        cells: ends.cells(),
        start: full,
        row,
        cell: |standing: &Standing, cell, position| {
            ends.with(cell, standing.question.weight, position)
        },
        is_goal: |row: usize, cell| {
            let pull = i32::try_from(row.abs_diff(full));
            pull.is_ok_and(|pull| pull < edge) && ends.shape(cell) == shape
        },
    };
    space.cheapest(&standings(pack, answers))
}

/// The least pull that reaches a pole.
fn edge(tally: &Tally, judgement: &Judgement) -> i32 {
    (i32::from(judgement.threshold) * tally.full + 99) / 100
}

/// What the programme runs over. A state is a row and a cell in it, told apart because where a change
/// leads is asked once for a row and once for a cell, rather than for each state.
struct Space<Row, Cell, Goal> {
    rows: usize,
    cells: usize,
    /// The row whose first cell everything starts from.
    start: usize,
    /// Where an answer at a position leads from a row; `None` where it may not be taken.
    row: Row,
    /// Where it leads from a cell.
    cell: Cell,
    is_goal: Goal,
}

impl<Row, Cell, Goal> Space<Row, Cell, Goal>
where
    Row: Fn(&Standing, usize, i8) -> Option<usize>,
    Cell: Fn(&Standing, usize, i8) -> usize,
    Goal: Fn(usize, usize) -> bool,
{
    /// The cheapest changes that lead from the start to a goal, question by question.
    fn cheapest(&self, standings: &[Standing]) -> Option<Vec<Move>> {
        let reached = self.reached(standings);
        // What it costs to get to a goal from each state, with the questions from here on.
        let mut ahead: Vec<u32> = (0..self.rows * self.cells)
            .map(|state| {
                let is_goal = (self.is_goal)(state / self.cells, state % self.cells);
                if is_goal { 0 } else { NEVER }
            })
            .collect();
        // By question, the last one first: which change to take in each state, counted from 1.
        let mut taken: Vec<Vec<u8>> = Vec::new();
        for (standing, reached) in standings.iter().zip(&reached).rev() {
            let mut costs = vec![NEVER; ahead.len()];
            let mut choices = vec![0; ahead.len()];
            for (number, position, cost) in standing.choices() {
                let cells: Vec<usize> = (0..self.cells)
                    .map(|cell| (self.cell)(standing, cell, position))
                    .collect();
                for row in (0..self.rows).filter(|row| reached[*row]) {
                    let Some(next) = (self.row)(standing, row, position) else {
                        continue;
                    };
                    let next = &ahead[next * self.cells..][..self.cells];
                    let here = row * self.cells..(row + 1) * self.cells;
                    let best = costs[here.clone()].iter_mut().zip(&mut choices[here]);
                    for ((best, choice), cell) in best.zip(&cells) {
                        let cost = next[*cell].saturating_add(cost);
                        if cost < *best {
                            *best = cost;
                            *choice = number;
                        }
                    }
                }
            }
            ahead = costs;
            taken.push(choices);
        }
        let (mut row, mut cell) = (self.start, 0);
        if *ahead.get(row * self.cells)? == NEVER {
            return None;
        }
        let mut moves = Vec::new();
        for (standing, choices) in standings.iter().zip(taken.iter().rev()) {
            let change = usize::from(choices[row * self.cells + cell]).checked_sub(1);
            let change = change.and_then(|change| standing.others.get(change));
            let position = change.map_or(standing.position, |change| change.position);
            row = (self.row)(standing, row, position)?;
            cell = (self.cell)(standing, cell, position);
            moves.extend(change.map(|change| Move {
                question: standing.index,
                to: change.to,
            }));
        }
        Some(moves)
    }

    /// By question: the rows that any answers to the questions before it lead to.
    fn reached(&self, standings: &[Standing]) -> Vec<Vec<bool>> {
        let mut now: Vec<bool> = (0..self.rows).map(|row| row == self.start).collect();
        let rows = standings.iter().map(|standing| {
            let mut then = vec![false; self.rows];
            for (_, position, _) in standing.choices() {
                for row in (0..self.rows).filter(|row| now[*row]) {
                    if let Some(next) = (self.row)(standing, row, position) {
                        then[next] = true;
                    }
                }
            }
            std::mem::replace(&mut now, then)
        });
        rows.collect()
    }
}

/// The answers that count, each with the other options of its question.
fn standings<'a>(pack: &'a Pack, answers: &'a Answers) -> Vec<Standing<'a>> {
    let today = tensions(pack, answers);
    let conditions = |index: u8| {
        let today = today
            .iter()
            .flat_map(|tension| &pack.tensions[usize::from(*tension)].when);
        today.filter(move |condition| condition.question == index)
    };
    (0u8..)
        .zip(answers.positions(pack))
        .filter_map(|(index, (question, position))| {
            let position = position?;
            let others = question
                .options
                .iter()
                .filter(|option| option.position != position);
            let others = others.map(|option| {
                let passed = |other: i8| {
                    let way = position.min(option.position)..=position.max(option.position);
                    other != position && way.contains(&other)
                };
                let steps = question
                    .options
                    .iter()
                    .filter(|other| passed(other.position));
                let ends = conditions(index).any(|condition| !condition.holds(option.position));
                Change {
                    to: option.number,
                    position: option.position,
                    cost: cost(steps.count(), ends),
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
