//! Any events in any order, also ones that no screen would send: nothing breaks, what is shown has
//! an address that shows it again, and what is kept is what was answered.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::mem::discriminant;

use clientele::export::{Cut, Format};
use clientele::flow::{
    Effect, Event, Field, KeyPlace, Model, OnResult, Progress, Screen, Sharing, Stored,
};
use clientele::model::{Answer, ExampleAt, QuestionAt, Target, encode};
use common::walking::{any_form, opened, stored};
use common::{any_answers, pack, update};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

fn any_stored() -> impl Strategy<Value = Stored> {
    let kept = (any_form(), any_answers()).prop_map(|(form, answers)| stored(form, answers));
    prop_oneof![
        Just(Stored::Nothing),
        Just(Stored::Denied),
        kept,
        "\\PC{0,20}".prop_map(Stored::Text),
    ]
}

fn any_fragment() -> impl Strategy<Value = String> {
    let code = || any_answers().prop_map(|answers| encode(&answers));
    prop_oneof![
        Just(String::new()),
        Just("review".to_owned()),
        "#?(question|change)-[0-9]{1,3}",
        code(),
        (code(), "\\PC{0,80}").prop_map(|(code, label)| format!("#{code}~{label}")),
        "#?[0-9][A-Za-z0-9_-]{0,12}",
        "\\PC{0,20}",
    ]
}

/// An answer to a question, mostly to ones that are there.
fn any_answer() -> impl Strategy<Value = (QuestionAt, Answer)> {
    let question = prop_oneof![8 => 0u8..15, 1 => any::<u8>()];
    let answer = prop_oneof![
        1 => Just(Answer::Unanswered),
        1 => Just(Answer::DoesNotApply),
        8 => (1u8..6).prop_map(Answer::Option),
        1 => any::<u8>().prop_map(Answer::Option),
    ];
    (question.prop_map(QuestionAt::from), answer)
}

fn any_key() -> impl Strategy<Value = (KeyPlace, String)> {
    let place = select(vec![KeyPlace::Heading, KeyPlace::Options]);
    (place, "[0-9]|Enter|Arrow(Up|Left)|\\PC{0,3}")
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        2 => any_event_on_the_form(),
        1 => any_event_on_a_result().prop_map(Event::OnResult),
    ]
}

fn any_event_on_the_form() -> impl Strategy<Value = Event> {
    prop_oneof![
        any_form().prop_map(Event::Started),
        Just(Event::Resumed),
        Just(Event::BegunAfresh),
        Just(Event::ClearingUndone),
        any_answer().prop_map(|(question, answer)| Event::OptionChosen { question, answer }),
        any_answer().prop_map(|(question, answer)| Event::DigitPressed { question, answer }),
        Just(Event::OptionsEntered),
        any_key().prop_map(|(place, key)| Event::KeyPressed { place, key }),
        Just(Event::WentOn),
        Just(Event::WentBack),
        Just(Event::QuestionDrawn),
        Just(Event::ResultOpened),
        Just(Event::OthersAskedFor),
        Just(Event::StartOpened),
        any_fragment().prop_map(Event::AddressChanged),
        any_kept().prop_map(Event::ProgressChanged),
        Just(Event::SaveFailed),
        Just(Event::NoticeDismissed),
    ]
}

fn any_event_on_a_result() -> impl Strategy<Value = OnResult> {
    prop_oneof![
        Just(OnResult::TrialStarted),
        any_answer().prop_map(|(question, answer)| OnResult::TrialChosen { question, answer }),
        prop_oneof![8 => 0usize..4, 1 => any::<usize>()].prop_map(OnResult::FlipTried),
        Just(OnResult::TrialEnded),
        select(&Target::ALL[..]).prop_map(OnResult::TargetChosen),
        Just(OnResult::PlanTried),
        Just(OnResult::PartSought("profile")),
        any_sharing().prop_map(OnResult::Shared),
        any::<Option<u8>>().prop_map(|it| OnResult::ExampleChosen(it.map(ExampleAt::from))),
    ]
}

fn any_sharing() -> impl Strategy<Value = Sharing> {
    let field = select(vec![
        Field::Label,
        Field::Source,
        Field::Medium,
        Field::Campaign,
    ]);
    let format = select(vec![Format::Markdown, Format::Csv, Format::Json]);
    let cut = select(vec![Cut::Wide, Cut::Square]);
    prop_oneof![
        (field, "\\PC{0,60}").prop_map(|(field, text)| Sharing::Typed(field, text)),
        Just(Sharing::CopyAsked),
        any::<bool>().prop_map(Sharing::CopyEnded),
        Just(Sharing::OfferAsked),
        format.prop_map(Sharing::FileAsked),
        Just(Sharing::QrAsked),
        Just(Sharing::QrPictureAsked),
        cut.prop_map(Sharing::PictureAsked),
        any::<bool>().prop_map(Sharing::PictureEnded),
        Just(Sharing::PrintAsked),
    ]
}

/// What another tab may have kept.
fn any_kept() -> impl Strategy<Value = Option<String>> {
    any_stored().prop_map(|stored| match stored {
        Stored::Text(text) | Stored::Aside(text) => Some(text),
        Stored::Nothing | Stored::Denied => None,
    })
}

/// What is shown has an address, and the address shows it again.
fn assert_shown_again(model: &Model) {
    let fragment = model.route().print();
    let (again, _) = update(model.clone(), Event::AddressChanged(fragment.clone()));
    // What could not be opened leads to the start.
    let expected = match &model.screen {
        Screen::Refused(_) => &Screen::Start,
        screen => screen,
    };
    assert_eq!(
        discriminant(&again.screen),
        discriminant(expected),
        "{fragment}"
    );
    match (&again.screen, expected) {
        (Screen::Question(again), Screen::Question(before)) => assert_eq!(again, before),
        (Screen::Result(again), Screen::Result(before)) => {
            assert_eq!(again.reading.answers, before.reading.answers);
        }
        _ => {}
    }
    assert_eq!(again.route(), model.route());
}

/// Whether an event may change one's own answers. Whoever adds one adds it to [`any_event`], too.
fn may_keep(event: &Event) -> bool {
    match event {
        Event::Started(_)
        | Event::BegunAfresh
        | Event::ClearingUndone
        | Event::OptionChosen { .. }
        | Event::DigitPressed { .. }
        | Event::KeyPressed { .. }
        | Event::OthersAskedFor => true,
        Event::Resumed
        | Event::OptionsEntered
        | Event::WentOn
        | Event::WentBack
        | Event::QuestionDrawn
        | Event::ResultOpened
        | Event::StartOpened
        | Event::AddressChanged(_)
        | Event::ProgressChanged(_)
        | Event::SaveFailed
        | Event::NoticeDismissed => false,
        Event::OnResult(event) => match event {
            OnResult::TrialStarted
            | OnResult::TrialChosen { .. }
            | OnResult::FlipTried(_)
            | OnResult::TrialEnded
            | OnResult::TargetChosen(_)
            | OnResult::PlanTried
            | OnResult::PartSought(_)
            | OnResult::Shared(_)
            | OnResult::ExampleChosen(_) => false,
        },
    }
}

/// Whatever an event changed in one's own answers was kept, and nothing else was.
fn assert_kept(before: &Model, event: &Event, after: &Model, effects: &[Effect]) {
    let progress = Progress {
        form: after.form,
        answers: after.answers,
    };
    let kept = effects.iter().filter(|effect| match effect {
        Effect::Save(text) => {
            assert_eq!(text, &progress.print());
            assert_eq!(Progress::parse(pack(), text), Ok(progress));
            true
        }
        Effect::Forget => {
            assert!(after.answers.is_empty());
            true
        }
        // What another tab keeps, and can't be read here.
        Effect::SetAside(text) => {
            assert_eq!(event, &Event::ProgressChanged(Some(text.clone())));
            false
        }
        Effect::Push(_)
        | Effect::HandOver
        | Effect::Focus(_)
        | Effect::PassOn(_)
        | Effect::Tell(_) => false,
    });
    let kept = kept.count();
    assert!(
        kept <= usize::from(may_keep(event)),
        "{event:?} kept {kept}"
    );
    // What another tab keeps is kept already.
    let is_elsewhere = matches!(event, Event::ProgressChanged(_));
    if (before.form, before.answers) != (after.form, after.answers) && !is_elsewhere {
        assert_eq!(kept, 1, "{event:?} changed the answers and kept nothing");
    }
}

proptest! {
    #[test]
    fn any_events_in_any_order_leave_a_sound_model(
        stored in any_stored(),
        fragment in any_fragment(),
        events in vec(any_event(), 0..40),
    ) {
        let (mut model, _) = opened(stored, &fragment);
        assert_shown_again(&model);
        for event in events {
            let (next, effects) = update(model.clone(), event.clone());
            assert_kept(&model, &event, &next, &effects);
            assert_shown_again(&next);
            for effect in &effects {
                if let Effect::Push(fragment) = effect {
                    prop_assert_eq!(fragment, &next.route().print(), "{:?}", event);
                }
            }
            prop_assert!(next.answered() <= next.total());
            model = next;
        }
    }

    #[test]
    fn the_same_events_lead_to_the_same_place(
        stored in any_stored(),
        fragment in any_fragment(),
        events in vec(any_event(), 0..20),
    ) {
        let (mut one, effects) = opened(stored.clone(), &fragment);
        let (mut other, same_effects) = opened(stored, &fragment);
        prop_assert_eq!(&effects, &same_effects);
        for event in events {
            let (next, effects) = update(one, event.clone());
            let (same, same_effects) = update(other, event);
            prop_assert_eq!(&next, &same);
            prop_assert_eq!(effects, same_effects);
            (one, other) = (next, same);
        }
    }

    #[test]
    fn what_is_kept_is_what_the_next_visit_finds(events in vec(any_event(), 0..20)) {
        let (mut model, _) = opened(Stored::Nothing, "");
        let mut kept = Stored::Nothing;
        for event in events {
            // What another tab keeps lies where this one's lay. What can't be read would, too, and is that tab's.
            match &event {
                Event::ProgressChanged(None) => kept = Stored::Nothing,
                Event::ProgressChanged(Some(text)) if Progress::parse(pack(), text).is_ok() => {
                    kept = Stored::Text(text.clone());
                }
                _ => {}
            }
            let (next, effects) = update(model, event);
            for effect in effects {
                match effect {
                    Effect::Save(text) => kept = Stored::Text(text),
                    Effect::Forget => kept = Stored::Nothing,
                    _ => {}
                }
            }
            model = next;
        }
        let (again, effects) = opened(kept, "");
        prop_assert_eq!(again.answers, model.answers);
        prop_assert_eq!(effects, vec![]);
    }
}
