//! `_headers`, as a host that reads this file sends what stands in it.

use std::fs;
use std::path::Path;

/// What stands in the file, and this server says otherwise: each load of a test is the first, types go by endings, and
/// tests say themselves whether anyone may read what is sent, since pages differ by it.
const OTHERWISE: [&str; 3] = [
    "Cache-Control",
    "Content-Type",
    "Access-Control-Allow-Origin",
];

/// The content security policy of a page.
const POLICY: &str = "Content-Security-Policy";

/// What the folder's file says for a path below the site, as whole lines; nothing where there is no such file.
pub(crate) fn given(folder: &Path, path: &str, has_policy: bool) -> String {
    let text = fs::read_to_string(folder.join("_headers")).unwrap_or_default();
    let lines = lines(&text, path).filter(|line| {
        let name = line.split(':').next().unwrap_or_default();
        !OTHERWISE.contains(&name) && (has_policy || name != POLICY)
    });
    lines.flat_map(|line| [line, "\r\n"]).collect()
}

/// The headers of the rules that fit a path: that for all, and its own.
fn lines<'a>(text: &'a str, path: &str) -> impl Iterator<Item = &'a str> {
    let mut fits = false;
    text.lines().filter_map(move |line| {
        if let Some(rule) = line.strip_prefix('/') {
            fits = rule == "*" || rule == path;
            return None;
        }
        fits.then(|| line.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_for_all_fits_and_the_paths_own_and_no_other() -> std::io::Result<()> {
        let folder = std::env::temp_dir().join(format!("clientele-headers-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let text = "/*\n  Access-Control-Allow-Origin: *\n  All: 1\n/\n  Start: 2\n/r/cl/\n  Cache-Control: no-cache\n  \
                    Content-Security-Policy: default-src 'none'\n";
        fs::write(folder.join("_headers"), text)?;
        let policy = "All: 1\r\nContent-Security-Policy: default-src 'none'\r\n";
        assert_eq!(given(&folder, "", true), "All: 1\r\nStart: 2\r\n");
        assert_eq!(given(&folder, "r/cl/", true), policy);
        assert_eq!(given(&folder, "r/cl/", false), "All: 1\r\n");
        assert_eq!(given(&folder, "r/cl/a.js", true), "All: 1\r\n");
        fs::remove_dir_all(&folder)?;
        assert_eq!(given(&folder, "", true), "");
        Ok(())
    }
}
