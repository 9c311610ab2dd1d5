//! Run by Trunk's hooks and by `cargo xtask`: `pack` checks the content and packs it into
//! `target/content`; `finish` finishes the folder that Trunk has built.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use clientele_site::{address, finish, load};

/// The language that is built, from its file in `content/text`: one at a time, as CONTRIBUTING.md says.
const LANGUAGE: &str = "en-GB";

fn main() -> ExitCode {
    let command = env::args().nth(1).unwrap_or_default();
    let root = root();
    let done = match command.as_str() {
        "pack" => pack(&root),
        "finish" => finish_bundle(&root),
        _ => Err("usage: clientele-site pack | finish".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The project's root: Trunk's hooks say it, and this crate lies below it.
fn root() -> PathBuf {
    env::var_os("TRUNK_SOURCE_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join(".."),
        PathBuf::from,
    )
}

fn pack(root: &Path) -> Result<(), String> {
    let content = load(root, LANGUAGE).map_err(|faults| faults.to_string())?;
    let folder = root.join("target/content");
    fs::create_dir_all(&folder)
        .and_then(|()| {
            fs::write(
                folder.join(format!("{LANGUAGE}.pack")),
                content.pack.to_bytes(),
            )
        })
        .map_err(|error| format!("{}: make it writable: {error}", folder.display()))
}

fn finish_bundle(root: &Path) -> Result<(), String> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .ok_or("TRUNK_STAGING_DIR is not set: let Trunk's post_build hook run this")?;
    let profile = env::var("TRUNK_PROFILE");
    let profile =
        profile.map_err(|_| "TRUNK_PROFILE is not set: let Trunk's post_build hook run this")?;
    let content = load(root, LANGUAGE).map_err(|faults| faults.to_string())?;
    let base = env::var(address::VARIABLE).unwrap_or_default();
    let base = match base.trim() {
        "" => None,
        base => Some(address::BaseUrl::parse(base)?),
    };
    let bundle = finish::Bundle {
        base,
        root: root.to_owned(),
        staging: PathBuf::from(staging),
        is_release: profile == "release",
    };
    finish::finish(&bundle, &content)
}
