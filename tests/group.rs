//! The figures of many people: recounted naively, the same in any order, mirrored by mirrored
//! answers, and undone by taking people out again.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::model::{
    Answers, Group, QuestionAt, Spread, Towards, VERDICTS, Verdict, classify, differences,
};
use common::{any_answers, at, mirrored, mirrored_verdict, pack, question};
use proptest::collection::vec;
use proptest::prelude::*;

fn group(people: &[Answers]) -> Group {
    let mut group = Group::new(pack());
    for answers in people {
        group.add(pack(), answers);
    }
    group
}

/// A group in which so many stand at -2, -1, 0, 1 and 2 on what is offered.
fn spread(counts: [u32; 5]) -> Spread {
    let offer = question("offer");
    let mut people = Vec::new();
    for (position, count) in (-2..).zip(counts) {
        let answers = Answers::default().with(offer, at(offer, position));
        people.extend((0..count).map(|_| answers));
    }
    group(&people).spreads()[0]
}

#[test]
fn agreement_runs_from_both_ends_to_one_place() {
    for (counts, agreement) in [
        ([0, 0, 0, 0, 0], None),
        ([0, 0, 1, 0, 0], None),
        ([2, 0, 0, 0, 0], Some(100)),
        ([0, 0, 0, 9, 0], Some(100)),
        ([1, 0, 0, 0, 1], Some(0)),
        ([7, 0, 0, 0, 7], Some(0)),
        ([3, 0, 0, 0, 4], Some(0)),
        ([0, 1, 1, 0, 0], Some(75)),
        ([1, 0, 1, 0, 0], Some(50)),
        // One in a thousand is off: never rounded up to all.
        ([999, 1, 0, 0, 0], Some(99)),
        ([4, 4, 4, 4, 4], Some(20)),
    ] {
        assert_eq!(spread(counts).agreement(), agreement, "{counts:?}");
    }
}

#[test]
fn medians_fall_between_where_they_must() {
    for (counts, twice) in [
        ([0, 0, 0, 0, 0], None),
        ([1, 0, 0, 0, 0], Some(-4)),
        ([1, 0, 0, 0, 1], Some(0)),
        ([0, 0, 1, 1, 0], Some(1)),
        ([0, 1, 0, 0, 2], Some(4)),
        ([2, 0, 0, 1, 1], Some(-1)),
    ] {
        assert_eq!(spread(counts).twice_median(), twice, "{counts:?}");
    }
}

#[test]
fn the_examples_are_divided_and_share_little() {
    let examples: Vec<Answers> = pack()
        .examples
        .iter()
        .map(|it| it.answers(pack()))
        .collect();
    let all = group(&examples);
    assert_eq!(all.verdicts(), [9, 2, 1, 7, 0]);
    assert!(all.divides(pack()).len() >= 3);
    assert_eq!(all.shares(), Vec::new());
    // Those who are all client-centred share a side, and name it.
    let alike = group(&examples[..9]);
    let shares = alike.shares();
    assert!(shares.len() >= 3);
    assert!(
        shares
            .iter()
            .all(|it| it.towards == Towards::Client && it.count * 5 >= it.of * 4)
    );
    // A single person neither divides nor shares.
    let one = group(&examples[..1]);
    assert_eq!((one.divides(pack()).len(), one.shares().len()), (0, 0));
}

#[test]
fn what_few_answered_is_not_said() {
    let offer = question("offer");
    let person = |position| Answers::default().with(offer, at(offer, position));
    let silent = Answers::default();
    let spoken = group(&[person(2), person(-2), silent, silent]);
    assert_eq!(spoken.divides(pack()), [0.into()]);
    let hardly = group(&[person(2), person(-2), silent, silent, silent]);
    assert_eq!(hardly.divides(pack()), []);
}

/// Mostly on one side, so that there is something to share.
fn like_minded() -> impl Strategy<Value = Vec<Answers>> {
    let person = (any_answers(), prop::bool::weighted(0.1)).prop_map(|(answers, is_other)| {
        let places: Vec<_> = answers.positions(pack()).collect();
        places
            .iter()
            .fold(answers, |answers, (question, position)| {
                let Some(position) = position else {
                    return answers;
                };
                let side = if is_other {
                    -position.abs()
                } else {
                    position.abs()
                };
                answers.with(question, at(question, side))
            })
    });
    vec(person, 0..24)
}

/// The quarters by sorting, doubled: the mean of the two neighbours where one falls between them.
fn naive_quarter(mut values: Vec<i32>, quarter: usize) -> i32 {
    values.sort_unstable();
    let rank = values.len() * quarter;
    values[rank.div_ceil(4) - 1] + values[rank / 4]
}

/// The median by sorting, doubled.
fn naive_median(mut values: Vec<i32>) -> Option<i32> {
    values.sort_unstable();
    let last = values.len().checked_sub(1)?;
    Some(values[last / 2] + values[last.div_ceil(2)])
}

/// 100 less the mean distance of any two as a share of the largest that so many can have, by
/// walking through all pairs.
fn naive_agreement(values: &[i32]) -> Option<u8> {
    let pairs = |values: &[i32]| -> i32 {
        let of = |at: usize| {
            let later = values[at + 1..].iter();
            later.map(|other| (values[at] - other).abs()).sum::<i32>()
        };
        (0..values.len()).map(of).sum()
    };
    let half = values.len() / 2;
    let widest: Vec<i32> = (0..values.len())
        .map(|at| if at < half { -2 } else { 2 })
        .collect();
    let widest = pairs(&widest);
    (values.len() > 1)
        .then(|| u8::try_from(100 * (widest - pairs(values)) / widest).expect("a share"))
}

proptest! {
    #[test]
    fn every_figure_is_what_a_naive_count_says(people in vec(any_answers(), 0..40)) {
        let group = group(&people);
        let judged: Vec<_> = people.iter().map(|it| classify(pack(), it)).collect();
        for (verdict, count) in VERDICTS.iter().zip(group.verdicts()) {
            let naive = judged.iter().filter(|it| it.verdict == *verdict).count();
            prop_assert_eq!(count as usize, naive);
        }
        let scores = judged.iter().filter(|it| it.verdict != Verdict::TooFew);
        let scores: Vec<i32> = scores.map(|it| it.tally.score()).collect();
        prop_assert_eq!(group.quartiles().map(|it| it.median), naive_median(scores.clone()));
        if let Some(quartiles) = group.quartiles() {
            let below = scores.iter().filter(|it| 2 * **it < quartiles.low).count();
            let above = scores.iter().filter(|it| 2 * **it > quartiles.high).count();
            prop_assert!(4 * below <= scores.len() && 4 * above <= scores.len());
            prop_assert_eq!(quartiles.low, naive_quarter(scores.clone(), 1));
            prop_assert_eq!(quartiles.high, naive_quarter(scores.clone(), 3));
        }
        assert_eq!(group.scores().len(), 201);
        for (score, count) in (-100..).zip(group.scores()) {
            let naive = scores.iter().filter(|it| **it == score).count();
            prop_assert_eq!(*count as usize, naive);
        }
        prop_assert_eq!(group.people() as usize, people.len());
        for (question, spread) in pack().questions.iter().zip(group.spreads()) {
            let places: Vec<i32> = people
                .iter()
                .filter_map(|it| it.position(question).map(i32::from))
                .collect();
            prop_assert_eq!(spread.answered() as usize, places.len());
            prop_assert_eq!(spread.none as usize, people.len() - places.len());
            for position in -4i8..=4 {
                let naive = places.iter().filter(|it| **it == i32::from(position)).count();
                prop_assert_eq!(spread.at(position) as usize, naive);
            }
            let clients = places.iter().filter(|it| **it > 0).count();
            let customers = places.iter().filter(|it| **it < 0).count();
            prop_assert_eq!(spread.sides(), (u32::try_from(clients).expect("few"), u32::try_from(customers).expect("few")));
            prop_assert_eq!(spread.twice_median(), naive_median(places.clone()));
            prop_assert_eq!(spread.agreement(), naive_agreement(&places));
        }
    }

    #[test]
    fn what_is_shared_and_what_divides_is_what_a_naive_count_says(
        people in prop_oneof![vec(any_answers(), 0..12), like_minded()],
    ) {
        let group = group(&people);
        let (mut shared, mut divided) = (Vec::new(), Vec::new());
        for (index, question) in QuestionAt::numbered(&pack().questions) {
            let places = people.iter().filter_map(|it| it.position(question).map(i32::from));
            let places: Vec<i32> = places.collect();
            let clients = places.iter().filter(|it| **it > 0).count();
            let customers = places.iter().filter(|it| **it < 0).count();
            if 2 * places.len() < people.len() || places.len() < 2 {
                continue;
            }
            let middle = places.len() - clients - customers;
            for (count, towards) in [
                (clients, Towards::Client),
                (customers, Towards::Customer),
                (middle, Towards::Middle),
            ] {
                if 5 * count >= 4 * places.len() {
                    shared.push((1000 * count / places.len(), (index, towards, count, places.len())));
                }
            }
            if 5 * clients.min(customers) > places.len() {
                // By chance as many take each of five options, or each of four.
                let by_chance = if question.options.len() == 5 { 800 } else { 875 };
                let lacking = 100 - i32::from(naive_agreement(&places).expect("two"));
                divided.push((1_000_000 * lacking / by_chance, index));
            }
        }
        shared.sort_by_key(|(share, _)| core::cmp::Reverse(*share));
        divided.sort_by_key(|(apart, _)| core::cmp::Reverse(*apart));
        let found = group.shares();
        let found = found.iter().map(|it| (it.question, it.towards, it.count as usize, it.of as usize));
        let shared = shared.into_iter().map(|(_, it)| it);
        prop_assert_eq!(found.collect::<Vec<_>>(), shared.collect::<Vec<_>>());
        let divided: Vec<_> = divided.into_iter().map(|(_, it)| it).collect();
        prop_assert_eq!(&group.divides(pack()), &divided);
        prop_assert!(group.shares().iter().all(|it| !divided.contains(&it.question)));
    }

    #[test]
    fn the_order_does_not_matter_and_leaving_undoes_coming(
        people in vec(any_answers(), 0..30),
        guests in vec(any_answers(), 0..10),
    ) {
        let expected = group(&people);
        let mut reversed = people.clone();
        reversed.reverse();
        prop_assert_eq!(&group(&reversed), &expected);
        let mut visited = expected.clone();
        for guest in &guests {
            visited.add(pack(), guest);
        }
        for guest in &guests {
            visited.remove(pack(), guest);
        }
        prop_assert_eq!(visited, expected);
    }

    #[test]
    fn a_mirrored_group_has_mirrored_figures(people in vec(any_answers(), 1..30)) {
        let others: Vec<Answers> = people.iter().map(mirrored).collect();
        let (one, other) = (group(&people), group(&others));
        for (verdict, count) in VERDICTS.iter().zip(one.verdicts()) {
            let place = VERDICTS.iter().position(|it| *it == mirrored_verdict(*verdict)).expect("a verdict");
            prop_assert_eq!(other.verdicts()[place], count);
        }
        prop_assert_eq!(
            one.quartiles().map(|it| (it.low, it.median, it.high)),
            other.quartiles().map(|it| (-it.high, -it.median, -it.low))
        );
        for (a, b) in one.spreads().iter().zip(other.spreads()) {
            prop_assert_eq!(a.agreement(), b.agreement());
            prop_assert_eq!(a.twice_median(), b.twice_median().map(|it| -it));
        }
        prop_assert_eq!(one.divides(pack()), other.divides(pack()));
    }

    #[test]
    fn differences_come_largest_first(one in any_answers(), other in any_answers()) {
        let found = differences(pack(), &one, &other);
        prop_assert_eq!(found.len(), pack().questions.len());
        let steps: Vec<i32> = found.iter().map(|it| it.steps.map_or(-1, i32::from)).collect();
        prop_assert!(steps.is_sorted_by(|a, b| a >= b));
        for it in found {
            let question = &pack()[it.question];
            let places = one.position(question).zip(other.position(question));
            prop_assert_eq!(it.steps, places.map(|(a, b)| a.abs_diff(b)));
        }
    }
}
