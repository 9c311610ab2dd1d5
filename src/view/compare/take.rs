//! What one can take along: the link, and files.

use yew::prelude::*;

use super::{Report, button};
use crate::compare::{Event, Format, MOST_IN_LINK, Model, Told};
use crate::model::ToolPhrase;

/// The link and the files.
pub(super) fn take(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let has_link = model.people().len() <= MOST_IN_LINK;
    let act = |phrase, event| button("secondary", tools.say(phrase), report, event);
    html! {
        <section class="panel take">
            <h2>{ tools.say(ToolPhrase::ComparisonTake) }</h2>
            if has_link {
                <p>{ tools.say(ToolPhrase::ComparisonLinkMeans) }</p>
            } else {
                <p>{ tools.fill(ToolPhrase::ComparisonLinkTooMany, &[("most", &MOST_IN_LINK.to_string())]) }</p>
            }
            <div class="actions">
                if has_link {
                    { act(ToolPhrase::ComparisonCopy, Event::CopyAsked) }
                }
                { act(ToolPhrase::ComparisonCsv, Event::DownloadAsked(Format::Csv)) }
                { act(ToolPhrase::ComparisonJson, Event::DownloadAsked(Format::Json)) }
                { act(ToolPhrase::ComparisonPng, Event::DownloadAsked(Format::Png)) }
            </div>
            <div role="status" class="told">
                if let Some(phrase) = model.told.and_then(said_here) {
                    <p class="notice">{ tools.say(phrase) }</p>
                }
            </div>
        </section>
    }
}

/// How passing on went. What is told of texts and files on the way in stands above, where they are handed over.
fn said_here(told: Told) -> Option<ToolPhrase> {
    match told {
        Told::Copied => Some(ToolPhrase::ComparisonCopied),
        Told::CopyFailed => Some(ToolPhrase::ComparisonCopyFailed),
        Told::PictureFailed => Some(ToolPhrase::ComparisonPictureFailed),
        Told::FileTooLarge | Told::FileFailed | Told::FileForeign | Told::Blank => None,
    }
}
