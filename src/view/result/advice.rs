//! All the advice, area by area.

use yew::prelude::*;

use super::super::Report;
use super::actions::{monday, reasons};
use super::{AREAS, part_heading};
use crate::flow::{Model, Shown};
use crate::model::{AreaAt, Pack, Phrase, Recommendation};

/// The advice by area; areas that have none for the verdict are left out.
pub(super) fn by_area(model: &Model, shown: &Shown, _: &Report) -> Html {
    let pack = &*model.pack;
    let found = &shown.current().recommendations;
    if found.is_empty() {
        return html! {};
    }
    let areas = AreaAt::numbered(&pack.areas).filter_map(|(index, area)| {
        let here: Vec<&Recommendation> = found
            .iter()
            .filter(|it| pack[it.advice].area == index)
            .collect();
        if here.is_empty() {
            return None;
        }
        let count = here.len().to_string();
        let count_phrase = if here.len() == 1 {
            Phrase::AreaCountOne
        } else {
            Phrase::AreaCount
        };
        Some(html! {
            <details class="area" key={area.id.as_str()}>
                <summary>
                    <h3>{ &area.name }</h3>
                    <span class="hint" key={here.len()}>{ pack.fill(count_phrase, &[("count", &count)]) }</span>
                </summary>
                { for here.iter().map(|it| entry(pack, shown, it)) }
            </details>
        })
    });
    html! {
        <section class="panel areas">
            { part_heading(pack, Phrase::AreasTitle, AREAS) }
            <p class="hint">{ pack.say(Phrase::AreasLead) }</p>
            <div class="area-list">{ for areas }</div>
        </section>
    }
}

fn entry(pack: &Pack, shown: &Shown, found: &Recommendation) -> Html {
    let advice = &pack[found.advice];
    html! {
        <article class="entry" key={advice.id.as_str()}>
            <h4>{ &advice.title }</h4>
            { reasons(pack, shown, advice, found) }
            { monday(pack, &advice.monday) }
        </article>
    }
}
