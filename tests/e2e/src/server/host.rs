//! What answers a server's callers: as a plain host would, or as a fault has it.

use std::fs;
use std::io::{BufReader, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::answer::{AFRESH, Answer, FOR_A_YEAR, mime};
use crate::fault::Fault;
use crate::headers::given;
use crate::request::head;
use crate::witness::{self, Witness};

/// The answer to a page that told something.
const HEARD: &[u8] = b"HTTP/1.1 204 No Content\r\nCache-Control: no-store\r\n\r\n";

/// A folder and where it is, what is to go wrong, and what has been asked for.
#[derive(Debug)]
pub(super) struct Host {
    pub(super) folder: PathBuf,
    /// With a slash at either end.
    pub(super) prefix: String,
    pub(super) log: Mutex<Vec<String>>,
    pub(super) faults: Mutex<Vec<(String, Fault)>>,
    /// Told when faults have gone, or the server.
    pub(super) mended: Condvar,
    pub(super) gaps: Mutex<Vec<(String, String)>>,
    pub(super) headers: Mutex<String>,
    /// The scripts that every page runs first, if pages are to tell what happens in them.
    pub(super) before: Mutex<Option<Vec<String>>>,
    pub(super) witness: Witness,
    pub(super) is_compressed: AtomicBool,
    pub(super) sent: AtomicUsize,
    pub(super) over: AtomicBool,
}

impl Host {
    pub(super) fn new(folder: PathBuf, prefix: String) -> Self {
        Self {
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
        }
    }

    /// Answers one connection's requests until either side closes it.
    pub(super) fn converse(&self, mut stream: TcpStream) {
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
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
