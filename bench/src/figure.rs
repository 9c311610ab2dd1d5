//! What is measured of each visit, and what ours is to keep to.

use crate::lane::Entrant;

/// What is measured of each visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// Bytes with headers, compressed, until the page is quiet.
    Load,
    /// All that the server has sent until the result, to the service worker too.
    Sent,
    /// First contentful paint.
    Paint,
    /// Largest contentful paint.
    Largest,
    /// Until an answer has led to the next question.
    Ready,
    /// The part over 50 ms of every long task until the page is quiet.
    Blocking,
    /// All layout shifts without a click before them, to the result.
    Shift,
    /// A click to the next frame: the median of a visit.
    Answer,
    /// A click on Next to the frame that shows the next question: the median of a visit.
    Next,
    /// The longest of all clicks to the next frame.
    Worst,
    /// JavaScript's heap after a collection.
    Heap,
    /// That, and the memory of every wasm instance.
    Memory,
}

/// How high a median of ours may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// So much, in ms, bytes or whatever is measured.
    Most(f64),
    /// So many times what the same run finds of something else.
    Times(f64, Entrant),
}

impl Figure {
    /// All of them, in the order shown.
    pub const ALL: [Self; 12] = [
        Self::Load,
        Self::Sent,
        Self::Paint,
        Self::Largest,
        Self::Ready,
        Self::Blocking,
        Self::Shift,
        Self::Answer,
        Self::Next,
        Self::Worst,
        Self::Heap,
        Self::Memory,
    ];

    /// What it is called, with its unit; by how much it is divided for that unit, and its digits.
    #[must_use]
    pub fn shown(self) -> (&'static str, f64, usize) {
        match self {
            Self::Load => ("transferred at load, kB", 1000.0, 1),
            Self::Sent => ("sent until the result, kept for offline too, kB", 1000.0, 1),
            Self::Paint => ("first paint, s", 1000.0, 2),
            Self::Largest => ("largest paint, s", 1000.0, 2),
            Self::Ready => ("ready for an answer, s", 1000.0, 2),
            Self::Blocking => ("blocking time, ms", 1.0, 0),
            Self::Shift => ("layout shift", 1.0, 3),
            Self::Answer => ("click to next paint, ms", 1.0, 0),
            Self::Next => ("click to next question, ms", 1.0, 0),
            Self::Worst => ("slowest click to next paint, ms", 1.0, 0),
            Self::Heap => ("JavaScript heap, MB", 1_000_000.0, 2),
            Self::Memory => ("with wasm's memory, MB", 1_000_000.0, 2),
        }
    }

    /// What ours is to keep to, beside the same form made otherwise: as fast as by hand, but for what its own code costs.
    /// Bytes have their budget in `budget.toml`.
    #[must_use]
    pub fn limits(self) -> &'static [Limit] {
        match self {
            Self::Paint => &[Limit::Times(1.05, Entrant::Written)],
            Self::Ready => &[
                Limit::Times(0.35, Entrant::Survey),
                Limit::Times(2.0, Entrant::Written),
            ],
            Self::Blocking | Self::Answer | Self::Worst => &[Limit::Most(50.0)],
            Self::Shift => &[Limit::Most(0.0)],
            Self::Next => &[Limit::Times(1.2, Entrant::Written)],
            Self::Memory => &[Limit::Most(3_000_000.0)],
            Self::Load | Self::Sent | Self::Largest | Self::Heap => &[],
        }
    }
}
