//! The terms: each explained where it stands, and all of them at the end of the page.

use yew::prelude::*;

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
                    <h2 class="explanation-name" id={name_id}>{ &term.name }</h2>
                    { explained(pack, term) }
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
                    <dd>{ explained(pack, term) }</dd>
                </div>
            }) }
        </dl>
    }
}

/// In plain words: who closed an explanation within another would lose their place, and in the whole glossary every other
/// term stands close by.
fn explained(pack: &Pack, term: &Term) -> Html {
    html! {
        <>
            <p>{ term.meaning.plain() }</p>
            <p class="example">
                <span class="example-label">{ pack.say(Phrase::ForExample) }</span>
                { " " }
                { &term.example }
            </p>
        </>
    }
}
