//! 'Start here': the actions that the answers call for most.

use yew::prelude::*;

use super::super::Report;
use super::super::rich::rich;
use super::reasons::first;
use super::{START_HERE, because, part_heading};
use crate::flow::{Model, Shown};
use crate::model::{Advice, Pack, Phrase, Recommendation, start_here as first_of};

/// The first actions, the most called for first.
pub(super) fn start_here(model: &Model, shown: &Shown, _: &Report) -> Html {
    let pack = &*model.pack;
    let first = first_of(pack, &shown.current().recommendations);
    html! {
        <section class="panel start-here">
            { part_heading(pack, Phrase::ActionsTitle, START_HERE) }
            { before_all(pack, shown) }
            <p class="hint">{ pack.say(Phrase::ActionsLead) }</p>
            <ol class="actions-list">
                { for first.iter().map(|found| action(pack, shown, found)) }
            </ol>
        </section>
    }
}

/// What comes before all advice, if anything does.
fn before_all(pack: &Pack, shown: &Shown) -> Html {
    let Some(index) = shown.current().before_all() else {
        return html! {};
    };
    let tension = &pack[index];
    html! {
        <div class="before-all" key={tension.id.as_str()}>
            <p>{ pack.say(Phrase::ActionsBefore) }{ " " }<strong>{ &tension.title }</strong></p>
            { first(pack, tension) }
        </div>
    }
}

fn action(pack: &Pack, shown: &Shown, found: &Recommendation) -> Html {
    let advice = &pack[found.advice];
    let area = &pack[advice.area];
    html! {
        <li key={advice.id.as_str()}>
            <p class="area-name">{ &area.name }</p>
            <h3>{ &advice.title }</h3>
            { monday(pack, &advice.monday) }
            <details>
                <summary>
                    { pack.say(Phrase::AdviceWhy) }
                    <span class="unseen">{ "– " }{ &advice.title }</span>
                </summary>
                { reasons(pack, shown, advice, found) }
            </details>
        </li>
    }
}

/// What to do first.
pub(super) fn monday(pack: &Pack, act: &str) -> Html {
    html! {
        <p class="monday">
            <span class="monday-label">{ pack.say(Phrase::AdviceMonday) }</span>
            { " " }
            { act }
        </p>
    }
}

/// What an advice is, why, and which answers call for it.
pub(super) fn reasons(pack: &Pack, shown: &Shown, advice: &Advice, found: &Recommendation) -> Html {
    let because_phrase = if found.is_called_for() {
        Phrase::AdviceBecause
    } else {
        Phrase::AdviceBecauseVerdict
    };
    html! {
        <>
            <p>{ rich(pack, &advice.what) }</p>
            <p class="why">{ rich(pack, &advice.why) }</p>
            <p class="because-label" key={because_phrase.key()}>{ pack.say(because_phrase) }</p>
            <ul class="because">{ because(pack, shown, &found.because) }</ul>
        </>
    }
}
