//! The page that lays results side by side, without a browser: its link, its files, and what each
//! event leads to. `importing.rs`, `importing_tables.rs` and `importing_texts.rs` have what it reads and refuses.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::compare::{
    Column, Effect, Event, Focus, Model, PAGE, Refused, Sorting, Told, csv, json, update,
};
use clientele::model::{encode, verdict_place};
use common::comparing::{barely, code, given, names, opened, pairs, read_on};
use common::pack;

#[test]
fn reading_empties_the_box_names_the_address_and_moves_the_focus() {
    let law = code("law-firm");
    let mut model = opened("");
    let effects = update(&mut model, Event::BoxGiven(format!("Ann,{law}")));
    assert_eq!(
        effects,
        [
            Effect::FillBox(String::new()),
            Effect::ReplaceAddress(format!("{law}~Ann")),
            Effect::Focus(Focus::Summary),
        ]
    );
    // Nothing given: back to the box.
    let effects = update(&mut model, Event::TextGiven(" \n ".to_owned()));
    assert_eq!(effects, [Effect::Focus(Focus::Box)]);
    assert_eq!(model.told, Some(Told::Refused(Refused::Blank)));
}

#[test]
fn reads_in_slices_and_can_be_called_off() {
    let law = code("law-firm");
    let mut model = given(&format!("Zoe,{law}"));
    let many: Vec<String> = (0..9000).map(|at| format!("P{at},{law}")).collect();
    let many = many.join(
        "
",
    );
    let effects = update(&mut model, Event::TextGiven(many.clone()));
    assert_eq!(effects, [Effect::NextSlice, Effect::Focus(Focus::Cancel)]);
    let before = model.import.as_ref().expect("under way").at;
    assert_eq!(update(&mut model, Event::SliceDue), [Effect::NextSlice]);
    assert!(model.import.as_ref().expect("under way").at > before);
    let effects = update(&mut model, Event::Cancelled);
    assert_eq!(effects.last(), Some(&Effect::Focus(Focus::Summary)));
    assert_eq!(names(&model), ["Zoe"]);
    assert!(model.summary.as_ref().is_some_and(|it| it.is_cancelled));
    assert_eq!(
        model.roster.group(),
        given(&format!("Zoe,{law}")).roster.group()
    );
    // A slice that is still due finds nothing to do.
    assert_eq!(update(&mut model, Event::SliceDue), []);
    let effects = update(&mut model, Event::TextGiven(many));
    read_on(&mut model, effects);
    assert_eq!(model.people().len(), 9001);
    assert_eq!(model.rows().count(), PAGE);
    assert_eq!(model.fragment(), None);
}

#[test]
fn what_is_said_while_a_text_is_read_stays_and_a_blank_one_leaves_it_alone() {
    let law = code("law-firm");
    let many = |from: usize| (from..from + 3000).map(|at| format!("P{at},{law}\n"));
    let mut model = given(&format!("Zoe,{law}"));
    let effects = update(&mut model, Event::TextGiven(many(0).collect()));
    assert_eq!(effects.first(), Some(&Effect::NextSlice));
    let _ = update(&mut model, Event::FileForeign);
    assert_eq!(update(&mut model, Event::SliceDue), [Effect::NextSlice]);
    assert_eq!(model.told, Some(Told::Refused(Refused::FileForeign)));
    // What was dropped holds no text: said, and no more than that.
    let before = model.import.as_ref().map(|it| it.at);
    let effects = update(&mut model, Event::TextGiven(" \n".to_owned()));
    assert_eq!(effects, [Effect::Focus(Focus::Cancel)]);
    assert_eq!(model.told, Some(Told::Refused(Refused::Blank)));
    assert_eq!(model.import.as_ref().map(|it| it.at), before);
    let _ = read_on(&mut model, vec![Effect::NextSlice]);
    assert_eq!(model.people().len(), 3001);
    assert_eq!(model.told, Some(Told::Refused(Refused::Blank)));
    // The next act is another matter.
    let _ = update(&mut model, Event::NamesToggled);
    assert_eq!(model.told, None);

    // Another text takes the place of one under way, and so does an address that names nobody.
    let _ = update(&mut model, Event::TextGiven(many(0).collect()));
    let effects = update(&mut model, Event::TextGiven(many(5000).collect()));
    let _ = read_on(&mut model, effects);
    assert_eq!(model.people().len(), 6001);
    let _ = update(&mut model, Event::Cleared);
    let _ = update(&mut model, Event::TextGiven(format!("Zoe,{law}")));
    let _ = update(&mut model, Event::TextGiven("hello\n".repeat(3000)));
    assert!(model.import.is_some());
    assert_eq!(
        update(&mut model, Event::AddressChanged("#".to_owned())),
        []
    );
    assert!(model.import.is_none() && model.people().is_empty());
}

#[test]
fn who_is_there_twice_with_different_results_is_named() {
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    let text =
        format!("Ben,{a}\nAnn Lee,{a}\n{a}\n{b}\nCleo,{a}\nann  lee,{b}\nBEN,{b}\ncleo,{a}\n");
    let mut model = given(&text);
    assert_eq!(model.named_twice().as_deref(), Some("Ben; Ann Lee"));
    // As long as it is so, and names may be seen.
    let _ = update(&mut model, Event::NamesToggled);
    assert_eq!(model.named_twice(), None);
    let _ = update(&mut model, Event::NamesToggled);
    let _ = update(&mut model, Event::Removed(1));
    assert_eq!(model.named_twice().as_deref(), Some("Ann Lee"));
    let _ = update(&mut model, Event::ClearingUndone);
    assert_eq!(model.named_twice().as_deref(), Some("Ben; Ann Lee"));
    let _ = update(&mut model, Event::Cleared);
    assert_eq!(model.named_twice(), None);
    // A later text may bring the other one, and a link those of both.
    let mut model = given(&format!("Ann,{a}"));
    assert_eq!(model.named_twice(), None);
    let _ = update(&mut model, Event::TextGiven(format!("Ann,{b}")));
    assert_eq!(model.named_twice().as_deref(), Some("Ann"));
    let model = opened(&format!("#{a}~Ann.{b}~Ann"));
    assert_eq!(model.named_twice().as_deref(), Some("Ann"));
    // Many are not all named.
    let lines = (0..20).map(|at| format!("N{at},{a}\nn{at},{b}\n"));
    let model = given(&lines.collect::<Vec<_>>().concat());
    assert_eq!(model.twice.len(), 20);
    let named = model.named_twice().expect("some");
    assert!(
        named.starts_with("N0; N1; ") && named.ends_with("; N11; …"),
        "{named}"
    );
}

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
fn the_link_of_a_comparison_is_pasted_as_its_people() {
    let (law, shop) = (code("law-firm"), code("retail-shop"));
    let link = format!("https://example.org/sub/compare/#{law}~Dr%2e%20Ann.{shop}~Bob.1broken");
    let alone = format!("https://example.org/#{law}~Dr.%20Zoe");
    let named = format!("https://example.org/compare/index.html?utm_source=x#{shop}~Eve.{law}");
    let model = given(&format!("{link}\n{alone}\n\"{named}\",,\n"));
    assert_eq!(
        names(&model),
        ["Dr. Ann", "Bob", "Dr. Zoe", "Eve", "Person 5"]
    );
    let summary = model.summary.as_ref().expect("an end");
    let faults: Vec<_> = summary
        .faults
        .iter()
        .map(|it| (it.line, it.excerpt.as_str()))
        .collect();
    assert_eq!((summary.lines, faults), (3, vec![(1, "1broken")]));
    // What the page itself prints is pasted on it again.
    let again = format!(
        "https://example.org/compare/#{}",
        model.fragment().expect("a link")
    );
    assert_eq!(pairs(&given(&again)), pairs(&model));
}

#[test]
fn the_link_of_a_comparison_opens_with_what_it_picked_up() {
    let (law, shop) = (code("law-firm"), code("retail-shop"));
    for fragment in [
        format!("{law}~Ann.{shop}?fbclid=x"),
        format!("{law}%7EAnn.{shop}&utm_source=letter"),
    ] {
        let model = opened(&fragment);
        assert_eq!(names(&model), ["Ann", "Person 2"], "{fragment}");
        let pasted = given(&format!("https://example.org/compare/#{fragment}"));
        assert_eq!(pairs(&pasted), pairs(&model), "{fragment}");
    }
}

#[test]
fn a_link_holds_sixty_people_and_no_more() {
    let law = code("law-firm");
    let lines: Vec<String> = (0..60).map(|at| format!("P{at},{law}")).collect();
    let mut model = given(&lines.join("\n"));
    let fragment = model.fragment().expect("a link");
    assert_eq!(pairs(&opened(&fragment)), pairs(&model));
    let effects = update(&mut model, Event::TextGiven(format!("One more,{law}")));
    assert!(effects.contains(&Effect::ReplaceAddress(String::new())));
    assert_eq!(model.fragment(), None);
}

#[test]
fn hidden_names_are_hidden_everywhere() {
    let (law, shop) = (code("law-firm"), code("retail-shop"));
    let mut model = given(&format!("Zoe,{law}\nAnn,{shop}"));
    let _ = update(&mut model, Event::SortedBy(Column::Name));
    assert_eq!(names(&model), ["Ann", "Zoe"]);
    let effects = update(&mut model, Event::NamesToggled);
    // By code, whoever came first.
    assert_eq!(effects, [Effect::ReplaceAddress(format!("{shop}.{law}"))]);
    // In the order in which they came: the order of names would give them away.
    assert_eq!(names(&model), ["Person 1", "Person 2"]);
    for text in [csv(&model).text, json(&model).text] {
        assert!(!text.contains("Zoe") && !text.contains("Ann"), "{text}");
    }
    let _ = update(&mut model, Event::NamesToggled);
    assert_eq!(names(&model), ["Ann", "Zoe"]);
}

#[test]
fn people_go_and_come_back() {
    let (law, shop) = (code("law-firm"), code("retail-shop"));
    let mut model = given(&format!("Ann,{law}\nBob,{shop}"));
    let effects = update(&mut model, Event::Removed(1));
    assert_eq!(
        effects,
        [
            Effect::ReplaceAddress(format!("{shop}~Bob")),
            Effect::Focus(Focus::Row(0))
        ]
    );
    assert_eq!(model.roster.group().people(), 1);
    // A slip is put right in its place.
    let effects = update(&mut model, Event::ClearingUndone);
    assert_eq!(names(&model), ["Ann", "Bob"]);
    assert_eq!(
        effects,
        [
            Effect::ReplaceAddress(format!("{law}~Ann.{shop}~Bob")),
            Effect::Focus(Focus::Row(0))
        ]
    );
    assert_eq!(model.roster.group().people(), 2);
    assert_eq!(update(&mut model, Event::ClearingUndone), []);
    let _ = update(&mut model, Event::Removed(1));
    // Whoever went may come again.
    let effects = update(&mut model, Event::TextGiven(format!("Ann,{law}")));
    read_on(&mut model, effects);
    assert_eq!(names(&model), ["Bob", "Ann"]);
    // Nobody has this number any more: a second press on a row that has gone means nothing.
    assert_eq!(update(&mut model, Event::Removed(1)), []);
    assert_eq!(names(&model), ["Bob", "Ann"]);
    let _ = update(&mut model, Event::Cleared);
    assert_eq!(model.people().len(), 0);
    let _ = update(&mut model, Event::ClearingUndone);
    assert_eq!(names(&model), ["Bob", "Ann"]);
}

#[test]
fn whoever_takes_several_out_goes_on_from_where_they_are() {
    let (law, shop) = (code("law-firm"), code("retail-shop"));
    let mut model = given(&format!("Cleo,{law}\nAnn,{shop}\nBob,{law}"));
    let _ = update(&mut model, Event::SortedBy(Column::Name));
    assert_eq!(names(&model), ["Ann", "Bob", "Cleo"]);
    for (gone, focus) in [
        // Ann, then what stands in her row; the last one, then the row above; the only one, then the box.
        (2, Focus::Row(1)),
        (1, Focus::Row(0)),
        (3, Focus::Box),
    ] {
        let effects = update(&mut model, Event::Removed(gone));
        assert_eq!(effects.last(), Some(&Effect::Focus(focus)));
    }
    let _ = update(&mut model, Event::ClearingUndone);
    assert_eq!(names(&model), ["Bob"]);
}

#[test]
fn the_row_that_comes_back_is_on_show() {
    let code = code("law-firm");
    let lines = (0..=PAGE).map(|at| format!("P{at:03},{code}\n"));
    let mut model = given(&lines.collect::<String>());
    let is_shown = |model: &Model, at: usize| model.rows().any(|(place, _)| place == at);
    // The only row of the last page: the one above it is on another.
    let _ = update(&mut model, Event::PageTurned(1));
    let last = model.people()[PAGE].number;
    let effects = update(&mut model, Event::Removed(last));
    assert_eq!(effects.last(), Some(&Effect::Focus(Focus::Row(PAGE - 1))));
    assert!(is_shown(&model, PAGE - 1));
    let effects = update(&mut model, Event::ClearingUndone);
    assert_eq!(effects.last(), Some(&Effect::Focus(Focus::Row(PAGE))));
    assert!(is_shown(&model, PAGE));
    // Sorted meanwhile, the first one is the last.
    let _ = update(&mut model, Event::Removed(1));
    for _ in 0..2 {
        let _ = update(&mut model, Event::SortedBy(Column::Name));
    }
    let _ = update(&mut model, Event::ClearingUndone);
    assert!(is_shown(&model, 0));
}

#[test]
fn a_link_without_names_tells_no_order() {
    let (law, shop) = (code("law-firm"), code("retail-shop"));
    let hidden = |text: &str| {
        let mut model = given(text);
        let _ = update(&mut model, Event::NamesToggled);
        model.fragment()
    };
    let one = hidden(&format!("Zed,{law}\nAnn,{shop}"));
    assert_eq!(one, hidden(&format!("Ann,{shop}\nZed,{law}")));
    assert_eq!(one.map(|it| it.len()), Some(law.len() + 1 + shop.len()));
}

#[test]
fn a_hostile_fragment_is_lines_like_any_other() {
    let law = code("law-firm");
    let model = opened(&format!("#{law}~Ann%2e%20B..<script>.{law}~%00~x.2AAAA.%"));
    assert_eq!(names(&model), ["Ann. B", "~x"]);
    let lines: Vec<u32> = model
        .summary
        .expect("faults")
        .faults
        .iter()
        .map(|it| it.line)
        .collect();
    assert_eq!(lines, [3, 5, 6]);
    for nothing in ["", "#", "#?secret=1"] {
        let model = opened(nothing);
        assert!(
            model.people().is_empty() && model.summary.is_none(),
            "{nothing}"
        );
    }
}

#[test]
fn another_link_in_the_same_place_replaces_the_people() {
    let (law, shop) = (code("law-firm"), code("retail-shop"));
    let mut model = opened(&format!("#{law}~Ann"));
    assert_eq!(
        update(&mut model, Event::AddressChanged(format!("#{law}~Ann"))),
        []
    );
    let _ = update(&mut model, Event::AddressChanged(format!("#{shop}~Bob")));
    assert_eq!(names(&model), ["Bob"]);
}
