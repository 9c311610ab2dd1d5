//! `.br` and `.gz` beside each file that gets smaller by them, at their best, for hosts that serve
//! what lies ready. Node's own compressors do it, which a release build needs anyway; what was
//! compressed once is kept under the hash of the file and of how it was done.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::files;
use crate::finish::hash;
use crate::offline::WORKER;

/// The kinds of file that are worth it; pictures and archives are small already.
const ENDINGS: [&str; 9] = [
    "css",
    "html",
    "js",
    "json",
    "svg",
    "ts",
    "wasm",
    "webmanifest",
    "xml",
];

/// The endings of a file's two results.
const RESULTS: [&str; 2] = ["br", "gz"];

/// The worker is small, and one file alone: whoever has to put another in its place need not know of more.
const ALONE: &str = WORKER;

/// Takes pairs of a file and where its two results go. The header of a `.gz` tells neither time nor
/// system, so that every machine makes the same.
const COMPRESS: &str = "const { readFileSync, renameSync, writeFileSync } = require('fs');
const { brotliCompressSync, gzipSync, constants: c } = require('zlib');
// Under its name there is all of a file or nothing, whenever this ends.
function put(to, bytes) {
  writeFileSync(to + '.part', bytes);
  renameSync(to + '.part', to);
}
for (let at = 1; at < process.argv.length; at += 2) {
  const [from, to] = process.argv.slice(at), raw = readFileSync(from);
  const params = { [c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_LGWIN]: 24, [c.BROTLI_PARAM_SIZE_HINT]: raw.length };
  const gzip = gzipSync(raw, { level: 9, memLevel: 9 });
  gzip[9] = 255;
  put(to + '.br', brotliCompressSync(raw, { params }));
  put(to + '.gz', gzip);
}";

/// Compresses all files below a folder; results are kept in another.
pub fn compress(folder: &Path, kept: &Path) -> Result<(), String> {
    files::make_folder(kept)?;
    let mut found = Vec::new();
    collect(folder, &mut found)?;
    let mut all = Vec::new();
    for file in found {
        let bytes = files::read(&file)?;
        let place = kept.join(hash(&[COMPRESS.as_bytes(), &bytes].concat()));
        all.push((file, place, bytes.len()));
    }
    let mut node = Command::new("node");
    node.args(["--eval", COMPRESS, "--"]);
    let is_kept = |place: &Path| {
        RESULTS
            .iter()
            .all(|ending| place.with_extension(ending).is_file())
    };
    let mut missing: Vec<_> = all.iter().filter(|(_, place, _)| !is_kept(place)).collect();
    missing.sort_by_key(|(_, place, _)| place);
    missing.dedup_by_key(|(_, place, _)| place.clone());
    for (file, place, _) in &missing {
        node.arg(file).arg(place);
    }
    if !missing.is_empty() {
        let done = node
            .status()
            .map_err(|error| format!("node can't be run ({error}): install Node.js"))?;
        if !done.success() {
            return Err("Node.js could not compress the files: see its message above".to_owned());
        }
    }
    for (file, place, length) in all {
        for ending in RESULTS {
            let bytes = files::read(&place.with_extension(ending))?;
            if bytes.len() < length {
                let mut to = file.clone().into_os_string();
                to.push(".");
                to.push(ending);
                files::write(Path::new(&to), &bytes)?;
            }
        }
    }
    Ok(())
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), String> {
    for path in files::within(folder)? {
        if path.is_dir() {
            collect(&path, found)?;
        } else if !path.ends_with(ALONE)
            && path
                .extension()
                .and_then(|ending| ending.to_str())
                .is_some_and(|ending| ENDINGS.contains(&ending))
        {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{collect, compress};

    #[test]
    fn a_result_that_has_gone_is_made_again() {
        let name = format!("clientele-compressed-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let (served, kept) = (folder.join("served"), folder.join("kept"));
        fs::create_dir_all(&served).expect("a folder");
        fs::write(served.join("a.js"), "a".repeat(99)).expect("a file");
        for ending in ["br", "gz"] {
            compress(&served, &kept).expect("compressed");
            let is_it = |path: &std::path::PathBuf| path.extension().is_some_and(|it| it == ending);
            let mut results = crate::files::within(&kept).expect("a list").into_iter();
            fs::remove_file(results.find(is_it).expect("a result")).expect("to be removed");
            let copy = served.join(format!("a.js.{ending}"));
            fs::remove_file(&copy).expect("to be removed");
            compress(&served, &kept).expect("compressed again");
            assert!(copy.is_file(), "{ending}");
        }
        fs::remove_dir_all(folder).expect("to be removed");
    }

    #[test]
    fn the_worker_has_no_copies_that_a_host_would_serve_instead() {
        let folder = std::env::temp_dir().join(format!("clientele-kinds-{}", std::process::id()));
        fs::create_dir_all(folder.join("about")).expect("a folder");
        for name in ["sw.js", "a.js", "a.png", "about/index.html"] {
            fs::write(folder.join(name), name).expect("a file");
        }
        let mut found = Vec::new();
        collect(&folder, &mut found).expect("a list");
        assert_eq!(
            found,
            ["a.js", "about/index.html"].map(|name| folder.join(name))
        );
        fs::remove_dir_all(folder).expect("to be removed");
    }
}
