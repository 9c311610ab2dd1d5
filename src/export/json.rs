//! Everything that a result says, for programs. The members are described in `docs/exports.md`;
//! they are only ever added to.

use super::{Outcome, target_id};
use crate::model::{Answer, Goal, Pack, QuestionAt, TensionAt, encode};
use crate::words;

/// The version of the members.
const SCHEMA: i32 = 1;

/// JSON text that is being written.
#[derive(Default)]
pub(crate) struct Writer {
    pub(crate) text: String,
}

impl Writer {
    /// A comma where a value has gone before.
    fn separate(&mut self) {
        if !self.text.ends_with(['{', '[', ':']) && !self.text.is_empty() {
            self.text.push(',');
        }
    }

    pub(crate) fn name(&mut self, name: &str) {
        self.string(name);
        self.text.push(':');
    }

    pub(crate) fn string(&mut self, value: &str) {
        self.separate();
        self.text.push('"');
        for char in value.chars() {
            match char {
                '"' | '\\' => self.text.extend(['\\', char]),
                '\n' => self.text.push_str("\\n"),
                '\u{0}'..='\u{1f}' => {
                    // The few others with a short form are rare enough to go without.
                    let code = char as u32;
                    self.text.push_str("\\u00");
                    for digit in [code >> 4, code & 15] {
                        self.text.extend(char::from_digit(digit, 16));
                    }
                }
                _ => self.text.push(char),
            }
        }
        self.text.push('"');
    }

    pub(crate) fn number(&mut self, value: i32) {
        self.literal(&value.to_string());
    }

    pub(crate) fn null(&mut self) {
        self.literal("null");
    }

    /// A number or a word that is written in JSON as it is here.
    pub(crate) fn literal(&mut self, value: &str) {
        self.separate();
        self.text.push_str(value);
    }

    pub(crate) fn open(&mut self, bracket: char) {
        self.separate();
        self.text.push(bracket);
    }

    pub(crate) fn close(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    pub(crate) fn string_member(&mut self, name: &str, value: &str) {
        self.name(name);
        self.string(value);
    }

    pub(crate) fn string_or_null(&mut self, name: &str, value: Option<&str>) {
        self.name(name);
        match value {
            Some(value) => self.string(value),
            None => self.null(),
        }
    }

    pub(crate) fn number_member(&mut self, name: &str, value: i32) {
        self.name(name);
        self.number(value);
    }

    pub(crate) fn number_or_null(&mut self, name: &str, value: Option<i32>) {
        self.name(name);
        match value {
            Some(value) => self.number(value),
            None => self.null(),
        }
    }

    /// A named list, each of whose values is written by `write`.
    pub(crate) fn list<T>(
        &mut self,
        name: &str,
        values: &[T],
        mut write: impl FnMut(&mut Self, &T),
    ) {
        self.name(name);
        self.open('[');
        for value in values {
            write(self, value);
        }
        self.close(']');
    }
}

pub(super) fn write(pack: &Pack, outcome: &Outcome<'_>, link: &str) -> String {
    let reading = outcome.reading;
    let id = |question: QuestionAt| pack[question].id.as_str();
    let shape = reading.sturdiness_of_shape(pack);
    let mut json = Writer::default();
    json.open('{');
    json.number_member("clientele", SCHEMA);
    json.string_member("language", &pack.language);
    json.string_member("verdict", reading.verdict.id());
    json.number_or_null("score", reading.score());
    json.string_member("code", &encode(&reading.answers));
    json.string_member("label", &outcome.label);
    json.string_member("link", link);
    for (name, sturdiness) in [
        ("sturdiness", reading.sturdiness),
        ("shape-sturdiness", shape),
    ] {
        json.number_or_null(name, sturdiness.map(|it| it.percent().into()));
    }
    json.list("answers", &reading.profile, |json, place| {
        json.open('{');
        json.string_member("question", id(place.question));
        match place.answer {
            Answer::Option(number) => {
                json.number_member("option", number.into());
                let option = pack[place.question].option(number);
                json.string_member("text", option.map_or("", |option| &option.text));
            }
            Answer::DoesNotApply => json.string_member("option", "does-not-apply"),
            Answer::Unanswered => json.string_or_null("option", None),
        }
        json.number_or_null("position", place.position.map(i32::from));
        json.close('}');
    });
    json.list("tensions", &reading.tensions, |json, index| {
        json.string(&pack[*index].id);
    });
    json.list("nearest", &reading.nearest, |json, likeness| {
        json.open('{');
        json.string_member("example", &pack[likeness.example].id);
        json.number_member("percent", likeness.percent.into());
        json.close('}');
    });
    json.name("target");
    match outcome.goal {
        Some(goal) => target(pack, goal, &mut json),
        None => json.null(),
    }
    json.list("advice", &reading.recommendations, |json, found| {
        let advice = &pack[found.advice];
        json.open('{');
        json.string_member("id", &advice.id);
        json.string_member("area", &pack[advice.area].id);
        json.number_member("strength", found.strength.into());
        json.string_member("title", &advice.title);
        json.string_member("monday", &advice.monday);
        json.list("because", &found.because, |json, question| {
            json.string(id(*question));
        });
        json.close('}');
    });
    json.close('}');
    json.text
}

/// The target and the way to it; `steps` is null where no change leads there.
fn target(pack: &Pack, goal: &Goal, json: &mut Writer) {
    let tension = |json: &mut Writer, index: &TensionAt| {
        json.string(&pack[*index].id);
    };
    json.open('{');
    json.string_member("id", target_id(goal.target));
    if let Some(plan) = &goal.plan {
        json.list("steps", &plan.steps, |json, step| {
            json.open('{');
            json.string_member("question", &pack[step.change.question].id);
            json.number_member("option", step.change.to.into());
            json.list("ends", &step.ends, tension);
            json.string_or_null("advice", step.advice.map(|index| pack[index].id.as_str()));
            json.string_member("first", words::first_act(pack, step));
            json.string_or_null("cost", words::costs(pack, plan, step));
            json.close('}');
        });
        json.list("begins", &plan.begins, tension);
        json.string_member("code", &encode(&plan.answers));
    } else {
        json.name("steps");
        json.null();
    }
    json.close('}');
}
