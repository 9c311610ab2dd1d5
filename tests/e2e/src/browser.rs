//! One browser session of any kind: its screen, what it pretends to prefer, what it says on its console, and where it
//! tries to go.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::Value;
use thirtyfour::{Capabilities, WebDriver};

use crate::driver::Driver;
use crate::kind::Kind;
use crate::stage::Stage;
use crate::trouble::Trouble;
use crate::witness::{HEARD_OUT, Witness};
use crate::{chromium, firefox, webkit};

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
    pub(crate) kind: Kind,
    console: Mutex<Vec<Console>>,
    visited: Mutex<Vec<String>>,
    /// Those who tell what pages say, where the browser doesn't.
    witnesses: Vec<Witness>,
    driver: Arc<Driver>,
}

impl Browser {
    /// Starts a browser and makes it see the stage's screen and preferences.
    pub(crate) async fn start(stage: &Stage) -> Result<Self, Trouble> {
        let kind = stage.kind;
        let mut wanted: Capabilities = match kind {
            Kind::Chromium => chromium::wanted(stage)?,
            Kind::Firefox => firefox::wanted(stage)?,
            Kind::WebKit => webkit::wanted(stage)?,
        };
        // A dialogue is answered by nobody but the test.
        wanted.set("unhandledPromptBehavior", "ignore")?;
        let driver = Driver::of(kind, stage.still)?;
        let web = WebDriver::builder(driver.url(), wanted)
            .request_timeout(Duration::from_secs(120))
            .await
            .map_err(|why| Trouble::new(format!("{kind} doesn't start: {why}")))?;
        let browser = Self {
            web,
            kind,
            console: Mutex::default(),
            visited: Mutex::default(),
            witnesses: Vec::new(),
            driver,
        };
        browser
            .web
            .set_script_timeout(Duration::from_secs(60))
            .await?;
        if kind == Kind::Chromium {
            chromium::prepare(&browser, stage).await?;
        }
        browser.resize(stage.width, stage.height).await?;
        Ok(browser)
    }

    /// Believes this witness too.
    pub(crate) fn heed(&mut self, witness: Witness) {
        self.witnesses.push(witness);
    }

    /// A command of the `DevTools` protocol.
    pub(crate) async fn cdp(&self, method: &str, params: Value) -> Result<Value, Trouble> {
        self.only_chromium(method)?;
        Ok(self.web.cdp().send_raw(method, params).await?)
    }

    /// That the browser can do what only Chromium can.
    fn only_chromium(&self, what: &str) -> Result<(), Trouble> {
        match self.kind {
            Kind::Chromium => Ok(()),
            other => Err(Trouble::new(format!(
                "{other} can't do `{what}`: only Chromium can"
            ))),
        }
    }

    /// Gives the page this inner size, however small.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Result<(), Trouble> {
        match self.kind {
            Kind::Chromium => chromium::resize(self, width, height).await,
            Kind::Firefox => firefox::resize(self, width, height).await,
            Kind::WebKit => webkit::resize(self, width, height).await,
        }
    }

    /// Lets media queries see these preferences. The other browsers are told when they start.
    pub(crate) async fn prefer(
        &self,
        dark: bool,
        still: bool,
        forced_colors: bool,
    ) -> Result<(), Trouble> {
        self.only_chromium("another preference in the middle of a walk")?;
        chromium::prefer(self, dark, still, forced_colors).await
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
        if self.kind != Kind::Chromium {
            return self.told(true).await;
        }
        let fresh = self.web.get_log("browser").await?;
        let mut all = self.console.lock().unwrap_or_else(PoisonError::into_inner);
        all.extend(fresh.into_iter().map(|entry| Console {
            level: entry.level,
            message: entry.message,
        }));
        Ok(all.clone())
    }

    /// Every address that the page asked for so far, whether or not anyone answered. The other browsers tell
    /// only of those that were answered from elsewhere than the page's own server.
    pub(crate) async fn visited(&self) -> Result<Vec<String>, Trouble> {
        if self.kind != Kind::Chromium {
            let told = self.told(false).await?;
            return Ok(told.into_iter().map(|line| line.message).collect());
        }
        let fresh = self.web.get_log("performance").await?;
        let mut all = self.visited.lock().unwrap_or_else(PoisonError::into_inner);
        all.extend(
            fresh
                .iter()
                .filter_map(|entry| chromium::asked(&entry.message)),
        );
        Ok(all.clone())
    }

    async fn told(&self, of_the_console: bool) -> Result<Vec<Console>, Trouble> {
        self.eval(HEARD_OUT).await?;
        let lines = self.witnesses.iter();
        Ok(lines.flat_map(|it| it.lines(of_the_console)).collect())
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
