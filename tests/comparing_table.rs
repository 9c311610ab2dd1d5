//! The table of a comparison, without a browser: its order, its pages, and what it says of whom.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::compare::{Column, Effect, Event, Focus, Model, ROWS_PER_PAGE, Sorting, update};
use clientele::model::{encode, verdict_place};
use common::comparing::{barely, code, given, names};
use common::pack;

#[test]
fn sorts_turns_round_and_pages() {
    let examples = pack().examples.iter();
    let lines: Vec<String> = examples
        .map(|it| format!("{}\t{}", it.name, encode(&it.answers(pack()))))
        .collect();
    let text = lines.join("\n");
    let mut model = given(&text);
    let scores = |model: &Model| model.rows().map(|(_, it)| it.score).collect::<Vec<_>>();
    let _ = update(&mut model, Event::SortedBy(Column::Score));
    assert!(
        scores(&model).is_sorted_by(|a, b| a >= b),
        "client comes first, as everywhere"
    );
    let _ = update(&mut model, Event::SortedBy(Column::Score));
    assert!(scores(&model).is_sorted());
    let _ = update(&mut model, Event::SortedBy(Column::Name));
    let mut expected: Vec<String> = pack().examples.iter().map(|it| it.name.clone()).collect();
    expected.sort_by_key(|it| it.to_ascii_lowercase());
    assert_eq!(names(&model), expected);
    let _ = update(&mut model, Event::SortedBy(Column::Answered));
    let answered = |model: &Model| model.rows().map(|(_, it)| it.answered).collect::<Vec<_>>();
    assert!(answered(&model).is_sorted());
    let _ = update(&mut model, Event::SortedBy(Column::Verdict));
    let places = |model: &Model| {
        let rows = model.rows();
        rows.map(|(_, it)| verdict_place(it.verdict))
            .collect::<Vec<_>>()
    };
    assert!(places(&model).is_sorted());
    let _ = update(&mut model, Event::SortedBy(Column::Verdict));
    assert!(places(&model).is_sorted_by(|a, b| a >= b));
    let _ = update(&mut model, Event::PageTurned(9));
    assert_eq!(model.page, 0);
}

#[test]
fn who_has_no_verdict_has_no_score() {
    let (law, shop) = (code("law-firm"), code("retail-shop"));
    let mut model = given(&format!("Few,{}\nShop,{shop}\nLaw,{law}", barely()));
    assert_eq!(model.people()[0].score, None);
    let _ = update(&mut model, Event::SortedBy(Column::Score));
    assert_eq!(names(&model), ["Law", "Shop", "Few"]);
    let _ = update(&mut model, Event::SortedBy(Column::Score));
    assert_eq!(names(&model), ["Shop", "Law", "Few"]);
    let _ = update(&mut model, Event::SortedBy(Column::Verdict));
    assert_eq!(names(&model), ["Law", "Shop", "Few"]);
    let _ = update(&mut model, Event::SortedBy(Column::Verdict));
    assert_eq!(names(&model), ["Shop", "Law", "Few"]);
}

#[test]
fn who_has_no_name_comes_last_either_way() {
    let (law, shop) = (code("law-firm"), code("retail-shop"));
    let mut model = given(&format!("{}\nAnn,{shop}\nBob,{law}", barely()));
    let _ = update(&mut model, Event::SortedBy(Column::Name));
    assert_eq!(names(&model), ["Ann", "Bob", "Person 1"]);
    let _ = update(&mut model, Event::SortedBy(Column::Name));
    assert_eq!(names(&model), ["Bob", "Ann", "Person 1"]);
}

#[test]
fn a_column_says_which_way_its_figures_go() {
    let mut model = given(&code("law-firm"));
    for (column, directions) in [
        (Column::Name, ["ascending", "descending"]),
        (Column::Answered, ["ascending", "descending"]),
        // The client's end, the highest score, comes first.
        (Column::Score, ["descending", "ascending"]),
    ] {
        for direction in directions {
            let _ = update(&mut model, Event::SortedBy(column));
            assert_eq!(model.sorting.map(Sorting::direction), Some(direction));
        }
    }
}

#[test]
fn the_row_that_comes_back_is_on_show() {
    let code = code("law-firm");
    let lines = (0..=ROWS_PER_PAGE).map(|at| format!("P{at:03},{code}\n"));
    let mut model = given(&lines.collect::<String>());
    let is_shown = |model: &Model, at: usize| model.rows().any(|(place, _)| place == at);
    // The only row of the last page: the one above it is on another.
    let _ = update(&mut model, Event::PageTurned(1));
    let last = model.people()[ROWS_PER_PAGE].number;
    let effects = update(&mut model, Event::Removed(last));
    assert_eq!(
        effects.last(),
        Some(&Effect::Focus(Focus::Row(ROWS_PER_PAGE - 1)))
    );
    assert!(is_shown(&model, ROWS_PER_PAGE - 1));
    let effects = update(&mut model, Event::ClearingUndone);
    assert_eq!(
        effects.last(),
        Some(&Effect::Focus(Focus::Row(ROWS_PER_PAGE)))
    );
    assert!(is_shown(&model, ROWS_PER_PAGE));
    // Sorted meanwhile, the first one is the last.
    let _ = update(&mut model, Event::Removed(1));
    for _ in 0..2 {
        let _ = update(&mut model, Event::SortedBy(Column::Name));
    }
    let _ = update(&mut model, Event::ClearingUndone);
    assert!(is_shown(&model, 0));
}
