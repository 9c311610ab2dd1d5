//! One line of a pasted text or a file: a link, a bare code, or the cells of a table with a code
//! in one of them. Whatever it is, it is read or refused by itself; the other lines never suffer.

use super::naming::{called, called_before, is_dated, is_figures, unguarded};
use super::round::{is_round_link, is_unseen, may_be_code, plain, unmarked};
use super::table::{Header, SEPARATORS, cells};
use crate::export::MARK;
use crate::model::{Answers, LinkError, Pack, decode, decode_sent};
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

/// Why a line can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// No result's code can be read from it.
    Code(LinkError),
    /// It holds several, so that nobody can tell what each is called.
    Several,
}

/// Why a line was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It can't be read.
    Unread(Unread),
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
pub(super) fn is_blank(line: &str) -> bool {
    let line = bare(line);
    let cells_alone = |char: char| SEPARATORS.contains(&char) || char == '"' || is_unseen(char);
    line.trim_matches(cells_alone).is_empty() || line.len() == 5 && line.starts_with("sep=")
}

/// Reads a line; `Ok(None)` where there is nothing to read. What the header of its table says of
/// names comes before where they stand. An error says why nothing is taken in.
pub fn read_line(
    pack: &Pack,
    line: &str,
    header: Option<&Header>,
) -> Result<Option<Entry>, Unread> {
    let line = bare(line);
    if line.len() > LONGEST_LINE {
        return Err(Unread::Code(LinkError::Foreign));
    }
    let line = unmarked(line);
    let shown = plain(&line);
    // What our own table has is no part of a page, whatever somebody is called there.
    let is_own = shown != line && read_own_row(pack, bare(&line)).is_some();
    let line = bare(if is_own { &line } else { &shown });
    if is_blank(line) {
        return Ok(None);
    }
    let mut codes = codes(pack, line);
    let first = codes.next();
    if codes.any(|other| Some(other) != first) {
        return read_own_row(pack, line).map(Some).ok_or(Unread::Several);
    }
    if let Some(entry) = read_whole(pack, line) {
        return Ok(Some(entry));
    }
    let rows: Vec<Row> = rows(line).collect();
    read_second_cell(pack, &rows, header, first.is_some())
        .or_else(|| read_cell(pack, &rows, header))
        .or_else(|| read_spaced(pack, line))
        .map(Some)
        .ok_or_else(|| Unread::Code(why_not(pack, line, &rows)))
}

/// A link or `code~label` that is the whole line: no table, whatever its label holds.
fn read_whole(pack: &Pack, line: &str) -> Option<Entry> {
    let entry = read_code(pack, line).ok()?;
    (!line.contains('"') && !has_cell_behind(line)).then_some(entry)
}

/// A row like those of our own table: a bare code in the second cell, even if the first could be
/// one, too. A number that could be one is so only where the line has no other.
fn read_second_cell(
    pack: &Pack,
    rows: &[Row],
    header: Option<&Header>,
    has_code: bool,
) -> Option<Entry> {
    rows.iter().find_map(|(separator, row)| {
        let (label, answers) = second_cell(pack, row)?;
        if has_code && row.get(1).is_some_and(|code| is_number(code)) {
            return None;
        }
        let label = match header.and_then(|header| header.name(*separator, row, 1)) {
            Some(name) => clean_label(unguarded(&name)),
            None => called(label, false),
        };
        Some(Entry { answers, label })
    })
}

/// A row with a code in any cell, alone or among words.
fn read_cell(pack: &Pack, rows: &[Row], header: Option<&Header>) -> Option<Entry> {
    (0..3).find_map(|doubts| {
        rows.iter().find_map(|(separator, row)| {
            let mut cells = row.iter().enumerate();
            cells.find_map(|(at, cell)| {
                if !may_hold_code(cell, doubts) {
                    return None;
                }
                let (words, entry) = read_among(pack, cell, row.len() > 1)?;
                let label = match header.and_then(|header| header.name(*separator, row, at)) {
                    Some(name) => {
                        let name = clean_label(unguarded(&name));
                        if header.is_some_and(Header::has_names) {
                            name.or(entry.label)
                        } else {
                            entry.label.or(name)
                        }
                    }
                    None => beside(pack, row, at, words, entry.label),
                };
                Some(Entry { label, ..entry })
            })
        })
    })
}

/// Whether a cell may hold the code of its row, at first without any doubts. Where a link is cut in
/// two, it is by the wrong separator; where the code's own cell holds another one, it is more often
/// than not. A number is somebody's number.
fn may_hold_code(cell: &str, doubts: u8) -> bool {
    !is_number(cell) && (doubts > 1 || !is_cut(cell)) && (doubts > 0 || !cell.contains(SEPARATORS))
}

pub(super) fn is_number(cell: &str) -> bool {
    cell.trim().bytes().all(|byte| byte.is_ascii_digit())
}

/// The code in a cell, with the words before it if it `may_have` some.
fn read_among<'a>(pack: &Pack, cell: &'a str, may_have: bool) -> Option<(&'a str, Entry)> {
    if let Ok(entry) = read_code(pack, cell) {
        return Some(("", entry));
    }
    let (at, _, entry) = read_word(pack, cell).filter(|_| may_have)?;
    Some((cell.get(..at)?, entry))
}

/// What somebody is called where no header says it: as the nearest cell before the code has it. Where
/// there are only dates and numbers, it is as the link or the words before it in its own cell say, or
/// else the cell behind it.
fn beside(
    pack: &Pack,
    row: &[String],
    at: usize,
    words: &str,
    label: Option<String>,
) -> Option<String> {
    let name = |cell: &String| match read_code(pack, cell) {
        // The same result once more is no name.
        Ok(_) => None,
        Err(_) => called(cell, false),
    };
    let before = row.get(..at)?;
    if let Some(name) = before.iter().rev().find_map(name) {
        return Some(name);
    }
    if !words.trim().is_empty() {
        let is_dated = before.iter().any(|cell| is_dated(cell));
        return label.or_else(|| called_before(words, is_dated));
    }
    // An empty cell there says that somebody has no name.
    let has_none = before.iter().any(|cell| cell.trim().is_empty());
    let behind = row.get(at + 1).filter(|_| !has_none);
    behind.and_then(name).or(label)
}

/// Why nothing can be read from a line: what says more than 'not ours' is the better reason. Numbers
/// and dates are no codes that somebody has cut or changed; among words, whole links alone are.
fn why_not(pack: &Pack, line: &str, rows: &[Row]) -> LinkError {
    let cells = rows
        .iter()
        .flat_map(|(_, row)| row.iter().map(String::as_str));
    let links = line.split_whitespace().filter(|word| is_link(word));
    let mut texts = core::iter::once(line).chain(cells).chain(links);
    let reason = |text| match read_code(pack, text) {
        Err(error) if error != LinkError::Foreign && !is_figures(text) => Some(error),
        _ => None,
    };
    texts.find_map(reason).unwrap_or(LinkError::Foreign)
}

/// Whether a word has an address before its code, unlike the `#2nd` that somebody talks about.
fn is_link(word: &str) -> bool {
    let page = word.split_once('#').or_else(|| word.split_once("%23"));
    page.is_some_and(|(page, _)| page.contains(['/', '.']))
}

/// Whether a line is a link or a code without a label of its own, and nothing else.
pub(super) fn is_alone(pack: &Pack, line: &str) -> bool {
    let line = plain(line);
    let text = bare(&line).trim();
    let is_table = text.contains('"') || text.contains(SEPARATORS);
    !is_table && read_code(pack, text).is_ok_and(|entry| entry.label.is_none())
}

/// Whether what stands before a code in a cell is the rest of a link that a separator cut in two.
fn is_cut(cell: &str) -> bool {
    let before = cell.split_once('#').map_or("", |(before, _)| before.trim());
    !before.is_empty() && !before.contains(['/', '.'])
}

/// The cells of a line, and what parts them.
type Row = (char, Vec<String>);

/// The line as each kind of table would have it.
fn rows(line: &str) -> impl Iterator<Item = Row> {
    let separators = SEPARATORS.iter().copied();
    let separators = separators.filter(move |it| *it == ',' || line.contains(*it));
    separators.map(move |it| (it, cells(line, it)))
}

/// The answers whose codes stand in a text. One in two thousand numbers could be a code, and is
/// somebody's number for all that.
pub(super) fn codes(pack: &Pack, text: &str) -> impl Iterator<Item = Answers> {
    let between = |char: char| char == '"' || char.is_whitespace() || SEPARATORS.contains(&char);
    let words = text.split(between).filter(|part| !is_number(part));
    // The link of a comparison holds several, whatever cells stand round it.
    let codes = words.flat_map(parts);
    codes.filter_map(|part| read_code(pack, part).ok().map(|it| it.answers))
}

/// A row whose second cell alone is the code, whatever its first holds: our own table's, where more
/// stands behind it, or one whose label is quoted.
fn read_own_row(pack: &Pack, line: &str) -> Option<Entry> {
    rows(line).find_map(|(_, row)| {
        let (label, answers) = second_cell(pack, &row)?;
        let behind = row.get(2..)?;
        let is_own = !behind.is_empty() || line.starts_with('"');
        let is_alone = behind.iter().all(|cell| read_code(pack, cell).is_err());
        let label = clean_label(unguarded(label));
        (is_own && is_alone).then_some(Entry { answers, label })
    })
}

/// What the first cell holds, and the answers whose bare code is the second.
fn second_cell<'a>(pack: &Pack, row: &'a [String]) -> Option<(&'a str, Answers)> {
    let [label, code, ..] = row else {
        return None;
    };
    Some((label, decode(pack, code.trim()).ok()?))
}

/// A name and a code with nothing but blanks between them, in either order; the words behind the
/// code are the name where none stand before it.
fn read_spaced(pack: &Pack, line: &str) -> Option<Entry> {
    let (at, word, entry) = read_word(pack, line)?;
    let (before, behind) = (line.get(..at)?, line.get(at + word..)?);
    let label = entry.label.or_else(|| called_before(before, false));
    // The words of a link are often the link once more.
    let behind = Some(behind).filter(|it| read_word(pack, it).is_none());
    let label = label.or_else(|| called(behind?, false));
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

/// Whether a link or a code is followed by further cells, so that its label ends before them.
fn has_cell_behind(line: &str) -> bool {
    // A link prints its label without blanks or separators; a bare `code~label` is typed by hand.
    let printed = match line.split_once('~') {
        Some((code, _)) if !line.contains('#') => code,
        _ => line,
    };
    printed.contains(SEPARATORS)
}

/// A link of any site, or a bare code, either with a label after `~`. A mail's filter may have made a
/// link part of its own, encoded; words before one are no part of it.
pub(super) fn read_code(pack: &Pack, text: &str) -> Result<Entry, LinkError> {
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
    let answers = decode_sent(pack, code)?;
    Ok(Entry { answers, label })
}

/// Whether a tracker's parameters follow, or an encoded `~`. What else stands behind a code may be somebody's name,
/// and is not left out in silence.
fn is_lengthened(code: &str) -> bool {
    code.trim_start_matches(may_be_code)
        .starts_with(['?', '&', '%'])
}
