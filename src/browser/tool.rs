//! Which of the tools a page holds.

use std::rc::Rc;

use super::{address, compare, embed, frame, root};
use crate::model::ToolPack;

/// Goes through the first drawing in a step of its own, as [`super::rehearse`] does.
pub fn rehearse(tools: &Rc<ToolPack>) {
    let tools = Rc::clone(tools);
    frame::soon(move || match address::page().as_str() {
        "compare" => compare::rehearse(tools),
        "embed" => embed::rehearse(tools),
        _ => {}
    });
}

/// Draws the page's tool in place of what `#app` holds.
pub fn begin(tools: Rc<ToolPack>) {
    let Some(root) = root::emptied("app") else {
        return;
    };
    match address::page().as_str() {
        "compare" => compare::mount(root, tools),
        "embed" => embed::mount(root, tools),
        _ => {}
    }
}
