//! Any events in any order on the page that lays results side by side, also while a text is read: its figures, its table and
//! its address are those of its people, and nobody comes or goes unasked.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::rc::Rc;

use clientele::compare::{
    Column, Download, Effect, Event, Focus, Model, Notice, Person, launch, update,
};
use clientele::model::{Group, encode};
use common::comparing::{opened, pairs};
use common::{any_answers, pack, tools};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A line that names somebody, or nobody.
fn any_line() -> impl Strategy<Value = String> {
    let code = || any_answers().prop_map(|answers| encode(&answers));
    prop_oneof![
        4 => ("[A-D]?", code()).prop_map(|(name, code)| format!("{name},{code}")),
        2 => select(&pack().examples[..4]).prop_map(|it| encode(&it.answers(pack()))),
        1 => "\\PC{0,20}",
    ]
}

/// A text, at times one that is not read in one step, or that brings more people than an address holds.
fn any_text() -> impl Strategy<Value = String> {
    let lines = || vec(any_line(), 0..6).prop_map(|lines| lines.join("\n"));
    let long = (lines(), lines(), lines()).prop_map(|(first, second, third)| {
        let blanks = "\n".repeat(500);
        [&*first, &blanks, &second, &blanks, &third].concat()
    });
    let many = (any_answers(), 55..70).prop_map(|(answers, count)| {
        let line = |at| format!("Zoe{at},{}\n", encode(&answers));
        (0..count).map(line).collect()
    });
    prop_oneof![4 => lines(), 4 => long, 1 => many, 1 => Just(" \n".to_owned())]
}

fn any_fragment() -> impl Strategy<Value = String> {
    let part = || {
        (any_answers(), "(~[A-D])?").prop_map(|(answers, label)| [encode(&answers), label].concat())
    };
    prop_oneof![
        Just(String::new()),
        vec(part(), 1..5).prop_map(|parts| format!("#{}", parts.join("."))),
        "\\PC{0,20}",
    ]
}

fn any_event() -> impl Strategy<Value = Event> {
    let column = select(vec![
        Column::Name,
        Column::Verdict,
        Column::Score,
        Column::Answered,
    ]);
    let format = select(vec![Download::Csv, Download::Json, Download::Png]);
    prop_oneof![
        2 => any_text().prop_map(Event::BoxGiven),
        2 => any_text().prop_map(Event::TextGiven),
        1 => select(vec![Event::FileTooLarge, Event::FileFailed, Event::FileForeign]),
        4 => Just(Event::SliceDue),
        2 => Just(Event::Cancelled),
        1 => column.prop_map(Event::SortedBy),
        1 => prop_oneof![8 => 0usize..4, 1 => any::<usize>()].prop_map(Event::PageTurned),
        1 => Just(Event::NamesToggled),
        4 => prop_oneof![8 => 1u32..9, 1 => any::<u32>()].prop_map(Event::Removed),
        1 => Just(Event::Cleared),
        2 => Just(Event::ClearingUndone),
        1 => Just(Event::CopyAsked),
        1 => any::<bool>().prop_map(Event::CopyEnded),
        1 => format.prop_map(Event::DownloadAsked),
        1 => any::<bool>().prop_map(Event::PictureEnded),
        1 => Just(Event::PrintAsked),
        1 => any_fragment().prop_map(Event::AddressChanged),
    ]
}

/// Whether an event may say something. Whoever adds one adds it to [`any_event`], too.
fn may_tell(event: &Event) -> bool {
    match event {
        Event::BoxGiven(_)
        | Event::TextGiven(_)
        | Event::FileTooLarge
        | Event::FileFailed
        | Event::FileForeign
        | Event::SliceDue
        | Event::CopyEnded(_)
        | Event::PictureEnded(false) => true,
        Event::Cancelled
        | Event::SortedBy(_)
        | Event::PageTurned(_)
        | Event::NamesToggled
        | Event::Removed(_)
        | Event::Cleared
        | Event::ClearingUndone
        | Event::CopyAsked
        | Event::DownloadAsked(_)
        | Event::PictureEnded(true)
        | Event::PrintAsked
        | Event::AddressChanged(_) => false,
    }
}

/// Figures, table and what is said are those of the people.
fn assert_sound(model: &Model) {
    let people = model.people();
    let mut group = Group::new(pack());
    for person in people {
        group.add(pack(), &person.answers);
    }
    assert_eq!(model.roster.group(), &group);
    assert!(people.is_sorted_by(|one, next| one.number < next.number));
    // While a text is read, the table has who was there when it was last put in order.
    let mut order = model.order.clone();
    order.sort_unstable();
    if model.import.is_none() {
        assert!(order.iter().map(|at| *at as usize).eq(0..people.len()));
        assert_eq!(
            model.rows().next().is_none(),
            people.is_empty(),
            "page {}",
            model.page
        );
        // Names that are hidden meanwhile count who is there by then, until the end of the text settles it.
        assert!(!model.is_only_here || !people.is_empty() && model.fragment().is_none());
    }
    assert!(order.is_sorted_by(|one, next| one < next));
    assert!(
        model
            .import
            .as_ref()
            .is_none_or(|it| it.before <= people.len())
    );
    assert!(model.import.is_none() || model.summary.is_none());
}

/// The address, where it can hold everybody, opens the same people.
fn assert_shown_again(model: &Model) {
    let Some(fragment) = model.fragment().filter(|_| model.import.is_none()) else {
        return;
    };
    let again = opened(&fragment);
    if model.are_names_hidden {
        let answers = |model: &Model| {
            let mut all: Vec<_> = model
                .people()
                .iter()
                .map(|it| encode(&it.answers))
                .collect();
            all.sort_unstable();
            all
        };
        assert_eq!(answers(&again), answers(model));
        assert!(again.people().iter().all(|it| it.label.is_none()));
    } else {
        assert_eq!(pairs(&again), pairs(model));
    }
}

/// Who was there before the text that is being read, or who is there where none is.
fn settled(model: &Model) -> &[Person] {
    let known = model.import.as_ref().map(|it| it.before);
    &model.people()[..known.unwrap_or(model.people().len())]
}

/// Nobody goes but by an event that says so, and nobody at all while a text is read, but for the sake of another address.
fn assert_nobody_lost(before: &Model, event: &Event, after: &Model) {
    let (was, is) = (settled(before), settled(after));
    match event {
        Event::AddressChanged(_) => {}
        Event::Cleared => assert_eq!(is, []),
        Event::Removed(number) if before.import.is_none() => {
            let rest = was.iter().filter(|it| it.number != *number);
            assert!(rest.eq(is));
        }
        Event::ClearingUndone if before.gone.is_some() => assert!(is.len() >= was.len()),
        Event::BoxGiven(_) | Event::TextGiven(_) | Event::SliceDue => {
            assert_eq!(is.get(..was.len()), Some(was));
        }
        _ => assert_eq!(is, was),
    }
    let is_taken_out = matches!(event, Event::Removed(_) | Event::Cleared);
    if is_taken_out && before.import.is_none() && is != was {
        let mut back = after.clone();
        let _ = update(&mut back, Event::ClearingUndone);
        assert_eq!(back.people(), before.people());
    }
}

/// What has to be done outside can be done, and is true.
fn assert_feasible(model: &Model, event: &Event, effects: &[Effect]) {
    for effect in effects {
        match effect {
            Effect::NextSlice => assert!(model.import.is_some()),
            Effect::ReplaceAddress(fragment) => {
                assert_eq!(*fragment, model.fragment().unwrap_or_default());
            }
            Effect::Focus(Focus::Row(at)) => {
                assert!(model.rows().any(|(place, _)| place == *at), "{event:?}");
            }
            Effect::Focus(Focus::Summary) => assert!(model.summary.is_some(), "{event:?}"),
            Effect::Focus(Focus::Cancel) => assert!(model.import.is_some(), "{event:?}"),
            Effect::FillBox(_) => assert!(matches!(event, Event::BoxGiven(_) | Event::SliceDue)),
            Effect::Focus(Focus::Table | Focus::Box)
            | Effect::CopyAddress
            | Effect::Download(_)
            | Effect::Draw(_)
            | Effect::Print => {}
        }
    }
}

proptest! {
    #[test]
    fn any_events_in_any_order_leave_a_sound_comparison(
        fragment in any_fragment(),
        events in vec(any_event(), 0..30),
    ) {
        let (mut model, mut effects) = launch(Rc::new(tools().clone()), "../".to_owned(), &fragment);
        let mut is_due = false;
        assert_sound(&model);
        for event in events {
            is_due |= effects.contains(&Effect::NextSlice);
            let before = model.clone();
            is_due &= event != Event::SliceDue;
            effects = update(&mut model, event.clone());
            assert_sound(&model);
            assert_shown_again(&model);
            assert_nobody_lost(&before, &event, &model);
            assert_feasible(&model, &event, &effects);
            prop_assert!(model.import.is_none() || is_due || effects.contains(&Effect::NextSlice), "the reading stands still");
            let is_said: Option<Notice> = model.notice.filter(|_| !may_tell(&event));
            prop_assert_eq!(is_said, None, "{:?}", event);
        }
    }

    #[test]
    fn the_same_events_lead_to_the_same_comparison(
        fragment in any_fragment(),
        events in vec(any_event(), 0..20),
    ) {
        let root = || "../".to_owned();
        let tools = Rc::new(tools().clone());
        let (mut one, effects) = launch(Rc::clone(&tools), root(), &fragment);
        let (mut other, same) = launch(tools, root(), &fragment);
        prop_assert_eq!(effects, same);
        for event in events {
            prop_assert_eq!(update(&mut one, event.clone()), update(&mut other, event));
            prop_assert_eq!(&one, &other);
        }
    }
}
