//! The real content: without faults, whole, and all of it in use.

use std::fs;
use std::path::{Path, PathBuf};

use clientele::model::{AreaAt, Pack, Phrase, ToolPack, ToolPhrase};
use clientele_site::content::Content;
use clientele_site::load;

const LANGUAGE: &str = "en-GB";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn real() -> Content {
    load(&root(), LANGUAGE).unwrap_or_else(|faults| panic!("the content has faults:\n{faults}"))
}

/// Features of one dependency are shared by all packages that a build selects, and Trunk's selects
/// this one: only what is native alone stays out of the wasm.
#[test]
fn the_server_renderer_is_native_alone() {
    let manifest = fs::read_to_string(root().join("site/Cargo.toml")).expect("the manifest");
    let (_, native) = manifest
        .split_once("[target.'cfg(not(target_arch = \"wasm32\"))'.dependencies]")
        .expect("native dependencies");
    assert_eq!(manifest.matches("\"ssr\"").count(), 1);
    assert!(native.contains("\"ssr\""));
}

#[test]
fn the_real_content_is_without_faults_and_whole() {
    let content = real();
    let pack = &content.pack;
    assert_eq!(pack.language, LANGUAGE);
    assert_eq!(pack.questions.len(), 15);
    assert_eq!(pack.questions.iter().filter(|it| it.short).count(), 6);
    assert!((4..=5).contains(&pack.sections.len()));
    assert!(pack.tensions.len() >= 8);
    assert_eq!(content.labels.len(), pack.examples.len());
    for phrase in Phrase::ALL {
        assert!(!pack.say(*phrase).is_empty(), "{phrase:?} is silent");
    }
    for phrase in ToolPhrase::ALL {
        assert!(!content.tools.say(*phrase).is_empty(), "{phrase:?}");
    }
    for (id, sentence) in content.page.iter() {
        assert!(!sentence.is_empty(), "{id} is silent");
    }
    assert!(content.page.get("page.home.title").is_some());
}

#[test]
fn every_area_has_two_pieces_of_advice_for_each_verdict_and_both_has_bridges() {
    let pack = real().pack;
    assert_eq!(pack.areas.len(), 10);
    for (index, area) in AreaAt::numbered(&pack.areas) {
        let here = || pack.advice.iter().filter(|advice| advice.area == index);
        let audiences = [
            ("client", here().filter(|it| it.audience.client).count()),
            ("customer", here().filter(|it| it.audience.customer).count()),
            (
                "two tracks",
                here().filter(|it| it.audience.two_track).count(),
            ),
            (
                "in-between",
                here().filter(|it| it.audience.in_between).count(),
            ),
        ];
        for (audience, count) in audiences {
            let is_alien = area.id == "bridging" && ["client", "customer"].contains(&audience);
            assert_eq!(count >= 2, !is_alien, "{} for {audience}: {count}", area.id);
        }
    }
}

#[test]
fn the_pack_that_is_shipped_comes_back_as_it_was() {
    let Content { pack, tools, .. } = real();
    assert_eq!(Pack::from_bytes(&pack.to_bytes()), Ok(pack));
    assert_eq!(ToolPack::from_bytes(&tools.to_bytes()), Ok(tools));
}

#[test]
fn every_phrase_is_said_by_some_view_or_file() {
    fn collect(path: &Path, code: &mut String) {
        if path.is_dir() {
            for entry in fs::read_dir(path).expect("the folder is readable") {
                collect(&entry.expect("an entry").path(), code);
            }
        } else {
            code.push_str(&fs::read_to_string(path).expect("the file is readable"));
        }
    }
    let mut code = String::new();
    collect(&root().join("src/view"), &mut code);
    collect(&root().join("src/export"), &mut code);
    collect(&root().join("src/compare"), &mut code);
    collect(&root().join("src/embed"), &mut code);
    collect(&root().join("src/words.rs"), &mut code);
    collect(&root().join("src/view.rs"), &mut code);
    let screens = Phrase::ALL.iter().map(|it| format!("Phrase::{it:?}"));
    let tools = ToolPhrase::ALL
        .iter()
        .map(|it| format!("ToolPhrase::{it:?}"));
    for name in screens.chain(tools) {
        let is_said = code.match_indices(&name).any(|(at, _)| {
            let next = code[at + name.len()..].chars().next();
            !next.is_some_and(char::is_alphanumeric)
        });
        assert!(is_said, "nothing says {name}: remove it with its sentence");
    }
}
