//! The smallest change that would give another verdict.

use super::answers::Answers;
use super::classify::{Centring, Shape, Verdict, classify};
use super::pack::Pack;
use super::way::{self, Asks, Move};

/// A smallest change that leads to another verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// Where that leads.
    pub to: Verdict,
    /// The answers to change, in the order of the pack.
    pub moves: Vec<Move>,
}

/// The smallest changes that lead to the verdicts beside this one: 'both' for either end of the scale, and either end for
/// 'both'. Empty when there are too few answers.
#[must_use]
pub fn flips(pack: &Pack, answers: &Answers, verdict: Verdict) -> Vec<Flip> {
    let towards = |to| way::to_centring(pack, answers, to, Asks::Anything);
    let ways = match verdict {
        Verdict::Client | Verdict::Customer => vec![towards(Centring::Both)],
        Verdict::Both(_) => vec![towards(Centring::Client), towards(Centring::Customer)],
        Verdict::TooFew => Vec::new(),
    };
    ways.into_iter()
        .flatten()
        .map(|moves| flip(pack, answers, moves))
        .collect()
}

/// The smallest change from a 'both' to its other shape, where there is one. By itself, and asked for where it is shown: it
/// takes many times as long as all else that a result says.
#[must_use]
pub fn flip_of_shape(pack: &Pack, answers: &Answers, verdict: Verdict) -> Option<Flip> {
    let other = match verdict {
        Verdict::Both(Shape::TwoTrack) => Shape::InBetween,
        Verdict::Both(Shape::InBetween) => Shape::TwoTrack,
        _ => return None,
    };
    let moves = way::to_shape(pack, answers, other, Asks::Anything)?;
    Some(flip(pack, answers, moves))
}

fn flip(pack: &Pack, answers: &Answers, moves: Vec<Move>) -> Flip {
    Flip {
        to: classify(pack, &way::moved(pack, answers, &moves)).verdict,
        moves,
    }
}
