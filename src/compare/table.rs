//! Tables: the cells of a row, and what a header says of its columns.

use super::headings::{NameColumns, columns_of_names, heading, may_head_names, other_columns};
use super::import::{LONGEST_LINE, bare, codes};
use super::naming::is_figures;
use super::round::unmarked;
use crate::model::Pack;

/// What parts the cells of a line, the least likely in a label first.
pub(super) const SEPARATORS: [char; 3] = ['\t', ';', ','];

/// Where a table has its names, by its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    separator: char,
    /// A heading alone is that of a list, in which each line says by itself who it is.
    is_alone: bool,
    /// The columns of names, those that count most first: one each, or two that hold its halves.
    names: Vec<NameColumns>,
    /// The columns that are headed in a way that we don't know.
    unknown: Vec<usize>,
}

impl Header {
    /// What a line says of the columns below it; `None` where no column is headed as one is, or
    /// somebody's code stands among them.
    #[must_use]
    pub fn of(pack: &Pack, line: &str) -> Option<Self> {
        let line = unmarked(line);
        let line = bare(&line);
        if line.len() > LONGEST_LINE || codes(pack, line).next().is_some() {
            return None;
        }
        SEPARATORS.into_iter().find_map(|separator| {
            let heads = cells(line, separator);
            let row: Vec<String> = heads.iter().map(|cell| heading(cell)).collect();
            let names = columns_of_names(&row);
            let others = other_columns(&row);
            let is_header = !names.is_empty() || !others.is_empty();
            let unknown = (0..row.len())
                .filter(|at| !others.contains(at) && may_head_names(&heads[*at], &row[*at]))
                .collect();
            is_header.then_some(Self {
                separator,
                is_alone: row.len() == 1,
                names,
                unknown,
            })
        })
    }

    /// Whether it stands above a list, in which each line says by itself who it is.
    pub(super) fn is_of_list(&self) -> bool {
        self.is_alone
    }

    /// Whether the header itself says that a column holds names; what else could be one comes behind a link's own label.
    pub(super) fn has_names(&self) -> bool {
        !self.names.is_empty()
    }

    /// What a row of the table has in the first of its columns of names that is not empty, or where there is none, in the
    /// only column that could be one; nothing where all are empty. `None` where the header doesn't say who this row is: it
    /// is that of another table, or the code stands where the name should.
    pub(super) fn name(&self, separator: char, row: &[String], code: usize) -> Option<String> {
        let mut names = self.names.iter().filter(|it| !it.hold(code)).peekable();
        let is_elsewhere = self.has_names() && names.peek().is_none();
        if self.separator != separator || self.is_alone || is_elsewhere {
            return None;
        }
        let cell = |at: usize| row.get(at).map_or("", |cell| cell.trim());
        if !self.has_names() {
            // Whatever the column of the code is called, it is known now.
            let mut unknown = self.unknown.iter().filter(|at| **at != code);
            let only = unknown.next().filter(|_| unknown.next().is_none());
            let name = only.map(|at| cell(*at)).filter(|name| may_be_name(name));
            return Some(name.unwrap_or_default().to_owned());
        }
        let name = names.find_map(|it| {
            let name = match *it {
                NameColumns::Whole(at) => cell(at).to_owned(),
                NameColumns::Halves(first, last) => [cell(first), " ", cell(last)].concat(),
            };
            Some(name.trim().to_owned()).filter(|name| !name.is_empty())
        });
        Some(name.unwrap_or_default())
    }
}

/// Whether what stands below a heading that we don't know may be a name: no date, number or address is.
fn may_be_name(text: &str) -> bool {
    let is_address = |word: &str| {
        word.contains("://") || word.starts_with("www.") || word.find('@').is_some_and(|at| at > 0)
    };
    !is_figures(text) && !text.split_whitespace().any(is_address)
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
