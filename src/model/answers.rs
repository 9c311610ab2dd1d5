//! What somebody answered: one number for each slot of the share code, and nothing else.

use super::pack::Pack;
use super::questionnaire::Question;

/// How many slots a share code of version 1 can hold.
pub const SLOTS: usize = 32;

/// The option number that stands for 'Doesn't apply' in every question.
pub(super) const DOES_NOT_APPLY: u8 = 7;

/// An answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Not answered, or skipped.
    Unanswered,
    /// 'Doesn't apply': the question drops out of the score.
    DoesNotApply,
    /// The option with this number, 1 to 6.
    Option(u8),
}

impl Answer {
    /// The number that the share code stores: 0 to 7, as questions number their options from 1 to 6.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::Unanswered => 0,
            Self::DoesNotApply => DOES_NOT_APPLY,
            Self::Option(number) => number,
        }
    }

    /// The answer that a number of the share code stands for; only its lowest three bits count.
    #[must_use]
    pub fn from_number(number: u8) -> Self {
        match number & 7 {
            0 => Self::Unanswered,
            DOES_NOT_APPLY => Self::DoesNotApply,
            number => Self::Option(number),
        }
    }
}

/// All the answers of one person, by slot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    numbers: [u8; SLOTS],
}

impl Answers {
    /// The answer to a question.
    #[must_use]
    pub fn to(&self, question: &Question) -> Answer {
        Answer::from_number(self.numbers[usize::from(question.slot) % SLOTS])
    }

    /// Whether a question has no answer yet; 'Doesn't apply' is one.
    #[must_use]
    pub fn lack(&self, question: &Question) -> bool {
        self.to(question) == Answer::Unanswered
    }

    /// The same answers with one of them given anew; taken back where the question does not offer it.
    #[must_use]
    pub fn with(mut self, question: &Question, answer: Answer) -> Self {
        let kept = if question.offers(answer) {
            answer
        } else {
            Answer::Unanswered
        };
        self.numbers[usize::from(question.slot) % SLOTS] = kept.number();
        self
    }

    /// Where the answer stands on the question's dimension, from -2 (customer) to +2 (client);
    /// `None` when it is unanswered, does not apply, or names an option the question lacks.
    #[must_use]
    pub fn position(&self, question: &Question) -> Option<i8> {
        match self.to(question) {
            Answer::Option(number) => question.position_of(number),
            Answer::Unanswered | Answer::DoesNotApply => None,
        }
    }

    /// Whether nothing is answered at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.numbers == [0; SLOTS]
    }

    /// The questions of the pack with the positions of those that count.
    pub fn positions<'a>(
        &'a self,
        pack: &'a Pack,
    ) -> impl Iterator<Item = (&'a Question, Option<i8>)> + 'a {
        pack.questions
            .iter()
            .map(|question| (question, self.position(question)))
    }

    /// Every slot's number, 0 to 7, in the order of the slots.
    #[must_use]
    pub fn numbers(&self) -> &[u8; SLOTS] {
        &self.numbers
    }

    /// Answers from every slot's number; only the lowest three bits of each count.
    pub(super) fn from_numbers(numbers: [u8; SLOTS]) -> Self {
        Self {
            numbers: numbers.map(|number| number & 7),
        }
    }
}
