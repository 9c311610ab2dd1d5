//! Exactly two results: each question with both marks and both answers, the largest differences
//! first.

use yew::Html;

use super::super::draw::{el, keyed, line, panel, placed, text};
use super::super::result::across;
use super::mark;
use super::spread::chart_row;
use crate::compare::words;
use crate::compare::{Model, Person};
use crate::model::{Difference, ToolPack, ToolPhrase, differences};
use crate::words::answer;

/// The two, each with what they are called.
type Two<'a> = [(&'a Person, String); 2];

/// Where the first stands and where the second, on a drawing of two axes.
const LEVELS: [&str; 2] = ["14", "36"];

/// The two, side by side.
pub(super) fn pair(model: &Model, one: &Person, other: &Person) -> Html {
    let tools = &*model.tools;
    let two: Two = [one, other].map(|person| (person, model.name(person)));
    let legend = (0..).zip(&two).map(|(at, (person, name))| {
        let mut said = words::verdict(tools, person.verdict).to_owned();
        if let Some(score) = person.score {
            said.push_str(", ");
            said.push_str(&words::score(tools, 2 * i32::from(score)));
        }
        let parts = vec![
            mark::legend(person.verdict, at > 0),
            text("strong", "", name),
            text("span", "", &said),
        ];
        keyed(at, el("li", &[], &[], parts))
    });
    let rows = differences(&tools.pack, &one.answers, &other.answers);
    let rows = rows.into_iter().map(|found| {
        keyed(
            u8::from(found.question).into(),
            difference(tools, found, &two),
        )
    });
    panel(
        "panel two",
        tools.say(ToolPhrase::ComparisonPair),
        vec![
            text("p", "hint", tools.say(ToolPhrase::ComparisonPairLead)),
            el("ul", &["class"], &["two-legend"], legend.collect()),
            el("ol", &["class"], &["chart"], rows.collect()),
        ],
    )
}

fn difference(tools: &ToolPack, found: Difference, two: &Two) -> Html {
    let question = &tools.pack[found.question];
    let mut drawn = vec![line("centre", ("50%", "2"), ("50%", "48"))];
    let mut answers = Vec::new();
    for (key, ((person, name), level)) in (0..).zip(two.iter().zip(LEVELS)) {
        drawn.push(line("", (&across(2, 2), level), (&across(-2, 2), level)));
        if let Some(position) = person.answers.position(question) {
            let is_second = key > 0;
            let class = if is_second { "theirs" } else { "" };
            let mark = mark::shape(position.into(), is_second);
            drawn.push(placed(class, &across(position.into(), 2), level, mark));
        }
        let said = answer(&tools.pack, found.question, person.answers.to(question));
        let parts = vec![text("dt", "", name), text("dd", "", said)];
        answers.push(keyed(key, el("div", &[], &[], parts)));
    }
    let words = vec![
        text("p", "hint", &steps(tools, found)),
        el("dl", &[], &[], answers),
    ];
    let words = el("div", &["class"], &["two-words"], words);
    chart_row(question, 50, drawn, words)
}

fn steps(tools: &ToolPack, found: Difference) -> String {
    match found.steps {
        None => tools.say(ToolPhrase::ComparisonPairNone).to_owned(),
        Some(0) => tools.say(ToolPhrase::ComparisonPairSame).to_owned(),
        Some(1) => tools.say(ToolPhrase::ComparisonPairOneStep).to_owned(),
        Some(steps) => tools.fill(
            ToolPhrase::ComparisonPairSteps,
            &[("count", &steps.to_string())],
        ),
    }
}
