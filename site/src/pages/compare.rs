//! The page that compares results, before its app has come: what it is for.

use clientele::model::Pack;
use clientele::view;
use yew::prelude::*;

use super::Say;

/// The sentences that it asks for.
pub(super) const TEXTS: &[&str] = &[
    "page.compare.heading",
    "page.compare.lead",
    "page.compare.no-script",
];

/// The page.
pub(super) fn compare(pack: &Pack, say: Say, root: &str) -> Html {
    let inside = html! {
        <section class="screen column">
            { view::heading(say.say("page.compare.heading")) }
            <p class="lead">{ say.say("page.compare.lead") }</p>
        </section>
    };
    html! {
        <>
            { view::frame(pack, root, inside, view::glossary::whole(pack)) }
            { view::glossary::popovers(pack) }
        </>
    }
}
