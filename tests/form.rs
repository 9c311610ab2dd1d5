//! The app of the form: it takes the same steps as the whole widget, and hands over at a result.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::rc::Rc;

use clientele::flow::{
    Effect, Event, Focus, Form, HandOver, KeyPlace, Model, Notice, OnResult, Owner, Progress,
    Screen, Stored, launch, launch_form, take_over, update, update_form,
};
use clientele::model::{Answer, Answers, encode};
use common::walking::stored;
use common::{any_answers, example, pack};
use proptest::prelude::*;

fn form_app(answers: Answers, fragment: &str) -> (Model, Vec<Effect>) {
    launch_form(
        Rc::new(pack().clone()),
        stored(Form::Full, answers),
        None,
        fragment,
    )
}

fn whole_app(answers: Answers, fragment: &str) -> (Model, Vec<Effect>) {
    launch(
        Rc::new(pack().clone()),
        stored(Form::Full, answers),
        None,
        fragment,
    )
}

fn events() -> Vec<Event> {
    let answer = Answer::Option(1);
    vec![
        Event::Started(Form::Short),
        Event::Started(Form::Full),
        Event::Resumed,
        Event::BegunAfresh,
        Event::ClearingUndone,
        Event::OptionChosen {
            question: 0.into(),
            answer,
        },
        Event::DigitPressed {
            question: 3.into(),
            answer,
        },
        Event::OptionsEntered,
        Event::KeyPressed {
            place: KeyPlace::Heading,
            key: "2".to_owned(),
        },
        Event::WentOn,
        Event::WentBack,
        Event::AddressChanged("change-3".to_owned()),
        Event::AddressChanged("review".to_owned()),
        Event::ResultOpened,
        Event::OthersAskedFor,
        Event::StartOpened,
        Event::AddressChanged("question-4".to_owned()),
        Event::AddressChanged(encode(&example("law-firm"))),
        Event::AddressChanged("chapter".to_owned()),
        Event::OnResult(OnResult::TrialStarted),
        Event::OnResult(OnResult::ExampleChosen(Some(1.into()))),
        Event::ProgressChanged(None),
        Event::SaveFailed,
        Event::NoticeDismissed,
    ]
}

#[test]
fn every_step_is_the_whole_widgets_until_there_is_a_result() {
    for fragment in ["", "question-1", "question-15", "change-3", "review"] {
        for answers in [Answers::default(), example("restaurant")] {
            let (model, begun) = form_app(answers, fragment);
            assert_eq!((model.clone(), begun), whole_app(answers, fragment));
            for event in events() {
                let form = update_form(model.clone(), event.clone());
                let whole = update(model.clone(), event.clone());
                if matches!(whole.0.screen, Screen::Result(_)) {
                    assert_eq!(form.0.screen, model.screen, "{event:?}");
                    assert_eq!(form.0.answers, whole.0.answers, "{event:?}");
                    assert!(form.1.contains(&Effect::HandOver), "{event:?}");
                } else {
                    assert_eq!(form, whole, "{event:?}");
                }
            }
        }
    }
}

#[test]
fn a_history_that_takes_no_address_costs_the_address_alone() {
    let own = example("restaurant");
    let (form, _) = form_app(own, "question-15");
    let (form, effects) = update_form(form, Event::ResultOpened);
    assert!(effects.contains(&Effect::HandOver));
    for address in ["question-15", ""] {
        let (whole, _) = take_over(
            Rc::new(pack().clone()),
            &HandOver::of(&form, false).print(),
            address,
        );
        let Screen::Result(shown) = &whole.screen else {
            panic!("no result: {:?}", whole.screen)
        };
        assert_eq!((shown.reading.answers, &shown.owner), (own, &Owner::Own));
    }
}

#[test]
fn what_cannot_be_read_is_left_to_the_whole_widget_to_say() {
    for fragment in ["1abc", "9zz", "1"] {
        let (model, effects) = form_app(example("restaurant"), fragment);
        assert_eq!(model.screen, Screen::Start);
        assert_eq!(
            effects.iter().filter(|it| **it == Effect::HandOver).count(),
            1
        );
    }
}

#[test]
fn what_was_cleared_can_still_be_brought_back_after_the_handing_over() {
    let own = example("restaurant");
    let (form, _) = update_form(form_app(own, "review").0, Event::BegunAfresh);
    // Back leads to the result of what was cleared.
    let (form, effects) = update_form(form, Event::AddressChanged(encode(&own)));
    assert!(effects.contains(&Effect::HandOver));
    let (whole, _) = take_over(
        Rc::new(pack().clone()),
        &HandOver::of(&form, false).print(),
        &encode(&own),
    );
    assert!(whole.answers.is_empty());
    let Screen::Result(shown) = &whole.screen else {
        panic!("no result: {:?}", whole.screen)
    };
    assert_eq!(shown.owner, Owner::Earlier, "not somebody else's");
    let (back, effects) = update(whole, Event::ClearingUndone);
    assert_eq!(back.answers, own);
    assert!(effects.contains(&Effect::Save(back.progress().print())));
}

#[test]
fn what_could_not_be_kept_is_tried_again_after_the_handing_over() {
    let own = example("restaurant");
    let (form, _) = form_app(own, "review");
    for is_refused in [false, true] {
        let left = HandOver::of(&form, is_refused).print();
        let (whole, effects) = take_over(Rc::new(pack().clone()), &left, &encode(&own));
        let saving = Effect::Save(whole.progress().print());
        assert_eq!(effects.contains(&saving), is_refused);
    }
}

proptest! {
    #[test]
    fn what_is_left_comes_back(own in any_answers(), cleared in prop::option::of(any_answers()), is_refused: bool) {
        let print = |answers| Progress { form: Form::Short, answers };
        let left = HandOver { progress: print(own).print(), cleared: cleared.map(print), is_refused };
        prop_assert_eq!(HandOver::parse(pack(), &left.print()), left);
    }

    #[test]
    fn the_whole_widget_goes_on_with_what_it_is_handed(answers in any_answers()) {
        let (model, effects) = update_form(form_app(answers, "review").0, Event::ResultOpened);
        let code = encode(&answers);
        let pushed = Effect::Push(code.clone());
        prop_assert!(effects.contains(&pushed), "the address is there before the handing over");

        let pack = Rc::new(pack().clone());
        let (whole, begun) = take_over(pack, &HandOver::of(&model, false).print(), &code);
        prop_assert_eq!(whole.answers, answers);
        prop_assert_eq!(&whole.notice, &None);
        prop_assert_eq!(&whole.seen, &[answers]);
        let Screen::Result(shown) = &whole.screen else { panic!("no result: {:?}", whole.screen) };
        prop_assert_eq!(&shown.owner, &Owner::Own);
        prop_assert!(begun.contains(&Effect::Focus(Focus::Heading)));
        let told: Vec<&str> = begun.iter().filter_map(|effect| match effect {
            Effect::Tell(told) => Some(told.name),
            _ => None,
        }).collect();
        prop_assert_eq!(told, ["result"], "the page was told of the beginning already");
    }
}

#[test]
fn it_goes_on_from_what_was_done_on_the_page_before_it_was_there() {
    let pack = Rc::new(pack().clone());
    let early = "0 short offer=2";
    let stored = Stored::Text(early.to_owned());
    let (model, effects) = launch_form(pack.clone(), stored, Some(early), "#question-2");
    assert_eq!(model.form, Form::Short);
    assert_eq!(model.answered(), 1);
    assert_eq!(model.route().print(), "question-2");
    assert_eq!(
        model.notice, None,
        "nothing was found from an earlier visit"
    );
    let names: Vec<&str> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Tell(told) => Some(told.name),
            _ => None,
        })
        .collect();
    assert_eq!(names, ["ready", "started", "answered"]);
    let is_focus = |effect: &Effect| matches!(effect, Effect::Focus(_));
    assert!(!effects.iter().any(is_focus), "the visitor is on the page");
    let kept = Effect::Save(model.progress().print());
    assert_eq!(effects.last(), Some(&kept), "in the app's own words");

    let (model, _) = launch_form(pack.clone(), Stored::Denied, Some("0 full"), "");
    assert_eq!(model.notice, Some(Notice::NotKept));
    let early = "0 full offer=2";
    let (model, effects) = launch_form(pack.clone(), Stored::Nothing, Some(early), "#review");
    assert_eq!(model.screen, Screen::Review);
    let heading = Effect::Focus(Focus::Heading);
    assert!(
        effects.contains(&heading),
        "the page has no review of its own"
    );
    // Where the whole widget comes first, it goes on from there as well.
    let (model, effects) = launch(pack.clone(), Stored::Denied, Some(early), "#question-3");
    assert_eq!((model.answered(), model.notice), (1, Some(Notice::NotKept)));
    assert!(!effects.contains(&heading));
    // What cannot be read is as if it were not there; what is kept is.
    let kept = Stored::Text("0 full offer=2".to_owned());
    let (model, _) = launch_form(pack, kept, Some("nonsense"), "");
    assert_eq!(model.answered(), 1);
}
