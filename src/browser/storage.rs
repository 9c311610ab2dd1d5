//! What is kept between visits: one line of progress, and what could not be read. By the browser,
//! or by a script of the page, which is told instead.

use web_sys::{Storage, StorageEvent};

use super::host;
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

/// Who keeps the progress.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keeper {
    /// The browser's storage.
    Browser,
    /// A script of the page, a course's adapter for instance. The browser's storage isn't touched.
    Page,
}

impl Keeper {
    /// Who keeps it, and what was kept, if the browser lets us look; `given` is what the page's
    /// script had kept.
    pub(super) fn of(given: Option<&str>) -> (Self, Stored) {
        match given {
            Some("") => (Self::Page, Stored::Nothing),
            Some(text) => (Self::Page, Stored::Text(text.to_owned())),
            None => (Self::Browser, load()),
        }
    }

    /// What the browser keeps now.
    pub(super) fn kept(self) -> Stored {
        match self {
            Self::Browser => load(),
            Self::Page => Stored::Denied,
        }
    }

    /// Keeps the progress.
    pub(super) fn save(self, progress: &str) -> Result<(), Refused> {
        match self {
            Self::Browser => storage()?.set_item(PROGRESS, progress).map_err(|_| Refused),
            Self::Page => {
                host::progress(progress);
                Ok(())
            }
        }
    }

    /// Forgets the progress, and what was set aside.
    pub(super) fn forget(self) -> Result<(), Refused> {
        match self {
            Self::Browser => {
                let storage = storage()?;
                storage.remove_item(SET_ASIDE).map_err(|_| Refused)?;
                storage.remove_item(PROGRESS).map_err(|_| Refused)
            }
            Self::Page => self.save(""),
        }
    }

    /// Keeps what could not be read under another name, too, so that nothing is lost. It stays where
    /// it is until there is something new to keep: a later version, in another tab or once it is
    /// back, goes on from it. A page's script has it already.
    pub(super) fn set_aside(self, text: &str) -> Result<(), Refused> {
        match self {
            Self::Browser => storage()?.set_item(SET_ASIDE, text).map_err(|_| Refused),
            Self::Page => Ok(()),
        }
    }

    /// Whether an event of another tab is about the progress. Clearing everything is not: that may be
    /// any page of the host, and the next answer keeps all of this tab's again.
    pub(super) fn is_concerned(self, event: &StorageEvent) -> bool {
        self == Self::Browser && event.key().is_some_and(|key| key == PROGRESS)
    }
}

fn load() -> Stored {
    let read = |key| storage()?.get_item(key).map_err(|_| Refused);
    match read(PROGRESS) {
        Ok(Some(text)) if matches!(read(SET_ASIDE), Ok(Some(aside)) if aside == text) => {
            Stored::Aside(text)
        }
        Ok(Some(text)) => Stored::Text(text),
        Ok(None) => Stored::Nothing,
        Err(Refused) => Stored::Denied,
    }
}
