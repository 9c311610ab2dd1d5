//! `cargo xtask bench`: the built widget beside its peers, and how fast the judgement is.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::Outcome;
use crate::browser;
use crate::bundle;
use crate::setup::{self, Purpose};
use crate::workspace::Workspace;

/// What to measure. Where rounds are none, the bench itself says how many.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Benching {
    /// The widget beside its peers, and the judgement.
    All(Option<u32>),
    /// The widget beside its peers.
    Pages(Option<u32>),
    /// Acts on each screen.
    Interactions(Option<u32>),
    /// Lighthouse on these pages, or on all kinds.
    Lighthouse(Vec<String>),
    /// The judgement and comparing: all, or those whose name has this in it.
    Judgement(Option<String>),
}

/// Measures it.
pub(crate) fn bench(home: &Workspace, what: &Benching) -> Outcome {
    match what {
        Benching::All(rounds) => {
            prepare(home)?;
            forget(home)?;
            judgement(home, None)?;
            measure(home, "all", &in_words(*rounds))
        }
        Benching::Pages(rounds) => one(home, "pages", &in_words(*rounds)),
        Benching::Interactions(rounds) => one(home, "interactions", &in_words(*rounds)),
        Benching::Lighthouse(pages) => one(home, "lighthouse", pages),
        Benching::Judgement(filter) => judgement(home, filter.as_deref()),
    }
}

/// One thing that is measured on the built widget.
fn one(home: &Workspace, what: &str, rest: &[String]) -> Outcome {
    prepare(home)?;
    measure(home, what, rest)
}

/// Rounds as the bench itself reads them.
fn in_words(rounds: Option<u32>) -> Vec<String> {
    let number = rounds.map(|rounds| ["--rounds".to_owned(), rounds.to_string()]);
    number.into_iter().flatten().collect()
}

/// Takes away what criterion has left, or the table would tell of benches that are gone.
fn forget(home: &Workspace) -> Outcome {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| home.path("target"), PathBuf::from);
    let folder = target.join("criterion");
    if folder.is_dir() {
        fs::remove_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    }
    Ok(())
}

/// The release build and what the peers are made of; npm is asked only for what is not in place.
fn prepare(home: &Workspace) -> Outcome {
    setup::all(home, Purpose::Chromium)?;
    setup::npm_packages(home, &home.path("bench"))?;
    bundle::release(home)
}

/// Criterion's benches, all or those whose name has the filter in it.
fn judgement(home: &Workspace, filter: Option<&str>) -> Outcome {
    home.cargo(["bench", "--package", "clientele", "--"])
        .args(filter)
        .run()
}

fn measure(home: &Workspace, what: &str, rest: &[String]) -> Outcome {
    let pair = browser::provide()?;
    home.cargo(["run", "--quiet", "--package", "clientele-bench", "--", what])
        .env("CHROMEDRIVER", &pair.driver)
        .env("CHROME_PATH", &pair.chrome)
        .args(rest)
        .run()
}
