//! Chromium: its flags, and what only its `DevTools` protocol can do.

use serde_json::{Value, json};
use thirtyfour::{
    Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel,
};

use crate::browser::Browser;
use crate::driver::chrome;
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

/// What to ask of chromedriver.
pub(crate) fn wanted(stage: &Stage) -> Result<Capabilities, Trouble> {
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
    Ok(wanted.into())
}

/// Makes a fresh session run the stage's scripts first and see its preferences.
pub(crate) async fn prepare(browser: &Browser, stage: &Stage) -> Result<(), Trouble> {
    browser.cdp("Page.enable", json!({})).await?;
    for script in &stage.before {
        let source = json!({ "source": script });
        browser
            .cdp("Page.addScriptToEvaluateOnNewDocument", source)
            .await?;
    }
    browser
        .prefer(stage.dark, stage.still, stage.forced_colors)
        .await
}

/// Gives the page this inner size, however small.
pub(crate) async fn resize(browser: &Browser, width: u32, height: u32) -> Result<(), Trouble> {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    browser
        .cdp("Emulation.setDeviceMetricsOverride", metrics)
        .await
        .map(drop)
}

/// Lets media queries see these preferences.
pub(crate) async fn prefer(
    browser: &Browser,
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
    browser
        .cdp(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        )
        .await
        .map(drop)
}

/// The address in an event of the performance log, if the event is a request.
pub(crate) fn asked(message: &str) -> Option<String> {
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
