//! The shell of the page that lays results side by side.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::address;
use crate::model::ToolPack;
use crate::view;

/// What the shell begins with.
#[derive(Properties, PartialEq)]
struct Start {
    tools: Rc<ToolPack>,
}

struct Shell;

impl Component for Shell {
    type Message = ();
    type Properties = Start;

    fn create(_context: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        view::compare::beginning(&context.props().tools, &address::root())
    }
}

/// Draws the page into `root`.
pub(super) fn mount(root: Element, tools: Rc<ToolPack>) {
    yew::Renderer::<Shell>::with_root_and_props(root, Start { tools }).render();
}
