//! A finger on the page: a real click or key, and how long the page took to show something for it.

use std::time::{Duration, Instant};

use clientele_e2e::{Trouble, Walk};
use serde_json::{Value, json};

/// How long anything is waited for, and how often it is looked for.
const PATIENCE: Duration = Duration::from_secs(30);
const GLANCE: Duration = Duration::from_millis(20);

/// What one act took, in ms.
#[derive(Clone, Copy, Debug)]
pub struct Touch {
    /// Until the frame after it.
    pub paint: f64,
    /// Until the frame that shows another step.
    pub next: Option<f64>,
}

/// A number that a script returns.
pub(crate) async fn number(walk: &Walk, script: &str) -> Result<Option<f64>, Trouble> {
    Ok(walk.eval(&format!("return {script};")).await?.as_f64())
}

/// Waits until a script returns something, and returns that.
pub(crate) async fn until(walk: &Walk, what: &str, script: &str) -> Result<Value, Trouble> {
    let end = Instant::now() + PATIENCE;
    loop {
        let value = walk.eval(&format!("return {script};")).await?;
        if !(value.is_null() || value == json!(false) || value == json!("")) {
            return Ok(value);
        }
        if Instant::now() > end {
            let page = walk.text().await.unwrap_or_default();
            let page: String = page.chars().take(300).collect();
            return Err(Trouble::new(format!(
                "{what}: not within 30 s; the page says: {page}"
            )));
        }
        tokio::time::sleep(GLANCE).await;
    }
}

/// Clicks the first thing that a selector finds, with the mouse.
pub(crate) async fn click(walk: &Walk, css: &str, is_a_step: bool) -> Result<Touch, Trouble> {
    let place = until(
        walk,
        &format!("`{css}`"),
        &format!("bench.point({})", json!(css)),
    )
    .await?;
    arm(walk).await?;
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 });
        walk.devtools("Input.dispatchMouseEvent", event).await?;
    }
    timed(walk, css, is_a_step).await
}

/// Gives the focus to what a selector finds, and presses a key.
pub(crate) async fn press(walk: &Walk, css: &str, key: &str) -> Result<Touch, Trouble> {
    focus(walk, css).await?;
    arm(walk).await?;
    walk.press(key).await?;
    timed(walk, css, false).await
}

/// Gives the focus to what a selector finds, and puts a text in at once, as a paste does.
pub(crate) async fn write(walk: &Walk, css: &str, text: &str) -> Result<Touch, Trouble> {
    focus(walk, css).await?;
    arm(walk).await?;
    walk.devtools("Input.insertText", json!({ "text": text }))
        .await?;
    timed(walk, css, false).await
}

async fn focus(walk: &Walk, css: &str) -> Result<(), Trouble> {
    let script = format!(
        "(document.querySelector({0})?.focus(), document.activeElement?.matches({0}))",
        json!(css)
    );
    until(walk, &format!("`{css}` to take the focus"), &script)
        .await
        .map(drop)
}

async fn arm(walk: &Walk) -> Result<(), Trouble> {
    walk.eval("bench.arm();").await.map(drop)
}

async fn timed(walk: &Walk, css: &str, is_a_step: bool) -> Result<Touch, Trouble> {
    let what = format!("`{css}` to have an effect");
    let script = if is_a_step {
        "bench.timed().next !== null && bench.timed()"
    } else {
        "bench.timed().paint !== null && bench.timed()"
    };
    let timed = until(walk, &what, script).await?;
    Ok(Touch {
        paint: timed["paint"].as_f64().unwrap_or(f64::NAN),
        next: timed["next"].as_f64(),
    })
}
