//! What may touch a link or a code in a line that a comparison is given, and what stays part of a name.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::compare::{Header, Unread, csv, read_line};
use clientele::model::LinkError;
use common::comparing::{code, given, names, pairs};
use common::{example, pack};

fn assert_read(line: &str, label: Option<&str>) {
    let entry = read_line(pack(), line, None).map(Option::unwrap);
    let entry = entry.unwrap_or_else(|error| panic!("{line:?}: {error:?}"));
    assert_eq!(entry.answers, example("law-firm"), "{line:?}");
    assert_eq!(entry.label.as_deref(), label, "{line:?}");
}

#[test]
fn what_nobody_sees_and_what_other_scripts_write_may_touch_a_link() {
    let law = code("law-firm");
    let link = format!("https://example.org/r/bo/#{law}");
    for sign in [
        "\u{ad}",
        "\u{61c}",
        "\u{200b}",
        "\u{200c}",
        "\u{200d}",
        "\u{200e}",
        "\u{200f}",
        "\u{202c}",
        "\u{2060}",
        "\u{2069}",
        "\u{feff}",
        "\u{fe0f}",
        "…",
        "。",
        "，",
        "、",
        "；",
        "：",
        "！",
        "？",
        "）",
        "】",
        "》",
        "〉",
        "」",
        "』",
        "›",
        "🎉",
        "✅",
        "❤️",
        "👍🏽",
        "👩\u{200d}🔧",
        "🇬🇧",
        "…🎉",
        "\u{200b}。",
        // Chats set in italics what stands between two of these.
        "_",
        "-",
    ] {
        for (line, label) in [
            (format!("Ann {link}{sign}"), Some("Ann")),
            (format!("Ann: {link}{sign} thanks"), Some("Ann")),
            (format!("Ann {law}{sign}"), Some("Ann")),
            (format!("Ann,{link}{sign}"), Some("Ann")),
            (format!("Ann,{law}{sign},fine"), Some("Ann")),
            (format!("\"Ann\";\"{link}{sign}\""), Some("Ann")),
            (format!("{link}{sign}\tAnn"), Some("Ann")),
            (format!("{link}?utm_source=x{sign}"), None),
            (format!("{link}{sign}"), None),
            (format!("{law}{sign}"), None),
        ] {
            assert_read(&line, label);
        }
    }
    for (open, close) in [
        ("\u{2068}", "\u{2069}"),
        ("\u{202a}", "\u{202c}"),
        ("\u{feff}", "\u{200b}"),
        ("（", "）"),
        ("【", "】"),
        ("《", "》。"),
        ("‹", "›"),
        ("👉", "👈"),
    ] {
        assert_read(&format!("Ann {open}{link}{close}"), Some("Ann"));
        assert_read(&format!("Ann {open}{law}{close}"), Some("Ann"));
        assert_read(&format!("{open}{law}{close}"), None);
    }
}

#[test]
fn marks_of_direction_are_no_part_of_a_line() {
    let law = code("law-firm");
    let link = format!("https://example.org/r/bo/#{law}");
    for line in [
        format!("\u{2068}Ann\u{2069} {link}"),
        format!("\u{2068}Ann\u{2069} \u{2068}{link}\u{2069}"),
        format!("\u{2068}Ann\u{2069}: \u{2066}{link}\u{2069}"),
        format!("\u{2068}Ann\u{2069},\u{2068}{law}\u{2069}"),
        format!("\u{200f}\"Ann\",{link}\u{200f}"),
        format!("\u{200e}12/03/2026\u{200e}, 10:15 - \u{2068}Ann\u{2069}: {link}"),
        format!("12\u{200f}/3\u{200f}/2026, 10:15 - Ann: {link}"),
    ] {
        assert_read(&line, Some("Ann"));
    }
    for line in [
        "\u{200e}",
        "\u{2068}\u{2069}",
        " \u{200b} ",
        "\u{200f},\u{2060},",
    ] {
        assert_eq!(read_line(pack(), line, None), Ok(None), "{line:?}");
    }
    // In a header, too.
    let head = "\u{200e}Link\u{200e},\u{2068}Name\u{2069}";
    assert!(Header::of(pack(), head).is_some());
    let text = format!("\u{200b}\n{head}\n{link}\u{200b},Ann\n");
    assert_eq!(names(&given(&text)), ["Ann"]);
}

#[test]
fn a_link_of_several_may_be_touched_as_well() {
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    for end in ["。", "\u{2069}", "🎉", "\u{200b}"] {
        let model = given(&format!(
            "\u{2068}https://example.org/compare/#{a}~Ann.{b}{end}"
        ));
        assert_eq!(names(&model), ["Ann", "Person 2"], "{end:?}");
    }
}

#[test]
fn what_is_read_stays_in_names() {
    let law = code("law-firm");
    let link = format!("https://example.org/r/bo/#{law}");
    for (line, label) in [
        // Letters that are joined or parted without being seen, and pictures.
        (format!("می\u{200c}خواهم {link}"), Some("می\u{200c}خواهم")),
        (format!("👩\u{200d}🔧 Ann,{link}"), Some("👩\u{200d}🔧 Ann")),
        (format!("{link}\t🎉"), Some("🎉")),
        (format!("{link} 🎉"), Some("🎉")),
        (format!("李。,{law}"), Some("李。")),
        // What the sharer wrote.
        (format!("{link}~Ann🎉"), Some("Ann🎉")),
        (format!("{link}~Ann。"), Some("Ann。")),
        (
            format!("{link}~Ann%E2%80%8B%F0%9F%8E%89"),
            Some("Ann\u{200b}🎉"),
        ),
        // A name that could be a code is one nevertheless in our own table.
        (
            format!("{law}🎉,{law},client,71,15"),
            Some(&*format!("{law}🎉")),
        ),
        (
            format!("{law}?x,{law},client,71,15"),
            Some(&*format!("{law}?x")),
        ),
    ] {
        assert_read(&line, label);
    }
    // What may be somebody's name is not left out in silence.
    for behind in ["谢谢", "é", "🎉Ann", "。谢谢"] {
        let read = read_line(pack(), &format!("{link}{behind}"), None);
        let refused = Err(Unread::Code(LinkError::Foreign));
        assert_eq!(read, refused, "{behind}");
    }
}

#[test]
fn names_that_hold_such_signs_are_read_back() {
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    let labels = [
        "%E2%80%8BAnn%E2%80%8B",
        "%E2%81%A0%F0%9F%8E%89",
        "%E2%80%A6",
        "%D8%9CAnn",
        &*format!("{a}%F0%9F%8E%89"),
        &*format!("{a}%3Fx"),
        &*format!("{a}%26x~y"),
        &*format!("{b}%E2%80%8B"),
        &*format!("%E2%80%8B{b}%E3%80%82"),
    ]
    .map(|label| format!("{a}~{label}"));
    let model = given(&labels.join("\n"));
    assert_eq!(model.people().len(), labels.len());
    assert_eq!(pairs(&given(&csv(&model).text)), pairs(&model));
    let rows = csv(&model).text;
    let (_, rows) = rows.split_once('\n').expect("a header");
    assert_eq!(pairs(&given(rows)), pairs(&model));
}
