//! What Rust, the frame's and the element's scripts and the frame's sheet each say of what an embedder can set: the same.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::path::Path;

use clientele::embed::{Key, LIVE, Part, Size, heard};

const FRAME: &str = include_str!("../static/frame.js");
const ELEMENT: &str = include_str!("../static/embed.js");

/// The texts of a list that a script defines in a line.
fn listed<'a>(script: &'a str, name: &str) -> Vec<&'a str> {
    let begin = format!("const {name} = [");
    let line = script.lines().find(|line| line.starts_with(&begin));
    let line = line.unwrap_or_else(|| panic!("{name} is not defined"));
    let mut texts: Vec<&str> = line.split('\'').skip(1).step_by(2).collect();
    texts.sort_unstable();
    texts
}

#[test]
fn the_parts_are_those_of_the_frame() {
    let mut ours = Part::ALL.map(Part::name);
    ours.sort_unstable();
    assert_eq!(listed(FRAME, "PARTS"), ours);
}

#[test]
fn the_settings_are_those_of_the_element_and_the_frame() {
    // Fonts are for those who write the lines themselves.
    let mut ours: Vec<&str> = LIVE.map(Key::name).into_iter().chain(["font"]).collect();
    ours.sort_unstable();
    assert_eq!(listed(ELEMENT, "LIVE"), ours);
    let (_, settings) = FRAME
        .split_once("\nconst SETTINGS = {\n")
        .expect("settings");
    let (settings, _) = settings.split_once("\n};").expect("their end");
    let lines = settings.lines().filter_map(|line| line.strip_prefix("  "));
    let mut theirs: Vec<&str> = lines
        .filter(|line| line.starts_with(|it: char| it.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(": [")?.0))
        .collect();
    theirs.sort_unstable();
    assert_eq!(theirs, ours);
}

#[test]
fn the_heights_are_those_of_the_element() {
    let (least, most) = (Size::LEAST.usual, Size::MOST.usual);
    assert!(ELEMENT.contains(&format!("least >= 0 ? least : {least};")));
    assert!(ELEMENT.contains(&format!("most >= low ? most : {most};")));
    assert!(ELEMENT.contains("detail.height < 1 || detail.height > 1e5)"));
    let told = |height| heard(Some(1.0), Some("height"), Some(height)).is_some();
    assert_eq!(
        [0.0, 1.0, 1e5, 1e5 + 1.0].map(told),
        [false, true, true, false]
    );
}

/// Every word of every text in the views.
fn words_of_views(folder: &Path, words: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("the views") {
        let path = entry.expect("a view").path();
        if path.is_dir() {
            words_of_views(&path, words);
            continue;
        }
        let source = std::fs::read_to_string(&path).expect("its source");
        for text in source.split('"').skip(1).step_by(2) {
            words.extend(text.split(' ').map(str::to_owned));
        }
    }
}

#[test]
fn what_can_be_hidden_is_drawn_under_that_name() {
    let sheet = include_str!("../static/frame.css");
    let views = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/view");
    let mut drawn = BTreeSet::new();
    words_of_views(&views, &mut drawn);
    for part in Part::ALL {
        let begin = format!("html[data-hide~=\"{}\"] ", part.name());
        let hidden = sheet.lines().find_map(|line| line.strip_prefix(&begin));
        let hidden = hidden.unwrap_or_else(|| panic!("nothing hides '{}'", part.name()));
        let classes: Vec<&str> = hidden
            .split(|it: char| !(it.is_ascii_lowercase() || it == '-' || it == '.'))
            .flat_map(|word| word.split('.').skip(1))
            .collect();
        assert!(!classes.is_empty(), "{hidden}");
        for class in classes {
            // The way to a part is named by the part's own id.
            let is_way = |id| drawn.contains("to-") && drawn.contains(id);
            let is_drawn = drawn.contains(class) || class.strip_prefix("to-").is_some_and(is_way);
            assert!(is_drawn, "no view draws '{class}'");
        }
    }
}
