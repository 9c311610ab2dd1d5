//! Sentences with links to the glossary, written `[shown words](term)`. The words become text
//! nodes and buttons, never markup of their own.

use yew::prelude::*;

use crate::model::Pack;

/// A sentence with its terms as buttons that open their explanation where they stand.
pub fn rich(pack: &Pack, text: &str) -> Html {
    let mut parts: Vec<Html> = Vec::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        let parsed = link.split_once("](").and_then(|(shown, after)| {
            let (term, after) = after.split_once(')')?;
            Some((shown, term, after))
        });
        let Some((shown, term, after)) = parsed else {
            break;
        };
        parts.push(html! { { before } });
        parts.push(term_button(pack, shown, term));
        rest = after;
    }
    parts.push(html! { { rest } });
    parts.into_iter().collect()
}

fn term_button(pack: &Pack, shown: &str, term: &str) -> Html {
    if !pack.terms.iter().any(|known| known.id == term) {
        return html! { { shown } };
    }
    html! {
        <button type="button" class="term" popovertarget={super::glossary::id_of(term)}>
            { shown }
        </button>
    }
}
