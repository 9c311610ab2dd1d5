//! One external tool: which version is wanted, which one is there, and how to get it.

use std::path::Path;

use crate::Outcome;
use crate::workspace::Workspace;

/// A tool that Cargo installs from crates.io.
pub(crate) struct CargoTool {
    /// The crate's name.
    pub(crate) package: &'static str,
    /// The program that tells its version.
    pub(crate) program: &'static str,
    /// The version to install.
    pub(crate) version: String,
    /// Any version that begins with this will do.
    pub(crate) accepts: String,
}

impl CargoTool {
    /// Trunk, which bundles the widget.
    pub(crate) fn trunk() -> Self {
        Self {
            package: "trunk",
            program: "trunk",
            version: "0.22.1".into(),
            accepts: "0.22.".into(),
        }
    }

    /// geckodriver, which drives Firefox.
    pub(crate) fn geckodriver() -> Self {
        Self {
            package: "geckodriver",
            program: "geckodriver",
            version: "0.37.1".into(),
            accepts: "0.37.".into(),
        }
    }

    /// What holds the dependencies to `deny.toml`.
    pub(crate) fn deny() -> Self {
        Self {
            package: "cargo-deny",
            program: "cargo-deny",
            version: "0.20.2".into(),
            accepts: "0.20.".into(),
        }
    }

    /// wasm-bindgen's program, of exactly the version that `Cargo.lock` gives its library.
    pub(crate) fn wasm_bindgen(home: &Workspace) -> Outcome<Self> {
        if !home.path("Cargo.lock").is_file() {
            home.cargo(["generate-lockfile"]).run()?;
        }
        let lock = home.read("Cargo.lock")?;
        let version = locked(&lock, "wasm-bindgen")
            .ok_or("Cargo.lock names no wasm-bindgen; `cargo update` renews it")?;
        Ok(Self {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: version.to_owned(),
            accepts: version.to_owned(),
        })
    }

    /// The version found, if it will do.
    pub(crate) fn found(&self, home: &Workspace) -> Option<String> {
        let answer = home
            .program(home.which(self.program)?)
            .args(["--version"])
            .answer()?;
        // All say `name version`, and perhaps a commit after it.
        let mut words = answer.split_whitespace();
        let version = (words.next()? == self.program).then(|| words.next())??;
        let fits = version == self.accepts
            || self.accepts.ends_with('.') && version.starts_with(&self.accepts);
        fits.then(|| version.to_owned())
    }

    /// Compiles and installs it.
    ///
    /// These tools are run a few times a day on small files: their own release profiles take up to five times as
    /// long to compile, for no build that is faster. Their shared dependencies are compiled once, under `target/`.
    pub(crate) fn install(&self, home: &Workspace) -> Outcome {
        let install = |locked: &[&str]| {
            home.cargo(["install", self.package, "--version", &self.version])
                // Trunk names a newer Rust than it needs.
                .args(["--ignore-rust-version", "--force"])
                .args(locked)
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
                .env("CARGO_TARGET_DIR", home.path("target/tools"))
                .run()
        };
        install(&["--locked"])
            .or_else(|_| {
                println!(
                    "  its own lock file didn't do; once more with the newest compatible versions"
                );
                install(&[])
            })
            .map_err(|why| {
                format!(
                    "{why}; `cargo install {} --version {}` by hand says more",
                    self.package, self.version
                )
            })
    }
}

/// The version that a `Cargo.lock` gives a package.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    let name = format!("name = \"{package}\"");
    lines.find(|line| *line == name)?;
    lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

/// The version of a package that npm has put into `node_modules`, if any.
pub(crate) fn npm_version(folder: &Path, package: &str) -> Option<String> {
    let manifest = folder
        .join("node_modules")
        .join(package)
        .join("package.json");
    json_text(&std::fs::read_to_string(manifest).ok()?, "version")
}

/// The packages that `package.json` pins, with their versions.
pub(crate) fn npm_pins(manifest: &str) -> Vec<(String, String)> {
    let section = manifest
        .split_once("\"devDependencies\"")
        .and_then(|(_, rest)| rest.split_once('{'));
    let section = section
        .and_then(|(_, rest)| rest.split_once('}'))
        .map_or("", |(section, _)| section);
    let words: Vec<&str> = section.split('"').skip(1).step_by(2).collect();
    words
        .chunks_exact(2)
        .map(|pair| (pair[0].to_owned(), pair[1].to_owned()))
        .collect()
}

/// The text under a key of a JSON file that is written one key to a line, as npm writes them.
fn json_text(json: &str, key: &str) -> Option<String> {
    let key = format!("\"{key}\":");
    let line = json
        .lines()
        .find_map(|line| line.trim().strip_prefix(&key))?;
    Some(
        line.trim()
            .trim_end_matches(',')
            .trim_matches('"')
            .to_owned(),
    )
}

/// What a program says of its version, or that it can't be run.
pub(crate) fn version_line(home: &Workspace, program: &Path) -> Option<String> {
    let answer = home.program(program).args(["--version"]).answer()?;
    Some(answer.lines().next()?.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_file_is_read_by_whole_names() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(lock, "yew"), None);
    }

    #[test]
    fn pins_are_read_from_the_manifest() {
        let manifest = "{\n  \"name\": \"x\",\n  \"devDependencies\": {\n    \"axe-core\": \"4.14.1\",\n    \
                        \"binaryen\": \"132.0.0\"\n  },\n  \"engines\": { \"node\": \">=20\" }\n}\n";
        let pin = |name: &str, version: &str| (name.to_owned(), version.to_owned());
        assert_eq!(
            npm_pins(manifest),
            [pin("axe-core", "4.14.1"), pin("binaryen", "132.0.0")]
        );
        assert_eq!(npm_pins("{}"), []);
        assert_eq!(
            json_text("{\n  \"version\": \"1.2.3\",\n}", "version").as_deref(),
            Some("1.2.3")
        );
    }
}
