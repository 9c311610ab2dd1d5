//! How the scores are spread: every score on the scale, the middle half, and the middle one.

use yew::Html;

use super::super::draw::{drawing, el, keyed, line, panel, path, placed, text};
use super::super::result::{across, zone};
use crate::compare::shapes::{AXIS, heaps, score_side};
use crate::compare::words;
use crate::model::{Group, Phrase, Quartiles, ToolPack, ToolPhrase};

/// The scores as dots or columns, with their quarters in words; nothing where nobody has one.
pub(super) fn scores(tools: &ToolPack, group: &Group) -> Html {
    let Some(quartiles) = group.quartiles() else {
        return Html::default();
    };
    let title = tools.say(ToolPhrase::ComparisonScores);
    let caption = words::quarters(tools, group, quartiles);
    let figure = vec![
        drawing("scale", "146", drawn(tools, group, quartiles)),
        text("p", "", &caption),
    ];
    panel(
        "panel",
        title,
        vec![el("div", &["class"], &["gauge"], figure)],
    )
}

fn drawn(tools: &ToolPack, group: &Group, quartiles: Quartiles) -> Vec<Html> {
    let edge = i32::from(tools.pack.judgement.threshold);
    let axis = AXIS.to_string();
    let across_to = |class, from: &str, to: &str| line(class, (from, &axis), (to, &axis));
    let label = |place: i32, phrase| {
        let keys = &["x", "y", "text-anchor"];
        let words = vec![super::super::draw::plain(tools.pack.say(phrase))];
        el("text", keys, &[&across(place, 100), "138", "middle"], words)
    };
    let heaps = heaps(group.scores(), edge);
    let heaps = (0..).zip(&heaps).map(|(key, (score, outline))| {
        let path = path(score_side(*score, edge), outline);
        keyed(key, placed("", &across(*score, 100), "0", path))
    });
    let middle_half = if words::has_quarters(group) {
        across_to(
            "middle-half",
            &across(quartiles.high, 200),
            &across(quartiles.low, 200),
        )
    } else {
        Html::default()
    };
    vec![
        el(
            "rect",
            &["class", "x", "y", "width", "height"],
            &["zone", &across(edge, 100), "8", &zone(edge), "104"],
            Vec::new(),
        ),
        across_to("", &across(100, 100), &across(-100, 100)),
        line("centre", ("50%", "8"), ("50%", "112")),
        middle_half,
        label(i32::midpoint(100, edge), Phrase::GaugeClient),
        label(0, Phrase::GaugeBoth),
        label(-i32::midpoint(100, edge), Phrase::GaugeCustomer),
        el("g", &[], &[], heaps.collect()),
        placed(
            "",
            &across(quartiles.median, 200),
            "0",
            path("median", "M0 106l7 12h-14z"),
        ),
    ]
}
