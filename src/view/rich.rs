//! Texts with links to the glossary on screen. The words become text nodes and buttons, never markup of their own.

use yew::prelude::*;

use crate::model::{Linked, Pack, Stretch};

/// A text with its terms as buttons that open their explanation where they stand.
pub fn rich(pack: &Pack, text: &Linked) -> Html {
    text.stretches()
        .into_iter()
        .map(|stretch| match stretch {
            Stretch::Words(words) => html! { { words } },
            Stretch::Link { shown, term } => term_button(pack, shown, term),
        })
        .collect()
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
