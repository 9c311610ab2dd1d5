//! `cargo xtask bench`: the built widget beside its peers, and how fast the judgement is.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::Outcome;
use crate::browser;
use crate::bundle;
use crate::setup::{self, Purpose};
use crate::workspace::Workspace;

/// Does what the arguments name: see `order::HELP`.
pub(crate) fn bench(home: &Workspace, args: &[String]) -> Outcome {
    match args.first().map(String::as_str) {
        None => all(home, args),
        Some(option) if option.starts_with("--") => all(home, args),
        Some("pages" | "interactions" | "lighthouse") => {
            prepare(home)?;
            measure(home, args)
        }
        Some(_) => judgement(home, args),
    }
}

fn all(home: &Workspace, args: &[String]) -> Outcome {
    prepare(home)?;
    forget(home)?;
    judgement(home, &[])?;
    let mut orders = vec!["all".to_owned()];
    orders.extend_from_slice(args);
    measure(home, &orders)
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
fn judgement(home: &Workspace, args: &[String]) -> Outcome {
    home.cargo(["bench", "--package", "clientele", "--"])
        .args(args)
        .run()
}

fn measure(home: &Workspace, args: &[String]) -> Outcome {
    let pair = browser::provide()?;
    home.cargo(["run", "--quiet", "--package", "clientele-bench", "--"])
        .env("CHROMEDRIVER", &pair.driver)
        .env("CHROME_PATH", &pair.chrome)
        .args(args)
        .run()
}
