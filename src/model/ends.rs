//! The weight that stands fully at either pole, counted up to what two tracks need: one of so few numbers
//! that a programme can keep a state for each.

use super::classify::{Centring, Shape, Tally};
use super::questionnaire::Judgement;

/// What two tracks need at each pole. A weight at either pole is one number, its cell; more than is needed is as
/// good as what is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    needed: usize,
}

impl Ends {
    /// For the answers that count in a tally.
    pub(super) fn of(tally: &Tally, judgement: &Judgement) -> Self {
        let needed = judgement.two_track_weight(tally.weight());
        Self {
            needed: usize::try_from(needed).unwrap_or(0),
        }
    }

    /// How many cells there are; nothing at either pole is 0.
    pub(super) fn cells(self) -> usize {
        (self.needed + 1) * (self.needed + 1)
    }

    /// The cell with one answer more.
    pub(super) fn with(self, cell: usize, weight: u8, position: i8) -> usize {
        let sides = self.needed + 1;
        let (client, customer) = (cell / sides, cell % sides);
        let weight = usize::from(weight);
        match position {
            2 => self.needed.min(client + weight) * sides + customer,
            -2 => client * sides + self.needed.min(customer + weight),
            _ => cell,
        }
    }

    /// Whether a pull and a cell make a 'both' of this shape; `full` is the largest pull.
    pub(super) fn are_both(
        self,
        shape: Shape,
        judgement: &Judgement,
        full: i32,
    ) -> impl Fn(i32, usize) -> bool {
        let last = self.cells() - 1;
        let is_two_track = shape == Shape::TwoTrack;
        move |pull, cell| {
            judgement.centring(pull, full) == Centring::Both && (cell == last) == is_two_track
        }
    }
}
