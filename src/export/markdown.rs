//! The plan as Markdown, to paste into a document.

use super::Outcome;
use crate::model::{Advice, AreaAt, Pack, Phrase, Plan, Reading, Step, start_here};
use crate::words;

/// Ends a line within an item: two spaces break it, three indent what belongs to a list's item.
const LINE: &str = "  \n   ";

/// Text of ours or of others as it may stand in Markdown: what would be markup is escaped.
fn plain(text: &str) -> String {
    let mut escaped = String::new();
    for char in text.chars() {
        if "\\`*_[]<>#|&~".contains(char) {
            escaped.push('\\');
        }
        escaped.push(if char.is_control() { ' ' } else { char });
    }
    escaped
}

pub(super) fn write(pack: &Pack, outcome: &Outcome<'_>, link: &str) -> String {
    let sections = [
        head(pack, outcome, link),
        first_actions(pack, outcome.reading),
        profile(pack, outcome.reading),
        tensions(pack, outcome.reading),
        target(pack, outcome),
        areas(pack, outcome.reading),
    ];
    sections.concat().join("\n\n") + "\n"
}

/// The verdict with the sharer's name for it, what it means, the score, and the link. Each section is a list of paragraphs.
fn head(pack: &Pack, outcome: &Outcome<'_>, link: &str) -> Vec<String> {
    let reading = outcome.reading;
    let mut parts = vec![["# ", words::verdict(pack, reading.verdict)].concat()];
    let label = &outcome.label;
    if !label.is_empty() {
        parts.push(["**", &plain(label), "**"].concat());
    }
    parts.push(plain(&words::meaning(pack, reading)));
    parts.extend(words::close_call(pack, reading).map(str::to_owned));
    let score = words::score(pack, reading);
    if !score.is_empty() {
        parts.push(score);
    }
    parts.push(["<", link, ">"].concat());
    parts
}

fn first_actions(pack: &Pack, reading: &Reading) -> Vec<String> {
    let mut parts = vec![["## ", pack.say(Phrase::ActionsTitle)].concat()];
    if let Some(index) = reading.before_all() {
        let tension = &pack[index];
        let title = plain(&tension.title);
        let said = [pack.say(Phrase::ActionsBefore), " **", &title, "**"];
        parts.push(said.concat());
        parts.push([pack.say(Phrase::TensionFirst), " ", &plain(&tension.first)].concat());
    }
    for (number, found) in (1_u32..).zip(start_here(pack, &reading.recommendations)) {
        let advice = &pack[found.advice];
        parts.push([&number.to_string(), ". ", &advised(pack, advice)].concat());
    }
    parts
}

fn profile(pack: &Pack, reading: &Reading) -> Vec<String> {
    let say = |phrase| pack.say(phrase);
    let mut table = [
        "| ",
        say(Phrase::TableDimension),
        " | ",
        say(Phrase::TableAnswer),
        " | ",
        say(Phrase::TablePlace),
        " |\n|---|---|---|",
    ]
    .concat();
    for place in &reading.profile {
        let cells = [
            "\n| ",
            &plain(&pack[place.question].name),
            " | ",
            &plain(words::answer(pack, place.question, place.answer)),
            " | ",
            words::place(pack, place.position),
            " |",
        ];
        table += &cells.concat();
    }
    vec![["## ", say(Phrase::ProfileTitle)].concat(), table]
}

fn tensions(pack: &Pack, reading: &Reading) -> Vec<String> {
    let mut parts = Vec::new();
    for index in &reading.tensions {
        if parts.is_empty() {
            parts.push(["## ", pack.say(Phrase::TensionsTitle)].concat());
        }
        let tension = &pack[*index];
        let risk = plain(&tension.risk.plain());
        let first = pack.say(Phrase::TensionFirst);
        let said = titled(&tension.title, &risk, first, &tension.first);
        parts.push(["- ", &said].concat());
    }
    parts
}

/// The target and the way to it, where one was chosen.
fn target(pack: &Pack, outcome: &Outcome<'_>) -> Vec<String> {
    let Some(goal) = outcome.goal else {
        return Vec::new();
    };
    let title = pack.say(Phrase::TargetTitle);
    let mut parts = vec![["## ", title, ": ", words::target(pack, goal.target)].concat()];
    match &goal.plan {
        Some(plan) => parts.extend(way(pack, outcome, plan)),
        None => parts.push(pack.say(Phrase::TargetNoWay).to_owned()),
    }
    parts
}

fn way(pack: &Pack, outcome: &Outcome<'_>, plan: &Plan) -> Vec<String> {
    if plan.steps.is_empty() {
        return vec![pack.say(Phrase::TargetReached).to_owned()];
    }
    let mut parts = Vec::new();
    if plan.target.is_second_offer() {
        parts.push(pack.say(Phrase::TargetSecond).to_owned());
    }
    parts.push(words::things_to_change(pack, plan));
    for (number, step) in (1_u32..).zip(&plan.steps) {
        let said = changed(pack, outcome, plan, step).join(LINE);
        parts.push([&number.to_string(), ". ", &said].concat());
    }
    for index in &plan.begins {
        let tension = &pack[*index];
        let said = [pack.say(Phrase::TargetBegins), " ", &plain(&tension.title)];
        parts.push(said.concat());
    }
    parts
}

/// One step of a way, line by line.
fn changed(pack: &Pack, outcome: &Outcome<'_>, plan: &Plan, step: &Step) -> Vec<String> {
    let index = step.change.question;
    let question = &pack[index];
    let from = words::answer(pack, index, outcome.reading.answers.to(question));
    let mut said = vec![["**", &plain(&question.name), "**"].concat()];
    let mut say = |phrase, what: &str| said.push([pack.say(phrase), " ", &plain(what)].concat());
    say(Phrase::TargetFrom, from);
    let (phrase, to) = words::leads_to(pack, plan, step);
    say(phrase, to);
    for index in &step.ends {
        say(Phrase::TargetEnds, &pack[*index].title);
    }
    say(Phrase::AdviceMonday, words::first_act(pack, step));
    if let Some(index) = step.advice {
        say(Phrase::TargetHow, &pack[index].title);
    }
    if let Some(costs) = words::costs(pack, plan, step) {
        say(Phrase::TargetCost, costs);
    }
    said
}

fn areas(pack: &Pack, reading: &Reading) -> Vec<String> {
    let mut parts = vec![["## ", pack.say(Phrase::AreasTitle)].concat()];
    for (index, area) in AreaAt::numbered(&pack.areas) {
        let here: Vec<&Advice> = reading
            .recommendations
            .iter()
            .map(|found| &pack[found.advice])
            .filter(|advice| advice.area == index)
            .collect();
        if !here.is_empty() {
            parts.push(["### ", area.name.as_str()].concat());
            let items = here.iter();
            parts.extend(items.map(|advice| ["- ", &advised(pack, advice)].concat()));
        }
    }
    parts
}

fn advised(pack: &Pack, advice: &Advice) -> String {
    let what = plain(&[advice.what.plain(), advice.why.plain()].join(" "));
    let monday = pack.say(Phrase::AdviceMonday);
    titled(&advice.title, &what, monday, &advice.monday)
}

/// A title, what there is to say, and behind its own word what to do first: a line each.
fn titled(title: &str, said: &str, first: &str, act: &str) -> String {
    let (title, act) = (plain(title), plain(act));
    [
        "**", &title, "**", LINE, said, LINE, "**", first, "** ", &act,
    ]
    .concat()
}
