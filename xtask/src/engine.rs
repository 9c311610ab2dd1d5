//! The browsers besides Chromium in which the widget is walked through, and what drives them.

use std::env;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::apt;
use crate::workspace::{Workspace, which_in};

/// A program of one of these browsers, and how to come by it.
pub(crate) struct Engine {
    /// What it is, in words.
    pub(crate) what: &'static str,
    /// The variable that may name it.
    pub(crate) variable: &'static str,
    /// What it may be called.
    names: &'static [&'static str],
    /// Debian's package of it.
    package: &'static str,
}

/// All that Debian packages; geckodriver comes from crates.io. `MiniBrowser`, on no `PATH`, comes along with its driver.
pub(crate) const ENGINES: [Engine; 3] = [
    Engine {
        what: "Firefox",
        variable: "FIREFOX_PATH",
        names: &["firefox-esr", "firefox"],
        package: "firefox-esr",
    },
    Engine {
        what: "WebKitGTK's driver",
        variable: "WEBKITDRIVER",
        names: &["WebKitWebDriver"],
        package: "webkit2gtk-driver",
    },
    Engine {
        what: "Xvfb, the screen for WebKitGTK",
        variable: "XVFB",
        names: &["Xvfb"],
        package: "xvfb",
    },
];

impl Engine {
    /// The program that the variable names, or that is found on `PATH`.
    pub(crate) fn find(&self) -> Option<PathBuf> {
        let path = env::var_os("PATH").unwrap_or_default();
        named(self.variable).or_else(|| self.names.iter().find_map(|name| which_in(&path, name)))
    }

    /// The program, installed first if it is missing.
    pub(crate) fn provide(&self) -> Outcome<PathBuf> {
        if let Some(path) = self.find() {
            return Ok(path);
        }
        if let Some(path) = env::var_os(self.variable) {
            return Err(misnamed(self.variable, Path::new(&path)));
        }
        let missing = format!("no {} for the tests", self.what);
        let remedy = format!(
            "install it (Debian and Ubuntu: `sudo apt-get install {}`), or name the program in {}; without Firefox \
             and WebKitGTK, `cargo test --package clientele-e2e -- --skip firefox:: --skip webkit::` runs all other walks",
            self.package, self.variable
        );
        apt::install(&[self.package], &missing, &remedy)?;
        self.find()
            .ok_or_else(|| format!("{missing} even after installing it: {remedy}"))
    }
}

/// The variable that may name geckodriver.
pub(crate) const GECKODRIVER: &str = "GECKODRIVER";

/// The file that a variable names, if it is there.
pub(crate) fn named(variable: &str) -> Option<PathBuf> {
    let named = env::var_os(variable).map(PathBuf::from);
    named.filter(|path| path.is_file())
}

/// What to do about a variable that names no file.
pub(crate) fn misnamed(variable: &str, path: &Path) -> String {
    let path = path.display();
    format!("{variable} names {path}, which is not there: correct it or unset it")
}

/// The variables that let the tests find these programs.
pub(crate) fn variables(home: &Workspace) -> Vec<(&'static str, PathBuf)> {
    let driver = named(GECKODRIVER).or_else(|| home.which("geckodriver"));
    let found = ENGINES
        .iter()
        .filter_map(|engine| Some((engine.variable, engine.find()?)));
    found
        .chain(driver.map(|path| (GECKODRIVER, path)))
        .collect()
}
