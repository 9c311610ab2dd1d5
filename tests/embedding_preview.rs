//! The preview of the page for embedding, without a browser: what it is told, when it is loaded anew, and how high it is.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::embed::{Copied, Effect, Event, Key, Shelter, update};
use common::embedding::opened;

#[test]
fn the_preview_is_told_by_message_and_loaded_anew_only_for_events() {
    let mut model = opened("theme=dark");
    assert_eq!(model.preview, None);
    update(&mut model, Event::ShelterKnown(Shelter::Sandbox));
    assert_eq!(model.preview, None, "nobody looks yet");
    update(&mut model, Event::PreviewNeared);
    let first = model.preview.clone();
    assert_eq!(
        first.as_deref(),
        Some("https://widget.example/folder/?embed&theme=dark&origin=https://widget.example")
    );
    let effects = update(&mut model, Event::Chosen(Key::Radius, "0".to_owned()));
    let told = effects.iter().any(|effect| {
        matches!(effect, Effect::Configure(all) if all.contains(&("radius", "0".to_owned())))
    });
    assert!(told, "{effects:?}");
    assert_eq!(model.preview, first);
    update(&mut model, Event::Chosen(Key::Events, "on".to_owned()));
    assert!(model.preview.is_some_and(|it| it.ends_with("&events")));
}

#[test]
fn the_preview_begins_with_what_was_chosen_before_it_came_near() {
    for events in [
        [
            Event::PreviewNeared,
            Event::ShelterKnown(Shelter::OwnStorage),
        ],
        [
            Event::ShelterKnown(Shelter::OwnStorage),
            Event::PreviewNeared,
        ],
    ] {
        let mut model = opened("");
        update(&mut model, Event::Chosen(Key::Theme, "dark".to_owned()));
        update(&mut model, Event::Chosen(Key::Events, "on".to_owned()));
        for event in events {
            assert_eq!(model.preview, None);
            update(&mut model, event);
        }
        let preview = model.preview.unwrap_or_default();
        assert!(
            preview.contains("theme=dark") && preview.ends_with("&events"),
            "{preview}"
        );
    }
}

#[test]
fn what_was_said_of_copying_stays_while_the_preview_comes() {
    let mut model = opened("");
    update(&mut model, Event::CopyEnded(Copied::Link, true));
    for event in [
        Event::ShelterKnown(Shelter::OwnStorage),
        Event::PreviewNeared,
        Event::PreviewReady,
        Event::PreviewMeasured(500),
    ] {
        update(&mut model, event.clone());
        assert!(model.copy_outcome.is_some(), "{event:?}");
    }
}

#[test]
fn the_preview_is_as_high_as_the_way_makes_it() {
    for (fragment, measured, height) in [
        ("", None, 320),
        ("", Some(900), 900),
        ("most=500", Some(900), 500),
        ("least=1000", Some(900), 1000),
        ("least=1000&most=500", Some(900), 1000),
        ("way=moodle", Some(900), 760),
        ("way=iframe&tall=400", Some(900), 400),
        ("way=link", None, 320),
        ("way=link", Some(900), 900),
    ] {
        let mut model = opened(fragment);
        if let Some(height) = measured {
            update(&mut model, Event::PreviewMeasured(height));
        }
        assert_eq!(model.height(), height, "{fragment}");
    }
}
