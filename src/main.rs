//! The browser's way into the whole widget: `static/boot.js` fetches the wasm and the pack side by
//! side, and hands the pack over here.

use wasm_bindgen::prelude::*;

/// Begins with a pack; `kept` is the progress where a script of the page keeps it rather than the
/// browser's storage (empty: none so far), `handed` the one that the form's app hands over. Throws
/// what is wrong with the pack, which the page then tells the visitor.
#[wasm_bindgen]
pub fn begin(pack: &[u8], kept: Option<String>, handed: Option<String>) -> Result<(), JsError> {
    Ok(clientele::browser::begin(pack, kept, handed)?)
}

fn main() {}
