//! One line of a pasted text or a file: a link, a bare code, or the cells of a table with a code
//! in one of them. Whatever it is, it is read or refused by itself; the other lines never suffer.

use crate::model::{Answers, LinkError, Pack, decode, is_of_code};
use crate::route::{as_sent, clean_label, code_and_label, ours};

/// A longer line holds no result of ours, and isn't looked at.
pub(super) const LONGEST_LINE: usize = 4000;

/// The most characters of a refused line that are shown again.
const LONGEST_EXCERPT: usize = 60;

/// What parts the cells of a line, the least likely in a label first.
pub(super) const SEPARATORS: [char; 3] = ['\t', ';', ','];

/// Names of columns that only a header has.
const HEADERS: [&str; 14] = [
    "label", "labels", "name", "names", "person", "people", "team", "who", "code", "codes", "link",
    "links", "url", "result",
];

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

/// A line without what editors put round it.
pub(super) fn bare(line: &str) -> &str {
    line.trim_start_matches('\u{feff}').trim()
}

/// Reads a line; `Ok(None)` where there is nothing to read: a blank line, or a table's header
/// where it may be one. An error says why nothing is taken in; it is never [`Reason::Repeated`].
pub fn read_line(pack: &Pack, line: &str, may_be_header: bool) -> Result<Option<Entry>, Reason> {
    let line = bare(line);
    if line.len() > LONGEST_LINE {
        return Err(Reason::Unreadable(LinkError::Foreign));
    }
    let cells_alone = |char: char| SEPARATORS.contains(&char) || char == '"';
    // Spreadsheets tell each other the separator in a first line of its own.
    let is_separator = may_be_header && line.len() == 5 && line.starts_with("sep=");
    if line.trim_matches(cells_alone).is_empty() || is_separator {
        return Ok(None);
    }
    if is_of_several(pack, line) {
        return read_own_row(pack, line).map(Some).ok_or(Reason::Several);
    }
    // A whole line that is `code~label` or a link is no table, whatever its label holds.
    let mut worst = match read_code(pack, line) {
        Ok(entry) if !line.contains('"') && !has_cell_behind(line) => return Ok(Some(entry)),
        Ok(_) => LinkError::Foreign,
        Err(error) => error,
    };
    let rows: Vec<Vec<String>> = rows(line).collect();
    // In a table like our own the code is in the second cell, even if the first could be one, too.
    for row in &rows {
        if let Some(entry) = read_second(pack, row) {
            return Ok(Some(entry));
        }
    }
    for row in &rows {
        match read_cells(pack, row) {
            Ok(entry) => return Ok(Some(entry)),
            // What says more than 'not ours' is the better reason.
            Err(error) if worst == LinkError::Foreign => worst = error,
            Err(_) => {}
        }
        if may_be_header && is_header(row) {
            return Ok(None);
        }
    }
    let spaced = read_spaced(pack, line);
    spaced.map(Some).ok_or(Reason::Unreadable(worst))
}

/// The line as each kind of table would have it.
fn rows(line: &str) -> impl Iterator<Item = Vec<String>> {
    let separators = SEPARATORS.iter().copied();
    let separators = separators.filter(move |it| *it == ',' || line.contains(*it));
    separators.map(move |it| cells(line, it))
}

/// Whether the codes of different answers stand in a line.
fn is_of_several(pack: &Pack, line: &str) -> bool {
    let mut codes = codes(pack, line);
    let first = codes.next();
    codes.any(|other| Some(other) != first)
}

/// The answers whose codes stand in a text. One in two thousand numbers could be a code, and is
/// somebody's number for all that.
pub(super) fn codes(pack: &Pack, text: &str) -> impl Iterator<Item = Answers> {
    let parts = |char: char| char == '"' || char.is_whitespace() || SEPARATORS.contains(&char);
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = text.split(parts).filter(move |part| !is_number(part));
    parts.filter_map(|part| read_code(pack, part).ok().map(|it| it.answers))
}

/// A row whose second cell alone is the code, whatever its first holds: our own table's, where more
/// stands behind it, or one whose label is quoted.
fn read_own_row(pack: &Pack, line: &str) -> Option<Entry> {
    rows(line).find_map(|row| {
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

/// A name and a code with nothing but a blank between them, in either order.
fn read_spaced(pack: &Pack, line: &str) -> Option<Entry> {
    let behind = line.rsplit_once(char::is_whitespace);
    let before = line.split_once(char::is_whitespace);
    let mut ways = behind
        .into_iter()
        .chain(before.map(|(code, label)| (label, code)));
    ways.find_map(|(label, code)| {
        let entry = read_code(pack, code).ok()?;
        let label = entry.label.or_else(|| clean_label(label));
        Some(Entry { label, ..entry })
    })
}

/// Whether a link is followed by further cells, so that its label ends before them.
fn has_cell_behind(line: &str) -> bool {
    // A link prints its label without blanks or separators; a bare `code~label` is typed by hand.
    line.contains('#') && line.contains(SEPARATORS)
}

/// A link of any site, or a bare code, either with a label after `~`.
fn read_code(pack: &Pack, text: &str) -> Result<Entry, LinkError> {
    // What marks a text on a page is the browser's.
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| {
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

/// The first cell that holds a code, called as its neighbour says: the cell before it, or the one
/// after it where it is the first.
fn read_cells(pack: &Pack, cells: &[String]) -> Result<Entry, LinkError> {
    let mut best = LinkError::Foreign;
    for (at, cell) in cells.iter().enumerate() {
        match read_code(pack, cell) {
            Ok(mut entry) => {
                let beside = if at == 0 { cells.get(1) } else { cells.first() };
                // The same result once more is no name.
                let name = beside.filter(|name| read_code(pack, name).is_err());
                let label = name.and_then(|name| clean_label(unguarded(name)));
                entry.label = label.or(entry.label);
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

fn is_header(cells: &[String]) -> bool {
    cells.iter().any(|cell| {
        HEADERS
            .iter()
            .any(|header| cell.trim().eq_ignore_ascii_case(header))
    })
}

/// The cells of a line; quotes keep a separator inside a cell, two of them stand for one.
fn cells(line: &str, separator: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(char) = chars.next() {
        let is_new = cells.last().is_none_or(|cell| cell.trim().is_empty());
        match char {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                chars.next();
                push(&mut cells, '"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if is_new => is_quoted = true,
            char if char == separator && !is_quoted => cells.push(String::new()),
            char => push(&mut cells, char),
        }
    }
    cells
}

fn push(cells: &mut [String], char: char) {
    if let Some(cell) = cells.last_mut() {
        cell.push(char);
    }
}
