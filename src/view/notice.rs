//! What the visitor has to be told, above the screen.

use yew::prelude::*;

use super::{Report, button};
use crate::flow::{Event, Model, Notice};
use crate::model::Phrase;

/// The notice, in a live region that is always there so that its words are announced.
pub(super) fn notice(model: &Model, report: &Report) -> Html {
    let pack = &*model.pack;
    let act = |phrase, event: fn() -> Event| button("quiet", pack.say(phrase), report, event);
    let told = model.notice.as_ref().map(|notice| match notice {
        Notice::Restored => (
            Phrase::NoticeRestored,
            act(Phrase::NoticeBeginAfresh, || Event::BegunAfresh),
        ),
        Notice::SetAside => (Phrase::NoticeSetAside, html! {}),
        Notice::NotKept => (Phrase::NoticeNotKept, html! {}),
        Notice::Cleared(_) => (
            Phrase::NoticeCleared,
            act(Phrase::NoticeUndo, || Event::ClearingUndone),
        ),
    });
    html! {
        <div role="status" class="notices">
            if let Some((phrase, action)) = told {
                <div class="notice">
                    <p key={phrase.key()}>{ pack.say(phrase) }</p>
                    <div class="notice-actions">
                        { action }
                        { act(Phrase::NoticeDismiss, || Event::NoticeDismissed) }
                    </div>
                </div>
            }
        </div>
    }
}
