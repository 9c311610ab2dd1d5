//! The people of a comparison, without a browser: how they are read, named and hidden, and how they go and come back.
//! `comparing_table.rs` and `comparing_links.rs` have their table and their link, the files `importing` what is read and refused.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::compare::{
    Column, Effect, Event, Focus, Notice, ROWS_PER_PAGE, Refused, csv, json, update,
};
use common::comparing::{code, given, names, opened, read_on};

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
    assert_eq!(model.notice, Some(Notice::Refused(Refused::Blank)));
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
    assert_eq!(model.rows().count(), ROWS_PER_PAGE);
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
    assert_eq!(model.notice, Some(Notice::Refused(Refused::FileForeign)));
    // What was dropped holds no text: said, and no more than that.
    let before = model.import.as_ref().map(|it| it.at);
    let effects = update(&mut model, Event::TextGiven(" \n".to_owned()));
    assert_eq!(effects, [Effect::Focus(Focus::Cancel)]);
    assert_eq!(model.notice, Some(Notice::Refused(Refused::Blank)));
    assert_eq!(model.import.as_ref().map(|it| it.at), before);
    let _ = read_on(&mut model, vec![Effect::NextSlice]);
    assert_eq!(model.people().len(), 3001);
    assert_eq!(model.notice, Some(Notice::Refused(Refused::Blank)));
    // The next act is another matter.
    let _ = update(&mut model, Event::NamesToggled);
    assert_eq!(model.notice, None);

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
