//! What a comparison makes of what is said in a chat, round a link and between two of them.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::comparing::{code, given, links, names, refused};

#[test]
fn words_round_a_link_are_what_is_said_where_a_time_says_who_speaks() {
    let [a, b] = links();
    for (ann, ben) in [
        (
            format!("Ann Lee\n10:15\nHere is my link: {a}"),
            format!("Ben\n10:16\n{b} done"),
        ),
        (
            format!("Ann Lee  10:15 AM\nHere's mine: {a}"),
            format!("Ben  10:16 AM\nSorry, late! {b}, see you"),
        ),
        (
            format!("10:15:22 From Ann Lee to Everyone:\n\tmy result {a}"),
            format!("10:16:00 From Ben to Everyone:\n\t👍 {b}"),
        ),
        (
            format!("Ann Lee — Today at 10:15\nMine; at last: {a}"),
            format!("Ben — Today at 10:16\nBen: {b}"),
        ),
        // As Moodle's forums have it.
        (
            format!("by Ann Lee - Friday, 27 November 2026, 9:10 AM\n{a}"),
            format!("by Ben - Monday, 2 March 2026, 11:10 PM\nMy result: {b}"),
        ),
        (
            format!("von Ann Lee - Freitag, 27. November 2026, 09:10\n{a}"),
            format!("par Ben - vendredi 27 novembre 2026, 09:10\nVoici : {b}"),
        ),
        (
            format!("por Ann Lee - viernes, 27 de noviembre de 2026, 09:10\n{a}"),
            format!("door Ben - vrijdag, 27 november 2026, 09:10\n{b}"),
        ),
        // Who speaks on the next line, too, is somebody else.
        (
            format!("Ann Lee  10:15\nHere: {a}"),
            format!("[12/03/2026 10:16] Ben: {b}"),
        ),
        // The link's own label says more, and so does a line of a table or of a list.
        (
            format!("Cleo  10:15\nHere is mine: {a}~Ann%20Lee"),
            format!("Dev\t10:16\n{}~Ben", code("retail-shop")),
        ),
    ] {
        let model = given(&format!("{ann}\n{ben}\n"));
        assert_eq!(names(&model), ["Ann Lee", "Ben"], "{ann}\n{ben}");
        let is_labelled = ann.starts_with("Cleo");
        let unused = if is_labelled { 2 } else { 0 };
        assert_eq!(refused(&model).len(), unused, "{ann}\n{ben}");
    }
    for (text, expected) in [
        // No time, or another speaker's row.
        (format!("Cleo\nAnn: {a}"), "Ann"),
        (format!("Cleo  10:15\nAnn\t{a}"), "Ann"),
        (format!("Cleo  10:15\n1. Ann: {a}"), "Ann"),
        (format!("Cleo  10:15\n\nAnn: {a}"), "Ann"),
        (format!("From: Ann <ann@example.org>\nmine: {a}"), "Ann"),
        // Nobody's post.
        (format!("by Ann Lee - soon\nBen: {a}"), "Ben"),
        (
            format!("due Ann - Friday, 27 November 2026, 9:10 AM\n{a}"),
            "Person 1",
        ),
    ] {
        assert_eq!(names(&given(&text)), [expected], "{text}");
    }
    // What a list is headed with may have a time as well.
    let text = format!("Workshop, 27.11.2026 10:15\nAnn: {a}\nBen: {b}\n");
    let model = given(&text);
    assert_eq!(names(&model), ["Ann", "Ben"]);
    assert_eq!(refused(&model).len(), 1);
}

#[test]
fn below_a_time_stands_what_somebody_says() {
    let [a, b] = links();
    for (text, expected, faults) in [
        (
            format!("Ann  10:15\nhere is mine\n{a}\nBen\n10:16\nHi.\nMine too\n{b}"),
            &["Ann", "Ben"][..],
            &[2, 6, 7][..],
        ),
        (
            format!("10:15:22 From Ann to Everyone:\n\thi there\n\t{a}"),
            &["Ann"],
            &[2],
        ),
        // The next one, whose time is below.
        (
            format!("Ann\n10:15\nhello\nBen\n10:16\n{a}"),
            &["Ben"],
            &[1, 2, 3],
        ),
        (
            format!("Ann  10:15\nhello.\n10:16\n{a}"),
            &["Person 1"],
            &[1, 2, 3],
        ),
        (format!("Ann  10:15\nhello\n\nBen\n{a}"), &["Ben"], &[1, 2]),
        // Behind a link, too: a remark is nobody's name.
        (
            format!("Ann  10:15\n{a}\nwrong one\n{b}"),
            &["Ann", "Ann"],
            &[3],
        ),
        (
            format!("Ann  10:15\n{a}\nEdited\nBen\n10:16\n{b}"),
            &["Ann", "Ben"],
            &[3],
        ),
    ] {
        let model = given(&text);
        assert_eq!(names(&model), expected, "{text}");
        let lines = refused(&model).into_iter().map(|(line, _)| line);
        assert!(lines.eq(faults.iter().copied()), "{text}");
    }
}

#[test]
fn nobody_says_more_than_fifty_lines_before_a_link() {
    let [a, _] = links();
    // The name's own line is one of them.
    for (count, name) in [(49, "Ann"), (50, "Person 1"), (60, "Person 1")] {
        let said = "hello.\n".repeat(count);
        assert_eq!(names(&given(&format!("Ann  10:15\n{said}{a}"))), [name]);
    }
}

#[test]
fn a_second_link_is_the_same_speakers_only_directly_behind_the_first_in_a_chat() {
    let [a, b] = links();
    for (text, expected, unreadable) in [
        (format!("Ann  10:15\n{a}\n{b}"), ["Ann", "Ann"], 0),
        (format!("Ann\n10:15\n{a}\n{b}"), ["Ann", "Ann"], 0),
        (
            format!("10:15:22 From Ann to Everyone:\n\t{a}\n\t{b}"),
            ["Ann", "Ann"],
            0,
        ),
        (format!("Ann  10:15\n{a}\n\n{b}"), ["Ann", "Person 2"], 0),
        (
            format!("Ann  10:15\n{a}\n10:17\n{b}"),
            ["Ann", "Person 2"],
            1,
        ),
        (format!("Ann  10:15\n{a}\nthis one\n{b}"), ["Ann", "Ann"], 1),
        // What a column may be headed with is said there like anything else.
        (format!("Ann  10:15\n{a}\nLink\n{b}"), ["Ann", "Ann"], 1),
        // Without a time it may be what a list is headed with.
        (format!("Our class\n{a}\n{b}"), ["Our class", "Person 2"], 0),
    ] {
        let model = given(&text);
        assert_eq!(names(&model), expected, "{text}");
        assert_eq!(model.summary.map(|it| it.unreadable), Some(unreadable));
    }
}
