//! What people take along from a comparison: its link, its table, its data and its picture.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::compare::{
    Download, Effect, Event, MOST_IN_LINK, Model, Notice, Passed, csv, json, update,
};
use clientele::export::THEMED;
use clientele::model::{Answers, Spread, classify, encode};
use common::comparing::{barely, code, given, opened, pairs};
use common::{any_answers, pack};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// What a drawing says, in order.
fn said(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).expect("a drawing");
    let texts = document.descendants().filter(|it| it.has_tag_name("text"));
    texts
        .map(|it| it.text().unwrap_or_default().to_owned())
        .collect()
}

/// So many people, each an example business, called Zoe0 and so on.
fn so_many(count: usize) -> Model {
    let examples = pack().examples.iter().cycle().take(count).enumerate();
    let lines: Vec<String> = examples
        .map(|(at, it)| format!("Zoe{at},{}", encode(&it.answers(pack()))))
        .collect();
    given(&lines.join("\n"))
}

#[test]
fn people_are_only_here_until_an_address_or_a_file_has_them() {
    assert!(!so_many(MOST_IN_LINK).is_only_here);
    let mut model = so_many(MOST_IN_LINK + 1);
    for (event, is_only_here) in [
        (Event::DownloadAsked(Download::Png), true),
        (Event::DownloadAsked(Download::Csv), false),
        (Event::NamesToggled, true),
        (Event::DownloadAsked(Download::Json), false),
        (Event::Removed(1), false),
        (Event::ClearingUndone, true),
        (Event::Cleared, false),
        (Event::ClearingUndone, true),
        // Another comparison's link, which has all of its people.
        (Event::AddressChanged(code("law-firm")), false),
    ] {
        let _ = update(&mut model, event.clone());
        assert_eq!(model.is_only_here, is_only_here, "{event:?}");
    }
}

#[test]
fn the_picture_holds_the_charts_and_no_names() {
    for count in [1, 2, 19, 100] {
        let mut model = so_many(count);
        let effects = update(&mut model, Event::DownloadAsked(Download::Png));
        let [Effect::Draw(drawn)] = &effects[..] else {
            panic!("{effects:?}");
        };
        assert_eq!(drawn.name, "clientele-comparison.png");
        assert_eq!(drawn.width, 1200);
        let texts = said(&drawn.svg);
        let group = model.roster.group();
        for question in &pack().questions {
            assert!(texts.contains(&question.name), "{}", question.name);
        }
        for spread in group.spreads() {
            let agreement = spread.agreement().map(|it| it.to_string());
            assert!(agreement.is_none_or(|it| texts.contains(&it)));
        }
        assert!(texts.iter().all(|it| !it.contains("Zoe")));
        // As many dots as there are answers, or a number at each place.
        let dots =
            drawn.svg.matches("a3 3 0 0 1 6 0a").count() + drawn.svg.matches("v-3h6v6h-6z").count();
        let answered: u32 = group.spreads().iter().map(Spread::answered).sum();
        if count <= 60 {
            assert!(dots >= answered as usize, "{dots} of {answered}");
        } else {
            assert!(texts.contains(&group.spreads()[0].at(2).to_string()));
        }
        // Only colours that the page replaces, and nothing from elsewhere.
        for name in drawn.svg.split("var(").skip(1) {
            let name = name.split(')').next().unwrap_or_default();
            assert!(THEMED.contains(&name), "{name}");
        }
        assert_eq!(drawn.svg.matches("://").count(), 1, "but for the namespace");
    }
}

#[test]
fn the_picture_says_of_scores_what_there_is_to_say() {
    let few = barely();
    let alike = |others: &str| {
        let mut model = given(&format!("A,{few}\nB,{few}\nC,{few}\n{others}"));
        let effects = update(&mut model, Event::DownloadAsked(Download::Png));
        let [Effect::Draw(drawn)] = &effects[..] else {
            panic!("{effects:?}");
        };
        said(&drawn.svg).join(" ")
    };
    // With one score there is no middle half, however many people there are.
    let one = alike(&code("law-firm"));
    assert!(one.contains("How the scores are spread") && one.contains("The middle score"));
    assert!(!one.contains("The middle half"), "{one}");
    assert!(
        one.contains("3 people have too few answers for a score"),
        "{one}"
    );
    // With none there is nothing to head.
    assert!(!alike("").contains("How the scores are spread"));
}

#[test]
fn the_scores_of_a_few_people_are_large_dots_those_of_many_small_ones_or_columns() {
    let drawn = |codes: &[String]| {
        let names = codes.iter().enumerate();
        let lines: Vec<String> = names.map(|(at, code)| format!("Zoe{at},{code}")).collect();
        let effects = update(
            &mut given(&lines.join("\n")),
            Event::DownloadAsked(Download::Png),
        );
        let [Effect::Draw(drawn)] = &effects[..] else {
            panic!("{effects:?}");
        };
        let round = drawn.svg.matches("a5 5 0 0 1 10 0a").count();
        (
            round + drawn.svg.matches("v-5h10v10h-10z").count(),
            drawn.svg.matches("h5v").count(),
        )
    };
    let all: Vec<String> = pack()
        .examples
        .iter()
        .map(|it| encode(&it.answers(pack())))
        .collect();
    assert_eq!(drawn(&all[..12]), (12, 0));
    assert_eq!(drawn(&all[..13]), (0, 0));
    // Seven at most stand one above the other, and twelve small ones.
    assert_eq!(drawn(&vec![all[0].clone(); 7]), (7, 0));
    assert_eq!(drawn(&vec![all[0].clone(); 8]), (0, 0));
    assert_eq!(drawn(&vec![all[0].clone(); 13]), (0, 1));
}

#[test]
fn a_picture_that_fails_is_said() {
    let mut model = given(&code("law-firm"));
    let _ = update(&mut model, Event::PictureEnded(true));
    assert_eq!(model.notice, None);
    let _ = update(&mut model, Event::PictureEnded(false));
    assert_eq!(model.notice, Some(Notice::Passed(Passed::PictureFailed)));
}

#[test]
fn files_are_asked_for_by_name() {
    let mut model = given(&code("law-firm"));
    for (format, name) in [
        (Download::Csv, "clientele-comparison.csv"),
        (Download::Json, "clientele-comparison.json"),
    ] {
        let effects = update(&mut model, Event::DownloadAsked(format));
        assert!(matches!(&effects[..], [Effect::Download(file)] if file.name == name));
    }
}

/// People with all kinds of labels, nasty ones among them.
fn any_people() -> impl Strategy<Value = Vec<(Answers, Option<String>)>> {
    let label = prop_oneof![
        "[=+@-][ -~]{0,20}",
        "[ -~]{1,30}",
        "[\\PC]{1,12}",
        Just("Zoë, \"Q\"; Ltd. ~ 50 %".to_owned()),
    ];
    vec((any_answers(), option::of(label)), 0..20)
}

/// The model of a link that holds these people.
fn with(people: &[(Answers, Option<String>)]) -> Model {
    let part = |(answers, label): &(Answers, Option<String>)| {
        let bytes = label.iter().flat_map(|it| it.bytes());
        let escaped: Vec<String> = bytes.map(|it| format!("%{it:02x}")).collect();
        let escaped = escaped.concat();
        format!("{}~{escaped}", encode(answers))
    };
    let parts: Vec<String> = people.iter().map(part).collect();
    opened(&parts.join("."))
}

proptest! {
    #[test]
    fn no_text_panics(text in "(?s).{0,300}") {
        let _ = given(&text);
        let _ = opened(&text);
    }

    #[test]
    fn a_printed_link_opens_the_same_people(people in any_people()) {
        let model = with(&people);
        match model.fragment() {
            Some(fragment) => {
                prop_assert!(fragment.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_.~%".contains(&it)));
                prop_assert_eq!(pairs(&opened(&fragment)), pairs(&model));
            }
            None => prop_assert!(model.people().is_empty() || model.people().len() > MOST_IN_LINK),
        }
    }

    #[test]
    fn the_order_of_lines_changes_no_figure(people in any_people()) {
        let mut reversed = people.clone();
        reversed.reverse();
        let (one, other) = (with(&people), with(&reversed));
        prop_assert_eq!(one.roster.group(), other.roster.group());
    }

    #[test]
    fn the_table_is_read_back_and_holds_no_formula(people in any_people()) {
        let model = with(&people);
        let text = csv(&model).text;
        prop_assert!(text.starts_with('\u{feff}'), "without it, Excel does not know UTF-8");
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let header: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
        prop_assert_eq!(&header[..5], &["label", "code", "verdict", "score", "answered"].map(str::to_owned));
        prop_assert!(header[5..].iter().eq(pack().questions.iter().map(|it| &it.id)));
        let rows: Vec<::csv::StringRecord> = reader.records().map(|it| it.expect("a row")).collect();
        prop_assert_eq!(rows.len(), model.people().len());
        for (row, person) in rows.iter().zip(model.people()) {
            prop_assert!(!row[0].starts_with(['=', '+', '-', '@', '\t', '\r']));
            let bare = row[0].strip_prefix('\'').filter(|it| it.starts_with(['=', '+', '-', '@', '\''])).unwrap_or(&row[0]);
            prop_assert_eq!(bare, person.label.as_deref().unwrap_or_default());
            prop_assert_eq!(&row[1], encode(&person.answers));
            let found = classify(pack(), &person.answers);
            prop_assert_eq!(&row[2], found.verdict.id());
            if found.verdict.centring().is_some() {
                prop_assert_eq!(&row[3], found.tally.score().to_string());
            }
            for (cell, (_, position)) in row.iter().skip(5).zip(person.answers.positions(pack())) {
                prop_assert_eq!(cell, position.map(|it| it.to_string()).unwrap_or_default());
            }
        }
    }

    #[test]
    fn the_table_dropped_on_the_page_gives_the_same_people(people in any_people()) {
        let model = with(&people);
        prop_assert_eq!(pairs(&given(&csv(&model).text)), pairs(&model));
    }

    #[test]
    fn the_json_is_read_back(people in any_people()) {
        let model = with(&people);
        let value: serde_json::Value = serde_json::from_str(&json(&model).text).expect("JSON");
        prop_assert_eq!(&value["format"], "clientele-comparison");
        prop_assert_eq!(&value["version"], 1);
        let read = value["people"].as_array().expect("people");
        prop_assert_eq!(read.len(), model.people().len());
        for (read, person) in read.iter().zip(model.people()) {
            prop_assert_eq!(read["label"].as_str(), person.label.as_deref());
            prop_assert_eq!(read["code"].as_str(), Some(&*encode(&person.answers)));
            for (question, position) in person.answers.positions(pack()) {
                prop_assert_eq!(read["positions"][&question.id].as_i64(), position.map(i64::from));
            }
        }
        let group = model.roster.group();
        let dimensions = value["group"]["dimensions"].as_array().expect("dimensions");
        for (read, spread) in dimensions.iter().zip(group.spreads()) {
            prop_assert_eq!(read["agreement"].as_u64(), spread.agreement().map(u64::from));
            prop_assert_eq!(read["median"].as_f64(), spread.twice_median().map(|it| f64::from(it) / 2.0));
            prop_assert_eq!(read["none"].as_u64(), Some(spread.none.into()));
        }
        prop_assert_eq!(value["group"]["score"]["median"].as_f64(), group.quartiles().map(|it| f64::from(it.median) / 2.0));
    }
}
