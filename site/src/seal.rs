//! Integrity: in a finished page, each script, style sheet and early module says what its bytes
//! have to be, so that a browser refuses any others.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// A digest as browsers write it: `sha256-…`. A longer one would cost every visitor 16 bytes for each
/// file, and be no harder to forge by anyone alive.
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    "sha256-".to_owned() + &base64(&Sha256::digest(bytes))
}

/// The page, with `integrity` wherever it loads one of the files, which are given by name.
///
/// A style sheet is asked for as scripts are (`crossorigin`): a frame in a sandbox has no origin, and
/// may not check what it got in any other way.
#[must_use]
pub fn sealed(page: &str, files: &BTreeMap<String, Vec<u8>>) -> String {
    page.split_inclusive('\n')
        .map(|line| match loaded(line).and_then(|name| files.get(name)) {
            None => line.to_owned(),
            Some(bytes) => {
                let crossorigin = if line.contains("rel=\"stylesheet\"") {
                    " crossorigin"
                } else {
                    ""
                };
                let (before, after) = line.split_once('>').unwrap_or((line, ""));
                let integrity = integrity(bytes);
                format!("{before} integrity=\"{integrity}\"{crossorigin}>{after}")
            }
        })
        .collect()
}

/// The file that a line of a head loads and browsers can check, without its folders.
fn loaded(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let attribute = if line.starts_with("<script ") {
        "src=\""
    } else if ["<link rel=\"stylesheet\" ", "<link rel=\"modulepreload\" "]
        .iter()
        .any(|start| line.starts_with(start))
    {
        "href=\""
    } else {
        return None;
    };
    let (_, rest) = line.split_once(attribute)?;
    let (url, _) = rest.split_once('"')?;
    url.rsplit('/').next()
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 with its padding.
fn base64(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = three
            .iter()
            .chain([0, 0].iter())
            .take(3)
            .fold(0usize, |number, byte| number << 8 | usize::from(*byte));
        for place in 0..4 {
            let digit = DIGITS[number >> (18 - 6 * place) & 63];
            text.push(if place > three.len() {
                '='
            } else {
                char::from(digit)
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{base64, integrity, sealed};

    #[test]
    fn digests_are_written_as_browsers_write_them() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(
            integrity(b"a"),
            "sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs="
        );
    }

    #[test]
    fn what_a_page_loads_is_sealed_and_nothing_else() {
        let files = BTreeMap::from([
            ("a.js".to_owned(), b"1".to_vec()),
            ("a.css".to_owned(), b"2".to_vec()),
        ]);
        let page = "<p>a.js</p>\n  <script type=\"module\" src=\"../a.js\"></script>\n<link rel=\"stylesheet\" href=\"a.css\">\n<link rel=\"stylesheet\" href=\"b.css\">\n";
        let sealed = sealed(page, &files);
        let lines: Vec<&str> = sealed.lines().collect();
        assert_eq!(lines[0], "<p>a.js</p>");
        assert!(lines[1].ends_with(&format!(
            "src=\"../a.js\" integrity=\"{}\"></script>",
            integrity(b"1")
        )));
        assert!(lines[2].ends_with(&format!("integrity=\"{}\" crossorigin>", integrity(b"2"))));
        assert_eq!(lines[3], "<link rel=\"stylesheet\" href=\"b.css\">");
    }
}
