//! What a control holds at the moment.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement};

/// The value chosen in the `select` that an event came from; empty when it came from elsewhere.
#[must_use]
pub fn chosen_value(event: &Event) -> String {
    event
        .target()
        .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok())
        .map(|select| select.value())
        .unwrap_or_default()
}
