//! The judgement is fair: neither pole is favoured, answers pull where they point, and no single
//! answer carries the verdict from pole to pole. Where the space is small enough that is proved over all of it.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::collections::BTreeSet;

use clientele::model::{
    Answer, Answers, Centring, Pack, VERDICTS, Verdict, classify, encode, verdict_place,
};
use common::{
    any_answers, at, counted, mirrored, mirrored_verdict, naive_verdict, options, pack, question,
    standing,
};
use proptest::prelude::*;
use proptest::sample::subsequence;

#[test]
fn every_question_offers_both_poles_and_each_position_its_mirror() {
    for question in &pack().questions {
        let offered: BTreeSet<i8> = question.options.iter().map(|it| it.position).collect();
        let from_afar: BTreeSet<i8> = offered.iter().map(|position| -position).collect();
        assert!(offered.contains(&2), "{}: no client's end", question.id);
        assert!(offered.contains(&-2), "{}: no customer's end", question.id);
        assert_eq!(offered, from_afar, "{}: leans to one side", question.id);
        assert_eq!(
            offered.len(),
            question.options.len(),
            "{}: two options at one position",
            question.id
        );
    }
}

#[test]
fn a_centring_stands_on_its_side_of_the_scale() {
    for (centring, side) in [
        (Centring::Client, 1),
        (Centring::Both, 0),
        (Centring::Customer, -1),
    ] {
        assert_eq!(centring.side(), side);
    }
    for (place, verdict) in VERDICTS.into_iter().enumerate() {
        assert_eq!(verdict_place(verdict), place);
        assert_eq!(
            mirrored_verdict(verdict).centring().map(Centring::side),
            verdict.centring().map(|it| -it.side())
        );
    }
}

#[test]
fn a_pole_in_everything_is_the_end_of_the_scale() {
    for (position, score, verdict) in [(2, 100, Verdict::Client), (-2, -100, Verdict::Customer)] {
        let answers = pack()
            .questions
            .iter()
            .fold(Answers::default(), |answers, question| {
                answers.with(question, at(question, position))
            });
        let classified = classify(pack(), &answers);
        assert_eq!(classified.tally.score(), score);
        assert_eq!(classified.verdict, verdict);
    }
}

#[test]
fn more_pull_towards_client_is_never_a_verdict_nearer_to_customer() {
    // Changing an answer leaves the full weight as it is, so this is all that a step can do.
    let most: i32 = pack().questions.iter().map(|it| 2 * it.weight()).sum();
    for full in 1..=most {
        let judge = |pull| pack().judgement.centring(pull, full);
        let verdicts: Vec<Centring> = (-full..=full).map(judge).collect();
        assert!(verdicts.is_sorted(), "out of order with a weight of {full}");
        assert_eq!(verdicts.first(), Some(&Centring::Customer));
        assert_eq!(verdicts.last(), Some(&Centring::Client));
    }
}

#[test]
fn no_answer_carries_the_verdict_from_pole_to_pole() {
    let least = usize::from(pack().judgement.least_answers);
    assert_eq!(sets_with_a_decider(pack(), least), 0);
    // The proof can fail: one answer fewer, and there would be such a question.
    assert!(sets_with_a_decider(pack(), least - 1) > 0);
}

#[test]
fn one_answer_may_tip_the_verdict_to_the_one_beside_it() {
    // So nobody may say that no answer decides, be it changed or left out.
    let five = ["offer", "scope", "pricing", "contract", "onboarding"];
    let verdict = |positions: [i8; 5]| {
        let positions: Vec<_> = five.into_iter().zip(positions).collect();
        classify(pack(), &standing(&positions)).verdict.centring()
    };
    assert_eq!(verdict([1, 0, 0, 1, 1]), Some(Centring::Client));
    assert_eq!(verdict([1, 0, 0, 0, 1]), Some(Centring::Both));
    assert_eq!(verdict([-1, 0, 0, -1, -1]), Some(Centring::Customer));
    let six = standing(&[
        ("offer", 1),
        ("scope", 0),
        ("pricing", 0),
        ("contract", 1),
        ("onboarding", 1),
        ("personalisation", 0),
    ]);
    let before = classify(pack(), &six).verdict.centring();
    let left_out = six.with(question("personalisation"), Answer::Unanswered);
    let after = classify(pack(), &left_out).verdict.centring();
    assert_eq!(
        (before, after),
        (Some(Centring::Both), Some(Centring::Client))
    );
}

/// In how many cases one question could take the verdict from one pole to the other. The cases are
/// every question, with every number and weight that any of the others can have together, and
/// every pull that such a weight allows.
fn sets_with_a_decider(pack: &Pack, least: usize) -> usize {
    let mut deciders = 0;
    for decider in &pack.questions {
        let mut others = BTreeSet::from([(0usize, 0i32)]);
        for question in pack.questions.iter().filter(|it| it.id != decider.id) {
            let with_it: Vec<_> = others
                .iter()
                .map(|(count, weight)| (count + 1, weight + question.weight()))
                .collect();
            others.extend(with_it);
        }
        for (count, weight) in others {
            for pull in -2 * weight..=2 * weight {
                let mut verdicts = BTreeSet::new();
                if count + 1 >= least {
                    verdicts.extend(decider.options.iter().map(|option| {
                        let pull = pull + decider.weight() * i32::from(option.position);
                        let full = 2 * (weight + decider.weight());
                        pack.judgement.centring(pull, full)
                    }));
                }
                if count >= least {
                    verdicts.insert(pack.judgement.centring(pull, 2 * weight));
                }
                let is_decided =
                    verdicts.contains(&Centring::Client) && verdicts.contains(&Centring::Customer);
                deciders += usize::from(is_decided);
            }
        }
    }
    deciders
}

#[test]
fn the_thresholds_are_exact_at_their_edge() {
    let mut on_the_edge = 0;
    for weights in [
        &[1, 1, 1, 1][..],
        &[5, 4, 3],
        &[5, 5, 4],
        &[9, 1, 2],
        &[3, 2],
    ] {
        for threshold in [1, 10, 25, 30, 33, 50, 60, 75, 99] {
            let pack = common::small_pack(weights, threshold, 1);
            let questions: Vec<_> = pack.questions.iter().collect();
            for answers in common::every(&questions, common::choices) {
                let classified = classify(&pack, &answers);
                assert_eq!(
                    classified.verdict,
                    naive_verdict(&pack, &answers),
                    "weights {weights:?}, threshold {threshold}, {answers:?}"
                );
                let (pull, full) = (classified.tally.pull, classified.tally.full);
                if full > 0 && 100 * pull == i32::from(threshold) * full {
                    on_the_edge += 1;
                    assert_eq!(classified.verdict, Verdict::Client);
                    assert_ne!(pack.judgement.centring(pull - 1, full), Centring::Client);
                }
            }
        }
    }
    assert!(on_the_edge > 50, "only {on_the_edge} cases on the edge");
}

proptest! {
    #[test]
    fn mirrored_answers_mirror_the_verdict(answers in any_answers()) {
        let here = classify(pack(), &answers);
        let there = classify(pack(), &mirrored(&answers));
        prop_assert_eq!(there.verdict, mirrored_verdict(here.verdict));
        prop_assert_eq!(there.tally.score(), -here.tally.score());
        prop_assert_eq!(there.tally.answered, here.tally.answered);
    }

    #[test]
    fn an_answer_moved_towards_client_never_moves_the_verdict_towards_customer(
        answers in any_answers(),
    ) {
        for question in &pack().questions {
            let mut options = question.options.clone();
            options.sort_by_key(|option| option.position);
            let along: Vec<_> = options
                .iter()
                .map(|option| {
                    let moved = answers.with(question, Answer::Option(option.number));
                    let classified = classify(pack(), &moved);
                    (classified.verdict.centring(), classified.tally.score())
                })
                .collect();
            prop_assert!(along.is_sorted_by_key(|(centring, _)| *centring), "{:?}", along);
            prop_assert!(along.is_sorted_by_key(|(_, score)| *score), "{:?}", along);
        }
    }

    #[test]
    fn one_other_answer_never_takes_a_verdict_from_pole_to_pole(answers in any_answers()) {
        let before = classify(pack(), &answers).verdict;
        for question in &pack().questions {
            for answer in common::choices(question) {
                let after = classify(pack(), &answers.with(question, answer)).verdict;
                let poles = [before, after];
                prop_assert!(
                    poles != [Verdict::Client, Verdict::Customer]
                        && poles != [Verdict::Customer, Verdict::Client],
                    "'{}' carries it from pole to pole", question.id
                );
            }
        }
    }

    #[test]
    fn what_does_not_apply_drops_out_like_what_is_unanswered(answers in any_answers()) {
        let without = pack().questions.iter().fold(answers, |answers, question| {
            match answers.to(question) {
                Answer::DoesNotApply => answers.with(question, Answer::Unanswered),
                Answer::Unanswered => answers.with(question, Answer::DoesNotApply),
                Answer::Option(_) => answers,
            }
        });
        prop_assert_eq!(classify(pack(), &without), classify(pack(), &answers));
    }

    #[test]
    fn the_order_of_the_questions_does_not_matter(
        answers in any_answers(),
        order in Just(pack().questions.clone()).prop_shuffle(),
    ) {
        let mut draft = (**pack()).clone();
        draft.questions = order;
        // These name questions by their place; they have no say in the verdict.
        draft.examples.clear();
        draft.tensions.clear();
        draft.advice.clear();
        let shuffled = Pack::new(draft).expect("it holds together in any order");
        prop_assert_eq!(classify(&shuffled, &answers), classify(pack(), &answers));
    }

    #[test]
    fn below_the_least_number_of_answers_there_is_no_verdict_and_from_it_on_there_is(
        answered in subsequence((0..pack().questions.len()).collect::<Vec<_>>(), 0..=8),
        which in prop::collection::vec(any::<prop::sample::Index>(), 8),
    ) {
        let answers = answered.iter().zip(&which).fold(
            Answers::default(),
            |answers, (question, which)| {
                let question = &pack().questions[*question];
                answers.with(question, *which.get(&options(question)))
            },
        );
        let is_too_few = classify(pack(), &answers).verdict == Verdict::TooFew;
        let least = usize::from(pack().judgement.least_answers);
        prop_assert_eq!(is_too_few, answered.len() < least);
    }

    #[test]
    fn the_score_stays_on_its_scale_and_reaches_the_threshold_only_with_the_verdict(
        answers in any_answers(),
    ) {
        let classified = classify(pack(), &answers);
        let score = classified.tally.score();
        prop_assert!((-100..=100).contains(&score));
        prop_assert_eq!(usize::from(classified.tally.answered), counted(&answers));
        if classified.verdict != Verdict::TooFew {
            let threshold = i32::from(pack().judgement.threshold);
            prop_assert_eq!(classified.verdict == Verdict::Client, score >= threshold);
            prop_assert_eq!(classified.verdict == Verdict::Customer, score <= -threshold);
        }
        prop_assert_eq!(classified.verdict, naive_verdict(pack(), &answers), "{}", encode(&answers));
    }
}
