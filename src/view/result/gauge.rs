//! The overall mark on the scale: client at the left, customer at the right.

use yew::prelude::*;

use super::super::mark;
use crate::flow::Shown;
use crate::model::{Pack, Phrase, Reading};
use crate::words;

/// How far the ends of a scale stand from its middle, in percent of the width.
const REACH: i32 = 44;

/// Where a place from -`most` to `most` stands across the width of a scale, in percent with one decimal: client at the left.
pub(in crate::view) fn across(place: i32, most: i32) -> String {
    let tenths = 500 - REACH * 10 * place / most.max(1);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// How wide the zone of 'both' is on a scale of scores, up to `edge` on either side of the middle, in percent.
pub(in crate::view) fn zone(edge: i32) -> String {
    format!("{}.{}%", REACH * edge * 2 / 100, REACH * edge * 2 / 10 % 10)
}

/// The gauge with its figures in words.
pub(super) fn gauge(pack: &Pack, shown: &Shown) -> Html {
    let edge = i32::from(pack.judgement.threshold);
    let reading = shown.current();
    let own = shown.trial.is_some().then_some(&shown.reading);
    let score = words::score(pack, reading);
    let label = |place: i32, phrase| {
        html! {
            <text x={across(place, 100)} y="66" text-anchor="middle">{ pack.say(phrase) }</text>
        }
    };
    html! {
        <div class="gauge">
            <svg class="scale" width="100%" height="76" aria-hidden="true" focusable="false">
                <rect class="zone" x={across(edge, 100)} y="8" height="36"
                    width={zone(edge)} />
                <line x1={across(100, 100)} x2={across(-100, 100)} y1="26" y2="26" />
                <line class="centre" x1="50%" x2="50%" y1="8" y2="44" />
                { label(i32::midpoint(100, edge), Phrase::GaugeClient) }
                { label(0, Phrase::GaugeBoth) }
                { label(-i32::midpoint(100, edge), Phrase::GaugeCustomer) }
                if let Some((at, side)) = own.and_then(standing) {
                    <svg x={at} y="26" overflow="visible">
                        { mark::shape(side, true) }
                    </svg>
                }
                if let Some((at, side)) = standing(reading) {
                    <svg class="moving" x={at} y="26" overflow="visible">
                        <g class="large">{ mark::shape(side, false) }</g>
                    </svg>
                }
            </svg>
            <p key={&*score}>
                { &score }
                { " " }
                { pack.fill(Phrase::GaugeEdges, &[("edge", &edge.to_string())]) }
            </p>
        </div>
    }
}

/// Where a result stands on the scale, and with the mark of which side; nowhere with too few answers.
fn standing(reading: &Reading) -> Option<(String, i32)> {
    Some((across(reading.score()?, 100), reading.verdict.side()?))
}
