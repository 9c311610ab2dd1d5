//! How the scores are spread: every score on the scale, the middle half, and the middle one.

use yew::prelude::*;

use super::super::result::{REACH, across};
use super::words;
use crate::model::{Group, Pack, Phrase};

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
    let Some(quartiles) = group.quartiles() else {
        return html! {};
    };
    let edge = i32::from(pack.judgement.threshold);
    let places = bins(group.scores());
    let most = places.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let axis = AXIS.to_string();
    let label = |place: i32, phrase| {
        html! {
            <text x={across(place, 100)} y="138" text-anchor="middle">{ pack.say(phrase) }</text>
        }
    };
    html! {
        <section class="panel">
            <h2>{ pack.say(Phrase::ComparisonScores) }</h2>
            <figure class="gauge">
                <svg class="scale" width="100%" height="146" aria-hidden="true" focusable="false">
                    <rect class="zone" x={across(edge, 100)} y="8" height="104"
                        width={format!("{}.{}%", REACH * edge * 2 / 100, REACH * edge * 2 / 10 % 10)} />
                    <line class="axis" x1={across(100, 100)} x2={across(-100, 100)} y1={axis.clone()} y2={axis.clone()} />
                    <line class="centre" x1="50%" x2="50%" y1="8" y2="112" />
                    <line class="middle-half" x1={across(quartiles.high, 200)} x2={across(quartiles.low, 200)} y1={axis.clone()} y2={axis} />
                    { label(i32::midpoint(100, edge), Phrase::GaugeClient) }
                    { label(0, Phrase::GaugeBoth) }
                    { label(-i32::midpoint(100, edge), Phrase::GaugeCustomer) }
                    { for places.iter().map(|(place, count)| html! {
                        <svg key={*place} x={across(*place, 100)} overflow="visible">
                            <path class={side(*place, edge)} d={drawing(*place, *count, most, edge)} />
                        </svg>
                    }) }
                    <svg x={across(quartiles.median, 200)} overflow="visible">
                        <path class="median" d="M0 106l7 12h-14z" />
                    </svg>
                </svg>
                <figcaption>
                    { pack.fill(Phrase::ComparisonMedian, &[("score", &words::score(pack, quartiles.median))]) }
                    if group.people() > 3 {
                        { " " }
                        { pack.fill(Phrase::ComparisonQuartiles, &[
                            ("low", &words::score(pack, quartiles.low)),
                            ("high", &words::score(pack, quartiles.high)),
                        ]) }
                    }
                </figcaption>
            </figure>
        </section>
    }
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
fn drawing(place: i32, count: u32, most: u32, edge: i32) -> String {
    if most > MOST_DOTS {
        let height = (u64::from(HEIGHT) * u64::from(count))
            .div_ceil(u64::from(most))
            .max(1);
        return format!("M-2.5 {AXIS}v-{height}h5v{height}z");
    }
    let is_round = place >= edge;
    (0..count).fold(String::new(), |drawn, at| {
        let foot = AXIS - 3 - 7 * at;
        drawn + &dot(0, foot, is_round)
    })
}

/// A small round or square dot with its foot at a point.
pub(super) fn dot(x: i32, foot: u32, is_round: bool) -> String {
    if is_round {
        let (left, middle) = (x - 3, foot - 3);
        format!("M{left} {middle}a3 3 0 0 1 6 0a3 3 0 0 1-6 0z")
    } else {
        let left = x - 3;
        format!("M{left} {foot}v-6h6v6z")
    }
}
