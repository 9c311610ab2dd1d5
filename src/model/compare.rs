//! How alike two businesses are, which of the examples are nearest, and where two people differ.

use super::answers::{Answer, Answers};
use super::classify::{Verdict, classify};
use super::index::{ExampleAt, QuestionAt};
use super::pack::Pack;
use super::questionnaire::Example;
use super::rank::strongest_first;

impl Example {
    /// Its answers; a position that no option has is left unanswered.
    #[must_use]
    pub fn answers(&self, pack: &Pack) -> Answers {
        pack.questions.iter().zip(&self.positions).fold(
            Answers::default(),
            |answers, (question, position)| {
                let answer = match position {
                    None => Answer::DoesNotApply,
                    Some(position) => question.answer_at(*position).unwrap_or(Answer::Unanswered),
                };
                answers.with(question, answer)
            },
        )
    }

    /// What its answers say.
    #[must_use]
    pub fn verdict(&self, pack: &Pack) -> Verdict {
        classify(pack, &self.answers(pack)).verdict
    }
}

/// An example business and how alike it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// Which of the pack's examples.
    pub example: ExampleAt,
    /// 0 (opposite in everything) to 100 (the same in everything), rounded down.
    pub percent: u8,
}

/// The examples, the most alike first; equal ones keep the pack's order. Only questions that both
/// have answered are compared, by weight; an example that shares none is left out.
#[must_use]
pub fn nearest_examples(pack: &Pack, answers: &Answers) -> Vec<Likeness> {
    let likenesses = ExampleAt::numbered(&pack.examples).filter_map(|(index, example)| {
        let mut apart = 0;
        let mut widest = 0;
        for ((question, mine), theirs) in answers.positions(pack).zip(&example.positions) {
            if let (Some(mine), Some(theirs)) = (mine, *theirs) {
                apart += question.weight() * (i32::from(mine) - i32::from(theirs)).abs();
                widest += question.weight() * 4;
            }
        }
        if widest == 0 {
            return None;
        }
        Some((100 * (widest - apart) / widest, index))
    });
    strongest_first(likenesses)
        .map(|(percent, example)| Likeness {
            example,
            percent: u8::try_from(percent).unwrap_or(0),
        })
        .collect()
}

/// How far apart two people stand on a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which of the pack's questions.
    pub question: QuestionAt,
    /// 0 to 4 steps; `None` where one of them gave no answer that counts.
    pub steps: Option<u8>,
}

/// All questions, the furthest apart first; equal ones keep the pack's order, and those that one of
/// the two left out come last.
#[must_use]
pub fn differences(pack: &Pack, one: &Answers, other: &Answers) -> Vec<Difference> {
    let both = one.positions(pack).zip(other.positions(pack));
    let steps = QuestionAt::numbered(both).map(|(index, ((_, one), (_, other)))| {
        let apart = one.zip(other);
        let steps = apart.map_or(-1, |(one, other)| (i32::from(one) - i32::from(other)).abs());
        (steps, index)
    });
    strongest_first(steps)
        .map(|(steps, question)| Difference {
            question,
            steps: u8::try_from(steps).ok(),
        })
        .collect()
}
