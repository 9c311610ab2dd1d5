//! One browser session: its flags, what it pretends to prefer, what it says on its console, and where it tries to go.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::{
    CapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel,
    WebDriver,
};

use crate::driver::{Driver, chrome};
use crate::stage::Stage;
use crate::trouble::Trouble;

/// How Chromium runs without a screen, as root, and without any traffic of its own.
const FLAGS: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    // Another host than this machine isn't even looked up.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// A line of the browser's console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Console {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    pub level: String,
    /// Where it came from, and what it says.
    pub message: String,
}

/// A session of its own, with an empty profile.
#[derive(Debug)]
pub(crate) struct Browser {
    pub(crate) web: WebDriver,
    console: Mutex<Vec<Console>>,
    visited: Mutex<Vec<String>>,
    driver: Arc<Driver>,
}

impl Browser {
    /// Starts a browser and makes it see the stage's screen and preferences.
    pub(crate) async fn start(stage: &Stage) -> Result<Self, Trouble> {
        let driver = Driver::shared()?;
        let mut wanted = DesiredCapabilities::chrome();
        for flag in FLAGS {
            wanted.add_arg(flag)?;
        }
        wanted.add_arg(&format!("--lang={}", stage.locale))?;
        let prefs = json!({
            "intl.accept_languages": stage.locale,
            "webkit.webprefs.default_font_size": stage.letters,
        });
        wanted.add_experimental_option("prefs", prefs)?;
        if let Some(chrome) = chrome() {
            wanted.set_binary(&chrome.to_string_lossy())?;
        }
        wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
        wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
        // A dialogue is answered by nobody but the test.
        wanted.set("unhandledPromptBehavior", "ignore")?;
        let web = WebDriver::builder(driver.url(), wanted)
            .request_timeout(Duration::from_secs(120))
            .await?;
        let browser = Self {
            web,
            console: Mutex::default(),
            visited: Mutex::default(),
            driver,
        };
        browser
            .web
            .set_script_timeout(Duration::from_secs(60))
            .await?;
        browser.cdp("Page.enable", json!({})).await?;
        for script in &stage.before {
            browser
                .cdp(
                    "Page.addScriptToEvaluateOnNewDocument",
                    json!({ "source": script }),
                )
                .await?;
        }
        browser.resize(stage.width, stage.height).await?;
        browser
            .prefer(stage.dark, stage.still, stage.forced_colors)
            .await?;
        Ok(browser)
    }

    /// A command of the `DevTools` protocol.
    pub(crate) async fn cdp(&self, method: &str, params: Value) -> Result<Value, Trouble> {
        Ok(self.web.cdp().send_raw(method, params).await?)
    }

    /// Gives the page this inner size, however small.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Result<(), Trouble> {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics)
            .await
            .map(drop)
    }

    /// Lets media queries see these preferences.
    pub(crate) async fn prefer(
        &self,
        dark: bool,
        still: bool,
        forced_colors: bool,
    ) -> Result<(), Trouble> {
        let feature = |name: &str, value: &str| json!({ "name": name, "value": value });
        let features = json!([
            feature("prefers-color-scheme", if dark { "dark" } else { "light" }),
            feature(
                "prefers-reduced-motion",
                if still { "reduce" } else { "no-preference" }
            ),
            feature(
                "forced-colors",
                if forced_colors { "active" } else { "none" }
            ),
        ]);
        self.cdp(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        )
        .await
        .map(drop)
    }

    /// Runs a script as the body of an async function and returns what it returns.
    pub(crate) async fn eval(&self, body: &str) -> Result<Value, Trouble> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{ {body}\n }})().then(
               value => done({{ value: value === undefined ? null : value }}),
               error => done({{ error: String(error && error.stack || error) }}));"
        );
        let answer = self.web.execute_async(script, Vec::new()).await?;
        match answer.json().get("error") {
            Some(error) => Err(Trouble::new(format!(
                "the script threw {}",
                error.as_str().unwrap_or_default()
            ))),
            None => Ok(answer.json().get("value").cloned().unwrap_or(Value::Null)),
        }
    }

    /// All that the console said so far.
    pub(crate) async fn console(&self) -> Result<Vec<Console>, Trouble> {
        let fresh = self.web.get_log("browser").await?;
        let mut all = self.console.lock().unwrap_or_else(PoisonError::into_inner);
        all.extend(fresh.into_iter().map(|entry| Console {
            level: entry.level,
            message: entry.message,
        }));
        Ok(all.clone())
    }

    /// Every address that the page asked for so far, whether or not anyone answered.
    pub(crate) async fn visited(&self) -> Result<Vec<String>, Trouble> {
        let fresh = self.web.get_log("performance").await?;
        let mut all = self.visited.lock().unwrap_or_else(PoisonError::into_inner);
        all.extend(fresh.iter().filter_map(|entry| asked(&entry.message)));
        Ok(all.clone())
    }

    /// Ends the session.
    pub(crate) async fn quit(self) -> Result<(), Trouble> {
        Ok(self.web.clone().quit().await?)
    }
}

impl Drop for Browser {
    /// A test that failed, or panicked, leaves no browser behind.
    fn drop(&mut self) {
        // Thirtyfour would do this too, but over a connection that waits for the runtime which this call holds up.
        if self.web.clone().leak().is_ok() {
            let _ = self.driver.end(&self.web.session_id().to_string());
        }
    }
}

/// The address in an event of the performance log, if the event is a request.
fn asked(message: &str) -> Option<String> {
    let event: Value = serde_json::from_str(message).ok()?;
    let event = event.get("message")?;
    let params = event.get("params")?;
    let url = match event.get("method")?.as_str()? {
        "Network.requestWillBeSent" => params.get("request")?.get("url")?,
        "Network.webSocketCreated" | "Network.webTransportCreated" => params.get("url")?,
        _ => return None,
    };
    url.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_read_from_the_log() {
        let event = |method: &str, params: &Value| {
            json!({ "message": { "method": method, "params": params } }).to_string()
        };
        let request = json!({ "request": { "url": "http://127.0.0.1:1/a" } });
        assert_eq!(
            asked(&event("Network.requestWillBeSent", &request)).as_deref(),
            Some("http://127.0.0.1:1/a")
        );
        assert_eq!(
            asked(&event(
                "Network.webSocketCreated",
                &json!({ "url": "ws://x/" })
            ))
            .as_deref(),
            Some("ws://x/")
        );
        assert_eq!(asked(&event("Network.dataReceived", &json!({}))), None);
        assert_eq!(asked("nonsense"), None);
    }
}
