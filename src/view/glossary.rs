//! The terms: each explained where it stands, and all of them at the end of the page.

use yew::prelude::*;

use super::rich::rich;
use crate::model::{Pack, Phrase, Term};

/// The element id of a term's explanation.
pub(super) fn id_of(term: &str) -> String {
    format!("term-{term}")
}

/// The explanations that the terms' buttons open.
pub fn popovers(pack: &Pack) -> Html {
    pack.terms
        .iter()
        .map(|term| {
            let id = id_of(&term.id);
            let name_id = format!("{id}-name");
            html! {
                <div key={term.id.as_str()} {id} class="explanation" popover="auto" role="dialog" aria-labelledby={name_id.clone()}>
                    <h2 class="explanation-name" id={name_id}><dfn>{ &term.name }</dfn></h2>
                    // Plain words: whoever closed an explanation within an explanation would lose their place.
                    { explained(pack, term, &html! { { term.meaning.plain() } }) }
                    <button type="button" class="quiet" popovertarget={id_of(&term.id)} popovertargetaction="hide">
                        { pack.say(Phrase::GlossaryClose) }
                    </button>
                </div>
            }
        })
        .collect()
}

/// The whole glossary, folded.
pub fn whole(pack: &Pack) -> Html {
    html! {
        <details class="glossary">
            <summary>{ pack.say(Phrase::GlossaryTitle) }</summary>
            { terms(pack) }
        </details>
    }
}

/// Every term with its meaning.
pub fn terms(pack: &Pack) -> Html {
    html! {
        <dl>
            { for pack.terms.iter().map(|term| html! {
                <div key={term.id.as_str()}>
                    <dt>{ &term.name }</dt>
                    <dd>{ explained(pack, term, &rich(pack, &term.meaning)) }</dd>
                </div>
            }) }
        </dl>
    }
}

fn explained(pack: &Pack, term: &Term, meaning: &Html) -> Html {
    html! {
        <>
            <p>{ meaning.clone() }</p>
            <p class="example">
                <span class="example-label">{ pack.say(Phrase::ForExample) }</span>
                { " " }
                { &term.example }
            </p>
        </>
    }
}
