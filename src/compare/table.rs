//! Tables: the cells of a row, and what a header says of its columns.

use super::import::{LONGEST_LINE, bare, codes};
use crate::model::Pack;

/// What parts the cells of a line, the least likely in a label first.
pub(super) const SEPARATORS: [char; 3] = ['\t', ';', ','];

/// How columns are headed that hold names, those that our own tables and most forms have first.
const NAMES: [&str; 16] = [
    "label",
    "labels",
    "name",
    "names",
    "full name",
    "your name",
    "student",
    "student name",
    "participant",
    "person",
    "people",
    "team",
    "who",
    "business",
    "company",
    "respondent",
];

/// How the two halves of a name are headed, in the order in which they are said.
const HALVES: [[&str; 4]; 2] = [
    ["first name", "firstname", "given name", "forename"],
    ["surname", "last name", "lastname", "family name"],
];

/// How other columns are headed that tables of results have.
const OTHERS: [&str; 18] = [
    "code",
    "codes",
    "link",
    "links",
    "url",
    "result",
    "results",
    "timestamp",
    "start time",
    "completion time",
    "email",
    "e-mail",
    "email address",
    "username",
    "id",
    "id number",
    "group",
    "course",
];

/// Where a table has its names, by its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    separator: char,
    names: Vec<usize>,
}

impl Header {
    /// What a line says of the columns below it; `None` where no column is headed as one is, or
    /// somebody's code stands among them.
    #[must_use]
    pub fn of(pack: &Pack, line: &str) -> Option<Self> {
        let line = bare(line);
        if line.len() > LONGEST_LINE || codes(pack, line).next().is_some() {
            return None;
        }
        SEPARATORS.into_iter().find_map(|separator| {
            let row = cells(line, separator);
            let row: Vec<String> = row
                .iter()
                .map(|it| it.trim().to_ascii_lowercase())
                .collect();
            let headed = |words: &[&str]| {
                words
                    .iter()
                    .find_map(|it| row.iter().position(|cell| cell == it))
            };
            let names = match headed(&NAMES) {
                Some(at) => vec![at],
                None => HALVES.iter().filter_map(|half| headed(half)).collect(),
            };
            let is_header = !names.is_empty() || headed(&OTHERS).is_some();
            is_header.then_some(Self { separator, names })
        })
    }

    /// What a row of the table has in its columns of names, if that is not where its code is.
    pub(super) fn name(&self, separator: char, row: &[String], code: usize) -> Option<String> {
        if self.separator != separator || self.names.is_empty() || self.names.contains(&code) {
            return None;
        }
        let cells = self.names.iter().filter_map(|at| row.get(*at));
        let cells = cells
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty());
        Some(cells.collect::<Vec<_>>().join(" "))
    }
}

/// The cells of a line; quotes keep a separator inside a cell, two of them stand for one.
pub(super) fn cells(line: &str, separator: char) -> Vec<String> {
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
