//! What one can take along: the link, and files.

use yew::prelude::*;

use super::{Report, button};
use crate::compare::{Event, Format, MOST_IN_LINK, Model};
use crate::model::Phrase;

/// The link and the files.
pub(super) fn take(model: &Model, report: &Report) -> Html {
    let pack = &*model.pack;
    let has_link = model.people().len() <= MOST_IN_LINK;
    let act = |phrase, event| button("secondary", pack.say(phrase), report, event);
    html! {
        <section class="panel take">
            <h2>{ pack.say(Phrase::ComparisonTake) }</h2>
            if has_link {
                <p>{ pack.say(Phrase::ComparisonLinkMeans) }</p>
            } else {
                <p>{ pack.fill(Phrase::ComparisonLinkTooMany, &[("most", &MOST_IN_LINK.to_string())]) }</p>
            }
            <div class="actions">
                if has_link {
                    { act(Phrase::ComparisonCopy, Event::CopyAsked) }
                }
                { act(Phrase::ComparisonCsv, Event::DownloadAsked(Format::Csv)) }
                { act(Phrase::ComparisonJson, Event::DownloadAsked(Format::Json)) }
            </div>
        </section>
    }
}
