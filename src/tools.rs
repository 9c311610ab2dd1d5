//! The browser's way into the pages that most visitors never open: `static/boot.js` hands over the
//! pack that has these pages' sentences, too.

use wasm_bindgen::prelude::*;

/// Begins with a pack; throws what is wrong with it, which the page then tells the visitor.
#[wasm_bindgen]
pub fn begin(pack: &[u8]) -> Result<(), JsError> {
    Ok(clientele::browser::begin_tool(pack)?)
}

fn main() {}
