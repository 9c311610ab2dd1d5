//! The browser's way into the form alone: start, questions, review. It is there before the rest;
//! `static/boot.js` lets the whole widget take over when there is a result to show.

use clientele::model::Pack;
use js_sys::Function;
use wasm_bindgen::prelude::*;

/// Begins with the form's pack, which is short enough to be read and drawn in one step. `kept` is the progress where a
/// script of the page keeps it rather than the browser's storage (empty: none so far); `whole` is called when there is a
/// result to show; `early` is the progress made on the page before any app was there. Throws what is wrong with the pack,
/// which the page then tells the visitor.
#[wasm_bindgen]
pub fn begin(
    pack: &[u8],
    kept: Option<String>,
    whole: Function,
    early: Option<String>,
) -> Result<(), JsError> {
    clientele::browser::begin_form(Pack::from_bytes(pack)?, kept, whole, early);
    Ok(())
}

/// Leaves the page to the whole widget, which goes on with the progress that this says.
#[must_use]
#[wasm_bindgen]
pub fn end() -> Option<String> {
    clientele::browser::end_form()
}

fn main() {}
