//! How the verdicts fall: one bar for each, with its mark, in the order of the scale.

use yew::prelude::*;

use super::words;
use crate::model::{Group, Pack, Phrase, VERDICTS};

/// The verdicts with how many have each.
pub(super) fn verdicts(pack: &Pack, group: &Group) -> Html {
    let all = u64::from(group.people().max(1));
    html! {
        <section class="panel">
            <h2>{ pack.say(Phrase::ComparisonVerdicts) }</h2>
            <ul class="weighings">
                { for VERDICTS.iter().zip(group.verdicts()).enumerate().filter(|(at, (_, count))| {
                    // What nobody lacks need not be said.
                    *at < 4 || *count > 0
                }).map(|(at, (verdict, count))| {
                    let tenths = 1000 * u64::from(count) / all;
                    let percent = (100 * u64::from(count) + all / 2) / all;
                    let share = pack.fill(Phrase::ComparisonShare, &[
                        ("count", &count.to_string()),
                        ("percent", &percent.to_string()),
                    ]);
                    html! {
                        <li key={at}>
                            <p class="weighing-words">
                                { words::verdict_mark(*verdict) }
                                <span>{ words::verdict(pack, *verdict) }</span>
                                <span class="finding-count">{ share }</span>
                            </p>
                            <svg class="bar" width="100%" height="8" aria-hidden="true" focusable="false">
                                <rect class="track" width="100%" height="8" />
                                <rect class={bar(at)} width={format!("{}.{}%", tenths / 10, tenths % 10)} height="8" />
                            </svg>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

fn bar(at: usize) -> &'static str {
    match at {
        0 => "client",
        3 => "customer",
        _ => "ink",
    }
}
