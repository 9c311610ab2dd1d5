//! Which of the tools a page holds.

use std::rc::Rc;

use super::{address, compare, embed, root};
use crate::model::{PackError, ToolPack};

/// Reads the pack and draws the page's tool in place of what `#app` holds.
pub fn begin(pack: &[u8]) -> Result<(), PackError> {
    let tools = Rc::new(ToolPack::from_bytes(pack)?);
    let Some(root) = root::emptied("app") else {
        return Ok(());
    };
    match address::page().as_str() {
        "compare" => compare::mount(root, tools),
        "embed" => embed::mount(root, tools),
        _ => {}
    }
    Ok(())
}
