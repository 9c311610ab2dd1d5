//! Where everyone stands, question by question: dots on the diverging scale, or marks as large as
//! the crowd, with the middle person and how far the group agrees.

use yew::Html;

use super::super::draw::{drawing, el, keyed, line, panel, path, placed, plain, text};
use super::super::result::across;
use super::mark;
use crate::compare::shapes::{POSITIONS, crowd_axis, dots, is_dotted, side, size};
use crate::model::{Group, Phrase, Question, Spread, ToolPack, ToolPhrase};
use crate::words::place;

/// The chart, and the same as a table.
pub(super) fn spread(tools: &ToolPack, group: &Group) -> Html {
    let is_dotted = is_dotted(group);
    let lead = if is_dotted {
        ToolPhrase::ComparisonSpreadDots
    } else {
        ToolPhrase::ComparisonSpreadSized
    };
    let pole = |children| el("span", &[], &[], children);
    let poles = vec![
        pole(vec![
            mark::client(),
            plain(tools.pack.say(Phrase::GaugeClient)),
        ]),
        pole(vec![
            plain(tools.pack.say(Phrase::GaugeCustomer)),
            mark::customer(),
        ]),
    ];
    let questions = tools.pack.questions.iter().zip(group.spreads());
    let rows = (0..)
        .zip(questions)
        .map(|(at, (question, spread))| keyed(at, row(tools, question, spread, is_dotted)));
    let as_table = tools.say(ToolPhrase::ComparisonAsTable);
    let scroller = el(
        "div",
        &["class", "tabindex", "role", "aria-label"],
        &["scroller", "0", "region", as_table],
        vec![table(tools, group)],
    );
    panel(
        "panel profile",
        tools.say(ToolPhrase::ComparisonSpread),
        vec![
            text("p", "hint", tools.say(lead)),
            text("p", "hint", tools.say(ToolPhrase::ComparisonAgreementMeans)),
            el(
                "div",
                &["class", "aria-hidden"],
                &["profile-poles", "true"],
                poles,
            ),
            el("ol", &["class"], &["chart"], rows.collect()),
            el(
                "details",
                &["class"],
                &["as-table"],
                vec![text("summary", "", as_table), scroller],
            ),
        ],
    )
}

fn table(tools: &ToolPack, group: &Group) -> Html {
    let cell = |key, tag, scope: &str, words: &str| {
        keyed(key, el(tag, &["scope"], &[scope], vec![plain(words)]))
    };
    let mut head = vec![cell(0, "th", "col", tools.pack.say(Phrase::TableDimension))];
    for (key, position) in (1..).zip(POSITIONS) {
        head.push(cell(key, "th", "col", place(&tools.pack, Some(position))));
    }
    head.push(cell(6, "th", "col", place(&tools.pack, None)));
    head.push(cell(
        7,
        "th",
        "col",
        tools.say(ToolPhrase::ComparisonAgreementHead),
    ));
    let mut rows = Vec::new();
    for (key, (question, spread)) in (0..).zip(tools.pack.questions.iter().zip(group.spreads())) {
        // Another number is another cell, and one above each, for no number at all is another one, too.
        let number =
            |key, number: u32| keyed(8 * (number + 1) + key, text("td", "", &number.to_string()));
        let mut row = vec![cell(0, "th", "row", &question.name)];
        for (key, position) in (1..).zip(POSITIONS) {
            row.push(number(key, spread.at(position)));
        }
        row.push(number(6, spread.none));
        row.push(spread.agreement().map_or_else(
            || keyed(7, text("td", "", "")),
            |agreement| number(7, agreement.into()),
        ));
        rows.push(keyed(key, el("tr", &[], &[], row)));
    }
    let head = el("thead", &[], &[], vec![el("tr", &[], &[], head)]);
    el("table", &[], &[], vec![head, el("tbody", &[], &[], rows)])
}

fn row(tools: &ToolPack, question: &Question, spread: &Spread, is_dotted: bool) -> Html {
    let most = POSITIONS.iter().map(|at| spread.at(*at)).max().unwrap_or(0);
    // The axis, and below it room for the triangle.
    let axis = if is_dotted { crowd_axis(most) } else { 20 };
    let height = axis + if is_dotted { 14 } else { 40 };
    let level = axis.to_string();
    let mut drawn = vec![
        line("", (&across(2, 2), &level), (&across(-2, 2), &level)),
        line("centre", ("50%", "0"), ("50%", &(axis + 6).to_string())),
    ];
    let heaps = (0..)
        .zip(POSITIONS)
        .filter(|(_, at)| spread.at(*at) > 0)
        .map(|(key, at)| {
            let count = spread.at(at);
            let heap = if is_dotted {
                path(side(at), &dots(count, axis, at > 0))
            } else {
                sized(at, count, most)
            };
            keyed(key, placed("", &across(at.into(), 2), "0", heap))
        });
    drawn.push(el("g", &[], &[], heaps.collect()));
    if let Some(median) = spread.twice_median() {
        let triangle = if is_dotted {
            "M0 3l6 10h-12z"
        } else {
            "M0 28l6 10h-12z"
        };
        drawn.push(placed(
            "",
            &across(median, 4),
            &level,
            path("median", triangle),
        ));
    }
    let agreement = match spread.agreement() {
        Some(agreement) => {
            let percent = agreement.to_string();
            tools.fill(ToolPhrase::ComparisonAgreement, &[("percent", &percent)])
        }
        None => tools.say(ToolPhrase::ComparisonAgreementNone).to_owned(),
    };
    let agreement = text("span", "chart-agreement", &agreement);
    chart_row(question, height, drawn, agreement)
}

/// A row of a chart: the question, its scale between the poles, and what is said below.
pub(super) fn chart_row(question: &Question, height: u32, drawn: Vec<Html>, below: Html) -> Html {
    let parts = vec![
        text("span", "chart-name", &question.name),
        drawing("scale", &height.to_string(), drawn),
        text("span", "chart-client", &question.client),
        text("span", "chart-customer", &question.customer),
        below,
    ];
    el("li", &[], &[], parts)
}

/// A mark whose area stands for how many there are, with the number below it.
fn sized(position: i8, count: u32, most: u32) -> Html {
    let scale = ["translate(0 20) scale(", &size(count, most), ")"].concat();
    let mark = mark::shape(position.into(), false);
    let words = vec![plain(&count.to_string())];
    let words = el("text", &["y", "text-anchor"], &["46", "middle"], words);
    el(
        "g",
        &[],
        &[],
        vec![
            el("g", &["transform"], &[&scale], vec![mark]),
            keyed(count, words),
        ],
    )
}
