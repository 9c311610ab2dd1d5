//! The page that makes the lines for somebody's own page: what can be chosen, what it looks like,
//! and what to paste where.

mod choices;
mod control;
mod preview;
mod steps;
mod take;

use std::rc::Rc;

use yew::prelude::*;

use super::{button, frame, heading};
use crate::embed::{Event, Model, Package, Surroundings, launch};
use crate::model::{ToolPack, ToolPhrase};

/// Where the page's views report what happened.
pub(crate) type Report = Callback<Event>;

/// The page before its app has come, with the names of the course packages; what is done on it then, `static/boot.js`
/// does again. Where the site is only the browser knows, so there are no lines yet.
pub fn beginning(tools: Rc<ToolPack>, root: &str, packages: &[String]) -> Html {
    let surroundings = Surroundings {
        root: root.to_owned(),
        packages: packages
            .iter()
            .filter_map(|it| Package::named(it))
            .collect(),
        ..Surroundings::default()
    };
    page(&launch(tools, surroundings, ""), &Callback::noop())
}

/// The whole page for a model.
pub(crate) fn page(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let inside = html! {
        <section class="screen">
            { heading(tools.say(ToolPhrase::EmbeddingTitle)) }
            <p class="lead">{ tools.say(ToolPhrase::EmbeddingLead) }</p>
            <div class="builder">
                { choices::choices(model, report) }
                <div class="built">
                    { preview::preview(model, report) }
                    { take::lines(model, report) }
                    { steps::steps(model) }
                    { take::packages(model) }
                </div>
            </div>
        </section>
    };
    frame(
        &tools.pack,
        &model.surroundings.root,
        inside,
        Html::default(),
    )
}
