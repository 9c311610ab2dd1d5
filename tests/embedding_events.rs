//! Any events in any order on the page that makes lines for other pages: what controls hold, the settings, the address, the
//! preview and the lines never part company.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::embed::{
    Copied, Effect, Event, Key, LIVE, Model, Part, Reset, Settings, Shelter, Width, read, snippet,
    update,
};
use common::embedding::{HOME, opened};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A control and what is put into it, mostly what it takes.
fn any_choice() -> impl Strategy<Value = (Key, String)> {
    let known = select(vec![
        (Key::Way, "link"),
        (Key::Way, "moodle"),
        (Key::Length, "short"),
        (Key::Theme, "dark"),
        (Key::Accent, "#0A7D55"),
        (Key::Radius, "24"),
        (Key::Density, "compact"),
        (Key::Hide, "share,poles"),
        (Key::Least, "400"),
        (Key::Most, "300"),
        (Key::Tall, "0700"),
        (Key::Events, "on"),
        (Key::Events, "on"),
        (Key::Origin, "https://Host.example/"),
        (Key::Origin, "https://other.example"),
        (Key::Label, " Which are you? "),
    ]);
    let known = known.prop_map(|(key, text)| (key, text.to_owned()));
    let any = (
        select(&Key::ALL[..]),
        prop_oneof![Just(String::new()), "\\PC{0,20}"],
    );
    prop_oneof![2 => known, 1 => any]
}

fn any_fragment() -> impl Strategy<Value = String> {
    let chosen = vec(any_choice(), 0..5).prop_map(|choices| {
        let mut settings = Settings::default();
        for (key, text) in choices {
            settings.set(key, &text);
        }
        ["#", &settings.print()].concat()
    });
    prop_oneof![3 => chosen, 1 => "\\PC{0,20}"]
}

fn any_event() -> impl Strategy<Value = Event> {
    let copied = || select(vec![Copied::Snippet, Copied::Link]);
    let shelter = select(vec![Shelter::OwnStorage, Shelter::Sandbox, Shelter::None]);
    prop_oneof![
        6 => any_choice().prop_map(|(key, text)| Event::Chosen(key, text)),
        2 => select(&Part::ALL[..]).prop_map(Event::PartToggled),
        1 => select(vec![Width::Phone, Width::Room]).prop_map(Event::WidthChosen),
        1 => Just(Event::Reset),
        1 => Just(Event::ResetUndone),
        1 => shelter.prop_map(Event::ShelterKnown),
        1 => Just(Event::PreviewNeared),
        1 => Just(Event::PreviewReady),
        1 => any::<u32>().prop_map(Event::PreviewMeasured),
        1 => copied().prop_map(Event::CopyAsked),
        1 => (copied(), any::<bool>()).prop_map(|(what, is_copied)| Event::CopyEnded(what, is_copied)),
        2 => any_fragment().prop_map(Event::AddressChanged),
    ]
}

/// Whether what was said stays: nobody did anything. Whoever adds an event adds it to [`any_event`], too.
fn is_by_itself(event: &Event) -> bool {
    match event {
        Event::ShelterKnown(_)
        | Event::PreviewNeared
        | Event::PreviewReady
        | Event::PreviewMeasured(_) => true,
        Event::Chosen(..)
        | Event::PartToggled(_)
        | Event::WidthChosen(_)
        | Event::Reset
        | Event::ResetUndone
        | Event::CopyAsked(_)
        | Event::CopyEnded(..)
        | Event::AddressChanged(_) => false,
    }
}

fn assert_sound(model: &Model) {
    let settings = &model.settings;
    for key in Key::ALL {
        let of_control = read(key, model.typed(key)).unwrap_or_default();
        assert_eq!(settings.get(key), of_control, "{}", key.name());
    }
    assert_eq!(&Settings::parse(&settings.print()), settings);
    assert_eq!(model.snippet(), snippet(HOME, settings, model.name()));
    // Whether a preview tells answers is settled by its address alone.
    if let Some(preview) = &model.preview {
        assert!(
            model.shelter.is_some() && preview.starts_with(HOME),
            "{preview}"
        );
        assert_eq!(preview.ends_with("&events"), settings.tells(), "{preview}");
    }
}

/// What is told the address, the preview and the clipboard is what was chosen; and what has changed is told.
fn assert_told(before: &Model, event: &Event, after: &Model, effects: &[Effect]) {
    let (mut is_address_told, mut is_preview_told) = (false, false);
    for effect in effects {
        match effect {
            Effect::ReplaceAddress(fragment) => {
                assert_eq!(*fragment, after.settings.print());
                is_address_told = true;
            }
            Effect::Configure(told) => {
                let live = LIVE.map(|key| (key.name(), after.settings.get(key).to_owned()));
                assert_eq!(told[..], live);
                is_preview_told = true;
            }
            Effect::Copy(what, text) => {
                assert_eq!((*what, text), (Copied::Snippet, &after.snippet()));
            }
            Effect::CopyAddress => assert_eq!(event, &Event::CopyAsked(Copied::Link)),
            Effect::FocusReset => assert_eq!(event, &Event::ResetUndone),
        }
    }
    if let (Event::ResetUndone, Some(Reset::Done(given_up))) = (event, &before.reset) {
        assert_eq!(after.settings, **given_up);
    }
    if before.settings != after.settings {
        assert!(is_preview_told, "{event:?}");
        assert!(
            is_address_told || matches!(event, Event::AddressChanged(_)),
            "{event:?}"
        );
    }
}

proptest! {
    #[test]
    fn any_events_in_any_order_leave_a_sound_page(
        fragment in any_fragment(),
        events in vec(any_event(), 0..40),
    ) {
        let mut model = opened(&fragment);
        assert_sound(&model);
        let (mut is_sheltered, mut is_near) = (false, false);
        for event in events {
            let before = model.clone();
            let effects = update(&mut model, event.clone());
            assert_sound(&model);
            assert_told(&before, &event, &model, &effects);
            is_sheltered |= matches!(event, Event::ShelterKnown(_));
            is_near |= event == Event::PreviewNeared;
            prop_assert_eq!(model.preview.is_some(), is_sheltered && is_near, "{:?}", event);
            match &event {
                Event::CopyEnded(what, is_copied) => {
                    let said = model.copy_outcome.map(|it| (it.what, it.is_copied));
                    prop_assert_eq!(said, Some((*what, *is_copied)));
                }
                event if is_by_itself(event) => prop_assert_eq!(model.copy_outcome, before.copy_outcome),
                event => prop_assert_eq!(model.copy_outcome, None, "{:?}", event),
            }
            // What somebody folds or unfolds, they do by hand.
            prop_assert!(model.unfolds_parts >= before.unfolds_parts && model.unfolds_more >= before.unfolds_more);
        }
    }

    #[test]
    fn the_same_events_lead_to_the_same_page(
        fragment in any_fragment(),
        events in vec(any_event(), 0..20),
    ) {
        let (mut one, mut other) = (opened(&fragment), opened(&fragment));
        for event in events {
            prop_assert_eq!(update(&mut one, event.clone()), update(&mut other, event));
            prop_assert_eq!(&one, &other);
        }
    }
}
