//! How the scores are spread: every score on the scale, the middle half, and the middle one.

use yew::Html;

use super::super::draw::{drawing, el, keyed, line, panel, path, placed, text};
use super::super::result::{REACH, across};
use super::words;
use crate::model::{Group, Pack, Phrase, Quartiles};

/// How many points of the score share a place, so that dots don't cover one another.
const STEP: i32 = 5;

/// Up to so many at a place, each person is a dot; beyond, a column.
const MOST_DOTS: u32 = 12;

/// How high the highest column is.
const HEIGHT: u32 = 84;

/// Where the axis is.
const AXIS: u32 = 100;

/// The scores as dots or columns, with their quarters in words.
pub(super) fn scores(pack: &Pack, group: &Group) -> Html {
    let title = pack.say(Phrase::ComparisonScores);
    let Some(quartiles) = group.quartiles() else {
        return panel("panel", title, Vec::new());
    };
    let mut caption = pack.fill(
        Phrase::ComparisonMedian,
        &[("score", &words::score(pack, quartiles.median))],
    );
    if group.people() > 3 {
        let values = [
            ("low", &*words::score(pack, quartiles.low)),
            ("high", &words::score(pack, quartiles.high)),
        ];
        caption.push(' ');
        caption.push_str(&pack.fill(Phrase::ComparisonQuartiles, &values));
    }
    let figure = vec![
        drawing("scale", "146", drawn(pack, group, quartiles)),
        text("figcaption", "", &caption),
    ];
    panel(
        "panel",
        title,
        vec![el("figure", &["class"], &["gauge"], figure)],
    )
}

fn drawn(pack: &Pack, group: &Group, quartiles: Quartiles) -> Vec<Html> {
    let edge = i32::from(pack.judgement.threshold);
    let places = bins(group.scores());
    let most = places.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let axis = AXIS.to_string();
    let across_to = |class, from: &str, to: &str| line(class, (from, &axis), (to, &axis));
    let label = |place: i32, phrase| {
        let keys = &["x", "y", "text-anchor"];
        let words = vec![super::super::draw::plain(pack.say(phrase))];
        el("text", keys, &[&across(place, 100), "138", "middle"], words)
    };
    let zone = format!("{}.{}%", REACH * edge * 2 / 100, REACH * edge * 2 / 10 % 10);
    let dots = (0..).zip(&places).map(|(key, (place, count))| {
        let path = path(side(*place, edge), &heap(*place, *count, most, edge));
        keyed(key, placed("", &across(*place, 100), "0", path))
    });
    vec![
        el(
            "rect",
            &["class", "x", "y", "width", "height"],
            &["zone", &across(edge, 100), "8", &zone, "104"],
            Vec::new(),
        ),
        across_to("axis", &across(100, 100), &across(-100, 100)),
        line("centre", ("50%", "8"), ("50%", "112")),
        across_to(
            "middle-half",
            &across(quartiles.high, 200),
            &across(quartiles.low, 200),
        ),
        label(i32::midpoint(100, edge), Phrase::GaugeClient),
        label(0, Phrase::GaugeBoth),
        label(-i32::midpoint(100, edge), Phrase::GaugeCustomer),
        el("g", &[], &[], dots.collect()),
        placed(
            "",
            &across(quartiles.median, 200),
            "0",
            path("median", "M0 106l7 12h-14z"),
        ),
    ]
}

/// How many stand at each place that anyone stands at; scores go to the place towards the middle,
/// so that nobody is drawn beyond an edge that they have not reached.
fn bins(scores: &[u32]) -> Vec<(i32, u32)> {
    let mut places: Vec<(i32, u32)> = Vec::new();
    for (score, count) in (-100..).zip(scores).filter(|(_, count)| **count > 0) {
        let place = score / STEP * STEP;
        match places.last_mut() {
            Some((last, sum)) if *last == place => *sum += count,
            _ => places.push((place, *count)),
        }
    }
    places
}

fn side(place: i32, edge: i32) -> &'static str {
    if place >= edge {
        "client"
    } else if place <= -edge {
        "customer"
    } else {
        "between"
    }
}

/// Dots one above the other, round or square as their side is, or a column.
fn heap(place: i32, count: u32, most: u32, edge: i32) -> String {
    if most > MOST_DOTS {
        let height = u64::from(HEIGHT) * u64::from(count) / u64::from(most.max(1));
        let height = height.max(1).to_string();
        return ["M-2.5 100v-", &height, "h5v", &height, "z"].concat();
    }
    let mut drawn = String::new();
    for at in 0..count {
        dot(&mut drawn, 0, AXIS - 3 - 7 * at, place >= edge);
    }
    drawn
}

/// Adds a small round or square dot with its foot at a point.
pub(super) fn dot(drawn: &mut String, x: i32, foot: u32, is_round: bool) {
    drawn.push('M');
    drawn.push_str(&(x - 3).to_string());
    drawn.push(' ');
    drawn.push_str(&(foot - 3).to_string());
    drawn.push_str(if is_round {
        "a3 3 0 0 1 6 0a3 3 0 0 1-6 0z"
    } else {
        "v-3h6v6h-6z"
    });
}
