//! Finishes the folder that Trunk has built: optimises the wasm, names every file by the hash of
//! what is served, and writes their names and the page's own sentences into `index.html`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::content::Content;

/// What Trunk has built, and where.
#[derive(Debug)]
pub struct Bundle {
    /// The project's root.
    pub root: PathBuf,
    /// The folder that becomes `dist/`.
    pub staging: PathBuf,
    /// Whether to take the time to optimise.
    pub is_release: bool,
}

/// What the wasm may use: all that Rust's own target uses, and every current browser has.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Finishes the folder; an error says what to do about it.
pub fn finish(bundle: &Bundle, pack_name: &str, content: &Content) -> Result<(), String> {
    let staging = &bundle.staging;
    let wasm = staging.join("clientele_bg.wasm");
    if bundle.is_release {
        optimise(&bundle.root, &wasm)?;
    }
    let mut names = BTreeMap::new();
    let mut place = |key: &str, stem: &str, ending: &str, bytes: &[u8]| {
        let name = format!("{stem}-{}.{ending}", hash(bytes));
        write(&staging.join(&name), bytes)?;
        names.insert(format!("asset.{key}"), name);
        Ok::<(), String>(())
    };
    place("wasm", "clientele", "wasm", &read(&wasm)?)?;
    let script = staging.join("clientele.js");
    place("app", "clientele", "js", &read(&script)?)?;
    place(
        "pack",
        pack_name.trim_end_matches(".pack"),
        "pack",
        &content.pack.to_bytes(),
    )?;
    place("style", "style", "css", &style(&bundle.root.join("style"))?)?;
    place(
        "boot",
        "boot",
        "js",
        &read(&bundle.root.join("static/boot.js"))?,
    )?;
    place(
        "icon",
        "icon",
        "svg",
        &read(&bundle.root.join("static/icon.svg"))?,
    )?;
    for replaced in [wasm, script] {
        fs::remove_file(&replaced).map_err(|error| said(&replaced, &error))?;
    }

    let page = staging.join("index.html");
    let source = String::from_utf8(read(&page)?).map_err(|error| said(&page, &error))?;
    let filled = fill(&source, |id| {
        names
            .get(id)
            .or_else(|| content.page.get(id))
            .map(|value| escape(value))
    })?;
    // Trunk's own instructions mean nothing to a browser.
    let filled: String = filled
        .split_inclusive('\n')
        .filter(|line| !line.contains("data-trunk"))
        .collect();
    write(&page, filled.as_bytes())?;
    // The page beside it that lays results side by side: the same, one folder below.
    let compare = names.values().fold(filled, |page, name| {
        page.replace(&format!("\"{name}\""), &format!("\"../{name}\""))
    });
    let compare = compare.replacen("<html ", "<html data-page=\"compare\" ", 1);
    let folder = staging.join("compare");
    fs::create_dir_all(&folder).map_err(|error| said(&folder, &error))?;
    write(&folder.join("index.html"), compare.as_bytes())
}

/// Replaces each `{{id}}`.
pub fn fill(page: &str, value: impl Fn(&str) -> Option<String>) -> Result<String, String> {
    let mut filled = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, gap)) = rest.split_once("{{") {
        let (id, after) = gap
            .split_once("}}")
            .ok_or("index.html: close the gap that {{ opens")?;
        filled.push_str(before);
        filled.push_str(
            &value(id.trim())
                .ok_or_else(|| format!("index.html: {id}: there is no such sentence or asset"))?,
        );
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// Text as it may stand in HTML, in an attribute too.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// All style sheets as one, in the order of their names.
fn style(folder: &Path) -> Result<Vec<u8>, String> {
    let entries = fs::read_dir(folder).map_err(|error| said(folder, &error))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "css"))
        .collect();
    files.sort();
    let mut all = String::new();
    for file in files {
        let source = String::from_utf8(read(&file)?).map_err(|error| said(&file, &error))?;
        all.push_str(&without_comments(&source));
    }
    Ok(all.into_bytes())
}

/// A style sheet without its comments and indentation, which are for us and not for visitors.
fn without_comments(source: &str) -> String {
    let mut kept = String::new();
    let mut rest = source;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .fold(String::new(), |all, line| all + line + "\n")
}

fn optimise(root: &Path, wasm: &Path) -> Result<(), String> {
    let tool = root.join("node_modules/.bin/wasm-opt");
    let done = Command::new(&tool)
        .arg("-Oz")
        .args(FEATURES)
        .args(["--strip-debug", "--strip-producers", "-o"])
        .arg(wasm)
        .arg(wasm)
        .status()
        .map_err(|error| format!("wasm-opt can't be run ({error}): run `npm ci` first"))?;
    if done.success() {
        Ok(())
    } else {
        Err("wasm-opt failed: see its message above".to_owned())
    }
}

/// The first 64 bits of the SHA-256, in hexadecimal digits.
fn hash(bytes: &[u8]) -> String {
    let first = Sha256::digest(bytes)
        .iter()
        .take(8)
        .fold(0u64, |first, byte| first << 8 | u64::from(*byte));
    format!("{first:016x}")
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| said(path, &error))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| said(path, &error))
}

fn said(path: &Path, error: &dyn std::error::Error) -> String {
    format!("{}: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use super::{escape, fill, without_comments};

    #[test]
    fn fills_gaps_and_names_those_it_can_not() {
        let value = |id: &str| (id == "a").then(|| "1".to_owned());
        assert_eq!(fill("x {{a}} y {{ a }}", value), Ok("x 1 y 1".to_owned()));
        assert!(fill("{{b}}", value).is_err_and(|error| error.contains("b: there is no")));
        assert!(fill("{{a", value).is_err());
    }

    #[test]
    fn keeps_text_text() {
        assert_eq!(escape("<b> & \"c\""), "&lt;b> &amp; &quot;c&quot;");
    }

    #[test]
    fn drops_comments_and_blank_lines() {
        assert_eq!(
            without_comments("/* a */\n  b {\n\n c }\n/* d"),
            "b {\nc }\n"
        );
    }
}
