//! Firefox: its preferences, and what can only be done from its own window around the page.

use std::env;
use std::sync::Arc;

use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::{Capabilities, DesiredCapabilities};

use crate::browser::Browser;
use crate::stage::Stage;
use crate::trouble::Trouble;

/// What to ask of geckodriver.
pub(crate) fn wanted(stage: &Stage) -> Result<Capabilities, Trouble> {
    let mut options = json!({
        "args": ["-headless"],
        "prefs": {
            "intl.accept_languages": stage.locale,
            // 0 is dark, 1 is light.
            "layout.css.prefers-color-scheme.content-override": i32::from(!stage.dark),
            "ui.prefersReducedMotion": i32::from(stage.still),
            // 1 keeps the page's own colours, 2 never does.
            "browser.display.document_color_use": if stage.forced_colors { 2 } else { 1 },
            // Whatever is meant for another host than this machine goes to a proxy that isn't there.
            "network.proxy.type": 1,
            "network.proxy.http": "127.0.0.1",
            "network.proxy.http_port": 9,
            "network.proxy.ssl": "127.0.0.1",
            "network.proxy.ssl_port": 9,
        },
    });
    if let Some(firefox) = env::var_os("FIREFOX_PATH") {
        options["binary"] = json!(firefox.to_string_lossy());
    }
    let mut wanted: Capabilities = DesiredCapabilities::firefox().into();
    wanted.set("moz:firefoxOptions", options)?;
    Ok(wanted)
}

/// Gives the page this inner size; Firefox makes no window so small.
pub(crate) async fn resize(browser: &Browser, width: u32, height: u32) -> Result<(), Trouble> {
    // The window is larger than the page, for the bars around it.
    let (outer_width, outer_height) = (width.max(600), height + 200);
    browser
        .web
        .set_window_rect(0, 0, outer_width, outer_height)
        .await?;
    let script = format!(
        "const page = gBrowser.selectedBrowser;
         for (const name of ['width', 'min-width', 'max-width']) page.style.setProperty(name, '{width}px');
         for (const name of ['height', 'min-height', 'max-height']) page.style.setProperty(name, '{height}px');"
    );
    context(browser, "chrome").await?;
    let done = browser.web.execute(script, Vec::new()).await;
    context(browser, "content").await?;
    done?;
    Ok(())
}

/// Has scripts run in Firefox's own window, or in the page again.
async fn context(browser: &Browser, name: &'static str) -> Result<(), Trouble> {
    let command = Command::ExtensionCommand(Box::new(Context(name)));
    browser.web.handle().cmd(command).await?;
    Ok(())
}

/// geckodriver's command for that.
#[derive(Debug)]
struct Context(&'static str);

impl ExtensionCommand for Context {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "context": self.0 }))
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/moz/context".into()
    }
}
