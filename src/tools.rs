//! The browser's way into the pages that most visitors never open: `static/boot.js` hands over the
//! pack that has these pages' sentences, too, and begins.

use std::cell::Cell;
use std::rc::Rc;

use clientele::model::ToolPack;
use wasm_bindgen::prelude::*;

thread_local! {
    /// What was read, until it is drawn.
    static PACK: Cell<Option<Rc<ToolPack>>> = const { Cell::new(None) };
}

/// Reads the pack, in a step of its own, and rehearses the first drawing, as the whole widget does; throws what is wrong with it.
#[wasm_bindgen]
pub fn read(pack: &[u8]) -> Result<(), JsError> {
    let tools = Rc::new(ToolPack::from_bytes(pack)?);
    clientele::browser::rehearse_tool(&tools);
    PACK.set(Some(tools));
    Ok(())
}

/// Begins with what was read.
#[wasm_bindgen]
pub fn begin() {
    if let Some(pack) = PACK.take() {
        clientele::browser::begin_tool(pack);
    }
}

fn main() {}
