//! A course as a platform has it: a package unzipped, beside a page that plays the platform, with scorm-again from npm
//! as its runtime.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use zip::ZipArchive;

use crate::stage::root;
use crate::trouble::Trouble;

/// What has been unzipped by this process.
static MADE: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// The folder of a platform with the package of a standard (`scorm12`, `scorm2004`, `xapi`) under `package/`.
pub fn course(standard: &str) -> Result<PathBuf, Trouble> {
    let folder = root().join("target/e2e/courses").join(standard);
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if !made.contains(standard) {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let package = root().join(format!("dist/packages/clientele-{standard}-en-GB.zip"));
        unzip(&package, &folder.join("package"))?;
        copy(&root().join("tests/hosts/course"), &folder, |_| true)?;
        let runtime = root().join("node_modules/scorm-again/dist");
        let is_runtime = |name: &str| matches!(name, "scorm12.js" | "scorm2004.js");
        copy(&runtime, &folder.join("runtime"), is_runtime)?;
        made.insert(standard.to_owned());
    }
    Ok(folder)
}

fn unzip(package: &Path, to: &Path) -> Result<(), Trouble> {
    let said = |why: &dyn std::error::Error| {
        Trouble::new(format!(
            "{}: {why}; `cargo xtask build` makes it",
            package.display()
        ))
    };
    let file = File::open(package).map_err(|why| said(&why))?;
    ZipArchive::new(file)
        .and_then(|mut zip| zip.extract(to))
        .map_err(|why| said(&why))
}

/// Copies the files of a folder, but not its folders.
fn copy(from: &Path, to: &Path, is_wanted: impl Fn(&str) -> bool) -> Result<(), Trouble> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if entry.file_type()?.is_file() && is_wanted(&name.to_string_lossy()) {
            fs::copy(entry.path(), to.join(name))?;
        }
    }
    Ok(())
}
