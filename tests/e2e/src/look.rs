//! What a person on a walk sees, and waits to see.

use std::future::Future;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::trouble::Trouble;
use crate::walk::Walk;

/// How long a person would wait for anything to happen.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often we look meanwhile.
const GLANCE: Duration = Duration::from_millis(25);

/// What scripts share: text as it reads, and what is to be seen. The words of the next question, laid
/// out ahead and cut to no height, are on no screen.
pub(crate) const EYES: &str = "const words = text => (text || '').replace(/\\s+/g, ' ').trim();
    const seen = e => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && e.getClientRects().length > 0;
    const ahead = () => document.querySelector('.ahead')?.innerText ?? '';
    const screen = () => words(document.body ? document.body.innerText.replace(ahead(), '') : '');";

/// Whether every part of a screen is drawn.
const WHOLE: &str = "!document.querySelector('.coming')";

impl Walk {
    // Looking.

    /// The main heading.
    pub async fn heading(&self) -> Result<String, Trouble> {
        self.read("words([...document.querySelectorAll('h1')].find(seen)?.innerText)")
            .await
    }

    /// All text that can be read on the screen, scrolled or not, with single spaces.
    pub async fn text(&self) -> Result<String, Trouble> {
        self.read("screen()").await
    }

    /// Whether the text is on the screen now.
    pub async fn shows(&self, text: &str) -> Result<bool, Trouble> {
        Ok(self
            .eval(&format!(
                "{EYES} return screen().includes(words({}));",
                json!(text)
            ))
            .await?
            == json!(true))
    }

    /// What the focused element is called, or its text.
    pub async fn focused(&self) -> Result<String, Trouble> {
        self.read("(e => words(e?.getAttribute('aria-label') || e?.labels?.[0]?.innerText || e?.innerText || e?.value))(document.activeElement)")
            .await
    }

    /// How many elements a selector matches, seen or not.
    pub async fn count(&self, css: &str) -> Result<u64, Trouble> {
        let count = self
            .eval(&format!(
                "return document.querySelectorAll({}).length;",
                json!(css)
            ))
            .await?;
        Ok(count.as_u64().unwrap_or_default())
    }

    /// The text of the first element that a selector matches; empty if there is none.
    pub async fn text_of(&self, css: &str) -> Result<String, Trouble> {
        self.read(&format!(
            "words(document.querySelector({})?.innerText)",
            json!(css)
        ))
        .await
    }

    /// An attribute of the first element that a selector matches.
    pub async fn attribute(&self, css: &str, name: &str) -> Result<Option<String>, Trouble> {
        let script = format!(
            "return document.querySelector({})?.getAttribute({}) ?? null;",
            json!(css),
            json!(name)
        );
        Ok(self.eval(&script).await?.as_str().map(str::to_owned))
    }

    // Waiting.

    /// Waits until the text is on the screen, and all of the screen is there.
    pub async fn until_text(&self, text: &str) -> Result<(), Trouble> {
        let condition = format!("screen().includes(words({})) && {WHOLE}", json!(text));
        self.until(&format!("the text “{text}”"), &condition).await
    }

    /// Waits until the text is nowhere on the screen.
    pub async fn until_gone(&self, text: &str) -> Result<(), Trouble> {
        let condition = format!("!screen().includes(words({}))", json!(text));
        self.until(&format!("the text “{text}” to go"), &condition)
            .await
    }

    /// Waits until the main heading holds the text, and all of the screen is there.
    pub async fn until_heading(&self, text: &str) -> Result<(), Trouble> {
        let heading = "words([...document.querySelectorAll('h1')].find(seen)?.innerText)";
        let condition = format!("{heading}.includes(words({})) && {WHOLE}", json!(text));
        self.until(&format!("the heading “{text}”"), &condition)
            .await
    }

    /// Waits until an expression is true in the page. In it, `words(text)` is text with single spaces, `seen(element)`
    /// whether it is visible and `screen()` all text to be seen. `what` says in a failure what was waited for.
    pub async fn until(&self, what: &str, condition: &str) -> Result<(), Trouble> {
        let script = format!("{EYES} return !!({condition});");
        self.wait(what, async || {
            Ok((self.eval(&script).await? == json!(true)).then_some(()))
        })
        .await
    }

    /// Waits until nothing moves: fonts are there, animations that end have ended, and two frames have been drawn.
    pub async fn until_still(&self) -> Result<(), Trouble> {
        let script = "await document.fonts.ready;
            const ends = a => a.effect && a.effect.getComputedTiming().endTime !== Infinity;
            await Promise.race([new Promise(ok => setTimeout(ok, 3000)),
              Promise.all(document.getAnimations().filter(ends).map(a => a.finished.catch(() => {})))]);
            // WebKit draws no frames of what is off the screen.
            await Promise.race([new Promise(ok => setTimeout(ok, 1000)),
              new Promise(ok => requestAnimationFrame(() => requestAnimationFrame(ok)))]);";
        self.eval(script).await.map(drop)
    }

    async fn read(&self, expression: &str) -> Result<String, Trouble> {
        let text = self.eval(&format!("{EYES} return {expression};")).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Tries until there is an answer. A script that fails meanwhile, since a page is being left, is tried again.
    pub(crate) async fn wait<F>(
        &self,
        what: &str,
        mut look: impl FnMut() -> F,
    ) -> Result<(), Trouble>
    where
        F: Future<Output = Result<Option<()>, Trouble>>,
    {
        let start = Instant::now();
        loop {
            let failure = match look().await {
                Ok(Some(())) => return Ok(()),
                Ok(None) => None,
                Err(why) => Some(why),
            };
            if start.elapsed() > PATIENCE {
                let why = failure.map_or_else(String::new, |why| format!("\nlast failure: {why}"));
                return Err(self
                    .tell(&format!("waited {} s for {what}{why}", PATIENCE.as_secs()))
                    .await);
            }
            tokio::time::sleep(GLANCE).await;
        }
    }
}
