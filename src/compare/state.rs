//! What the page knows at any moment.

use std::rc::Rc;

use super::chat::Talk;
use super::event::Column;
use super::import::{Fault, Reason};
use super::link;
use super::order::sort;
use super::people::{Person, Roster};
use crate::model::{Pack, ToolPack, ToolPhrase};

/// How many rows of the table are drawn at a time.
pub const ROWS_PER_PAGE: usize = 100;

/// The most refused lines that are kept and listed; all of them are counted.
pub const MOST_FAULTS: usize = 50;

/// How many of those who are in the list more than once are named.
const MOST_TWICE: usize = 12;

/// Everything that the page is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The questionnaire and the page's sentences.
    pub tools: Rc<ToolPack>,
    /// The way to the site's first page.
    pub root: String,
    /// The people and their figures.
    pub roster: Roster,
    /// The places of the people in the order of the table.
    pub order: Vec<u32>,
    /// How the table is sorted; as they came, unless somebody chose.
    pub sorting: Option<Sorting>,
    /// Which part of the table is shown, from 0.
    pub page: usize,
    /// Whether names are hidden.
    pub are_names_hidden: bool,
    /// Whether this page alone has the people: more than an address holds, and not saved since they changed.
    pub is_only_here: bool,
    /// The text that is being read.
    pub import: Option<Import>,
    /// How the last reading ended.
    pub summary: Option<Summary>,
    /// Who is in the list more than once, with different results: the place of the first of each name.
    pub twice: Vec<u32>,
    /// Who was taken out last, should that have been a slip.
    pub gone: Option<Gone>,
    /// What else has to be said.
    pub notice: Option<Notice>,
}

/// How a table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sorting {
    /// By which column.
    pub column: Column,
    /// Whether the other way round than at the first press.
    pub is_reversed: bool,
}

impl Sorting {
    /// The direction as `aria-sort` names it. Scores begin with the client's, the largest; all else goes up first.
    #[must_use]
    pub fn direction(self) -> &'static str {
        if (self.column == Column::Score) == self.is_reversed {
            "ascending"
        } else {
            "descending"
        }
    }
}

/// Who was taken out last, and can be brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gone {
    /// Everybody.
    All(Box<Roster>),
    /// Somebody, and the place they had.
    One(usize, Box<Person>),
}

/// A text on its way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The text.
    pub text: String,
    /// How many bytes of it are read.
    pub at: usize,
    /// Where the file begins that is being read.
    pub(super) file: usize,
    /// How many people there were before.
    pub before: usize,
    /// Where it comes from.
    pub(super) origin: Origin,
    /// Who speaks in it, where lines of their own say so.
    pub(super) talk: Talk,
    /// What can't be read of it, line by line, so that it can be put right.
    pub(super) refused: String,
    /// What came of it so far.
    pub summary: Summary,
}

/// Where a text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The page's own address.
    Address,
    /// The box that texts are pasted into.
    Box,
    /// A file, or a text that was dropped.
    File,
}

/// What came of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many lines there were.
    pub lines: u32,
    /// How many people came in.
    pub added: u32,
    /// How many lines repeated somebody.
    pub repeated: u32,
    /// How many lines could not be read.
    pub unreadable: u32,
    /// The first of the lines that were not taken in.
    pub faults: Vec<Fault>,
    /// Whether it was called off.
    pub is_cancelled: bool,
    /// Whether the lines that can't be read are in the box still.
    pub is_left_in_box: bool,
}

impl Summary {
    /// Notes a line that was not taken in, by its number.
    pub(super) fn refuse(&mut self, line: u32, reason: Reason, text: &str) {
        match reason {
            Reason::Repeated => self.repeated += 1,
            Reason::Unread(_) => self.unreadable += 1,
        }
        if self.faults.len() == MOST_FAULTS && reason != Reason::Repeated {
            // What can be put right is worth more than what is there already.
            let is_repeated = |it: &Fault| it.reason == Reason::Repeated;
            if let Some(at) = self.faults.iter().rposition(is_repeated) {
                self.faults.remove(at);
            }
        }
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault::new(line, reason, text));
        }
    }
}

/// Something to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// What went wrong on the way in; said where texts and files are handed over.
    Refused(Refused),
    /// How passing on went; said beside its buttons.
    Passed(Passed),
}

/// Why nothing of a text or a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The file is too large to be one of ours.
    FileTooLarge,
    /// The file could not be read.
    FileFailed,
    /// The file is a spreadsheet's own, and no text.
    FileForeign,
    /// There was no text.
    Blank,
}

/// What became of what was to be passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// The link is in the clipboard.
    Copied,
    /// The browser refused to copy it.
    CopyFailed,
    /// The browser could not draw or save the picture.
    PictureFailed,
}

impl Model {
    /// The questionnaire.
    #[must_use]
    pub fn pack(&self) -> &Pack {
        &self.tools.pack
    }

    /// The people.
    #[must_use]
    pub fn people(&self) -> &[Person] {
        self.roster.people()
    }

    /// What somebody is called on the page.
    #[must_use]
    pub fn name(&self, person: &Person) -> String {
        match &person.label {
            Some(label) if !self.are_names_hidden => label.to_string(),
            _ => self.tools.fill(
                ToolPhrase::ComparisonPerson,
                &[("number", &person.number.to_string())],
            ),
        }
    }

    /// The first names of those who are in the list more than once, with different results; `None`
    /// where nobody is, names are hidden, or more is being read.
    #[must_use]
    pub fn named_twice(&self) -> Option<String> {
        if self.twice.is_empty() || self.are_names_hidden || self.import.is_some() {
            return None;
        }
        let people = self.twice.iter().take(MOST_TWICE);
        let people = people.filter_map(|at| self.people().get(usize::try_from(*at).ok()?));
        let mut names: Vec<String> = people.map(|person| self.name(person)).collect();
        if self.twice.len() > MOST_TWICE {
            names.push("…".to_owned());
        }
        Some(names.join("; "))
    }

    /// What somebody is called in links and files; a number without a meaning is left out.
    #[must_use]
    pub fn label<'a>(&self, person: &'a Person) -> Option<&'a str> {
        let label = person.label.as_deref();
        label.filter(|_| !self.are_names_hidden)
    }

    /// The fragment of this comparison; `None` where a link can't hold it.
    #[must_use]
    pub fn fragment(&self) -> Option<String> {
        if self.people().len() > link::MOST_IN_LINK {
            return None;
        }
        let mut order: Vec<u32> = (0..u32::try_from(self.people().len()).ok()?).collect();
        let person = |at: &u32| &self.people()[*at as usize];
        if self.are_names_hidden {
            // Whoever knows in which order they came would know who is who.
            sort(&mut order, &|a, b| {
                let [a, b] = [a, b].map(|at| person(&at).answers.numbers());
                a.cmp(b)
            });
        }
        let people: Vec<&Person> = order.iter().map(person).collect();
        link::print(&people, |person| self.label(person))
    }

    /// The people of the table's present part, with their places.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &Person)> {
        let rows = self
            .order
            .iter()
            .skip(self.page * ROWS_PER_PAGE)
            .take(ROWS_PER_PAGE);
        rows.filter_map(|at| {
            let at = usize::try_from(*at).ok()?;
            Some((at, self.people().get(at)?))
        })
    }

    /// How many parts the table has.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.people().len().div_ceil(ROWS_PER_PAGE)
    }
}
