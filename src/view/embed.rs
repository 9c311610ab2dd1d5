//! The page that makes the lines for somebody's own page: what can be chosen, what it looks like,
//! and what to paste where.

mod choices;
mod control;
mod preview;
mod steps;
mod take;

use yew::prelude::*;

use super::{button, frame, heading};
use crate::embed::{Event, Model};
use crate::model::{ToolPack, ToolPhrase};

/// Where the page's views report what happened.
pub(crate) type Report = Callback<Event>;

/// The page before its app has come.
pub fn beginning(tools: &ToolPack, root: &str) -> Html {
    page_of(tools, root, Html::default())
}

/// The whole page for a model.
pub(crate) fn page(model: &Model, report: &Report) -> Html {
    let inside = html! {
        <div class="builder">
            { choices::choices(model, report) }
            <div class="built">
                { preview::preview(model, report) }
                { take::lines(model, report) }
                { steps::steps(model) }
                { take::packages(model) }
            </div>
        </div>
    };
    page_of(&model.tools, &model.place.root, inside)
}

fn page_of(tools: &ToolPack, root: &str, inside: Html) -> Html {
    let inside = html! {
        <section class="screen">
            { heading(tools.say(ToolPhrase::EmbeddingTitle)) }
            <p class="lead">{ tools.say(ToolPhrase::EmbeddingLead) }</p>
            { inside }
        </section>
    };
    frame(&tools.pack, root, inside, Html::default())
}
