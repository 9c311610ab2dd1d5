//! The address and the history. The path and the query stay as they are; only the fragment changes.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::{History, Location};

use super::{frame, root};
use crate::embed::Package;

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

/// Leaves this page for another, which takes its place in the history: that at the end of a way, with this page's query.
pub(super) fn leave_for(way: &str, fragment: &str) {
    if let Some(location) = location() {
        let query = location.search().unwrap_or_default();
        let _refused = location.replace(&[way, &query, "#", fragment].concat());
    }
}

/// The page's own origin.
pub(super) fn origin() -> String {
    location()
        .and_then(|location| location.origin().ok())
        .unwrap_or_default()
}

/// The course packages whose files the page's head names.
pub(super) fn packages() -> Vec<Package> {
    let named = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| {
            let selector = "meta[name=clientele-packages]";
            document.query_selector(selector).ok().flatten()
        })
        .and_then(|meta| meta.get_attribute("content"));
    let named = named.unwrap_or_default();
    named
        .split_whitespace()
        .filter_map(Package::named)
        .collect()
}

/// The way to the site's first page.
pub(super) fn root() -> String {
    said("data-root")
}

/// Which of the site's pages this is.
pub(super) fn page() -> String {
    said("data-page")
}

/// What the page says of itself.
fn said(attribute: &str) -> String {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element())
        .and_then(|html| html.get_attribute(attribute))
        .unwrap_or_default()
}

/// What the browser's history is still to hear of: addresses, and the title of the last. They wait until
/// the screen they belong to is drawn: a browser brings everything up to date for a new address and
/// tells its other parts of a new title, which took longer than a question itself.
#[derive(Clone, Default)]
pub(super) struct Journey(Rc<RefCell<Ahead>>);

#[derive(Default)]
struct Ahead {
    addresses: Vec<String>,
    title: Option<String>,
}

impl Journey {
    /// Adds an address once the next frame is drawn, or with the next step.
    pub(super) fn set_out(&self, fragment: String) {
        self.add(|ahead| ahead.addresses.push(fragment));
    }

    /// Calls the window so, at the same time. After the address: a title is that of the entry it meets.
    pub(super) fn entitle(&self, title: &str) {
        self.add(|ahead| ahead.title = Some(title.to_owned()));
    }

    fn add(&self, what: impl FnOnce(&mut Ahead)) {
        let mut ahead = self.0.borrow_mut();
        if ahead.addresses.is_empty() && ahead.title.is_none() {
            let journey = self.clone();
            frame::once_drawn(move || journey.arrive());
        }
        what(&mut ahead);
    }

    /// Tells the browser all of it, now.
    pub(super) fn arrive(&self) {
        let ahead = self.0.take();
        for fragment in ahead.addresses {
            push(&fragment);
        }
        if let Some(title) = ahead.title {
            root::entitle(&title);
        }
    }

    /// Forgets the addresses that have set out: the visitor has gone elsewhere.
    pub(super) fn call_off(&self) {
        self.0.borrow_mut().addresses.clear();
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
