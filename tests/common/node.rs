//! Tests of the page's own scripts, which Node.js runs.

use std::process::Command;

use super::file;

/// Runs a file of tests, and says what it said of those that fail.
pub(crate) fn assert_held(script: &str) {
    let done = Command::new("node")
        .args(["--experimental-vm-modules", "--no-warnings"])
        .arg(file(script))
        .output()
        .expect("Node.js, which the build needs, too");
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(
        done.status.success() && said.contains(" pass "),
        "{said}{}",
        String::from_utf8_lossy(&done.stderr)
    );
}
