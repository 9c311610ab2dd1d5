//! What a result says that 'in between' means: half-way, on a lean, or on either side.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::model::{Answers, Middle, Pack, Phrase, Pole, Shape, Tally, Verdict, read};
use clientele::words;
use common::{at, pack, small_pack};

/// Answers with these positions, in the order of the pack.
fn all_at(pack: &Pack, positions: &[i8]) -> Answers {
    let questions = pack.questions.iter().zip(positions);
    questions.fold(Answers::default(), |answers, (question, position)| {
        answers.with(question, at(question, *position))
    })
}

#[test]
fn in_between_says_whether_answers_are_half_way_or_on_either_side() {
    let means = |wanted: fn(usize) -> [i8; 2]| {
        let all = pack().questions.iter().enumerate();
        let answers = all.fold(Answers::default(), |answers, (place, question)| {
            // Some questions have no middle, others no step beside it.
            let answer = wanted(place)
                .into_iter()
                .find_map(|it| question.answer_at(it));
            answers.with(question, answer.expect("one of the two"))
        });
        let reading = read(pack(), &answers);
        assert_eq!(reading.verdict, Verdict::Both(Shape::InBetween));
        words::meaning(pack(), &reading)
    };
    let say = |phrase| pack().say(phrase).to_owned();
    let half_way = means(|place| {
        if place < 9 {
            [0, 1]
        } else {
            [if place % 2 == 0 { 1 } else { -1 }, 0]
        }
    });
    assert_eq!(half_way, say(Phrase::VerdictInBetweenMeans));
    let mixed = means(|place| [if place % 2 == 0 { 1 } else { -1 }, 0]);
    assert_eq!(mixed, say(Phrase::VerdictInBetweenMixed));
}

#[test]
fn in_between_says_where_it_leans_from_half_the_way_to_an_end() {
    // Of weight 10 each: a pull of 3 is a score of 15, one of 2 a score of 10.
    let pack = small_pack(&[3, 2, 1, 1, 3], 30, 1);
    let means =
        |positions: [i8; 5]| words::meaning(&pack, &read(&pack, &all_at(&pack, &positions)));
    let leans = |phrase| pack.fill(phrase, &[("count", "2"), ("answered", "5")]);
    assert_eq!(
        means([0, 1, 1, 0, 0]),
        pack.say(Phrase::VerdictInBetweenMeans),
        "half-way comes first"
    );
    assert_eq!(
        means([2, -1, 1, -2, 0]),
        leans(Phrase::VerdictInBetweenClient)
    );
    assert_eq!(
        means([-2, 1, -1, 2, 0]),
        leans(Phrase::VerdictInBetweenCustomer)
    );
    for positions in [[1, -1, 1, 0, 0], [-1, 1, -1, 0, 0]] {
        assert_eq!(
            means(positions),
            pack.say(Phrase::VerdictInBetweenMixed),
            "{positions:?}"
        );
    }
}

#[test]
fn half_way_is_what_more_than_half_of_the_answers_are() {
    let pack = small_pack(&[1, 1, 1, 1], 30, 1);
    let means =
        |positions: [i8; 4]| Tally::of(&pack, &all_at(&pack, &positions)).middle(&pack.judgement);
    assert_eq!(means([0, 0, 0, 1]), Middle::HalfWay);
    assert_eq!(means([0, 0, 1, -1]), Middle::Mixed);
    assert_eq!(means([0, 0, 1, 1]), Middle::Leans(Pole::Client));
    assert_eq!(means([0, 0, -1, -1]), Middle::Leans(Pole::Customer));
}

#[test]
fn a_verdict_stands_on_its_side_of_the_scale() {
    for (verdict, id, side) in [
        (Verdict::Client, "client", Some(1)),
        (Verdict::Customer, "customer", Some(-1)),
        (Verdict::Both(Shape::TwoTrack), "two-track", Some(0)),
        (Verdict::Both(Shape::InBetween), "in-between", Some(0)),
        (Verdict::TooFew, "too-few", None),
    ] {
        assert_eq!((verdict.id(), verdict.side()), (id, side));
    }
}
