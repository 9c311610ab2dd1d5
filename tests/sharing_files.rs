//! The files of a result, read back by parsers that are not ours.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::export::{Format, cell, export, qr_path};
use clientele::flow::Field;
use clientele::model::{Answer, Answers, Phrase, Shape, decode, encode, sturdiness_of_shape};
use clientele::words;
use common::sharing::{link_of, result, typed};
use common::walking::shown;
use common::{any_answers, example, pack, question};
use proptest::prelude::*;

#[test]
fn json_reads_back_with_everything_in_it() {
    let answers = example("it-service-firm").with(&pack().questions[1], Answer::DoesNotApply);
    let model = typed(
        result(answers, ""),
        Field::Label,
        "A \"quoted\"\\ \u{1}label\n",
    );
    let link = link_of(&model);
    let file = export(pack(), &shown(&model).outcome(), &link, Format::Json);
    let read: serde_json::Value = serde_json::from_str(&file.text).expect("valid JSON");
    let reading = &shown(&model).reading;
    assert_eq!(read["clientele"], 1);
    assert_eq!(read["verdict"], "two-track");
    assert_eq!(read["score"], reading.tally.score());
    let sturdy = |name: &str| read[name].as_u64().expect("a figure");
    let shape = sturdiness_of_shape(pack(), &answers, Shape::TwoTrack);
    let percents = [reading.sturdiness.expect("one"), shape].map(|it| u64::from(it.percent()));
    assert_eq!([sturdy("sturdiness"), sturdy("shape-sturdiness")], percents);
    assert!(
        percents[1] < percents[0],
        "the shape holds less often than 'both'"
    );
    assert_eq!(read["code"], encode(&answers));
    assert_eq!(read["label"], "A \"quoted\"\\ label");
    assert_eq!(read["link"], link);
    assert_eq!(read["answers"].as_array().map(Vec::len), Some(15));
    assert_eq!(read["answers"][1]["option"], "does-not-apply");
    assert_eq!(read["answers"][1]["position"], serde_json::Value::Null);
    let advice = read["advice"].as_array().expect("a list");
    assert_eq!(advice.len(), reading.recommendations.len());
    assert!(
        advice
            .iter()
            .all(|it| !it["because"].as_array().expect("a list").is_empty())
    );
}

#[test]
fn csv_reads_back_row_by_row() {
    let model = result(example("restaurant"), "");
    let file = export(pack(), &shown(&model).outcome(), "", Format::Csv);
    assert!(
        file.text.starts_with('\u{feff}'),
        "without it, Excel does not know UTF-8"
    );
    let mut reader = csv::Reader::from_reader(file.text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 16);
    assert_eq!(&rows[0][1], "customer");
    for (row, question) in rows[1..].iter().zip(&pack().questions) {
        assert_eq!(&row[1], question.id);
        let position: Option<i8> = row[4].parse().ok();
        assert_eq!(position, example("restaurant").position(question));
    }
}

#[test]
fn a_label_never_becomes_a_formula_or_another_cell() {
    for label in [
        "=1+1", "+1", "-1", "@x", "\tx", "a,b", "a\"b", "a\r\nb", "a;b",
    ] {
        let model = typed(result(example("restaurant"), ""), Field::Label, label);
        let file = export(pack(), &shown(&model).outcome(), "", Format::Csv);
        let mut reader = csv::Reader::from_reader(file.text.as_bytes());
        let first = reader.records().next().expect("a row").expect("it parses");
        assert_eq!(first.len(), 6, "{label:?}");
        assert!(
            !first[2].starts_with(['=', '+', '-', '@', '\t', '\r']),
            "{label:?}"
        );
        // As everywhere, on one line and without blanks round it.
        let bare = label.replace("\r\n", "  ");
        assert!(
            first[2].contains(bare.trim()),
            "{label:?} became {:?}",
            &first[2]
        );
    }
}

#[test]
fn markdown_shows_the_words_of_links_to_terms_alone() {
    for example in &pack().examples {
        let model = result(example.answers(pack()), "");
        let text = export(pack(), &shown(&model).outcome(), "", Format::Markdown).text;
        // Brackets that are text stand behind a backslash there.
        assert!(!text.contains("\\]("), "{}: {text}", example.id);
    }
}

#[test]
fn with_too_few_answers_no_file_has_a_score() {
    let offer = question("offer");
    let model = result(Answers::default().with(offer, Answer::Option(1)), "");
    let text = |format| export(pack(), &shown(&model).outcome(), "", format).text;
    let json: serde_json::Value = serde_json::from_str(&text(Format::Json)).expect("valid JSON");
    assert_eq!(json["score"], serde_json::Value::Null);
    let csv = text(Format::Csv);
    let wanted = format!("\r\nscore,too-few,,,,{}\r\n", offer.weight());
    assert!(csv.contains(&wanted), "{csv}");
}

#[test]
fn markdown_says_what_the_verdict_means_and_what_comes_before_all() {
    let text = |answers| {
        let model = result(answers, "");
        export(pack(), &shown(&model).outcome(), "", Format::Markdown).text
    };
    let sure = text(example("law-firm"));
    // Four tensions, and a score of 34.
    let torn = text(decode(pack(), "1ptMMLVUgLA").expect("a code of ours"));
    let means = pack().say(Phrase::VerdictClientMeans);
    assert!(sure.contains(means) && torn.contains(means), "{torn}");
    for phrase in [Phrase::VerdictClose, Phrase::ActionsBefore] {
        assert!(torn.contains(pack().say(phrase)), "{torn}");
        assert!(!sure.contains(pack().say(phrase)), "{sure}");
    }
}

#[test]
fn a_call_is_said_to_be_close_for_the_verdict_first_then_for_the_shape() {
    let said = |code: &str| {
        let model = result(decode(pack(), code).expect("a code of ours"), "");
        words::close_call(pack(), &shown(&model).reading)
    };
    let close = Some(pack().say(Phrase::VerdictClose));
    let shape = Some(pack().say(Phrase::VerdictShapeClose));
    let tips = Some(pack().say(Phrase::VerdictShapeTips));
    assert_eq!(said("1ptMMLVUgLA"), close, "a client's, at 34");
    assert_eq!(said("1cMcqMJkYVg"), tips, "just enough at each end: 28 %");
    assert_eq!(said("1cscqMJkY7w"), shape, "nearly enough: 73 %");
    assert_eq!(said("1iaababRYyg"), None, "half-way in most");
    assert_eq!(said("1pMMSjUhg_A"), None, "a law firm's");
}

#[test]
fn markdown_reads_back_as_headings_steps_and_a_table() {
    use pulldown_cmark::{Event as Part, Options, Parser, Tag};
    let model = typed(
        result(example("law-firm"), ""),
        Field::Label,
        "<script>*x*|[y](z) R&amp;D ~~past~~",
    );
    let link = link_of(&model);
    let file = export(pack(), &shown(&model).outcome(), &link, Format::Markdown);
    let parts: Vec<Part> = Parser::new_ext(
        &file.text,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    )
    .collect();
    let count = |wanted: fn(&Tag) -> bool| {
        let tags = parts
            .iter()
            .filter(|part| matches!(part, Part::Start(tag) if wanted(tag)));
        tags.count()
    };
    assert!(count(|tag| matches!(tag, Tag::Heading { .. })) >= 12);
    assert_eq!(count(|tag| matches!(tag, Tag::Strikethrough)), 0);
    let texts = parts.iter().filter_map(|part| match part {
        Part::Text(text) => Some(text.as_ref()),
        _ => None,
    });
    assert!(texts.collect::<String>().contains("R&amp;D ~~past~~"));
    assert_eq!(count(|tag| matches!(tag, Tag::TableRow)), 15);
    let links: Vec<String> = parts
        .iter()
        .filter_map(|part| match part {
            Part::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(links, [link], "no other link, nor one from the label");
    assert!(
        !parts
            .iter()
            .any(|part| matches!(part, Part::Html(_) | Part::InlineHtml(_)))
    );
}

#[test]
fn files_call_a_result_what_whoever_opens_its_link_reads() {
    let model = typed(
        result(example("law-firm"), ""),
        Field::Label,
        " \u{202e}Team\u{2066} North ",
    );
    assert!(link_of(&model).ends_with("~Team%20North"));
    for format in [Format::Markdown, Format::Csv, Format::Json] {
        let file = export(pack(), &shown(&model).outcome(), &link_of(&model), format);
        assert!(file.text.contains("Team North"), "{}", file.text);
        assert!(!file.text.contains(['\u{202e}', '\u{2066}']));
    }
}

proptest! {
    #[test]
    fn any_cell_reads_back_as_one_cell(text in "\\PC*") {
        let line = format!("{},end\r\n", cell(&text));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
        let row = reader.records().next().expect("a row").expect("it parses");
        prop_assert_eq!(row.len(), 2);
        let guarded = format!("'{text}");
        prop_assert!(row[0] == *text || row[0] == *guarded);
    }

    #[test]
    fn every_result_can_be_taken_along(answers in any_answers()) {
        let model = result(answers, "");
        let link = link_of(&model);
        let json = export(pack(), &shown(&model).outcome(), &link, Format::Json);
        prop_assert!(serde_json::from_str::<serde_json::Value>(&json.text).is_ok());
        prop_assert!(qr_path(&link).is_some());
        prop_assert!(export(pack(), &shown(&model).outcome(), &link, Format::Markdown).text.contains(&link));
    }
}
