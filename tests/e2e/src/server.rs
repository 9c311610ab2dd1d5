//! A static file server over `dist/` on a free port, which keeps a log and can be told to misbehave.
//!
//! It answers as a plain host does that reads `_headers`: the right types, `index.html` for a folder, each page's policy,
//! 404 for what isn't there, and nothing that only a clever host would do.

mod host;

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::Duration;

use crate::fault::Fault;
use crate::trouble::Trouble;
use crate::witness::Witness;

use host::{Host, lock};

/// The server. It ends when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    host: Arc<Host>,
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
        let host = Arc::new(Host::new(folder, prefix));
        let for_thread = Arc::clone(&host);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if for_thread.over.load(Ordering::Relaxed) {
                    break;
                }
                let Ok(stream) = stream else { continue };
                let host = Arc::clone(&for_thread);
                thread::spawn(move || host.converse(stream));
            }
        });
        Ok(Self { address, host })
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
            self.host.prefix,
            path.trim_start_matches('/')
        )
    }

    /// From now on, answers to paths that contain `part` have this fault.
    pub fn fault(&self, part: &str, fault: Fault) {
        lock(&self.host.faults).push((part.to_owned(), fault));
    }

    /// From now on, this is the only fault: what was held is answered with it, or rightly.
    pub fn turn_to(&self, part: &str, fault: Fault) {
        *lock(&self.host.faults) = vec![(part.to_owned(), fault)];
        self.host.mended.notify_all();
    }

    /// From now on, all answers are right again.
    pub fn mend(&self) {
        lock(&self.host.faults).clear();
        self.host.mended.notify_all();
    }

    /// From now on, this gap in a page or script reads so: `{{widget}}`.
    pub fn fill(&self, gap: &str, text: &str) {
        lock(&self.host.gaps).push((gap.to_owned(), text.to_owned()));
    }

    /// From now on, every answer has this header too: `Name: value`.
    pub fn header(&self, header: &str) {
        lock(&self.host.headers).push_str(&[header, "\r\n"].concat());
    }

    /// From now on, pages run these scripts first, and tell what happens in them.
    pub(crate) fn bear_witness(&self, before: &[String]) {
        *lock(&self.host.before) = Some(before.to_vec());
    }

    /// What pages told.
    pub(crate) fn witness(&self) -> Witness {
        self.host.witness.clone()
    }

    /// From now on, the `.br` that lies beside a file is sent in its place, as a host for the public does. What stands in
    /// `_headers` is not sent any more: what counts bytes compares them with those of pages that have no such file.
    pub fn compress(&self) {
        self.host.is_compressed.store(true, Ordering::Relaxed);
    }

    /// All bytes sent so far, headers too, whoever asked for them.
    #[must_use]
    pub fn sent(&self) -> usize {
        self.host.sent.load(Ordering::Relaxed)
    }

    /// Every request so far, as `200 /path?query`.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        lock(&self.host.log).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        {
            // Under the lock, so that nobody begins to wait in between.
            let _faults = lock(&self.host.faults);
            self.host.over.store(true, Ordering::Relaxed);
        }
        self.host.mended.notify_all();
        // The listener waits for one more caller; this is it.
        let _ = TcpStream::connect_timeout(&self.address, Duration::from_secs(1));
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read, Write};

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
