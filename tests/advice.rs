//! Which advice is given and because of which answers: recounted naively, with the real advice and
//! with a pack in which no answer calls for any.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::sync::LazyLock;

use clientele::model::{
    Advice, AdviceAt, Answers, AreaAt, Pack, QuestionAt, Recommendation, Shape, Towards, Verdict,
    advise, classify, start_here,
};
use common::{answers_with_a_verdict, pack};
use proptest::prelude::*;

/// The real pack, in which nothing calls for its advice.
static UNCALLED: LazyLock<Pack> = LazyLock::new(|| {
    let mut draft = (**pack()).clone();
    draft.advice.iter_mut().for_each(|it| it.calls.clear());
    Pack::new(draft).expect("calls are free")
});

/// The largest first; equals in the order in which they come.
fn ranked<T>(mut found: Vec<(i32, T)>) -> Vec<T> {
    found.sort_by_key(|(strength, _)| -strength);
    found.into_iter().map(|(_, it)| it).collect()
}

/// The questions in the order of a figure made of the weight and the position; nothing below 1.
fn questions(pack: &Pack, answers: &Answers, of: impl Fn(i32, i32) -> i32) -> Vec<QuestionAt> {
    let found = QuestionAt::numbered(answers.positions(pack));
    let found = found.filter_map(|(index, (question, position))| {
        let figure = of(question.weight.into(), position?.into());
        (figure > 0).then_some((figure, index))
    });
    ranked(found.collect())
}

fn naive_stand_in(pack: &Pack, answers: &Answers, verdict: Verdict) -> Vec<QuestionAt> {
    let clients = questions(pack, answers, |weight, position| weight * position);
    let customers = questions(pack, answers, |weight, position| -weight * position);
    let middle = questions(pack, answers, |weight, position| {
        weight * (2 - position.abs())
    });
    let (mut found, most) = match verdict {
        Verdict::Client => (clients, 2),
        Verdict::Customer => (customers, 2),
        _ if clients.is_empty() && customers.is_empty() => (middle, 2),
        _ => {
            let first = |found: Vec<QuestionAt>| found.into_iter().take(1);
            (first(clients).chain(first(customers)).collect(), 2)
        }
    };
    found.truncate(most);
    found
}

fn is_meant(pack: &Pack, advice: AdviceAt, verdict: Verdict) -> bool {
    let audience = pack[advice].audience;
    match verdict {
        Verdict::Client => audience.client,
        Verdict::Customer => audience.customer,
        Verdict::Both(Shape::TwoTrack) => audience.two_track,
        Verdict::Both(Shape::InBetween) => audience.in_between,
        Verdict::TooFew => false,
    }
}

/// Whether an answer takes its ground away.
fn is_groundless(pack: &Pack, answers: &Answers, advice: &Advice) -> bool {
    advice.unless.iter().any(|condition| {
        let question = &pack[condition.question];
        let far = i32::from(condition.at_least);
        answers.position(question).is_some_and(|position| {
            let position = i32::from(position);
            match condition.towards {
                Towards::Client => position >= far,
                Towards::Customer => -position >= far,
                Towards::Middle => position == 0,
            }
        })
    })
}

fn naive_advice(pack: &Pack, answers: &Answers, verdict: Verdict) -> Vec<Recommendation> {
    let mut found = Vec::new();
    for (index, advice) in AdviceAt::numbered(&pack.advice) {
        if is_groundless(pack, answers, advice) {
            continue;
        }
        let (mut called, mut most, mut because) = (0, 0, Vec::new());
        for call in &advice.calls {
            let question = &pack[call.question];
            let weight = i32::from(question.weight);
            let position = answers.position(question).map(i32::from);
            let strength = match (call.towards, position) {
                (Towards::Client, Some(at)) => at.max(0),
                (Towards::Customer, Some(at)) => (-at).max(0),
                (Towards::Middle, Some(0)) => 2,
                (_, None) | (Towards::Middle, Some(_)) => 0,
            };
            most += 2 * weight;
            called += weight * strength;
            if strength > 0 {
                because.push((weight * strength, call.question));
            }
        }
        because.sort_by_key(|(strength, question)| (-strength, *question));
        if called > 0 && is_meant(pack, index, verdict) {
            let strength = u16::try_from(1000 * called / most).expect("a share");
            let because = because.into_iter().map(|(_, question)| question).collect();
            let recommendation = Recommendation {
                advice: index,
                strength,
                because,
            };
            found.push((i32::from(strength), recommendation));
        }
    }
    for (area, _) in AreaAt::numbered(&pack.areas) {
        let is_here = |advice: &Advice| advice.area == area;
        if found.iter().any(|(_, it)| is_here(&pack[it.advice])) {
            continue;
        }
        let mut all = AdviceAt::numbered(&pack.advice);
        let fits = |index, it| is_meant(pack, index, verdict) && !is_groundless(pack, answers, it);
        if let Some((advice, _)) = all.find(|(index, it)| is_here(it) && fits(*index, it)) {
            let because = naive_stand_in(pack, answers, verdict);
            let recommendation = Recommendation {
                advice,
                strength: 0,
                because,
            };
            found.push((0, recommendation));
        }
    }
    ranked(found)
}

#[test]
fn what_nothing_calls_for_is_because_of_what_did_most_for_the_verdict() {
    // The weights, by question: offer 5, personalisation 5, scope 3, pricing 3, cycle 4.
    for (positions, because) in [
        // Of either side one, and none from a side that nobody stands on.
        (&[1, 0, -1, 0, 0][..], &[0, 2][..]),
        (&[1, 1, 0, 0, 0], &[0]),
        (&[0, 0, -1, 0, -1], &[4]),
        (&[0, 0, 0, 0, 0], &[0, 1]),
        // The weight counts as often as there are steps.
        (&[1, 1, 2, 2, 1], &[2, 3]),
        (&[-1, -1, -2, -2, -1], &[2, 3]),
    ] {
        let questions = UNCALLED.questions.iter().zip(positions);
        let answers = questions.fold(Answers::default(), |answers, (question, position)| {
            answers.with(question, common::at(question, *position))
        });
        let verdict = classify(&UNCALLED, &answers).verdict;
        let found = advise(&UNCALLED, &answers, verdict);
        assert!(!found.is_empty());
        for it in found {
            let found: Vec<usize> = it.because.into_iter().map(usize::from).collect();
            assert_eq!(found, because, "{positions:?}");
        }
    }
}

proptest! {
    #[test]
    fn the_advice_is_what_a_naive_count_says((answers, _) in answers_with_a_verdict()) {
        for pack in [pack(), &UNCALLED] {
            let verdict = classify(pack, &answers).verdict;
            let found = advise(pack, &answers, verdict);
            prop_assert_eq!(&found, &naive_advice(pack, &answers, verdict));

            let mut areas = Vec::new();
            let first = found.iter().filter(|it| {
                let area = pack[it.advice].area;
                let is_new = !areas.contains(&area);
                areas.push(area);
                is_new
            });
            let first: Vec<_> = first.take(5).collect();
            prop_assert_eq!(start_here(pack, &found), first);
        }
    }
}
