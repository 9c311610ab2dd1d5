//! What docs/exports.md says of the files' shape: each member and column by its name, the plan's sections in their order,
//! and the order of a comparison's rows.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::collections::BTreeSet;

use clientele::compare::{self, Column, Event};
use clientele::export::Format;
use clientele::flow::Model;
use clientele::model::{Phrase, Question, Target, decode};
use clientele::words;
use common::comparing::names;
use common::pack;
use common::taken::{businesses, comparison, labelled, results, text, with_ways};
use common::walking::shown;

const GUIDE: &str = include_str!("../docs/exports.md");
const MEMBERS: &str = include_str!("golden/exports-v1.txt");

/// The part of the guide below a heading.
fn section(heading: &str) -> &'static str {
    let begin = format!("\n## {heading}\n");
    let (_, behind) = GUIDE.split_once(&begin).expect("the heading");
    behind.split("\n## ").next().unwrap_or_default()
}

/// What the guide has between backticks, each name within a path by itself: `people[]`, `group.score`.
fn named(text: &str) -> BTreeSet<&str> {
    let marked = text.split('`').skip(1).step_by(2);
    let parts = marked.flat_map(|it| it.split('.'));
    parts.map(|it| it.trim_end_matches("[]")).collect()
}

#[test]
fn every_member_is_named_where_its_file_is_described() {
    for (file, heading) in [("result", "JSON"), ("comparison", "A comparison")] {
        let named = named(section(heading));
        let paths = MEMBERS.lines().filter_map(|line| line.split_once(' '));
        for (path, _) in paths.filter(|(path, _)| path.split('.').next() == Some(file)) {
            let last = path.rsplit('.').next().unwrap_or_default();
            let name = last.trim_end_matches("[]");
            // The file itself, any question's id, and the ids of verdicts, which stand in the other table.
            let is_known = name == file || name == "*" || path.contains(".verdicts.");
            assert!(is_known || named.contains(name), "{path} is not described");
        }
        for row in section(heading)
            .lines()
            .filter_map(|it| it.strip_prefix("| `"))
        {
            let cells = row.split('|').next().unwrap_or_default();
            for name in cells.split(['`', ',', ' ']).filter(|it| !it.is_empty()) {
                let member = format!("\n{file}.{name} ");
                assert!(MEMBERS.contains(&member), "there is no {name}");
            }
        }
    }
}

#[test]
fn every_column_is_named_and_lines_end_as_spreadsheets_want() {
    let model = &results()[0];
    let of_people = comparison(&businesses());
    for (table, heading) in [
        (text(model, Format::Csv), "CSV"),
        (compare::csv(&of_people).text, "A comparison"),
    ] {
        let named = named(section(heading));
        let (header, _) = table.split_once("\r\n").expect("CRLF");
        for column in header.trim_start_matches('\u{feff}').split(',') {
            let is_question = pack().questions.iter().any(|it| it.id == column);
            assert!(is_question || named.contains(column), "{column}");
        }
        assert!(table.ends_with("\r\n"));
        assert!(!table.replace("\r\n", "").contains(['\r', '\n']));
    }
}

/// The plan without what only keeps its words from being markup.
fn plan(model: &Model) -> String {
    text(model, Format::Markdown).replace('\\', "")
}

/// Texts that stand in a plan one behind the other.
fn assert_in_order(plan: &str, parts: &[String]) {
    let mut rest = plan;
    for part in parts {
        let (_, behind) = rest
            .split_once(&**part)
            .unwrap_or_else(|| panic!("'{part}' is not there, or too early:\n{plan}"));
        rest = behind;
    }
}

#[test]
fn a_plan_has_its_sections_in_the_order_of_the_guide() {
    let say = |phrase| pack().say(phrase);
    let second = |phrase| format!("\n## {}", say(phrase));
    let mut with_all = 0;
    let torn = decode(pack(), "1ptMMLVUgLA").expect("a code with four tensions");
    let torn = with_ways(labelled(torn));
    for model in results().into_iter().chain(torn) {
        let outcome = shown(&model).outcome();
        let reading = outcome.reading;
        if reading.verdict.centring().is_none() {
            continue;
        }
        let mut parts = vec![
            format!("# {}\n", words::verdict(pack(), reading.verdict)),
            "**Zoe**".to_owned(),
            words::meaning(pack(), reading),
        ];
        parts.extend(words::close_call(pack(), reading).map(str::to_owned));
        parts.push(words::score(pack(), reading));
        parts.push("\n<https://example.org/>\n".to_owned());
        parts.push(second(Phrase::ActionsTitle));
        if let Some(first) = reading.before_all() {
            parts.push(say(Phrase::ActionsBefore).to_owned());
            parts.push(pack()[first].first.clone());
        }
        parts.push("\n1. ".to_owned());
        parts.push(second(Phrase::ProfileTitle));
        let row = |it: &Question| format!("\n| {} |", it.name);
        parts.extend(reading.profile.iter().map(|it| row(&pack()[it.question])));
        if !reading.tensions.is_empty() {
            parts.push(second(Phrase::TensionsTitle));
        }
        let tensions = reading.tensions.iter();
        let titles = tensions.map(|it| pack()[*it].title.clone());
        parts.extend(titles);
        if let Some(goal) = outcome.goal {
            parts.push(second(Phrase::TargetTitle));
            parts.push(words::target(pack(), goal.target).to_owned());
            let steps = goal.plan.iter().flat_map(|it| &it.steps);
            let steps = steps.map(|it| format!("**{}**", pack()[it.change.question].name));
            parts.extend(steps);
            with_all += usize::from(!reading.tensions.is_empty());
        }
        parts.push(second(Phrase::AreasTitle));
        for (index, area) in pack().areas.iter().enumerate() {
            let all = reading.recommendations.iter();
            let all = all.map(|it| &pack()[it.advice]);
            let mut here = all.filter(|it| usize::from(it.area) == index).peekable();
            if here.peek().is_some() {
                parts.push(format!("\n### {}\n", area.name));
            }
            for advice in here {
                parts.push(format!("**{}**", advice.title));
                parts.push(advice.why.plain());
                parts.push(advice.monday.clone());
            }
        }
        assert_in_order(&plan(&model), &parts);
    }
    assert!(with_all >= Target::ALL.len(), "no plan had all sections");
}

#[test]
fn a_comparison_is_saved_in_the_order_of_its_table() {
    let mut model = comparison(&businesses());
    for column in [Column::Score, Column::Score, Column::Name] {
        let _ = compare::update(&mut model, Event::SortedBy(column));
        let table: Vec<_> = model.rows().map(|(_, it)| it.answers).collect();
        let codes: Vec<String> = table.iter().map(clientele::model::encode).collect();
        let csv = compare::csv(&model).text;
        let mut rows = ::csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let saved = rows.records().map(|it| it.expect("a row")[1].to_owned());
        assert_eq!(saved.collect::<Vec<_>>(), codes, "{:?}", names(&model));
        let json: serde_json::Value =
            serde_json::from_str(&compare::json(&model).text).expect("valid JSON");
        let saved = json["people"].as_array().expect("a list").iter();
        let saved: Vec<&str> = saved.filter_map(|it| it["code"].as_str()).collect();
        assert_eq!(saved, codes);
    }
}
