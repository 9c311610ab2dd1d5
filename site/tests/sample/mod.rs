//! Course packages as the tests make them, from stand-ins for what Trunk builds.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use clientele_site::content::Content;
use clientele_site::inline::Inline;
use clientele_site::load;
use clientele_site::package::{self, Source, Standard};
use clientele_site::pages::Site;

/// The files of a package by their paths.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

pub(crate) static CONTENT: LazyLock<Content> =
    LazyLock::new(|| load(&root(), "en-GB").unwrap_or_else(|faults| panic!("{faults}")));

/// What the start page of a package is called here: XML has to escape it.
pub(crate) const TITLE: &str = "Yours & <theirs> \"both\" – é";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A folder for one call alone: tests run side by side, and a file that is being written is empty for a moment.
fn folder() -> PathBuf {
    static CALLS: AtomicU32 = AtomicU32::new(0);
    let call = CALLS.fetch_add(1, Ordering::Relaxed);
    let name = format!("package-{}-{call}", std::process::id());
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// What pages carry within themselves: a text of its own for each, or one could stand in for another.
fn inline() -> Inline {
    let style = |name: &str| format!(".{name} {{ color: inherit }}");
    Inline {
        first: style("first"),
        rest: style("rest"),
        tools: style("tools"),
        paper: style("paper"),
        early: "early();".to_owned(),
        head: "pressed();".to_owned(),
    }
}

/// Makes a package which comes to the same bytes each time.
pub(crate) fn made(standard: Standard) -> (Vec<u8>, Files) {
    let built = folder();
    std::fs::create_dir_all(&built).expect("a folder");
    let template = std::fs::read_to_string(root().join("index.html")).expect("the template");
    let gaps = template.split("{{asset.").skip(1);
    let named = gaps.filter_map(|rest| rest.split_once("}}").map(|(key, _)| key));
    let apps = ["form", "whole", "tools"];
    let of_apps = apps.map(|app| ["wasm", "app", "pack"].map(|key| format!("{app}.{key}")));
    let others = ["style", "sheet", "boot", "icon", "frame-style"].map(str::to_owned);
    let named = named.map(str::to_owned);
    let assets: BTreeMap<String, String> = of_apps
        .into_iter()
        .flatten()
        .chain(others)
        .chain(named)
        .map(|key| (format!("asset.{key}"), format!("{key}-0.{key}")))
        .collect();
    for name in assets.values() {
        std::fs::write(built.join(name), name).expect("a file");
    }
    let mut page = CONTENT.page.clone();
    for id in ["page.home.title", "page.home.description"] {
        page.replace(id, TITLE).expect("a sentence to replace");
    }
    let content = Content {
        pack: CONTENT.pack.clone(),
        tools: CONTENT.tools.clone(),
        labels: CONTENT.labels.clone(),
        page,
    };
    let source = Source {
        site: Site {
            content: &content,
            template: &template,
            assets: &assets,
            inline: &inline(),
            base: None,
            cards: &BTreeMap::new(),
            packages: &[],
        },
        built: &built,
        scripts: &root().join("static"),
    };
    let bytes = package::zip(&source, standard).unwrap_or_else(|error| panic!("{error}"));
    let again = package::zip(&source, standard).expect("the same");
    std::fs::remove_dir_all(&built).expect("the folder");
    assert!(
        bytes == again,
        "the bytes differ from one build to the next"
    );
    let files = unzipped(&bytes);
    (bytes, files)
}

fn unzipped(bytes: &[u8]) -> Files {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut files = Files::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("a file");
        let name = file.name().expect("a name").into_owned();
        assert!(file.is_file(), "{name} is no file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        files.insert(name, bytes);
    }
    files
}

/// A file that is there, as text.
pub(crate) fn text<'a>(files: &'a Files, name: &str) -> &'a str {
    let bytes = files.get(name);
    let bytes = bytes.unwrap_or_else(|| panic!("{name} is not at the root"));
    std::str::from_utf8(bytes).expect("UTF-8")
}
