//! The page that the app is in: where it is drawn, what it says of itself, what its window is called.

use web_sys::{Document, Element};

use crate::embed::Package;

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element with this id, without what it held before there was an app.
pub(super) fn emptied(id: &str) -> Option<Element> {
    let place = document()?.get_element_by_id(id)?;
    place.set_text_content(None);
    Some(place)
}

/// Calls the window so.
pub(super) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The way to the site's first page: empty there, `../../` two folders below.
pub(super) fn root() -> String {
    said("data-root")
}

/// Which of the site's pages this is.
pub(super) fn kind() -> String {
    said("data-page")
}

/// What the page says of itself.
fn said(attribute: &str) -> String {
    document()
        .and_then(|document| document.document_element())
        .and_then(|html| html.get_attribute(attribute))
        .unwrap_or_default()
}

/// The course packages whose files the page's head names.
pub(super) fn packages() -> Vec<Package> {
    let named = document()
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
