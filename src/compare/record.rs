//! Where a record of a text ends: with its line, or further down where a quoted cell holds breaks,
//! as RFC 4180 allows.

use super::import::{LONGEST_LINE, codes, is_blank};
use super::table::SEPARATORS;
use crate::export::MARK;
use crate::model::Pack;

/// The most lines of a record. A quote that nobody has closed by then is none of a table's.
const MOST_LINES: usize = 50;

/// Puts a further file behind a text. The mark in front of it, which some files have of their own,
/// says where it begins: it may have a header of its own there.
pub fn add_file(text: &mut String, file: &str) {
    if !text.is_empty() {
        text.extend(['\n', MARK]);
    }
    text.push_str(file);
}

/// The record that a text begins with, without the break behind it, and of how many lines it is.
///
/// A quote that only somebody else's cell would close, or behind which there are several codes,
/// belongs to its own line: what one person wrote takes nobody else out. Nor does a record go on in
/// the next file.
#[must_use]
pub fn record<'a>(pack: &Pack, text: &'a str) -> (&'a str, u32) {
    let line = text.split('\n').next().unwrap_or_default();
    let mut ways = SEPARATORS.into_iter().filter(|_| line.contains('"'));
    ways.find_map(|separator| joined(pack, text, separator))
        .unwrap_or((line, 1))
}

/// A record of several lines, if it is one in a table of this separator.
fn joined<'a>(pack: &Pack, text: &'a str, separator: char) -> Option<(&'a str, u32)> {
    let (mut is_quoted, mut end) = (false, 0);
    for (number, line) in (1..).zip(text.split_inclusive('\n').take(MOST_LINES)) {
        if number > 1 && line.starts_with(MARK) {
            return None;
        }
        let quoted = line.get(quoted_from(line, separator, is_quoted)?..)?;
        is_quoted = !quoted.is_empty();
        end += line.len();
        if end > LONGEST_LINE {
            return None;
        }
        if !is_quoted {
            let record = text.get(..end)?.trim_end_matches('\n');
            let is_one = number > 1 && codes(pack, record).nth(1).is_none();
            return is_one.then_some((record, number));
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

/// The first record of a text that is not blank, if not too many are: its header, should it have one.
#[must_use]
pub fn first_record<'a>(pack: &Pack, mut text: &'a str) -> &'a str {
    for _ in 1..MOST_LINES {
        let (record, _) = record(pack, text);
        match text.get(record.len() + 1..) {
            Some(rest) if is_blank(record) => text = rest,
            _ => return record,
        }
    }
    ""
}
