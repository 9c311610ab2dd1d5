//! What a comparison reads from lines, and what it refuses, without a browser.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::compare::{Event, Header, MOST_FAULTS, Reason, read_line, update};
use clientele::model::LinkError;
use common::comparing::{code, given, names, read_on};
use common::{example, pack};

#[test]
fn reads_links_codes_and_cells() {
    let (law, shop) = (code("law-firm"), code("retail-shop"));
    for (line, label) in [
        (law.clone(), None),
        (format!("  {law}\r"), None),
        (format!("\u{feff}{law}"), None),
        (format!("https://example.org/sub/#{law}"), None),
        (format!("(https://example.org/#{law})."), None),
        (format!("<https://example.org/#{law}>"), None),
        (format!("“{law}”"), None),
        (format!("https://example.org/#{law}?fbclid=a-b"), None),
        (
            format!("https://example.org/r/cl/#{law}&utm_source=~x"),
            None,
        ),
        (
            format!("https://example.org/#{law}%7ETeam%20North"),
            Some("Team North"),
        ),
        (
            format!("Ann,https://example.org/#{law}?fbclid=x"),
            Some("Ann"),
        ),
        (format!("Ann Smith {law}"), Some("Ann Smith")),
        (format!("{law}  Ann"), Some("Ann")),
        (format!("https://example.org/#{law} Ann"), Some("Ann")),
        (format!("{law}\t😀"), Some("😀")),
        (format!("李\t{law}"), Some("李")),
        (
            format!("https://example.org/r/client-centred/?utm_source=x#{law}~Team%20North"),
            Some("Team North"),
        ),
        (format!("{law}~Ann"), Some("Ann")),
        (format!("{law}~Smith, Ann; Ltd"), Some("Smith, Ann; Ltd")),
        (format!("Ann,{law}"), Some("Ann")),
        (format!("{law}, Ann"), Some("Ann")),
        (format!("Ann;{law}"), Some("Ann")),
        (format!("Ann\t{law}"), Some("Ann")),
        (format!("Ann, Bob & Co\t{law}"), Some("Ann, Bob & Co")),
        (format!("Ann; Bob, {law}"), Some("Ann; Bob")),
        (format!("\"Smith, Ann\",{law}"), Some("Smith, Ann")),
        (
            format!("\"The \"\"Best\"\" Ltd\";{law}"),
            Some("The \"Best\" Ltd"),
        ),
        (format!("\"{law}\",\"Ann\""), Some("Ann")),
        (format!("Ann,https://example.org/#{law}~Team"), Some("Ann")),
        (format!("https://example.org/#{law}~Team,Ann"), Some("Ann")),
        (format!("https://example.org/#{law}~Team"), Some("Team")),
        (format!("'=1+1,{law}"), Some("=1+1")),
        (format!("Ann,{law},client,71,15"), Some("Ann")),
        (format!(",{law}"), None),
        (
            format!("(https://example.org/#{law}~Team%20North)."),
            Some("Team North"),
        ),
        (
            format!("https://example.org/#{law}~R%26D&fbclid=x"),
            Some("R&D"),
        ),
        (format!("https://example.org/#{law}:~:text=foo"), None),
        (format!("{law}~R&D (North)?"), Some("R&D (North)?")),
        (format!("{law},https://example.org/#{law}"), None),
        (format!("2024 autumn,{law}"), Some("2024 autumn")),
        (format!("Person 14571,{law}"), Some("Person 14571")),
        // A label that could be a result itself.
        (format!("{shop},{law},client,71,15"), Some(&*shop)),
        (format!("\"{shop}~x\",{law}"), Some(&*format!("{shop}~x"))),
        (
            format!("\"a;#{shop}~\",{law}"),
            Some(&*format!("a;#{shop}~")),
        ),
        (
            format!("\"/compare/#{shop}~.{shop}\",{law}"),
            Some(&*format!("/compare/#{shop}~.{shop}")),
        ),
    ] {
        let entry =
            read_line(pack(), &line, None).unwrap_or_else(|error| panic!("{line}: {error:?}"));
        let entry = entry.unwrap_or_else(|| panic!("{line}: nothing is in it"));
        assert_eq!(entry.answers, example("law-firm"), "{line}");
        assert_eq!(entry.label.as_deref(), label, "{line}");
    }
}

#[test]
fn reads_what_forms_chats_and_mails_hold() {
    let law = code("law-firm");
    for (line, label) in [
        (
            format!("Ann Smith: https://example.org/#{law}"),
            Some("Ann Smith"),
        ),
        (
            format!("10:32 From Ann to all : https://example.org/#{law}"),
            Some("10:32 From Ann to all"),
        ),
        (
            format!("2026-11-20 10:00,Ann,https://example.org/#{law}"),
            Some("Ann"),
        ),
        (format!(",Ann,https://example.org/#{law}"), Some("Ann")),
        (
            format!("1;Ann;Here it is: https://example.org/#{law} thanks"),
            Some("Ann"),
        ),
        (
            format!("Ann,https://example.org/#{law}~Team,Well done; see you"),
            Some("Ann"),
        ),
        (
            format!("Ann,https://example.org/?utm_source=a&amp;utm_medium=b#{law}"),
            Some("Ann"),
        ),
        (
            format!(
                "https://mail.example/?url=https%3A%2F%2Fexample.org%2Fr%2Fcl%2F%23{law}&data=05"
            ),
            None,
        ),
        (format!("14571,Ann,{law}"), Some("Ann")),
        (format!("Ann,14571,{law}"), Some("Ann")),
        (format!("\t{law}\tclient"), None),
    ] {
        let entry = read_line(pack(), &line, None).map(Option::unwrap);
        let entry = entry.unwrap_or_else(|_| panic!("{line}"));
        assert_eq!(entry.answers, example("law-firm"), "{line}");
        assert_eq!(entry.label.as_deref(), label, "{line}");
    }
}

#[test]
fn skips_what_holds_nothing() {
    for line in ["", "  ", "\r", "\u{feff}", ",,,", ";;", "\t\t", "\"\",\"\""] {
        assert_eq!(read_line(pack(), line, None), Ok(None), "{line:?}");
    }
    assert_eq!(read_line(pack(), "sep=;", None), Ok(None));
    for line in [
        "label,code",
        "Name;Link",
        "\"Person\"\t\"Result\"",
        "code",
        "\u{feff}label,code,verdict",
        "Timestamp,Your name,Paste your link here",
    ] {
        assert!(Header::of(pack(), line).is_some(), "{line:?}");
        assert!(read_line(pack(), line, None).is_err(), "{line:?}");
    }
}

#[test]
fn says_what_is_wrong_with_a_line() {
    let law = code("law-firm");
    let damaged = law.replace('M', "N");
    for (line, error) in [
        ("hello".to_owned(), LinkError::Foreign),
        ("https://example.org/".to_owned(), LinkError::Foreign),
        ("Ann,Bob".to_owned(), LinkError::Foreign),
        (law[..6].to_owned(), LinkError::Truncated),
        (format!("Ann,{}", &law[..6]), LinkError::Truncated),
        (damaged.clone(), LinkError::Damaged),
        (format!("({damaged})."), LinkError::Damaged),
        (
            format!("https://example.org/#{damaged}~Ann"),
            LinkError::Damaged,
        ),
        ("2AAAAAAAAAA".to_owned(), LinkError::TooNew),
        (format!("Ann;2{}", &law[1..]), LinkError::TooNew),
        (format!("Ann {damaged}"), LinkError::Foreign),
        (
            format!("https://example.org/#{damaged}?x=1"),
            LinkError::Damaged,
        ),
        ("x".repeat(5000), LinkError::Foreign),
    ] {
        let refused = Err(Reason::Unreadable(error));
        assert_eq!(read_line(pack(), &line, None), refused, "{line}");
    }
}

#[test]
fn keeps_the_good_lines_and_lists_the_others() {
    let (law, shop) = (code("law-firm"), code("retail-shop"));
    let model = given(&format!(
        "label,code\r\nAnn,{law}\r\n\r\nnonsense\r\nBob,{shop}\r\nAnn,{law}\r\nEve,{law}\r\n"
    ));
    assert_eq!(names(&model), ["Ann", "Bob", "Eve"]);
    let summary = model.summary.expect("an end");
    assert_eq!(
        (
            summary.lines,
            summary.added,
            summary.unreadable,
            summary.repeated
        ),
        (7, 3, 1, 1)
    );
    let faults: Vec<_> = summary
        .faults
        .iter()
        .map(|it| (it.line, it.reason, it.excerpt.as_str()))
        .collect();
    assert_eq!(
        faults,
        [
            (4, Reason::Unreadable(LinkError::Foreign), "nonsense"),
            (6, Reason::Repeated, &*format!("Ann,{law}")),
        ]
    );
}

#[test]
fn several_tables_with_the_same_header_are_one_text() {
    let (law, shop) = (code("law-firm"), code("retail-shop"));
    let model = given(&format!(
        "label,code\r\nAnn,{law}\r\n\n\u{feff}label,code\nBob,{shop}\ncode\n"
    ));
    assert_eq!(names(&model), ["Ann", "Bob"]);
    let summary = model.summary.expect("an end");
    // Another one than the first is no header.
    assert_eq!((summary.added, summary.unreadable), (2, 1));
    assert_eq!(summary.faults[0].line, 6);
}

#[test]
fn a_line_of_several_is_refused_rather_than_read_in_part() {
    let [a, b, c] = ["law-firm", "retail-shop", "freelancer"].map(code);
    for line in [
        format!("{a}, {b}, {c}"),
        format!("{a};{b}"),
        format!("{a} {b} {c}"),
        format!("Ann,{a},Ben,{b},Cy,{c}"),
        format!("Ann {a} Ben {b}"),
        format!("Ann is https://example.org/r/cl/#{a} and Ben is https://example.org/r/cu/#{b}"),
        format!("https://example.org/#{a}~Ann https://example.org/#{b}~Ben"),
        format!("Group 1\thttps://example.org/compare/#{a}~Ann.{b}~Ben\t12 May"),
    ] {
        let read = read_line(pack(), &line, None);
        assert_eq!(read, Err(Reason::Several), "{line}");
    }
    let model = given(&format!("{a} {b}\n{a}"));
    let summary = model.summary.expect("an end");
    assert_eq!((summary.added, summary.unreadable), (1, 1));
}

#[test]
fn lines_end_as_on_older_macs_too() {
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    let model = given(&format!("name,code\rAnn,{a}\rBen,{b}\r"));
    assert_eq!(names(&model), ["Ann", "Ben"]);
    assert_eq!(model.summary.map(|it| it.unreadable), Some(0));
}

#[test]
fn a_quoted_cell_may_hold_breaks() {
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    for (text, expected, lines) in [
        (
            format!("\"Ann\nSmith\",{a}\nBen,{b}\n"),
            ["Ann Smith", "Ben"],
            3,
        ),
        (
            format!("\"Ann\r\nSmith\";{a}\r\nBen;{b}"),
            ["Ann Smith", "Ben"],
            3,
        ),
        (
            format!("\"Ann\rSmith\"\t{a}\rBen\t{b}"),
            ["Ann Smith", "Ben"],
            3,
        ),
        (
            format!("{a},\"Ann\n\"\"Annie\"\"\nSmith\"\nBen,{b}"),
            ["Ann \"Annie\" Smith", "Ben"],
            4,
        ),
        (
            format!("Ann,{a},\"said:\n\nyes\"\nBen,{b},no"),
            ["Ann", "Ben"],
            4,
        ),
        (
            format!("\u{feff}\"Your\nname\",code\nAnn,{a}\n\"Your\nname\",code\nBen,{b}"),
            ["Ann", "Ben"],
            6,
        ),
    ] {
        let model = given(&text);
        assert_eq!(names(&model), expected, "{text}");
        let summary = model.summary.expect("an end");
        assert_eq!((summary.lines, summary.unreadable), (lines, 0), "{text}");
    }
}

#[test]
fn a_quote_that_nobody_closed_takes_nobody_else_out() {
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    let many = "x\n".repeat(20);
    for (text, expected, refused) in [
        (format!("\"Ann,{a}\nBen,{b}\n"), &["Ben"][..], 1),
        (format!("\"Class\nAnn,{a}\nBen,{b}"), &["Ann", "Ben"], 1),
        (format!("\"Class\nAnn,{a}\n\"Ben\",{b}"), &["Ann", "Ben"], 1),
        (format!("\"Class\n\"Ann\",{a}\nBen,{b}"), &["Ann", "Ben"], 1),
        (format!("\"{many}\"Ann\",{a}\nBen,{b}"), &["Ann", "Ben"], 20),
        (format!("Ann,{a}\nBen,{b}\n\"The end"), &["Ann", "Ben"], 1),
    ] {
        let model = given(&text);
        assert_eq!(names(&model), expected, "{text}");
        let summary = model.summary.expect("an end");
        assert_eq!(summary.unreadable, refused, "{text}");
        assert_eq!(summary.lines as usize, text.lines().count(), "{text}");
    }
}

#[test]
fn what_is_refused_of_several_lines_is_named_by_its_first() {
    let model = given(&format!(
        "Ann,{}\n\"no\ncode\",here\nnor here",
        code("law-firm")
    ));
    let summary = model.summary.expect("an end");
    let faults = summary
        .faults
        .iter()
        .map(|it| (it.line, it.excerpt.as_str()));
    assert_eq!(
        faults.collect::<Vec<_>>(),
        [(2, "\"no code\",here"), (4, "nor here")]
    );
}

#[test]
fn a_header_says_where_the_names_are() {
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    for (head, rows, expected) in [
        (
            "Surname,First name,Email address,Response",
            [
                format!("Smith,Ann,a@example.org,{a}"),
                format!("Jones,Ben,b@example.org,{b}"),
            ],
            ["Ann Smith", "Ben Jones"],
        ),
        (
            "Group;Full name;Username;Response",
            [format!("1;Ann;ann1;{a}"), format!("1;Ben;ben1;{b}")],
            ["Ann", "Ben"],
        ),
        (
            "sep=,\n\nResult,Score,Name",
            [format!("{a},3,Ann"), format!("{b},4,Ben")],
            ["Ann", "Ben"],
        ),
        (
            "Id,Code,Name",
            [format!("17,{a},Ann"), format!("18,{b},Ben")],
            ["Ann", "Ben"],
        ),
        (
            "Name,Group,Code",
            [format!(",North,{a}"), format!("Ben,South,{b}")],
            ["Person 1", "Ben"],
        ),
    ] {
        let text = format!("{head}\n{}\n{}\n", rows[0], rows[1]);
        let model = given(&text);
        assert_eq!(names(&model), expected, "{text}");
        assert_eq!(model.summary.map(|it| it.unreadable), Some(0), "{text}");
    }
}

#[test]
fn people_without_a_name_who_answered_alike_each_count() {
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    let text = format!("{a}\n{a}\n{b}\n{a}\n");
    let mut model = given(&text);
    assert_eq!(model.people().len(), 4);
    // The same text adds nobody, a longer one those it has more.
    for (text, people, repeated) in [
        (text.clone(), 4, 4),
        (format!("{text}{a}\n"), 5, 4),
        (format!("{b}\n{a}\n"), 5, 2),
        (format!("Ann,{a}\nAnn,{a}\n"), 6, 1),
    ] {
        let effects = update(&mut model, Event::TextGiven(text));
        read_on(&mut model, effects);
        assert_eq!(model.people().len(), people);
        assert_eq!(model.summary.as_ref().map(|it| it.repeated), Some(repeated));
    }
    // Who goes is one of them.
    update(&mut model, Event::Removed(0));
    let effects = update(
        &mut model,
        Event::TextGiven(format!("{a}\n{a}\n{a}\n{a}\n")),
    );
    read_on(&mut model, effects);
    assert_eq!(
        model.summary.map(|it| (it.added, it.repeated)),
        Some((1, 3))
    );
}

#[test]
fn what_cannot_be_read_is_listed_before_what_is_there_already() {
    let law = code("law-firm");
    let text = format!(
        "{}nonsense\n",
        format!("Ann,{law}\n").repeat(MOST_FAULTS + 2)
    );
    let summary = given(&text).summary.expect("an end");
    assert_eq!(summary.faults.len(), MOST_FAULTS);
    assert_eq!(
        summary.faults.last().map(|it| it.excerpt.as_str()),
        Some("nonsense")
    );
    assert_eq!(
        (summary.repeated as usize, summary.unreadable),
        (MOST_FAULTS + 1, 1)
    );
}
