//! Figures in words, what divides the group, and what it shares.

use yew::Html;

use super::super::draw::{el, keyed, panel, text};
use super::mark;
use crate::compare::halved;
use crate::model::{Group, Pack, Phrase, Spread, Verdict};

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
    let items = found.iter().map(|&index| {
        let question = pack.question(index);
        let sides = group.spreads().get(usize::from(index));
        let (client, customer) = sides.map_or((0, 0), Spread::sides);
        let values = [
            ("client", &*client.to_string()),
            ("customer", &*customer.to_string()),
        ];
        let sides = pack.fill(Phrase::ComparisonDividesSides, &values);
        let parts = vec![
            text("h3", "", &question.name),
            text("p", "", &question.title),
            text("p", "hint", &sides),
        ];
        keyed(index.into(), el("li", &[], &[], parts))
    });
    let titles = [
        Phrase::ComparisonDivides,
        Phrase::ComparisonDividesLead,
        Phrase::ComparisonDividesNone,
    ];
    findings(pack, titles, items.collect())
}

/// The questions on which nearly all stand on the same side.
pub(super) fn shares(pack: &Pack, group: &Group) -> Html {
    let found = group.shares();
    let items = found.iter().map(|shared| {
        let question = pack.question(shared.question);
        let (mark, side) = if shared.is_client {
            (mark::client(), &question.client)
        } else {
            (mark::customer(), &question.customer)
        };
        let values = [
            ("count", &*shared.count.to_string()),
            ("of", &shared.of.to_string()),
        ];
        let count = pack.fill(Phrase::ComparisonSharesOf, &values);
        let finding = vec![
            mark,
            text("span", "", side),
            text("span", "finding-count", &count),
        ];
        let parts = vec![
            text("h3", "", &question.name),
            el("p", &["class"], &["finding"], finding),
        ];
        keyed(shared.question.into(), el("li", &[], &[], parts))
    });
    let titles = [
        Phrase::ComparisonShares,
        Phrase::ComparisonSharesLead,
        Phrase::ComparisonSharesNone,
    ];
    findings(pack, titles, items.collect())
}

fn findings(pack: &Pack, [title, lead, none]: [Phrase; 3], items: Vec<Html>) -> Html {
    let said = if items.is_empty() {
        vec![text("p", "", pack.say(none))]
    } else {
        vec![
            text("p", "hint", pack.say(lead)),
            el("ol", &["class"], &["findings"], items),
        ]
    };
    panel("panel", pack.say(title), said)
}
