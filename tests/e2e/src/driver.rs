//! The process that drives a browser: found, started on a free port, and ended with the last walk that needs it.

use std::env;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

use crate::display::Display;
use crate::kind::Kind;
use crate::trouble::Trouble;
use crate::webkit::Home;

/// A running driver. It is killed when it is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    child: Child,
    port: u16,
    /// What its browser needs, kept for as long.
    _needs: Option<(Display, Home)>,
}

/// The chromedriver that runs now, if any.
static RUNNING: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

impl Driver {
    /// One for this kind of browser. The walks of a test binary share a chromedriver; the others can drive no more
    /// than one browser each. A still one is for a person who wants no motion.
    pub(crate) fn of(kind: Kind, still: bool) -> Result<Arc<Self>, Trouble> {
        if kind != Kind::Chromium {
            return Ok(Arc::new(Self::start(kind, still)?));
        }
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(driver) = running.upgrade() {
            return Ok(driver);
        }
        let driver = Arc::new(Self::start(kind, still)?);
        *running = Arc::downgrade(&driver);
        Ok(driver)
    }

    /// Starts one. Between finding a port free and taking it, somebody else may be quicker: so it gets three tries.
    fn start(kind: Kind, still: bool) -> Result<Self, Trouble> {
        let once = || match kind {
            Kind::Chromium => Self::spoken(
                command("CHROMEDRIVER", "chromedriver").arg("--port=0"),
                // "ChromeDriver was started successfully on port 12345."
                "started successfully on port ",
            ),
            Kind::Firefox => Self::spoken(
                command("GECKODRIVER", "geckodriver")
                    .args(["--port", "0", "--websocket-port", "0"])
                    // Firefox's own window is needed to make the page in it narrow.
                    .arg("--allow-system-access"),
                // "1795533834016 geckodriver INFO Listening on 127.0.0.1:12345"
                "Listening on 127.0.0.1:",
            ),
            Kind::WebKit => Self::silent(still),
        };
        once().or_else(|_| once()).or_else(|_| once())
    }

    /// Starts one that finds a port by itself and then says so, with these words before the number.
    fn spoken(command: &mut Command, words: &str) -> Result<Self, Trouble> {
        let mut child = spawn(command.stdout(Stdio::piped()))?;
        let port = child.stdout.take().and_then(|pipe| {
            let mut lines = BufReader::new(pipe).lines().map_while(Result::ok);
            let line = lines.find(|line| line.contains(words))?;
            // A full pipe would stop it: whatever else it says is read and left aside.
            thread::spawn(move || lines.for_each(drop));
            let (_, number) = line.split_once(words)?;
            number.trim_end_matches('.').trim().parse().ok()
        });
        if let Some(port) = port {
            return Ok(Self {
                child,
                port,
                _needs: None,
            });
        }
        let _ = child.kill();
        let _ = child.wait();
        Err(Trouble::new(format!(
            "{command:?} named no port; run it by hand to see what it says"
        )))
    }

    /// Starts `WebKitWebDriver`, which says nothing.
    fn silent(still: bool) -> Result<Self, Trouble> {
        let (display, home) = (Display::start()?, Home::new(still)?);
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let mut command = command("WEBKITDRIVER", "WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .env("DISPLAY", display.name())
            .env("GDK_BACKEND", "x11")
            .envs(home.variables())
            .stdout(Stdio::null());
        let mut driver = Self {
            child: spawn(&mut command)?,
            port,
            _needs: Some((display, home)),
        };
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(10) {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(driver);
            }
            if driver.child.try_wait()?.is_some() {
                break;
            }
            thread::sleep(Duration::from_millis(10));
        }
        Err(Trouble::new(format!(
            "{command:?} can't be reached; run it by hand to see what it says"
        )))
    }

    /// Ends a session, browser and all, without an async runtime: for those who are being dropped.
    pub(crate) fn end(&self, session: &str) -> io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        write!(
            stream,
            // geckodriver listens to nobody who calls it by another port than its own.
            "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port
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

/// The program that a variable names, or else this one.
fn command(variable: &str, program: &str) -> Command {
    Command::new(env::var_os(variable).unwrap_or_else(|| program.into()))
}

fn spawn(command: &mut Command) -> Result<Child, Trouble> {
    command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|why| {
            Trouble::new(format!(
                "{} can't be started: {why}; `cargo xtask setup test` installs it",
                command.get_program().display()
            ))
        })
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
