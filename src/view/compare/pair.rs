//! Exactly two results: each question with both marks and both answers, the largest differences
//! first.

use yew::prelude::*;

use super::super::answer_text;
use super::super::result::across;
use super::{mark, words};
use crate::compare::{Model, Person};
use crate::model::{Difference, Pack, Phrase, differences};

/// The two, side by side.
pub(super) fn pair(model: &Model, one: &Person, other: &Person) -> Html {
    let pack = &*model.pack;
    let names = [model.name(one), model.name(other)];
    let rows = differences(pack, &one.answers, &other.answers);
    html! {
        <section class="panel two">
            <h2>{ pack.say(Phrase::ComparisonPair) }</h2>
            <p class="hint">{ pack.say(Phrase::ComparisonPairLead) }</p>
            <ul class="two-legend">
                { for [one, other].into_iter().zip(&names).enumerate().map(|(at, (person, name))| html! {
                    <li key={at}>
                        { legend(at > 0) }
                        <strong>{ name }</strong>
                        <span>{ words::verdict(pack, person.verdict) }{ ", " }{ words::score(pack, 2 * i32::from(person.score)) }</span>
                    </li>
                }) }
            </ul>
            <ol class="chart">
                { for rows.iter().map(|row| difference(pack, *row, one, other, &names)) }
            </ol>
        </section>
    }
}

/// A filled mark for the first, an outline for the second.
fn legend(is_outline: bool) -> Html {
    html! {
        <svg class="mark" viewBox="-10 -10 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <g class={if is_outline { "theirs" } else { "" }}>{ mark::shape(1, is_outline) }</g>
        </svg>
    }
}

fn difference(
    pack: &Pack,
    found: Difference,
    one: &Person,
    other: &Person,
    names: &[String; 2],
) -> Html {
    let question = pack.question(found.question);
    let place = |person: &Person, class: &'static str| {
        let position = person.answers.position(question)?;
        let y = if class == "theirs" { "36" } else { "14" };
        Some(html! {
            <svg {class} x={across(position.into(), 2)} {y} overflow="visible">
                { mark::shape(position.into(), class == "theirs") }
            </svg>
        })
    };
    html! {
        <li key={question.id.as_str()}>
            <span class="chart-name">{ &question.name }</span>
            <svg class="scale" width="100%" height="50" aria-hidden="true" focusable="false">
                <line class="axis" x1={across(2, 2)} x2={across(-2, 2)} y1="14" y2="14" />
                <line class="axis" x1={across(2, 2)} x2={across(-2, 2)} y1="36" y2="36" />
                <line class="centre" x1="50%" x2="50%" y1="2" y2="48" />
                { place(other, "theirs") }
                { place(one, "") }
            </svg>
            <span class="chart-client">{ &question.client }</span>
            <span class="chart-customer">{ &question.customer }</span>
            <div class="two-words">
                <p class="hint">{ steps(pack, found) }</p>
                <dl>
                    { for [one, other].into_iter().zip(names).enumerate().map(|(at, (person, name))| html! {
                        <div key={at}>
                            <dt>{ name }</dt>
                            <dd>{ answer_text(pack, found.question, person.answers.to(question)) }</dd>
                        </div>
                    }) }
                </dl>
            </div>
        </li>
    }
}

fn steps(pack: &Pack, found: Difference) -> String {
    match found.steps {
        None => pack.say(Phrase::ComparisonPairNone).to_owned(),
        Some(0) => pack.say(Phrase::ComparisonPairSame).to_owned(),
        Some(1) => pack.say(Phrase::ComparisonPairOneStep).to_owned(),
        Some(steps) => pack.fill(
            Phrase::ComparisonPairSteps,
            &[("count", &steps.to_string())],
        ),
    }
}
