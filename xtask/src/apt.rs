//! Debian's packages: installed where this system's package manager may be used without asking.

use std::env;
use std::ffi::OsStr;

use crate::Outcome;
use crate::run::Program;
use crate::workspace::which_in;

/// Installs packages as root, or through a sudo that asks for no password. A failure says what is `missing`, and what
/// to do about it by hand.
pub(crate) fn install(packages: &[&str], missing: &str, remedy: &str) -> Outcome {
    let path = env::var_os("PATH").unwrap_or_default();
    if which_in(&path, "apt-get").is_none() {
        return Err(format!("{missing}: {remedy}"));
    }
    let sudo: &[&str] = if answers("id", &["-u"]).as_deref() == Some("0") {
        &[]
    } else if answers("sudo", &["-n", "true"]).is_some() {
        &["sudo", "-n"]
    } else {
        return Err(format!("{missing}, and no right to install any: {remedy}"));
    };
    let run = |command: &[&str]| {
        let words: Vec<&str> = sudo
            .iter()
            .chain(&["env", "DEBIAN_FRONTEND=noninteractive"])
            .chain(command)
            .copied()
            .collect();
        Program::new(OsStr::new(words[0])).args(&words[1..]).run()
    };
    let mut command = vec![
        "apt-get",
        "-qq",
        "install",
        "--yes",
        "--no-install-recommends",
    ];
    command.extend(packages);
    run(&["apt-get", "-qq", "update"])
        .and_then(|()| run(&command))
        .map_err(|why| format!("{why}; {missing}: {remedy}"))
}

fn answers(program: &str, args: &[&str]) -> Option<String> {
    Program::new(OsStr::new(program)).args(args).answer()
}
