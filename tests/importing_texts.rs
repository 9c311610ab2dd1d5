//! What a comparison reads from a text of many lines: quoted cells, people without a name, and the lines that are left out.
//! `importing_tables.rs` has headers.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::compare::{Event, MOST_FAULTS, Reason, Unread, read_line, update};
use clientele::model::LinkError;
use common::comparing::{code, given, names, read_on};
use common::pack;

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
            (
                4,
                Reason::Unread(Unread::Code(LinkError::Foreign)),
                "nonsense"
            ),
            (6, Reason::Repeated, &*format!("Ann,{law}")),
        ]
    );
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
        assert_eq!(read, Err(Unread::Several), "{line}");
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
    update(&mut model, Event::Removed(1));
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
fn who_wrote_at_the_same_time_is_not_the_same() {
    let law = code("law-firm");
    let link = format!("https://example.org/#{law}");
    let text = format!(
        "12/03/2026, 10:15 - Ann: {link}\n12/03/2026, 10:15 - Ben: {link}\n\
         12/03/2026, 10:16 - Ann: {link}\n12/03/2026,{law}\n12/03/2026,{law}\n"
    );
    let model = given(&text);
    assert_eq!(names(&model), ["Ann", "Ben", "Person 3", "Person 4"]);
    assert_eq!(model.summary.map(|it| it.repeated), Some(1));
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

#[test]
fn the_tags_of_a_page_round_a_link_are_blanks() {
    let code = code("law-firm");
    let link = format!("https://example.org/r/cl/#{code}");
    for (text, name) in [
        (format!("<p>{link}</p>"), "Person 1"),
        (format!("{link}<br>"), "Person 1"),
        (format!("<P DIR=\"ltr\">{link}<br/></P>"), "Person 1"),
        (format!("<td>{code}</td>"), "Person 1"),
        (format!("<p>Ann: {link} <br></p>"), "Ann"),
        (format!("<li><b>Ann</b> {link}</li>"), "Ann"),
        (format!("{link}~Ann%20Lee</p>"), "Ann Lee"),
        (format!("Ann,<p>{link}</p>"), "Ann"),
        (format!("<p>Ann Lee</p>\n<p>{link}</p>"), "Ann Lee"),
        (format!("<p>Ann  10:15</p>\n<p>mine: {link}</p>"), "Ann"),
        (format!("Ann,\"<p dir=\"\"ltr\"\">{link}<br></p>\""), "Ann"),
        // Where it leads, and what it says.
        (format!("<a href=\"{link}\">Ann</a>"), "Ann"),
        (format!("<p><a href='{link}'>{link}</a></p>"), "Person 1"),
        (
            format!("Ann,\"<a class=\"\"x\"\" href=\"\"{link}\"\">mine</a>\""),
            "Ann",
        ),
        // What pages write for a character.
        (format!("&nbsp;{link}&nbsp;"), "Person 1"),
        (format!("Ann&nbsp;{link}&#160;"), "Ann"),
        (format!("R&amp;D,{link}&amp;fbclid=x"), "R&D"),
        // Other signs are as they stand, and so is what is called so in our own table.
        (format!("<Ann> {link}"), "<Ann>"),
        (format!("Ann <3 {link}"), "Ann <3"),
        (format!("a < b > c: {link}"), "a < b > c"),
        (format!("Ann <p {link}"), "Ann <p"),
        (format!("<{link}>"), "Person 1"),
        (format!("<p>Ann,{code},client"), "<p>Ann"),
    ] {
        let model = given(&text);
        assert_eq!(names(&model), [name], "{text}");
        assert_eq!(model.summary.map(|it| it.unreadable), Some(0), "{text}");
    }
    // What is cut is so within them, too; tags alone are nothing.
    let cut = &link[..link.len() - 1];
    let model = given(&format!("<p>{cut}</p>\n<p></p>\n"));
    let faults = model.summary.expect("an end").faults;
    let reasons = faults.iter().map(|it| (it.line, it.reason));
    let truncated = Reason::Unread(Unread::Code(LinkError::Truncated));
    assert!(reasons.eq([(1, truncated)]), "{faults:?}");
    // However often they are opened.
    let model = given(&"<p <a &amp".repeat(390));
    assert!(model.people().is_empty());
}
