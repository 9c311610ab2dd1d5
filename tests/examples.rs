//! The example businesses as fixtures: each comes out as it is known to be, and keeps its centring
//! when any one answer is left out or a step off, and on the short form alone.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::model::{
    Answer, Answers, Centring, Example, ExampleAt, Shape, Verdict, classify, nearest_examples,
};
use common::{any_answers, at, labels, options, pack, question};
use proptest::prelude::*;

/// What the field holds each business to be; whoever adds an example may add it here too.
const KNOWN: &[(&str, Centring)] = &[
    ("law-firm", Centring::Client),
    ("accounting-firm", Centring::Client),
    ("design-studio", Centring::Client),
    ("insurance-company", Centring::Client),
    ("real-estate-agency", Centring::Client),
    ("marketing-agency", Centring::Client),
    ("consulting-firm", Centring::Client),
    ("private-bank", Centring::Client),
    ("legal-adviser", Centring::Client),
    ("self-service-software", Centring::Customer),
    ("retail-shop", Centring::Customer),
    ("streaming-service", Centring::Customer),
    ("amusement-park", Centring::Customer),
    ("high-street-bank", Centring::Customer),
    ("restaurant", Centring::Customer),
    ("car-repair", Centring::Customer),
    ("freelancer", Centring::Both),
    ("software-with-services", Centring::Both),
    ("it-service-firm", Centring::Both),
];

fn centring(answers: &Answers) -> Option<Centring> {
    classify(pack(), answers).verdict.centring()
}

/// Every example with its answers and the centring that it has to keep.
fn examples() -> impl Iterator<Item = (&'static Example, Answers, Option<Centring>)> {
    pack()
        .examples
        .iter()
        .zip(labels())
        .map(|(example, label)| (example, example.answers(pack()), label.verdict().centring()))
}

#[test]
fn every_known_business_is_there_and_is_what_it_is_known_to_be() {
    for (id, known) in KNOWN {
        let example = pack().examples.iter().find(|example| example.id == *id);
        let example = example.unwrap_or_else(|| panic!("the example '{id}' is missing"));
        let answers = example.answers(pack());
        assert_eq!(centring(&answers), Some(*known), "{id}");
    }
}

#[test]
fn every_example_comes_out_as_labelled() {
    for (example, label) in pack().examples.iter().zip(labels()) {
        let verdict = example.verdict(pack());
        assert_eq!(verdict, label.verdict(), "{}", example.id);
    }
    let shapes = [Shape::TwoTrack, Shape::InBetween].map(Verdict::Both);
    for shape in shapes {
        assert!(
            labels().iter().any(|label| label.verdict() == shape),
            "no example shows {shape:?}"
        );
    }
}

#[test]
fn every_example_answers_each_question_that_applies_with_an_option_it_has() {
    for (example, answers, _) in examples() {
        for (question, position) in pack().questions.iter().zip(&example.positions) {
            assert_eq!(
                answers.position(question),
                *position,
                "{}: {}",
                example.id,
                question.id
            );
            assert_ne!(answers.to(question), Answer::Unanswered);
        }
    }
}

#[test]
fn every_example_keeps_its_centring_with_any_one_answer_left_out() {
    for (example, answers, kept) in examples() {
        for question in &pack().questions {
            for left_out in [Answer::Unanswered, Answer::DoesNotApply] {
                assert_eq!(
                    centring(&answers.with(question, left_out)),
                    kept,
                    "{} without '{}'",
                    example.id,
                    question.id
                );
            }
        }
    }
}

#[test]
fn every_example_keeps_its_centring_with_any_one_answer_a_step_off() {
    let mut steps = 0;
    for (example, answers, kept) in examples() {
        for question in &pack().questions {
            let Some(position) = answers.position(question) else {
                continue;
            };
            let mut offered: Vec<i8> = question.options.iter().map(|it| it.position).collect();
            offered.sort_unstable();
            let here = offered.iter().position(|it| *it == position);
            let here = here.expect("it answers with an option");
            let next = [here.checked_sub(1), here.checked_add(1)];
            for to in next.into_iter().flatten().filter_map(|to| offered.get(to)) {
                assert_eq!(
                    centring(&answers.with(question, at(question, *to))),
                    kept,
                    "{} with '{}' at {to}",
                    example.id,
                    question.id
                );
                steps += 1;
            }
        }
    }
    // Every answer can go at least one way.
    assert!(steps >= pack().examples.len() * (pack().questions.len() - 1));
}

#[test]
fn every_example_has_the_same_centring_on_the_short_form_alone() {
    for (example, answers, kept) in examples() {
        let short = pack().questions.iter().filter(|it| !it.short);
        let short = short.fold(answers, |answers, question| {
            answers.with(question, Answer::Unanswered)
        });
        assert_eq!(centring(&short), kept, "{} in short", example.id);
    }
}

#[test]
fn every_example_is_its_own_nearest_and_the_only_one_just_like_itself() {
    for (index, (example, answers, _)) in ExampleAt::numbered(examples()) {
        let nearest = nearest_examples(pack(), &answers);
        assert_eq!(nearest.len(), pack().examples.len());
        assert_eq!(nearest[0].example, index, "{}", example.id);
        assert_eq!(nearest[0].percent, 100, "{}", example.id);
        assert!(nearest[1].percent < 100, "{} has a double", example.id);
    }
}

#[test]
fn two_opposites_are_nothing_alike_and_without_answers_nobody_is_near() {
    assert!(nearest_examples(pack(), &Answers::default()).is_empty());
    let ends = |pole: i8| {
        let questions = pack().questions.iter();
        questions.fold(Answers::default(), |answers, question| {
            answers.with(question, at(question, pole))
        })
    };
    let mut draft = (**pack()).clone();
    for position in &mut draft.examples[0].positions {
        *position = Some(-2);
    }
    let pack = clientele::model::Pack::new(draft).expect("positions stay in range");
    let percent = |answers: &Answers| {
        let nearest = nearest_examples(&pack, answers);
        let first = nearest.iter().find(|likeness| likeness.example == 0.into());
        first.map(|likeness| likeness.percent)
    };
    assert_eq!(percent(&ends(2)), Some(0));
    assert_eq!(percent(&ends(-2)), Some(100));
}

proptest! {
    // The rule of thumb that practitioners go by.
    #[test]
    fn a_named_manager_points_to_clients_and_a_service_desk_to_customers(answers in any_answers()) {
        let who = question("who");
        let named = answers.with(who, at(who, 2));
        let desk = answers.with(who, at(who, -2));
        for answer in options(who).into_iter().chain([answers.to(who)]) {
            let before = answers.with(who, answer);
            if let Some(before) = centring(&before) {
                prop_assert!(centring(&named) >= Some(before));
                prop_assert!(centring(&desk) <= Some(before));
            }
        }
    }
}
