//! The browser's way into the pages that most visitors never open: `static/boot.js` hands over the
//! pack that has these pages' sentences, too.

use clientele::model::{PackError, ToolPack};
use wasm_bindgen::prelude::*;

/// What a pack came to, until it is drawn.
#[wasm_bindgen]
pub struct Unpacked(Result<ToolPack, PackError>);

/// Reads the pack, in a step of its own, as the whole widget does.
#[must_use]
#[wasm_bindgen]
pub fn read(pack: &[u8]) -> Unpacked {
    Unpacked(ToolPack::from_bytes(pack))
}

/// Begins with what was read; throws what is wrong with it, which the page then tells the visitor.
#[wasm_bindgen]
pub fn begin(pack: Unpacked) -> Result<(), JsError> {
    clientele::browser::begin_tool(pack.0?);
    Ok(())
}

fn main() {}
