//! The address and the history. The path and the query stay as they are; only the fragment changes.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::{History, Location, Url};

use super::{frame, page};

fn location() -> Option<Location> {
    web_sys::window().map(|window| window.location())
}

/// The present fragment with its `#`, or nothing.
pub(super) fn fragment() -> String {
    location()
        .and_then(|location| location.hash().ok())
        .unwrap_or_default()
}

/// All of the present address.
pub(super) fn whole() -> String {
    location()
        .and_then(|location| location.href().ok())
        .unwrap_or_default()
}

/// Leaves this page for the site's first one, which takes its place in the history, with this page's query. `root` is the way
/// there from this page.
pub(super) fn leave_for_home(root: &str, fragment: &str) {
    if let Some(location) = location() {
        let query = location.search().unwrap_or_default();
        let _refused = location.replace(&[root, &query, "#", fragment].concat());
    }
}

/// The page's own origin.
pub(super) fn origin() -> String {
    location()
        .and_then(|location| location.origin().ok())
        .unwrap_or_default()
}

/// The whole address of the site's first page, given the way there from this page.
pub(super) fn home(root: &str) -> String {
    // An empty way would mean this very page, file name and all.
    let root = if root.is_empty() { "./" } else { root };
    let home = Url::new_with_base(root, &whole()).map(|url| {
        url.set_search("");
        url.set_hash("");
        url.href()
    });
    home.unwrap_or_default()
}

/// What the browser's history is still to hear of: addresses, and the title of the last. They wait until
/// the screen they belong to is drawn: a browser brings everything up to date for a new address and
/// tells its other parts of a new title, which took longer than a question itself.
#[derive(Clone, Default)]
pub(super) struct PendingHistory(Rc<RefCell<Pending>>);

#[derive(Default)]
struct Pending {
    pushes: Vec<String>,
    title: Option<String>,
}

impl PendingHistory {
    /// Adds an address once the next frame is drawn, or with the next step.
    pub(super) fn push(&self, fragment: String) {
        self.add(|pending| pending.pushes.push(fragment));
    }

    /// Calls the window so, behind the addresses: a browser gives a title to the entry that it is at.
    pub(super) fn set_title(&self, title: &str) {
        self.add(|pending| pending.title = Some(title.to_owned()));
    }

    fn add(&self, what: impl FnOnce(&mut Pending)) {
        let mut pending = self.0.borrow_mut();
        if pending.pushes.is_empty() && pending.title.is_none() {
            let history = self.clone();
            frame::once_drawn(move || history.flush());
        }
        what(&mut pending);
    }

    /// Tells the browser all of it, now.
    pub(super) fn flush(&self) {
        let pending = self.0.take();
        for fragment in pending.pushes {
            push(&fragment);
        }
        if let Some(title) = pending.title {
            page::set_title(&title);
        }
    }

    /// Forgets the addresses: the visitor has gone elsewhere.
    pub(super) fn forget_pushes(&self) {
        self.0.borrow_mut().pushes.clear();
    }
}

/// Adds an address to the history, unless it is there already: what is pressed twice leads to one
/// place. A history that refuses (a sandboxed frame, too many calls) costs the address, not the screen.
fn push(to: &str) {
    if fragment().trim_start_matches('#') == to {
        return;
    }
    change(to, |history, url| {
        history.push_state_with_url(&JsValue::NULL, "", Some(url))
    });
}

/// Puts an address in place of the present one.
pub(super) fn replace(fragment: &str) {
    change(fragment, |history, url| {
        history.replace_state_with_url(&JsValue::NULL, "", Some(url))
    });
}

fn change(fragment: &str, to: fn(&History, &str) -> Result<(), JsValue>) {
    let Some((window, location)) = web_sys::window().zip(location()) else {
        return;
    };
    let here = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let url = if fragment.is_empty() {
        here
    } else {
        format!("{here}#{fragment}")
    };
    if let Ok(history) = window.history() {
        let _refused = to(&history, &url);
    }
}
