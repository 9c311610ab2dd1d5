//! Setting up: each step looks whether its tool is in place and gets it if not, saying what it does and how long it
//! took. Nothing that is in place is fetched again, and looking needs no network.

use std::env;
use std::path::Path;
use std::time::Instant;

use crate::Outcome;
use crate::browser;
use crate::engine::{self, ENGINES, GECKODRIVER};
use crate::table::seconds;
use crate::tool::{CargoTool, npm_pins, npm_version, version_line};
use crate::workspace::{Workspace, cargo_bin};

/// What the set-up is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Building and serving.
    Serve,
    /// That, and Chromium: for the browser tests and the bench.
    Chromium,
    /// That, and the other browsers for the tests.
    Test,
}

/// The oldest Node.js that the tools from npm run on.
const NODE: u32 = 18;

/// The target that the widget is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Sees to all that is needed, in order.
pub(crate) fn all(home: &Workspace, purpose: Purpose) -> Outcome {
    let start = Instant::now();
    println!("Setting up");
    wasm_target(home)?;
    node(home)?;
    npm_packages(home, &home.path("."))?;
    cargo_tool(home, &CargoTool::trunk())?;
    cargo_tool(home, &CargoTool::wasm_bindgen(home)?)?;
    if purpose != Purpose::Serve {
        test_browser()?;
    }
    if purpose == Purpose::Test {
        other_browsers(home)?;
    }
    println!("  all in place after {}\n", seconds(start.elapsed()));
    Ok(())
}

/// Says that a thing is there.
fn in_place(what: &str) {
    println!("  found      {what}");
}

/// Gets a thing, saying so before and after.
fn get(what: &str, how: impl FnOnce() -> Outcome) -> Outcome {
    println!("  installing {what}");
    let start = Instant::now();
    how()?;
    println!("  installed  {what} in {}", seconds(start.elapsed()));
    Ok(())
}

fn wasm_target(home: &Workspace) -> Outcome {
    let what = format!("Rust's target {WASM}");
    let there = |home: &Workspace| {
        let folder = home
            .program("rustc")
            .args(["--print", "target-libdir", "--target", WASM])
            .answer();
        // The folder is named whether it is there or not.
        folder.is_some_and(|folder| {
            std::fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some())
        })
    };
    if there(home) {
        in_place(&what);
        return Ok(());
    }
    let command = format!("rustup target add {WASM}");
    if home.which("rustup").is_none() {
        return Err(format!(
            "{what} is missing, and so is rustup, which would install it: get rustup from https://rustup.rs, \
             then run `{command}`"
        ));
    }
    get(&what, || {
        home.program("rustup").args(["target", "add", WASM]).run()
    })
    .map_err(|why| format!("{why}; run `{command}` by hand, then this again"))
}

fn node(home: &Workspace) -> Outcome {
    let version = home
        .which("node")
        .and_then(|node| version_line(home, &node));
    let remedy = format!(
        "install Node.js {NODE} or newer with npm, from https://nodejs.org or your system's packages"
    );
    match &version {
        None => Err(format!("Node.js is missing: {remedy}")),
        Some(version) if major(version).is_none_or(|major| major < NODE) => {
            Err(format!("Node.js {version} is too old: {remedy}"))
        }
        Some(_) if home.which("npm").is_none() => Err(format!("npm is missing: {remedy}")),
        Some(version) => {
            in_place(&format!("Node.js {version}"));
            Ok(())
        }
    }
}

/// The first number of a version such as `v20.1.2`.
fn major(version: &str) -> Option<u32> {
    version
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// What a folder's `package.json` pins, in the very versions.
pub(crate) fn npm_packages(home: &Workspace, folder: &Path) -> Outcome {
    let manifest = folder.join("package.json");
    let manifest = std::fs::read_to_string(&manifest)
        .map_err(|why| format!("{} can't be read: {why}", manifest.display()))?;
    let pins = npm_pins(&manifest);
    let what = pins
        .iter()
        .map(|(name, version)| format!("{name} {version}"))
        .collect::<Vec<_>>()
        .join(", ");
    if pins
        .iter()
        .all(|(name, version)| npm_version(folder, name).as_ref() == Some(version))
    {
        in_place(&what);
        return Ok(());
    }
    // None of these packages needs its install script run.
    let command = [
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ];
    get(&what, || {
        home.program("npm").within(folder).args(command).run()
    })
    .map_err(|why| format!("{why}; see what `npm ci` says when run by hand"))
}

/// Sees to one tool that Cargo installs.
pub(crate) fn cargo_tool(home: &Workspace, tool: &CargoTool) -> Outcome {
    let what = |version: &str| format!("{} {version}", tool.package);
    if let Some(version) = tool.found(home) {
        in_place(&what(&version));
        return Ok(());
    }
    let note = cargo_bin().map_or_else(String::new, |folder| format!(" into {}", folder.display()));
    println!(
        "  {} is compiled{note}; once, in a few minutes",
        what(&tool.version)
    );
    get(&what(&tool.version), || tool.install(home))?;
    match tool.found(home) {
        Some(_) => Ok(()),
        None => Err(format!(
            "{} was installed but isn't found as `{}`; see that {} is readable",
            what(&tool.version),
            tool.program,
            cargo_bin().unwrap_or_default().display()
        )),
    }
}

fn test_browser() -> Outcome {
    if let Some(pair) = browser::find() {
        in_place(&format!(
            "{}, {}",
            pair.chrome.display(),
            pair.driver.display()
        ));
        return Ok(());
    }
    get("Chromium and its driver", || browser::provide().map(|_| ()))
}

/// Firefox and `WebKitGTK`. None is optional: a walk that can't be taken would look like one that went well.
fn other_browsers(home: &Workspace) -> Outcome {
    for engine in &ENGINES {
        match engine.find() {
            Some(path) => in_place(&path.display().to_string()),
            None => get(engine.what, || engine.provide().map(drop))?,
        }
    }
    if engine::named(GECKODRIVER).is_some() {
        in_place(&format!("geckodriver, as named in {GECKODRIVER}"));
        return Ok(());
    }
    if let Some(path) = env::var_os(GECKODRIVER)
        && home.which("geckodriver").is_none()
    {
        return Err(engine::misnamed(GECKODRIVER, Path::new(&path)));
    }
    cargo_tool(home, &CargoTool::geckodriver())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_node_are_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("18.0.0"), Some(18));
        assert_eq!(major("nonsense"), None);
    }
}
