//! A comparison as files: CSV for spreadsheets, JSON for programs. docs/exports.md is the schema.

use super::people::Person;
use super::state::Model;
use crate::export::{File, MARK, Writer, cell};
use crate::model::{VERDICTS, encode};

/// What every file of a comparison is called, before its ending.
pub(super) const NAME: &str = "clientele-comparison";

/// The version of the members of the JSON file.
const SCHEMA: i32 = 1;

/// A figure that was doubled to stay whole, in decimals.
#[must_use]
pub(super) fn halved(twice: i32) -> String {
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
pub fn csv(model: &Model) -> File {
    let mut text = String::from(MARK);
    text += "label,code,verdict,score,answered";
    for question in &model.pack().questions {
        text.push(',');
        text.push_str(&cell(&question.id));
    }
    text.push_str("\r\n");
    for person in in_order(model) {
        text.push_str(&cell(model.label(person).unwrap_or_default()));
        text.push(',');
        text.push_str(&encode(&person.answers));
        text.push(',');
        text.push_str(person.verdict.id());
        text.push(',');
        if let Some(score) = person.score {
            text.push_str(&score.to_string());
        }
        text.push(',');
        text.push_str(&person.answered.to_string());
        for (_, position) in person.answers.positions(model.pack()) {
            text.push(',');
            if let Some(position) = position {
                text.push_str(&position.to_string());
            }
        }
        text.push_str("\r\n");
    }
    File {
        name: [NAME, ".csv"].concat(),
        kind: "text/csv;charset=utf-8",
        text,
    }
}

/// The people and the group's figures.
#[must_use]
pub fn json(model: &Model) -> File {
    let mut json = Writer::default();
    json.open('{');
    json.string_member("format", NAME);
    json.number_member("version", SCHEMA);
    json.name("people");
    json.open('[');
    for person in in_order(model) {
        json.open('{');
        write_person(&mut json, model, person);
        json.close('}');
    }
    json.close(']');
    json.name("group");
    json.open('{');
    write_group(&mut json, model);
    json.close('}');
    json.close('}');
    File {
        name: [NAME, ".json"].concat(),
        kind: "application/json",
        text: json.text,
    }
}

fn write_person(json: &mut Writer, model: &Model, person: &Person) {
    json.string_or_null("label", model.label(person));
    json.string_member("code", &encode(&person.answers));
    json.string_member("verdict", person.verdict.id());
    json.number_or_null("score", person.score.map(i32::from));
    json.number_member("answered", person.answered.into());
    json.name("positions");
    json.open('{');
    for (question, position) in person.answers.positions(model.pack()) {
        json.number_or_null(&question.id, position.map(i32::from));
    }
    json.close('}');
}

fn write_group(json: &mut Writer, model: &Model) {
    let group = model.roster.group();
    json.name("verdicts");
    json.open('{');
    for (verdict, count) in VERDICTS.iter().zip(group.verdicts()) {
        write_count(json, verdict.id(), count);
    }
    json.close('}');
    json.name("score");
    json.open('{');
    let quartiles = group.quartiles();
    write_half(json, "low", quartiles.map(|it| it.low));
    write_half(json, "median", quartiles.map(|it| it.median));
    write_half(json, "high", quartiles.map(|it| it.high));
    json.close('}');
    json.name("dimensions");
    json.open('[');
    for (question, spread) in model.pack().questions.iter().zip(group.spreads()) {
        json.open('{');
        json.string_member("id", &question.id);
        for (name, count) in [
            ("fully-client", spread.at(2)),
            ("client", spread.at(1)),
            ("middle", spread.at(0)),
            ("customer", spread.at(-1)),
            ("fully-customer", spread.at(-2)),
            ("none", spread.none),
        ] {
            write_count(json, name, count);
        }
        write_half(json, "median", spread.twice_median());
        json.number_or_null("agreement", spread.agreement().map(i32::from));
        json.close('}');
    }
    json.close(']');
}

fn write_count(json: &mut Writer, name: &str, count: u32) {
    json.name(name);
    json.literal(&count.to_string());
}

/// A figure that was doubled, or nothing.
fn write_half(json: &mut Writer, name: &str, twice: Option<i32>) {
    json.name(name);
    match twice {
        Some(twice) => json.literal(&halved(twice)),
        None => json.null(),
    }
}
