//! How the verdicts fall: one bar for each, with its mark, in the order of the scale.

use yew::Html;

use super::super::draw::{drawing, el, keyed, panel, text};
use super::words;
use crate::model::{Group, Pack, Phrase, VERDICTS, Verdict};

/// The verdicts with how many have each.
pub(super) fn verdicts(pack: &Pack, group: &Group) -> Html {
    let all = u64::from(group.people().max(1));
    let rows = (0..).zip(VERDICTS.iter().zip(group.verdicts()));
    let rows = rows
        // What nobody lacks need not be said.
        .filter(|(_, (verdict, count))| **verdict != Verdict::TooFew || *count > 0)
        .map(|(at, (verdict, count))| keyed(at, row(pack, *verdict, count.into(), all)));
    let list = el("ul", &["class"], &["weighings"], rows.collect());
    panel("panel", pack.say(Phrase::ComparisonVerdicts), vec![list])
}

fn row(pack: &Pack, verdict: Verdict, count: u64, all: u64) -> Html {
    let tenths = 1000 * count / all;
    let percent = (100 * count + all / 2) / all;
    let share = pack.fill(
        Phrase::ComparisonShare,
        &[
            ("count", &count.to_string()),
            ("percent", &percent.to_string()),
        ],
    );
    let ink = match verdict {
        Verdict::Client => "client",
        Verdict::Customer => "customer",
        Verdict::Both(_) | Verdict::TooFew => "ink",
    };
    let words = vec![
        words::verdict_mark(verdict),
        text("span", "", words::verdict(pack, verdict)),
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
