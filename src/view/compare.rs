//! Many results side by side.

use yew::prelude::*;

use super::{frame, heading};
use crate::model::{ToolPack, ToolPhrase};

/// The page before any result is there.
pub fn beginning(tools: &ToolPack, root: &str) -> Html {
    let inside = html! {
        <section class="screen comparison">
            { heading(tools.say(ToolPhrase::ComparisonTitle)) }
            <p class="lead">{ tools.say(ToolPhrase::ComparisonLead) }</p>
        </section>
    };
    frame(&tools.pack, root, inside, Html::default())
}
