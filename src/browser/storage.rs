//! What the browser keeps between visits: one line of progress, and what could not be read.

use web_sys::{Storage, StorageEvent};

use crate::flow::Stored;

const PROGRESS: &str = "clientele.progress";
const SET_ASIDE: &str = "clientele.set-aside";

/// The browser kept nothing.
pub(super) struct Refused;

fn storage() -> Result<Storage, Refused> {
    web_sys::window()
        .and_then(|window| window.local_storage().ok().flatten())
        .ok_or(Refused)
}

/// What was kept, if the browser lets us look.
pub(super) fn load() -> Stored {
    match storage().and_then(|storage| storage.get_item(PROGRESS).map_err(|_| Refused)) {
        Ok(Some(text)) => Stored::Text(text),
        Ok(None) => Stored::Nothing,
        Err(Refused) => Stored::Denied,
    }
}

/// Keeps the progress.
pub(super) fn save(progress: &str) -> Result<(), Refused> {
    storage()?.set_item(PROGRESS, progress).map_err(|_| Refused)
}

/// Forgets the progress.
pub(super) fn forget() -> Result<(), Refused> {
    storage()?.remove_item(PROGRESS).map_err(|_| Refused)
}

/// Whether an event of another tab is about the progress; clearing everything is, too.
pub(super) fn concerns_progress(event: &StorageEvent) -> bool {
    event.key().is_none_or(|key| key == PROGRESS)
}

/// Keeps what could not be read under another name, so that nothing is lost.
pub(super) fn set_aside(text: &str) -> Result<(), Refused> {
    let storage = storage()?;
    storage.set_item(SET_ASIDE, text).map_err(|_| Refused)?;
    storage.remove_item(PROGRESS).map_err(|_| Refused)
}
