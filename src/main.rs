//! The browser's way into the whole widget: `static/boot.js` fetches the wasm and the pack side by
//! side, and hands the pack over here.

use clientele::model::{Pack, PackError};
use wasm_bindgen::prelude::*;

/// What a pack came to, until it is drawn.
#[wasm_bindgen]
pub struct Unpacked(Result<Pack, PackError>);

/// Reads the pack, in a step of its own: a slow phone that read and drew at once would answer to
/// nothing meanwhile.
#[must_use]
#[wasm_bindgen]
pub fn read(pack: &[u8]) -> Unpacked {
    Unpacked(Pack::from_bytes(pack))
}

/// Begins with what was read; `kept` is the progress where a script of the page keeps it rather
/// than the browser's storage (empty: none so far), `handed` the one that the form's app hands
/// over, `early` the one made on the page before any app was there. Throws what is wrong with the
/// pack, which the page then tells the visitor.
#[wasm_bindgen]
pub fn begin(
    pack: Unpacked,
    kept: Option<String>,
    handed: Option<String>,
    early: Option<String>,
) -> Result<(), JsError> {
    clientele::browser::begin(pack.0?, kept, handed, early);
    Ok(())
}

fn main() {}
