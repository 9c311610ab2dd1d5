//! Progress as it is kept between visits: a version, the form, and the share code. No parser of
//! its own beyond that, so anything else is recognised as not ours.

use core::fmt;

use super::state::Form;
use crate::model::{Answers, Pack, decode, encode};

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

    /// Reads what [`Progress::print`] wrote, whoever changed it since.
    pub fn parse(pack: &Pack, stored: &str) -> Result<Self, ProgressError> {
        let mut words = stored.split(' ');
        let (Some("1"), Some(form), Some(code), None) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            return Err(ProgressError);
        };
        let form = match form {
            "short" => Form::Short,
            "full" => Form::Full,
            _ => return Err(ProgressError),
        };
        let answers = decode(pack, code).map_err(|_| ProgressError)?;
        Ok(Self { form, answers })
    }
}
