//! The link of a comparison, without a browser: who is in it, and what it opens as.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::compare::{Effect, Event, update};
use common::comparing::{code, given, names, opened, pairs};

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
