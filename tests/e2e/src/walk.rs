//! A walk through the widget as a person takes it: look, click, type, wait to see something.

use serde_json::{Value, json};
use thirtyfour::{By, WebDriver, WebElement};

use crate::browser::Browser;
use crate::keys;
use crate::kind::Kind;
use crate::look::EYES;
use crate::server::Server;
use crate::stage::Stage;
use crate::trouble::Trouble;

/// When a page counts as opened: everything has been loaded, and there is a heading to be seen.
const OPENED: &str = "document.readyState === 'complete'
    && [...document.querySelectorAll('h1')].some(h => h.checkVisibility() && h.innerText.trim())";

/// The first thing that can be clicked and is called so: the whole name before its beginning before a part of it.
const FIND: &str = "
    const wanted = words(arguments[0]);
    const kinds = 'a[href], button, summary, label, select, input:not([type=hidden]), textarea, [role=button], [role=link], '
      + '[role=radio], [role=checkbox], [role=switch], [role=tab], [role=option], [role=menuitem]';
    const names = e => [e.getAttribute('aria-label'), e.innerText, e.title, ['button', 'submit'].includes(e.type) ? e.value : '',
      (e.getAttribute('aria-labelledby') || '').split(/\\s+/).map(id => document.getElementById(id)?.innerText ?? '').join(' '),
      ...[...(e.labels ?? [])].map(label => label.innerText)].map(words).filter(Boolean);
    const all = [...document.querySelectorAll(kinds)]
      .filter(e => seen(e) && !e.matches(':disabled, [aria-disabled=true]') && !e.closest('[inert]'));
    for (const fits of [n => n === wanted, n => n.startsWith(wanted), n => n.includes(wanted)]) {
      const found = all.find(e => names(e).some(fits));
      if (found) return found;
    }
    return null;";

/// An open widget: a server, a browser, and what has happened so far.
///
/// Each step returns a [`Trouble`] that tells what was to be seen instead. The browser ends with the walk.
#[derive(Debug)]
pub struct Walk {
    pub(crate) browser: Browser,
    pub(crate) server: Server,
    pub(crate) forgiven: Vec<String>,
    pub(crate) breached: Vec<String>,
    pub(crate) friends: Vec<String>,
}

impl Walk {
    /// Opens a path of the widget in the default [`Stage`].
    pub async fn open(path: &str) -> Result<Self, Trouble> {
        Stage::new().open(path).await
    }

    pub(crate) async fn begin(stage: Stage, server: Server, path: &str) -> Result<Self, Trouble> {
        let walk = Self::before(stage, server).await?;
        walk.goto(path).await?;
        Ok(walk)
    }

    pub(crate) async fn before(stage: Stage, server: Server) -> Result<Self, Trouble> {
        let mut browser = Browser::start(&stage).await?;
        browser.heed(server.witness());
        Ok(Self {
            browser,
            server,
            forgiven: Vec::new(),
            breached: Vec::new(),
            friends: Vec::new(),
        })
    }

    // Places.

    /// Goes to a path of the widget, or to a whole address, and waits until it is open.
    pub async fn goto(&self, path: &str) -> Result<(), Trouble> {
        let url = if path.contains("://") {
            path.to_owned()
        } else {
            self.server.url(path)
        };
        // A new fragment alone loads nothing, as in the address bar.
        self.browser.web.goto(url).await?;
        self.until("the page to open", OPENED).await
    }

    /// Waits until what has happened so far is drawn. Nobody goes on before that, and the address is there by then.
    async fn until_drawn(&self) -> Result<(), Trouble> {
        // WebKit draws no frames of what is off the screen.
        let drawn = "await Promise.race([new Promise(ok => setTimeout(ok, 1000)),
            new Promise(ok => requestAnimationFrame(() => setTimeout(ok)))]);";
        self.eval(drawn).await.map(drop)
    }

    /// Loads the page again.
    pub async fn reload(&self) -> Result<(), Trouble> {
        self.until_drawn().await?;
        self.browser.web.refresh().await?;
        self.until("the page to open again", OPENED).await
    }

    /// The browser's Back.
    pub async fn back(&self) -> Result<(), Trouble> {
        self.until_drawn().await?;
        Ok(self.browser.web.back().await?)
    }

    /// The browser's Forward.
    pub async fn forward(&self) -> Result<(), Trouble> {
        Ok(self.browser.web.forward().await?)
    }

    /// Where we are, below the widget's own place: `/#1abc`.
    pub async fn address(&self) -> Result<String, Trouble> {
        self.until_drawn().await?;
        let url = self.browser.web.current_url().await?.to_string();
        let home = self.server.url("");
        Ok(url
            .strip_prefix(&home)
            .map_or_else(|| url.clone(), |inside| format!("/{inside}")))
    }

    /// Goes into the frame that a selector finds, from where we are: looking and acting happen there.
    pub async fn enter(&self, css: &str) -> Result<(), Trouble> {
        self.wait(&format!("the frame `{css}`"), async || {
            let frame = self.browser.web.find(By::Css(css)).await?;
            frame.enter_frame().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Goes back to the page that holds all frames.
    pub async fn leave(&self) -> Result<(), Trouble> {
        Ok(self.browser.web.enter_default_frame().await?)
    }

    // Acting.

    /// Clicks, with the mouse, what is called so: a link, a button, a choice or its label. A whole name is preferred to
    /// one that begins so, and that to one that contains it. Waits until it is there and nothing covers it.
    pub async fn click_text(&self, name: &str) -> Result<(), Trouble> {
        let what = format!("something called “{name}” to click on");
        self.wait(&what, async || match self.find_text(name).await? {
            Some(element) => self.point_and_click(&element).await,
            None => Ok(None),
        })
        .await
    }

    /// Clicks, with the mouse, the first element that a selector matches.
    pub async fn click(&self, css: &str) -> Result<(), Trouble> {
        self.wait(&format!("`{css}` to click on"), async || {
            let element = self.browser.web.find(By::Css(css)).await?;
            self.point_and_click(&element).await
        })
        .await
    }

    /// Clicks twice, as fast as people do it, on what a selector names.
    pub async fn double_click(&self, css: &str) -> Result<(), Trouble> {
        self.clicks(css, 2).await
    }

    /// The same as often as is said; what is there changes under the pointer, which stays.
    pub async fn clicks(&self, css: &str, times: usize) -> Result<(), Trouble> {
        self.wait(&format!("`{css}` to click on {times} times"), async || {
            let element = self.browser.web.find(By::Css(css)).await?;
            let chain = self
                .browser
                .web
                .action_chain()
                .move_to_element_center(&element);
            let chain = (0..times).fold(chain, |chain, _| chain.click());
            Ok(Some(chain.perform().await?))
        })
        .await
    }

    /// Scrolls as a person would, until nothing that sticks to an edge covers it, and clicks; nothing where the pointer has
    /// not come to it yet.
    async fn point_and_click(&self, element: &WebElement) -> Result<Option<()>, Trouble> {
        let scroll = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        let web = &self.browser.web;
        web.execute(scroll, vec![element.to_json()?]).await?;
        if self.browser.kind == Kind::WebKit {
            // Its pointer goes by where things were before the page scrolled or grew, until that is drawn: a click would be
            // somebody else's. What it is over already it does not notice.
            self.until_still().await?;
            let chain = web.action_chain().move_to(0, 0);
            chain.move_to_element_center(element).perform().await?;
            let is_over = "return arguments[0].matches(':hover')";
            let said = web.execute(is_over, vec![element.to_json()?]).await?;
            if said.json() != &json!(true) {
                return Ok(None);
            }
        }
        Ok(Some(element.click().await?))
    }

    /// Whether there is something called so that [`Walk::click_text`] would click on now.
    pub async fn offers(&self, name: &str) -> Result<bool, Trouble> {
        Ok(self.find_text(name).await?.is_some())
    }

    /// Presses a key, named as browsers name it: `ArrowDown`, `Enter`, `Space`, `3`, `Shift+Tab`.
    pub async fn press(&self, key: &str) -> Result<(), Trouble> {
        let (held, last) = keys::parse(key)?;
        let mut chain = self.browser.web.action_chain();
        for key in &held {
            chain = chain.key_down(*key);
        }
        chain = chain.key_down(last).key_up(last);
        for key in held.iter().rev() {
            chain = chain.key_up(*key);
        }
        Ok(chain.perform().await?)
    }

    /// Types text into what has the focus.
    pub async fn type_text(&self, text: &str) -> Result<(), Trouble> {
        Ok(self
            .browser
            .web
            .action_chain()
            .send_keys(text)
            .perform()
            .await?)
    }

    /// Presses Tab until what is focused is called so; at most 100 times.
    pub async fn tab_to(&self, name: &str) -> Result<(), Trouble> {
        for _ in 0..100 {
            self.press("Tab").await?;
            if self.focused().await?.contains(name) {
                return Ok(());
            }
        }
        Err(self.tell(&format!("Tab never came to “{name}”")).await)
    }

    /// Runs a script as the body of an async function; what it returns must be JSON.
    pub async fn eval(&self, body: &str) -> Result<Value, Trouble> {
        self.browser.eval(body).await
    }

    // The setting, while walking.

    /// Makes the window this large.
    pub async fn resize(&self, width: u32, height: u32) -> Result<(), Trouble> {
        self.browser.resize(width, height).await
    }

    /// Changes what the person prefers: a dark theme, no motion, forced colours.
    pub async fn prefer(
        &self,
        dark: bool,
        still: bool,
        forced_colors: bool,
    ) -> Result<(), Trouble> {
        self.browser.prefer(dark, still, forced_colors).await
    }

    /// The server, to let it fail or to see what it was asked for.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// The driver, for what this type has no word for.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.browser.web
    }

    /// A command of Chromium's `DevTools` protocol.
    pub async fn devtools(&self, method: &str, params: Value) -> Result<Value, Trouble> {
        self.browser.cdp(method, params).await
    }

    async fn find_text(&self, name: &str) -> Result<Option<WebElement>, Trouble> {
        let found = self
            .browser
            .web
            .execute(format!("{EYES} {FIND}"), vec![json!(name)])
            .await?;
        if found.json().is_null() {
            Ok(None)
        } else {
            Ok(Some(found.element()?))
        }
    }
}
