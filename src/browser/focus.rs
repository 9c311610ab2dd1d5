//! Moving the focus once a screen is drawn.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

use super::page;
use crate::flow::Focus;
use crate::route::Route;

/// Moves the focus; where the element is not there, it stays.
pub(super) fn focus(target: Focus) {
    let Some(document) = page::document() else {
        return;
    };
    match target {
        Focus::Heading => {
            focus_first(&document, "#heading");
            // Only where it is not there yet: scrolling nowhere delays the frame all the same.
            if let Some(window) = web_sys::window()
                && window.scroll_y() != Ok(0.0)
            {
                window.scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
        Focus::Option(place) => focus_first(&document, &format!("#choice-{place}")),
        Focus::Change(number) => {
            let address = Route::Change(number).print();
            focus_first(&document, &format!("[href='#{address}']"));
        }
        Focus::TrialButton => focus_first(&document, "#trial-button"),
        Focus::TrialPanel => focus_first(&document, ".chart select"),
        Focus::Part(id) => focus_first(&document, &format!("#{id}")),
    }
}

/// Moves the focus to the first element that a selector matches.
pub(super) fn focus_on(selector: &str) {
    if let Some(document) = page::document() {
        focus_first(&document, selector);
    }
}

fn focus_first(document: &Document, selector: &str) {
    let found = document.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _refused = element.focus();
    }
}
