//! The smallest change that would give another verdict: the fewest answers, and of those the
//! fewest steps. Exact, by dynamic programming over how much the score has to move.

use super::answers::Answers;
use super::classify::{Centring, Tally, Verdict};
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

/// A smallest change that leads to another centring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// Which way the answers move.
    pub towards: Pole,
    /// Where that leads.
    pub to: Centring,
    /// The answers to change, in the order of the pack.
    pub moves: Vec<Move>,
}

/// The smallest changes in the directions that lead to another centring: one for a verdict at an
/// end of the scale, two for 'both'. Empty when there are too few answers.
#[must_use]
pub fn flips(pack: &Pack, answers: &Answers, verdict: Verdict) -> Vec<Flip> {
    let ways: &[(Pole, Centring)] = match verdict {
        Verdict::Client => &[(Pole::Customer, Centring::Both)],
        Verdict::Customer => &[(Pole::Client, Centring::Both)],
        Verdict::Both(_) => &[
            (Pole::Client, Centring::Client),
            (Pole::Customer, Centring::Customer),
        ],
        Verdict::TooFew => &[],
    };
    ways.iter()
        .filter_map(|&(towards, to)| {
            let moves = smallest(pack, answers, towards, to)?;
            Some(Flip { towards, to, moves })
        })
        .collect()
}

/// What a way to a gain costs: answers changed, then steps taken.
type Cost = (u8, u8);

/// What one move gives, and what it costs.
struct Gain {
    points: usize,
    steps: u8,
    to: u8,
}

fn smallest(pack: &Pack, answers: &Answers, towards: Pole, to: Centring) -> Option<Vec<Move>> {
    let tally = Tally::of(pack, answers);
    let needed = points_needed(&tally, towards, to, &pack.judgement)?;
    let gains: Vec<Vec<Gain>> = answers
        .positions(pack)
        .map(|(question, position)| {
            position.map_or_else(Vec::new, |position| gains_of(question, position, towards))
        })
        .collect();

    // cheapest[g]: the least cost to gain at least g points with the questions so far.
    // chosen[q][g]: which gain of question q that takes, if any.
    let mut cheapest: Vec<Option<Cost>> = vec![None; needed + 1];
    cheapest[0] = Some((0, 0));
    let mut chosen: Vec<Vec<Option<usize>>> = Vec::with_capacity(gains.len());
    for gains in &gains {
        let before = cheapest.clone();
        let mut takes = vec![None; needed + 1];
        for goal in 1..=needed {
            for (index, gain) in gains.iter().enumerate() {
                let Some((changed, steps)) = before[goal.saturating_sub(gain.points)] else {
                    continue;
                };
                let cost = (changed + 1, steps + gain.steps);
                if cheapest[goal].is_none_or(|cheapest| cost < cheapest) {
                    cheapest[goal] = Some(cost);
                    takes[goal] = Some(index);
                }
            }
        }
        chosen.push(takes);
    }
    cheapest[needed]?;

    // Walk back from the last question: what each one took tells what the earlier ones had to give.
    let mut goal = needed;
    let mut moves = Vec::new();
    for ((question, gains), takes) in (0u8..)
        .zip(&gains)
        .zip(&chosen)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
    {
        if let Some(gain) = takes[goal].and_then(|index| gains.get(index)) {
            moves.push(Move {
                question,
                to: gain.to,
            });
            goal = goal.saturating_sub(gain.points);
        }
    }
    moves.reverse();
    Some(moves)
}

/// How far the pull has to move to reach the other centring.
fn points_needed(
    tally: &Tally,
    towards: Pole,
    to: Centring,
    judgement: &Judgement,
) -> Option<usize> {
    let edge = (i32::from(judgement.threshold) * tally.full + 99) / 100;
    let pull = match towards {
        Pole::Client => tally.pull,
        Pole::Customer => -tally.pull,
    };
    let target = if to == Centring::Both { 1 - edge } else { edge };
    usize::try_from(target - pull).ok()
}

/// What each other option of a question would give towards a pole.
fn gains_of(question: &Question, position: i8, towards: Pole) -> Vec<Gain> {
    let sign = match towards {
        Pole::Client => 1,
        Pole::Customer => -1,
    };
    let gained = |to: i8| usize::try_from(sign * (to - position)).unwrap_or(0);
    question
        .options
        .iter()
        .filter(|option| gained(option.position) > 0)
        .map(|option| Gain {
            points: usize::from(question.weight) * gained(option.position),
            steps: u8::try_from(
                question
                    .options
                    .iter()
                    .filter(|between| {
                        gained(between.position) > 0
                            && gained(between.position) <= gained(option.position)
                    })
                    .count(),
            )
            .unwrap_or(u8::MAX),
            to: option.number,
        })
        .collect()
}
