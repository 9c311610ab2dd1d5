//! The profile as a table: a row for each question, by the rules of RFC 4180.

use super::Outcome;
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

/// A row: cells of text, and behind them a position, which may be none, and a weight. Numbers are written as they are: a
/// minus before a digit is no formula.
fn row(texts: &[&str], position: Option<i32>, weight: i32) -> String {
    let mut cells: Vec<String> = texts.iter().map(|text| cell(text)).collect();
    cells.push(position.map_or_else(String::new, |position| position.to_string()));
    cells.push(weight.to_string());
    cells.join(",") + "\r\n"
}

/// The verdict with its score first, then each question with its answer, position and weight.
pub(super) fn write(pack: &Pack, outcome: &Outcome<'_>) -> String {
    let reading = outcome.reading;
    let mut text = String::from(MARK);
    text += "record,id,name,answer,position,weight\r\n";
    text += &row(
        &["score", reading.verdict.id(), &outcome.label, ""],
        reading.score(),
        reading.tally.weight(),
    );
    for place in &reading.profile {
        let question = &pack[place.question];
        let answer = match place.answer {
            Answer::Option(number) => question
                .option(number)
                .map_or("", |option| option.text.as_str()),
            Answer::Unanswered => "",
            Answer::DoesNotApply => "does-not-apply",
        };
        let cells = ["answer", &question.id, &question.name, answer];
        text += &row(&cells, place.position.map(i32::from), question.weight());
    }
    let steps = outcome.goal.and_then(|goal| goal.plan.as_ref());
    for step in steps.map_or(&[][..], |plan| &plan.steps) {
        let question = &pack[step.change.question];
        let Some(option) = question.option(step.change.to) else {
            continue;
        };
        let cells = ["change", &question.id, &question.name, &option.text];
        text += &row(&cells, Some(option.position.into()), question.weight());
    }
    text
}
