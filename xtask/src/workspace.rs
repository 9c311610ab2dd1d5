//! The folder all commands work in, and the PATH on which their programs are found.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::run::Program;

/// The project's folder.
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The folder above this crate's own.
    pub(crate) fn find() -> Outcome<Self> {
        // Cargo says where the manifest is at run time too, which is right even in a moved folder.
        let manifest =
            env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        match Path::new(&manifest).parent() {
            Some(root) if root.join("Trunk.toml").is_file() => Ok(Self {
                root: root.to_owned(),
            }),
            _ => Err(format!(
                "{} is not in the project's folder; run `cargo xtask` there",
                Path::new(&manifest).display()
            )),
        }
    }

    /// A path inside the project.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// The text of a file of the project.
    pub(crate) fn read(&self, inside: &str) -> Outcome<String> {
        let path = self.path(inside);
        std::fs::read_to_string(&path)
            .map_err(|why| format!("{} can't be read: {why}", path.display()))
    }

    /// A program, to be run in the project's folder.
    pub(crate) fn program(&self, name: impl AsRef<OsStr>) -> Program {
        let mut program = Program::new(name.as_ref());
        program
            .within(&self.root)
            .env("PATH", search_path(&self.root));
        program
    }

    /// Cargo, the one that runs this program, with these arguments.
    pub(crate) fn cargo<const N: usize>(&self, args: [&str; N]) -> Program {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut program = self.program(cargo);
        program.args(args);
        program
    }

    /// Checks the content and packs it: the tests in a browser have the pack compiled in.
    pub(crate) fn pack_content(&self) -> Outcome {
        self.cargo([
            "run",
            "--quiet",
            "--package",
            "clientele-site",
            "--",
            "pack",
        ])
        .run()
    }

    /// Where `name` is, looked for where installers put it and then on PATH.
    pub(crate) fn which(&self, name: &str) -> Option<PathBuf> {
        which_in(&search_path(&self.root), name)
    }
}

/// Where `cargo install` puts programs.
pub(crate) fn cargo_bin() -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
    home.map(|home| home.join("bin"))
}

/// PATH, preceded by the folders that installers fill and that need not be on it.
fn search_path(root: &Path) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let first = cargo_bin()
        .into_iter()
        .chain([root.join("node_modules").join(".bin")]);
    env::join_paths(first.chain(env::split_paths(&path))).unwrap_or(path)
}

/// The first executable file of that name in a PATH.
pub(crate) fn which_in(path: &OsStr, name: &str) -> Option<PathBuf> {
    env::split_paths(path)
        .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
        .find(|file| is_executable(file))
}

#[cfg(unix)]
fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata()
        .is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(file: &Path) -> bool {
    file.is_file()
}
