//! Progress as it is kept between visits: a version, the form, and the share code. No parser of
//! its own beyond that, so anything else is recognised as not ours. Version 0 is what the page
//! keeps before there is an app (`static/early.js`): answers by the ids of their questions.

use core::fmt;

use super::state::Form;
use crate::model::{Answer, Answers, Pack, decode, encode};

/// What is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The form that is being filled in.
    pub form: Form,
    /// The answers so far.
    pub answers: Answers,
}

/// What was stored is damaged, or from another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProgressError;

impl fmt::Display for ProgressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the stored progress can't be read")
    }
}

impl core::error::Error for ProgressError {}

impl Progress {
    /// One line: `1 full 1AbC…`.
    #[must_use]
    pub fn print(&self) -> String {
        format!("1 {} {}", self.form.name(), encode(&self.answers))
    }

    /// Reads what [`Progress::print`] wrote, or the page before there was an app, whoever changed it
    /// since.
    pub fn parse(pack: &Pack, stored: &str) -> Result<Self, ProgressError> {
        let mut words = stored.split(' ');
        let version = words.next();
        let form = match words.next() {
            Some("short") => Form::Short,
            Some("full") => Form::Full,
            _ => return Err(ProgressError),
        };
        let answers = match (version, words.next()) {
            (Some("1"), Some(code)) if words.next().is_none() => decode(pack, code).ok(),
            (Some("0"), first) => first
                .into_iter()
                .chain(words)
                .try_fold(Answers::default(), |answers, word| {
                    with(pack, answers, word)
                }),
            _ => None,
        };
        let answers = answers.ok_or(ProgressError)?;
        Ok(Self { form, answers })
    }
}

/// The answers with one more, as the page writes it: `contract=2`.
fn with(pack: &Pack, answers: Answers, word: &str) -> Option<Answers> {
    let (id, number) = word.split_once('=')?;
    let question = pack.questions.iter().find(|it| it.id == id)?;
    let number = number.parse().ok().filter(|number| *number < 8)?;
    let answer = Answer::from_number(number);
    question
        .offers(answer)
        .then(|| answers.with(question, answer))
}
