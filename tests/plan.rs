//! The way to where a business wants to stand: it leads there, nothing smaller does, and its steps
//! come in an order that makes sense.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::model::{
    Advice, Answer, Answers, Pack, Plan, Pole, Step, Target, Verdict, advise, classify, encode,
    plan, tensions,
};
use common::{
    answers_with_a_verdict, any_answers, at, every, example, mirrored, options, pack, question,
    small_pack, standing,
};
use proptest::prelude::*;

fn planned(answers: &Answers, target: Target) -> Plan {
    plan(pack(), answers, target)
        .unwrap_or_else(|| panic!("no way from {} to {target:?}", encode(answers)))
}

/// Where a step's question stands today, and at the goal.
fn now_and_then(today: &Answers, step: &Step) -> (i8, i8) {
    let question = &pack()[step.change.question];
    let then = question.position_of(step.change.to);
    (today.position(question).unwrap_or(0), then.unwrap_or(0))
}

/// Whether today's answer calls for an advice, and the new one does less or not at all.
fn mends(advice: &Advice, step: &Step, now: i8, then: i8) -> bool {
    let mut calls = advice.calls.iter();
    calls.any(|call| {
        call.question == step.change.question && call.strength(now) > call.strength(then)
    })
}

/// Answers changed that only buyers decide, answers changed, and steps along the options of their questions.
fn cost(pack: &Pack, from: &Answers, to: &Answers) -> (usize, usize, usize) {
    let (mut theirs, mut changed) = (0, 0);
    let mut steps = 0;
    for question in &pack.questions {
        let (Some(before), Some(after)) = (from.position(question), to.position(question)) else {
            continue;
        };
        changed += usize::from(before != after);
        theirs += usize::from(before != after && question.theirs);
        let passed = question.options.iter().map(|option| option.position);
        steps += passed
            .filter(|&it| it != before && (before.min(after)..=before.max(after)).contains(&it))
            .count();
    }
    (theirs, changed, steps)
}

/// Whether no change stops short of the middle on the way to either end, and each stands on its own side in a second offer.
fn goes_far_enough(pack: &Pack, from: &Answers, to: &Answers, target: Target) -> bool {
    let mut questions = pack.questions.iter();
    questions.all(|question| {
        let (Some(before), Some(after)) = (from.position(question), to.position(question)) else {
            return from.position(question) == to.position(question);
        };
        before == after
            || match target {
                Target::Client => after >= 0,
                Target::Customer => after <= 0,
                Target::TwoTrack => after.signum() == (after - before).signum(),
            }
    })
}

#[test]
fn no_smaller_change_leads_there() {
    // Small enough to try every set of answers; 20 % of 7 at each end needs real decisions.
    let pack = small_pack(&[3, 1, 2, 1], 30, 1);
    assert_least(&pack);
    // The heaviest answer is what buyers decide.
    let mut draft = (*pack).clone();
    draft.questions[0].theirs = true;
    assert_least(&Pack::new(draft).expect("it holds together"));
}

fn assert_least(pack: &Pack) {
    let questions: Vec<_> = pack.questions.iter().collect();
    let all: Vec<(Answers, Verdict)> = every(&questions, options)
        .map(|answers| (answers, classify(pack, &answers).verdict))
        .collect();
    for (today, _) in &all {
        for target in Target::ALL {
            let found = plan(pack, today, target).map(|plan| cost(pack, today, &plan.answers));
            let least = all
                .iter()
                .filter(|(_, verdict)| *verdict == target.verdict())
                .filter(|(there, _)| goes_far_enough(pack, today, there, target))
                .map(|(there, _)| cost(pack, today, there))
                .min();
            assert_eq!(found, least, "{} to {target:?}", encode(today));
        }
    }
}

#[test]
fn what_buyers_decide_is_asked_for_only_where_nothing_else_leads_there() {
    // From one end to the other of all examples, nobody has to wait for their buyers.
    for example in &pack().examples {
        for target in [Target::Client, Target::Customer] {
            for step in planned(&example.answers(pack()), target).steps {
                let question = &pack()[step.change.question];
                assert!(!question.theirs, "{}: {}", example.id, question.id);
            }
        }
    }
    // Where the business has changed all that it can, the rest is its buyers'.
    let mut today = Answers::default();
    for question in &pack().questions {
        let position = if question.theirs { -2 } else { 0 };
        if question.theirs || question.id == "offer" {
            today = today.with(question, at(question, position));
        }
    }
    let plan = planned(&today, Target::Client);
    assert!(
        plan.steps
            .iter()
            .any(|step| pack()[step.change.question].theirs)
    );
}

#[test]
fn equal_ways_are_told_apart_by_the_tensions_they_end() {
    // Much care from whoever is free, and short of client-centred by one step: somebody of their own
    // does it, as would a better start (of the same weight) or the offer, but only the first ends a tension.
    let today = standing(&[
        ("offer", 0),
        ("personalisation", 1),
        ("onboarding", -1),
        ("support", 2),
        ("who", -1),
    ]);
    assert_eq!(tensions(pack(), &today).len(), 1);
    let plan = planned(&today, Target::Client);
    let changed: Vec<&str> = plan
        .steps
        .iter()
        .map(|step| pack()[step.change.question].id.as_str())
        .collect();
    assert_eq!(changed, ["who"]);
    assert_eq!(plan.steps[0].ends, tensions(pack(), &today));
}

#[test]
fn a_reached_target_asks_for_nothing() {
    let plan = planned(&example("law-firm"), Target::Client);
    assert_eq!(
        (plan.steps.as_slice(), plan.answers),
        (&[][..], example("law-firm"))
    );
}

#[test]
fn too_few_answers_have_no_way() {
    let few = Answers::default().with(question("offer"), at(question("offer"), 2));
    for target in Target::ALL {
        assert_eq!(plan(pack(), &few, target), None);
    }
}

#[test]
fn most_steps_of_the_examples_have_advice() {
    let mut steps = 0;
    let mut advised = 0;
    for example in &pack().examples {
        for target in Target::ALL {
            let plan = planned(&example.answers(pack()), target);
            steps += plan.steps.len();
            advised += plan
                .steps
                .iter()
                .filter(|step| step.advice.is_some())
                .count();
        }
    }
    assert!(steps > 100, "{steps} steps in all");
    // Each says by itself what to do first; what a business can decide has less advice that nothing takes the ground from.
    assert!(3 * advised >= 2 * steps, "{advised} of {steps}");
}

#[test]
fn a_way_may_lead_to_the_very_end() {
    let pack = small_pack(&[1], 99, 1);
    let question = &pack.questions[0];
    for (from, target, end) in [(-2, Target::Client, 2), (2, Target::Customer, -2)] {
        let today = Answers::default().with(question, at(question, from));
        let plan = plan(&pack, &today, target).expect("a way");
        assert_eq!(plan.answers.position(question), Some(end));
    }
}

proptest! {
    #[test]
    fn leads_there_by_answers_that_count((today, _) in answers_with_a_verdict()) {
        for target in Target::ALL {
            let plan = planned(&today, target);
            prop_assert_eq!(classify(pack(), &plan.answers).verdict, target.verdict());
            let mut walked = today;
            for step in &plan.steps {
                let question = &pack()[step.change.question];
                let from = walked.position(question);
                walked = walked.with(question, Answer::Option(step.change.to));
                let to = walked.position(question);
                prop_assert!(from.is_some(), "a step on a question without an answer");
                prop_assert_eq!(step.towards == Pole::Client, to > from);
            }
            prop_assert_eq!(walked, plan.answers);
        }
    }

    #[test]
    fn no_step_can_be_left_out((today, _) in answers_with_a_verdict()) {
        for target in Target::ALL {
            let plan = planned(&today, target);
            for step in &plan.steps {
                let question = &pack()[step.change.question];
                let without = plan.answers.with(question, today.to(question));
                prop_assert_ne!(classify(pack(), &without).verdict, target.verdict());
            }
        }
    }

    #[test]
    fn tensions_come_first_and_then_what_moves_furthest((today, _) in answers_with_a_verdict()) {
        for target in Target::ALL {
            let plan = planned(&today, target);
            // A second offer leaves today's answers as they are, and does not pull against them.
            let (now, after) = if target.is_second_offer() {
                (Vec::new(), Vec::new())
            } else {
                (tensions(pack(), &today), tensions(pack(), &plan.answers))
            };
            let mut ended: Vec<_> = plan.steps.iter().flat_map(|step| step.ends.clone()).collect();
            ended.sort_unstable();
            let gone: Vec<_> = now.iter().copied().filter(|it| !after.contains(it)).collect();
            prop_assert_eq!(ended, gone, "each tension ends with one step");
            let new: Vec<_> = after.into_iter().filter(|it| !now.contains(it)).collect();
            prop_assert_eq!(&plan.begins, &new);

            let effect = |step: &Step| {
                let question = &pack()[step.change.question];
                let to = plan.answers.position(question).unwrap_or(0);
                let from = today.position(question).unwrap_or(0);
                question.weight() * i32::from(to - from).abs()
            };
            // A step may help with a tension that an earlier one has ended already.
            let helps = |step: &Step| now.iter().any(|tension| {
                pack()[*tension].when.iter().any(|condition| {
                    let position = plan.answers.position(&pack()[condition.question]);
                    condition.question == step.change.question
                        && !position.is_some_and(|position| condition.holds(position))
                })
            });
            // A second offer's steps are read by side, the client's first.
            let is_first_side = |step: &Step| target.is_second_offer() && step.towards == Pole::Client;
            let keys = plan.steps.iter().map(|step| (is_first_side(step), helps(step), effect(step)));
            let keys: Vec<(bool, bool, i32)> = keys.collect();
            prop_assert!(keys.is_sorted_by(|one, next| one >= next), "{:?}", keys);
        }
    }

    #[test]
    fn each_step_of_a_second_offer_stands_on_the_side_it_names((today, _) in answers_with_a_verdict()) {
        for step in planned(&today, Target::TwoTrack).steps {
            let (_, then) = now_and_then(&today, &step);
            let is_client = step.towards == Pole::Client;
            prop_assert!(if is_client { then > 0 } else { then < 0 }, "{:?}", step);
        }
    }

    #[test]
    fn advice_is_for_the_target_and_for_the_step((today, _) in answers_with_a_verdict()) {
        for target in Target::ALL {
            let plan = planned(&today, target);
            let mut seen = Vec::new();
            for step in &plan.steps {
                let Some(index) = step.advice else { continue };
                prop_assert!(!seen.contains(&index), "the same advice twice");
                seen.push(index);
                let advice = &pack()[index];
                prop_assert!(advice.audience.includes(target.verdict()));
                // The new answer is its first or second reason; or today's is one, and the less so for the change: what mends it,
                // which no advice for two sides at once does.
                let (now, then) = now_and_then(&today, step);
                let mut first_two = advice.calls.iter().take(2);
                let follows = first_two.any(|call| call.question == step.change.question && call.strength(then) > 0);
                let mends = target != Target::TwoTrack && mends(advice, step, now, then);
                prop_assert!(follows || mends, "{:?}", step);
            }
        }
    }

    #[test]
    fn what_mends_todays_answer_comes_before_what_follows_from_the_new_one((today, _) in answers_with_a_verdict()) {
        for target in [Target::Client, Target::Customer] {
            let plan = planned(&today, target);
            let dealt: Vec<_> = plan.steps.iter().filter_map(|step| step.advice).collect();
            for step in &plan.steps {
                let (now, then) = now_and_then(&today, step);
                let called = advise(pack(), &today, target.verdict());
                let is_free = called.iter().any(|found| {
                    !dealt.contains(&found.advice)
                        && mends(&pack()[found.advice], step, now, then)
                });
                let given = step.advice.map(|index| &pack()[index]);
                prop_assert!(!is_free || given.is_some_and(|it| mends(it, step, now, then)), "{:?}", step);
            }
        }
    }

    #[test]
    fn both_poles_are_as_far_from_mirrored_answers(today in any_answers()) {
        let mirrored = mirrored(&today);
        let cost_of = |answers: &Answers, target| {
            plan(pack(), answers, target).map(|plan| cost(pack(), answers, &plan.answers))
        };
        prop_assert_eq!(cost_of(&today, Target::Client), cost_of(&mirrored, Target::Customer));
        prop_assert_eq!(cost_of(&today, Target::TwoTrack), cost_of(&mirrored, Target::TwoTrack));
    }
}
