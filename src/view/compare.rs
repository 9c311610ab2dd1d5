//! Many results side by side: what is read in, how the group stands, and everyone in a table.

mod findings;
mod intake;
mod pair;
mod scores;
mod spread;
mod table;
mod take;
mod verdicts;

use std::rc::Rc;

use yew::prelude::*;

use super::{button, button_for, frame, heading, mark, unhurried};
use crate::compare::{Event, Model, launch, words};
use crate::model::{ToolPack, ToolPhrase};

/// Where the page's views report what happened.
pub(crate) type Report = Callback<Event>;

/// The page before its app has come; what is done on it then, `static/boot.js` does again.
pub fn beginning(tools: Rc<ToolPack>, root: &str) -> Html {
    let (model, _) = launch(tools, root.to_owned(), "");
    page(&model, &Callback::noop())
}

/// The whole page for a model.
pub(crate) fn page(model: &Model, report: &Report) -> Html {
    let inside = html! {
        <>
            { intake::intake(model, report) }
            { intake::progress(model, report) }
            { intake::summary(model, report) }
            if model.import.is_none() && !model.people().is_empty() {
                { results(model, report) }
            }
        </>
    };
    let tools = &*model.tools;
    let inside = html! {
        <section class="screen side-by-side">
            { heading(tools.say(ToolPhrase::ComparisonTitle)) }
            <p class="lead">{ tools.say(ToolPhrase::ComparisonLead) }</p>
            { intake::drop_zone(inside, report) }
        </section>
    };
    frame(&tools.pack, &model.root, inside, Html::default())
}

fn results(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let pair = match model.people() {
        [one, other] => Some((one, other)),
        _ => None,
    };
    let (one, many) = (ToolPhrase::ComparisonCountOne, ToolPhrase::ComparisonCount);
    let count = words::counted(tools, one, many, model.people().len());
    html! {
        <>
            <div class="group-bar">
                <h2 class="group-count" key={count.as_str()}>{ &count }</h2>
                <div class="group-actions">
                    { toggle(model, report) }
                    { button("quiet", tools.say(ToolPhrase::ComparisonPrint), report, || Event::PrintAsked) }
                    { button("quiet", tools.say(ToolPhrase::ComparisonClear), report, || Event::Cleared) }
                </div>
                if model.are_names_hidden {
                    <p class="hint">{ tools.say(ToolPhrase::ComparisonHidden) }</p>
                }
            </div>
            <div class="pair">
                { verdicts::verdicts(tools, model.roster.group()) }
                { scores::scores(tools, model.roster.group()) }
            </div>
            if let Some((one, other)) = pair {
                { pair::pair(model, one, other) }
            } else if model.people().len() > 2 {
                <div class="pair tall-left">
                    { spread::spread(tools, model.roster.group()) }
                    { findings::divides(tools, model.roster.group()) }
                    { findings::shares(tools, model.roster.group()) }
                </div>
            }
            { table::table(model, report) }
            { take::take(model, report) }
        </>
    }
}

fn toggle(model: &Model, report: &Report) -> Html {
    let onclick = unhurried(report).reform(|_| Event::NamesToggled);
    html! {
        <button type="button" class="secondary toggle" {onclick}
            aria-pressed={model.are_names_hidden.to_string()}>
            { model.tools.say(ToolPhrase::ComparisonHide) }
        </button>
    }
}
