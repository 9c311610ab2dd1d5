//! Where everyone stands, question by question: dots on the diverging scale, or marks as large as
//! the crowd, with the middle person and how far the group agrees.

use yew::prelude::*;

use super::super::result::{across, place_words};
use super::scores::dot;
use crate::compare::halved;
use crate::model::{Group, Pack, Phrase, Question, Spread};

use super::mark;

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
    let questions = pack.questions.iter().zip(group.spreads());
    html! {
        <section class="panel profile">
            <h2>{ pack.say(Phrase::ComparisonSpread) }</h2>
            <p class="hint">{ pack.say(lead) }</p>
            <p class="hint">{ pack.say(Phrase::ComparisonAgreementMeans) }</p>
            <div class="profile-poles" aria-hidden="true">
                <span>{ mark::client() }{ pack.say(Phrase::GaugeClient) }</span>
                <span>{ pack.say(Phrase::GaugeCustomer) }{ mark::customer() }</span>
            </div>
            <ol class="chart">
                { for questions.clone().map(|(question, spread)| row(pack, question, spread, is_dotted)) }
            </ol>
            <details class="as-table">
                <summary>{ pack.say(Phrase::ComparisonAsTable) }</summary>
                <div class="scroller" tabindex="0" role="region" aria-label={pack.say(Phrase::ComparisonAsTable).to_owned()}>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{ pack.say(Phrase::TableDimension) }</th>
                                { for POSITIONS.iter().map(|at| html! {
                                    <th key={*at} scope="col">{ place_words(pack, Some(*at)) }</th>
                                }) }
                                <th scope="col">{ place_words(pack, None) }</th>
                                <th scope="col">{ pack.say(Phrase::ComparisonAgreementHead) }</th>
                            </tr>
                        </thead>
                        <tbody>
                            { for questions.map(|(question, spread)| html! {
                                <tr key={question.id.as_str()}>
                                    <th scope="row">{ &question.name }</th>
                                    { for POSITIONS.iter().map(|at| html! {
                                        <td key={*at}>{ spread.at(*at) }</td>
                                    }) }
                                    <td>{ spread.none }</td>
                                    <td>{ spread.agreement().map_or_else(String::new, |it| it.to_string()) }</td>
                                </tr>
                            }) }
                        </tbody>
                    </table>
                </div>
            </details>
        </section>
    }
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
    let line = axis.to_string();
    html! {
        <li key={question.id.as_str()}>
            <span class="chart-name">{ &question.name }</span>
            <svg class="scale" width="100%" height={height.to_string()} aria-hidden="true" focusable="false">
                <line class="axis" x1={across(2, 2)} x2={across(-2, 2)} y1={line.clone()} y2={line.clone()} />
                <line class="centre" x1="50%" x2="50%" y1="0" y2={(axis + 6).to_string()} />
                { for POSITIONS.iter().filter(|at| spread.at(**at) > 0).map(|at| {
                    let count = spread.at(*at);
                    html! {
                        <svg key={*at} x={across((*at).into(), 2)} overflow="visible">
                            if is_dotted {
                                <path class={side(*at)} d={dots(count, axis, *at > 0)} />
                            } else {
                                { sized(*at, count, most) }
                            }
                        </svg>
                    }
                }) }
                if let Some(median) = spread.twice_median() {
                    <svg x={across(median, 4)} y={line} overflow="visible">
                        <path class="median" d={if is_dotted { "M0 3l6 10h-12z" } else { "M0 28l6 10h-12z" }} />
                    </svg>
                }
            </svg>
            <span class="chart-client">{ &question.client }</span>
            <span class="chart-customer">{ &question.customer }</span>
            <span class="chart-agreement">
                { match spread.agreement() {
                    Some(agreement) => pack.fill(Phrase::ComparisonAgreement, &[("percent", &agreement.to_string())]),
                    None => pack.say(Phrase::ComparisonAgreementNone).to_owned(),
                } }
            </span>
        </li>
    }
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
        drawn.push_str(&dot(x, axis - 2 - row * PITCH, is_round));
    }
    drawn
}

/// A mark whose area stands for how many there are, with the number below it.
fn sized(position: i8, count: u32, most: u32) -> Html {
    // In hundredths of the mark's own size; the largest is twice it.
    let share = 40_000 * u64::from(count) / u64::from(most.max(1));
    let hundredths = share.isqrt().max(25);
    let scale = halved(i32::try_from(hundredths / 50).unwrap_or(0).max(1));
    html! {
        <>
            <g transform={format!("translate(0 20) scale({scale})")}>{ mark::shape(position.into(), false) }</g>
            <text y="46" text-anchor="middle">{ count }</text>
        </>
    }
}
