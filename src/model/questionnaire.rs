//! What a questionnaire is made of: questions with their options, example businesses, tensions,
//! advice, the glossary. Plain data; a [`Pack`](super::Pack) is where it is known to hold together.

use serde::{Deserialize, Serialize};

use super::answers::Answer;
use super::index::{AreaAt, QuestionAt, SectionAt};
use super::linked::Linked;

/// One end of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pole {
    /// Positive positions.
    Client,
    /// Negative positions.
    Customer,
}

/// Where a condition wants an answer to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Towards {
    /// On the client's side of the middle.
    Client,
    /// On the customer's side of the middle.
    Customer,
    /// In the middle.
    Middle,
}

/// The numbers of the judgement, with their reasons in `questionnaire.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// A score of at least this is client-centred, of at most its negative customer-centred; 1 to 99.
    pub threshold: u8,
    /// With fewer answers that count, it is too early to say; from 1 to the number of questions.
    pub least_answers: u8,
    /// Percent of the answered weight that stands fully at each of the two poles for two tracks; 1 to 50.
    pub two_track_share: u8,
    /// From this percentage of nearby answers that agree, a verdict is called sturdy; at most 100.
    pub sturdy_from: u8,
    /// From this percentage, fairly sturdy; below it, a close call. At most `sturdy_from`.
    pub fairly_from: u8,
}

/// A group of questions that are asked together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// What the section is about, for people.
    pub name: String,
}

/// One option of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionOption {
    /// What the share code stores: 1 to 6, never used again for another option.
    pub number: u8,
    /// From -2 (customer) to +2 (client).
    pub position: i8,
    /// The behaviour that it describes.
    pub text: String,
}

/// A question, and the dimension that it measures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its name in the content files, in exports and in tests.
    pub id: String,
    /// The section it belongs to.
    pub section: SectionAt,
    /// Its place in the share code, below [`SLOTS`](super::SLOTS).
    pub slot: u8,
    /// How much it counts, at least 1.
    pub weight: u8,
    /// Whether the short form asks it.
    pub short: bool,
    /// Whether its answer is decided by those who buy rather than by the business.
    pub theirs: bool,
    /// The options in the order they are shown.
    pub options: Vec<QuestionOption>,
    /// The dimension's name.
    pub name: String,
    /// What the client's end of the dimension is called.
    pub client: String,
    /// What the customer's end of the dimension is called.
    pub customer: String,
    /// What moving towards the client's end gives up.
    pub client_costs: String,
    /// What moving towards the customer's end gives up.
    pub customer_costs: String,
    /// What to do first on the way towards the client's end.
    pub client_first: String,
    /// What to do first on the way towards the customer's end.
    pub customer_first: String,
    /// The question itself.
    pub title: String,
    /// How to answer it.
    pub help: Linked,
    /// An everyday example.
    pub example: String,
}

impl Question {
    /// The position of the option with this number.
    #[must_use]
    pub fn position_of(&self, number: u8) -> Option<i8> {
        self.option(number).map(|option| option.position)
    }

    /// The option with this number.
    #[must_use]
    pub fn option(&self, number: u8) -> Option<&QuestionOption> {
        self.options.iter().find(|option| option.number == number)
    }

    /// What a visitor can choose, in the order shown: the options, and 'Doesn't apply' as the last.
    pub fn choices(&self) -> impl Iterator<Item = Answer> {
        let options = self.options.iter();
        options
            .map(|option| Answer::Option(option.number))
            .chain([Answer::DoesNotApply])
    }

    /// Whether it can be answered so; nothing and 'Doesn't apply' always can.
    #[must_use]
    pub fn offers(&self, answer: Answer) -> bool {
        match answer {
            Answer::Option(number) => self.option(number).is_some(),
            Answer::Unanswered | Answer::DoesNotApply => true,
        }
    }

    /// The answer with this position, where the question offers it.
    #[must_use]
    pub fn answer_at(&self, position: i8) -> Option<Answer> {
        self.options
            .iter()
            .find(|option| option.position == position)
            .map(|option| Answer::Option(option.number))
    }

    /// The weight as a number to count with.
    #[must_use]
    pub fn weight(&self) -> i32 {
        i32::from(self.weight)
    }
}

/// What an answer must be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// Which of the pack's questions.
    pub question: QuestionAt,
    /// On which side its answer stands.
    pub towards: Towards,
    /// How far out at least: 1 or 2; not looked at for the middle.
    pub at_least: u8,
}

impl Condition {
    /// Whether a position fulfils it.
    #[must_use]
    pub fn holds(&self, position: i8) -> bool {
        let at_least = i16::from(self.at_least);
        match self.towards {
            Towards::Client => i16::from(position) >= at_least,
            Towards::Customer => i16::from(position) <= -at_least,
            Towards::Middle => position == 0,
        }
    }
}

/// Answers that pull against each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tension {
    /// Its name in the content files.
    pub id: String,
    /// All of these hold where the tension shows.
    pub when: Vec<Condition>,
    /// What pulls against what.
    pub title: String,
    /// What can go wrong.
    pub risk: Linked,
    /// What to do first.
    pub first: String,
}

/// A business as it really is, with its answers, to compare oneself with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// Its name in the content files.
    pub id: String,
    /// By question: the position of its answer, or `None` where it does not apply.
    pub positions: Vec<Option<i8>>,
    /// What kind of business.
    pub name: String,
    /// Why it comes out as it does.
    pub about: String,
}

/// A part of the business that advice is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Its name in the content files.
    pub id: String,
    /// Its name for people.
    pub name: String,
}

/// An answer that calls for an advice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// Which of the pack's questions.
    pub question: QuestionAt,
    /// On which side of the scale its answer calls.
    pub towards: Towards,
}

impl Call {
    /// How strongly a position calls: 0 to 2.
    #[must_use]
    pub fn strength(&self, position: i8) -> i32 {
        let position = i32::from(position);
        match self.towards {
            Towards::Client => position.max(0),
            Towards::Customer => (-position).max(0),
            Towards::Middle => (2 - 2 * position.abs()).max(0),
        }
    }
}

/// A piece of advice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// Its name in the content files.
    pub id: String,
    /// Which of the pack's areas.
    pub area: AreaAt,
    /// For whom it is meant.
    pub audience: Audience,
    /// The answers that call for it.
    pub calls: Vec<Call>,
    /// Where any of these holds, it has no ground to stand on and is not given.
    pub unless: Vec<Condition>,
    /// The advice in a few words.
    pub title: String,
    /// What to do.
    pub what: Linked,
    /// Why.
    pub why: Linked,
    /// A first step for Monday.
    pub monday: String,
}

/// The verdicts that an advice is meant for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each verdict: a set, spelt out"
)]
pub struct Audience {
    /// Client-centred.
    pub client: bool,
    /// Customer-centred.
    pub customer: bool,
    /// Both, as two clear sides.
    pub two_track: bool,
    /// Both, half-way.
    pub in_between: bool,
}

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Its name in the content files and in links from other texts.
    pub id: String,
    /// The term.
    pub name: String,
    /// What it means.
    pub meaning: Linked,
    /// An example.
    pub example: String,
}
