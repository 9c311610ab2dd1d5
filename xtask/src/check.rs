//! `cargo xtask ci`: what must hold before a change is taken in, in the order in which it fails soonest.

use crate::Outcome;
use crate::reproduce;
use crate::setup::{self, Purpose};
use crate::test::{self, Suite};
use crate::tool::CargoTool;
use crate::workspace::Workspace;

/// Formatting, what comes in from outside, lints for both targets, documentation, two builds compared, then every test.
pub(crate) fn ci(home: &Workspace) -> Outcome {
    step("formatting", || {
        formatted(home, &["--all"])?;
        // The fuzzers are a workspace of their own.
        formatted(home, &["--manifest-path", "fuzz/Cargo.toml"])
    })?;
    setup::all(home, Purpose::Test)?;
    step("licences, duplicates and sources", || {
        setup::cargo_tool(home, &CargoTool::deny())?;
        // Advisories need their database from the network: they belong to updating.
        home.cargo(["deny", "--workspace", "check"])
            .args(["licenses", "bans", "sources"])
            .run()
    })?;
    step("content", || home.pack_content())?;
    step("lints", || {
        home.cargo([
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "--deny",
            "warnings",
        ])
        .run()
    })?;
    step("lints for the browser", || {
        // The other targets, benches above all, are for this machine alone.
        home.cargo(["clippy", "--package", "clientele", "--target", setup::WASM])
            .args([
                "--lib", "--bins", "--test", "browser", "--", "--deny", "warnings",
            ])
            .run()
    })?;
    step("documentation", || {
        home.cargo(["doc", "--workspace", "--no-deps"])
            .env("RUSTDOCFLAGS", "--deny warnings")
            .run()
    })?;
    step("the same bytes from two builds", || {
        reproduce::reproduce(home)
    })?;
    test::test(home, &Suite::ALL)
}

fn formatted(home: &Workspace, what: &[&str]) -> Outcome {
    home.cargo(["fmt", "--check"])
        .args(what)
        .run()
        .map_err(|why| format!("{why}; `cargo fmt {}` mends it", what.join(" ")))
}

fn step(name: &str, work: impl FnOnce() -> Outcome) -> Outcome {
    println!("--- {name}");
    work()
}
