//! The browser's way in: `static/boot.js` fetches the wasm and the pack side by side, and hands
//! the pack over here.

use wasm_bindgen::prelude::*;

/// Begins with a pack, and with the progress where a script of the page keeps it rather than the
/// browser's storage (empty: none so far); throws what is wrong with it, which the page then tells the visitor.
#[wasm_bindgen]
pub fn begin(pack: &[u8], kept: Option<String>) -> Result<(), JsError> {
    Ok(clientele::browser::begin(pack, kept)?)
}

fn main() {}
