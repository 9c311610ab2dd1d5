//! Everything that can be chosen, with what the chosen way has no place for left out.

use yew::prelude::{Event as DomEvent, *};

use super::control::{Field, field, radios, tick};
use super::{Report, button};
use crate::browser::value_of;
use crate::embed::{Event, Key, Model, Part, Reset, Size, Way};
use crate::model::{Pack, ToolPhrase};

/// What the colour's control shows before one was chosen.
const FIRST_ACCENT: &str = "0a7d55";

/// The choices. A language is none yet: there is one.
pub(super) fn choices(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let said = |phrase| tools.say(phrase);
    let ways = Way::ALL.map(|way| (way.name(), said(way_named(way))));
    html! {
        <form class="builder-choices" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            { radios(model, report, Key::Way, said(ToolPhrase::EmbeddingWay), &ways) }
            <h2>{ said(ToolPhrase::EmbeddingLook) }</h2>
            { radios(model, report, Key::Theme, said(ToolPhrase::EmbeddingTheme), &[
                ("auto", said(ToolPhrase::EmbeddingThemeAuto)),
                ("light", said(ToolPhrase::EmbeddingThemeLight)),
                ("dark", said(ToolPhrase::EmbeddingThemeDark)),
            ]) }
            { accent(model, report) }
            { radius(model, report) }
            { radios(model, report, Key::Density, said(ToolPhrase::EmbeddingDensity), &[
                ("comfortable", said(ToolPhrase::EmbeddingDensityComfortable)),
                ("compact", said(ToolPhrase::EmbeddingDensityCompact)),
            ]) }
            { length(model, report) }
            { parts(model, report) }
            { more(model, report) }
            { reset(model, report) }
        </form>
    }
}

/// The way to begin again, and back from there.
fn reset(model: &Model, report: &Report) -> Html {
    let said = |phrase| model.tools.say(phrase);
    let told = model.reset.as_ref().map(|reset| match reset {
        Reset::Done(_) => ToolPhrase::EmbeddingIsReset,
        Reset::Undone => ToolPhrase::EmbeddingIsBack,
    });
    html! {
        <div class="builder-reset">
            <button type="button" id="reset" class="quiet" onclick={report.reform(|_| Event::Reset)}>
                { said(ToolPhrase::EmbeddingReset) }
            </button>
            <div role="status">
                { for told.map(|phrase| html! { <p key={said(phrase)}>{ said(phrase) }</p> }) }
            </div>
            // Beside what is announced: where a button comes with a sentence, screen readers may say neither.
            if matches!(model.reset, Some(Reset::Done(_))) {
                { button("quiet", said(ToolPhrase::EmbeddingBringBack), report, || Event::ResetUndone) }
            }
        </div>
    }
}

fn way_named(way: Way) -> ToolPhrase {
    match way {
        Way::Element => ToolPhrase::EmbeddingWayElement,
        Way::Frame => ToolPhrase::EmbeddingWayIframe,
        Way::WordPress => ToolPhrase::EmbeddingWayWordpress,
        Way::Moodle => ToolPhrase::EmbeddingWayMoodle,
        Way::Canvas => ToolPhrase::EmbeddingWayCanvas,
        Way::Link => ToolPhrase::EmbeddingWayLink,
    }
}

fn accent(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let chosen = model.settings.get(Key::Accent);
    let has_accent = !chosen.is_empty();
    let onchange = report.reform(move |_: DomEvent| {
        let next = if has_accent { "" } else { FIRST_ACCENT };
        Event::Chosen(Key::Accent, next.to_owned())
    });
    let oninput = report.reform(|event: InputEvent| Event::Chosen(Key::Accent, value_of(&event)));
    html! {
        <div class="builder-field">
            { tick(has_accent, tools.say(ToolPhrase::EmbeddingAccent), onchange) }
            if has_accent {
                <label class="builder-colour">
                    <input type="color" id="accent" value={format!("#{chosen}")}
                        aria-describedby="accent-hint" {oninput} />
                    <span>{ tools.say(ToolPhrase::EmbeddingAccentColour) }</span>
                </label>
            }
            <p class="hint" id="accent-hint">{ tools.say(ToolPhrase::EmbeddingAccentHint) }</p>
        </div>
    }
}

fn radius(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let size = Size::RADIUS;
    let chosen = size.of(model.settings.get(Key::Radius)).to_string();
    let words = tools.fill(ToolPhrase::EmbeddingRadiusIs, &[("radius", &chosen)]);
    let oninput = report.reform(|event: InputEvent| Event::Chosen(Key::Radius, value_of(&event)));
    html! {
        <div class="builder-field">
            <label for="radius">{ tools.say(ToolPhrase::EmbeddingRadius) }</label>
            <div class="builder-range">
                <input type="range" id="radius" min={size.least.to_string()} max={size.most.to_string()} value={chosen}
                    aria-valuetext={words.clone()} {oninput} />
                <output for="radius" aria-live="off">{ words }</output>
            </div>
        </div>
    }
}

fn length(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let pack: &Pack = &tools.pack;
    let full = pack.questions.len();
    let short = pack.questions.iter().filter(|it| it.short).count();
    let counted = |phrase, count: usize| tools.fill(phrase, &[("count", &count.to_string())]);
    radios(
        model,
        report,
        Key::Length,
        tools.say(ToolPhrase::EmbeddingLength),
        &[
            ("both", tools.say(ToolPhrase::EmbeddingLengthBoth)),
            ("full", &counted(ToolPhrase::EmbeddingLengthFull, full)),
            ("short", &counted(ToolPhrase::EmbeddingLengthShort, short)),
        ],
    )
}

fn part_named(part: Part) -> ToolPhrase {
    match part {
        Part::Poles => ToolPhrase::EmbeddingPartPoles,
        Part::Promises => ToolPhrase::EmbeddingPartPromises,
        Part::Parts => ToolPhrase::EmbeddingPartParts,
        Part::Actions => ToolPhrase::EmbeddingPartActions,
        Part::Profile => ToolPhrase::EmbeddingPartProfile,
        Part::Weighed => ToolPhrase::EmbeddingPartWeighed,
        Part::Tensions => ToolPhrase::EmbeddingPartTensions,
        Part::Sturdiness => ToolPhrase::EmbeddingPartSturdiness,
        Part::Flips => ToolPhrase::EmbeddingPartFlips,
        Part::Examples => ToolPhrase::EmbeddingPartExamples,
        Part::Target => ToolPhrase::EmbeddingPartTarget,
        Part::Areas => ToolPhrase::EmbeddingPartAreas,
        Part::Share => ToolPhrase::EmbeddingPartShare,
    }
}

fn parts(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let group = |legend, is_on_start: bool| {
        let parts = Part::ALL.into_iter();
        let parts = parts.filter(|it| it.is_on_start() == is_on_start);
        let ticks = parts.map(|part| {
            let onchange = report.reform(move |_: DomEvent| Event::PartToggled(part));
            let name = tools.say(part_named(part));
            html! {
                <li key={part.name()}>{ tick(model.settings.hides(part), name, onchange) }</li>
            }
        });
        html! {
            <fieldset>
                <legend>{ tools.say(legend) }</legend>
                <ul>{ for ticks }</ul>
            </fieldset>
        }
    };
    html! {
        <details class="builder-more" open={model.unfolds_parts}>
            <summary>{ tools.say(ToolPhrase::EmbeddingHide) }</summary>
            { group(ToolPhrase::EmbeddingHideStart, true) }
            { group(ToolPhrase::EmbeddingHideResult, false) }
        </details>
    }
}

const FIELDS: [(Field, ToolPhrase); 3] = [
    (
        Field {
            key: Key::Least,
            label: ToolPhrase::EmbeddingLeast,
            fault: ToolPhrase::EmbeddingSizeFault,
            mode: "numeric",
        },
        ToolPhrase::EmbeddingLeastHint,
    ),
    (
        Field {
            key: Key::Most,
            label: ToolPhrase::EmbeddingMost,
            fault: ToolPhrase::EmbeddingSizeFault,
            mode: "numeric",
        },
        ToolPhrase::EmbeddingMostHint,
    ),
    (
        Field {
            key: Key::Tall,
            label: ToolPhrase::EmbeddingTall,
            fault: ToolPhrase::EmbeddingSizeFault,
            mode: "numeric",
        },
        ToolPhrase::EmbeddingTallHint,
    ),
];

const LABEL: Field = Field {
    key: Key::Label,
    label: ToolPhrase::EmbeddingLabel,
    fault: ToolPhrase::EmbeddingLabelFault,
    mode: "text",
};

const ORIGIN: Field = Field {
    key: Key::Origin,
    label: ToolPhrase::EmbeddingOrigin,
    fault: ToolPhrase::EmbeddingOriginFault,
    mode: "url",
};

/// Height, name and events, as far as the way has them.
fn more(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let way = model.settings.way();
    if way == Way::Link {
        return html! {};
    }
    let wants = !model.settings.get(Key::Events).is_empty();
    let onchange = report.reform(move |_: DomEvent| {
        let next = if wants { "" } else { "on" };
        Event::Chosen(Key::Events, next.to_owned())
    });
    let heights = FIELDS.iter().filter(|(it, _)| way.uses(it.key));
    let named = tools.fill(ToolPhrase::EmbeddingLabelHint, &[("name", model.name())]);
    html! {
        <details class="builder-more" open={model.unfolds_more}>
            <summary>{ tools.say(ToolPhrase::EmbeddingMore) }</summary>
            { for heights.map(|(it, hint)| field(model, report, it, tools.say(*hint))) }
            { field(model, report, &LABEL, &named) }
            if way.uses(Key::Events) {
                <div class="builder-field">
                    { tick(wants, tools.say(ToolPhrase::EmbeddingEvents), onchange) }
                    <p class="hint">{ tools.say(ToolPhrase::EmbeddingEventsHint) }</p>
                </div>
                if wants && way.uses(Key::Origin) {
                    { field(model, report, &ORIGIN, tools.say(ToolPhrase::EmbeddingOriginHint)) }
                }
            }
        </details>
    }
}
