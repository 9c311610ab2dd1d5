//! The smallest set of changed answers that leads somewhere: the fewest answers, of those the
//! fewest steps, and of those the ones that end most of today's tensions. Exact, by dynamic
//! programming from the last question to the first.

use super::answers::{Answer, Answers};
use super::classify::{Centring, Tally};
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
    (1 << 16) | (steps << 8) | u32::from(!ends_a_tension)
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
    // A state is how many of the needed points are gained; more than needed is as good.
    let step = |standing: &Standing, state: usize, position: i8| {
        let moved = sign * i32::from(position - standing.position);
        let gained = usize::try_from(standing.question.weight() * moved).ok()?;
        Some(needed.min(state + gained))
    };
    cheapest(pack, answers, needed + 1, 0, step, |state| state == needed)
}

/// The smallest way to two clear sides, in the order of the pack; `None` where there is none.
pub(super) fn to_two_tracks(pack: &Pack, answers: &Answers) -> Option<Vec<Move>> {
    let tally = Tally::of(pack, answers);
    let edge = edge(&tally, &pack.judgement);
    let share = i32::from(pack.judgement.two_track_share) * tally.full / 2;
    let share = usize::try_from((share + 99) / 100).ok()?;
    let full = usize::try_from(tally.full).ok()?;
    // A state is the pull so far, counted from the customer's end, and the weight fully at either
    // pole, of which no more than the needed share is told apart.
    let sides = share + 1;
    let step = |standing: &Standing, state: usize, position: i8| {
        let weight = usize::from(standing.question.weight);
        let (pull, client, customer) =
            (state / sides / sides, state / sides % sides, state % sides);
        let pull =
            pull.checked_add_signed(isize::from(position) * isize::from(standing.question.weight))?;
        let client = if position == 2 {
            share.min(client + weight)
        } else {
            client
        };
        let customer = if position == -2 {
            share.min(customer + weight)
        } else {
            customer
        };
        (pull <= 2 * full).then_some((pull * sides + client) * sides + customer)
    };
    let is_goal = |state: usize| {
        let pull = (state / sides / sides).abs_diff(full);
        i32::try_from(pull).is_ok_and(|pull| pull < edge)
            && state % (sides * sides) == sides * sides - 1
    };
    let start = full * sides * sides;
    cheapest(
        pack,
        answers,
        (2 * full + 1) * sides * sides,
        start,
        step,
        is_goal,
    )
}

/// The least pull that reaches a pole.
fn edge(tally: &Tally, judgement: &Judgement) -> i32 {
    (i32::from(judgement.threshold) * tally.full + 99) / 100
}

/// The cheapest changes that lead from a state to a goal, question by question: `step` says where
/// an answer at a position leads from a state, and `None` where it may not be taken.
fn cheapest(
    pack: &Pack,
    answers: &Answers,
    states: usize,
    start: usize,
    step: impl Fn(&Standing, usize, i8) -> Option<usize>,
    is_goal: impl Fn(usize) -> bool,
) -> Option<Vec<Move>> {
    let standings = standings(pack, answers);
    // What it costs to get to a goal from each state, with the questions from here on.
    let mut ahead: Vec<u32> = (0..states)
        .map(|state| if is_goal(state) { 0 } else { NEVER })
        .collect();
    // By question, the last one first: which change to take in each state, counted from 1.
    let mut taken: Vec<Vec<u8>> = Vec::new();
    for standing in standings.iter().rev() {
        let mut costs = Vec::with_capacity(states);
        let mut choices = Vec::with_capacity(states);
        for state in 0..states {
            let onward = |position| {
                let next = step(standing, state, position);
                next.and_then(|next| ahead.get(next))
                    .copied()
                    .unwrap_or(NEVER)
            };
            let mut best = (onward(standing.position), 0);
            for (number, change) in (1..).zip(&standing.others) {
                let cost = onward(change.position).saturating_add(change.cost);
                if cost < best.0 {
                    best = (cost, number);
                }
            }
            costs.push(best.0);
            choices.push(best.1);
        }
        ahead = costs;
        taken.push(choices);
    }
    if ahead.get(start).is_none_or(|cost| *cost == NEVER) {
        return None;
    }
    let mut state = start;
    let mut moves = Vec::new();
    for (standing, choices) in standings.iter().zip(taken.iter().rev()) {
        let change = usize::from(choices[state]).checked_sub(1);
        let change = change.and_then(|change| standing.others.get(change));
        state = step(
            standing,
            state,
            change.map_or(standing.position, |change| change.position),
        )?;
        moves.extend(change.map(|change| Move {
            question: standing.index,
            to: change.to,
        }));
    }
    Some(moves)
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
