//! `WebKitGTK`'s `MiniBrowser`: where it is, and the folder that makes it see a stage.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::json;
use thirtyfour::Capabilities;

use crate::browser::Browser;
use crate::stage::Stage;
use crate::trouble::Trouble;

/// Its bar of buttons takes next to no room, so that its window can be as narrow as any page.
const SMALL: &str = "* { font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; -gtk-icon-transform: scale(0.1); }\n";

/// What to ask of `WebKitWebDriver`.
pub(crate) fn wanted(stage: &Stage) -> Result<Capabilities, Trouble> {
    if stage.forced_colors {
        return Err(Trouble::new("WebKit knows no forced colours"));
    }
    let mut args = vec!["--automation"];
    if stage.dark {
        args.push("--dark-mode");
    }
    let mut wanted = Capabilities::new();
    wanted.set(
        "webkitgtk:browserOptions",
        json!({ "binary": browser()?, "args": args }),
    )?;
    Ok(wanted)
}

/// Gives the page this inner size.
pub(crate) async fn resize(browser: &Browser, width: u32, height: u32) -> Result<(), Trouble> {
    let web = &browser.web;
    web.set_window_rect(0, 0, width, height).await?;
    let inner = browser.eval("return innerHeight").await?;
    let bar = u64::from(height).saturating_sub(inner.as_u64().unwrap_or_default());
    let bar = u32::try_from(bar).unwrap_or_default();
    web.set_window_rect(0, 0, width, height + bar).await?;
    Ok(())
}

/// The program, which is on no `PATH`.
fn browser() -> Result<PathBuf, Trouble> {
    if let Some(named) = env::var_os("MINIBROWSER") {
        return Ok(named.into());
    }
    let folders = |above: &str| {
        let entries = fs::read_dir(above).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect::<Vec<_>>()
    };
    ["/usr/lib", "/usr/lib64", "/usr/libexec"]
        .into_iter()
        .flat_map(folders)
        .flat_map(|folder| {
            let inside = folder.join("webkit2gtk-4.1/MiniBrowser");
            [inside, folder.join("MiniBrowser")]
        })
        .find(|path| path.is_file())
        .ok_or_else(|| {
            Trouble::new("there is no MiniBrowser of WebKitGTK; `cargo xtask setup test` installs it, or name it in MINIBROWSER")
        })
}

/// A folder for what it keeps and how it looks, removed with its walk.
#[derive(Debug)]
pub(crate) struct Home(PathBuf);

/// How many there have been.
static HOMES: AtomicU32 = AtomicU32::new(0);

impl Home {
    /// A new one.
    pub(crate) fn new(still: bool) -> Result<Self, Trouble> {
        let number = HOMES.fetch_add(1, Ordering::Relaxed);
        let home =
            Self(env::temp_dir().join(format!("clientele-webkit-{}-{number}", process::id())));
        let settings = home.0.join("gtk-3.0");
        fs::create_dir_all(&settings)?;
        fs::write(settings.join("gtk.css"), SMALL)?;
        fs::write(
            settings.join("settings.ini"),
            format!("[Settings]\ngtk-enable-animations={}\n", u8::from(!still)),
        )?;
        Ok(home)
    }

    /// The variables that make a program live there.
    pub(crate) fn variables(&self) -> [(&'static str, &PathBuf); 3] {
        ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"].map(|name| (name, &self.0))
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
