//! What one can take along: the link, and files.

use yew::prelude::*;

use super::{Report, button, unhurried};
use crate::compare::{Download, Event, MOST_IN_LINK, Model, Notice, Passed};
use crate::model::ToolPhrase;

/// The link and the files.
pub(super) fn take(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let has_link = model.people().len() <= MOST_IN_LINK;
    let means = if has_link {
        tools.say(ToolPhrase::ComparisonLinkMeans).to_owned()
    } else {
        let most = MOST_IN_LINK.to_string();
        tools.fill(ToolPhrase::ComparisonLinkTooMany, &[("most", &most)])
    };
    let act = |phrase, event: fn() -> Event| button("secondary", tools.say(phrase), report, event);
    let draw = |phrase, event: fn() -> Event| {
        button("secondary", tools.say(phrase), &unhurried(report), event)
    };
    html! {
        <section class="panel take">
            <h2>{ tools.say(ToolPhrase::ComparisonTake) }</h2>
            <p key={means.as_str()}>{ &means }</p>
            <div class="actions">
                if has_link {
                    { act(ToolPhrase::ComparisonCopy, || Event::CopyAsked) }
                }
                { act(ToolPhrase::ComparisonCsv, || Event::DownloadAsked(Download::Csv)) }
                { act(ToolPhrase::ComparisonJson, || Event::DownloadAsked(Download::Json)) }
                { draw(ToolPhrase::ComparisonPng, || Event::DownloadAsked(Download::Png)) }
            </div>
            <div role="status" class="told">
                if let Some(Notice::Passed(passed)) = model.notice {
                    <p class="notice" key={tools.say(how(passed))}>{ tools.say(how(passed)) }</p>
                }
            </div>
        </section>
    }
}

fn how(passed: Passed) -> ToolPhrase {
    match passed {
        Passed::Copied => ToolPhrase::ComparisonCopied,
        Passed::CopyFailed => ToolPhrase::ComparisonCopyFailed,
        Passed::PictureFailed => ToolPhrase::ComparisonPictureFailed,
    }
}
