//! The browser's way into the form alone: start, questions, review. It is there before the rest;
//! `static/boot.js` lets the whole widget take over when there is a result to show.

use std::cell::Cell;
use std::rc::Rc;

use clientele::browser::Start;
use clientele::model::Pack;
use js_sys::Function;
use wasm_bindgen::prelude::*;

thread_local! {
    /// What was read, until it is drawn.
    static PACK: Cell<Option<Rc<Pack>>> = const { Cell::new(None) };
}

/// Reads the form's pack. Throws what is wrong with it, while it can still be fetched anew.
#[wasm_bindgen]
pub fn read(pack: &[u8]) -> Result<(), JsError> {
    PACK.set(Some(Rc::new(Pack::from_bytes(pack)?)));
    Ok(())
}

/// Begins with what was read. `kept` is the progress where a script of the page keeps it rather than the browser's storage
/// (empty: none so far); `whole` is called when there is a result to show; `early` is the progress made on the page before
/// any app was there.
#[wasm_bindgen]
pub fn begin(kept: Option<String>, whole: Function, early: Option<String>) {
    if let Some(pack) = PACK.take() {
        clientele::browser::begin_form(Start {
            pack,
            kept_by_page: kept,
            early,
            handed: None,
            whole: Some(whole),
        });
    }
}

/// Leaves the page to the whole widget, which goes on with the progress that this says.
#[must_use]
#[wasm_bindgen]
pub fn end() -> Option<String> {
    clientele::browser::end_form()
}

fn main() {}
