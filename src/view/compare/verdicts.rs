//! How the verdicts fall: one bar for each, with its mark, in the order of the scale.

use yew::Html;

use super::super::draw::{drawing, el, keyed, panel, text};
use super::mark;
use crate::compare::words;
use crate::model::{Group, ToolPack, ToolPhrase, VERDICTS, Verdict};

/// The verdicts with how many have each.
pub(super) fn verdicts(tools: &ToolPack, group: &Group) -> Html {
    let all = group.people().max(1);
    let rows = (0..).zip(VERDICTS.iter().zip(group.verdicts()));
    let rows = rows
        // What nobody lacks need not be said.
        .filter(|(_, (verdict, count))| **verdict != Verdict::TooFew || *count > 0)
        .map(|(at, (verdict, count))| keyed(at, row(tools, *verdict, count, all)));
    let list = el("ul", &["class"], &["weighings"], rows.collect());
    panel(
        "panel",
        tools.say(ToolPhrase::ComparisonVerdicts),
        vec![list],
    )
}

fn row(tools: &ToolPack, verdict: Verdict, count: u32, all: u32) -> Html {
    let tenths = 1000 * u64::from(count) / u64::from(all);
    let share = words::share(tools, count, all);
    let ink = match verdict {
        Verdict::Client => "client",
        Verdict::Customer => "customer",
        Verdict::Both(_) | Verdict::TooFew => "ink",
    };
    let words = vec![
        mark::of_verdict(verdict),
        text("span", "", words::verdict(tools, verdict)),
        text("span", "finding-count", &share),
    ];
    let bars = vec![
        bar("track", "100%"),
        bar(ink, &format!("{}.{}%", tenths / 10, tenths % 10)),
    ];
    el(
        "li",
        &[],
        &[],
        vec![
            el("p", &["class"], &["weighing-words"], words),
            drawing("bar", "8", bars),
        ],
    )
}

fn bar(class: &str, width: &str) -> Html {
    el(
        "rect",
        &["class", "width", "height"],
        &[class, width, "8"],
        Vec::new(),
    )
}
