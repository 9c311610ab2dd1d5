//! Figures in words, what divides the group, and what it shares.

use yew::prelude::*;

use super::mark;
use crate::compare::halved;
use crate::model::{Group, Pack, Phrase, Verdict};

/// 'One result' or '12 results'.
pub(super) fn counted(pack: &Pack, one: Phrase, many: Phrase, count: usize) -> String {
    if count == 1 {
        pack.say(one).to_owned()
    } else {
        pack.fill(many, &[("count", &count.to_string())])
    }
}

/// A score, doubled to stay whole, in words.
pub(super) fn score(pack: &Pack, twice: i32) -> String {
    let phrase = match twice {
        1.. => Phrase::ComparisonScoreClient,
        0 => return "0".to_owned(),
        _ => Phrase::ComparisonScoreCustomer,
    };
    pack.fill(phrase, &[("score", &halved(twice.abs()))])
}

/// A verdict in a word or two.
pub(super) fn verdict(pack: &Pack, verdict: Verdict) -> &str {
    use crate::model::Shape;
    pack.say(match verdict {
        Verdict::Client => Phrase::ComparisonVerdictClient,
        Verdict::Customer => Phrase::ComparisonVerdictCustomer,
        Verdict::Both(Shape::TwoTrack) => Phrase::ComparisonVerdictTwoTrack,
        Verdict::Both(Shape::InBetween) => Phrase::ComparisonVerdictInBetween,
        Verdict::TooFew => Phrase::ComparisonVerdictTooFew,
    })
}

/// The mark of a verdict; none where there is no verdict.
pub(super) fn verdict_mark(verdict: Verdict) -> Html {
    match verdict {
        Verdict::Client => mark::client(),
        Verdict::Customer => mark::customer(),
        Verdict::Both(_) => mark::both(),
        Verdict::TooFew => mark::none(),
    }
}

/// The questions on which people stand furthest apart.
pub(super) fn divides(pack: &Pack, group: &Group) -> Html {
    let found = group.divides();
    html! {
        <section class="panel">
            <h2>{ pack.say(Phrase::ComparisonDivides) }</h2>
            if found.is_empty() {
                <p>{ pack.say(Phrase::ComparisonDividesNone) }</p>
            } else {
                <p class="hint">{ pack.say(Phrase::ComparisonDividesLead) }</p>
                <ol class="findings">
                    { for found.iter().map(|index| divided(pack, group, *index)) }
                </ol>
            }
        </section>
    }
}

fn divided(pack: &Pack, group: &Group, index: u8) -> Html {
    let question = pack.question(index);
    let sides = group.spreads().get(usize::from(index));
    let (client, customer) = sides.map_or((0, 0), |spread| spread.sides());
    let values = [
        ("client", &*client.to_string()),
        ("customer", &*customer.to_string()),
    ];
    html! {
        <li key={index}>
            <h3>{ &question.name }</h3>
            <p>{ &question.title }</p>
            <p class="hint">{ pack.fill(Phrase::ComparisonDividesSides, &values) }</p>
        </li>
    }
}

/// The questions on which nearly all stand on the same side.
pub(super) fn shares(pack: &Pack, group: &Group) -> Html {
    let found = group.shares();
    html! {
        <section class="panel">
            <h2>{ pack.say(Phrase::ComparisonShares) }</h2>
            if found.is_empty() {
                <p>{ pack.say(Phrase::ComparisonSharesNone) }</p>
            } else {
                <p class="hint">{ pack.say(Phrase::ComparisonSharesLead) }</p>
                <ol class="findings">
                    { for found.iter().map(|shared| {
                        let question = pack.question(shared.question);
                        let (mark, side) = if shared.is_client {
                            (mark::client(), &question.client)
                        } else {
                            (mark::customer(), &question.customer)
                        };
                        let (count, of) = (shared.count.to_string(), shared.of.to_string());
                        html! {
                            <li key={shared.question}>
                                <h3>{ &question.name }</h3>
                                <p class="finding">
                                    { mark }
                                    <span>{ side }</span>
                                    <span class="finding-count">
                                        { pack.fill(Phrase::ComparisonSharesOf, &[("count", &count), ("of", &of)]) }
                                    </span>
                                </p>
                            </li>
                        }
                    }) }
                </ol>
            }
        </section>
    }
}
