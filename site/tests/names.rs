//! What is kept for ever is known by its name, in Rust and in two scripts: all three mean the same.

use std::fs;
use std::path::Path;
use std::process::Command;

use clientele_site::headers::is_hashed;

/// Says of each name behind it whether the pattern, which comes first, fits.
const FITS: &str = "const [pattern, ...names] = process.argv.slice(1);
const is = new Function('return ' + pattern)();
console.log(names.map(name => is.test(name)).join(' '));";

/// The pattern by which a script knows such a name.
fn pattern(script: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../static");
    let text = fs::read_to_string(file.join(script)).expect(script);
    let line = text.lines().find(|line| line.contains("const isHashed = "));
    let line = line.unwrap_or_else(|| panic!("{script} has no isHashed"));
    let (_, pattern) = line.split_once("=> ").expect("a function");
    let (pattern, _) = pattern.split_once(".test(").expect("a test");
    pattern.to_owned()
}

#[test]
fn the_scripts_call_the_same_names_hashed_as_rust_does() {
    let pattern_of_both = pattern("early.js");
    assert_eq!(pattern("sw.js"), pattern_of_both);
    let names = [
        "style-0123456789abcdef.css",
        "en-GB.pack-0123456789abcdef.wasm",
        "icon-maskable-512-0123456789abcdef.png",
        "https://example.org/a/clientele-form-0123456789abcdef.js",
        "boot-0123456789ABCDEF.js",
        "boot-0123456789abcdeg.js",
        "boot-0123456789abcde.js",
        "boot-00123456789abcdef.js",
        "boot_0123456789abcdef.js",
        "-0123456789abcdef.js",
        "0123456789abcdef.js",
        "boot-0123456789abcdef",
        "boot-0123456789abcdef.",
        "boot-0123456789abcdef.js.br",
        "boot-0123456789abcdef.j-s",
        "boot-0123456789abcdef.j_5",
        "boot-0123456789abcdef.js?a",
        "sw.js",
        "manifest.webmanifest",
        "embed.d.ts",
        "packages/clientele-scorm-1.2-en-GB.zip",
        "about/",
        "",
    ];
    let node = Command::new("node")
        .args(["--eval", FITS, "--", &pattern_of_both])
        .args(names)
        .output()
        .expect("Node.js");
    let said = String::from_utf8_lossy(&node.stdout);
    let own = names.map(|name| is_hashed(name).to_string()).join(" ");
    assert_eq!(said.trim(), own, "{names:?}");
    assert!(own.contains("true") && own.contains("false"));
}
