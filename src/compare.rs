//! The page that lays many results side by side: a model of its own, events in the past tense,
//! effects to carry out, and one pure [`update`] between them. No browser here: the shell in
//! `browser` carries the effects out.

mod chat;
mod event;
mod export;
mod headings;
mod import;
mod link;
mod naming;
mod order;
mod people;
mod picture;
mod record;
mod round;
pub(crate) mod shapes;
mod state;
mod table;
mod twice;
mod update;
pub(crate) mod words;

pub use event::{Column, Download, Effect, Event, Focus};
pub use export::{csv, json};
pub use import::{Entry, Fault, Reason, Unread, bare, parts, read_line};
pub use link::MOST_IN_LINK;
pub use people::{Person, Roster};
pub use picture::picture;
pub use record::{add_file, first_record, record};
pub use state::{
    Gone, Import, MOST_FAULTS, Model, Notice, Passed, ROWS_PER_PAGE, Refused, Sorting, Summary,
};
pub use table::Header;
pub use update::{launch, update};
