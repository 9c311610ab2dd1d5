//! Course packages: whole, offline, and true in what they say.

mod sample;

use std::collections::BTreeSet;

use clientele::model::{Pack, Phrase};
use clientele_site::package::Standard;
use clientele_site::seal::integrity;
use sample::{Files, made, text};
use scraper::{Html, Selector};

#[test]
fn what_stands_in_a_page_is_what_its_policy_names() {
    let within = Selector::parse("style, script:not([src])").expect("a selector");
    for standard in Standard::ALL {
        let (_, files) = made(standard);
        for name in files.keys().filter(|name| name.ends_with("index.html")) {
            let page = text(&files, name);
            let (_, policy) = page
                .split_once("content-security-policy\" content=\"")
                .expect("a policy");
            let policy = policy.split('"').next().unwrap_or_default();
            let mut texts = BTreeSet::new();
            for element in Html::parse_document(page).select(&within) {
                let bytes: String = element.text().collect();
                let source = integrity(bytes.as_bytes());
                assert!(policy.contains(&source), "{name}: {bytes}");
                assert!(texts.insert(bytes), "{name} holds the same twice");
            }
            // Style alone, the script before the app, and on the first page what goes before that.
            let count = match name.as_str() {
                "index.html" => 3,
                name if name.starts_with("r/") => 2,
                _ => 1,
            };
            assert_eq!(texts.len(), count, "{name}: {texts:?}");
        }
    }
}

#[test]
fn a_package_is_whole_and_asks_nothing_of_any_site() {
    for standard in Standard::ALL {
        let (bytes, files) = made(standard);
        assert!(bytes.starts_with(b"PK"));
        for (path, bytes) in &files {
            assert!(!path.contains("..") && !path.starts_with('/') && !path.contains('\\'));
            let Some(folder) = path.strip_suffix("index.html") else {
                continue;
            };
            let page = std::str::from_utf8(bytes).expect("UTF-8");
            let outside = page.replace("http://www.w3.org/2000/svg", "");
            for word in [
                "Results side by side",
                "://",
                "canonical",
                "og:",
                "twitter:",
                "serviceWorker",
                "{{",
            ] {
                assert!(!outside.contains(word), "{path}: {word}");
            }
            for attribute in [
                "href=\"",
                "src=\"",
                "data-app=\"",
                "data-wasm=\"",
                "data-pack=\"",
                "data-whole-app=\"",
                "data-whole-wasm=\"",
                "data-whole-pack=\"",
                "data-adapter=\"",
                "data-frame=\"",
                "data-sheet=\"",
            ] {
                for part in page.split(attribute).skip(1) {
                    let link = part.split(['"', '#']).next().unwrap_or_default();
                    // What boot.js fetches lies beside it.
                    let folder = if attribute.starts_with("data") {
                        ""
                    } else {
                        folder
                    };
                    assert!(
                        link.is_empty() || leads(folder, link, &files),
                        "{path}: {link}"
                    );
                }
            }
        }
        let home = text(&files, "index.html");
        assert!(home.contains(&format!("data-course=\"{}\"", standard.name())));
        assert_eq!(home.matches("data-adapter").count(), 1);
        assert!(!home.contains("data-frame"));
        assert_eq!(home.matches("id=\"disconnected\"").count(), 1);
        assert!(!text(&files, "about/index.html").contains("data-adapter"));
        for script in ["scorm.js", "xapi.js", "course.js"]
            .iter()
            .filter_map(|it| files.get(*it))
        {
            let script = std::str::from_utf8(script).expect("UTF-8");
            assert!(!script.contains("localStorage") && !script.contains("sessionStorage"));
        }
    }
}

/// Whether a relative link from a folder leads to one of the files.
fn leads(folder: &str, link: &str, files: &Files) -> bool {
    let mut parts: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    files.contains_key(&parts.join("/"))
}

#[test]
fn nothing_is_said_that_is_not_true_in_a_course() {
    let (_, files) = made(Standard::Scorm12);
    for app in ["form", "whole"] {
        let start = format!("{app}.pack-");
        let pack = files.iter().find(|(path, _)| path.starts_with(&start));
        let pack = Pack::from_bytes(pack.expect("the pack").1).expect("a sound pack");
        for phrase in Phrase::ALL {
            let sentence = pack.say(*phrase);
            let id = phrase.id_and_gaps().0;
            assert!(!sentence.contains("in this browser"), "{id}: {sentence}");
        }
    }
    for (path, bytes) in files
        .iter()
        .filter(|(path, _)| path.ends_with("index.html"))
    {
        let page = std::str::from_utf8(bytes).expect("UTF-8");
        for claim in ["in this browser.", "in your browser", "this site"] {
            let page = page.replace("nothing is kept in this browser", "");
            assert!(!page.contains(claim), "{path}: {claim}");
        }
    }
}
