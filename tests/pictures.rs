//! Pictures of results: well-formed drawings of the size they claim, with what has to be in them.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::export::{Cut, Picture, THEMED, picture, qr_picture};
use clientele::flow::{Owner, Shown};
use clientele::model::Answers;
use clientele::words;
use common::{any_answers, example, pack};
use proptest::prelude::*;

fn drawn(answers: Answers, label: &str, cut: Cut) -> Picture {
    let mut shown = Shown::new(pack(), Owner::Own, answers);
    label.clone_into(&mut shown.share.label);
    picture(pack(), &shown.outcome(), "example.org/sub/r/cl/#1abc", cut)
}

/// All texts of a drawing, each with its place; fails unless it is well-formed.
fn texts(picture: &Picture) -> Vec<(i32, i32, String)> {
    let document = roxmltree::Document::parse(&picture.svg).expect("well-formed");
    let root = document.root_element();
    assert_eq!(root.attribute("width"), Some(&*picture.width.to_string()));
    assert_eq!(root.attribute("height"), Some(&*picture.height.to_string()));
    let number = |node: &roxmltree::Node, name| {
        let value = node.attribute(name).and_then(|value| value.parse().ok());
        value.unwrap_or_else(|| panic!("no {name}"))
    };
    document
        .descendants()
        .filter(|node| node.has_tag_name("text"))
        .map(|node| {
            let words = node.text().unwrap_or_default().to_owned();
            (number(&node, "x"), number(&node, "y"), words)
        })
        .collect()
}

#[test]
fn holds_verdict_score_profile_label_and_address() {
    for cut in [Cut::Wide, Cut::Square] {
        for example in &pack().examples {
            let answers = example.answers(pack());
            let picture = drawn(answers, "Team <North> & \"Sons\"", cut);
            let texts = texts(&picture);
            let all: Vec<&str> = texts.iter().map(|(_, _, words)| words.as_str()).collect();
            for question in &pack().questions {
                assert!(all.contains(&question.name.as_str()), "{}", question.name);
            }
            assert!(all.contains(&"Team <North> & \"Sons\""), "{all:?}");
            assert!(all.contains(&"example.org/sub/r/cl/#1abc"));
            let shown = Shown::new(pack(), Owner::Own, answers);
            let verdict = words::verdict(pack(), shown.reading.verdict);
            assert!(all.join(" ").contains(verdict), "{verdict}: {all:?}");
            assert!(all.contains(&words::score(pack(), &shown.reading).as_str()));
            for (x, y, words) in texts {
                let inside =
                    (0..1200).contains(&x) && (20..picture.height.cast_signed()).contains(&y);
                assert!(inside, "{words} at {x}, {y}");
            }
        }
    }
}

#[test]
fn the_longest_label_ends_before_the_profile_begins() {
    for (label, em, is_cut) in [
        (
            "Marketing department, north region, autumn workshop of 2026!",
            55,
            false,
        ),
        (
            "ACCOUNTING AND BUSINESS ADVISORY SERVICES LIMITED",
            78,
            false,
        ),
        (&"W".repeat(60), 100, true),
        (&"顧".repeat(60), 100, true),
    ] {
        let picture = drawn(example("freelancer"), label, Cut::Wide);
        let document = roxmltree::Document::parse(&picture.svg).expect("well-formed");
        let mut texts = document.descendants().filter(|it| it.has_tag_name("text"));
        // Behind the product's name.
        let shown = texts.nth(1).expect("the label");
        let words = shown.text().unwrap_or_default();
        assert_eq!(words == label, !is_cut, "{words}");
        assert_eq!(words.ends_with('…'), is_cut, "{words}");
        assert!(words.chars().count() > 40, "{words}");
        let size = shown.attribute("font-size").and_then(|it| it.parse().ok());
        let size: usize = size.expect("a size");
        assert!(
            60 + words.chars().count() * size * em / 100 < 690,
            "{size}: {words}"
        );
    }
}

#[test]
fn the_verdict_ends_before_the_profile_begins() {
    for (cut, end) in [(Cut::Wide, 640), (Cut::Square, 1060)] {
        for example in &pack().examples {
            let picture = drawn(example.answers(pack()), "", cut);
            let document = roxmltree::Document::parse(&picture.svg).expect("well-formed");
            let texts = document.descendants().filter(|it| it.has_tag_name("text"));
            for line in texts.filter(|it| it.attribute("class") == Some("serif")) {
                let size = line.attribute("font-size").and_then(|it| it.parse().ok());
                let size: usize = size.expect("a size");
                // A semi-bold serif of the wide kind takes 0.58 em for a character.
                let count = line.text().unwrap_or_default().chars().count();
                assert!(60 + count * size * 58 / 100 < end, "{:?}", line.text());
            }
        }
    }
}

#[test]
fn a_label_that_would_break_xml_stays_a_label() {
    for (label, shown) in [
        ("a]]>b <c> & \"d\"", None),
        ("a\u{ffff}b\u{fffe}", Some("ab")),
    ] {
        let picture = drawn(example("freelancer"), label, Cut::Wide);
        let said = texts(&picture).into_iter().map(|(_, _, text)| text);
        let is_there = said.into_iter().any(|text| text == shown.unwrap_or(label));
        assert!(is_there && !picture.svg.contains("]]>"), "{label:?}");
    }
}

#[test]
fn takes_its_colours_from_the_page() {
    let picture = drawn(example("freelancer"), "", Cut::Wide);
    let named: Vec<&str> = picture
        .svg
        .split("var(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .collect();
    assert!(named.iter().all(|name| THEMED.contains(name)), "{named:?}");
    // No colour by number.
    assert!(!picture.svg.contains("\"#") && !picture.svg.contains(":#"));
    assert_eq!((picture.width, picture.height), (1200, 630));
    let square = drawn(example("freelancer"), "", Cut::Square);
    assert_eq!((square.width, square.height), (1080, 1080));
}

#[test]
fn a_qr_picture_has_whole_pixels_for_each_module() {
    let code = "1pMMSjUhg_A";
    let link = format!("https://example.org/r/cl/#{code}");
    let picture = qr_picture(&link, code).expect("it fits");
    assert_eq!(picture.name, "clientele-1pMMSjUhg_A-qr.png");
    let document = roxmltree::Document::parse(&picture.svg).expect("well-formed");
    let view = document
        .root_element()
        .attribute("viewBox")
        .expect("a view");
    let modules: u32 = view
        .rsplit(' ')
        .next()
        .and_then(|it| it.parse().ok())
        .expect("a number");
    assert_eq!(picture.width % modules, 0);
    assert!(
        picture.width >= 600,
        "large enough for a poster: {}",
        picture.width
    );
}

proptest! {
    #[test]
    fn any_result_with_any_label_makes_a_drawing(answers in any_answers(), label in "\\PC{0,60}") {
        for cut in [Cut::Wide, Cut::Square] {
            prop_assert!(texts(&drawn(answers, &label, cut)).len() >= 17);
        }
    }
}
