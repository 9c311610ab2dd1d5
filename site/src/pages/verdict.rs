//! The page of a verdict: what it means, what goes well with it, who else has it, and a way in.

use clientele::model::{Advice, AreaAt, Audience, Centring, Pack, Phrase};
use clientele::view;
use yew::prelude::*;

use crate::content::Content;
use crate::page_text::{Listed, PageText};
use crate::questionnaire_file::Label;

/// The sentences that it asks for.
pub(super) const TEXTS: &[Listed] = &[
    ("result-page.eyebrow", &[]),
    ("result-page.both", &[]),
    ("result-page.both-means", &[]),
    ("result-page.two-track", &[]),
    ("result-page.two-track-means", &[]),
    ("result-page.in-between", &[]),
    ("result-page.in-between-means", &[]),
    ("result-page.yourself-takes", &[]),
    ("result-page.advice-title", &[]),
    ("result-page.advice-lead", &[]),
    ("result-page.examples-title", &[]),
    ("result-page.examples-lead", &[]),
    ("result-page.method", &[]),
];

/// How many examples are shown: a row of them.
const EXAMPLES: usize = 3;

/// What the verdict is called.
pub(crate) fn title(content: &Content, centring: Centring) -> &str {
    match centring {
        Centring::Client => content.pack.say(Phrase::VerdictClient),
        Centring::Customer => content.pack.say(Phrase::VerdictCustomer),
        Centring::Both => content.page.say("result-page.both"),
    }
}

/// The page.
pub(super) fn verdict(content: &Content, centring: Centring, root: &str) -> Html {
    let (pack, say) = (&content.pack, &content.page);
    let means = match centring {
        Centring::Client => pack.say(Phrase::VerdictClientMeans),
        Centring::Customer => pack.say(Phrase::VerdictCustomerMeans),
        Centring::Both => say.say("result-page.both-means"),
    };
    // Of both, a result says which of the two shapes it is.
    let lead = match centring {
        Centring::Both => "lead general",
        _ => "lead",
    };
    let inside = html! {
        <article class="screen result">
            <div class="summary">
                <p class="eyebrow">{ say.say("result-page.eyebrow") }</p>
                { view::heading(title(content, centring)) }
                <p class={lead}>{ means }</p>
                { scale(pack, centring) }
            </div>
            <div class="actions stacked">
                <div>
                    <a class="primary" href={home(root)}>{ pack.say(Phrase::AnswerYourself) }</a>
                    <p class="hint">{ say.say("result-page.yourself-takes") }</p>
                </div>
            </div>
            if centring == Centring::Both {
                { shapes(say) }
            }
            { advice(pack, say, centring) }
            { examples(content, centring) }
            <p class="method"><a href={format!("{root}about/")}>{ say.say("result-page.method") }</a></p>
        </article>
    };
    view::page_of(pack, root, inside, view::glossary::whole(pack))
}

/// An address that is never empty, which would mean this very page.
fn home(root: &str) -> String {
    if root.is_empty() { "./" } else { root }.to_owned()
}

/// Where the verdict stands between the two ends, client at the left.
fn scale(pack: &Pack, centring: Centring) -> Html {
    let place = |centring| match centring {
        Centring::Client => "21%",
        Centring::Both => "50%",
        Centring::Customer => "79%",
    };
    let sign = centring.side();
    let name = |centring, phrase| {
        html! { <text x={place(centring)} y="66" text-anchor="middle">{ pack.say(phrase) }</text> }
    };
    html! {
        <div class="gauge" aria-hidden="true">
            <svg class="scale" width="100%" height="76" focusable="false">
                <line class="axis" x1="6%" x2="94%" y1="26" y2="26" />
                <line class="centre" x1="50%" x2="50%" y1="8" y2="44" />
                { name(Centring::Client, Phrase::GaugeClient) }
                { name(Centring::Both, Phrase::GaugeBoth) }
                { name(Centring::Customer, Phrase::GaugeCustomer) }
                <svg x={place(centring)} y="26" overflow="visible">
                    <g class="large">{ view::mark::shape(sign, false) }</g>
                </svg>
            </svg>
        </div>
    }
}

/// The two shapes of 'both', which are not alike.
fn shapes(say: &PageText) -> Html {
    html! {
        <div class="pair">
            <section class="panel">
                <h2>{ say.say("result-page.two-track") }</h2>
                <p>{ say.say("result-page.two-track-means") }</p>
            </section>
            <section class="panel">
                <h2>{ say.say("result-page.in-between") }</h2>
                <p>{ say.say("result-page.in-between-means") }</p>
            </section>
        </div>
    }
}

/// One piece of advice from each area, the first that is meant for everybody with the verdict.
fn advice(pack: &Pack, say: &PageText, centring: Centring) -> Html {
    let is_for = |audience: Audience| match centring {
        Centring::Client => audience.client,
        Centring::Customer => audience.customer,
        Centring::Both => audience.two_track || audience.in_between,
    };
    let is_for_all = |audience: Audience| audience.two_track == audience.in_between;
    let chosen = AreaAt::numbered(&pack.areas).filter_map(|(index, area)| {
        let here: Vec<&Advice> = pack
            .advice
            .iter()
            .filter(|it| it.area == index && is_for(it.audience))
            .collect();
        let first = here.iter().find(|it| is_for_all(it.audience));
        Some((area, *first.or(here.first())?))
    });
    html! {
        <section class="panel">
            <h2>{ say.say("result-page.advice-title") }</h2>
            <p class="hint">{ say.say("result-page.advice-lead") }</p>
            <ul class="examples">
                { for chosen.map(|(area, advice)| html! {
                    <li key={advice.id.as_str()}>
                        <p class="area-name">{ &area.name }</p>
                        <h3>{ &advice.title }</h3>
                        <p>{ view::rich(pack, &advice.what) }</p>
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// A few businesses with the verdict.
fn examples(content: &Content, centring: Centring) -> Html {
    let (pack, say) = (&content.pack, &content.page);
    let alike = pack
        .examples
        .iter()
        .zip(&content.labels)
        .filter(|(_, label): &(_, &Label)| label.verdict().centring() == Some(centring));
    html! {
        <section class="panel">
            <h2>{ say.say("result-page.examples-title") }</h2>
            <p class="hint">{ say.say("result-page.examples-lead") }</p>
            <ul class="examples">
                { for alike.take(EXAMPLES).map(|(example, _)| html! {
                    <li key={example.id.as_str()}>
                        <h3>{ &example.name }</h3>
                        <p>{ &example.about }</p>
                    </li>
                }) }
            </ul>
        </section>
    }
}
