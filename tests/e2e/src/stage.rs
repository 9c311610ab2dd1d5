//! The setting of a walk: screen, theme, place on the host, and what is to go wrong.

use std::path::PathBuf;

use crate::fault::Fault;
use crate::kind::Kind;
use crate::server::Server;
use crate::trouble::Trouble;
use crate::walk::Walk;

/// A setting, made by chaining and ended by [`Stage::open`].
///
/// By default: 1280 by 800 pixels, the light theme, all motion, `dist/` at the root of its host, all in order.
#[derive(Clone, Debug)]
pub struct Stage {
    pub(crate) kind: Kind,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) dark: bool,
    pub(crate) still: bool,
    pub(crate) forced_colors: bool,
    pub(crate) locale: String,
    pub(crate) letters: u32,
    pub(crate) before: Vec<String>,
    folder: PathBuf,
    prefix: String,
    faults: Vec<(String, Fault)>,
}

impl Default for Stage {
    fn default() -> Self {
        Self::new()
    }
}

impl Stage {
    /// The default setting.
    #[must_use]
    pub fn new() -> Self {
        Self {
            kind: Kind::default(),
            width: 1280,
            height: 800,
            dark: false,
            still: false,
            forced_colors: false,
            locale: "en-GB".to_owned(),
            letters: 16,
            before: vec![WORKERLESS.to_owned()],
            folder: dist(),
            prefix: "/".to_owned(),
            faults: Vec::new(),
        }
    }

    /// Another browser than Chromium. It can do less: preferences are set when it starts and not during the walk,
    /// `WebKit` has no forced colours and speaks the language of the machine, and nothing else knows `DevTools`.
    #[must_use]
    pub fn browser(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// The browser of this setting.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The narrowest screen that the widget is made for: 320 pixels.
    #[must_use]
    pub fn narrow(self) -> Self {
        self.size(320, 640)
    }

    /// The inner size of the window in CSS pixels; narrower than any real window can be made.
    #[must_use]
    pub fn size(mut self, width: u32, height: u32) -> Self {
        (self.width, self.height) = (width, height);
        self
    }

    /// `prefers-color-scheme: dark`.
    #[must_use]
    pub fn dark(mut self) -> Self {
        self.dark = true;
        self
    }

    /// `prefers-reduced-motion: reduce`.
    #[must_use]
    pub fn still(mut self) -> Self {
        self.still = true;
        self
    }

    /// `forced-colors: active`, with the browser's own palette for it.
    #[must_use]
    pub fn forced_colors(mut self) -> Self {
        self.forced_colors = true;
        self
    }

    /// The browser's language, `en-GB` unless told.
    #[must_use]
    pub fn locale(mut self, locale: &str) -> Self {
        locale.clone_into(&mut self.locale);
        self
    }

    /// How many pixels the browser's letters have by default, 16 unless told.
    #[must_use]
    pub fn letters(mut self, pixels: u32) -> Self {
        self.letters = pixels;
        self
    }

    /// The widget in a folder of its host, such as `/sub/`.
    #[must_use]
    pub fn prefix(mut self, prefix: &str) -> Self {
        prefix.clone_into(&mut self.prefix);
        self
    }

    /// Another folder than `dist/`.
    #[must_use]
    pub fn folder(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder = folder.into();
        self
    }

    /// From the first request on, answers to paths that contain `part` have this fault.
    #[must_use]
    pub fn fault(mut self, part: &str, fault: Fault) -> Self {
        self.faults.push((part.to_owned(), fault));
        self
    }

    /// A script that runs in every page before its own scripts, to take something away from it for instance.
    #[must_use]
    pub fn before(mut self, script: &str) -> Self {
        self.before.push(script.to_owned());
        self
    }

    /// `window.isReady` is set once a page's app has said that it is there.
    #[must_use]
    pub fn notes_ready(self) -> Self {
        self.before(
            "document.addEventListener('clientele:ready', () => { window.isReady = true; })",
        )
    }

    /// The browser lets no page look at its storage, let alone keep anything.
    #[must_use]
    pub fn denies_storage(self) -> Self {
        self.before(
            "Object.defineProperty(window, 'localStorage', {
               get() { throw new DOMException('denied', 'SecurityError'); } });",
        )
    }

    /// What pages copy is in `window.copied` afterwards; while `window.refuse` is set, nothing can be copied.
    #[must_use]
    pub fn copies(self) -> Self {
        self.before(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => {
               if (window.refuse) throw new DOMException('no', 'NotAllowedError');
               window.copied = text; } } });
             document.execCommand = () => false;",
        )
    }

    /// The site keeps itself for when there is no network. Without this, no worker stands between the pages and the
    /// server's faults and log.
    #[must_use]
    pub fn keeps(mut self) -> Self {
        self.before.retain(|script| script != WORKERLESS);
        self
    }

    /// The server of this setting, without a browser.
    pub fn serve(&self) -> Result<Server, Trouble> {
        let server = Server::start(&self.folder, &self.prefix)?;
        if self.kind != Kind::Chromium {
            server.bear_witness(&self.before);
        }
        for (part, fault) in &self.faults {
            server.fault(part, fault.clone());
        }
        Ok(server)
    }

    /// Starts a server and a browser and opens a path of the widget, with its fragment if it has one: `/#1abc`.
    pub async fn open(self, path: &str) -> Result<Walk, Trouble> {
        let server = self.serve()?;
        self.open_on(server, path).await
    }

    /// As [`Stage::open`], on a server of one's own.
    pub async fn open_on(self, server: Server, path: &str) -> Result<Walk, Trouble> {
        Walk::begin(self, server, path).await
    }

    /// A browser that has not been anywhere yet, for what has to be set before.
    pub async fn ready_on(self, server: Server) -> Result<Walk, Trouble> {
        Walk::before(self, server).await
    }
}

/// A browser that knows no service workers.
const WORKERLESS: &str = "delete Navigator.prototype.serviceWorker";

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root.pop();
    root
}

/// The built widget.
fn dist() -> PathBuf {
    root().join("dist")
}
