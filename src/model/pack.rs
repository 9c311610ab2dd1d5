//! A loaded questionnaire with its text in one language: checked once, then always valid.
//!
//! The content compiler writes a [`Draft`] from the TOML files; the browser reads it back from
//! bytes. Only [`Pack::new`] makes a [`Pack`], so every index in one points at something.

use core::fmt;
use core::ops::Deref;

use serde::{Deserialize, Serialize};

use super::answers::{Answer, SLOTS};
use super::classify::Tally;
use super::ends::Ends;
use super::index::QuestionAt;
use super::limits::{
    DISTANCES, LONGEST_LIST, MOST_STATES, OPTION_NUMBERS, POSITIONS, QUESTIONS, THRESHOLDS,
    TWO_TRACK_SHARES, WEIGHTS,
};
use super::phrase::Phrase;
use super::questionnaire::{Advice, Area, Example, Judgement, Question, Section, Tension, Term};

/// What every pack begins with: a pack is a module of WebAssembly with one section that browsers pass over, since hosts
/// compress modules and leave files of kinds they don't know as they are. The length of the section follows.
const MODULE: &[u8] = b"\0asm\x01\0\0\0\0";

/// How many bytes the length of the section takes, seven bits in each, the lowest first.
const LENGTH: usize = 5;

/// The name of the section, behind its own length; the last byte is the version of the format.
const SECTION: &[u8] = b"\x09clientele\x03";

/// What is within the pack of that form; `None` if it has another.
pub(super) fn opened(bytes: &[u8]) -> Option<&[u8]> {
    let section = bytes.strip_prefix(MODULE)?.get(LENGTH..)?;
    section.strip_prefix(SECTION)
}

/// A pack with these bytes within it.
pub(super) fn closed(body: &[u8]) -> Vec<u8> {
    let length = SECTION.len() + body.len();
    let length: [u8; LENGTH] = core::array::from_fn(|at| {
        let [bits, ..] = (length >> (7 * at)).to_le_bytes();
        let goes_on = if at + 1 < LENGTH { 0x80 } else { 0 };
        bits & 0x7f | goes_on
    });
    [MODULE, &length, SECTION, body].concat()
}

/// A pack before it is checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The language of every text, as in `lang` attributes.
    pub language: String,
    /// The numbers of the judgement.
    pub judgement: Judgement,
    /// The sentences of the screens, in the order of [`Phrase::ALL`].
    pub phrases: Vec<String>,
    /// The sections in the order they are asked.
    pub sections: Vec<Section>,
    /// The questions in the order they are asked.
    pub questions: Vec<Question>,
    /// The example businesses.
    pub examples: Vec<Example>,
    /// The tensions.
    pub tensions: Vec<Tension>,
    /// The areas of advice in the order they are shown.
    pub areas: Vec<Area>,
    /// The advice.
    pub advice: Vec<Advice>,
    /// The glossary.
    pub terms: Vec<Term>,
}

/// Why a pack can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The bytes are no pack, or one of another version.
    Foreign,
    /// The bytes begin as a pack does, but can't be read to the end.
    Damaged,
    /// It was read, but this part of it contradicts itself or the rest.
    Invalid(&'static str),
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("not a pack of this version"),
            Self::Damaged => f.write_str("the pack is cut short or damaged"),
            Self::Invalid(part) => {
                f.write_str("the pack contradicts itself in its ")?;
                f.write_str(part)
            }
        }
    }
}

impl core::error::Error for PackError {}

/// A questionnaire with its text, in which every index points at something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    draft: Draft,
}

// Its parts are there to be read. Not `DerefMut`: what was checked stays as it was.
impl Deref for Pack {
    type Target = Draft;

    fn deref(&self) -> &Draft {
        &self.draft
    }
}

impl Pack {
    /// Checks that a draft holds together. What the content compiler checks besides (both poles
    /// present, all advice reachable) is not repeated here: a pack that lacks it still works.
    pub fn new(draft: Draft) -> Result<Self, PackError> {
        match contradiction(&draft) {
            Some(part) => Err(PackError::Invalid(part)),
            None => Ok(Self { draft }),
        }
    }

    /// Reads a pack, whoever sent the bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackError> {
        let body = opened(bytes).ok_or(PackError::Foreign)?;
        match postcard::take_from_bytes(body) {
            Ok((draft, [])) => Self::new(draft),
            Ok(_) | Err(_) => Err(PackError::Damaged),
        }
    }

    /// The bytes that [`Pack::from_bytes`] reads.
    ///
    /// # Panics
    ///
    /// Never: only values of an unknown length could not be written, and a pack has none.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        closed(&self.body())
    }

    /// What is within them.
    pub(super) fn body(&self) -> Vec<u8> {
        postcard::to_allocvec(&self.draft).expect("every length is known")
    }

    /// A sentence of the screens.
    #[must_use]
    pub fn say(&self, phrase: Phrase) -> &str {
        self.phrases.get(phrase as usize).map_or("", String::as_str)
    }

    /// A sentence of the screens with its gaps filled: each `{name}` by the value of that name.
    #[must_use]
    pub fn fill(&self, phrase: Phrase, values: &[(&str, &str)]) -> String {
        fill(self.say(phrase), values)
    }

    /// Whether it has the question, and the question the answer: nothing else is kept, or the next visit could not read it back.
    #[must_use]
    pub fn offers(&self, question: QuestionAt, answer: Answer) -> bool {
        let question = question.of(self);
        question.is_some_and(|question| question.offers(answer))
    }
}

/// A sentence with its gaps filled.
pub(super) fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = sentence;
    while let Some((before, gap)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, after) = gap.split_once('}').unwrap_or((gap, ""));
        let value = values.iter().find(|(wanted, _)| *wanted == name);
        filled.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// The first part of a draft that contradicts itself or the rest. The content compiler says where and what to do; here a
/// name is enough.
fn contradiction(draft: &Draft) -> Option<&'static str> {
    let questions = &draft.questions;
    let part = if draft.phrases.len() != Phrase::ALL.len() {
        "phrases"
    } else if !QUESTIONS.contains(&questions.len()) {
        "number of questions"
    } else if !questions.iter().any(|question| question.short) {
        "short form"
    } else if !questions.iter().all(|it| is_question_sound(it, draft)) {
        "questions"
    } else if !are_slots_unique(questions) {
        "slots"
    } else if !is_judgement_sound(&draft.judgement, questions.len()) {
        "judgement"
    } else if states(draft) > MOST_STATES {
        "weights"
    } else if !draft.examples.iter().all(|it| is_example_sound(it, draft)) {
        "examples"
    } else if !are_conditions_sound(draft) {
        "conditions"
    } else if !draft.advice.iter().all(|it| is_advice_sound(it, draft)) {
        "advice"
    } else if !are_lists_short(draft) {
        "length of a list"
    } else {
        return None;
    };
    Some(part)
}

fn is_judgement_sound(judgement: &Judgement, questions: usize) -> bool {
    THRESHOLDS.contains(&judgement.threshold)
        && TWO_TRACK_SHARES.contains(&judgement.two_track_share)
        && (1..=questions).contains(&judgement.least_answers.into())
        && judgement.fairly_from <= judgement.sturdy_from
        && judgement.sturdy_from <= 100
}

/// How many states a programme has over the pulls of all answers and the weights at both ends.
fn states(draft: &Draft) -> usize {
    let weights = draft.questions.iter().map(Question::weight);
    let tally = Tally {
        full: 2 * weights.sum::<i32>(),
        ..Tally::default()
    };
    let pulls = usize::try_from(2 * tally.full + 1).unwrap_or(usize::MAX);
    pulls.saturating_mul(Ends::of(&tally, &draft.judgement).cells())
}

fn is_question_sound(question: &Question, draft: &Draft) -> bool {
    question.section.of(draft).is_some()
        && usize::from(question.slot) < SLOTS
        && WEIGHTS.contains(&question.weight)
        && !question.options.is_empty()
        && question.options.iter().enumerate().all(|(at, option)| {
            OPTION_NUMBERS.contains(&option.number)
                && POSITIONS.contains(&option.position)
                && question.options[..at]
                    .iter()
                    .all(|earlier| earlier.number != option.number)
        })
}

fn are_slots_unique(questions: &[Question]) -> bool {
    questions.iter().enumerate().all(|(at, question)| {
        questions[..at]
            .iter()
            .all(|earlier| earlier.slot != question.slot)
    })
}

fn is_example_sound(example: &Example, draft: &Draft) -> bool {
    let mut positions = example.positions.iter().flatten();
    example.positions.len() == draft.questions.len()
        && positions.all(|position| POSITIONS.contains(position))
}

fn is_advice_sound(advice: &Advice, draft: &Draft) -> bool {
    let mut calls = advice.calls.iter();
    advice.area.of(draft).is_some()
        // With one call a question at the most, all of full strength and weight come to 2 × 9 × 28 = 504 at the most, so a
        // thousandth of that is never rounded to nothing in `advise`.
        && calls.len() <= draft.questions.len()
        && calls.all(|call| call.question.of(draft).is_some())
}

/// Those of tensions and of advice.
fn are_conditions_sound(draft: &Draft) -> bool {
    let of_tensions = draft.tensions.iter().flat_map(|tension| &tension.when);
    let of_advice = draft.advice.iter().flat_map(|advice| &advice.unless);
    let mut conditions = of_tensions.chain(of_advice);
    conditions.all(|condition| {
        DISTANCES.contains(&condition.at_least) && condition.question.of(draft).is_some()
    })
}

/// Whether a byte counts whatever there are many of.
fn are_lists_short(draft: &Draft) -> bool {
    let lengths = [
        draft.sections.len(),
        draft.examples.len(),
        draft.tensions.len(),
        draft.areas.len(),
        draft.advice.len(),
        draft.terms.len(),
    ];
    lengths.into_iter().all(|length| length <= LONGEST_LIST)
}
