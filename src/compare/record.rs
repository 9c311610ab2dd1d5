//! Where a record of a text ends: with its line, or further down where a quoted cell holds breaks,
//! as RFC 4180 allows.

use super::import::{LONGEST_LINE, SEPARATORS, codes};
use crate::model::Pack;

/// The most lines of a record. A quote that nobody has closed by then is none of a table's.
const MOST_LINES: usize = 10;

/// What files begin with, and spreadsheets ask for.
const MARK: char = '\u{feff}';

/// The record that a text begins with, without the break behind it, and of how many lines it is.
///
/// A quote that only somebody else's line would close, or behind which there is a code, belongs to
/// its own line: what one person wrote takes nobody else out.
pub(super) fn record<'a>(pack: &Pack, text: &'a str) -> (&'a str, u32) {
    let line = text.split('\n').next().unwrap_or_default();
    let mut ways = SEPARATORS.into_iter().filter(|_| line.contains('"'));
    ways.find_map(|separator| joined(pack, text, separator))
        .unwrap_or((line, 1))
}

/// A record of several lines, if it is one in a table of this separator.
fn joined<'a>(pack: &Pack, text: &'a str, separator: char) -> Option<(&'a str, u32)> {
    let (mut is_quoted, mut end) = (false, 0);
    for (number, line) in (1..).zip(text.split_inclusive('\n').take(MOST_LINES)) {
        let quoted = line.get(quoted_from(line, separator, is_quoted)?..)?;
        is_quoted = !quoted.is_empty();
        end += line.len();
        if !is_quoted {
            let record = text.get(..end)?.trim_end_matches('\n');
            return (number > 1 && end <= LONGEST_LINE).then_some((record, number));
        }
        if codes(pack, quoted).next().is_some() {
            return None;
        }
    }
    None
}

/// From where on the rest of a line is in quotes, which go on behind it: its end, if they don't.
/// `None` where something other than a separator follows the end of a quoted cell.
fn quoted_from(line: &str, separator: char, was_quoted: bool) -> Option<usize> {
    let mut open = was_quoted.then_some(0);
    let (mut is_new, mut is_closed) = (!was_quoted, false);
    let mut chars = line.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let is_quote = char == '"';
        if open.is_some() {
            if is_quote && chars.next_if(|(_, next)| *next == '"').is_none() {
                (open, is_closed) = (None, true);
            }
        } else if is_quote && is_new {
            (open, is_new) = (Some(at), false);
        } else if char == separator {
            (is_new, is_closed) = (true, false);
        } else if !char.is_whitespace() && char != MARK {
            if is_closed {
                return None;
            }
            is_new = false;
        }
    }
    Some(open.unwrap_or(line.len()))
}
