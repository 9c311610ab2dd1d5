//! The one step from a model and an event to the next model and what has to be done outside.

use std::rc::Rc;

use super::event::{Copied, Effect, Event, Width};
use super::part::Part;
use super::settings::{Key, LIVE, Settings};
use super::snippet::query;
use super::state::{CopyOutcome, Model, Reset, Surroundings};
use crate::model::ToolPack;

/// The model with which the page begins.
#[must_use]
pub fn launch(tools: Rc<ToolPack>, surroundings: Surroundings, fragment: &str) -> Model {
    let settings = Settings::parse(fragment);
    let mut model = Model {
        tools,
        surroundings,
        typed: texts(&settings),
        settings,
        unfolds_parts: false,
        unfolds_more: false,
        width: Width::Room,
        shelter: None,
        is_near: false,
        preview: None,
        measured: None,
        copy_outcome: None,
        reset: None,
    };
    unfold(&mut model);
    model
}

/// Lets what an address has set be seen.
fn unfold(model: &mut Model) {
    let is_set = |key| !model.settings.get(key).is_empty();
    let (parts, more) = (is_set(Key::Hide), is_set(Key::Events));
    model.unfolds_parts |= parts;
    model.unfolds_more |= more;
}

/// Takes a step: whatever has to happen outside is in the effects, in order.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    let copy_outcome = model.copy_outcome.take();
    match event {
        Event::Chosen(key, text) => choose(model, key, &text),
        Event::PartToggled(toggled) => {
            let is_left_out = |part: &Part| model.settings.hides(*part) != (*part == toggled);
            let parts = Part::ALL.into_iter().filter(is_left_out).map(Part::name);
            let parts: Vec<&str> = parts.collect();
            choose(model, Key::Hide, &parts.join(","))
        }
        Event::WidthChosen(width) => {
            model.width = width;
            Vec::new()
        }
        Event::Reset => {
            // Twice in a row, as a double click, is once.
            if !matches!(model.reset, Some(Reset::Done(_))) {
                model.reset = Some(Reset::Done(Box::new(model.settings.clone())));
            }
            replace(model, Settings::default());
            changed(model)
        }
        Event::ResetUndone => {
            let Some(Reset::Done(before)) = model.reset.take() else {
                return Vec::new();
            };
            model.reset = Some(Reset::Undone);
            replace(model, *before);
            unfold(model);
            let mut effects = changed(model);
            effects.push(Effect::FocusReset);
            effects
        }
        Event::ShelterKnown(shelter) => {
            model.copy_outcome = copy_outcome;
            model.shelter = Some(shelter);
            load(model);
            Vec::new()
        }
        Event::PreviewNeared => {
            model.copy_outcome = copy_outcome;
            model.is_near = true;
            load(model);
            Vec::new()
        }
        Event::PreviewReady => {
            model.copy_outcome = copy_outcome;
            // What was changed while it was on its way.
            vec![configure(model)]
        }
        Event::PreviewMeasured(height) => {
            model.copy_outcome = copy_outcome;
            model.measured = Some(height);
            Vec::new()
        }
        Event::CopyAsked(Copied::Snippet) => {
            vec![Effect::Copy(Copied::Snippet, model.snippet())]
        }
        Event::CopyAsked(Copied::Link) => vec![Effect::CopyAddress],
        Event::CopyEnded(what, is_copied) => {
            model.copy_outcome = Some(CopyOutcome { what, is_copied });
            Vec::new()
        }
        Event::AddressChanged(fragment) => {
            let settings = Settings::parse(&fragment);
            if settings == model.settings {
                return Vec::new();
            }
            model.reset = None;
            replace(model, settings);
            unfold(model);
            vec![configure(model)]
        }
    }
}

fn choose(model: &mut Model, key: Key, text: &str) -> Vec<Effect> {
    model.reset = None;
    if let Some(typed) = model.typed.get_mut(key as usize) {
        text.clone_into(typed);
    }
    let told = model.settings.tells();
    model.settings.set(key, text);
    if model.settings.tells() != told {
        load(model);
    }
    changed(model)
}

/// Other settings altogether, which the controls then hold.
fn replace(model: &mut Model, settings: Settings) {
    let told = model.settings.tells();
    model.typed = texts(&settings);
    model.settings = settings;
    if model.settings.tells() != told {
        load(model);
    }
}

fn texts(settings: &Settings) -> [String; Key::ALL.len()] {
    Key::ALL.map(|key| settings.get(key).to_owned())
}

fn changed(model: &Model) -> Vec<Effect> {
    vec![
        Effect::ReplaceAddress(model.settings.print()),
        configure(model),
    ]
}

fn configure(model: &Model) -> Effect {
    let settings = LIVE.iter();
    Effect::Configure(
        settings
            .map(|key| (key.name(), model.settings.get(*key).to_owned()))
            .collect(),
    )
}

/// Loads the preview with the settings of the moment. What changes later it is told by message, so
/// that nothing blinks; only whether it tells answers is settled by its address.
fn load(model: &mut Model) {
    if model.shelter.is_none() || !model.is_near {
        return;
    }
    let surroundings = &model.surroundings;
    let events = if model.settings.tells() {
        "&events"
    } else {
        ""
    };
    let query = query(&model.settings);
    model.preview = Some(format!(
        "{}{query}&origin={}{events}",
        surroundings.home, surroundings.origin
    ));
}
