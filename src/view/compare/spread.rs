//! Where everyone stands, question by question: dots on the diverging scale, or marks as large as
//! the crowd, with the middle person and how far the group agrees.

use yew::Html;

use super::super::draw::{drawing, el, keyed, line, panel, path, placed, plain, text};
use super::super::result::{across, place_words};
use super::mark;
use super::scores::dot;
use crate::model::{Group, Pack, Phrase, Question, Spread};

/// Up to so many people, each is a dot.
const MOST_DOTS: u32 = 60;

/// How many dots stand beside one another, and how far apart.
const ROW: u32 = 6;
const PITCH: u32 = 8;

const POSITIONS: [i8; 5] = [2, 1, 0, -1, -2];

/// The chart, and the same as a table.
pub(super) fn spread(pack: &Pack, group: &Group) -> Html {
    let is_dotted = group.people() <= MOST_DOTS;
    let lead = if is_dotted {
        Phrase::ComparisonSpreadDots
    } else {
        Phrase::ComparisonSpreadSized
    };
    let pole = |children| el("span", &[], &[], children);
    let poles = vec![
        pole(vec![mark::client(), plain(pack.say(Phrase::GaugeClient))]),
        pole(vec![
            plain(pack.say(Phrase::GaugeCustomer)),
            mark::customer(),
        ]),
    ];
    let questions = pack.questions.iter().zip(group.spreads());
    let rows = (0..)
        .zip(questions)
        .map(|(at, (question, spread))| keyed(at, row(pack, question, spread, is_dotted)));
    let as_table = pack.say(Phrase::ComparisonAsTable);
    let scroller = el(
        "div",
        &["class", "tabindex", "role", "aria-label"],
        &["scroller", "0", "region", as_table],
        vec![table(pack, group)],
    );
    panel(
        "panel profile",
        pack.say(Phrase::ComparisonSpread),
        vec![
            text("p", "hint", pack.say(lead)),
            text("p", "hint", pack.say(Phrase::ComparisonAgreementMeans)),
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

fn table(pack: &Pack, group: &Group) -> Html {
    let cell = |key, tag, scope: &str, words: &str| {
        keyed(key, el(tag, &["scope"], &[scope], vec![plain(words)]))
    };
    let mut head = vec![cell(0, "th", "col", pack.say(Phrase::TableDimension))];
    for (key, place) in (1..).zip(POSITIONS) {
        head.push(cell(key, "th", "col", place_words(pack, Some(place))));
    }
    head.push(cell(6, "th", "col", place_words(pack, None)));
    head.push(cell(
        7,
        "th",
        "col",
        pack.say(Phrase::ComparisonAgreementHead),
    ));
    let mut rows = Vec::new();
    for (key, (question, spread)) in (0..).zip(pack.questions.iter().zip(group.spreads())) {
        let number = |key, number: u32| keyed(key, text("td", "", &number.to_string()));
        let mut row = vec![cell(0, "th", "row", &question.name)];
        for (key, place) in (1..).zip(POSITIONS) {
            row.push(number(key, spread.at(place)));
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

fn row(pack: &Pack, question: &Question, spread: &Spread, is_dotted: bool) -> Html {
    let most = POSITIONS.iter().map(|at| spread.at(*at)).max().unwrap_or(0);
    // The axis, and below it room for the triangle.
    let axis = if is_dotted {
        (most.div_ceil(ROW) * PITCH).max(PITCH) + 4
    } else {
        20
    };
    let height = axis + if is_dotted { 14 } else { 40 };
    let level = axis.to_string();
    let mut drawn = vec![
        line("axis", (&across(2, 2), &level), (&across(-2, 2), &level)),
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
            pack.fill(Phrase::ComparisonAgreement, &[("percent", &percent)])
        }
        None => pack.say(Phrase::ComparisonAgreementNone).to_owned(),
    };
    el(
        "li",
        &[],
        &[],
        vec![
            text("span", "chart-name", &question.name),
            drawing("scale", &height.to_string(), drawn),
            text("span", "chart-client", &question.client),
            text("span", "chart-customer", &question.customer),
            text("span", "chart-agreement", &agreement),
        ],
    )
}

fn side(position: i8) -> &'static str {
    match position {
        1.. => "client",
        0 => "between",
        _ => "customer",
    }
}

/// A heap of dots on the axis, each row of it centred.
fn dots(count: u32, axis: u32, is_round: bool) -> String {
    let mut drawn = String::new();
    for at in 0..count {
        let (row, column) = (at / ROW, at % ROW);
        let in_row = (count - row * ROW).min(ROW);
        let pitch = PITCH.cast_signed();
        let x = pitch * column.cast_signed() - pitch * (in_row.cast_signed() - 1) / 2;
        dot(&mut drawn, x, axis - 2 - row * PITCH, is_round);
    }
    drawn
}

/// A mark whose area stands for how many there are, with the number below it.
fn sized(position: i8, count: u32, most: u32) -> Html {
    // The largest is twice the mark's own size; sizes go by quarters of it.
    let quarters = (64 * u64::from(count) / u64::from(most.max(1)))
        .isqrt()
        .max(1);
    let scale = format!("translate(0 20) scale({})", hundredths(quarters * 25));
    let mark = mark::shape(position.into(), false);
    let count = vec![plain(&count.to_string())];
    el(
        "g",
        &[],
        &[],
        vec![
            el("g", &["transform"], &[&scale], vec![mark]),
            el("text", &["y", "text-anchor"], &["46", "middle"], count),
        ],
    )
}

fn hundredths(number: u64) -> String {
    format!("{}.{}{}", number / 100, number / 10 % 10, number % 10)
}
