//! The example businesses that answer most alike.

use yew::prelude::*;

use super::super::Report;
use super::super::mark;
use crate::flow::{Model, Shown};
use crate::model::{Likeness, Pack, Phrase, Shape, Verdict};

/// How many examples are shown.
const NEAREST: usize = 3;

/// The nearest examples with what they are and how alike.
pub(super) fn nearest(model: &Model, shown: &Shown, _: &Report) -> Html {
    let pack = &*model.pack;
    html! {
        <section class="panel nearest">
            <h2>{ pack.say(Phrase::ExamplesTitle) }</h2>
            <p class="hint">
                { pack.say(Phrase::ExamplesLead) }
                { " " }
                <span class="how">{ pack.say(Phrase::ExamplesHow) }</span>
            </p>
            <ul class="examples">
                { for shown.current().nearest.iter().take(NEAREST).map(|it| example(pack, *it)) }
            </ul>
        </section>
    }
}

fn example(pack: &Pack, likeness: Likeness) -> Html {
    let example = &pack[likeness.example];
    let percent = likeness.percent.to_string();
    let verdict = example.verdict(pack);
    html! {
        // Another likeness is another element.
        <li key={[&example.id, " ", &percent].concat()}>
            <h3>{ mark::of_verdict(verdict) }{ " " }{ &example.name }</h3>
            <p class="hint">
                { pack.fill(Phrase::ExampleAlike, &[("percent", &percent)]) }
                { " " }
                { pack.say(words(verdict)) }
            </p>
            <p>{ &example.about }</p>
        </li>
    }
}

/// An example's verdict, said of it.
fn words(verdict: Verdict) -> Phrase {
    match verdict {
        Verdict::Client => Phrase::ExampleVerdictClient,
        Verdict::Customer => Phrase::ExampleVerdictCustomer,
        Verdict::Both(Shape::TwoTrack) => Phrase::ExampleVerdictTwoTrack,
        Verdict::Both(Shape::InBetween) | Verdict::TooFew => Phrase::ExampleVerdictInBetween,
    }
}
