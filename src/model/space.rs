//! The states that a programme over all answers runs through: how far the answers so far pull, and
//! what weight they have fully at either pole, where that is asked for.
//!
//! A state is a row and a cell in it. They are told apart because where an answer leads is asked once for all rows and once
//! for a cell, rather than for each of ten thousands of states.

use core::ops::Range;

use super::classify::Tally;
use super::ends::Ends;

/// All states, from the largest pull towards customer to the largest towards client.
pub(super) struct Space {
    /// The largest pull. A row is the pull so far, counted from the customer's end.
    full: i32,
    /// The row of no pull, whose first cell everything starts from.
    pub(super) start: usize,
    /// How many cells a row has: one, or one for each weight at the ends.
    pub(super) cells: usize,
    ends: Option<Ends>,
}

impl Space {
    /// For the answers that count in a tally.
    pub(super) fn of(tally: &Tally, ends: Option<Ends>) -> Self {
        let start = usize::try_from(tally.full).unwrap_or(0);
        Self {
            full: tally.full,
            start,
            cells: ends.map_or(1, Ends::cells),
            ends,
        }
    }

    /// All rows.
    pub(super) fn rows(&self) -> Range<usize> {
        0..2 * self.start + 1
    }

    /// The row that everything starts from.
    pub(super) fn first_row(&self) -> Range<usize> {
        self.start..self.start + 1
    }

    /// What each state of these rows is worth, row by row: asked by its pull and its cell.
    pub(super) fn each<T>(&self, rows: Range<usize>, worth: impl Fn(i32, usize) -> T) -> Vec<T> {
        let pull = |row| i32::try_from(row).unwrap_or(self.full) - self.full;
        rows.flat_map(|row| (0..self.cells).map(move |cell| (row, cell)))
            .map(|(row, cell)| worth(pull(row), cell))
            .collect()
    }

    /// How many states lie between two rows.
    pub(super) fn states(&self, from: usize, to: usize) -> usize {
        (to - from) * self.cells
    }

    /// Where an answer of a weight at a position leads from a row.
    pub(super) fn row(row: usize, weight: u8, position: i8) -> usize {
        let moved = isize::from(position) * isize::from(weight);
        // No answers pull further than their full weight.
        row.saturating_add_signed(moved)
    }

    /// Where it leads from a cell.
    pub(super) fn cell(&self, cell: usize, weight: u8, position: i8) -> usize {
        self.ends
            .map_or(0, |ends| ends.with(cell, weight, position))
    }

    /// Where it leads from each cell.
    pub(super) fn cells_from(&self, weight: u8, position: i8) -> Vec<usize> {
        let there = |cell| self.cell(cell, weight, position);
        (0..self.cells).map(there).collect()
    }

    /// Between which rows an answer leads from these, wherever it may stand.
    pub(super) fn rows_from(
        rows: &Range<usize>,
        weight: u8,
        positions: impl Iterator<Item = i8>,
    ) -> Range<usize> {
        let led = positions.map(|position| {
            let row = |row| Self::row(row, weight, position);
            row(rows.start)..row(rows.end)
        });
        led.reduce(|one, other| one.start.min(other.start)..one.end.max(other.end))
            .unwrap_or_else(|| rows.clone())
    }
}
