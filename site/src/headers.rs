//! `_headers`, for hosts that read such a file: what may be kept and for how long, what types files
//! have, each page's policy once more, and the worker's. `docs/hosting.md` says the same to other hosts.

use std::fmt::Write;

use crate::address::BaseUrl;
use crate::inline::Inline;
use crate::offline;
use crate::pages::PAGES;
use crate::policy::policy;

/// What the file is called.
pub const FILE: &str = "_headers";

/// Files whose names stay while what is in them changes.
const FRESH: [&str; 3] = [offline::WORKER, offline::MANIFEST, "embed.js"];

/// The worker's policy. No page's binds it, nor would a `meta` element: it asks its own host, and runs nothing but itself.
const OF_WORKER: &str = "Content-Security-Policy: default-src 'none'; connect-src 'self'";

/// For all files. A sandboxed frame has no origin and reads only what anyone may.
const ALL: &str = "/*\n  Access-Control-Allow-Origin: *\n  X-Content-Type-Options: nosniff\n";

/// The file, for a folder with files of these names in it. Whoever wants to put the start page into
/// a frame may: no header says who.
#[must_use]
pub fn headers<'a>(
    names: impl IntoIterator<Item = &'a str>,
    inline: &Inline,
    base: Option<&BaseUrl>,
) -> String {
    let mut text = ALL.to_owned();
    let mut rule = |path: &str, lines: &[&str]| {
        let lines: String = lines
            .iter()
            .fold(String::new(), |all, line| all + "  " + line + "\n");
        // Writing to a string never fails.
        let _ = write!(text, "/{path}\n{lines}");
    };
    for page in &PAGES {
        let policy = [
            "Content-Security-Policy: ",
            &policy(page.kind, inline, base),
        ]
        .concat();
        rule(page.path, &["Cache-Control: no-cache", &policy]);
    }
    for name in FRESH {
        let policy = (name == offline::WORKER).then_some(OF_WORKER);
        let lines: Vec<&str> = [Some("Cache-Control: no-cache"), policy]
            .into_iter()
            .flatten()
            .collect();
        rule(name, &lines);
    }
    for name in names.into_iter().filter(|name| is_hashed(name)) {
        let keep = "Cache-Control: public, max-age=31536000, immutable";
        let ending = name.rsplit_once('.').map(|(_, ending)| ending);
        let kind = (ending == Some("wasm")).then_some("Content-Type: application/wasm");
        let lines: Vec<&str> = [Some(keep), kind].into_iter().flatten().collect();
        rule(name, &lines);
    }
    text
}

/// Whether a name holds the hash of what is in the file: `style-0123456789abcdef.css`. `early.js` and the worker ask the
/// same of the names they meet.
#[must_use]
pub fn is_hashed(name: &str) -> bool {
    let is_digit = |it: u8| matches!(it, b'0'..=b'9' | b'a'..=b'f');
    let is_of_endings = |it: u8| it.is_ascii_alphanumeric() || it == b'_';
    name.rsplit_once('.').is_some_and(|(stem, ending)| {
        !ending.is_empty()
            && ending.bytes().all(is_of_endings)
            && stem
                .rsplit_once('-')
                .is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(is_digit))
    })
}

#[cfg(test)]
mod tests {
    use super::{headers, is_hashed};
    use crate::inline::Inline;

    #[test]
    fn what_is_named_by_its_hash_is_kept_and_pages_are_asked_for() {
        let text = headers(
            ["a-0123456789abcdef.wasm", "embed.d.ts", "sw.js"],
            &Inline::default(),
            None,
        );
        for rule in [
            "/about/\n  Cache-Control: no-cache\n  Content-Security-Policy: default-src 'none'; ",
            "/sw.js\n  Cache-Control: no-cache\n  Content-Security-Policy: default-src 'none'; connect-src 'self'\n/",
            "/a-0123456789abcdef.wasm\n  Cache-Control: public, max-age=31536000, immutable\n  Content-Type: application/wasm\n",
        ] {
            assert!(text.contains(rule), "{rule}\n{text}");
        }
        assert!(!text.contains("frame-ancestors") && !text.contains("embed.d.ts"));
        assert!(!is_hashed("embed.js") && !is_hashed("a-012345678.css"));
    }
}
