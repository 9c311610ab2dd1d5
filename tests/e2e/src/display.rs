//! A screen that nobody sees, for the browser that can't do without one.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::trouble::Trouble;

/// A running Xvfb. It is killed when it is dropped.
#[derive(Debug)]
pub(crate) struct Display {
    child: Child,
    name: String,
}

impl Display {
    /// A new one. A window that another one covers is drawn seldom, so each walk has a screen of its own.
    pub(crate) fn start() -> Result<Self, Trouble> {
        let program = env::var_os("XVFB").unwrap_or_else(|| "Xvfb".into());
        let started = Command::new(&program)
            // It takes the first free number and writes it to its standard output.
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24"])
            .args(["-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut child = started.map_err(|why| {
            Trouble::new(format!(
                "{} can't be started: {why}; `cargo xtask setup test` installs it",
                program.display()
            ))
        })?;
        let mut number = String::new();
        let said = child
            .stdout
            .take()
            .map(|pipe| BufReader::new(pipe).read_line(&mut number));
        let name = format!(":{}", number.trim());
        let display = Self { child, name };
        match said {
            Some(Ok(length)) if length > 0 => Ok(display),
            _ => Err(Trouble::new(
                "Xvfb named no display; run `Xvfb -displayfd 1` to see what it says",
            )),
        }
    }

    /// What `DISPLAY` is on it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
