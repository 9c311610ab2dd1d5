//! Results on the screen: one's own, somebody else's, and a what-if. Only one's own answers are
//! ever kept, and only when one gave them.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::flow::{
    Effect, Event, Focus, Form, KeyPlace, Model, OnResult, Owner, Progress, Screen, Stored,
    key_pressed, may_mean,
};
use clientele::model::{Answer, Answers, ExampleAt, LinkError, QuestionAt, Verdict, encode};
use common::walking::{opened, own_result, returned, shown};
use common::{any_answers, at, example, pack, standing, update};
use proptest::prelude::*;

/// What a result screen shows: whose, of which answers, and whether a what-if is on.
fn showing(model: &Model) -> (&Owner, Answers, bool) {
    let shown = shown(model);
    (&shown.owner, shown.current().answers, shown.trial.is_some())
}

fn keeps_nothing(effects: &[Effect]) -> bool {
    !effects.iter().any(|effect| {
        matches!(
            effect,
            Effect::Save(_) | Effect::Forget | Effect::SetAside(_)
        )
    })
}

#[test]
fn somebody_elses_link_shows_their_result_and_leaves_ones_own_answers() {
    let theirs = example("retail-shop");
    let named = format!("#{}~Shop%20north", encode(&theirs));
    let plain = format!("#{}", encode(&theirs));
    let label = Some("Shop north".to_owned());
    for own in [None, Some(example("law-firm"))] {
        for (fragment, owner) in [
            (&plain, Owner::Shared(None)),
            (&named, Owner::Shared(label.clone())),
        ] {
            let (model, effects) = returned(own, fragment);
            assert_eq!(effects, []);
            assert_eq!(showing(&model), (&owner, theirs, false));
            assert_eq!(model.answers, own.unwrap_or_default());
            assert_eq!(model.notice, None);
            assert_eq!(&format!("#{}", model.route().print()), fragment);
            // 'Answer it yourself' leads to the start, where one's own answers still are.
            let (model, effects) = update(model, Event::StartOpened);
            assert_eq!(model.screen, Screen::Start);
            assert!(keeps_nothing(&effects));
            assert_eq!(model.answers, own.unwrap_or_default());
        }
    }
}

#[test]
fn what_a_link_picked_up_on_its_way_is_none_of_it() {
    let theirs = example("retail-shop");
    let code = encode(&theirs);
    for behind in [
        ").",
        ",",
        "%20",
        "%22",
        "\u{201d}",
        "?fbclid=x",
        "&utm_source=a~b",
    ] {
        let (model, effects) = opened(Stored::Nothing, &format!("#{code}{behind}"));
        assert_eq!(effects, [], "{behind}");
        assert_eq!(showing(&model), (&Owner::Shared(None), theirs, false));
        assert_eq!(model.route().print(), code, "{behind}");
        // It makes no other code of a part of one.
        let (model, _) = opened(Stored::Nothing, &format!("#{}{behind}", &code[..5]));
        let cut_off = Screen::Refused(LinkError::Truncated);
        assert_eq!(model.screen, cut_off, "{behind}");
    }
    // A sign that a code may have is left out where it has one too many.
    for behind in ["_", "-"] {
        let (model, _) = opened(Stored::Nothing, &format!("#{code}{behind}"));
        assert_eq!(showing(&model), (&Owner::Shared(None), theirs, false));
        assert_eq!(model.route().print(), code, "{behind}");
    }
}

#[test]
fn ones_own_address_opened_again_is_ones_own_result() {
    let own = example("law-firm");
    let (model, _) = returned(own, &format!("#{}", encode(&own)));
    assert_eq!(showing(&model), (&Owner::Own, own, false));
    // With a label it is what somebody sent, even if they answered alike.
    let (model, _) = returned(own, &format!("#{}~Us", encode(&own)));
    assert_eq!(showing(&model).0, &Owner::Shared(Some("Us".to_owned())));
}

#[test]
fn a_link_that_cannot_be_opened_says_which_way_and_leaves_ones_own_answers() {
    let own = example("law-firm");
    let code = encode(&example("retail-shop"));
    let mut swapped = code.clone().into_bytes();
    swapped.swap(3, 4);
    let swapped = String::from_utf8(swapped).expect("ASCII");
    for (fragment, error) in [
        ("hello".to_owned(), LinkError::Foreign),
        ("0abc".to_owned(), LinkError::Foreign),
        (code[..5].to_owned(), LinkError::Truncated),
        (swapped, LinkError::Damaged),
        (format!("2{}", &code[1..]), LinkError::TooNew),
    ] {
        let (model, effects) = returned(own, &fragment);
        assert_eq!(model.screen, Screen::Refused(error), "{fragment}");
        assert_eq!(effects, [], "{fragment}");
        let (model, effects) = update(model, Event::StartOpened);
        assert_eq!((&model.screen, model.answers), (&Screen::Start, own));
        assert!(keeps_nothing(&effects));
    }
}

#[test]
fn too_few_answers_are_a_result_that_says_so() {
    let own = standing(&[("offer", 2), ("who", 2)]);
    let model = own_result(own);
    let Screen::Result(shown) = &model.screen else {
        panic!("no result is shown");
    };
    assert_eq!(shown.reading.verdict, Verdict::TooFew);
}

#[test]
fn a_what_if_moves_the_result_and_leaves_ones_own_answers() {
    let own = example("law-firm");
    let model = own_result(example("law-firm"));
    let address = model.route();
    let (model, effects) = update(model, Event::OnResult(OnResult::TrialStarted));
    assert_eq!(effects, [Effect::Focus(Focus::TrialPanel)]);
    assert_eq!(showing(&model), (&Owner::Own, own, true));

    let mut tried = model;
    let mut wanted = own;
    for (index, question) in QuestionAt::numbered(&pack().questions) {
        let answer = at(question, -2);
        wanted = wanted.with(question, answer);
        let (next, effects) = update(
            tried,
            Event::OnResult(OnResult::TrialChosen {
                question: index,
                answer,
            }),
        );
        assert_eq!(effects, []);
        assert_eq!(showing(&next).1, wanted);
        assert_eq!(next.answers, own);
        assert_eq!(
            next.route(),
            address,
            "the address stays that of one's own result"
        );
        tried = next;
    }
    let Screen::Result(result) = &tried.screen else {
        panic!("no result is shown");
    };
    assert_eq!(result.current().verdict, Verdict::Customer);
    assert_eq!(result.reading.verdict, Verdict::Client);

    let (ended, effects) = update(tried, Event::OnResult(OnResult::TrialEnded));
    assert_eq!(effects, [Effect::Focus(Focus::TrialButton)]);
    assert_eq!(showing(&ended), (&Owner::Own, own, false));
    // That it is over is said until the next step.
    let is_over =
        |model: &Model| matches!(&model.screen, Screen::Result(shown) if shown.is_trial_over);
    assert!(is_over(&ended));
    let next = Event::OnResult(OnResult::PartSought("share"));
    assert!(!is_over(&update(ended, next).0));
}

#[test]
fn a_what_if_begins_only_on_ones_own_result() {
    let theirs = format!("#{}", encode(&example("retail-shop")));
    let choice = Event::OnResult(OnResult::TrialChosen {
        question: 0.into(),
        answer: Answer::Option(1),
    });
    for fragment in [theirs.as_str(), "", "#question-1", "#review", "#hello"] {
        let (model, _) = returned(example("law-firm"), fragment);
        for event in [
            Event::OnResult(OnResult::TrialStarted),
            choice.clone(),
            Event::OnResult(OnResult::FlipTried(0)),
            Event::OnResult(OnResult::TrialEnded),
        ] {
            assert_eq!(
                update(model.clone(), event),
                (model.clone(), vec![]),
                "{fragment}"
            );
        }
    }
    // Nor does a choice begin one by itself.
    let model = own_result(example("law-firm"));
    assert_eq!(update(model.clone(), choice), (model, vec![]));
}

#[test]
fn a_what_if_takes_no_answer_that_is_not_offered() {
    let (model, _) = update(
        own_result(example("law-firm")),
        Event::OnResult(OnResult::TrialStarted),
    );
    let offered = u8::try_from(pack().questions.len()).expect("few questions");
    for (question, answer) in [(0, Answer::Option(6)), (offered, Answer::Option(1))] {
        let question = QuestionAt::from(question);
        let choice = OnResult::TrialChosen { question, answer };
        let (tried, effects) = update(model.clone(), Event::OnResult(choice));
        assert_eq!(
            (&tried, effects),
            (&model, vec![]),
            "{question:?} {answer:?}"
        );
    }
}

#[test]
fn an_example_is_laid_beside_a_result_and_taken_away() {
    let mut model = own_result(example("law-firm"));
    let last = u8::try_from(pack().examples.len() - 1).expect("few examples");
    for (chosen, compared) in [
        (Some(0), Some(0)),
        (Some(last), Some(last)),
        (Some(last + 1), None),
        (Some(255), None),
        (Some(2), Some(2)),
        (None, None),
    ] {
        let [chosen, compared] = [chosen, compared].map(|it| it.map(ExampleAt::from));
        let (next, effects) = update(model, Event::OnResult(OnResult::ExampleChosen(chosen)));
        assert_eq!(effects, []);
        let Screen::Result(shown) = &next.screen else {
            panic!("no result is shown");
        };
        assert_eq!(shown.compared, compared, "{chosen:?}");
        model = next;
    }
}

#[test]
fn keys_act_on_a_question_and_nowhere_else() {
    let on = |fragment: &str| returned(example("law-firm"), fragment).0;
    let pressed = |answer| {
        Some(Event::DigitPressed {
            question: 0.into(),
            answer,
        })
    };
    let options = &pack().questions[0].options;
    assert_eq!(
        options.len(),
        5,
        "the table is for a question of five options"
    );
    let option = |place: usize| pressed(Answer::Option(options[place].number));
    let none = pressed(Answer::DoesNotApply);
    // The key, what it does on the heading, and on the options.
    let table = [
        ("1", option(0), option(0)),
        ("5", option(4), option(4)),
        ("6", none.clone(), none.clone()),
        ("0", none.clone(), none),
        ("7", None, None),
        ("9", None, None),
        ("ArrowDown", Some(Event::OptionsEntered), None),
        ("ArrowUp", Some(Event::OptionsEntered), None),
        ("ArrowLeft", Some(Event::OptionsEntered), None),
        ("ArrowRight", Some(Event::OptionsEntered), None),
        (" ", None, None),
        ("Tab", None, None),
        ("Escape", None, None),
        ("Backspace", None, None),
        ("F1", None, None),
        ("a", None, None),
        ("+", None, None),
        ("-", None, None),
        ("10", None, None),
        ("+1", None, None),
        ("٣", None, None),
        ("", None, None),
    ];
    for (key, on_heading, on_options) in table {
        let model = on("#question-1");
        assert_eq!(
            key_pressed(&model, KeyPlace::Heading, key),
            on_heading,
            "{key}"
        );
        assert_eq!(
            key_pressed(&model, KeyPlace::Options, key),
            on_options,
            "{key}"
        );
        // What a view lets through is no more than this, and no less on some question.
        for (place, meant) in [
            (KeyPlace::Heading, &on_heading),
            (KeyPlace::Options, &on_options),
        ] {
            let digit = key.len() == 1 && key.as_bytes()[0].is_ascii_digit();
            assert_eq!(may_mean(place, key), meant.is_some() || digit, "{key}");
            let (key, before) = (key.to_owned(), model.clone());
            let pressed = update(before, Event::KeyPressed { place, key });
            let wanted = match meant.clone() {
                Some(event) => update(model.clone(), event),
                None => (model.clone(), vec![]),
            };
            assert_eq!(pressed, wanted);
        }
        let change = on("#change-1");
        assert_eq!(
            key_pressed(&change, KeyPlace::Heading, key),
            on_heading,
            "{key}"
        );
        for elsewhere in ["", "#review", &encode(&example("law-firm")), "#hello"] {
            for place in [KeyPlace::Heading, KeyPlace::Options] {
                assert_eq!(
                    key_pressed(&on(elsewhere), place, key),
                    None,
                    "{key} at {elsewhere}"
                );
            }
        }
    }
}

#[test]
fn a_digit_answers_and_takes_the_focus_to_what_it_chose() {
    let (model, _) = opened(Stored::Nothing, "#question-1");
    let question = &pack().questions[0];
    let none = question.options.len();
    for (key, place) in [("1", 0), ("3", 2), ("5", 4), ("6", none), ("0", none)] {
        let event = key_pressed(&model, KeyPlace::Heading, key).expect("a digit acts");
        let (answered, effects) = update(model.clone(), event);
        let save = Progress {
            form: Form::Full,
            answers: answered.answers,
        }
        .print();
        assert_eq!(
            effects,
            [Effect::Save(save), Effect::Focus(Focus::Option(place))]
        );
        // An arrow then enters the options where the answer is.
        let (_, effects) = update(answered, Event::OptionsEntered);
        assert_eq!(effects, [Effect::Focus(Focus::Option(place))]);
    }
    let (_, effects) = update(model, Event::OptionsEntered);
    assert_eq!(effects, [Effect::Focus(Focus::Option(0))]);
}

#[test]
fn a_key_means_what_it_does_at_its_turn() {
    let (model, _) = opened(Stored::Nothing, "#question-1");
    // As fast as a page that is busy can't draw: all of them were pressed on the first question.
    let keys = ["1", "Enter", "2", "Enter", "Enter", "3"];
    let model = keys.into_iter().fold(model, |model, key| {
        let (place, key) = (KeyPlace::Heading, key.to_owned());
        update(model, Event::KeyPressed { place, key }).0
    });
    let given: Vec<Answer> = model
        .asked()
        .map(|(_, asked)| model.answers.to(asked))
        .collect();
    let number =
        |at: usize, place: usize| Answer::Option(model.question_at(at).1.options[place].number);
    assert_eq!(given[..3], [number(0, 0), number(1, 1), number(2, 2)]);
    assert_eq!(model.answered(), 3);
    assert_eq!(model.route().print(), "question-3");
}

proptest! {
    #[test]
    fn no_link_ever_changes_or_keeps_answers(own in any_answers(), theirs in any_answers()) {
        for fragment in [format!("#{}", encode(&theirs)), format!("{}~label", encode(&theirs))] {
            let (model, effects) = returned(own, &fragment);
            prop_assert!(keeps_nothing(&effects));
            prop_assert_eq!(model.answers, own);
            let (model, effects) = update(returned(own, "").0, Event::AddressChanged(fragment));
            prop_assert!(keeps_nothing(&effects));
            prop_assert_eq!(model.answers, own);
            prop_assert_eq!(showing(&model).1, theirs);
        }
    }
}
