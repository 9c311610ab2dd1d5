//! Chats, mails and lists that put who speaks on a line of its own, with the time or above it, and a
//! link below. Such lines are held back until it shows whether they are needed.

use super::import::{LONGEST_LINE, bare, is_alone, is_number, parts, read_code};
use super::naming::{Speaker, is_introduced, is_time, speaking};
use super::round::{plain, unmarked};
use super::table::{Header, SEPARATORS};
use crate::model::Pack;

/// The most lines that are held back: nobody says so much before a link.
const MOST_HELD: usize = 50;

/// What the last lines say of whoever's link comes next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Talk {
    speaker: Option<Speaker>,
    /// The lines since it was said, as long as no link has come.
    held: Vec<Held>,
    /// How many of them say it; none once a link has come.
    saying: usize,
}

/// A line without a result, and its number.
pub(super) type Held = (u32, String);

impl Talk {
    /// Notes a line that no result can be read from. Returns the lines that turn out to say nothing
    /// of who speaks, in their order.
    ///
    /// A time belongs to the name above it. What else stands below a time is what somebody says, up to
    /// the next one.
    pub(super) fn hear(&mut self, number: u32, line: &str) -> Vec<Held> {
        let held = (number, line.to_owned());
        let line = plain(bare(line));
        let line = bare(&line);
        let is_time = is_time(line);
        let mut useless = Vec::new();
        if is_time {
            let last = self.held.pop();
            useless = self.end();
            if let Some((number, line)) = last {
                useless.extend(self.hear(number, &line));
            }
        }
        let said = if is_time { None } else { speaking(line) };
        let is_message = |it: &Speaker| it.is_timed && said.as_ref().is_none_or(|it| !it.is_timed);
        match &mut self.speaker {
            Some(speaker) if is_time && self.held.len() == 1 => {
                speaker.is_timed = true;
                self.saying = 2;
                self.held.push(held);
            }
            Some(speaker) if !is_time && is_message(speaker) && self.held.len() < MOST_HELD => {
                self.held.push(held);
            }
            _ => {
                useless.extend(self.end());
                if said.is_some() {
                    self.saying = 1;
                    self.held.push(held);
                } else {
                    useless.push(held);
                }
                self.speaker = said;
            }
        }
        useless
    }

    /// What somebody is called whose link or code is all of this line. A further link directly
    /// behind it is the same speaker's, but only in a chat, which has times: a name alone may as well
    /// be the heading of a list of nameless people. In a chat words may stand round the link, too: they
    /// are what is said. But where those on the `next` line have a link as well, it is a list of names.
    pub(super) fn name(&mut self, pack: &Pack, line: &str, next: &str) -> Option<String> {
        let speaker = self.speaker.as_ref()?;
        // The heading of a column is nobody, wherever it stands.
        let says_it = self.held.first().filter(|_| self.saying > 0);
        if says_it.is_some_and(|(_, line)| Header::of(pack, line).is_some()) {
            return None;
        }
        // An empty cell in front says that somebody has no name, but not below a chat's line.
        let is_cell = bare(line).starts_with('\t') || speaker.may_be_cells;
        let is_whose = speaker.is_timed || !is_cell;
        let is_said =
            || speaker.is_timed && is_among_words(pack, line) && !is_among_words(pack, next);
        let is_one = parts(line).nth(1).is_none();
        if !(is_whose && is_one && (is_alone(pack, line) || is_said())) {
            return None;
        }
        let name = speaker.name.clone();
        self.held.drain(..self.saying.min(self.held.len()));
        self.saying = 0;
        if !speaker.is_timed {
            self.speaker = None;
        }
        Some(name)
    }

    /// Nobody speaks any more. Returns the lines that were not needed.
    pub(super) fn end(&mut self) -> Vec<Held> {
        self.speaker = None;
        self.left()
    }

    /// The lines that were not needed so far.
    pub(super) fn left(&mut self) -> Vec<Held> {
        self.saying = 0;
        core::mem::take(&mut self.held)
    }
}

/// Whether a line holds a link or a code without a label of its own among words, as what somebody says
/// does: it is no row of cells, and doesn't say by itself whose it is.
fn is_among_words(pack: &Pack, line: &str) -> bool {
    let line = unmarked(line);
    let line = plain(&line);
    let text = bare(&line).trim();
    if text.len() > LONGEST_LINE || text.contains('\t') || is_introduced(text) {
        return false;
    }
    let between = |char: char| char.is_whitespace() || SEPARATORS.contains(&char);
    let entry = |word: &str| read_code(pack, word).ok();
    let mut entries = text
        .split(between)
        .filter(|it| !is_number(it))
        .filter_map(entry);
    let is_unlabelled = entries.next().is_some_and(|entry| entry.label.is_none());
    is_unlabelled && !is_alone(pack, text)
}
