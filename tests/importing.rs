//! What a comparison reads from a line, and what it refuses, without a browser. `importing_texts.rs` has what many lines
//! make together.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::compare::{Header, Unread, read_line};
use clientele::model::LinkError;
use common::comparing::code;
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
            Some("Ann"),
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
fn a_date_or_a_number_is_nobodys_name() {
    let law = code("law-firm");
    let link = format!("https://example.org/#{law}");
    for (line, label) in [
        // As chats are saved and copied.
        (
            format!("12/03/2026, 10:15 - Ann Smith: {link}"),
            Some("Ann Smith"),
        ),
        (
            format!("12/03/2026, 10:15 - Ann Smith: {law}"),
            Some("Ann Smith"),
        ),
        (
            format!("[12/03/2026, 10:15:22] Ann Smith: {link}"),
            Some("Ann Smith"),
        ),
        (
            format!("\u{200e}[3/12/26, 10:15:22\u{202f}AM] Ann Smith: \u{200e}{link}"),
            Some("Ann Smith"),
        ),
        (format!("12.03.26, 10:15 - Ann: {link}"), Some("Ann")),
        (format!("3/12/26, 10:15 a. m. - Ann: {link}"), Some("Ann")),
        (format!("10:15, 12/3/2026 - Ann: {link}"), Some("Ann")),
        (
            format!("10:15:22\t From Ann Smith : {link}"),
            Some("Ann Smith"),
        ),
        (
            format!("10:15:22\tFrom Ann Smith to Everyone: {link}"),
            Some("Ann Smith"),
        ),
        (
            format!("12/03/2026, 10:15 - Ann: Hi, all: {link}, see you"),
            Some("Ann"),
        ),
        (
            format!("12/03/2026, 10:15 - Ann: mine is {link}, see you"),
            Some("Ann"),
        ),
        (format!("12.03.26 10:15 - Ann: {link}"), Some("Ann")),
        (format!("[10:15] Ann S.: {link}"), Some("Ann S.")),
        (format!("00:15:40\tAnn Smith:\t{link}"), Some("Ann Smith")),
        // In tables.
        (format!("2026-11-20 10:00,{link}"), None),
        (format!("2026-03-12T10:15:22Z\t{link}\tAnn"), Some("Ann")),
        (
            format!("Ann,2026/11/20 10:00:12 AM GMT+1,{link}"),
            Some("Ann"),
        ),
        (format!("17,{law}"), None),
        (format!("17;{link};Ann"), Some("Ann")),
        (format!("17,{link}~Team"), Some("Team")),
        (format!(",{link},client"), None),
        (format!("2,3 Little Pigs: {link}"), Some("3 Little Pigs")),
        (format!("2026-11-20,24/7 Gym: {link}~Team"), Some("Team")),
        (format!("Ann: {link},,"), Some("Ann")),
        // In lists, whose marks are no part of a name.
        (format!("1. Cleo {link}"), Some("Cleo")),
        (format!("12. Cleo: {link}"), Some("Cleo")),
        (format!("2) Dev {link}"), Some("Dev")),
        (format!("(2) Dev {link}"), Some("Dev")),
        (format!("* Eva {link}"), Some("Eva")),
        (format!("- Eva {link}"), Some("Eva")),
        (format!("– Eva - {link}"), Some("Eva")),
        (format!("•\u{a0}Eva Roe: {link}"), Some("Eva Roe")),
        (format!("\u{2022}\tEva {link}"), Some("Eva")),
        (format!("> Eva: {link}"), Some("Eva")),
        (format!("& Sons {link}"), Some("& Sons")),
        (format!("(Eva) {link}"), Some("Eva")),
        (format!("{link} (Eva)"), Some("Eva")),
        (format!("1. (Eva) {link}"), Some("Eva")),
        (format!("1. Cleo, {link}"), Some("Cleo")),
        (format!("- 12/03/2026, 10:15 - Ann: {link}"), Some("Ann")),
        (format!("* {link}"), None),
        (format!("- {link}"), None),
        (format!("1. - {link}"), None),
        (format!("() {link}"), None),
        (format!("Eva (North) {link}"), Some("Eva (North)")),
        (format!("(Eva) and (Finn) {link}"), Some("(Eva) and (Finn)")),
        (format!("-Eva- {link}"), Some("-Eva")),
        (format!("1.FC Nord {link}"), Some("1.FC Nord")),
        (format!("2024. Autumn {link}"), Some("2024. Autumn")),
        (format!("3 Little Pigs {link}"), Some("3 Little Pigs")),
        // What says that it is a label has no mark.
        (format!("'- Eva,{law}"), Some("- Eva")),
        (format!("'+ Eva {law}"), Some("+ Eva")),
        (format!("{law}~3. Etage"), Some("3. Etage")),
        (format!("{link}~%28Eva%29"), Some("(Eva)")),
        (format!("1. {link}"), None),
        (format!("2) {law} Ann"), Some("Ann")),
        (format!("1:1 Coaching {law}"), Some("1:1 Coaching")),
        (format!("24/7 Gym {law}"), Some("24/7 Gym")),
        (
            format!("From Scratch Bakery {law}"),
            Some("From Scratch Bakery"),
        ),
    ] {
        let entry = read_line(pack(), &line, None).map(Option::unwrap);
        let entry = entry.unwrap_or_else(|error| panic!("{line}: {error:?}"));
        assert_eq!(entry.answers, example("law-firm"), "{line}");
        assert_eq!(entry.label.as_deref(), label, "{line}");
    }
}

#[test]
fn a_number_is_no_code_that_came_to_grief() {
    for line in [
        "2,Ben,",
        "3,Cleo,forgot it",
        "10,Dora,",
        "14571,Eve,",
        "2026-11-20\tFinn\t",
        "1;2;3",
        "12",
    ] {
        let refused = Err(Unread::Code(LinkError::Foreign));
        assert_eq!(read_line(pack(), line, None), refused, "{line}");
    }
    // What else is in the row may be.
    let cut = format!("2,Ben,{}", &code("law-firm")[..6]);
    let refused = Err(Unread::Code(LinkError::Truncated));
    assert_eq!(read_line(pack(), &cut, None), refused);
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
    // What somebody has not given is listed rather than passed over.
    for line in ["Team 3,forgot it", "Group 1", "Ann,no link", "2,Ben,"] {
        assert_eq!(Header::of(pack(), line), None, "{line:?}");
    }
}

#[test]
fn says_what_is_wrong_with_a_line() {
    let law = code("law-firm");
    let damaged = law.replace('M', "N");
    let cut = &law[..law.len() - 1];
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
        // A link among words.
        (
            format!("Ann: here is mine https://example.org/#{cut}"),
            LinkError::Truncated,
        ),
        (
            format!("Ann, mine is (https://example.org/r/cl/#{damaged}), bye"),
            LinkError::Damaged,
        ),
        (
            format!("Ann: https://m.example/?u=https%3A%2F%2Fexample.org%2F%23{cut}&d=5 bye"),
            LinkError::Truncated,
        ),
        (
            format!("See example.org/#2{} for mine", &law[1..]),
            LinkError::TooNew,
        ),
        // What is counted or talked about is no link that came to grief.
        ("Ann: that is my #2nd try".to_owned(), LinkError::Foreign),
        ("Team #1 has none".to_owned(), LinkError::Foreign),
        (
            format!("https://example.org/#{damaged}?x=1"),
            LinkError::Damaged,
        ),
        ("x".repeat(5000), LinkError::Foreign),
    ] {
        let refused = Err(Unread::Code(error));
        assert_eq!(read_line(pack(), &line, None), refused, "{line}");
    }
}
