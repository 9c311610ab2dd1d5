//! The plan as Markdown, to paste into a document.

use crate::flow::Shown;
use crate::model::{Advice, Answer, Pack, Phrase, Plan, start_here};
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

/// A text of the pack without the marks of its glossary links.
fn unlinked(text: &str) -> String {
    let mut all = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        let Some((shown, after)) = link.split_once("](") else {
            break;
        };
        all.push_str(before);
        all.push_str(shown);
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    all + rest
}

pub(super) fn write(pack: &Pack, shown: &Shown, link: &str) -> String {
    let reading = &shown.reading;
    let say = |phrase| pack.say(phrase);
    let mut parts = vec![["# ", words::verdict(pack, reading.verdict)].concat()];
    let label = shown.share.name();
    if !label.is_empty() {
        parts.push(["**", &plain(&label), "**"].concat());
    }
    parts.push(words::score(pack, &reading.tally));
    parts.push(["<", link, ">"].concat());

    parts.push(["## ", say(Phrase::ActionsTitle)].concat());
    for (number, found) in (1..).zip(start_here(pack, &reading.recommendations)) {
        let advice = &pack.advice[usize::from(found.advice)];
        let number: i32 = number;
        parts.push([&number.to_string(), ". ", &step(pack, advice)].concat());
    }

    parts.push(["## ", say(Phrase::ProfileTitle)].concat());
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
            &plain(&pack.question(place.question).name),
            " | ",
            &plain(words::answer(pack, place.question, place.answer)),
            " | ",
            words::place(pack, place.position),
            " |",
        ];
        table += &cells.concat();
    }
    parts.push(table);

    if !reading.tensions.is_empty() {
        parts.push(["## ", say(Phrase::TensionsTitle)].concat());
        for index in &reading.tensions {
            let tension = &pack.tensions[usize::from(*index)];
            let risk = plain(&unlinked(&tension.risk));
            let said = lines(
                &tension.title,
                &risk,
                say(Phrase::TensionFirst),
                &tension.first,
            );
            parts.push(["- ", &said].concat());
        }
    }

    if let Some(goal) = &shown.goal {
        let target = [
            say(Phrase::TargetTitle),
            ": ",
            words::target(pack, goal.target),
        ];
        parts.push(["## ", &target.concat()].concat());
        match &goal.plan {
            Some(plan) => way(pack, shown, plan, &mut parts),
            None => parts.push(say(Phrase::TargetNoWay).to_owned()),
        }
    }

    parts.push(["## ", say(Phrase::AreasTitle)].concat());
    for (index, area) in pack.areas.iter().enumerate() {
        let here: Vec<&Advice> = reading
            .recommendations
            .iter()
            .map(|found| &pack.advice[usize::from(found.advice)])
            .filter(|advice| usize::from(advice.area) == index)
            .collect();
        if !here.is_empty() {
            parts.push(["### ", area.name.as_str()].concat());
            parts.extend(
                here.iter()
                    .map(|advice| ["- ", &step(pack, advice)].concat()),
            );
        }
    }
    parts.join("\n\n") + "\n"
}

/// The way to a target: each change with its advice and its cost.
fn way(pack: &Pack, shown: &Shown, plan: &Plan, parts: &mut Vec<String>) {
    if plan.steps.is_empty() {
        parts.push(pack.say(Phrase::TargetReached).to_owned());
        return;
    }
    if plan.target.is_second_offer() {
        parts.push(pack.say(Phrase::TargetSecond).to_owned());
    }
    parts.push(words::things_to_change(pack, plan));
    for (number, change) in (1..).zip(&plan.steps) {
        let number: i32 = number;
        let index = change.change.question;
        let question = pack.question(index);
        let from = words::answer(pack, index, shown.answers.to(question));
        let to = words::answer(pack, index, Answer::Option(change.change.to));
        let mut said = vec![
            ["**", &plain(&question.name), "**"].concat(),
            plain(&pack.fill(Phrase::TargetFrom, &[("answer", from)])),
            plain(&pack.fill(Phrase::TargetTo, &[("answer", to)])),
        ];
        for index in &change.ends {
            let tension = &pack.tensions[usize::from(*index)];
            said.push([pack.say(Phrase::TargetEnds), " ", &plain(&tension.title)].concat());
        }
        if let Some(index) = change.advice {
            said.push(step(pack, &pack.advice[usize::from(index)]));
        }
        let cost = words::costs(pack, change);
        said.push([pack.say(Phrase::TargetCost), " ", &plain(cost)].concat());
        let said = said.join(LINE);
        parts.push([&number.to_string(), ". ", &said].concat());
    }
    for index in &plan.begins {
        let tension = &pack.tensions[usize::from(*index)];
        let said = [pack.say(Phrase::TargetBegins), " ", &plain(&tension.title)];
        parts.push(said.concat());
    }
}

fn step(pack: &Pack, advice: &Advice) -> String {
    let what = plain(&unlinked(&advice.what));
    let monday = pack.say(Phrase::AdviceMonday);
    lines(&advice.title, &what, monday, &advice.monday)
}

/// A title, what there is to say, and behind its own word what to do first: a line each.
fn lines(title: &str, said: &str, first: &str, act: &str) -> String {
    let (title, act) = (plain(title), plain(act));
    [
        "**", &title, "**", LINE, said, LINE, "**", first, "** ", &act,
    ]
    .concat()
}
