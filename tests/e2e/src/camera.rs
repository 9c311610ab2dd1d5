//! Pictures of the screen, and the page on paper.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use thirtyfour::extensions::addons::firefox::FirefoxTools;

use crate::browser::Browser;
use crate::kind::Kind;
use crate::trouble::Trouble;

/// Saves a PNG of the window, or of the whole page however long; `WebKit` knows the window alone.
pub(crate) async fn photograph(browser: &Browser, to: &Path, whole: bool) -> Result<(), Trouble> {
    match browser.kind {
        Kind::Chromium => {}
        Kind::Firefox if whole => {
            let tools = FirefoxTools::new(Arc::clone(browser.web.handle()));
            return write(&tools.full_screenshot_as_png().await?, to);
        }
        Kind::Firefox | Kind::WebKit => {
            return write(&browser.web.screenshot_as_png().await?, to);
        }
    }
    let mut params = json!({ "format": "png" });
    if whole {
        let metrics = browser.cdp("Page.getLayoutMetrics", json!({})).await?;
        let size = &metrics["cssContentSize"];
        params["captureBeyondViewport"] = json!(true);
        params["clip"] =
            json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 });
    }
    save(&browser.cdp("Page.captureScreenshot", params).await?, to)
}

/// Saves a PDF of the page, on the paper that its style sheet asks for.
pub(crate) async fn print(browser: &Browser, to: &Path) -> Result<(), Trouble> {
    let params = json!({ "printBackground": true, "preferCSSPageSize": true });
    save(&browser.cdp("Page.printToPDF", params).await?, to)
}

fn save(answer: &Value, to: &Path) -> Result<(), Trouble> {
    let data = answer["data"].as_str().unwrap_or_default();
    let bytes = BASE64_STANDARD
        .decode(data)
        .map_err(|why| Trouble::new(format!("no picture came: {why}")))?;
    write(&bytes, to)
}

fn write(bytes: &[u8], to: &Path) -> Result<(), Trouble> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(to, bytes)
        .map_err(|why| Trouble::new(format!("{} can't be written: {why}", to.display())))
}
