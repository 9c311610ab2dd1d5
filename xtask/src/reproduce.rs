//! `cargo xtask reproduce`: the release built once more, from a copy in another folder with nothing built, has to come to
//! the same bytes, and to none that name a folder of this machine.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::bundle;
use crate::setup::{self, Purpose};
use crate::workspace::{Workspace, cargo_bin};

/// Where the copy is, with all that is built from it.
const COPY: &str = "target/reproduce";

/// Builds both and compares every file.
pub(crate) fn reproduce(home: &Workspace) -> Outcome {
    setup::all(home, Purpose::Serve)?;
    bundle::release(home)?;
    let copy = home.path(COPY);
    if copy.exists() {
        fs::remove_dir_all(&copy).map_err(|why| cannot("emptied", &copy, &why))?;
    }
    copy_tree(home, &copy)?;
    home.trunk()
        .args(["build", "--release"])
        .within(&copy)
        // Nothing that is built already may help.
        .env("CARGO_TARGET_DIR", copy.join("target"))
        .run()?;
    let (first, second) = (home.path("dist"), copy.join("dist"));
    let (mut names, others) = (files(&first)?, files(&second)?);
    names.extend(others);
    let mut other = Vec::new();
    for name in &names {
        if bytes(&first.join(name))? != bytes(&second.join(name))? {
            other.push(name.as_str());
        }
    }
    if !other.is_empty() {
        return Err(format!(
            "two builds came to other bytes: {}; compare dist/ with {}",
            other.join(", "),
            second.display()
        ));
    }
    let telling = naming(home, &first, &names)?;
    if !telling.is_empty() {
        return Err(format!(
            "these files of dist/ name a folder of this machine, so another comes to other bytes: {}",
            telling.join(", ")
        ));
    }
    println!("  {} files, the same in both builds", names.len());
    fs::remove_dir_all(&copy).map_err(|why| cannot("removed", &copy, &why))
}

/// Those of the files in which a folder of this machine is named: the project's, that of the crates, or that of Rust's library.
fn naming<'a>(
    home: &Workspace,
    folder: &Path,
    names: &'a BTreeSet<String>,
) -> Outcome<Vec<&'a str>> {
    let crates = cargo_bin().map(|bin| bin.with_file_name("registry"));
    let library = home.library().map(|(sources, _)| sources);
    let places = [Some(home.path("src")), crates, library];
    let texts = places.into_iter().flatten();
    let texts: Vec<String> = texts.map(|it| it.display().to_string()).collect();
    let is_named = |bytes: &[u8]| {
        let mut texts = texts.iter();
        texts.any(|text| {
            bytes
                .windows(text.len())
                .any(|part| part == text.as_bytes())
        })
    };
    let mut telling = Vec::new();
    for name in names {
        if bytes(&folder.join(name))?.is_some_and(|bytes| is_named(&bytes)) {
            telling.push(name.as_str());
        }
    }
    Ok(telling)
}

/// The bytes of a file, if there is one; what is there has to be readable.
fn bytes(file: &Path) -> Outcome<Option<Vec<u8>>> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(None),
        Err(why) => Err(cannot("read", file, &why)),
    }
}

/// What git knows or would add, as it is now, and the tools from npm.
fn copy_tree(home: &Workspace, copy: &Path) -> Outcome {
    let listed = home
        .program("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .read()?;
    for name in listed.lines() {
        let (from, to) = (home.path(name), copy.join(name));
        // Deleted, but not yet for git.
        if !from.is_file() {
            continue;
        }
        let folder = to.parent().unwrap_or(copy);
        fs::create_dir_all(folder).map_err(|why| cannot("made", folder, &why))?;
        fs::copy(&from, &to).map_err(|why| cannot("copied", &from, &why))?;
    }
    let tools = copy.join("node_modules");
    link(&home.path("node_modules"), &tools).map_err(|why| cannot("linked", &tools, &why))
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(to, at)
}

#[cfg(not(unix))]
fn link(to: &Path, at: &Path) -> std::io::Result<()> {
    std::os::windows::fs::symlink_dir(to, at)
}

/// The files below a folder, by their names from there.
fn files(folder: &Path) -> Outcome<BTreeSet<String>> {
    let (mut found, mut folders) = (BTreeSet::new(), vec![PathBuf::new()]);
    while let Some(inside) = folders.pop() {
        let at = folder.join(&inside);
        let entries = fs::read_dir(&at).map_err(|why| cannot("listed", &at, &why))?;
        for entry in entries {
            let entry = entry.map_err(|why| cannot("listed", &at, &why))?;
            let name = inside.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(name);
            } else {
                found.insert(name.to_string_lossy().into_owned());
            }
        }
    }
    Ok(found)
}

fn cannot(done: &str, path: &Path, why: &std::io::Error) -> String {
    format!("{} can't be {done}: {why}", path.display())
}
