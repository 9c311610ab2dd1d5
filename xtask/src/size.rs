//! What a page makes a visitor load, file by file: as it is, and after brotli at its best.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::workspace::Workspace;

/// The kinds of file that are counted, by their extension, a pack by what its name has before its hash.
pub(crate) const KINDS: [&str; 5] = ["html", "css", "js", "wasm", "pack"];

/// One file that a page loads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    /// Where it is in `dist/`.
    pub(crate) path: String,
    /// One of [`KINDS`].
    pub(crate) kind: &'static str,
    /// Bytes as they are.
    pub(crate) raw: u64,
    /// Bytes after brotli at level 11, or as they are where that is no less.
    pub(crate) brotli: u64,
}

/// The attributes by which a page names what it fetches only once there is a use for it: the whole
/// widget for a result, the frame's script within another page, the worker once nothing else is to do, the style where a
/// host's own policy refuses what stands in the page.
const LATER: [&str; 4] = ["data-whole-", "data-frame=", "data-worker=", "data-sheet="];

/// Measures what a page in `dist/` loads; `page` is its file there.
pub(crate) fn measure(home: &Workspace, page: &str) -> Outcome<Vec<Size>> {
    let dist = home.path("dist");
    if !dist.join(page).is_file() {
        return Err(format!(
            "dist/ holds no {page}; `cargo xtask build` builds it"
        ));
    }
    weigh(&dist, &loaded(&all(&dist)?, page))
}

/// Measures every page in `dist/`, without what it names.
pub(crate) fn pages(home: &Workspace) -> Outcome<Vec<Size>> {
    let dist = home.path("dist");
    let mut files = all(&dist)?;
    files.retain(|path, _| kind(path) == Some("html"));
    weigh(&dist, &files.into_keys().collect::<Vec<_>>())
}

/// Measures the one script that other people's pages load.
pub(crate) fn element(home: &Workspace) -> Outcome<Size> {
    let dist = home.path("dist");
    let sizes = weigh(&dist, &["embed.js".to_owned()])?;
    let element = sizes.into_iter().next();
    element.ok_or_else(|| "dist/ holds no embed.js; `cargo xtask build` builds it".to_owned())
}

fn weigh(dist: &Path, loaded: &[String]) -> Outcome<Vec<Size>> {
    // Each page gets smaller, so a folder where the first one has not is not finished for release.
    if !compressed(&dist.join("index.html")).is_file() {
        return Err(
            "dist/ holds no compressed files, as after a debug build; `cargo xtask build` makes them"
                .to_owned(),
        );
    }
    loaded.iter().map(|path| size(dist, path)).collect()
}

/// A file as it is, and as it is served to browsers that take brotli: as itself where that makes it no smaller.
fn size(dist: &Path, path: &str) -> Outcome<Size> {
    let file = dist.join(path);
    let length = |file: &Path| {
        let data = fs::metadata(file);
        data.map(|data| data.len())
            .map_err(|why| format!("{} can't be weighed: {why}", file.display()))
    };
    let raw = length(&file)?;
    let smaller = compressed(&file);
    Ok(Size {
        path: path.to_owned(),
        kind: kind(path).ok_or_else(|| format!("{path} is of no kind that is counted"))?,
        raw,
        brotli: if smaller.is_file() {
            length(&smaller)?
        } else {
            raw
        },
    })
}

/// Where a file's compressed copy is, if it has one.
fn compressed(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".br");
    name.into()
}

fn kind(path: &str) -> Option<&'static str> {
    let extension = if path.contains(".pack-") {
        "pack"
    } else {
        path.rsplit_once('.')?.1
    };
    KINDS.into_iter().find(|kind| *kind == extension)
}

/// The files of counted kinds, with the text of those that can name others.
fn all(dist: &Path) -> Outcome<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    collect(dist, "", &mut files).map_err(|why| format!("dist/ can't be read: {why}"))?;
    Ok(files)
}

/// The files of counted kinds below a folder, with the text of those that can name others.
fn collect(dist: &Path, folder: &str, files: &mut BTreeMap<String, String>) -> std::io::Result<()> {
    for entry in fs::read_dir(dist.join(folder))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let path = if folder.is_empty() {
            name.clone()
        } else {
            format!("{folder}/{name}")
        };
        let file = dist.join(&path);
        if file.is_dir() && !name.starts_with('.') {
            collect(dist, &path, files)?;
        } else if let Some(kind) = kind(&path) {
            let text = if matches!(kind, "html" | "css" | "js") {
                fs::read(&file)?
            } else {
                Vec::new()
            };
            files.insert(path, String::from_utf8_lossy(&text).into_owned());
        }
    }
    Ok(())
}

/// What begins and ends the list of files that only an address with a result asks for.
const WHOLE: (&str, &str) = ("<template id=\"ahead-whole\">", "</template>");

/// A text without what is fetched later.
fn at_once(text: &str) -> String {
    let (before, after) = text.split_once(WHOLE.0).unwrap_or((text, ""));
    let (_, after) = after.split_once(WHOLE.1).unwrap_or_default();
    let text = [before, after].concat();
    LATER.iter().fold(text, |text, attribute| {
        let mut parts = text.split(attribute);
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |kept, part| {
            let value_ends = part.match_indices('"').nth(1).map_or(0, |(at, _)| at);
            kept + &part[value_ends..]
        })
    })
}

/// A page, what it names, what that names, and so on.
fn loaded(files: &BTreeMap<String, String>, page: &str) -> Vec<String> {
    let mut loaded = vec![page.to_owned()];
    let mut next = 0;
    while next < loaded.len() {
        let text = at_once(files.get(&loaded[next]).map_or("", String::as_str));
        for path in files.keys() {
            if !loaded.contains(path) && kind(path) != Some("html") && names(&text, path) {
                loaded.push(path.clone());
            }
        }
        next += 1;
    }
    loaded.sort_by_key(|path| KINDS.iter().position(|known| Some(*known) == kind(path)));
    loaded
}

/// Whether a text holds the name of a file as a whole: in quotes, or after a slash.
fn names(text: &str, path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    text.match_indices(name)
        .any(|(at, _)| text[..at].ends_with(['"', '\'', '`', '/', '(', '=']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> BTreeMap<String, String> {
        list.iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
            .collect()
    }

    #[test]
    fn what_lies_compressed_in_a_finished_folder_is_weighed() -> std::io::Result<()> {
        let dist = std::env::temp_dir().join(format!("clientele-sizes-{}", std::process::id()));
        fs::create_dir_all(&dist)?;
        fs::write(dist.join("index.html"), "long and long and long")?;
        fs::write(dist.join("a.js"), "a")?;
        let paths = ["index.html", "a.js"].map(str::to_owned);
        let unfinished = weigh(&dist, &paths);
        fs::write(dist.join("index.html.br"), "short")?;
        let sizes = weigh(&dist, &paths);
        let missing = weigh(&dist, &["b.js".to_owned()]);
        fs::remove_dir_all(&dist)?;
        assert!(unfinished.is_err_and(|why| why.contains("`cargo xtask build`")));
        let sizes: Vec<_> = sizes.into_iter().flatten().collect();
        let lengths: Vec<_> = sizes.iter().map(|it| (it.raw, it.brotli)).collect();
        assert_eq!(lengths, [(22, 5), (1, 1)]);
        assert!(missing.is_err_and(|why| why.contains("b.js")));
        Ok(())
    }

    #[test]
    fn what_the_start_page_names_is_counted_and_no_more() {
        let dist = files(&[
            ("about/index.html", "<script src=../other.js>"),
            (
                "app-1.js",
                "import './snippets/a/inline.js'; fetch('app-1_bg.wasm')",
            ),
            ("app-1_bg.wasm", ""),
            ("embed.js", ""),
            ("frame-1.js", "'frame-1.css'"),
            ("frame-1.css", ""),
            (
                "index.html",
                "<html data-frame=\"frame-1.js\" data-pack=\"pack/en-GB.pack-1.wasm\"><link href=./style-2.css><script>import init from './app-1.js';</script> my-embed.js",
            ),
            ("other.js", ""),
            ("pack/en-GB.pack-1.wasm", ""),
            ("snippets/a/inline.js", ""),
            ("style-2.css", "@import url(more.css)"),
            ("more.css", ""),
        ]);
        let expected = [
            "index.html",
            "style-2.css",
            "more.css",
            "app-1.js",
            "snippets/a/inline.js",
            "app-1_bg.wasm",
            "pack/en-GB.pack-1.wasm",
        ];
        let mut found = loaded(&dist, "index.html");
        found.sort_unstable();
        let mut wanted = expected.map(str::to_owned).to_vec();
        wanted.sort_unstable();
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_named_pack_is_the_only_one() {
        let dist = files(&[
            ("index.html", "<link href='es.pack-1.wasm'>"),
            ("en-GB.pack-1.wasm", ""),
            ("es.pack-1.wasm", ""),
        ]);
        assert_eq!(
            loaded(&dist, "index.html"),
            ["index.html", "es.pack-1.wasm"]
        );
    }

    #[test]
    fn what_is_fetched_later_does_not_count() {
        let dist = files(&[
            (
                "index.html",
                "<html data-app=\"a.js\" data-whole-app=\"w.js\" data-frame=\"f.js\" data-pack=\"p.pack-1.wasm\">\
                <template id=\"ahead-whole\"><link href=\"w.js\"></template><script src=\"b.js\"></script>",
            ),
            ("a.js", ""),
            ("b.js", ""),
            ("w.js", ""),
            ("f.js", ""),
            ("p.pack-1.wasm", ""),
        ]);
        assert_eq!(
            loaded(&dist, "index.html"),
            ["index.html", "a.js", "b.js", "p.pack-1.wasm"]
        );
    }

    #[test]
    fn a_page_in_a_folder_is_measured_by_what_it_names() {
        let dist = files(&[
            (
                "compare/index.html",
                "<html data-app=\"../tools-1.js\" data-pack=\"../tools.pack-1.wasm\">",
            ),
            ("index.html", "<html data-app=\"app-1.js\">"),
            ("app-1.js", ""),
            ("tools-1.js", ""),
            ("tools.pack-1.wasm", ""),
        ]);
        assert_eq!(
            loaded(&dist, "compare/index.html"),
            ["compare/index.html", "tools-1.js", "tools.pack-1.wasm"]
        );
    }
}
