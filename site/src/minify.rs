//! Scripts and style sheets as they are served: by esbuild, in release builds alone.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a text is, which says what may be renamed in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A module: nobody outside sees its names but those it exports.
    Module,
    /// A script of either sort, whose outermost names stay.
    Script,
    /// A style sheet.
    Style,
}

/// The same text in fewer bytes. Nothing in it is made older or newer than it was written.
pub fn minified(root: &Path, kind: Kind, text: &[u8]) -> Result<Vec<u8>, String> {
    let arguments: &[&str] = match kind {
        Kind::Module => &["--loader=js", "--format=esm"],
        Kind::Script => &["--loader=js"],
        Kind::Style => &["--loader=css"],
    };
    let failed =
        |error: std::io::Error| format!("esbuild can't be run ({error}): run `npm ci` first");
    let mut tool = Command::new(root.join("node_modules/.bin/esbuild"))
        .args([
            "--minify",
            "--charset=utf8",
            "--legal-comments=none",
            "--log-level=warning",
        ])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    // Dropped at once, so that it knows where the text ends. It reads all before it writes.
    if let Some(mut stdin) = tool.stdin.take() {
        stdin.write_all(text).map_err(failed)?;
    }
    let done = tool.wait_with_output().map_err(failed)?;
    if done.status.success() {
        Ok(done.stdout)
    } else {
        Err("esbuild failed: see its message above".to_owned())
    }
}
