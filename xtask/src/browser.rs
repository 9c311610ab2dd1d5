//! Chromium, which most tests drive, and its driver: finding them, and installing them on Debian and its kin.

use std::env;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::apt;
use crate::engine::{misnamed, named};
use crate::workspace::which_in;

/// A browser and the program that drives it.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    /// Chromium or Chrome.
    pub(crate) chrome: PathBuf,
    /// chromedriver.
    pub(crate) driver: PathBuf,
}

const CHROMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
const MAC_CHROMES: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const REMEDY: &str = "install Chromium or Chrome and a chromedriver of the same version (Debian and Ubuntu: \
                      `sudo apt-get install chromium chromium-driver`; macOS: `brew install --cask google-chrome \
                      chromedriver`), or name them in CHROME_PATH and CHROMEDRIVER";

/// The pair that `CHROME_PATH` and `CHROMEDRIVER` name, or that is found where it usually is.
pub(crate) fn find() -> Option<Pair> {
    Some(Pair {
        chrome: chrome()?,
        driver: driver()?,
    })
}

fn chrome() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    named("CHROME_PATH")
        .or_else(|| CHROMES.iter().find_map(|name| which_in(&path, name)))
        .or_else(|| {
            MAC_CHROMES
                .iter()
                .map(PathBuf::from)
                .find(|path| path.is_file())
        })
}

fn driver() -> Option<PathBuf> {
    named("CHROMEDRIVER")
        .or_else(|| which_in(&env::var_os("PATH").unwrap_or_default(), "chromedriver"))
}

/// What of the pair is missing, in words.
fn missing() -> &'static str {
    match (chrome(), driver()) {
        (None, None) => "no Chromium and no chromedriver for the tests",
        (None, Some(_)) => "no Chromium for the tests",
        (Some(_), _) => "no chromedriver for the tests",
    }
}

/// The pair, installed first if it is missing and this system's package manager may be used without asking.
pub(crate) fn provide() -> Outcome<Pair> {
    if let Some(pair) = find() {
        return Ok(pair);
    }
    for variable in ["CHROME_PATH", "CHROMEDRIVER"] {
        if let Some(path) = env::var_os(variable)
            && !Path::new(&path).is_file()
        {
            return Err(misnamed(variable, Path::new(&path)));
        }
    }
    apt::install(&["chromium", "chromium-driver"], missing(), REMEDY)?;
    find().ok_or_else(|| format!("{} even after installing them: {REMEDY}", missing()))
}
