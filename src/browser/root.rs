//! Where the page is drawn, and what its window is called.

use web_sys::{Document, Element};

/// The element with this id, without what it held before there was an app.
pub(super) fn emptied(id: &str) -> Option<Element> {
    let root = document()?.get_element_by_id(id)?;
    root.set_text_content(None);
    Some(root)
}

/// Calls the window so.
pub(super) fn entitle(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
