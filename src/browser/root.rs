//! Where the page is drawn, and what its window is called.

use web_sys::{Document, Element};

/// The element `#app`, without what it held before there was an app.
pub(super) fn emptied() -> Option<Element> {
    let root = document()?.get_element_by_id("app")?;
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
