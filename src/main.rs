//! The browser's way in: `static/boot.js` fetches the wasm and the pack side by side, and hands
//! the pack over here.

use wasm_bindgen::prelude::*;

/// Begins with a pack; throws what is wrong with it, which the page then tells the visitor.
#[wasm_bindgen]
pub fn begin(pack: &[u8]) -> Result<(), JsError> {
    Ok(clientele::browser::begin(pack)?)
}

fn main() {}
