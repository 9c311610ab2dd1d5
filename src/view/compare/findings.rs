//! What divides the group, and what it shares.

use yew::Html;

use super::super::draw::{el, keyed, panel, text};
use super::mark;
use crate::compare::words::{NAMED, counted, grouped};
use crate::model::{Group, Spread, ToolPack, ToolPhrase, Towards};
use crate::words::place;

/// The questions on which people stand furthest apart.
pub(super) fn divides(tools: &ToolPack, group: &Group) -> Html {
    let found = group.divides(&tools.pack);
    let items = found.iter().map(|&index| {
        let question = &tools.pack[index];
        let sides = group.spreads().get(usize::from(index));
        let (client, customer) = sides.map_or((0, 0), Spread::sides);
        let values = [
            ("client", &*grouped(client as usize)),
            ("customer", &*grouped(customer as usize)),
        ];
        let sides = tools.fill(ToolPhrase::ComparisonDividesSides, &values);
        let parts = vec![
            text("h3", "", &question.name),
            text("p", "", &question.title),
            text("p", "hint", &sides),
        ];
        keyed(u8::from(index).into(), el("li", &[], &[], parts))
    });
    let titles = [
        ToolPhrase::ComparisonDivides,
        ToolPhrase::ComparisonDividesLead,
        ToolPhrase::ComparisonDividesNone,
    ];
    findings(tools, titles, items.collect())
}

/// The questions on which nearly all stand on the same side.
pub(super) fn shares(tools: &ToolPack, group: &Group) -> Html {
    let found = group.shares();
    let items = found.iter().map(|shared| {
        let question = &tools.pack[shared.question];
        let (mark, side) = match shared.towards {
            Towards::Client => (mark::client(), question.client.as_str()),
            Towards::Customer => (mark::customer(), question.customer.as_str()),
            Towards::Middle => (mark::both(), place(&tools.pack, Some(0))),
        };
        let values = [
            ("count", &*grouped(shared.count as usize)),
            ("of", &grouped(shared.of as usize)),
        ];
        let count = tools.fill(ToolPhrase::ComparisonSharesOf, &values);
        let finding = vec![
            mark,
            text("span", "", side),
            text("span", "finding-count", &count),
        ];
        let parts = vec![
            text("h3", "", &question.name),
            el("p", &["class"], &["finding"], finding),
        ];
        keyed(u8::from(shared.question).into(), el("li", &[], &[], parts))
    });
    let titles = [
        ToolPhrase::ComparisonShares,
        ToolPhrase::ComparisonSharesLead,
        ToolPhrase::ComparisonSharesNone,
    ];
    findings(tools, titles, items.collect())
}

/// What was found: the first at once, all others unfolded.
fn findings(tools: &ToolPack, [title, lead, none]: [ToolPhrase; 3], mut items: Vec<Html>) -> Html {
    let others = items.split_off(NAMED.min(items.len()));
    let mut said = if items.is_empty() {
        vec![text("p", "", tools.say(none))]
    } else {
        vec![
            text("p", "hint", tools.say(lead)),
            el("ol", &["class"], &["findings"], items),
        ]
    };
    if !others.is_empty() {
        let (one, many) = (ToolPhrase::ComparisonMoreOne, ToolPhrase::ComparisonMore);
        let more = counted(tools, one, many, others.len());
        let keys = &["class", "start"];
        let values = ["findings", &(NAMED + 1).to_string()];
        let others = el("ol", keys, &values, others);
        said.push(el(
            "details",
            &[],
            &[],
            vec![text("summary", "", &more), others],
        ));
    }
    panel("panel", tools.say(title), said)
}
