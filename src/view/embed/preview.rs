//! The widget itself with the chosen settings, as wide as a phone or as there is room.

use yew::prelude::{Event as DomEvent, *};

use super::Report;
use crate::embed::{Event, Key, Model, Shelter, Width};
use crate::model::ToolPhrase;

/// The preview.
pub(super) fn preview(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let choice = |width: Width, value: &'static str, phrase| {
        let onchange = report.reform(move |_: DomEvent| Event::WidthChosen(width));
        html! {
            <label class="choice" key={value}>
                <input type="radio" name="width" {value} checked={model.width == width} {onchange} />
                <span>{ tools.say(phrase) }</span>
            </label>
        }
    };
    let stage = if model.measured.is_none() {
        "builder-stage unmeasured"
    } else {
        "builder-stage"
    };
    let kept = match model.shelter {
        Some(Shelter::OwnStorage) => ToolPhrase::EmbeddingPreviewApart,
        Some(Shelter::Sandbox) => ToolPhrase::EmbeddingPreviewSandbox,
        Some(Shelter::None) => ToolPhrase::EmbeddingPreviewShared,
        None => ToolPhrase::EmbeddingPreviewLoading,
    };
    html! {
        <section class="panel">
            <h2 id="preview-heading">{ tools.say(ToolPhrase::EmbeddingPreview) }</h2>
            <fieldset class="choices builder-radios builder-widths" aria-labelledby="preview-heading">
                { choice(Width::Phone, "phone", ToolPhrase::EmbeddingPreviewPhone) }
                { choice(Width::Room, "room", ToolPhrase::EmbeddingPreviewWide) }
            </fieldset>
            <p class="hint">{ tools.say(kept) }</p>
            <div id="stage" class={stage}>
                if let Some(address) = &model.preview {
                    { frame(model, address) }
                } else if model.shelter.is_some() {
                    <p class="hint">{ tools.say(ToolPhrase::EmbeddingPreviewLoading) }</p>
                }
            </div>
        </section>
    }
}

/// A frame of its own for each address: a frame that goes elsewhere would leave a step behind in
/// the history.
fn frame(model: &Model, address: &str) -> Html {
    let is_in = |shelter| model.shelter == Some(shelter);
    let title = match model.settings.get(Key::Label) {
        "" => model.name(),
        label => label,
    };
    html! {
        <iframe id="preview" key={address.to_owned()} src={address.to_owned()} title={title.to_owned()}
            credentialless={is_in(Shelter::OwnStorage).then_some("")}
            sandbox={is_in(Shelter::Sandbox).then_some("allow-scripts")}
            width={if model.width == Width::Phone { "360" } else { "100%" }} height={model.height().to_string()} />
    }
}
