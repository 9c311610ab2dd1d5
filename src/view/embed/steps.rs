//! What to do on each platform, step by step, and what the platform takes out or needs.

use yew::prelude::*;

use crate::embed::{Model, Way};
use crate::model::ToolPhrase;

/// The steps of the chosen way.
pub(super) fn steps(model: &Model) -> Html {
    let tools = &*model.tools;
    let steps = of(model.settings.way(), model.settings.tells());
    html! {
        <section class="panel">
            <h2>{ tools.say(ToolPhrase::EmbeddingSteps) }</h2>
            <ul class="builder-steps">
                { for steps.iter().map(|it| html! { <li key={it.key()}>{ tools.say(*it) }</li> }) }
            </ul>
        </section>
    }
}

fn of(way: Way, tells: bool) -> Vec<ToolPhrase> {
    let (steps, told): (&[ToolPhrase], Option<ToolPhrase>) = match way {
        Way::Element => (
            &[
                ToolPhrase::EmbeddingElementPaste,
                ToolPhrase::EmbeddingElementHeight,
                ToolPhrase::EmbeddingElementStrips,
                ToolPhrase::EmbeddingElementPolicy,
            ],
            Some(ToolPhrase::EmbeddingElementEvents),
        ),
        Way::Frame => (
            &[
                ToolPhrase::EmbeddingIframePaste,
                ToolPhrase::EmbeddingIframeHeight,
                ToolPhrase::EmbeddingIframePolicy,
            ],
            Some(ToolPhrase::EmbeddingIframeEvents),
        ),
        Way::WordPress => (
            &[
                ToolPhrase::EmbeddingWordpressPaste,
                ToolPhrase::EmbeddingWordpressClassic,
                ToolPhrase::EmbeddingElementHeight,
                ToolPhrase::EmbeddingWordpressStrips,
                ToolPhrase::EmbeddingWordpressHosts,
            ],
            None,
        ),
        Way::Moodle => (
            &[
                ToolPhrase::EmbeddingMoodlePaste,
                ToolPhrase::EmbeddingMoodleStrips,
                ToolPhrase::EmbeddingMoodleCourse,
            ],
            None,
        ),
        Way::Canvas => (
            &[
                ToolPhrase::EmbeddingCanvasPaste,
                ToolPhrase::EmbeddingCanvasStrips,
                ToolPhrase::EmbeddingCanvasCourse,
            ],
            None,
        ),
        Way::Link => (
            &[
                ToolPhrase::EmbeddingLinkNotion,
                ToolPhrase::EmbeddingLinkSites,
                ToolPhrase::EmbeddingLinkNeeds,
            ],
            None,
        ),
    };
    let told = told.filter(|_| tells);
    steps.iter().copied().chain(told).collect()
}
