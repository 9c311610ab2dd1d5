//! What to take away: the lines to paste, the address of the settings, and the course packages.

use yew::prelude::*;

use super::{Report, button};
use crate::embed::{Copied, CopyOutcome, Event, Model, Package, Standard, Way};
use crate::model::ToolPhrase;

/// The lines, with a way to copy them.
pub(super) fn lines(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let title = if model.settings.way() == Way::Link {
        ToolPhrase::EmbeddingSnippetLink
    } else {
        ToolPhrase::EmbeddingSnippet
    };
    let mut snippet = model.snippet();
    let rows = snippet.lines().count() + 1;
    let home = model.surroundings.home.as_str();
    if home.is_empty() {
        snippet.clear();
    }
    html! {
        <section class="panel">
            <h2 id="snippet-heading">{ tools.say(title) }</h2>
            <textarea id="snippet" class="snippet" readonly=true rows={rows.to_string()} spellcheck="false"
                aria-labelledby="snippet-heading" value={snippet} />
            if !home.is_empty() && !home.starts_with("https:") {
                <p class="hint">{ tools.say(ToolPhrase::EmbeddingNotHttps) }</p>
            }
            <div class="actions">
                { button("primary", tools.say(ToolPhrase::EmbeddingCopy), report, || Event::CopyAsked(Copied::Snippet)) }
                { said(model, Copied::Snippet) }
            </div>
            <p class="builder-link">{ tools.say(ToolPhrase::EmbeddingLink) }</p>
            <div class="actions">
                { button("secondary", tools.say(ToolPhrase::EmbeddingLinkCopy), report, || Event::CopyAsked(Copied::Link)) }
                { said(model, Copied::Link) }
            </div>
        </section>
    }
}

fn said(model: &Model, what: Copied) -> Html {
    let phrase = match model.copy_outcome {
        Some(CopyOutcome {
            what: told,
            is_copied,
        }) if told == what => Some(if is_copied {
            ToolPhrase::EmbeddingCopied
        } else {
            ToolPhrase::EmbeddingCopyFailed
        }),
        _ => None,
    };
    html! {
        <p role="status" class="builder-said">
            { for phrase.map(|it| model.tools.say(it).to_owned()) }
        </p>
    }
}

/// The course packages, if the build made them.
pub(super) fn packages(model: &Model) -> Html {
    let tools = &*model.tools;
    let link = |package: &Package| {
        let phrase = match package.standard {
            Standard::Scorm12 => ToolPhrase::EmbeddingPackagesScorm12,
            Standard::Scorm2004 => ToolPhrase::EmbeddingPackagesScorm2004,
            Standard::Xapi => ToolPhrase::EmbeddingPackagesXapi,
        };
        let file = &package.file;
        let address = format!("{}packages/{file}", model.surroundings.root);
        html! { <li key={file.as_str()}><a href={address} download={file.clone()}>{ tools.say(phrase) }</a></li> }
    };
    html! {
        <section class="panel">
            <h2>{ tools.say(ToolPhrase::EmbeddingPackages) }</h2>
            <p>{ tools.say(ToolPhrase::EmbeddingPackagesLead) }</p>
            if model.surroundings.packages.is_empty() {
                <p class="hint">{ tools.say(ToolPhrase::EmbeddingPackagesNone) }</p>
            } else {
                <ul class="builder-packages">{ for model.surroundings.packages.iter().map(link) }</ul>
            }
        </section>
    }
}
