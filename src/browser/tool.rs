//! Which of the tools a page holds.

use std::rc::Rc;

use yew::prelude::Properties;

use super::{compare, embed, frame, page};
use crate::model::ToolPack;

/// What either tool's shell begins with.
#[derive(Properties)]
pub(super) struct Start {
    pub(super) tools: Rc<ToolPack>,
}

/// A tool begins once: to compare its pack text by text would cost every visitor a kilobyte.
impl PartialEq for Start {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.tools, &other.tools)
    }
}

/// Goes through the first drawing in a step of its own, as [`super::rehearse`] does.
pub fn rehearse(tools: &Rc<ToolPack>) {
    let tools = Rc::clone(tools);
    frame::soon(move || match page::kind().as_str() {
        "compare" => compare::rehearse(tools),
        "embed" => embed::rehearse(tools),
        _ => {}
    });
}

/// Draws the page's tool in place of what `#app` holds.
pub fn begin(tools: Rc<ToolPack>) {
    let Some(root) = page::emptied("app") else {
        return;
    };
    match page::kind().as_str() {
        "compare" => compare::mount(root, tools),
        "embed" => embed::mount(root, tools),
        _ => {}
    }
}
