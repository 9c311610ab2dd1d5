//! The house rules that the compiler can't keep: which part may know which, and that no sentence
//! lives in Rust.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// All files of a kind below a folder, with their text without comments.
fn sources(folder: &str, kind: &str) -> Vec<(PathBuf, String)> {
    fn collect(path: &Path, kind: &str, found: &mut Vec<(PathBuf, String)>) {
        if path.is_dir() {
            let entries = fs::read_dir(path).expect("the folder is readable");
            for entry in entries {
                collect(&entry.expect("an entry").path(), kind, found);
            }
        } else if path.extension().is_some_and(|ending| ending == kind) {
            let text = fs::read_to_string(path).expect("the file is readable");
            let is_comment = |line: &str| line.trim_start().starts_with("//");
            let code: Vec<&str> = text
                .lines()
                .map(|line| if is_comment(line) { "" } else { line })
                .collect();
            found.push((path.to_owned(), code.join("\n")));
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    collect(&root, kind, &mut found);
    if root.with_extension(kind).is_file() {
        collect(&root.with_extension(kind), kind, &mut found);
    }
    assert!(!found.is_empty(), "there is nothing in {folder}");
    found
}

/// Where any of these words stands in a folder's code.
fn mentions(folder: &str, words: &[&str]) -> Vec<String> {
    among(sources(folder, "rs"), words)
}

/// The same in code that is at hand.
fn among(sources: Vec<(PathBuf, String)>, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, code) in sources {
        for (number, line) in (1..).zip(code.lines()) {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{}:{number}: {}", path.display(), line.trim()));
            }
        }
    }
    found
}

const BROWSER: [&str; 7] = [
    "web_sys",
    "js_sys",
    "gloo",
    "wasm_bindgen",
    "yew::",
    "crate::browser",
    "crate::view",
];

#[test]
fn the_judgement_knows_neither_browser_nor_flow_nor_clock_nor_chance() {
    let mut words = BROWSER.to_vec();
    words.extend([
        "crate::flow",
        "crate::route",
        "crate::export",
        "crate::words",
        "crate::compare",
        "crate::embed",
        "std::time",
        "Instant",
        "SystemTime",
        "rand",
        "HashMap",
        "f32",
        "f64",
    ]);
    assert_eq!(mentions("src/model", &words), Vec::<String>::new());
}

#[test]
fn the_flow_knows_no_browser() {
    // With what it stands on beside the judgement.
    for folder in ["flow", "compare", "embed", "export", "words", "route"] {
        let found = mentions(&format!("src/{folder}"), &BROWSER);
        assert_eq!(found, Vec::<String>::new());
    }
}

#[test]
fn what_the_flow_stands_on_knows_neither_flow_nor_tools() {
    for folder in ["export", "words", "route"] {
        let found = mentions(
            &format!("src/{folder}"),
            &["crate::flow", "crate::compare", "crate::embed"],
        );
        assert_eq!(found, Vec::<String>::new());
    }
}

#[test]
fn the_views_touch_the_browser_through_yew_alone() {
    assert_eq!(
        mentions("src/view", &["web_sys", "js_sys", "gloo", "wasm_bindgen"]),
        Vec::<String>::new()
    );
    // What a verdict is, the views are told.
    assert_eq!(mentions("src/view", &["classify("]), Vec::<String>::new());
    // An inline style breaks a strict policy.
    assert_eq!(mentions("src/view", &["style="]), Vec::<String>::new());
}

#[test]
fn no_string_becomes_markup() {
    // A link, a pack or a message could write HTML by it.
    let in_rust = [
        "from_html_unchecked",
        "inner_html",
        "outer_html",
        "insert_adjacent_html",
        "contextual_fragment",
        "DomParser",
        "HtmlDocument",
    ];
    for folder in ["src", "site/src/pages"] {
        assert_eq!(mentions(folder, &in_rust), Vec::<String>::new());
    }
    // What is read from a page harms nobody; what is written to it does, without a blank or with a plus as well.
    let in_scripts = [
        "innerHTML",
        "outerHTML =",
        "outerHTML=",
        "outerHTML +",
        "outerHTML+",
        "insertAdjacentHTML",
        "document.write",
        "createContextualFragment",
        "DOMParser",
        "setHTML",
        "srcdoc",
    ];
    let scripts = sources("static", "js");
    assert_eq!(among(scripts, &in_scripts), Vec::<String>::new());
}

#[test]
fn the_worker_names_no_other_host() {
    // No browser's record of what a page asks for holds what its worker asks for.
    let elsewhere = ["://", "'//", "\"//", "`//", "importScripts"];
    let workers = ["sw.js", "sw-off.js"];
    let scripts: Vec<(PathBuf, String)> = sources("static", "js")
        .into_iter()
        .filter(|(path, _)| workers.iter().any(|name| path.ends_with(name)))
        .collect();
    assert_eq!(scripts.len(), workers.len());
    assert_eq!(among(scripts, &elsewhere), Vec::<String>::new());
}

/// The string literals of some code: a quote as a character, or behind a backslash, begins and ends none.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code.chars();
    while let Some(char) = rest.next() {
        match char {
            '\'' => {
                // A character, not a lifetime.
                let ahead: Vec<char> = rest.clone().take(2).collect();
                if ahead[..] == ['\\', '\''] || ahead[..] == ['"', '\''] {
                    rest.nth(1);
                }
            }
            '\\' => {
                rest.next();
            }
            '"' => {
                let mut said = String::new();
                while let Some(char) = rest.next().filter(|char| *char != '"') {
                    said.push(char);
                    if char == '\\' {
                        said.extend(rest.next());
                    }
                }
                found.push(said);
            }
            _ => {}
        }
    }
    found
}

#[test]
fn a_literal_is_told_from_a_quote() {
    let code = r#"x('"', b'"', '\'', "\"", &'a str, "A sentence")"#;
    assert_eq!(literals(code), [r#"\""#, "A sentence"]);
}

#[test]
fn no_sentence_lives_in_rust() {
    // A path's drawing commands are in capitals too, but hold no words; a list of words between strokes is none of ours.
    let is_a_sentence = |text: &str| {
        let text = text.split('<').next().unwrap_or_default().trim();
        text.starts_with(|first: char| first.is_uppercase())
            && text.contains(' ')
            && text
                .split(|char: char| !char.is_alphabetic())
                .any(|word| word.len() > 1)
    };
    // One that begins in the middle, behind a name or a number, say.
    let ends_as_one = |text: &str| {
        let is_word = |word: &&str| word.chars().filter(|it| it.is_alphabetic()).count() > 1;
        text.trim().ends_with(['.', '!', '?', '…', ':', ';'])
            && text.split_whitespace().filter(is_word).count() > 2
    };
    let looks_like_a_sentence = |text: &String| {
        let mut parts = text.split('|').map(|part| part.trim_start_matches("\\\n"));
        parts.any(is_a_sentence) || ends_as_one(text)
    };
    let mut found = Vec::new();
    for folder in [
        "src/model",
        "src/form",
        "src/tools",
        "src/main",
        "src/view",
        "src/flow",
        "src/compare",
        "src/embed",
        "src/export",
        "src/words",
        "src/route",
        "src/browser",
        "site/src/pages",
        "site/src/card",
        "site/src/oembed",
        "site/src/package",
    ] {
        for (path, code) in sources(folder, "rs") {
            // Tests may say what they like.
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            let said = literals(code).into_iter().filter(looks_like_a_sentence);
            found.extend(said.map(|text| format!("{}: {text}", path.display())));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}
