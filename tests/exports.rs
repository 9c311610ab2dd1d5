//! What programs read of the files: every member that was ever there, and tables and a group's figures worked out anew.
//! docs/exports.md says what they mean.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use clientele::compare;
use clientele::export::Format;
use clientele::model::{Answer, Question};
use common::taken::{businesses, comparison, json, option, results, score, text};
use common::walking::shown;
use common::{counted, file, naive_verdict, pack};
use serde_json::Value;

/// Every member so far with the kinds of value it may have. A line may be added, none be changed or removed.
const MEMBERS: &str = "tests/golden/exports-v1.txt";

/// Which kinds of value stand at each path of a file; a question's own member is called `*`.
fn note(found: &mut BTreeMap<String, BTreeSet<&'static str>>, path: &str, value: &Value) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    };
    found.entry(path.to_owned()).or_default().insert(kind);
    for value in value.as_array().into_iter().flatten() {
        note(found, &[path, "[]"].concat(), value);
    }
    for (name, value) in value.as_object().into_iter().flatten() {
        let is_question = pack().questions.iter().any(|it| it.id == *name);
        let name = if is_question { "*" } else { name };
        note(found, &[path, ".", name].concat(), value);
    }
}

#[test]
fn no_member_or_column_is_renamed_removed_or_of_another_kind() {
    let mut found = BTreeMap::new();
    for model in results() {
        note(&mut found, "result", &json(&model));
    }
    for group in [&businesses()[..], &[]] {
        let group = comparison(group);
        let value = serde_json::from_str(&compare::json(&group).text).expect("valid JSON");
        note(&mut found, "comparison", &value);
    }
    let mut known = BTreeMap::new();
    let golden = fs::read_to_string(file(MEMBERS)).expect("the list");
    for line in golden
        .lines()
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
    {
        let (path, kinds) = line.split_once(' ').expect("a path and its kinds");
        known.insert(path, kinds.split(' ').collect::<BTreeSet<&str>>());
    }
    let said = |found: &BTreeMap<String, BTreeSet<&str>>| {
        let lines = found.iter().map(|(path, kinds)| {
            let kinds: Vec<&str> = kinds.iter().copied().collect();
            format!("{path} {}\n", kinds.join(" "))
        });
        lines.collect::<String>()
    };
    for (path, kinds) in &found {
        let may_be = known.remove(&**path);
        let may_be = may_be
            .unwrap_or_else(|| panic!("{path} is new: add it to {MEMBERS}\n{}", said(&found)));
        assert!(
            kinds.is_subset(&may_be),
            "{path} was {may_be:?}, and is {kinds:?}"
        );
    }
    assert!(known.is_empty(), "these are gone: {known:?}");
}

/// The rows of a table, its header first.
fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text
        .strip_prefix('\u{feff}')
        .expect("the mark that Excel needs");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(|it| it.expect("a row"));
    rows.map(|it| it.iter().map(str::to_owned).collect())
        .collect()
}

fn cell(figure: Option<impl ToString>) -> String {
    figure.map_or_else(String::new, |it| it.to_string())
}

#[test]
fn a_results_table_is_what_the_questionnaire_says_of_its_answers() {
    for model in results() {
        let answers = &model.answers;
        let standing = answers
            .positions(pack())
            .filter(|(_, position)| position.is_some());
        let weight: i64 = standing
            .map(|(question, _)| i64::from(question.weight))
            .sum();
        let header = ["record", "id", "name", "answer", "position", "weight"];
        let mut wanted = vec![header.map(str::to_owned)];
        let (verdict, label) = (
            naive_verdict(pack(), answers).id(),
            &shown(&model).share.label,
        );
        wanted.push([
            "score".into(),
            verdict.into(),
            label.clone(),
            String::new(),
            cell(score(answers)),
            weight.to_string(),
        ]);
        let mut row = |record: &str, question: &Question, answer: Answer| {
            let (said, position) = match answer {
                Answer::Option(number) => {
                    let option = option(question, number);
                    (&*option.text, Some(option.position))
                }
                Answer::DoesNotApply => ("does-not-apply", None),
                Answer::Unanswered => ("", None),
            };
            let [id, name, said] = [&*question.id, &*question.name, said].map(str::to_owned);
            wanted.push([
                record.to_owned(),
                id,
                name,
                said,
                cell(position),
                question.weight.to_string(),
            ]);
        };
        for question in &pack().questions {
            row("answer", question, answers.to(question));
        }
        let goal = shown(&model).goal.as_ref().and_then(|it| it.plan.as_ref());
        for step in goal.map_or(&[][..], |it| &it.steps) {
            let question = &pack()[step.change.question];
            row("change", question, Answer::Option(step.change.to));
        }
        assert_eq!(rows(&text(&model, Format::Csv)), wanted);
    }
}

/// The mean of two neighbours in order: the value itself where both are the same.
fn between(mut values: Vec<i64>, places: impl Fn(usize) -> [usize; 2]) -> Option<f64> {
    values.sort_unstable();
    let [low, high] = places(values.len());
    let twice = values.get(low)? + values.get(high)?;
    Some(f64::from(i32::try_from(twice).expect("small")) / 2.0)
}

fn quarter(values: &[i64], which: usize) -> Option<f64> {
    between(values.to_vec(), |count| {
        [
            (count * which).div_ceil(4).wrapping_sub(1),
            count * which / 4,
        ]
    })
}

#[test]
fn a_comparisons_json_is_what_a_naive_count_says() {
    let all = businesses();
    // As many as it takes for quarters to fall on somebody and between two.
    for count in [0, 1, 2, 3, 4, 5, 6, 7, all.len()] {
        let answers = &all[all.len() - count..];
        let read: Value =
            serde_json::from_str(&compare::json(&comparison(answers)).text).expect("valid JSON");
        for (read, answers) in read["people"]
            .as_array()
            .expect("a list")
            .iter()
            .zip(answers)
        {
            assert_eq!(read["verdict"], naive_verdict(pack(), answers).id());
            assert_eq!(read["score"].as_i64(), score(answers));
            assert_eq!(read["answered"], counted(answers));
        }
        let group = &read["group"];
        let scores: Vec<i64> = answers.iter().filter_map(score).collect();
        for (name, which) in [("low", 1), ("median", 2), ("high", 3)] {
            assert_eq!(
                group["score"][name].as_f64(),
                quarter(&scores, which),
                "{name} of {scores:?}"
            );
        }
        let verdicts = group["verdicts"].as_object().expect("by verdict");
        for (id, number) in verdicts {
            let naive = answers
                .iter()
                .filter(|it| naive_verdict(pack(), it).id() == id)
                .count();
            assert_eq!(*number, naive, "{id}");
        }
        let dimensions = group["dimensions"].as_array().expect("a list");
        assert_eq!(dimensions.len(), pack().questions.len());
        for (read, question) in dimensions.iter().zip(&pack().questions) {
            assert_eq!(read["id"], *question.id);
            let positions: Vec<i64> = answers
                .iter()
                .filter_map(|it| it.position(question))
                .map(i64::from)
                .collect();
            for (name, place) in [
                ("fully-client", 2),
                ("client", 1),
                ("middle", 0),
                ("customer", -1),
                ("fully-customer", -2),
            ] {
                let naive = positions.iter().filter(|it| **it == place).count();
                assert_eq!(read[name], naive, "{name} of {}", question.id);
            }
            assert_eq!(read["none"], answers.len() - positions.len());
            assert_eq!(read["median"].as_f64(), quarter(&positions, 2));
        }
    }
}
