//! What the page's own scripts are told, for course packages and for pages that embed the widget.
//! Only the visitor's own answers and results, never a what-if, never somebody else's link, and
//! nothing that anybody typed.

use super::event::Effect;
use super::state::Model;
use crate::model::{Answer, QuestionAt, encode};
use crate::words;

/// One thing told. It becomes an event of the document: `clientele:` and the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// `ready`, `started`, `answered` or `result`.
    pub name: &'static str,
    /// What is said about it, by name.
    pub details: Vec<(&'static str, Detail)>,
}

/// One detail of what is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// There is none.
    Nothing,
    /// A number.
    Number(i32),
    /// An id, a code, or words of the pack.
    Text(String),
}

impl From<&str> for Detail {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<usize> for Detail {
    fn from(count: usize) -> Self {
        Self::Number(i32::try_from(count).unwrap_or(i32::MAX))
    }
}

fn tell(name: &'static str, details: Vec<(&'static str, Detail)>) -> Effect {
    Effect::Tell(Told { name, details })
}

/// The first screen is there.
pub(super) fn ready(model: &Model) -> Effect {
    let language = model.pack.language.as_str().into();
    tell(
        "ready",
        vec![("language", language), ("total", model.total().into())],
    )
}

/// A form was begun, or the short one extended.
pub(super) fn started(model: &Model) -> Effect {
    tell("started", vec![length(model), total(model)])
}

/// One of the visitor's own answers has changed.
pub(super) fn answered(model: &Model, index: QuestionAt) -> Effect {
    let question = &model.pack[index];
    let answer = model.answers.to(question);
    let place = model.asked().position(|(asked, _)| asked == index);
    let (option, text) = match answer {
        Answer::Unanswered => (Detail::Nothing, ""),
        Answer::DoesNotApply => (
            "does-not-apply".into(),
            words::answer(&model.pack, index, answer),
        ),
        Answer::Option(number) => (
            usize::from(number).into(),
            words::answer(&model.pack, index, answer),
        ),
    };
    tell(
        "answered",
        vec![
            ("question", question.id.as_str().into()),
            // What the form leaves out still has its place in the whole.
            ("number", (place.unwrap_or(index.into()) + 1).into()),
            ("title", question.title.as_str().into()),
            ("option", option),
            ("text", text.into()),
            ("answered", model.answered().into()),
            total(model),
            code(model),
        ],
    )
}

/// The visitor's own result is on show; nothing is told of any other.
pub(super) fn result(model: &Model, effects: &mut Vec<Effect>) {
    let Some(shown) = model.own_result() else {
        return;
    };
    let (verdict, score) = (shown.reading.verdict, shown.reading.score());
    effects.push(tell(
        "result",
        vec![
            ("verdict", verdict.id().into()),
            ("title", words::verdict(&model.pack, verdict).into()),
            ("score", score.map_or(Detail::Nothing, Detail::Number)),
            code(model),
            ("answered", model.answered().into()),
            total(model),
            length(model),
        ],
    ));
}

fn code(model: &Model) -> (&'static str, Detail) {
    ("code", Detail::Text(encode(&model.answers)))
}

fn total(model: &Model) -> (&'static str, Detail) {
    ("total", model.total().into())
}

fn length(model: &Model) -> (&'static str, Detail) {
    ("length", model.form.name().into())
}
