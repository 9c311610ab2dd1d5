//! What can happen on the page, and what has to be done about it outside.

use crate::export::{File, Picture};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// What is in the box was handed over.
    BoxGiven(String),
    /// A text was handed over from a file, or dropped.
    TextGiven(String),
    /// A file was too large to be one of ours.
    FileTooLarge,
    /// A file could not be read.
    FileFailed,
    /// A file was a spreadsheet's own, and no text.
    FileForeign,
    /// The next slice of the text may be read.
    SliceDue,
    /// The reading was called off.
    Cancelled,
    /// A column was chosen to sort by; the same one again turns the order round.
    SortedBy(Column),
    /// Another part of the table was asked for, from 0.
    PageTurned(usize),
    /// Names were hidden, or shown again.
    NamesToggled,
    /// Somebody was taken out, by their number: places move on with each who goes.
    Removed(u32),
    /// Everybody was taken out.
    Cleared,
    /// Who was taken out last was wanted back.
    ClearingUndone,
    /// The link was to be copied.
    CopyAsked,
    /// Whether the browser copied the link.
    CopyEnded(bool),
    /// A file was asked for.
    DownloadAsked(Download),
    /// Whether the browser drew and saved the picture.
    PictureEnded(bool),
    /// Paper was asked for.
    PrintAsked,
    /// The browser's address changed: its fragment.
    AddressChanged(String),
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What somebody is called.
    Name,
    /// From client to customer.
    Verdict,
    /// The client's end first, as everywhere.
    Score,
    /// How many answers count.
    Answered,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Download {
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
    /// The charts, for slides.
    Png,
}

/// Something to do outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Let the page answer, then report [`Event::SliceDue`].
    NextSlice,
    /// Leave this alone in the box that texts are pasted into.
    FillBox(String),
    /// Put this fragment in place of the present one, without a step in the history.
    ReplaceAddress(String),
    /// Copy the page's address.
    CopyAddress,
    /// Save a file.
    Download(File),
    /// Draw and save a picture, then report [`Event::PictureEnded`].
    Draw(Picture),
    /// Print the page.
    Print,
    /// Move the focus once the page is drawn.
    Focus(Focus),
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// What was read.
    Summary,
    /// The table's heading.
    Table,
    /// The control that takes somebody out, by their place among the people.
    Row(usize),
    /// The box to paste into.
    Box,
    /// The control that calls a reading off.
    Cancel,
}
