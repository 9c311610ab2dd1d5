//! Everyone in a table, sorted as one likes, a hundred at a time.

use yew::prelude::*;

use super::super::draw::{el, keyed, plain, text};
use super::{Report, button_for, mark, unhurried};
use crate::compare::words;
use crate::compare::{Column, Event, Model, Person, ROWS_PER_PAGE, Sorting};
use crate::model::{ToolPhrase, encode};
use crate::route::Route;

/// The table with its controls.
pub(super) fn table(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    html! {
        <section class="panel everyone">
            <h2 id="table" tabindex="-1">{ tools.say(ToolPhrase::ComparisonTable) }</h2>
            <div class="scroller" tabindex="0" role="region" aria-labelledby="table">
                <table>
                    <thead>
                        <tr>
                            { column(model, report, Column::Name, ToolPhrase::ComparisonName) }
                            { column(model, report, Column::Verdict, ToolPhrase::ComparisonVerdict) }
                            { column(model, report, Column::Score, ToolPhrase::ComparisonScore) }
                            { column(model, report, Column::Answered, ToolPhrase::ComparisonAnswered) }
                            <th scope="col"><span class="unseen">{ tools.say(ToolPhrase::ComparisonRemove) }</span></th>
                        </tr>
                    </thead>
                    <tbody>
                        { for model.rows().map(|(at, person)| row(model, report, at, person)) }
                    </tbody>
                </table>
            </div>
            if model.pages() > 1 {
                { pager(model, report) }
            }
        </section>
    }
}

fn column(model: &Model, report: &Report, column: Column, phrase: ToolPhrase) -> Html {
    let sorted = model.sorting.filter(|it| it.column == column);
    html! {
        <th scope="col" aria-sort={sorted.map(Sorting::direction)}>
            { button_for("sort", model.tools.say(phrase), report.reform(move |_| Event::SortedBy(column))) }
        </th>
    }
}

fn row(model: &Model, report: &Report, at: usize, person: &Person) -> Html {
    let tools = &*model.tools;
    let name = model.name(person);
    let result = Route::Result {
        code: encode(&person.answers),
        label: model.label(person).map(str::to_owned),
    };
    let href = format!("{}#{}", model.root, result.print());
    let number = person.number;
    let onclick = unhurried(report).reform(move |_| Event::Removed(number));
    let remove = format!("{}: {name}", tools.say(ToolPhrase::ComparisonRemove));
    let score = person.score.map_or_else(String::new, |score| {
        words::score(tools, 2 * i32::from(score))
    });
    let verdict = vec![
        mark::of_verdict(person.verdict),
        plain(words::verdict(tools, person.verdict)),
    ];
    let verdict = el("span", &["class"], &["table-verdict"], verdict);
    let link = el("a", &["href"], &[&href], vec![plain(&name)]);
    let button = html! {
        <button type="button" class="quiet" id={format!("remove-{at}")} aria-label={remove} {onclick}>
            { tools.say(ToolPhrase::ComparisonRemove) }
        </button>
    };
    let cells = vec![
        el("th", &["scope"], &["row"], vec![link]),
        el("td", &[], &[], vec![verdict]),
        text("td", "", &score),
        text("td", "", &person.answered.to_string()),
        el("td", &[], &[], vec![button]),
    ];
    // With names hidden every row is another one: its name would stay on a page that the browser translates.
    let key = 2 * person.number + u32::from(model.are_names_hidden);
    keyed(key, el("tr", &[], &[], cells))
}

fn pager(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let total = model.people().len();
    let first = words::grouped(model.page * ROWS_PER_PAGE + 1);
    let last = words::grouped(((model.page + 1) * ROWS_PER_PAGE).min(total));
    let values = [
        ("first", first.as_str()),
        ("last", &last),
        ("total", &words::grouped(total)),
    ];
    let shown = tools.fill(ToolPhrase::ComparisonPages, &values);
    let turn = |phrase, page| {
        let turned = report.reform(move |_| Event::PageTurned(page));
        button_for("secondary", tools.say(phrase), turned)
    };
    html! {
        <div class="pager">
            <p key={shown.as_str()}>{ &shown }</p>
            <div class="group-actions">
                if model.page > 0 {
                    { turn(ToolPhrase::ComparisonEarlier, model.page - 1) }
                }
                if model.page + 1 < model.pages() {
                    { turn(ToolPhrase::ComparisonLater, model.page + 1) }
                }
            </div>
        </div>
    }
}
