//! Which of the tools a page holds.

use std::rc::Rc;

use super::{address, compare, embed, root};
use crate::model::ToolPack;

/// Draws the page's tool in place of what `#app` holds.
pub fn begin(pack: ToolPack) {
    let tools = Rc::new(pack);
    let Some(root) = root::emptied("app") else {
        return;
    };
    match address::page().as_str() {
        "compare" => compare::mount(root, tools),
        "embed" => embed::mount(root, tools),
        _ => {}
    }
}
