//! Running another program: what it is called in messages, where it runs, what it says.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use crate::Outcome;

/// A program with its arguments, ready to run.
pub(crate) struct Program {
    command: Command,
}

impl Program {
    /// A program by name or path.
    pub(crate) fn new(name: &OsStr) -> Self {
        let mut command = Command::new(name);
        // Nothing here may wait for an answer.
        command.stdin(Stdio::null());
        Self { command }
    }

    /// Runs in this folder.
    pub(crate) fn within(&mut self, folder: &Path) -> &mut Self {
        self.command.current_dir(folder);
        self
    }

    /// Adds arguments.
    pub(crate) fn args(&mut self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> &mut Self {
        self.command.args(args);
        self
    }

    /// Sets a variable of the environment.
    pub(crate) fn env(&mut self, name: &str, value: impl AsRef<OsStr>) -> &mut Self {
        self.command.env(name, value);
        self
    }

    /// The command as one would type it.
    fn shown(&self) -> String {
        let name = Path::new(self.command.get_program())
            .file_stem()
            .unwrap_or(self.command.get_program());
        let words = std::iter::once(name).chain(self.command.get_args());
        words
            .map(OsStr::to_string_lossy)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Runs it to its end; what it prints goes where ours goes.
    pub(crate) fn run(&mut self) -> Outcome {
        let status = self
            .command
            .status()
            .map_err(|why| self.not_started(&why))?;
        self.judge(status)
    }

    /// Lets it take this process's place, so that a signal meant for us ends it too.
    #[cfg(unix)]
    pub(crate) fn take_over(&mut self) -> Outcome {
        use std::os::unix::process::CommandExt;
        // It returns only if it failed.
        let why = self.command.exec();
        Err(self.not_started(&why))
    }

    /// Where a process can't be replaced, runs it to its end.
    #[cfg(not(unix))]
    pub(crate) fn take_over(&mut self) -> Outcome {
        self.run()
    }

    /// Runs it and returns what it printed, or nothing at all should it fail in any way.
    pub(crate) fn answer(&mut self) -> Option<String> {
        let output = self.command.stderr(Stdio::null()).output().ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Runs it and returns what it printed.
    pub(crate) fn read(&mut self) -> Outcome<String> {
        let output = self
            .command
            .stderr(Stdio::inherit())
            .output()
            .map_err(|why| self.not_started(&why))?;
        self.judge(output.status)?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs it, passes on every line as it is printed, and shows each to `see`.
    pub(crate) fn watch(&mut self, mut see: impl FnMut(&str)) -> Outcome {
        self.command.stdout(Stdio::piped());
        let mut child = self.command.spawn().map_err(|why| self.not_started(&why))?;
        if let Some(pipe) = child.stdout.take() {
            let mut pipe = BufReader::new(pipe);
            let mut line = Vec::new();
            // Read by line, written as it came: what a test prints need not be UTF-8.
            while pipe
                .read_until(b'\n', &mut line)
                .is_ok_and(|length| length > 0)
            {
                let mut out = std::io::stdout().lock();
                // Whoever closed our output can still have the verdict in the exit code.
                let _ = out.write_all(&line).and_then(|()| out.flush());
                see(&String::from_utf8_lossy(&line));
                line.clear();
            }
        }
        let status = child
            .wait()
            .map_err(|why| format!("`{}` was lost: {why}", self.shown()))?;
        self.judge(status)
    }

    fn judge(&self, status: ExitStatus) -> Outcome {
        if status.success() {
            Ok(())
        } else {
            Err(format!("`{}` failed ({status})", self.shown()))
        }
    }

    fn not_started(&self, why: &std::io::Error) -> String {
        format!("`{}` can't be started: {why}", self.shown())
    }
}
