//! What a result says about itself: what weighed, where answers pull apart, and which advice they
//! call for. All of it follows from the answers, and nothing is missing or made up.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::collections::BTreeSet;

use clientele::model::{
    Advice, AdviceAt, Answer, Answers, Centring, Condition, Grade, Pack, Question, QuestionAt,
    QuestionOption, Reading, Shape, Sturdiness, Towards, Verdict, advise, classify, read,
    start_here, sturdiness_of_shape, tensions, weighings,
};
use common::{
    answers_with_a_verdict, any_answers, choices, every, naively_holds, options, pack, question,
    standing,
};
use proptest::prelude::*;

/// A question, and the position from which its answer pulls.
type End = (&'static str, i8);

/// The pulls apart that the field warns of: the question answered towards the client, and the one
/// towards the customer, that set each one off, and from where.
const TENSIONS: &[(&str, End, End)] = &[
    // Terms of sale are terms.
    (
        "tailored-no-contract",
        ("personalisation", 1),
        ("contract", -2),
    ),
    ("long-sale-small-sum", ("cycle", 1), ("commitment", -1)),
    // A quote is no premium.
    (
        "premium-for-standard",
        ("pricing", 2),
        ("personalisation", -1),
    ),
    // A good name is no closeness.
    ("closeness-to-the-crowd", ("trust", 2), ("audience", -1)),
    ("high-care-shared-desk", ("support", 1), ("who", -1)),
    ("open-scope-flat-fee", ("scope", 1), ("pricing", -1)),
    (
        "loyalty-after-one-purchase",
        ("exclusivity", 2),
        ("duration", -2),
    ),
    // To choose from options is to get something that fits.
    (
        "much-talk-same-product",
        ("engagement", 1),
        ("personalisation", -2),
    ),
];

fn shown(answers: &Answers) -> BTreeSet<&'static str> {
    let found = tensions(pack(), answers);
    let found = found.iter().map(|it| &pack()[*it]);
    found.map(|tension| tension.id.as_str()).collect()
}

#[test]
fn the_tensions_of_the_field_show_from_their_first_step_on_either_side() {
    for &(id, (one, from), (other, to)) in TENSIONS {
        let before = if from == 2 { 1 } else { -1 };
        let behind = if to == -2 { -1 } else { 1 };
        for (here, there, is_shown) in [
            (from, to, true),
            (2, -2, true),
            (before, to, false),
            (from, behind, false),
            (-1, 1, false),
        ] {
            let answers = standing(&[(one, here), (other, there)]);
            assert_eq!(
                shown(&answers).contains(id),
                is_shown,
                "{id}: {one} {here}, {other} {there}"
            );
        }
        for half in [standing(&[(one, 2)]), standing(&[(other, -2)])] {
            assert!(!shown(&half).contains(id), "half of {id} shows it");
        }
    }
}

#[test]
fn a_tension_shows_exactly_when_all_its_conditions_hold() {
    for tension in &pack().tensions {
        let asked: Vec<_> = tension.when.iter().map(|it| &pack()[it.question]).collect();
        let mut times = 0;
        for answers in every(&asked, choices) {
            let mut when = tension.when.iter();
            let holds = when.all(|condition| naively_holds(condition, &answers));
            assert_eq!(
                shown(&answers).contains(tension.id.as_str()),
                holds,
                "{answers:?}"
            );
            times += usize::from(holds);
        }
        assert!(times > 0, "'{}' never shows", tension.id);
    }
}

#[test]
fn a_condition_can_ask_for_the_full_position() {
    let table = [
        (Towards::Client, 1, [false, false, false, true, true]),
        (Towards::Client, 2, [false, false, false, false, true]),
        (Towards::Customer, 1, [true, true, false, false, false]),
        (Towards::Customer, 2, [true, false, false, false, false]),
        (Towards::Middle, 1, [false, false, true, false, false]),
    ];
    for (towards, at_least, expected) in table {
        let condition = Condition {
            question: 0.into(),
            towards,
            at_least,
        };
        let holds = [-2, -1, 0, 1, 2].map(|position| condition.holds(position));
        assert_eq!(holds, expected, "{condition:?}");
    }
}

/// For whom an advice is, spelt out anew.
fn is_meant_for(advice: &Advice, verdict: Verdict) -> bool {
    match verdict {
        Verdict::Client => advice.audience.client,
        Verdict::Customer => advice.audience.customer,
        Verdict::Both(Shape::TwoTrack) => advice.audience.two_track,
        Verdict::Both(Shape::InBetween) => advice.audience.in_between,
        Verdict::TooFew => false,
    }
}

#[test]
fn every_advice_is_called_for_by_somebody_with_each_verdict_it_is_for() {
    let mut called = BTreeSet::new();
    let examples = pack()
        .examples
        .iter()
        .map(|example| example.answers(pack()));
    for answers in examples {
        for question in &pack().questions {
            for answer in options(question) {
                let answers = answers.with(question, answer);
                let verdict = classify(pack(), &answers).verdict;
                let recommended = advise(pack(), &answers, verdict);
                let recommended = recommended.iter().filter(|it| it.strength > 0);
                called.extend(recommended.map(|it| (it.advice, format!("{verdict:?}"))));
            }
        }
    }
    let verdicts = [
        Verdict::Client,
        Verdict::Customer,
        Verdict::Both(Shape::TwoTrack),
        Verdict::Both(Shape::InBetween),
    ];
    for (index, advice) in AdviceAt::numbered(&pack().advice) {
        assert!(
            verdicts
                .iter()
                .any(|verdict| is_meant_for(advice, *verdict))
        );
        for verdict in verdicts
            .iter()
            .filter(|verdict| is_meant_for(advice, **verdict))
        {
            let wanted = (index, format!("{verdict:?}"));
            assert!(
                called.contains(&wanted),
                "'{}' never reaches {verdict:?}",
                advice.id
            );
        }
    }
}

#[test]
fn with_too_few_answers_nothing_is_explained_or_advised() {
    let questions = pack().questions.iter().take(4);
    let answers = questions.fold(Answers::default(), |answers, question| {
        answers.with(question, options(question)[0])
    });
    for answers in [Answers::default(), answers] {
        let reading = read(pack(), &answers);
        assert_eq!(reading.verdict, Verdict::TooFew);
        assert_eq!(reading.recommendations, []);
        assert_eq!(reading.flips, []);
        assert_eq!(reading.sturdiness, None);
        assert!(start_here(pack(), &reading.recommendations).is_empty());
    }
}

#[test]
fn the_word_for_the_sturdiness_goes_by_the_limits_and_begins_at_them() {
    let judgement = &pack().judgement;
    let grade = |percent: u8| {
        let sturdiness = Sturdiness {
            stands: u64::from(percent),
            of: 100,
        };
        sturdiness.grade(judgement)
    };
    let (sturdy, fair) = (judgement.sturdy_from, judgement.fairly_from);
    assert!(0 < fair && fair < sturdy && sturdy <= 100);
    assert_eq!([grade(100), grade(sturdy)], [Grade::Sturdy; 2]);
    assert_eq!([grade(sturdy - 1), grade(fair)], [Grade::Fair; 2]);
    assert_eq!([grade(fair - 1), grade(0)], [Grade::Close; 2]);
}

/// What holds for every reading, whatever it was read from.
fn assert_sound(answers: &Answers, reading: &Reading) {
    assert_eq!(reading.verdict, classify(pack(), answers).verdict);
    assert_eq!(reading.profile.len(), pack().questions.len());
    for (place, (question, position)) in reading.profile.iter().zip(answers.positions(pack())) {
        assert_eq!(place.answer, answers.to(question));
        assert_eq!(place.position, position);
    }
    if let Some(sturdiness) = reading.sturdiness {
        assert_eq!(sturdiness.of, 4u64.pow(u32::from(reading.tally.answered)));
        assert!(sturdiness.stands <= sturdiness.of && sturdiness.percent() <= 100);
        if let Verdict::Both(shape) = reading.verdict {
            let shape = sturdiness_of_shape(pack(), answers, shape);
            assert!(0 < shape.stands && shape.stands <= shape.of);
            assert_eq!(shape.of, sturdiness.stands, "of those that keep the 'both'");
        }
    }
    assert_eq!(
        reading.sturdiness.is_none(),
        reading.verdict == Verdict::TooFew
    );
}

proptest! {
    #[test]
    fn what_weighed_adds_up_to_the_score(answers in any_answers()) {
        let weighings = weighings(pack(), &answers);
        let tally = classify(pack(), &answers).tally;
        let moved: BTreeSet<_> = QuestionAt::numbered(answers.positions(pack()))
            .filter(|(_, (_, position))| position.is_some_and(|position| position != 0))
            .map(|(index, _)| index)
            .collect();
        let listed: BTreeSet<_> = weighings.iter().map(|it| it.question).collect();
        prop_assert_eq!(listed, moved);
        prop_assert!(weighings.is_sorted_by_key(|it| -it.tenths.abs()));
        for weighing in &weighings {
            let position = answers.position(&pack()[weighing.question]);
            prop_assert_eq!(position.map(i32::from).map(i32::signum), Some(weighing.tenths.signum()));
        }
        // Each one is cut to a tenth, so together they miss the sum by less than one tenth each.
        let sum: i32 = weighings.iter().map(|it| it.tenths).sum();
        let missed = (sum * tally.full - 1000 * tally.pull).abs();
        let most = i32::try_from(weighings.len()).expect("few questions") * tally.full;
        prop_assert!(missed <= most, "{sum} for {tally:?}");
    }

    #[test]
    fn advice_covers_every_area_fits_the_verdict_and_names_its_reasons(
        (answers, _) in answers_with_a_verdict(),
    ) {
        let verdict = classify(pack(), &answers).verdict;
        let recommendations = advise(pack(), &answers, verdict);
        prop_assert!(recommendations.is_sorted_by(|one, next| one.strength >= next.strength));

        let advised: Vec<&Advice> = recommendations
            .iter()
            .map(|it| &pack()[it.advice])
            .collect();
        let ids: BTreeSet<&str> = advised.iter().map(|advice| advice.id.as_str()).collect();
        prop_assert_eq!(ids.len(), advised.len(), "one advice is given twice");
        let areas: BTreeSet<_> = advised.iter().map(|advice| advice.area).collect();
        let fitting = pack().advice.iter().filter(|advice| is_meant_for(advice, verdict));
        let wanted: BTreeSet<_> = fitting.map(|advice| advice.area).collect();
        prop_assert_eq!(&areas, &wanted);
        let is_both = verdict.centring() == Some(Centring::Both);
        prop_assert_eq!(areas.len(), if is_both { 10 } else { 9 });

        for (found, advice) in recommendations.iter().zip(advised) {
            prop_assert!(is_meant_for(advice, verdict), "'{}' for {verdict:?}", advice.id);
            prop_assert!(found.strength <= 1000);
            prop_assert!(!found.because.is_empty(), "'{}' gives no reason", advice.id);
            let reasons: BTreeSet<_> = found.because.iter().copied().collect();
            prop_assert_eq!(reasons.len(), found.because.len());
            for reason in reasons {
                prop_assert!(answers.position(&pack()[reason]).is_some());
                let calls = advice.calls.iter().any(|call| call.question == reason);
                prop_assert!(calls || found.strength == 0, "'{}' never asks that", advice.id);
            }
        }
    }

    #[test]
    fn the_first_actions_are_the_strongest_five_of_five_areas((answers, _) in answers_with_a_verdict()) {
        let reading = read(pack(), &answers);
        let first = start_here(pack(), &reading.recommendations);
        let area = |advice: AdviceAt| pack()[advice].area;
        let areas: BTreeSet<_> = first.iter().map(|it| area(it.advice)).collect();
        prop_assert_eq!((first.len(), areas.len()), (5, 5));
        for left in reading.recommendations.iter().filter(|it| !first.contains(it)) {
            // What is left out is weaker than all, or than the one that stands for its area.
            let in_its_place = first.iter().find(|it| area(it.advice) == area(left.advice));
            let weakest = in_its_place.or(first.last());
            prop_assert!(weakest.is_some_and(|it| it.strength >= left.strength));
        }
    }

    #[test]
    fn as_many_questions_as_there_can_be_are_read_up_to_the_last_slot(
        numbers in prop::array::uniform28(1u8..8),
        first in 0u8..=4,
    ) {
        // A later questionnaire, in which each question has all the options that a code has numbers for.
        let mut draft = (**pack()).clone();
        let mut pattern = question("offer").clone();
        pattern.options.push(QuestionOption { number: 6, position: 0, text: String::new() });
        draft.questions = (first..).take(28).map(|slot| Question { slot, ..pattern.clone() }).collect();
        draft.examples.clear();
        let later = Pack::new(draft).expect("it holds together");
        let answers = later.questions.iter().zip(numbers).fold(
            Answers::default(),
            |answers, (question, number)| answers.with(question, Answer::from_number(number)),
        );
        let reading = read(&later, &answers);
        let counted = numbers.iter().filter(|number| **number != 7).count();
        prop_assert_eq!(usize::from(reading.tally.answered), counted);
        prop_assert_eq!(reading.profile.len(), 28);
        // What such a code's answers mean here is nobody's guess, but they are read without a slip.
        assert_sound(&answers, &read(pack(), &answers));
    }

    #[test]
    fn every_reading_is_sound(answers in any_answers()) {
        assert_sound(&answers, &read(pack(), &answers));
    }
}
