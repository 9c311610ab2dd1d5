//! The process of chromedriver: found, started on a free port, shared by the walks of one test binary, and ended with
//! the last of them.

use std::env;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::Duration;

use crate::trouble::Trouble;

/// A running chromedriver. It is killed when it is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    child: Child,
    port: u16,
}

/// The one that runs now, if any.
static RUNNING: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

impl Driver {
    /// The one that runs now, or a new one.
    pub(crate) fn shared() -> Result<Arc<Self>, Trouble> {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(driver) = running.upgrade() {
            return Ok(driver);
        }
        let driver = Arc::new(Self::start()?);
        *running = Arc::downgrade(&driver);
        Ok(driver)
    }

    /// Starts one. It takes a free port for one kind of address first and then for the other, and
    /// gives up when somebody else was quicker with that: so it gets three tries.
    fn start() -> Result<Self, Trouble> {
        Self::try_to_start()
            .or_else(|_| Self::try_to_start())
            .or_else(|_| Self::try_to_start())
    }

    fn try_to_start() -> Result<Self, Trouble> {
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let started = Command::new(&program)
            .arg("--port=0")
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
        let port = child.stdout.take().and_then(|pipe| {
            let mut lines = BufReader::new(pipe).lines().map_while(Result::ok);
            // "ChromeDriver was started successfully on port 12345."
            let line = lines.find(|line| line.contains("started successfully"))?;
            // A full pipe would stop it: whatever else it says is read and left aside.
            thread::spawn(move || lines.for_each(drop));
            line.rsplit(' ').next()?.trim_end_matches('.').parse().ok()
        });
        if let Some(port) = port {
            return Ok(Self { child, port });
        }
        let _ = child.kill();
        let _ = child.wait();
        Err(Trouble::new(
            "chromedriver named no port; run `chromedriver --port=0` to see what it says",
        ))
    }

    /// Ends a session, browser and all, without an async runtime: for those who are being dropped.
    pub(crate) fn end(&self, session: &str) -> io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        write!(
            stream,
            "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        )?;
        // The answer comes when the browser is gone.
        stream.read(&mut [0; 1]).map(drop)
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The browser to drive, if chromedriver is not to choose it.
pub(crate) fn chrome() -> Option<PathBuf> {
    let named = env::var_os("CHROME_PATH").map(PathBuf::from);
    named.or_else(|| {
        ["/usr/bin/chromium", "/usr/bin/chromium-browser"]
            .iter()
            .map(PathBuf::from)
            .find(|path| path.is_file())
    })
}
