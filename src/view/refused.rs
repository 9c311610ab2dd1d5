//! A link that can't be opened: which way it is broken, and a way on.

use yew::prelude::*;

use super::{Report, button, heading};
use crate::flow::Event;
use crate::model::{LinkError, Pack, Phrase};

/// The screen of a link that can't be opened.
pub(super) fn refused(pack: &Pack, error: LinkError, report: &Report) -> Html {
    let reason = match error {
        LinkError::Foreign => Phrase::RefusedForeign,
        LinkError::Truncated => Phrase::RefusedTruncated,
        LinkError::Damaged => Phrase::RefusedDamaged,
        LinkError::TooNew => Phrase::RefusedTooNew,
    };
    html! {
        <section class="screen column">
            { heading(pack.say(Phrase::RefusedTitle)) }
            <p class="lead">{ pack.say(reason) }</p>
            <p>{ pack.say(Phrase::RefusedKept) }</p>
            <div class="actions">
                { button("primary", pack.say(Phrase::RefusedStart), report, Event::StartOpened) }
            </div>
        </section>
    }
}
