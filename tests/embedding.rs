//! The lines for other people's pages: which values get in, that a configuration comes back from its
//! address, and that nothing stands unescaped in any snippet.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::embed::{
    Copied, Effect, Event, Key, Package, Part, Reset, Settings, Standard, Way, address, read,
    snippet, update,
};
use common::embedding::{HOME, opened};
use proptest::prelude::*;

fn lines(fragment: &str) -> String {
    snippet(HOME, &Settings::parse(fragment), "Do you?")
}

#[test]
fn only_an_address_unfolds_and_no_choice_folds() {
    let mut model = opened("#events=on");
    assert!(model.unfolds_more && !model.unfolds_parts);
    let _ = update(&mut model, Event::Chosen(Key::Events, String::new()));
    let _ = update(&mut model, Event::PartToggled(Part::Poles));
    assert!(model.unfolds_more && !model.unfolds_parts);
    let _ = update(&mut model, Event::AddressChanged("#hide=share".to_owned()));
    assert!(model.unfolds_more && model.unfolds_parts);
    let _ = update(&mut model, Event::Reset);
    assert!(model.unfolds_more && model.unfolds_parts);
}

#[test]
fn what_was_chosen_comes_back_until_something_else_is_chosen() {
    let mut model = opened("#theme=dark&radius=4");
    let chosen = model.settings.clone();
    for _double_click in 0..2 {
        let _ = update(&mut model, Event::Reset);
        assert_eq!(model.settings, Settings::default());
    }
    let effects = update(&mut model, Event::ResetUndone);
    assert_eq!(model.settings, chosen);
    assert_eq!(model.typed(Key::Radius), "4");
    assert!(effects.contains(&Effect::ReplaceAddress(chosen.print())));
    assert!(effects.contains(&Effect::FocusReset));
    assert_eq!(model.reset, Some(Reset::Undone), "it is said");

    let _ = update(&mut model, Event::Reset);
    let _ = update(&mut model, Event::Chosen(Key::Radius, "8".to_owned()));
    assert_eq!(model.reset, None);
    assert_eq!(update(&mut model, Event::ResetUndone), []);
    assert_eq!(model.settings.get(Key::Radius), "8");
}

#[test]
fn values_are_held_to_the_rules_of_the_frame() {
    let table = [
        (Key::Theme, "dark", Some("dark")),
        (Key::Theme, "auto", Some("")),
        (Key::Theme, "pink", None),
        (Key::Accent, "0A7D55", Some("0a7d55")),
        (Key::Accent, "#0a7d55", Some("0a7d55")),
        (Key::Accent, "red", None),
        (Key::Accent, "0a7d5\"", None),
        (Key::Radius, "0", Some("0")),
        (Key::Radius, "10", Some("")),
        (Key::Radius, "24", Some("24")),
        (Key::Radius, "25", None),
        (Key::Radius, "-1", None),
        (Key::Density, "dense", None),
        (Key::Length, "short", Some("short")),
        (Key::Length, "3", None),
        (Key::Hide, "share,poles", Some("poles,share")),
        (Key::Hide, "verdict share", Some("share")),
        (Key::Hide, "constructor", Some("")),
        (Key::Least, "320", Some("")),
        (Key::Least, "0400", Some("400")),
        (Key::Least, "0", None),
        (Key::Most, "3000", Some("3000")),
        (Key::Most, "+300", None),
        (Key::Tall, "99999", None),
        (Key::Events, "on", Some("on")),
        (Key::Events, "yes", None),
        (
            Key::Origin,
            "https://host.example",
            Some("https://host.example"),
        ),
        (
            Key::Origin,
            " HTTPS://Host.Example:443/ ",
            Some("https://host.example"),
        ),
        (
            Key::Origin,
            "http://127.0.0.1:8080",
            Some("http://127.0.0.1:8080"),
        ),
        (Key::Origin, "https://host.example/path", None),
        (Key::Origin, "https://a@host.example", None),
        (Key::Origin, "https://host.example:99999", None),
        (Key::Origin, "https://host.example:", None),
        (Key::Origin, "https://", None),
        (Key::Origin, "https://a..b", None),
        // What a browser takes for a number is no host, or another one.
        (Key::Origin, "https://host.1", None),
        (Key::Origin, "https://1", None),
        (Key::Origin, "https://0x7f000001", None),
        (Key::Origin, "https://127.0.0.01", None),
        (Key::Origin, "https://127.0.0.256", None),
        (Key::Origin, "https://a.0x", None),
        (
            Key::Origin,
            "https://1.host.0xg",
            Some("https://1.host.0xg"),
        ),
        (Key::Origin, "javascript:alert(1)", None),
        (Key::Origin, "null", None),
        (Key::Origin, "*", None),
        (Key::Label, " What are you? ", Some("What are you?")),
        (Key::Label, "two\nlines", None),
        (Key::Way, "element", Some("")),
        (Key::Way, "moodle", Some("moodle")),
        (Key::Way, "fax", None),
    ];
    for (key, text, value) in table {
        assert_eq!(read(key, text).as_deref(), value, "{key:?} {text}");
    }
    assert_eq!(read(Key::Label, &"x".repeat(121)), None);
}

#[test]
fn a_package_is_known_by_its_file() {
    for standard in Standard::ALL {
        let file = standard.file("en-GB");
        let package = Package::named(&file);
        assert_eq!(package, Some(Package { standard, file }));
    }
    for file in [
        "clientele-scorm13-en-GB.zip",
        "clientele-xapi.zip",
        "clientele-xapi-en-GB.zip.br",
        "scorm12-en-GB.zip",
        "",
    ] {
        assert_eq!(Package::named(file), None, "{file}");
    }
}

#[test]
fn each_way_has_its_own_lines() {
    let name = "Do you?";
    let table = [
        (
            "",
            "<script async src=\"https://widget.example/folder/embed.js\"></script>\n\
             <clientele-widget label=\"Do you?\">\n  \
             <a href=\"https://widget.example/folder/\">Do you?</a>\n</clientele-widget>",
        ),
        (
            "theme=dark&hide=poles,share&least=400&most=900&events=on&label=A%20%22b%22%20%26%20c",
            "<script async src=\"https://widget.example/folder/embed.js\"></script>\n\
             <clientele-widget theme=\"dark\" hide=\"poles,share\" height=\"400,900\" events \
             label=\"A &quot;b&quot; &amp; c\">\n  \
             <a href=\"https://widget.example/folder/\">A &quot;b&quot; &amp; c</a>\n</clientele-widget>",
        ),
        (
            "way=iframe&theme=dark&accent=0a7d55&events=on&origin=https%3a%2f%2fhost.example&tall=500",
            "<div><iframe src=\"https://widget.example/folder/?embed&amp;theme=dark&amp;accent=0a7d55&amp;\
             origin=https://host.example&amp;events\" title=\"Do you?\"\n  \
             width=\"100%\" height=\"500\" style=\"border:0\" loading=\"lazy\"\n  \
             allow=\"clipboard-write; web-share\"></iframe></div>",
        ),
        (
            "way=canvas&events=on",
            "<div><iframe src=\"https://widget.example/folder/?embed\" title=\"Do you?\"\n  \
             width=\"100%\" height=\"760\" style=\"border:0\"\n  \
             allow=\"clipboard-write; web-share\"></iframe></div>",
        ),
        (
            "way=wordpress&events=on&least=400",
            "<script async src=\"https://widget.example/folder/embed.js\"></script>\n\
             <clientele-widget height=\"400\" label=\"Do you?\">\n  \
             <a href=\"https://widget.example/folder/\">Do you?</a>\n</clientele-widget>",
        ),
        (
            "way=link&density=compact&radius=0&length=full",
            "https://widget.example/folder/?embed&radius=0&density=compact&length=full",
        ),
    ];
    for (fragment, wanted) in table {
        let settings = Settings::parse(fragment);
        assert_eq!(snippet(HOME, &settings, name), wanted, "{fragment}");
    }
    // Without an origin a frame can tell nobody.
    assert!(!lines("way=iframe&events=on").contains("events"));
    assert!(!lines("way=moodle&events=on&origin=https://host.example").contains("events"));
    // A greatest height below the least one is none.
    assert!(lines("least=900&most=400").contains("height=\"900\""));
}

#[test]
fn a_control_that_holds_nonsense_is_said_and_changes_nothing_else() {
    let mut model = opened("way=iframe&theme=dark");
    let effects = update(&mut model, Event::Chosen(Key::Tall, "high".to_owned()));
    assert!(model.is_faulty(Key::Tall));
    assert_eq!(model.typed(Key::Tall), "high");
    assert_eq!(
        effects.first(),
        Some(&Effect::ReplaceAddress("way=iframe&theme=dark".to_owned()))
    );
    assert!(model.snippet().contains("height=\"760\""));
    update(&mut model, Event::Chosen(Key::Events, "on".to_owned()));
    assert!(model.is_faulty(Key::Origin));
    update(
        &mut model,
        Event::Chosen(Key::Origin, "https://host.example".to_owned()),
    );
    assert!(!model.is_faulty(Key::Origin));
}

#[test]
fn what_is_copied_is_said_until_something_else_happens() {
    let mut model = opened("way=link");
    let effects = update(&mut model, Event::CopyAsked(Copied::Snippet));
    let address = "https://widget.example/folder/?embed".to_owned();
    assert_eq!(effects, [Effect::Copy(Copied::Snippet, address)]);
    update(&mut model, Event::CopyEnded(Copied::Snippet, true));
    assert!(model.copy_outcome.is_some_and(|told| told.is_copied));
    // The widget grows by itself; that says nothing about the clipboard.
    update(&mut model, Event::PreviewMeasured(700));
    assert!(model.copy_outcome.is_some());
    update(&mut model, Event::PartToggled(Part::Poles));
    assert_eq!(model.copy_outcome, None);
}

/// Any settings, some of them nonsense.
fn any_settings() -> impl Strategy<Value = Settings> {
    let value = prop_oneof![
        Just(String::new()),
        prop::sample::select(vec![
            "dark",
            "light",
            "0a7d55",
            "ff0000",
            "3",
            "400",
            "20000",
            "full",
            "compact",
            "on",
            "iframe",
            "wordpress",
            "moodle",
            "canvas",
            "link",
            "poles,share",
            "areas",
            "https://host.example",
            "http://127.0.0.1:8080",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,130}",
        "[<>\"'&=#%, a]{0,20}",
    ];
    prop::collection::vec((prop::sample::select(Key::ALL.to_vec()), value), 0..20).prop_map(
        |choices| {
            let mut settings = Settings::default();
            for (key, text) in choices {
                settings.set(key, &text);
            }
            settings
        },
    )
}

proptest! {
    #[test]
    fn settings_come_back_from_their_address(settings in any_settings()) {
        let fragment = settings.print();
        prop_assert_eq!(Settings::parse(&fragment), settings.clone());
        prop_assert_eq!(Settings::parse(&format!("#{fragment}")), settings);
        prop_assert!(fragment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.,%=&".contains(&byte)));
    }

    #[test]
    fn a_hostile_fragment_is_settings_at_worst(fragment in "\\PC{0,300}") {
        let settings = Settings::parse(&fragment);
        prop_assert_eq!(Settings::parse(&settings.print()), settings);
    }

    #[test]
    fn nothing_stands_unescaped_in_a_snippet(settings in any_settings(), name in "\\PC{1,40}", home in "https://[a-z]{1,9}/[a-z'()]{0,9}/") {
        let lines = snippet(&home, &settings, &name);
        let address = address(&home, &settings);
        prop_assert!(!address.contains(['<', '>', '"', ' ', '\n']));
        if settings.way() == Way::Link {
            prop_assert_eq!(lines, address);
            return Ok(());
        }
        // Our own tags and attributes, and nothing that a value has added.
        let element = matches!(settings.way(), Way::Element | Way::WordPress);
        prop_assert_eq!(lines.matches('<').count(), if element { 6 } else { 4 });
        prop_assert_eq!(lines.matches('>').count(), if element { 6 } else { 4 });
        prop_assert!(!lines.contains('\''));
        let html = scraper::Html::parse_fragment(&lines);
        let label = match settings.get(Key::Label) { "" => name.as_str(), label => label };
        let (selector, attribute) = if element { ("clientele-widget", "label") } else { ("iframe", "title") };
        let selector = scraper::Selector::parse(selector).expect("a selector");
        let found: Vec<_> = html.select(&selector).collect();
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].attr(attribute), Some(label));
        if !element {
            prop_assert_eq!(found[0].attr("src"), Some(address.as_str()));
        }
        let known = ["label", "title", "src", "width", "height", "style", "loading", "allow", "theme", "accent", "radius", "density", "length", "hide", "events"];
        for (name, _) in found[0].value().attrs() {
            prop_assert!(known.contains(&name), "{}", name);
        }
    }
}
