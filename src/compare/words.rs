//! A group's figures in the tools' words, for the page and the picture alike.

use super::export::halved;
use crate::model::{Group, Quartiles, Shape, ToolPack, ToolPhrase, Verdict};

/// A number in groups of three digits, between which no line breaks.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    grouped
}

/// 'One result' or '12 results'.
pub(crate) fn counted(tools: &ToolPack, one: ToolPhrase, many: ToolPhrase, count: usize) -> String {
    if count == 1 {
        tools.say(one).to_owned()
    } else {
        tools.fill(many, &[("count", &grouped(count))])
    }
}

/// A score, doubled to stay whole, in words.
pub(crate) fn score(tools: &ToolPack, twice: i32) -> String {
    let phrase = match twice {
        1.. => ToolPhrase::ComparisonScoreClient,
        0 => return "0".to_owned(),
        _ => ToolPhrase::ComparisonScoreCustomer,
    };
    tools.fill(phrase, &[("score", &halved(twice.abs()))])
}

/// A verdict in a word or two.
pub(crate) fn verdict(tools: &ToolPack, verdict: Verdict) -> &str {
    tools.say(match verdict {
        Verdict::Client => ToolPhrase::ComparisonVerdictClient,
        Verdict::Customer => ToolPhrase::ComparisonVerdictCustomer,
        Verdict::Both(Shape::TwoTrack) => ToolPhrase::ComparisonVerdictTwoTrack,
        Verdict::Both(Shape::InBetween) => ToolPhrase::ComparisonVerdictInBetween,
        Verdict::TooFew => ToolPhrase::ComparisonVerdictTooFew,
    })
}

/// How many of all have something, with the percentage.
pub(crate) fn share(tools: &ToolPack, count: u32, all: u32) -> String {
    let all = u64::from(all.max(1));
    let percent = (100 * u64::from(count) + all / 2) / all;
    let (count, percent) = (grouped(count as usize), percent.to_string());
    let values = [("count", &*count), ("percent", &percent)];
    tools.fill(ToolPhrase::ComparisonShare, &values)
}

/// Whether a group is large enough for quarters of its scores to say something.
pub(crate) fn has_quarters(group: &Group) -> bool {
    group.scores().iter().sum::<u32>() > 3
}

/// How many of what divides, and of what is shared, are named.
pub(crate) const NAMED: usize = 3;

/// The middle score, between which scores the middle half lies where there are enough of them, and
/// how many people have none.
pub(crate) fn quarters(tools: &ToolPack, group: &Group, quartiles: Quartiles) -> String {
    let middle = score(tools, quartiles.median);
    let mut said = tools.fill(ToolPhrase::ComparisonMedian, &[("score", &middle)]);
    if has_quarters(group) {
        let (low, high) = (score(tools, quartiles.low), score(tools, quartiles.high));
        let phrase = if low == high {
            ToolPhrase::ComparisonQuartilesAlike
        } else {
            ToolPhrase::ComparisonQuartiles
        };
        said.push(' ');
        said.push_str(&tools.fill(phrase, &[("low", &*low), ("high", &high)]));
    }
    let people = group.people();
    let without = people.saturating_sub(group.scores().iter().sum());
    if without > 0 {
        let (one, many) = (
            ToolPhrase::ComparisonUnscoredOne,
            ToolPhrase::ComparisonUnscored,
        );
        said.push(' ');
        said.push_str(&counted(tools, one, many, without as usize));
    }
    said
}
