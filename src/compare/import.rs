//! One line of a pasted text or a file: a link, a bare code, or the cells of a table with a code
//! in one of them. Whatever it is, it is read or refused by itself; the other lines never suffer.

use super::table::{Header, SEPARATORS, cells};
use crate::export::MARK;
use crate::model::{Answers, LinkError, Pack, decode, is_of_code};
use crate::route::{as_sent, clean_label, code_and_label, ours};

/// A longer line holds no result of ours, and isn't looked at.
pub(super) const LONGEST_LINE: usize = 4000;

/// The most characters of a refused line that are shown again.
const LONGEST_EXCERPT: usize = 60;

/// A result that a line holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The answers.
    pub answers: Answers,
    /// What they are called, if anything.
    pub label: Option<String>,
}

/// Why a line was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No result can be read from it.
    Unreadable(LinkError),
    /// It holds several, so that nobody can tell what each is called.
    Several,
    /// The same code with the same label is already there.
    Repeated,
}

/// A line that was not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its number, from 1.
    pub line: u32,
    /// Why.
    pub reason: Reason,
    /// How it begins.
    pub excerpt: String,
}

impl Fault {
    /// A line that was not taken in.
    #[must_use]
    pub fn new(line: u32, reason: Reason, text: &str) -> Self {
        let printable = |char: char| if char.is_control() { ' ' } else { char };
        let mut shown = text.trim().chars().map(printable);
        let mut excerpt: String = shown.by_ref().take(LONGEST_EXCERPT).collect();
        if shown.next().is_some() {
            excerpt.push('…');
        }
        Self {
            line,
            reason,
            excerpt,
        }
    }
}

/// What a line holds of people: a comparison's own link holds several, any other line one. A label
/// there has its dots encoded; in the link of a single result it need not, so that one stays whole.
pub fn parts(line: &str) -> impl Iterator<Item = &str> {
    let comparison = line.split_once('#').filter(|(page, _)| {
        let page = page.split_once('?').map_or(*page, |(page, _)| page);
        page.trim_end_matches("index.html").ends_with("compare/")
    });
    let fragment = comparison.map(|(_, fragment)| fragment.trim_matches(is_padding));
    // With further cells behind it, it is what somebody in a table is called.
    let fragment = fragment.filter(|it| !it.contains(SEPARATORS));
    let (first, others) = match fragment.map(ours) {
        Some(fragment) => fragment
            .split_once('.')
            .map_or((fragment, None), |(first, others)| (first, Some(others))),
        None => (line, None),
    };
    let others = others.into_iter().flat_map(|others| others.split('.'));
    core::iter::once(first).chain(others)
}

/// What may stand round a link that is a whole cell.
fn is_padding(char: char) -> bool {
    char == '"' || char.is_whitespace() || SEPARATORS.contains(&char)
}

/// A line without what editors put round it. A tab in front is an empty cell.
#[must_use]
pub fn bare(line: &str) -> &str {
    let is_round = |char: char| char.is_whitespace() && char != '\t';
    line.trim_start_matches(MARK).trim_matches(is_round)
}

/// Whether a line holds nothing: it is blank, has empty cells alone, or is the line of its own in
/// which spreadsheets tell each other the separator.
#[must_use]
pub fn is_blank(line: &str) -> bool {
    let line = bare(line);
    let cells_alone = |char: char| SEPARATORS.contains(&char) || char == '"';
    line.trim_matches(cells_alone).is_empty() || line.len() == 5 && line.starts_with("sep=")
}

/// Reads a line; `Ok(None)` where there is nothing to read. What the header of its table says of
/// names comes before where they stand. An error says why nothing is taken in; it is never
/// [`Reason::Repeated`].
pub fn read_line(
    pack: &Pack,
    line: &str,
    header: Option<&Header>,
) -> Result<Option<Entry>, Reason> {
    let line = bare(line);
    if line.len() > LONGEST_LINE {
        return Err(Reason::Unreadable(LinkError::Foreign));
    }
    if is_blank(line) {
        return Ok(None);
    }
    let mut codes = codes(pack, line);
    let first = codes.next();
    if codes.any(|other| Some(other) != first) {
        return read_own_row(pack, line).map(Some).ok_or(Reason::Several);
    }
    // A whole line that is `code~label` or a link is no table, whatever its label holds.
    let mut worst = match read_code(pack, line) {
        Ok(entry) if !line.contains('"') && !has_cell_behind(line) => return Ok(Some(entry)),
        Ok(_) => LinkError::Foreign,
        Err(error) => error,
    };
    let rows: Vec<(char, Vec<String>)> = rows(line).collect();
    // A number that could be a code is one only where there is no other.
    let is_number = |cell: &str| first.is_some() && cell.bytes().all(|byte| byte.is_ascii_digit());
    // In a table like our own the code is in the second cell, even if the first could be one, too.
    for (separator, row) in &rows {
        let second = row.get(1).filter(|cell| !is_number(cell.trim()));
        if let Some(entry) = second.and_then(|_| read_second(pack, row)) {
            let name = header.and_then(|header| header.name(*separator, row, 1));
            let label = name.map_or(entry.label, |name| clean_label(unguarded(&name)));
            return Ok(Some(Entry { label, ..entry }));
        }
    }
    // Where a link is cut in two, it is by the wrong separator; where the code's own cell holds another one, it
    // is more often than not.
    for may_use in [
        |it: &str| !is_cut(it) && !it.contains(SEPARATORS),
        |it: &str| !is_cut(it),
        |_: &str| true,
    ] {
        for (separator, row) in &rows {
            let may_use = |cell: &str| may_use(cell) && !is_number(cell.trim());
            let name = |at| header.and_then(|header| header.name(*separator, row, at));
            match read_cells(pack, row, may_use, name) {
                Ok(entry) => return Ok(Some(entry)),
                // What says more than 'not ours' is the better reason.
                Err(error) if worst == LinkError::Foreign => worst = error,
                Err(_) => {}
            }
        }
    }
    let spaced = read_spaced(pack, line);
    spaced.map(Some).ok_or(Reason::Unreadable(worst))
}

/// Whether what stands before a code in a cell is the rest of a link that a separator cut in two.
fn is_cut(cell: &str) -> bool {
    let before = cell.split_once('#').map_or("", |(before, _)| before.trim());
    !before.is_empty() && !before.contains(['/', '.'])
}

/// The line as each kind of table would have it.
fn rows(line: &str) -> impl Iterator<Item = (char, Vec<String>)> {
    let separators = SEPARATORS.iter().copied();
    let separators = separators.filter(move |it| *it == ',' || line.contains(*it));
    separators.map(move |it| (it, cells(line, it)))
}

/// The answers whose codes stand in a text. One in two thousand numbers could be a code, and is
/// somebody's number for all that.
pub(super) fn codes(pack: &Pack, text: &str) -> impl Iterator<Item = Answers> {
    let between = |char: char| char == '"' || char.is_whitespace() || SEPARATORS.contains(&char);
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let words = text.split(between).filter(move |part| !is_number(part));
    // The link of a comparison holds several, whatever cells stand round it.
    let codes = words.flat_map(parts);
    codes.filter_map(|part| read_code(pack, part).ok().map(|it| it.answers))
}

/// A row whose second cell alone is the code, whatever its first holds: our own table's, where more
/// stands behind it, or one whose label is quoted.
fn read_own_row(pack: &Pack, line: &str) -> Option<Entry> {
    rows(line).find_map(|(_, row)| {
        let entry = read_second(pack, &row)?;
        let behind = row.get(2..)?;
        let is_own = !behind.is_empty() || line.starts_with('"');
        let is_alone = behind.iter().all(|cell| read_code(pack, cell).is_err());
        (is_own && is_alone).then_some(entry)
    })
}

/// The code in the second cell, called as the first says.
fn read_second(pack: &Pack, row: &[String]) -> Option<Entry> {
    let [label, code, ..] = row else {
        return None;
    };
    let answers = decode(pack, code.trim()).ok()?;
    let label = clean_label(unguarded(label));
    Some(Entry { answers, label })
}

/// A name and a code with nothing but blanks between them, in either order; the words behind the
/// code are the name where none stand before it.
fn read_spaced(pack: &Pack, line: &str) -> Option<Entry> {
    let (at, word, entry) = read_word(pack, line)?;
    let before = line.get(..at)?.trim_end();
    let before = before.trim_end_matches([':', '-', '–', '—', '=', ',', ';']);
    let label = clean_label(before).or_else(|| clean_label(line.get(at + word..)?));
    let label = entry.label.or(label);
    Some(Entry { label, ..entry })
}

/// The first word of a text that is a code or a link, with its place and its length.
fn read_word(pack: &Pack, text: &str) -> Option<(usize, usize, Entry)> {
    let mut at = 0;
    text.split_inclusive(char::is_whitespace).find_map(|word| {
        let from = at;
        at += word.len();
        let entry = read_code(pack, word).ok()?;
        Some((from, word.len(), entry))
    })
}

/// Whether a link is followed by further cells, so that its label ends before them.
fn has_cell_behind(line: &str) -> bool {
    // A link prints its label without blanks or separators; a bare `code~label` is typed by hand.
    line.contains('#') && line.contains(SEPARATORS)
}

/// A link of any site, or a bare code, either with a label after `~`. A mail's filter may have made a
/// link part of its own, encoded; words before one are no part of it.
fn read_code(pack: &Pack, text: &str) -> Result<Entry, LinkError> {
    let link = match text.split_once('#') {
        // Most texts hold neither, which is seen sooner in a single character.
        None if text.contains('%') => text
            .split_once("%23")
            .filter(|(page, _)| page.contains("://")),
        link => link,
    };
    if link.is_some_and(|(page, _)| page.trim_start().contains(char::is_whitespace)) {
        return Err(LinkError::Foreign);
    }
    // What marks a text on a page is the browser's.
    let fragment = link.map_or(text, |(_, fragment)| {
        let (fragment, _) = fragment.split_once(":~:").unwrap_or((fragment, ""));
        ours(fragment)
    });
    let (code, label) = code_and_label(fragment);
    let code = code.trim().trim_matches(is_round_link);
    let (code, label) = if is_lengthened(code) {
        as_sent(code, label)
    } else {
        (code, label)
    };
    let answers = decode(pack, code)?;
    Ok(Entry { answers, label })
}

/// Whether a tracker's parameters follow, or an encoded `~`. What else stands behind a code may be somebody's name,
/// and is not left out in silence.
fn is_lengthened(code: &str) -> bool {
    code.trim_start_matches(may_be_code)
        .starts_with(['?', '&', '%'])
}

/// Whether a code may hold this character.
fn may_be_code(char: char) -> bool {
    u8::try_from(char).is_ok_and(is_of_code)
}

/// What a sentence puts round a link that it holds: a bracket, a quotation mark, the full stop.
fn is_round_link(char: char) -> bool {
    let is_quotation_mark = matches!(char, '“' | '”' | '„' | '‘' | '’' | '«' | '»');
    let is_ours = may_be_code(char) || SEPARATORS.contains(&char);
    is_quotation_mark || char.is_ascii_punctuation() && !is_ours
}

/// The first cell that holds a code, alone or among words. It is called as the header has it, or
/// else as its neighbour says: the next cell before it that holds something, or the one after it
/// where it is the first.
fn read_cells(
    pack: &Pack,
    cells: &[String],
    may_use: impl Fn(&str) -> bool,
    name: impl Fn(usize) -> Option<String>,
) -> Result<Entry, LinkError> {
    let mut best = LinkError::Foreign;
    for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| may_use(cell)) {
        let is_alone = cells.len() == 1;
        let among = || read_word(pack, cell).filter(|_| !is_alone);
        let read = read_code(pack, cell).or_else(|error| match among() {
            Some((_, _, entry)) => Ok(entry),
            None => Err(error),
        });
        match read {
            Ok(mut entry) => {
                let label = name(at).or_else(|| {
                    // The same result once more is no name.
                    let is_name =
                        |it: &&String| !it.trim().is_empty() && read_code(pack, it).is_err();
                    let before = cells.get(..at)?.iter().rev().find(is_name);
                    let after = || cells.get(1).filter(is_name).filter(|_| at == 0);
                    before.or_else(after).cloned()
                });
                entry.label = label
                    .and_then(|it| clean_label(unguarded(&it)))
                    .or(entry.label);
                return Ok(entry);
            }
            Err(error) if best == LinkError::Foreign => best = error,
            Err(_) => {}
        }
    }
    Err(best)
}

/// Without the apostrophe that our own table puts before what a spreadsheet would calculate.
fn unguarded(label: &str) -> &str {
    match label.strip_prefix('\'') {
        Some(bare) if bare.starts_with(['=', '+', '-', '@', '\'']) => bare,
        _ => label,
    }
}
