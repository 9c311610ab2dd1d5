//! The short form, tried in full: every way to answer its six questions. The verdict, the smallest
//! changes and the sturdiness are counted out one by one here, and have to be what the model says.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::collections::BTreeMap;

use clientele::model::{
    Answer, Answers, Centring, Flip, Question, Shape, Sturdiness, Verdict, classify, flip_of_shape,
    flips, nearest_examples, sturdiness, sturdiness_of_shape,
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
        let mut flips = flips(pack(), &answers, verdict);
        let shape = flip_of_shape(pack(), &answers, verdict);
        let ways: Vec<Centring> = flips.iter().filter_map(|flip| flip.to.centring()).collect();
        // Both poles are within reach of any answers: the questions offer their ends.
        let wanted: &[Centring] = match verdict {
            Verdict::Client | Verdict::Customer => &[Centring::Both],
            Verdict::Both(_) => &[Centring::Client, Centring::Customer],
            Verdict::TooFew => &[],
        };
        assert_eq!(ways, wanted, "{answers:?}");
        // Two tracks are not: one heavy answer may leave too little for the other end.
        match verdict {
            Verdict::Both(Shape::TwoTrack) => assert!(shape.is_some(), "{answers:?}"),
            Verdict::Both(Shape::InBetween) => {}
            _ => assert_eq!(shape, None, "{answers:?}"),
        }
        flips.extend(shape);
        for flip in &flips {
            assert_leads_there(&answers, verdict, flip);
        }
    }
}

/// Carries a change out, and looks where it led and by which steps.
fn assert_leads_there(answers: &Answers, from: Verdict, flip: &Flip) {
    assert_ne!(from, flip.to, "{flip:?}");
    let side = |verdict: Verdict| verdict.centring().map_or(0, Centring::side);
    let way = side(flip.to) - side(from);
    let mut changed = *answers;
    for change in &flip.moves {
        let question = &pack()[change.question];
        let from = answers
            .position(question)
            .expect("only answers are changed");
        let to = question.position_of(change.to).expect("it is an option");
        let moved = i32::from(to - from).signum();
        assert!(moved != 0 && (way == 0 || moved == way), "{flip:?}");
        changed = changed.with(question, Answer::Option(change.to));
    }
    let order: Vec<_> = flip.moves.iter().map(|change| change.question).collect();
    assert!(order.is_sorted_by(|one, next| one < next), "{flip:?}");
    let verdict = classify(pack(), &changed).verdict;
    assert_eq!(verdict, flip.to, "{answers:?}: {flip:?}");
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
        let shape = flip_of_shape(pack(), &answers, verdict);
        for flip in flips(pack(), &answers, verdict).into_iter().chain(shape) {
            // From an end of the scale either shape of 'both' will do.
            let is_there = |found: Verdict| match (verdict, flip.to) {
                (Verdict::Both(_), Verdict::Both(_)) => found == flip.to,
                _ => found.centring() == flip.to.centring(),
            };
            let found = cheapest(&standings, &is_there);
            assert_eq!(Some(cost(&answers, &flip)), found, "{answers:?}: {flip:?}");
            tried += 1;
        }
    }
    assert!(tried > 1000, "only {tried} changes were looked at");
}

/// Answers changed, then steps over the options that the question offers.
fn cost(answers: &Answers, flip: &Flip) -> (usize, usize) {
    let steps = flip.moves.iter().map(|change| {
        let question = &pack()[change.question];
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

/// What a set of positions adds up to: the weighted sum, and the weight fully at either pole.
#[derive(Clone, Copy, Default)]
struct Sums {
    pull: i64,
    client: i64,
    customer: i64,
}

impl Sums {
    fn with(mut self, weight: i64, position: i64) -> Self {
        self.pull += weight * position;
        match position {
            2 => self.client += weight,
            -2 => self.customer += weight,
            _ => {}
        }
        self
    }

    fn verdict(self, most: i64) -> Verdict {
        let share = i64::from(pack().judgement.two_track_share) * most / 2;
        match centring_of(self.pull, most) {
            Centring::Client => Verdict::Client,
            Centring::Customer => Verdict::Customer,
            Centring::Both if 100 * self.client.min(self.customer) >= share => {
                Verdict::Both(Shape::TwoTrack)
            }
            Centring::Both => Verdict::Both(Shape::InBetween),
        }
    }
}

/// The least that has to change, by trying every other set of options in every direction.
fn cheapest(standings: &[Standing], is_there: &dyn Fn(Verdict) -> bool) -> Option<(usize, usize)> {
    let most: i64 = standings.iter().map(|it| 2 * it.weight).sum();
    let mut best = None;
    let mut open = vec![(0usize, Sums::default(), (0usize, 0usize))];
    while let Some((next, sums, cost)) = open.pop() {
        if best.is_some_and(|best| cost >= best) {
            continue;
        }
        let Some(standing) = standings.get(next) else {
            if is_there(sums.verdict(most)) {
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
            open.push((next + 1, sums.with(standing.weight, to), cost));
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
        let verdict = classify(pack(), &answers).verdict;
        let Some(centring) = verdict.centring() else {
            continue;
        };
        let found = sturdiness(pack(), &answers, centring);
        let standings = standings(&answers);
        let holds = |verdict: Verdict| verdict.centring() == Some(centring);
        assert_eq!(found, count_slips(&standings, &holds), "{answers:?}");
        if let Verdict::Both(shape) = verdict {
            let found = sturdiness_of_shape(pack(), &answers, shape);
            let counted = count_slips(&standings, &|slipped| slipped == verdict);
            assert_eq!(found.stands, counted.stands, "{answers:?}");
        }
        let percent = 100 * found.stands / found.of;
        assert_eq!(u64::from(found.percent()), percent);
        tried += 1;
    }
    assert!(tried > 1000, "only {tried} answers were looked at");
}

/// Every combination of slips: to either side with one chance in four, and staying with two; at
/// the outermost option a slip outwards stays as well.
fn count_slips(standings: &[Standing], holds: &dyn Fn(Verdict) -> bool) -> Sturdiness {
    let most: i64 = standings.iter().map(|it| 2 * it.weight).sum();
    let mut counted = Sturdiness { stands: 0, of: 0 };
    for number in 0..4u64.pow(u32::try_from(standings.len()).expect("six at most")) {
        let mut left = number;
        let mut sums = Sums::default();
        for standing in standings {
            let place = standing.offered.iter().position(|at| *at == standing.at);
            let place = place.expect("an answer is one of the options");
            // The middle two of the four chances stay.
            let slipped = match left % 4 {
                0 => place.saturating_sub(1),
                3 => (place + 1).min(standing.offered.len() - 1),
                _ => place,
            };
            sums = sums.with(standing.weight, standing.offered[slipped]);
            left /= 4;
        }
        counted.of += 1;
        counted.stands += u64::from(holds(sums.verdict(most)));
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
        let shape = flip_of_shape(pack(), &answers, verdict);
        for flip in flips(pack(), &answers, verdict).into_iter().chain(shape) {
            assert_leads_there(&answers, verdict, &flip);
        }
    }

    #[test]
    fn likeness_is_the_weighted_distance(answers in common::any_answers()) {
        let found = nearest_examples(pack(), &answers);
        prop_assert!(found.is_sorted_by(|one, next| one.percent >= next.percent));
        for likeness in found {
            let example = &pack()[likeness.example];
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
