//! A comparison as files: CSV for spreadsheets, JSON for programs. docs/exports.md is the schema.

use super::people::Person;
use super::state::Model;
use crate::model::{Shape, VERDICTS, Verdict, encode};

/// What a spreadsheet may take for the beginning of a formula; and the apostrophe that is put
/// before one, so that reading the table again knows ours from somebody's own.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// A verdict's name in files.
#[must_use]
pub fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Client => "client",
        Verdict::Customer => "customer",
        Verdict::Both(Shape::TwoTrack) => "two-track",
        Verdict::Both(Shape::InBetween) => "in-between",
        Verdict::TooFew => "too-few",
    }
}

/// A figure that was doubled to stay whole, in decimals.
#[must_use]
pub fn halved(twice: i32) -> String {
    let sign = if twice < 0 { "-" } else { "" };
    let whole = twice.abs() / 2;
    let half = if twice % 2 == 0 { "" } else { ".5" };
    format!("{sign}{whole}{half}")
}

/// The people of the table in its order.
fn in_order(model: &Model) -> impl Iterator<Item = &Person> {
    let places = model.order.iter();
    places.filter_map(|at| model.people().get(usize::try_from(*at).ok()?))
}

/// One row for each person, in the order of the table.
#[must_use]
pub fn csv(model: &Model) -> String {
    let mut text = String::from("label,code,verdict,score,answered");
    for question in &model.pack.questions {
        text.push(',');
        push_cell(&mut text, &question.id);
    }
    text.push_str("\r\n");
    for person in in_order(model) {
        push_cell(&mut text, model.label(person).unwrap_or_default());
        text.push(',');
        text.push_str(&encode(&person.answers));
        text.push(',');
        text.push_str(verdict_id(person.verdict));
        text.push(',');
        if person.verdict != Verdict::TooFew {
            text.push_str(&person.score.to_string());
        }
        text.push(',');
        text.push_str(&person.answered.to_string());
        for (_, position) in person.answers.positions(&model.pack) {
            text.push(',');
            if let Some(position) = position {
                text.push_str(&position.to_string());
            }
        }
        text.push_str("\r\n");
    }
    text
}

/// A cell of text: quoted where it has to be, and never a formula.
fn push_cell(text: &mut String, cell: &str) {
    let is_formula = cell.starts_with(FORMULA);
    let is_quoted = is_formula || cell.contains([',', ';', '"', '\n', '\r', '\t']);
    if is_quoted {
        text.push('"');
    }
    if is_formula {
        text.push('\'');
    }
    for char in cell.chars() {
        if char == '"' {
            text.push('"');
        }
        text.push(char);
    }
    if is_quoted {
        text.push('"');
    }
}

/// The people and the group's figures.
#[must_use]
pub fn json(model: &Model) -> String {
    let mut text = String::from("{\"format\":\"clientele-comparison\",\"version\":1,\"people\":[");
    for (at, person) in in_order(model).enumerate() {
        text.push_str(if at == 0 { "\n{" } else { ",\n{" });
        push_person(&mut text, model, person);
        text.push('}');
    }
    text.push_str("\n],\"group\":{");
    push_group(&mut text, model);
    text.push_str("}}\n");
    text
}

fn push_person(text: &mut String, model: &Model, person: &Person) {
    text.push_str("\"label\":");
    match model.label(person) {
        Some(label) => push_string(text, label),
        None => text.push_str("null"),
    }
    let score = (person.verdict != Verdict::TooFew).then(|| person.score.to_string());
    for (key, value) in [
        (",\"code\":\"", encode(&person.answers).as_str()),
        ("\",\"verdict\":\"", verdict_id(person.verdict)),
        ("\",\"score\":", score.as_deref().unwrap_or("null")),
        (",\"answered\":", &person.answered.to_string()),
    ] {
        text.push_str(key);
        text.push_str(value);
    }
    text.push_str(",\"positions\":{");
    for (at, (question, position)) in person.answers.positions(&model.pack).enumerate() {
        if at > 0 {
            text.push(',');
        }
        push_string(text, &question.id);
        text.push(':');
        push_number(text, position.map(|position| position.to_string()));
    }
    text.push('}');
}

fn push_group(text: &mut String, model: &Model) {
    let group = model.roster.group();
    text.push_str("\"verdicts\":{");
    for (at, (verdict, count)) in VERDICTS.iter().zip(group.verdicts()).enumerate() {
        if at > 0 {
            text.push(',');
        }
        push_string(text, verdict_id(*verdict));
        text.push(':');
        text.push_str(&count.to_string());
    }
    let quartiles = group.quartiles();
    for (key, figure) in [
        ("},\"score\":{\"low\":", quartiles.map(|it| it.low)),
        (",\"median\":", quartiles.map(|it| it.median)),
        (",\"high\":", quartiles.map(|it| it.high)),
    ] {
        text.push_str(key);
        push_number(text, figure.map(halved));
    }
    text.push_str("},\"dimensions\":[");
    for (at, (question, spread)) in model.pack.questions.iter().zip(group.spreads()).enumerate() {
        text.push_str(if at == 0 { "\n{\"id\":" } else { ",\n{\"id\":" });
        push_string(text, &question.id);
        for (key, count) in [
            (",\"fully-client\":", spread.at(2)),
            (",\"client\":", spread.at(1)),
            (",\"middle\":", spread.at(0)),
            (",\"customer\":", spread.at(-1)),
            (",\"fully-customer\":", spread.at(-2)),
            (",\"none\":", spread.none),
        ] {
            text.push_str(key);
            text.push_str(&count.to_string());
        }
        text.push_str(",\"median\":");
        push_number(text, spread.twice_median().map(halved));
        text.push_str(",\"agreement\":");
        push_number(text, spread.agreement().map(|it| it.to_string()));
        text.push('}');
    }
    text.push(']');
}

fn push_number(text: &mut String, number: Option<String>) {
    text.push_str(number.as_deref().unwrap_or("null"));
}

/// A string of JSON. Labels hold no control characters, but what is no label may be called here too.
fn push_string(text: &mut String, string: &str) {
    text.push('"');
    for char in string.chars() {
        match char {
            '"' | '\\' => {
                text.push('\\');
                text.push(char);
            }
            '\0'..='\x1f' => text.push(' '),
            char => text.push(char),
        }
    }
    text.push('"');
}
