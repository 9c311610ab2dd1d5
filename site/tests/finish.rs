//! The finished folder: what pages load is there, is what they say it is, and is kept no longer than it may be.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clientele_site::finish::{Bundle, finish};
use clientele_site::headers::is_hashed;
use clientele_site::load;
use clientele_site::pages::PAGES;
use clientele_site::seal::integrity;
use scraper::{Html, Selector};

/// What a page's policy begins with.
const POLICY: &str = "<meta http-equiv=\"content-security-policy\" content=\"";

/// A folder as Trunk hands it over, with stand-ins for the apps, finished: once for all tests, which only read it.
static FINISHED: LazyLock<PathBuf> = LazyLock::new(finished);

fn finished() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let staging = Path::new(env!("CARGO_TARGET_TMPDIR")).join("finished");
    let _ = fs::remove_dir_all(&staging);
    fs::create_dir_all(&staging).expect("a folder");
    fs::copy(root.join("index.html"), staging.join("index.html")).expect("the template");
    for app in ["clientele-form", "clientele", "clientele-tools"] {
        fs::write(staging.join(format!("{app}_bg.wasm")), app).expect("wasm");
        fs::write(staging.join(format!("{app}.js")), app).expect("a script");
    }
    let content = load(&root, "en-GB").unwrap_or_else(|faults| panic!("{faults}"));
    let bundle = Bundle {
        root,
        staging: staging.clone(),
        is_release: false,
        base: None,
    };
    finish(&bundle, &content).unwrap_or_else(|error| panic!("{error}"));
    staging
}

#[test]
fn what_pages_load_is_sealed_bound_and_kept() {
    let folder = &*FINISHED;
    let headers = fs::read_to_string(folder.join("_headers")).expect("_headers");
    let checked = "script[src], link[rel=stylesheet], link[rel=modulepreload]";
    let checked = Selector::parse(checked).expect("a selector");
    let mut seen = BTreeSet::new();
    for page in PAGES {
        let file = folder.join(page.path).join("index.html");
        let text = fs::read_to_string(file).expect("a page");
        // The policy binds only what stands below it.
        let (above, policy) = text.split_once(POLICY).expect("the policy");
        let (policy, below) = policy.split_once("\">").expect("its end");
        assert!(!above.contains("<script") && !above.contains("<link"));
        assert!(!below.contains("http-equiv"));
        let html = Html::parse_document(&text);
        // What stands in the page itself is what the policy names, in the header as well.
        let rule = format!("\n/{}\n", page.path);
        let (_, header) = headers.split_once(&rule).expect("a rule for the page");
        let header = header.split("\n/").next().unwrap_or_default();
        for element in
            html.select(&Selector::parse("style, script:not([src])").expect("a selector"))
        {
            let text: String = element.text().collect();
            let source = format!("'{}'", integrity(text.as_bytes()));
            assert!(header.contains(&source), "/{}: {source}", page.path);
            assert!(policy.replace("&#39;", "'").contains(&source), "{policy}");
        }
        for element in html.select(&checked) {
            let name = element.attr("src").or(element.attr("href"));
            let name = name.and_then(|url| url.strip_prefix(&page.root()));
            let name = name.unwrap_or_else(|| panic!("/{}: {element:?}", page.path));
            let bytes = fs::read(folder.join(name)).expect("what the page loads");
            assert_eq!(
                element.attr("integrity"),
                Some(&*integrity(&bytes)),
                "{name}"
            );
            assert!(is_hashed(name), "{name}");
            seen.insert(name.to_owned());
        }
        let rule = format!("\n/{}\n  Cache-Control: no-cache\n", page.path);
        assert!(headers.contains(&rule), "{rule}");
    }
    // The first page's second sheet, boot.js, and the apps of all pages.
    assert_eq!(seen.len(), 5, "{seen:?}");
    for name in seen {
        let rule = format!("\n/{name}\n  Cache-Control: public, max-age=31536000, immutable\n");
        assert!(headers.contains(&rule), "{rule}");
    }
}

#[test]
fn a_debug_build_makes_no_packages() {
    assert!(!FINISHED.join("packages").exists());
}

#[test]
fn a_frames_script_asks_for_its_sheet_by_its_name() {
    let names: Vec<String> = fs::read_dir(&*FINISHED)
        .expect("a folder")
        .map(|file| {
            file.expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let of_frames = |ending: &str| {
        let mut names = names.iter();
        names
            .find(|name| name.starts_with("frame-") && name.ends_with(ending))
            .unwrap_or_else(|| panic!("no frame-….{ending}"))
    };
    let script = fs::read_to_string(FINISHED.join(of_frames("js"))).expect("the script");
    assert!(script.contains(&format!("'{}'", of_frames("css"))));
}
