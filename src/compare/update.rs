//! The one step from a model and an event to the next model and what has to be done outside.
//!
//! The model is changed in place: a hundred thousand people aren't copied at every event.

use std::borrow::Cow;
use std::rc::Rc;

use super::chat::{Held, Talk};
use super::event::{Download, Effect, Event, Focus};
use super::export;
use super::import::{Entry, Reason, Unread, bare, parts, read_line};
use super::link::as_lines;
use super::order::order;
use super::people::Roster;
use super::picture::picture;
use super::record::{first_record, record};
use super::state::{
    Gone, Import, Model, Notice, Origin, Passed, ROWS_PER_PAGE, Refused, Sorting, Summary,
};
use super::table::Header;
use super::twice::twice;
use crate::export::MARK;
use crate::model::{LinkError, Pack, ToolPack};

/// How much of a text is read in one step, so many lines or so many bytes: a few milliseconds of
/// work. Whoever has a clock takes as many steps at a time as the page can wait for.
const SLICE_LINES: u32 = 500;
const SLICE_BYTES: usize = 50_000;

/// The model and the effects with which the page begins.
#[must_use]
pub fn launch(tools: Rc<ToolPack>, root: String, fragment: &str) -> (Model, Vec<Effect>) {
    let mut model = Model {
        roster: Roster::new(&tools.pack),
        tools,
        root,
        order: Vec::new(),
        sorting: None,
        page: 0,
        are_names_hidden: false,
        is_only_here: false,
        import: None,
        summary: None,
        twice: Vec::new(),
        gone: None,
        notice: None,
    };
    let effects = begin(&mut model, as_lines(fragment), Origin::Address);
    (model, effects)
}

/// Takes a step: whatever has to happen outside is in the effects, in order.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    // The page's own clock is nobody's act: what was said while it ran stays.
    if event != Event::SliceDue {
        model.notice = None;
    }
    match event {
        Event::BoxGiven(text) => begin(model, text, Origin::Box),
        Event::TextGiven(text) => begin(model, text, Origin::File),
        Event::FileTooLarge => tell(model, Notice::Refused(Refused::FileTooLarge)),
        Event::FileFailed => tell(model, Notice::Refused(Refused::FileFailed)),
        Event::FileForeign => tell(model, Notice::Refused(Refused::FileForeign)),
        Event::SliceDue => slice(model),
        Event::Cancelled => cancel(model),
        Event::SortedBy(column) => {
            let is_same = model.sorting.is_some_and(|it| it.column == column);
            let is_reversed = is_same && model.sorting.is_some_and(|it| !it.is_reversed);
            model.sorting = Some(Sorting {
                column,
                is_reversed,
            });
            rearrange(model);
            Vec::new()
        }
        Event::PageTurned(page) => {
            model.page = page.min(model.pages().saturating_sub(1));
            vec![Effect::Focus(Focus::Table)]
        }
        Event::NamesToggled => {
            model.are_names_hidden = !model.are_names_hidden;
            rearrange(model);
            vec![keep_address(model)]
        }
        Event::Removed(number) => {
            // Numbers are in the order of the people.
            let at = model
                .people()
                .binary_search_by_key(&number, |person| person.number);
            let Ok(at) = at else { return Vec::new() };
            if model.import.is_some() {
                return Vec::new();
            }
            let row = row_of(model, at);
            let Some(person) = model.roster.remove(&model.tools.pack, at) else {
                return Vec::new();
            };
            settle(model);
            model.gone = Some(Gone::One(at, Box::new(person)));
            // Whoever takes several out goes on from where they are: with the next row, or else the last.
            let row = row.min(model.order.len().saturating_sub(1));
            model.page = row / ROWS_PER_PAGE;
            let next = model.order.get(row);
            let focus = next.map_or(Focus::Box, |at| Focus::Row(*at as usize));
            vec![keep_address(model), Effect::Focus(focus)]
        }
        Event::Cleared => {
            let empty = Roster::new(&model.tools.pack);
            let gone = core::mem::replace(&mut model.roster, empty);
            settle(model);
            model.import = None;
            model.gone = (!gone.people().is_empty()).then(|| Gone::All(Box::new(gone)));
            vec![keep_address(model), Effect::Focus(Focus::Box)]
        }
        Event::ClearingUndone => {
            let focus = match model.gone.take() {
                None => return Vec::new(),
                Some(Gone::All(back)) => {
                    model.roster = *back;
                    Focus::Table
                }
                Some(Gone::One(at, person)) => {
                    model.roster.put_back(&model.tools.pack, at, *person);
                    Focus::Row(at)
                }
            };
            settle(model);
            if let Focus::Row(at) = focus {
                model.page = row_of(model, at) / ROWS_PER_PAGE;
            }
            vec![keep_address(model), Effect::Focus(focus)]
        }
        Event::CopyAsked => vec![Effect::CopyAddress],
        Event::CopyEnded(true) => tell(model, Notice::Passed(Passed::Copied)),
        Event::CopyEnded(false) => tell(model, Notice::Passed(Passed::CopyFailed)),
        Event::PictureEnded(true) => Vec::new(),
        Event::PictureEnded(false) => tell(model, Notice::Passed(Passed::PictureFailed)),
        Event::DownloadAsked(format) => vec![download(model, format)],
        Event::PrintAsked => vec![Effect::Print],
        Event::AddressChanged(fragment) => {
            let fragment = fragment.strip_prefix('#').unwrap_or(&fragment);
            if fragment == model.fragment().unwrap_or_default() {
                return Vec::new();
            }
            model.roster = Roster::new(&model.tools.pack);
            model.is_only_here = false;
            settle(model);
            begin(model, as_lines(fragment), Origin::Address)
        }
    }
}

fn tell(model: &mut Model, notice: Notice) -> Vec<Effect> {
    model.notice = Some(notice);
    Vec::new()
}

/// Begins to read a text. One that is still being read is called off, but for the sake of a text
/// without anything in it: that is not begun, and leaves the other alone.
fn begin(model: &mut Model, mut text: String, origin: Origin) -> Vec<Effect> {
    let is_blank = text.trim().is_empty();
    if is_blank && origin != Origin::Address {
        model.notice = Some(Notice::Refused(Refused::Blank));
        let is_reading = model.import.is_some();
        let focus = if is_reading {
            Focus::Cancel
        } else {
            Focus::Box
        };
        return vec![Effect::Focus(focus)];
    }
    // Another address has emptied the roster, even where it names nobody itself.
    if let Some(earlier) = model.import.take() {
        model.roster.truncate(&model.tools.pack, earlier.before);
    }
    if is_blank {
        return Vec::new();
    }
    // As spreadsheets on older Macs end their lines.
    if text.split('\r').skip(1).any(|line| !line.starts_with('\n')) {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    model.gone = None;
    model.summary = None;
    model.roster.begin_text();
    model.import = Some(Import {
        text,
        at: 0,
        file: 0,
        before: model.people().len(),
        origin,
        talk: Talk::default(),
        refused: String::new(),
        summary: Summary::default(),
    });
    // What is short is read at once: nothing flickers.
    let effects = slice(model);
    if model.import.is_some() && origin != Origin::Address {
        return [effects, vec![Effect::Focus(Focus::Cancel)]].concat();
    }
    effects
}

/// Reads the next lines.
fn slice(model: &mut Model) -> Vec<Effect> {
    let Some(mut import) = model.import.take() else {
        return Vec::new();
    };
    let pack = &model.tools.pack;
    let (mut head, mut header) = head_of(pack, &import.text, import.file);
    let (first_line, first_byte) = (import.summary.lines, import.at);
    // A broken link is no chat, and below a header each row says by itself who it is.
    let is_listed = |header: &Option<Header>| header.as_ref().is_none_or(Header::is_of_list);
    while let Some(rest) = import.text.get(import.at..).filter(|rest| !rest.is_empty()) {
        let (summary, talk, refused) = (&mut import.summary, &mut import.talk, &mut import.refused);
        if summary.lines - first_line >= SLICE_LINES || import.at - first_byte >= SLICE_BYTES {
            model.import = Some(import);
            return vec![Effect::NextSlice];
        }
        if rest.starts_with(MARK) && import.at > import.file {
            import.file = import.at;
            (head, header) = head_of(pack, &import.text, import.file);
            refuse(summary, refused, talk.end());
        }
        let (record, lines) = record(pack, rest);
        summary.lines += 1;
        // It may come again, where tables were pasted one behind the other.
        let is_header = header.is_some() && bare(record) == head;
        let line = match lines {
            _ if is_header => Cow::default(),
            1 => Cow::from(record),
            _ => Cow::from(record.lines().collect::<Vec<_>>().join(" ")),
        };
        let may_be_talk = lines == 1 && import.origin != Origin::Address && is_listed(&header);
        for part in parts(&line) {
            let read = read_line(pack, part, header.as_ref());
            if may_be_talk && read == Err(Unread::Code(LinkError::Foreign)) {
                refuse(summary, refused, talk.hear(summary.lines, part));
                continue;
            }
            let is_somebody = matches!(&read, Ok(Some(_)));
            let name = if is_somebody && may_be_talk {
                let next = rest.get(record.len() + 1..).unwrap_or_default();
                talk.name(pack, &line, next.lines().next().unwrap_or_default())
            } else {
                None
            };
            let useless = match &name {
                Some(_) => talk.left(),
                None => talk.end(),
            };
            refuse(summary, refused, useless);
            match read {
                Ok(None) => {}
                Ok(Some(Entry { answers, label })) => {
                    let label = name.or(label);
                    if model.roster.add(pack, Entry { answers, label }) {
                        summary.added += 1;
                    } else {
                        summary.refuse(summary.lines, Reason::Repeated, part);
                    }
                }
                Err(unread) => {
                    summary.refuse(summary.lines, Reason::Unread(unread), part);
                    refused.extend([part, "\n"]);
                }
            }
        }
        summary.lines += lines - 1;
        import.at += record.len() + 1;
    }
    refuse(&mut import.summary, &mut import.refused, import.talk.end());
    settle(model);
    let Import {
        origin,
        refused,
        mut summary,
        ..
    } = import;
    if origin == Origin::Address {
        // Of a link that is in order there is nothing to say.
        model.summary = Some(summary).filter(|summary| !summary.faults.is_empty());
        return Vec::new();
    }
    summary.is_left_in_box = origin == Origin::Box && !refused.is_empty();
    model.summary = Some(summary);
    // What is in the box still, while a file is read, is nobody's to take away.
    let box_filled = (origin == Origin::Box).then_some(Effect::FillBox(refused));
    let rest = [keep_address(model), Effect::Focus(Focus::Summary)];
    box_filled.into_iter().chain(rest).collect()
}

/// Lists lines that say nothing, neither of a result nor of who speaks.
fn refuse(summary: &mut Summary, refused: &mut String, lines: Vec<Held>) {
    for (number, line) in lines {
        summary.refuse(
            number,
            Reason::Unread(Unread::Code(LinkError::Foreign)),
            &line,
        );
        refused.extend([&*line, "\n"]);
    }
}

/// The first line of the file that begins here, and what it says of the columns below if it is a header.
fn head_of<'a>(pack: &Pack, text: &'a str, file: usize) -> (&'a str, Option<Header>) {
    let head = bare(first_record(pack, text.get(file..).unwrap_or_default()));
    (head, Header::of(pack, head))
}

/// Calls the reading off: nobody of it stays.
fn cancel(model: &mut Model) -> Vec<Effect> {
    let Some(import) = model.import.take() else {
        return Vec::new();
    };
    model.roster.truncate(&model.tools.pack, import.before);
    settle(model);
    model.summary = Some(Summary {
        is_cancelled: true,
        ..import.summary
    });
    vec![keep_address(model), Effect::Focus(Focus::Summary)]
}

/// The people have changed: the table begins anew, and what was said of them is past.
fn settle(model: &mut Model) {
    model.summary = None;
    model.gone = None;
    model.twice = twice(model.people());
    rearrange(model);
}

fn rearrange(model: &mut Model) {
    model.order = order(model.roster.people(), model.sorting, model.are_names_hidden);
    model.page = 0;
}

/// In which row of the table somebody is, by their place; the first where nobody is.
fn row_of(model: &Model, at: usize) -> usize {
    let row = model.order.iter().position(|it| *it as usize == at);
    row.unwrap_or(0)
}

/// The people have changed, or what may be said of them: so does the address, if it can hold them.
fn keep_address(model: &mut Model) -> Effect {
    let fragment = model.fragment();
    model.is_only_here = fragment.is_none() && !model.people().is_empty();
    Effect::ReplaceAddress(fragment.unwrap_or_default())
}

fn download(model: &mut Model, format: Download) -> Effect {
    // A picture brings nobody back.
    model.is_only_here &= format == Download::Png;
    match format {
        Download::Csv => Effect::Download(export::csv(model)),
        Download::Json => Effect::Download(export::json(model)),
        Download::Png => Effect::Draw(picture(model)),
    }
}
