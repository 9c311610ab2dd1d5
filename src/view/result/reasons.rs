//! Why: the answers that weighed most, and those that pull against each other.

use yew::prelude::*;

use super::super::{Report, mark, rich::rich};
use super::{TENSIONS, WEIGHED, because, part_heading};
use crate::flow::{Model, Shown};
use crate::model::{Pack, Phrase, Tension, Weighing};
use crate::words;

/// How many of the answers that weighed most are shown.
const MOST: usize = 5;

/// The answers that moved the score furthest.
pub(super) fn weighed_most(model: &Model, shown: &Shown, _: &Report) -> Html {
    let pack = &*model.pack;
    let weighings = &shown.current().weighings;
    let most = weighings.first().map_or(1, |first| first.tenths.abs());
    html! {
        <section class="panel weighed">
            { part_heading(pack, Phrase::WeighedTitle, WEIGHED) }
            if weighings.is_empty() {
                <p key="nothing">{ pack.say(Phrase::WeighedNothing) }</p>
            } else {
                <p class="hint">{ pack.say(Phrase::WeighedLead) }</p>
            }
            <ul class="weighings">
                { for weighings.iter().take(MOST).map(|it| weighing(pack, shown, *it, most)) }
            </ul>
        </section>
    }
}

fn weighing(pack: &Pack, shown: &Shown, weighing: Weighing, most: i32) -> Html {
    let question = &pack[weighing.question];
    let answer = shown.current().answers.to(question);
    let (class, phrase) = if weighing.tenths > 0 {
        ("client", Phrase::WeighedClient)
    } else {
        ("customer", Phrase::WeighedCustomer)
    };
    let tenths = weighing.tenths.abs();
    let points = format!("{}.{}", tenths / 10, tenths % 10);
    let share = format!("{}%", 100 * tenths / most.max(1));
    html! {
        <li key={format!("{} {tenths}", question.id)}>
            <p class="weighing-words">
                { mark::of(weighing.tenths) }
                <span>
                    <strong>{ &question.name }</strong>
                    { ": " }
                    { words::answer(pack, weighing.question, answer) }
                </span>
            </p>
            <svg class="bar" width="100%" height="6" aria-hidden="true" focusable="false">
                <rect {class} width={share} height="6" />
            </svg>
            <p class="hint">{ pack.fill(phrase, &[("points", &points)]) }</p>
        </li>
    }
}

/// The answers that pull against each other, with the risk and what to do first.
pub(super) fn tensions(model: &Model, shown: &Shown, _: &Report) -> Html {
    let pack = &*model.pack;
    let found = &shown.current().tensions;
    let lead = if found.is_empty() {
        Phrase::TensionsNone
    } else {
        Phrase::TensionsLead
    };
    html! {
        <section class="panel tensions">
            { part_heading(pack, Phrase::TensionsTitle, TENSIONS) }
            <p class="hint" key={lead.key()}>{ pack.say(lead) }</p>
            <div class="tensions">
                { for found.iter().map(|index| {
                    let tension = &pack[*index];
                    let asked: Vec<_> = tension.when.iter().map(|it| it.question).collect();
                    html! {
                        <article class="entry" key={tension.id.as_str()}>
                            <h3>{ &tension.title }</h3>
                            <ul class="because">{ because(pack, shown, &asked) }</ul>
                            <p>{ rich(pack, &tension.risk) }</p>
                            { first(pack, tension) }
                        </article>
                    }
                }) }
            </div>
        </section>
    }
}

/// What to do first about a tension.
pub(super) fn first(pack: &Pack, tension: &Tension) -> Html {
    html! {
        <p class="monday">
            <span class="monday-label">{ pack.say(Phrase::TensionFirst) }</span>
            { " " }
            { &tension.first }
        </p>
    }
}
