//! What can be wrong with an answer.

use std::time::Duration;

/// What goes wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// 404, as if the file were not there.
    Missing,
    /// 500, as if the host were ill.
    Broken,
    /// 429, as if the host had too much to do.
    Busy,
    /// 404, but only the first time that it is asked for, and to be kept for a year.
    Once,
    /// Only so many bytes of the file, with a length that fits them.
    Truncated(usize),
    /// Only so many bytes of the file, with the length of all: the connection is closed behind them.
    Short(usize),
    /// Other bytes in place of the file's.
    Replaced(Vec<u8>),
    /// A page in HTML in place of the file, as some hosts answer for whatever they lack.
    Page,
    /// The file, but only after this long.
    Slow(Duration),
    /// No answer before the fault is another, or mended.
    Held,
    /// The file, said to be of this type.
    Typed(&'static str),
    /// No answer: the connection is closed.
    Cut,
}
