//! The browser's way into the whole widget: `static/boot.js` fetches the wasm and the pack side by
//! side, hands the pack over, and begins.

use std::cell::Cell;
use std::rc::Rc;

use clientele::browser::Start;
use clientele::model::Pack;
use wasm_bindgen::prelude::*;

thread_local! {
    /// What was read, until it is drawn.
    static PACK: Cell<Option<Rc<Pack>>> = const { Cell::new(None) };
}

/// Reads the pack, in a step of its own, and rehearses the first drawing in another: a slow phone that did all at once would
/// answer to nothing meanwhile. Throws what is wrong with it, while it can still be fetched anew.
#[wasm_bindgen]
pub fn read(pack: &[u8]) -> Result<(), JsError> {
    let pack = Rc::new(Pack::from_bytes(pack)?);
    clientele::browser::rehearse(&pack);
    PACK.set(Some(pack));
    Ok(())
}

/// Begins with what was read; `kept` is the progress where a script of the page keeps it rather
/// than the browser's storage (empty: none so far), `handed` the one that the form's app hands
/// over, `early` the one made on the page before any app was there.
#[wasm_bindgen]
pub fn begin(kept: Option<String>, handed: Option<String>, early: Option<String>) {
    if let Some(pack) = PACK.take() {
        clientele::browser::begin(Start {
            pack,
            kept_by_page: kept,
            early,
            handed,
            whole: None,
        });
    }
}

fn main() {}
