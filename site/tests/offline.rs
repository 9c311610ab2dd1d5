//! The manifest by which the site is installed.

use std::path::Path;

use clientele_site::load;
use clientele_site::offline::{icons, manifest};
use serde_json::Value;

/// What JSON would trip over.
const DESCRIPTION: &str = "Yours & <theirs> \"both\" \\ – é";

#[test]
fn the_manifest_says_what_the_site_is_called_and_looks_like() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut content = load(&root, "en-GB").unwrap_or_else(|faults| panic!("{faults}"));
    let id = "page.home.description";
    content.page.replace(id, DESCRIPTION).expect("a sentence");
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("icons");
    let drawings = icons("<svg><path d=\"M0 0h9v9z\"/></svg>", &kept).expect("icons");
    let (drawn, _): (Vec<_>, Vec<_>) = drawings.into_iter().unzip();
    let text = manifest(&content, "icon.svg", drawn).expect("the manifest");

    assert!(text.starts_with("{\n  \"name\": \"Clientele\",\n  \"short_name\": \"Clientele\",\n"));
    let manifest: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(manifest["description"], DESCRIPTION);
    assert_eq!(manifest["lang"], "en-GB");
    let icons = manifest["icons"].as_array().expect("icons");
    let is = |icon: &Value, sizes: &str, purpose: &str| {
        icon["sizes"] == sizes && icon["purpose"] == purpose
    };
    assert_eq!(icons[0]["src"], "icon.svg");
    for (sizes, purpose) in [
        ("any", "any"),
        ("192x192", "any"),
        ("512x512", "any"),
        ("192x192", "maskable"),
        ("512x512", "maskable"),
    ] {
        assert!(
            icons.iter().any(|it| is(it, sizes, purpose)),
            "{sizes} {purpose}"
        );
    }
    assert!(
        icons
            .iter()
            .all(|it| it["src"] != "" && it["type"] != Value::Null)
    );
}
