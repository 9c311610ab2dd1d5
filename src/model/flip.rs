//! The smallest change that would give another verdict.

use super::answers::Answers;
use super::classify::{Centring, Verdict};
use super::pack::Pack;
use super::questionnaire::Pole;
use super::way::{self, Move};

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
            let moves = way::towards(pack, answers, towards, to)?;
            Some(Flip { towards, to, moves })
        })
        .collect()
}
