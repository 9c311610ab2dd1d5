//! How it works: the method, what it can't tell, the sources, the words, privacy.

use clientele::model::{Pack, Phrase};
use clientele::view;
use yew::prelude::*;

use super::with_numbers;
use crate::page_text::{Listed, PageText};

/// The sentences that it asks for.
pub(super) const TEXTS: &[Listed] = &[
    ("about.title", &[]),
    ("about.lead", &[]),
    ("about.method", &[]),
    ("about.method-asked", &["questions"]),
    ("about.method-score", &[]),
    ("about.method-verdict", &["edge", "share", "least"]),
    ("about.method-fair", &[]),
    ("about.method-sturdy", &[]),
    ("about.limits", &[]),
    ("about.limits-buyers", &[]),
    ("about.limits-weights", &[]),
    ("about.limits-examples", &[]),
    ("about.limits-groups", &[]),
    ("about.limits-grade", &[]),
    ("about.sources", &[]),
    ("about.sources-lead", &[]),
    ("about.source-a", &[]),
    ("about.source-b", &[]),
    ("about.source-c", &[]),
    ("about.source-d", &[]),
    ("about.privacy", &[]),
    ("about.privacy-answers", &[]),
    ("about.privacy-links", &[]),
    ("about.privacy-host", &[]),
];

/// The page.
pub(super) fn about(pack: &Pack, say: &PageText, root: &str) -> Html {
    let inside = html! {
        <article class="screen column prose">
            { view::heading(say.say("about.title")) }
            <p class="lead">{ say.say("about.lead") }</p>
            <section class="panel">
                <h2 id="method">{ say.say("about.method") }</h2>
                { paragraphs(pack, say, &[
                    "about.method-asked",
                    "about.method-score",
                    "about.method-verdict",
                    "about.method-fair",
                    "about.method-sturdy",
                ]) }
            </section>
            <section class="panel">
                <h2 id="limits">{ say.say("about.limits") }</h2>
                <ul>
                    { points(say, &[
                        "about.limits-buyers",
                        "about.limits-weights",
                        "about.limits-examples",
                        "about.limits-groups",
                        "about.limits-grade",
                    ]) }
                </ul>
            </section>
            <section class="panel">
                <h2 id="sources">{ say.say("about.sources") }</h2>
                <p>{ say.say("about.sources-lead") }</p>
                <dl class="sources">{ sources(say) }</dl>
            </section>
            <section class="panel">
                <h2 id="privacy">{ say.say("about.privacy") }</h2>
                { paragraphs(pack, say, &[
                    "about.privacy-answers",
                    "about.privacy-links",
                    "about.privacy-host",
                ]) }
            </section>
            <section class="panel words">
                <h2 id="words">{ pack.say(Phrase::GlossaryTitle) }</h2>
                { view::glossary::terms(pack) }
            </section>
        </article>
    };
    // Its words stand there by themselves: no term has to be explained besides.
    view::frame(pack, root, inside, html! {})
}

fn paragraphs(pack: &Pack, say: &PageText, ids: &[&'static str]) -> Html {
    ids.iter()
        .map(|id| html! { <p key={*id}>{ with_numbers(pack, say.say(id)) }</p> })
        .collect()
}

fn points(say: &PageText, ids: &[&'static str]) -> Html {
    ids.iter()
        .map(|id| html! { <li key={*id}>{ say.say(id) }</li> })
        .collect()
}

/// The articles by their letters.
fn sources(say: &PageText) -> Html {
    let sources = [
        ("A", "about.source-a"),
        ("B", "about.source-b"),
        ("C", "about.source-c"),
        ("D", "about.source-d"),
    ];
    sources
        .iter()
        .map(|(letter, id)| {
            html! {
                <div key={*id}>
                    <dt>{ letter }</dt>
                    <dd>{ say.say(id) }</dd>
                </div>
            }
        })
        .collect()
}
