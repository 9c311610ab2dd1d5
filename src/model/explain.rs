//! Why the verdict is what it is: the profile, the answers that weighed most, and the tensions.

use super::answers::{Answer, Answers};
use super::classify::Tally;
use super::index::{QuestionAt, TensionAt};
use super::pack::Pack;
use super::rank::strongest_first;

/// Where one answer stands on its dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which of the pack's questions.
    pub question: QuestionAt,
    /// What was answered.
    pub answer: Answer,
    /// From -2 (customer) to +2 (client); `None` when the answer does not count.
    pub position: Option<i8>,
}

/// Every question's place, in the order of the pack.
#[must_use]
pub fn profile(pack: &Pack, answers: &Answers) -> Vec<Standing> {
    QuestionAt::numbered(&pack.questions)
        .map(|(index, question)| Standing {
            question: index,
            answer: answers.to(question),
            position: answers.position(question),
        })
        .collect()
}

/// How far one answer moved the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighing {
    /// Which of the pack's questions.
    pub question: QuestionAt,
    /// Tenths of a point of the score: positive towards client, rounded towards 0.
    pub tenths: i32,
}

/// The answers that moved the score, the furthest first; questions that pull alike keep the
/// pack's order. Answers in the middle moved nothing and are left out.
#[must_use]
pub fn weighings(pack: &Pack, answers: &Answers) -> Vec<Weighing> {
    let full = Tally::of(pack, answers).full.max(1);
    let pulls: Vec<i32> = answers
        .positions(pack)
        .map(|(question, position)| question.weight() * i32::from(position.unwrap_or(0)))
        .collect();
    strongest_first(QuestionAt::numbered(&pulls).map(|(question, pull)| (pull.abs(), question)))
        .take_while(|(strength, _)| *strength > 0)
        .map(|(_, question)| Weighing {
            question,
            tenths: 1000 * pulls[usize::from(question)] / full,
        })
        .collect()
}

/// The tensions that the answers show, in the order of the pack.
#[must_use]
pub fn tensions(pack: &Pack, answers: &Answers) -> Vec<TensionAt> {
    TensionAt::numbered(&pack.tensions)
        .filter(|(_, tension)| {
            tension.when.iter().all(|condition| {
                answers
                    .position(&pack[condition.question])
                    .is_some_and(|position| condition.holds(position))
            })
        })
        .map(|(index, _)| index)
        .collect()
}
