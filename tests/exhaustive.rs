//! The short form, tried in full: every way to answer its six questions. The verdict, the smallest
//! changes and the sturdiness are counted out one by one here, and have to be what the model says.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::collections::BTreeMap;

use clientele::model::{
    Answer, Answers, Centring, Flip, Pole, Question, Sturdiness, Verdict, classify, flips,
    nearest_examples, sturdiness,
};
use common::{choices, every, mirrored, mirrored_verdict, naive_verdict, pack, short_form};
use proptest::prelude::*;

/// A step of counting-out looks at one in so many answers, where all of them would take minutes.
/// It is prime, so that the sample has no pattern.
const STRIDE: usize = 37;

#[test]
fn every_verdict_is_what_its_definition_says() {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for answers in every(&short_form(), choices) {
        let verdict = classify(pack(), &answers).verdict;
        assert_eq!(verdict, naive_verdict(pack(), &answers), "{answers:?}");
        let from_afar = classify(pack(), &mirrored(&answers)).verdict;
        assert_eq!(from_afar, mirrored_verdict(verdict), "{answers:?}");
        *found.entry(format!("{verdict:?}")).or_default() += 1;
    }
    assert_eq!(found.values().sum::<usize>(), 7usize.pow(6));
    assert_eq!(found.len(), 5, "a verdict never comes up: {found:?}");
    assert_eq!(found["Client"], found["Customer"]);
}

#[test]
fn every_change_proposed_leads_where_it_says() {
    for answers in every(&short_form(), choices) {
        let verdict = classify(pack(), &answers).verdict;
        let flips = flips(pack(), &answers, verdict);
        let ways: Vec<(Pole, Centring)> =
            flips.iter().map(|flip| (flip.towards, flip.to)).collect();
        // Both poles are within reach of any answers: the questions offer their ends.
        let wanted: &[(Pole, Centring)] = match verdict {
            Verdict::Client => &[(Pole::Customer, Centring::Both)],
            Verdict::Customer => &[(Pole::Client, Centring::Both)],
            Verdict::Both(_) => &[
                (Pole::Client, Centring::Client),
                (Pole::Customer, Centring::Customer),
            ],
            Verdict::TooFew => &[],
        };
        assert_eq!(ways, wanted, "{answers:?}");
        for flip in &flips {
            assert_leads_there(&answers, flip);
        }
    }
}

/// Carries a change out, and looks where it led and by which steps.
fn assert_leads_there(answers: &Answers, flip: &Flip) {
    let mut changed = *answers;
    for change in &flip.moves {
        let question = pack().question(change.question);
        let from = answers
            .position(question)
            .expect("only answers are changed");
        let to = question.position_of(change.to).expect("it is an option");
        match flip.towards {
            Pole::Client => assert!(to > from, "{flip:?}"),
            Pole::Customer => assert!(to < from, "{flip:?}"),
        }
        changed = changed.with(question, Answer::Option(change.to));
    }
    let order: Vec<u8> = flip.moves.iter().map(|change| change.question).collect();
    assert!(order.is_sorted_by(|one, next| one < next), "{flip:?}");
    let verdict = classify(pack(), &changed).verdict;
    assert_eq!(verdict.centring(), Some(flip.to), "{answers:?}: {flip:?}");
}

/// One answered question, counted out: its weight, the position it stands at, and those it offers.
struct Standing {
    weight: i64,
    at: i64,
    offered: Vec<i64>,
}

fn standings(answers: &Answers) -> Vec<Standing> {
    let answered = answers
        .positions(pack())
        .filter_map(|(question, position)| {
            let mut offered = offered(question);
            offered.sort_unstable();
            Some(Standing {
                weight: i64::from(question.weight),
                at: i64::from(position?),
                offered,
            })
        });
    answered.collect()
}

fn offered(question: &Question) -> Vec<i64> {
    let options = question.options.iter();
    options.map(|option| i64::from(option.position)).collect()
}

#[test]
fn no_smaller_change_than_the_one_proposed_would_do() {
    let mut tried = 0;
    for answers in every(&short_form(), choices).step_by(STRIDE) {
        let verdict = classify(pack(), &answers).verdict;
        let standings = standings(&answers);
        for flip in flips(pack(), &answers, verdict) {
            let found = cheapest(&standings, &|centring| centring == flip.to);
            assert_eq!(Some(cost(&answers, &flip)), found, "{answers:?}: {flip:?}");
            tried += 1;
        }
    }
    assert!(tried > 1000, "only {tried} changes were looked at");
}

/// Answers changed, then steps over the options that the question offers.
fn cost(answers: &Answers, flip: &Flip) -> (usize, usize) {
    let steps = flip.moves.iter().map(|change| {
        let question = pack().question(change.question);
        let from = answers.position(question).map(i64::from);
        let to = question.position_of(change.to).map(i64::from);
        steps_between(
            &offered(question),
            from.expect("answered"),
            to.expect("offered"),
        )
    });
    (flip.moves.len(), steps.sum())
}

fn steps_between(offered: &[i64], from: i64, to: i64) -> usize {
    let passed = |at: &&i64| **at != from && (from.min(to)..=from.max(to)).contains(*at);
    offered.iter().filter(passed).count()
}

/// The least that has to change, by trying every other set of options in every direction.
fn cheapest(standings: &[Standing], is_there: &dyn Fn(Centring) -> bool) -> Option<(usize, usize)> {
    let most: i64 = standings.iter().map(|it| 2 * it.weight).sum();
    let mut best = None;
    let mut open = vec![(0usize, 0i64, (0usize, 0usize))];
    while let Some((next, sum, cost)) = open.pop() {
        if best.is_some_and(|best| cost >= best) {
            continue;
        }
        let Some(standing) = standings.get(next) else {
            if is_there(centring_of(sum, most)) {
                best = Some(cost);
            }
            continue;
        };
        for &to in &standing.offered {
            let cost = if to == standing.at {
                cost
            } else {
                let steps = steps_between(&standing.offered, standing.at, to);
                (cost.0 + 1, cost.1 + steps)
            };
            open.push((next + 1, sum + standing.weight * to, cost));
        }
    }
    best
}

fn centring_of(sum: i64, most: i64) -> Centring {
    let edge = i64::from(pack().judgement.threshold) * most;
    match 100 * sum {
        sum if sum >= edge => Centring::Client,
        sum if sum <= -edge => Centring::Customer,
        _ => Centring::Both,
    }
}

#[test]
fn the_sturdiness_is_what_counting_every_slip_gives() {
    let mut tried = 0;
    for answers in every(&short_form(), choices).step_by(STRIDE) {
        let Some(centring) = classify(pack(), &answers).verdict.centring() else {
            continue;
        };
        let found = sturdiness(pack(), &answers, centring);
        assert_eq!(
            found,
            count_slips(&standings(&answers), centring),
            "{answers:?}"
        );
        let percent = 100 * found.stands / found.of;
        assert_eq!(u64::from(found.percent()), percent);
        tried += 1;
    }
    assert!(tried > 1000, "only {tried} answers were looked at");
}

/// Every combination of slips: to either side with one chance in four, and staying with two; at
/// the outermost option a slip outwards stays as well.
fn count_slips(standings: &[Standing], centring: Centring) -> Sturdiness {
    let most: i64 = standings.iter().map(|it| 2 * it.weight).sum();
    let mut counted = Sturdiness { stands: 0, of: 0 };
    for number in 0..4u64.pow(u32::try_from(standings.len()).expect("six at most")) {
        let mut left = number;
        let mut sum = 0;
        for standing in standings {
            let place = standing.offered.iter().position(|at| *at == standing.at);
            let place = place.expect("an answer is one of the options");
            // The middle two of the four chances stay.
            let slipped = match left % 4 {
                0 => place.saturating_sub(1),
                3 => (place + 1).min(standing.offered.len() - 1),
                _ => place,
            };
            sum += standing.weight * standing.offered[slipped];
            left /= 4;
        }
        counted.of += 1;
        counted.stands += u64::from(centring_of(sum, most) == centring);
    }
    counted
}

#[test]
fn the_percentage_is_a_hundred_only_when_nothing_within_a_step_changes_the_verdict() {
    let almost = Sturdiness {
        stands: 4u64.pow(28) - 1,
        of: 4u64.pow(28),
    };
    assert_eq!(almost.percent(), 99);
    assert_eq!(Sturdiness { stands: 3, of: 3 }.percent(), 100);
    assert_eq!(Sturdiness { stands: 0, of: 4 }.percent(), 0);
}

proptest! {
    // The full form has questions of four options too, where a step is wider.
    #[test]
    fn any_change_proposed_on_the_full_form_leads_where_it_says(answers in common::any_answers()) {
        let verdict = classify(pack(), &answers).verdict;
        for flip in flips(pack(), &answers, verdict) {
            assert_leads_there(&answers, &flip);
        }
    }

    #[test]
    fn likeness_is_the_weighted_distance(answers in common::any_answers()) {
        let found = nearest_examples(pack(), &answers);
        prop_assert!(found.is_sorted_by(|one, next| one.percent >= next.percent));
        for likeness in found {
            let example = &pack().examples[usize::from(likeness.example)];
            let mut apart = 0;
            let mut widest = 0;
            for ((question, mine), theirs) in answers.positions(pack()).zip(&example.positions) {
                if let (Some(mine), Some(theirs)) = (mine, theirs) {
                    apart += i64::from(question.weight) * i64::from((mine - theirs).abs());
                    widest += i64::from(question.weight) * 4;
                }
            }
            prop_assert_eq!(i64::from(likeness.percent), 100 - (100 * apart + widest - 1) / widest);
        }
    }
}
