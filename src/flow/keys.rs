//! What the keys do on a question. They act only while the focus is on the question itself, so
//! that no single key acts from elsewhere on the page (WCAG 2.1.4).

use super::event::Event;
use super::state::{Model, Screen};
use crate::model::Answer;

/// Where the focus was when a key was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPlace {
    /// On the question's heading, where it is when the question appears.
    Heading,
    /// On one of its options.
    Options,
}

/// Whether a key may mean something there, whatever the question: the name is that of `KeyboardEvent.key`.
#[must_use]
pub fn may_mean(place: KeyPlace, key: &str) -> bool {
    match key.as_bytes() {
        b"Enter" | [b'0'..=b'9'] => true,
        key => place == KeyPlace::Heading && key.starts_with(b"Arrow"),
    }
}

/// What a key means, if anything: the name is that of `KeyboardEvent.key`.
#[must_use]
pub fn key_pressed(model: &Model, place: KeyPlace, key: &str) -> Option<Event> {
    let Screen::Question(asking) = &model.screen else {
        return None;
    };
    let (question, asked) = model.question_at(asking.at);
    match (place, key) {
        // Without an answer, Enter does nothing: only the button itself skips.
        (_, "Enter") => {
            return (!model.answers.lack(asked)).then_some(Event::WentOn);
        }
        (KeyPlace::Heading, key) if key.starts_with("Arrow") => return Some(Event::OptionsEntered),
        _ => {}
    }
    let digit: usize = key.parse().ok().filter(|_| key.len() == 1)?;
    let answer = match digit {
        0 => Answer::DoesNotApply,
        digit => asked.choices().nth(digit - 1)?,
    };
    Some(Event::DigitPressed { question, answer })
}
