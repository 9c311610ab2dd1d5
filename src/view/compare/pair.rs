//! Exactly two results: each question with both marks and both answers, the largest differences
//! first.

use yew::Html;

use super::super::answer_text;
use super::super::draw::{drawing, el, keyed, line, panel, placed, text};
use super::super::result::across;
use super::{mark, words};
use crate::compare::{Model, Person};
use crate::model::{Difference, Pack, Phrase, differences};

/// The two, each with what they are called.
type Two<'a> = [(&'a Person, String); 2];

/// Where the first stands and where the second, on a drawing of two axes.
const LEVELS: [&str; 2] = ["14", "36"];

/// The two, side by side.
pub(super) fn pair(model: &Model, one: &Person, other: &Person) -> Html {
    let pack = &*model.pack;
    let two: Two = [one, other].map(|person| (person, model.name(person)));
    let legend = (0..).zip(&two).map(|(at, (person, name))| {
        let said = format!(
            "{}, {}",
            words::verdict(pack, person.verdict),
            words::score(pack, 2 * i32::from(person.score))
        );
        let parts = vec![
            mark::legend(at > 0),
            text("strong", "", name),
            text("span", "", &said),
        ];
        keyed(at, el("li", &[], &[], parts))
    });
    let rows = differences(pack, &one.answers, &other.answers);
    let rows = rows
        .into_iter()
        .map(|found| keyed(found.question.into(), difference(pack, found, &two)));
    panel(
        "panel two",
        pack.say(Phrase::ComparisonPair),
        vec![
            text("p", "hint", pack.say(Phrase::ComparisonPairLead)),
            el("ul", &["class"], &["two-legend"], legend.collect()),
            el("ol", &["class"], &["chart"], rows.collect()),
        ],
    )
}

fn difference(pack: &Pack, found: Difference, two: &Two) -> Html {
    let question = pack.question(found.question);
    let mut drawn = vec![line("centre", ("50%", "2"), ("50%", "48"))];
    let mut answers = Vec::new();
    for (key, ((person, name), level)) in (0..).zip(two.iter().zip(LEVELS)) {
        drawn.push(line(
            "axis",
            (&across(2, 2), level),
            (&across(-2, 2), level),
        ));
        if let Some(position) = person.answers.position(question) {
            let is_second = key > 0;
            let class = if is_second { "theirs" } else { "" };
            let mark = mark::shape(position.into(), is_second);
            drawn.push(placed(class, &across(position.into(), 2), level, mark));
        }
        let answer = answer_text(pack, found.question, person.answers.to(question));
        let parts = vec![text("dt", "", name), text("dd", "", answer)];
        answers.push(keyed(key, el("div", &[], &[], parts)));
    }
    let words = vec![
        text("p", "hint", &steps(pack, found)),
        el("dl", &[], &[], answers),
    ];
    el(
        "li",
        &[],
        &[],
        vec![
            text("span", "chart-name", &question.name),
            drawing("scale", "50", drawn),
            text("span", "chart-client", &question.client),
            text("span", "chart-customer", &question.customer),
            el("div", &["class"], &["two-words"], words),
        ],
    )
}

fn steps(pack: &Pack, found: Difference) -> String {
    match found.steps {
        None => pack.say(Phrase::ComparisonPairNone).to_owned(),
        Some(0) => pack.say(Phrase::ComparisonPairSame).to_owned(),
        Some(1) => pack.say(Phrase::ComparisonPairOneStep).to_owned(),
        Some(steps) => pack.fill(
            Phrase::ComparisonPairSteps,
            &[("count", &steps.to_string())],
        ),
    }
}
