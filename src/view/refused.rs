//! A link that can't be opened: which way it is broken, and a way on.

use yew::prelude::*;

use super::{Report, heading, start_afresh};
use crate::flow::Model;
use crate::model::{LinkError, Phrase};

/// The screen of a link that can't be opened.
pub(super) fn refused(model: &Model, error: LinkError, report: &Report) -> Html {
    let pack = &*model.pack;
    let reason = match error {
        LinkError::Foreign => Phrase::RefusedForeign,
        LinkError::Truncated => Phrase::RefusedTruncated,
        LinkError::Damaged => Phrase::RefusedDamaged,
        LinkError::TooNew => Phrase::RefusedTooNew,
    };
    html! {
        <section class="screen column" key="refused">
            { heading(pack.say(Phrase::RefusedTitle)) }
            <p class="lead">{ pack.say(reason) }</p>
            <p>{ pack.say(Phrase::RefusedKept) }</p>
            <div class="actions">
                { start_afresh(model, Phrase::RefusedStart, report) }
            </div>
        </section>
    }
}
