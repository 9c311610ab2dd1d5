//! What a comparison makes of chats that write who speaks on a line before the link.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::compare::add_file;
use common::comparing::{code, given, links, names, opened, refused};

/// Holds a text to what its people are called, and to being read whole.
fn assert_called(text: &str, expected: &[&str]) {
    let model = given(text);
    assert_eq!(names(&model), expected, "{text}");
    assert_eq!(refused(&model), [], "{text}");
    let summary = model.summary.as_ref().expect("an end");
    assert_eq!(summary.lines as usize, text.lines().count(), "{text}");
}

#[test]
fn who_speaks_may_stand_on_the_line_before() {
    let [a, b] = links();
    for (ann, ben) in [
        // Plainly, or as Teams, Slack and Discord have it.
        ("Ann Lee", "Ben"),
        ("Ann Lee  10:15", "Ben  10:16"),
        ("Ann Lee\n10:15 AM", "Ben\n10:16 AM"),
        ("Ann Lee\n  10:15 AM", "Ben\r\n  10:16\u{202f}PM"),
        ("Ann Lee, 10:15 AM", "Ben, 10:16 a. m."),
        ("Ann Lee [10:15]", "Ben (10:16)"),
        ("[10:15 AM] Ann Lee", "[12/03/2026 10:16] Ben"),
        ("[Yesterday 10:15] Ann Lee", "[12/03 10:16 PM] Ben"),
        ("Ann Lee  Yesterday 10:15", "Ben  Monday 10:16 AM"),
        ("Ann Lee  12/03 10:15", "Ben  12.03.2026 10:16"),
        ("Ann Lee\nYesterday 10:15 AM", "Ben\n12/03/2026, 10:16"),
        (
            "Ann Lee — Today at 10:15",
            "Ben — 12/03/2026 10:16\u{202f}AM",
        ),
        ("Ann Lee — heute um 10:15 Uhr", "Ben — aujourd’hui à 10:16"),
        ("Ann Lee — hoy a las 10:15", "Ben — oggi alle 10:16"),
        ("Ann Lee — vandaag om 10:15", "Ben — hoje às 10:16"),
        (
            "Ann Lee\nMarch 12th, 2026 at 10:15 AM",
            "Ben\nFriday, Mar 12 10:16",
        ),
        (
            "Ann Lee, [12.03.2026 10:15]",
            "Ben, [Mar 12, 2026 at 10:16 AM]:",
        ),
        // As Zoom saves it, and shows it.
        ("Ann Lee to Everyone 10:15 AM", "Ben to Everyone 10:16 AM"),
        (
            "10:15:22 From Ann Lee to Everyone:",
            "10:16:00\t From Ben to Everyone:",
        ),
        ("From Ann Lee to Everyone:", "From  Ben  to  Everyone :"),
        // A message of several lines.
        (
            "12/03/2026, 10:15 - Ann Lee: here is mine!",
            "[12/03/2026, 10:16:00] Ben: mine. As I wrote to you yesterday, it took me a while",
        ),
        // Mails.
        ("From: Ann Lee <ann@example.org>", "Von: Ben"),
        ("Ann Lee <ann@example.org>", "De : \"Ben\" <b@example.org>"),
        // Lists.
        ("1. Ann Lee", "2. Ben"),
        ("(Ann Lee)", "* Ben"),
    ] {
        assert_called(&format!("{ann}\n{a}\n{ben}\n{b}\n"), &["Ann Lee", "Ben"]);
        assert_called(
            &format!("{ann}\r\n{a}\r\n\r\n{ben}\r\n{b}"),
            &["Ann Lee", "Ben"],
        );
    }
    // A bare code is as good as a link, and so is one with signs round it.
    let bare = code("law-firm");
    assert_called(&format!("Ann\n{bare}\nBen\n<{b}>"), &["Ann", "Ben"]);
    // What a name may look like.
    for name in [
        "Ann S.",
        "李明",
        "1:1 Coaching",
        "24/7 Gym",
        "From Scratch Bakery",
        "Team #1",
        "O’Neill-Smith",
        "ann_lee99",
        "Dr. Ann van der Berg",
        &format!("Ann {}", "a".repeat(36)),
    ] {
        assert_called(&format!("{name}\n{a}"), &[name]);
    }
    // Some have the family name first.
    assert_called(&format!("Lee, Ann  10:15\n{a}"), &["Lee, Ann"]);
    assert_called(&format!("Lee, Ann\n10:15\n{a}"), &["Lee, Ann"]);
}

#[test]
fn zoom_puts_a_tab_before_the_link() {
    let [a, b] = links();
    assert_called(
        &format!(
            "10:15:22 From Ann Lee to Everyone:\r\n\t{a}\r\n10:15:30 From Ben to Cleo (Direct Message):\r\n\t{b}\r\n"
        ),
        &["Ann Lee", "Ben"],
    );
    // By itself a tab is an empty cell: whoever has nothing there has no name.
    let model = given(&format!("Ann\n\t{a}"));
    assert_eq!(names(&model), ["Person 1"]);
    assert_eq!(refused(&model), [(1, "Ann")]);
}

#[test]
fn what_else_stands_on_the_line_before_is_nobodys_name() {
    let [a, _] = links();
    let long = "Annabella-Christina of the Northern Islands";
    for (before, line) in [
        ("Here it is.", 1),
        ("Is that right?", 1),
        ("Well done!", 1),
        ("Our results:", 1),
        ("Ann: here is mine", 1),
        ("Subject: my result", 1),
        ("This is what came for us", 1),
        (long, 1),
        (&format!("Ann {}", "a".repeat(37)), 1),
        ("Ann,no link", 1),
        ("Ann;", 1),
        ("Ann\t12/03/2026", 1),
        ("2,Ben,", 1),
        ("12", 1),
        ("10:15", 1),
        ("Today at 10:15", 1),
        ("👍 2", 1),
        ("ann@example.org", 1),
        ("From: <ann@example.org>", 1),
        ("https://example.org/", 1),
        ("www.example.org", 1),
        // It is not the line before.
        ("Ann\n\n", 1),
        ("Ann\n,,\n", 1),
        ("Ann\n10:15\n\n", 1),
    ] {
        let model = given(&format!("{before}\n{a}"));
        assert_eq!(names(&model), ["Person 1"], "{before}");
        assert_eq!(refused(&model)[0].0, line, "{before}");
        let summary = model.summary.as_ref().expect("an end");
        let lines = before.lines().filter(|it| !matches!(*it, "" | ",,"));
        assert_eq!(summary.unreadable as usize, lines.count(), "{before}");
    }
}

#[test]
fn the_nearest_line_counts_and_what_is_not_used_is_listed_in_its_place() {
    let [a, b] = links();
    let cut = &a[..a.len() - 1];
    for (text, expected, faults) in [
        (
            format!("Hello all\nAnn\n{a}\nthanks\n{b}\nBen"),
            &["Ann", "thanks"][..],
            &[(1, "Hello all"), (6, "Ben")][..],
        ),
        (format!("Ann\nBen  10:15\n{a}"), &["Ben"], &[(1, "Ann")]),
        (
            format!("Ann\n10:15\n10:16\n{a}"),
            &["Person 1"],
            &[(1, "Ann"), (2, "10:15"), (3, "10:16")],
        ),
        // Who says it in the line itself, or in the link.
        (
            format!("Ann\nBen: {a}\nCleo\n{b}~Dev"),
            &["Ben", "Dev"],
            &[(1, "Ann"), (3, "Cleo")],
        ),
        (
            format!("Ann\n10:15\n1. {a}"),
            &["Person 1"],
            &[(1, "Ann"), (2, "10:15")],
        ),
        // Whose link is cut has both lines in the list.
        (
            format!("Ann\n{cut}\nBen\n{b}"),
            &["Ben"],
            &[(1, "Ann"), (2, cut)],
        ),
        // Several people on a line are not all called so.
        (
            format!("Ann\n{a} {b}\n{a}"),
            &["Person 1"],
            &[(1, "Ann"), (2, &*format!("{a} {b}"))],
        ),
    ] {
        let model = given(&text);
        assert_eq!(names(&model), expected, "{text}");
        let shown = |text: &str| text.chars().take(60).collect::<String>();
        let faults = faults.iter().map(|(line, text)| (*line, shown(text)));
        let found = refused(&model).into_iter();
        let found = found.map(|(line, text)| (line, shown(text)));
        assert!(found.eq(faults), "{text}: {:?}", refused(&model));
    }
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    let group = format!("Ann\nhttps://example.org/compare/#{a}.{b}");
    assert_eq!(names(&given(&group)), ["Person 1", "Person 2"]);
}

#[test]
fn a_name_stays_in_its_file_and_a_table_keeps_its_header() {
    let [a, b] = links();
    let mut text = String::new();
    add_file(&mut text, "Ann  10:15");
    add_file(&mut text, &format!("{a}\nBen  10:15"));
    add_file(&mut text, &b);
    let model = given(&text);
    assert_eq!(names(&model), ["Person 1", "Person 2"]);
    assert_eq!(refused(&model), [(1, "Ann  10:15"), (3, "Ben  10:15")]);

    let model = given(&format!("Name,Link\nAnn Lee\n{a}\nBen\n,{b}"));
    assert_eq!(names(&model), ["Person 1", "Person 2"]);
    assert_eq!(refused(&model), [(2, "Ann Lee"), (4, "Ben")]);
    // A heading alone is that of a list, wherever it stands, and nobody's name.
    assert_called(&format!("Results\nAnn\n{a}\nBen\n{b}"), &["Ann", "Ben"]);
    let model = given(&format!("Ann\n{a}\nLink\n{b}"));
    assert_eq!(names(&model), ["Ann", "Person 2"]);
}

#[test]
fn a_page_s_own_address_calls_nobody_by_what_is_broken_in_it() {
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    let model = opened(&format!("#{a}~Dr. Ann.{b}"));
    assert_eq!(names(&model), ["Dr", "Person 2"]);
    assert_eq!(refused(&model), [(2, "Ann")]);
}

#[test]
fn a_long_chat_is_read_in_pieces_without_losing_who_speaks() {
    let link = format!("https://example.org/#{}", code("law-firm"));
    let lines = (0..1300).map(|at| format!("Ann{at}\n10:15\n{link}\n"));
    let text = lines.collect::<Vec<_>>().concat();
    let model = given(&text);
    assert_eq!(model.people().len(), 1300);
    assert!(model.people().iter().all(|it| it.label.is_some()));
    assert_eq!(model.summary.map(|it| it.unreadable), Some(0));
}
