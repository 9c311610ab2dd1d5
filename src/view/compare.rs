//! Many results side by side: what is read in, how the group stands, and everyone in a table.

mod intake;
mod pair;
mod scores;
mod spread;
mod table;
mod take;
mod verdicts;
mod words;

use yew::prelude::*;

use super::{heading, mark};
use crate::compare::{Event, Model};
use crate::model::Phrase;

/// Where the page's views report what happened.
pub(crate) type Report = Callback<Event>;

/// The whole page for a model.
pub(crate) fn page(model: &Model, report: &Report) -> Html {
    let pack = &*model.pack;
    html! {
        <>
            <header class="masthead">
                <a class="wordmark" href="../">
                    { mark::both() }
                    <span>{ pack.say(Phrase::ProductName) }</span>
                </a>
            </header>
            <main id="main">
                <section class="screen comparison">
                    { heading(pack.say(Phrase::ComparisonTitle)) }
                    <p class="lead">{ pack.say(Phrase::ComparisonLead) }</p>
                    { intake::intake(model, report) }
                    { intake::progress(model, report) }
                    { intake::summary(model, report) }
                    if model.import.is_none() && !model.people().is_empty() {
                        { results(model, report) }
                    }
                </section>
            </main>
            <footer class="colophon">
                <p>{ pack.say(Phrase::ColophonPrivacy) }</p>
            </footer>
        </>
    }
}

fn results(model: &Model, report: &Report) -> Html {
    let pack = &*model.pack;
    let pair = match model.people() {
        [one, other] => Some((one, other)),
        _ => None,
    };
    html! {
        <>
            <div class="group-bar">
                <h2 class="group-count">
                    { words::counted(pack, Phrase::ComparisonCountOne, Phrase::ComparisonCount, model.people().len()) }
                </h2>
                <div class="group-actions">
                    { toggle(model, report) }
                    { button("quiet", pack.say(Phrase::ComparisonPrint), report, Event::PrintAsked) }
                    { button("quiet", pack.say(Phrase::ComparisonClear), report, Event::Cleared) }
                </div>
                if model.are_names_hidden {
                    <p class="hint">{ pack.say(Phrase::ComparisonHidden) }</p>
                }
            </div>
            <div class="pair">
                { verdicts::verdicts(pack, model.roster.group()) }
                { scores::scores(pack, model.roster.group()) }
            </div>
            if let Some((one, other)) = pair {
                { pair::pair(model, one, other) }
            } else if model.people().len() > 2 {
                <div class="pair tall-left">
                    { spread::spread(pack, model.roster.group()) }
                    { words::divides(pack, model.roster.group()) }
                    { words::shares(pack, model.roster.group()) }
                </div>
            }
            { table::table(model, report) }
            { take::take(model, report) }
        </>
    }
}

fn toggle(model: &Model, report: &Report) -> Html {
    let onclick = report.reform(|_| Event::NamesToggled);
    html! {
        <button type="button" class="secondary toggle" {onclick}
            aria-pressed={model.are_names_hidden.to_string()}>
            { model.pack.say(Phrase::ComparisonHide) }
        </button>
    }
}

/// A button that reports an event.
fn button(class: &'static str, text: &str, report: &Report, event: Event) -> Html {
    let onclick = report.reform(move |_| event.clone());
    html! { <button type="button" {class} {onclick}>{ text }</button> }
}
