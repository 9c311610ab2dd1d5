//! What the form's app leaves to the whole widget, to go on where it stops. A text, since it goes from one to the other
//! through the page's script, which only passes it on.

use super::progress::Progress;
use super::state::{Model, Notice};
use crate::model::Pack;

/// What is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// The progress, as it is kept.
    pub progress: String,
    /// The one that was cleared, while it can be brought back.
    pub cleared: Option<Progress>,
    /// Whether the browser would not keep the progress.
    pub is_refused: bool,
}

/// What a browser's refusal is written as.
const REFUSED: &str = "!";

impl HandOver {
    /// What the form's app leaves at some moment.
    #[must_use]
    pub fn of(model: &Model, is_refused: bool) -> Self {
        let cleared = match model.notice {
            Some(Notice::Cleared(progress)) => Some(progress),
            _ => None,
        };
        Self {
            progress: model.progress().print(),
            cleared,
            is_refused,
        }
    }

    /// A line for each part, the last two empty where there is nothing to say.
    #[must_use]
    pub fn print(&self) -> String {
        let cleared = self.cleared.as_ref().map(Progress::print);
        let refused = if self.is_refused { REFUSED } else { "" };
        [
            &self.progress,
            "\n",
            &cleared.unwrap_or_default(),
            "\n",
            refused,
        ]
        .concat()
    }

    /// Reads what [`HandOver::print`] wrote. Never fails: what is not readable as progress is found to be so by whoever goes on
    /// with it.
    #[must_use]
    pub fn parse(pack: &Pack, text: &str) -> Self {
        let mut lines = text.split('\n');
        let mut line = || lines.next().unwrap_or_default();
        Self {
            progress: line().to_owned(),
            cleared: Progress::parse(pack, line()).ok(),
            is_refused: line() == REFUSED,
        }
    }
}
