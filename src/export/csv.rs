//! The profile as a table: a row for each question, by the rules of RFC 4180.

use super::{Outcome, verdict_id};
use crate::model::{Answer, Pack};

/// The mark of UTF-8 that a table begins with: without it, Excel takes it for the code page of its system.
pub const MARK: char = '\u{feff}';

/// A cell: quoted where it has to be, or where a code with a label would seem to begin, and never
/// taken for a formula. A cell that begins as formulas do gets an apostrophe before it, as
/// spreadsheets themselves write text; so does one that begins with an apostrophe, so that whoever
/// reads it back takes away ours alone.
#[must_use]
pub fn cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']);
    let mark = if is_formula { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r', ';', '~']) {
        ["\"", mark, &text.replace('"', "\"\""), "\""].concat()
    } else {
        [mark, text].concat()
    }
}

/// A line of cells. Numbers are written as they are: a minus before a digit is no formula.
fn line(cells: &[&str], numbers: &[i32]) -> String {
    let cells = cells.iter().map(|text| cell(text));
    let cells: Vec<String> = cells
        .chain(numbers.iter().map(ToString::to_string))
        .collect();
    cells.join(",") + "\r\n"
}

/// The verdict with its score first, then each question with its answer, position and weight.
pub(super) fn write(pack: &Pack, outcome: &Outcome<'_>) -> String {
    let reading = outcome.reading;
    let mut text = String::from(MARK);
    text += "record,id,name,answer,position,weight\r\n";
    text += &line(
        &["score", verdict_id(reading.verdict), &outcome.label, ""],
        &[reading.tally.score(), reading.tally.full / 2],
    );
    for place in &reading.profile {
        let question = pack.question(place.question);
        let answer = match place.answer {
            Answer::Option(number) => question
                .option(number)
                .map_or("", |option| option.text.as_str()),
            Answer::Unanswered => "",
            Answer::DoesNotApply => "does-not-apply",
        };
        let cells = ["answer", &question.id, &question.name, answer];
        let weight = question.weight();
        text += &if let Some(position) = place.position {
            line(&cells, &[position.into(), weight])
        } else {
            line(&[&cells[..], &[""]].concat(), &[weight])
        };
    }
    let steps = outcome.goal.and_then(|goal| goal.plan.as_ref());
    for step in steps.map_or(&[][..], |plan| &plan.steps) {
        let question = pack.question(step.change.question);
        let Some(option) = question.option(step.change.to) else {
            continue;
        };
        let cells = ["change", &question.id, &question.name, &option.text];
        text += &line(&cells, &[option.position.into(), question.weight()]);
    }
    text
}
