//! The built site on the disk: what its files are called, and another version of it.
#![allow(dead_code, reason = "each test file takes what it needs")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use clientele_e2e::Trouble;
use clientele_site::headers::is_hashed;
use clientele_site::seal::integrity;

/// Whole files, by their path below the site.
type Files = BTreeMap<String, Vec<u8>>;

/// What the next version's scripts leave behind where they run.
const MARK: &[u8] = b"\nglobalThis.isNew = true;\n";

/// A heading, and what it is in the next version.
const HEADING: [&str; 2] = [
    "How Clientele works</h1>",
    "How the new Clientele works</h1>",
];

fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist")
}

/// A file of the build.
pub(crate) fn bytes(name: &str) -> Result<Vec<u8>, Trouble> {
    Ok(fs::read(dist().join(name))?)
}

/// What a page calls one of its files: `named("", "wasm")` is what stands in the start page's `data-wasm`.
pub(crate) fn named(page: &str, what: &str) -> Result<String, Trouble> {
    let page = bytes(&[page, "index.html"].concat())?;
    let begins = format!(" data-{what}=\"");
    let text = String::from_utf8_lossy(&page);
    let name = text
        .split_once(&begins)
        .and_then(|(_, rest)| rest.split_once('"'));
    match name {
        Some((name, _)) => Ok(name.to_owned()),
        None => panic!("the page names no {what}"),
    }
}

/// The site in a folder of its own, as it was built.
pub(crate) fn this_version(folder: &str) -> Result<PathBuf, Trouble> {
    write(folder, &read()?)
}

/// The site as its next version: whatever is named by its hash has another name, scripts leave a mark, and `about/` has
/// another heading. What pages and the worker say of files is true of these.
pub(crate) fn next_version(folder: &str) -> Result<PathBuf, Trouble> {
    let (hashed, others): (Files, Files) =
        read()?.into_iter().partition(|(name, _)| is_hashed(name));
    let (pages, others): (Files, Files) = others
        .into_iter()
        .partition(|(name, _)| name.ends_with("index.html"));
    let mut pairs: Vec<(String, String)> = hashed
        .keys()
        .map(|name| (name.clone(), renamed(name)))
        .collect();
    let mut files = Files::new();
    // Each kind names the ones before it, and says what they have to be.
    for (kind, heading) in [(hashed, None), (pages, Some(HEADING)), (others, None)] {
        let mut seals = Vec::new();
        for (name, before) in kind {
            let mut after = replaced(&before, &pairs);
            if let Some([old, new]) = heading {
                after = replaced(&after, &[(old.to_owned(), new.to_owned())]);
            }
            if is_hashed(&name) && ending(&name) == "js" {
                after.extend(MARK);
            }
            seals.push((integrity(&before), integrity(&after)));
            files.insert(renamed(&name), after);
        }
        pairs.extend(seals);
    }
    let version = [("VERSION = '".to_owned(), "VERSION = 'new-".to_owned())];
    let worker = files.entry("sw.js".to_owned()).or_default();
    *worker = replaced(worker, &version);
    write(folder, &files)
}

/// Lets two folders change places, as a deploy does that leaves nothing of the version before where it was.
pub(crate) fn swap(one: &Path, other: &Path) -> Result<(), Trouble> {
    let aside = one.with_extension("aside");
    fs::rename(one, &aside)?;
    fs::rename(other, one)?;
    Ok(fs::rename(aside, other)?)
}

/// A name with another hash; one without stays.
fn renamed(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) if is_hashed(name) => {
            let (stem, hash) = stem.rsplit_once('-').unwrap_or_default();
            let hash: String = hash.chars().rev().collect();
            format!("{stem}-{hash}.{ending}")
        }
        _ => name.to_owned(),
    }
}

/// What stands behind the last full stop of a name.
fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Other words in a text; what is none stays.
fn replaced(bytes: &[u8], pairs: &[(String, String)]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return bytes.to_vec();
    };
    let text = pairs
        .iter()
        .fold(text.to_owned(), |text, (old, new)| text.replace(old, new));
    text.into_bytes()
}

/// All of the site, but for what the tests' server does not send: compressed files, and packages.
fn read() -> Result<Files, Trouble> {
    fn within(folder: &Path, below: &str, files: &mut Files) -> std::io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let name = [below, &name].concat();
            if path.is_dir() {
                within(&path, &[&name, "/"].concat(), files)?;
            } else if !["br", "gz"].contains(&ending(&name)) {
                files.insert(name, fs::read(&path)?);
            }
        }
        Ok(())
    }
    let mut files = Files::new();
    within(&dist(), "", &mut files)?;
    files.retain(|name, _| !name.starts_with("packages/"));
    Ok(files)
}

fn write(folder: &str, files: &Files) -> Result<PathBuf, Trouble> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let _ = fs::remove_dir_all(&folder);
    for (name, bytes) in files {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap_or(&folder))?;
        fs::write(file, bytes)?;
    }
    Ok(folder)
}
