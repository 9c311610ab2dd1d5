//! What a result says that 'in between' means: half-way, on a lean, or on either side.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::model::{Answers, Phrase, Shape, Verdict, read};
use clientele::words;
use common::{at, pack, small_pack};

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
    let means = |positions: [i8; 5]| {
        let questions = pack.questions.iter().zip(positions);
        let answers = questions.fold(Answers::default(), |answers, (question, position)| {
            answers.with(question, at(question, position))
        });
        words::meaning(&pack, &read(&pack, &answers))
    };
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
