//! A static file server over `dist/` on a free port, which keeps a log and can be told to misbehave.
//!
//! It answers as a plain host does that reads `_headers`: the right types, `index.html` for a folder, each page's policy,
//! 404 for what isn't there, and nothing that only a clever host would do.

use std::fs;
use std::io::{BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::answer::{AFRESH, Answer, FOR_A_YEAR, mime};
use crate::fault::Fault;
use crate::headers::given;
use crate::request::head;
use crate::trouble::Trouble;
use crate::witness::{self, Witness};

/// The answer to a page that told something.
const HEARD: &[u8] = b"HTTP/1.1 204 No Content\r\nCache-Control: no-store\r\n\r\n";

/// The server. It ends when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    /// With a slash at either end.
    prefix: String,
    log: Mutex<Vec<String>>,
    faults: Mutex<Vec<(String, Fault)>>,
    /// Told when faults have gone, or the server.
    mended: Condvar,
    gaps: Mutex<Vec<(String, String)>>,
    headers: Mutex<String>,
    /// The scripts that every page runs first, if pages are to tell what happens in them.
    before: Mutex<Option<Vec<String>>>,
    witness: Witness,
    is_compressed: AtomicBool,
    sent: AtomicUsize,
    over: AtomicBool,
}

impl Server {
    /// Serves a folder under a prefix: `/` for all of the host, `/sub/` for a folder of it.
    pub fn start(folder: impl Into<PathBuf>, prefix: &str) -> Result<Self, Trouble> {
        let folder = folder.into();
        if !folder.join("index.html").is_file() {
            let folder = folder.display();
            return Err(Trouble::new(format!(
                "{folder} holds no index.html: build it with `cargo xtask build`"
            )));
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let prefix = match prefix.trim_matches('/') {
            "" => "/".to_owned(),
            inner => format!("/{inner}/"),
        };
        let shared = Arc::new(Shared {
            folder,
            prefix,
            log: Mutex::default(),
            faults: Mutex::default(),
            mended: Condvar::new(),
            gaps: Mutex::default(),
            headers: Mutex::default(),
            before: Mutex::default(),
            witness: Witness::default(),
            is_compressed: AtomicBool::new(false),
            sent: AtomicUsize::new(0),
            over: AtomicBool::new(false),
        });
        let for_thread = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if for_thread.over.load(Ordering::Relaxed) {
                    break;
                }
                let Ok(stream) = stream else { continue };
                let shared = Arc::clone(&for_thread);
                thread::spawn(move || shared.converse(stream));
            }
        });
        Ok(Self { address, shared })
    }

    /// Scheme, host and port: `http://127.0.0.1:12345`.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The whole address of a path below the prefix.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!(
            "{}{}{}",
            self.origin(),
            self.shared.prefix,
            path.trim_start_matches('/')
        )
    }

    /// From now on, answers to paths that contain `part` have this fault.
    pub fn fault(&self, part: &str, fault: Fault) {
        lock(&self.shared.faults).push((part.to_owned(), fault));
    }

    /// From now on, this is the only fault: what was held is answered with it, or rightly.
    pub fn turn_to(&self, part: &str, fault: Fault) {
        *lock(&self.shared.faults) = vec![(part.to_owned(), fault)];
        self.shared.mended.notify_all();
    }

    /// From now on, all answers are right again.
    pub fn mend(&self) {
        lock(&self.shared.faults).clear();
        self.shared.mended.notify_all();
    }

    /// From now on, this gap in a page or script reads so: `{{widget}}`.
    pub fn fill(&self, gap: &str, text: &str) {
        lock(&self.shared.gaps).push((gap.to_owned(), text.to_owned()));
    }

    /// From now on, every answer has this header too: `Name: value`.
    pub fn header(&self, header: &str) {
        lock(&self.shared.headers).push_str(&[header, "\r\n"].concat());
    }

    /// From now on, pages run these scripts first, and tell what happens in them.
    pub(crate) fn bear_witness(&self, before: &[String]) {
        *lock(&self.shared.before) = Some(before.to_vec());
    }

    /// What pages told.
    pub(crate) fn witness(&self) -> Witness {
        self.shared.witness.clone()
    }

    /// From now on, the `.br` that lies beside a file is sent in its place, as a host for the public does. What stands in
    /// `_headers` is not sent any more: what counts bytes compares them with those of pages that have no such file.
    pub fn compress(&self) {
        self.shared.is_compressed.store(true, Ordering::Relaxed);
    }

    /// All bytes sent so far, headers too, whoever asked for them.
    #[must_use]
    pub fn sent(&self) -> usize {
        self.shared.sent.load(Ordering::Relaxed)
    }

    /// Every request so far, as `200 /path?query`.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.log).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        {
            // Under the lock, so that nobody begins to wait in between.
            let _faults = lock(&self.shared.faults);
            self.shared.over.store(true, Ordering::Relaxed);
        }
        self.shared.mended.notify_all();
        // The listener waits for one more caller; this is it.
        let _ = TcpStream::connect_timeout(&self.address, Duration::from_secs(1));
    }
}

impl Shared {
    /// Answers one connection's requests until either side closes it.
    fn converse(&self, mut stream: TcpStream) {
        let Ok(reading) = stream.try_clone() else {
            return;
        };
        let mut reading = BufReader::new(reading);
        while let Some((method, target, _)) = head(&mut reading) {
            if let Some(told) = target.strip_prefix(witness::PLACE) {
                self.witness.note(told);
                if stream.write_all(HEARD).is_err() {
                    return;
                }
                continue;
            }
            let Some(answer) = self.answer(&method, &target) else {
                return;
            };
            let code = answer.status.split(' ').next().unwrap_or_default();
            lock(&self.log).push(format!("{code} {target}"));
            let head = format!(
                "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}{}{}\r\n",
                answer.status,
                answer.kind,
                answer.body.len(),
                answer.headers,
                self.given(&target),
                lock(&self.headers)
            );
            let body: &[u8] = if method == "HEAD" { &[] } else { &answer.body };
            let body = body
                .get(..answer.cut_at.unwrap_or(usize::MAX))
                .unwrap_or(body);
            self.sent
                .fetch_add(head.len() + body.len(), Ordering::Relaxed);
            if stream
                .write_all(head.as_bytes())
                .and_then(|()| stream.write_all(body))
                .is_err()
                || answer.cut_at.is_some()
            {
                return;
            }
        }
    }

    /// What to say to a request; nothing if the connection is to be cut.
    fn answer(&self, method: &str, target: &str) -> Option<Answer> {
        if method != "GET" && method != "HEAD" {
            return Some(Answer::plain("405 Method Not Allowed"));
        }
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let of = |faults: &[(String, Fault)]| {
            let fault = faults.iter().find(|(part, _)| path.contains(&**part));
            fault.map(|(_, fault)| fault.clone())
        };
        let fault = of(&lock(&self.faults));
        match fault {
            None => Some(self.file(path)),
            Some(Fault::Missing) => Some(Answer::plain("404 Not Found")),
            Some(Fault::Broken) => Some(Answer::plain("500 Internal Server Error")),
            Some(Fault::Busy) => Some(Answer::plain("429 Too Many Requests")),
            Some(Fault::Once) => {
                lock(&self.faults).retain(|(part, _)| !path.contains(&**part));
                Some(Answer {
                    headers: FOR_A_YEAR,
                    ..Answer::plain("404 Not Found")
                })
            }
            Some(Fault::Cut) => None,
            Some(Fault::Truncated(length)) => {
                let mut answer = self.file(path);
                answer.body.truncate(length);
                Some(answer)
            }
            Some(Fault::Short(length)) => Some(Answer {
                cut_at: Some(length),
                ..self.file(path)
            }),
            Some(Fault::Replaced(body)) => Some(Answer {
                body,
                ..self.file(path)
            }),
            Some(Fault::Page) => Some(Answer {
                status: "200 OK",
                kind: "text/html; charset=utf-8",
                body: b"<!doctype html><title>Not here</title><h1>Not here".to_vec(),
                headers: AFRESH,
                cut_at: None,
            }),
            Some(Fault::Typed(kind)) => Some(Answer {
                kind,
                ..self.file(path)
            }),
            Some(Fault::Held) => {
                let is_held = |faults: &mut Vec<(String, Fault)>| {
                    of(faults) == Some(Fault::Held) && !self.over.load(Ordering::Relaxed)
                };
                drop(self.mended.wait_while(lock(&self.faults), is_held));
                if self.over.load(Ordering::Relaxed) {
                    return None;
                }
                self.answer(method, target)
            }
            Some(Fault::Slow(time)) => {
                thread::sleep(time);
                Some(self.file(path))
            }
        }
    }

    /// What the site's `_headers` say for a target.
    fn given(&self, target: &str) -> String {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let path = path.strip_prefix(&self.prefix);
        let Some(path) = path.filter(|_| !self.is_compressed.load(Ordering::Relaxed)) else {
            return String::new();
        };
        // The script of a witness stands in the page, where a policy that is sent would refuse it. So Firefox and WebKit
        // are held to the page's own policy alone, which binds only what stands below it.
        let has_policy = lock(&self.before).is_none();
        self.without_gaps(given(&self.folder, path, has_policy))
    }

    fn without_gaps(&self, text: String) -> String {
        lock(&self.gaps)
            .iter()
            .fold(text, |text, (gap, value)| text.replace(gap, value))
    }

    /// A text without its gaps, and a page with the script that tells what happens in it, if it is to.
    fn dressed(&self, file: &Path, body: Vec<u8>) -> Vec<u8> {
        let kind = mime(file);
        if !kind.starts_with("text/") {
            return body;
        }
        let text = self.without_gaps(String::from_utf8_lossy(&body).into_owned());
        let text = match &*lock(&self.before) {
            Some(before) if kind.starts_with("text/html") => Witness::enter(&text, before),
            _ => text,
        };
        text.into_bytes()
    }

    fn file(&self, path: &str) -> Answer {
        let Some(inside) = path
            .strip_prefix(&self.prefix)
            .filter(|inside| !inside.split('/').any(|part| part == ".."))
        else {
            return Answer::plain("404 Not Found");
        };
        let mut file = self.folder.join(inside);
        if file.is_dir() && (inside.is_empty() || inside.ends_with('/')) {
            file.push("index.html");
        }
        if self.is_compressed.load(Ordering::Relaxed) {
            let mut beside = file.clone().into_os_string();
            beside.push(".br");
            if let Ok(body) = fs::read(beside) {
                return Answer {
                    status: "200 OK",
                    kind: mime(&file),
                    body,
                    headers: "Content-Encoding: br\r\n",
                    cut_at: None,
                };
            }
        }
        match fs::read(&file) {
            Ok(body) => Answer {
                status: "200 OK",
                kind: mime(&file),
                body: self.dressed(&file, body),
                headers: AFRESH,
                cut_at: None,
            },
            Err(_) => Answer::plain("404 Not Found"),
        }
    }
}

/// A thread that panicked while it held one of these locks left nothing half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn ask(server: &Server, path: &str) -> Result<String, Trouble> {
        let mut stream = TcpStream::connect(server.address)?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\n\r\n")?;
        stream.shutdown(std::net::Shutdown::Write)?;
        let mut text = String::new();
        stream.read_to_string(&mut text)?;
        Ok(text)
    }

    #[test]
    fn files_folders_faults_and_prefixes() -> Result<(), Trouble> {
        let folder = std::env::temp_dir().join(format!("clientele-server-{}", std::process::id()));
        fs::create_dir_all(folder.join("about"))?;
        fs::write(folder.join("index.html"), "start")?;
        fs::write(folder.join("about/index.html"), "about")?;
        fs::write(folder.join("app.wasm"), "0123456789")?;
        let server = Server::start(&folder, "sub")?;
        let ends = |path: &str, end: &str| {
            ask(&server, path).map(|text| assert!(text.ends_with(end), "{path}: {text}"))
        };
        ends("/sub/", "\r\n\r\nstart")?;
        ends("/sub/about/?x=1", "\r\n\r\nabout")?;
        ends("/about/", "404 Not Found\n")?;
        ends("/sub/../index.html", "404 Not Found\n")?;
        assert!(ask(&server, "/sub/app.wasm")?.contains("Content-Type: application/wasm\r\n"));
        server.fault("app", Fault::Truncated(3));
        ends("/sub/app.wasm", "\r\n\r\n012")?;
        server.mend();
        server.fault("app", Fault::Short(4));
        ends("/sub/app.wasm", "\r\n\r\n0123")?;
        assert!(ask(&server, "/sub/app.wasm")?.contains("Content-Length: 10\r\n"));
        server.mend();
        ends("/sub/app.wasm", "\r\n\r\n0123456789")?;
        assert_eq!(server.requests()[..2], ["200 /sub/", "200 /sub/about/?x=1"]);
        fs::remove_dir_all(folder)?;
        Ok(())
    }
}
