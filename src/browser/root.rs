//! Where the page is drawn.

use web_sys::Element;

/// The element `#app`, without what it held before there was an app.
pub(super) fn emptied() -> Option<Element> {
    let document = web_sys::window()?.document()?;
    let root = document.get_element_by_id("app")?;
    root.set_text_content(None);
    Some(root)
}
