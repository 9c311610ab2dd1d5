//! What can happen on the page, and what has to be done about it outside.

use super::part::Part;
use super::settings::Key;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A control was changed: what it holds now.
    Chosen(Key, String),
    /// A part was ticked, or no longer.
    PartToggled(Part),
    /// The preview was wanted so wide.
    WidthChosen(Width),
    /// Everything was wanted as usual again.
    Reset,
    /// What had been chosen before that was wanted back.
    ResetUndone,
    /// How the preview can be kept apart was found out.
    ShelterKnown(Shelter),
    /// The preview's place is on screen, or soon will be.
    PreviewNeared,
    /// The widget in the preview is there.
    PreviewReady,
    /// It said how high it is.
    PreviewMeasured(u32),
    /// Something was to be copied.
    CopyAsked(Copied),
    /// Whether the browser copied it.
    CopyEnded(Copied, bool),
    /// The browser's address changed: its fragment.
    AddressChanged(String),
}

/// How wide the preview is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// As a phone.
    Phone,
    /// As there is room.
    Room,
}

/// How the preview is kept apart from the visitor's own answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelter {
    /// The frame has a storage of its own, which is forgotten with the page.
    OwnStorage,
    /// The frame is in a sandbox without an origin, and so has no storage.
    Sandbox,
    /// It isn't: this browser has no frames of the first kind, and the server lets no page without
    /// an origin read its files.
    None,
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The lines to paste.
    Snippet,
    /// The page's own address, with these settings in it.
    Link,
}

/// Something to do outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Put this fragment in place of the present one, without a step in the history.
    ReplaceAddress(String),
    /// Tell the widget in the preview these settings, by name.
    Configure(Vec<(&'static str, String)>),
    /// Copy this text, then report [`Event::CopyEnded`].
    Copy(Copied, String),
    /// Copy the page's address, then report [`Event::CopyEnded`].
    CopyAddress,
    /// Put the focus on the way to begin again.
    FocusReset,
}
