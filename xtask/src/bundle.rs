//! `cargo xtask build`: the finished widget in `dist/`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::address::{self, BaseUrl};
use crate::budget;
use crate::run::Program;
use crate::setup::{self, Purpose};
use crate::workspace::{Workspace, cargo_bin};

/// How to build.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Building {
    /// Where the site will be.
    pub(crate) base: Option<BaseUrl>,
    /// With Rust's own library compiled for size, too.
    pub(crate) small: bool,
}

impl Workspace {
    /// Trunk, which is kept from asking the network for a newer version of itself.
    pub(crate) fn trunk(&self) -> Program {
        let mut trunk = self.program("trunk");
        trunk
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            .env(FLAGS, self.nameless());
        trunk
    }

    /// Flags by which no path of this machine gets into messages, so that every machine comes to the same bytes.
    fn nameless(&self) -> String {
        let sources = cargo_bin().map(|bin| bin.with_file_name("registry").join("src"));
        let registries = sources.and_then(|sources| fs::read_dir(sources).ok());
        let registries = registries.into_iter().flatten().flatten();
        let crates = registries.map(|registry| (registry.path(), "crates".to_owned()));
        let flags: Vec<String> = crates
            .chain(self.library())
            .map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()))
            // Cargo parts flags at blanks. Then `reproduce` finds the path, and says so.
            .filter(|flag| !flag.contains(' '))
            .collect();
        flags.join(" ")
    }

    /// Where the sources of Rust's own library would be, and what they are called in messages where they are not. With the
    /// component rust-src, which editors like to have, rustc names its folder instead.
    pub(crate) fn library(&self) -> Option<(PathBuf, String)> {
        let said = |option: &[&str]| self.program("rustc").args(option).read().ok();
        let version = said(&["-vV"])?;
        let hash = version
            .lines()
            .find_map(|line| line.strip_prefix("commit-hash: "))?;
        let sources = Path::new(said(&["--print", "sysroot"])?.trim()).join("lib/rustlib/src/rust");
        Some((sources, format!("/rustc/{hash}")))
    }
}

/// Flags for the visitor's code alone: what else is built on the way stays as other commands have built it.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Sets up, builds, and shows what each part weighs. The budget is not enforced here: `budget` does that.
pub(crate) fn build(home: &Workspace, how: &Building) -> Outcome {
    setup::all(home, Purpose::Serve)?;
    fetch(home)?;
    let mut trunk = home.trunk();
    if let Some(base) = &how.base {
        trunk.env(address::VARIABLE, base.join(""));
    }
    if how.small {
        smaller(home, &mut trunk)?;
    }
    trunk.args(["build", "--release"]).run()?;
    budget::show(home).map(|_| ())
}

/// Rust's own library compiled anew, for size, and without the words of panics. Not what stable Rust promises, so it is
/// only done when asked for.
fn smaller(home: &Workspace, trunk: &mut Program) -> Outcome {
    home.program("rustup")
        .args(["component", "add", "rust-src"])
        .run()?;
    let flags = format!(
        "{} -Zunstable-options -Cpanic=immediate-abort",
        home.nameless()
    );
    trunk
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env(FLAGS, flags.trim())
        .env("CARGO_TARGET_DIR", home.path("target/small"));
    Ok(())
}

/// Fetches the crates: as long as there are none, there is no folder of theirs to be left out of messages.
fn fetch(home: &Workspace) -> Outcome {
    home.cargo(["fetch", "--locked", "--target", setup::WASM])
        .run()
}

/// Builds for release into `dist/`.
pub(crate) fn release(home: &Workspace) -> Outcome {
    fetch(home)?;
    home.trunk().args(["build", "--release"]).run()
}
