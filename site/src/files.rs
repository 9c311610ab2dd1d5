//! Files and folders, with errors that name the path and what to do.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// What to do where a file can't be had, most of the time.
const REMEDY: &str = "make the folder readable and writable, and run `cargo xtask build` again";

fn said(path: &Path, error: &io::Error) -> String {
    format!("{}: {error}: {REMEDY}", path.display())
}

/// The bytes of a file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| said(path, &error))
}

/// The text of a file.
pub(crate) fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| said(path, &error))
}

/// Writes a file in place of what it was.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| said(path, &error))
}

/// Takes a file away.
pub(crate) fn remove(path: &Path) -> Result<(), String> {
    fs::remove_file(path).map_err(|error| said(path, &error))
}

/// Makes a folder, with those that it lies in.
pub(crate) fn make_folder(path: &Path) -> Result<(), String> {
    fs::create_dir_all(path).map_err(|error| said(path, &error))
}

/// What lies in a folder, by name.
pub(crate) fn within(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| said(folder, &error))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let paths: io::Result<Vec<PathBuf>> = paths.collect();
    let mut paths = paths.map_err(|error| said(folder, &error))?;
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::within;

    #[test]
    fn what_is_not_there_is_named_with_a_remedy() {
        let error = within(Path::new("no/such/folder")).expect_err("it is not there");
        assert!(error.starts_with("no/such/folder: "), "{error}");
        assert!(error.contains("cargo xtask build"), "{error}");
    }
}
