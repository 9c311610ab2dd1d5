//! What a person does on each screen, one act after the other, and how long the page took to show something for it.

use clientele_e2e::{Trouble, Walk};

use crate::lane::{Lane, Pace, load};
use crate::screen::Screen;
use crate::spread::{Spread, table};
use crate::touch::{Touch, click, press, until, write};

/// How long an act may take to the next paint, in ms.
const MOST: f64 = 50.0;

/// Something that a person does.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    /// Clicks what this finds.
    Click(&'static str),
    /// Presses a key on what this finds.
    Press(&'static str, &'static str),
    /// Pastes a text into what this finds.
    Paste(&'static str, &'static str),
}

impl Act {
    async fn take(self, walk: &Walk) -> Result<Touch, Trouble> {
        match self {
            Self::Click(css) => click(walk, css, false).await,
            Self::Press(css, key) => press(walk, css, key).await,
            Self::Paste(css, text) => write(walk, css, text).await,
        }
    }
}

/// Acts on these screens so many times, each time in a browser of its own. Returns a table in ms, the median and the
/// range of each act, and which are above 50 ms.
///
/// The screens take turns, so that what disturbs the machine for a while does not hit all rounds of one.
pub async fn interactions(
    lane: &Lane,
    screens: &[Screen],
    rounds: usize,
    mut say: impl FnMut(&str),
) -> Result<(String, Vec<String>), Trouble> {
    let mut found: Vec<Vec<Vec<f64>>> = screens
        .iter()
        .map(|screen| vec![Vec::new(); screen.acts.len()])
        .collect();
    for round in 1..=rounds {
        for (screen, found) in screens.iter().zip(&mut found) {
            say(&format!("round {round} of {rounds}: {}", screen.name));
            let paints = screen.visit(lane, Pace::SlowProcessor).await?;
            for (act, paint) in found.iter_mut().zip(paints) {
                act.push(paint);
            }
        }
    }
    let (mut rows, mut above) = (Vec::new(), Vec::new());
    for (screen, found) in screens.iter().zip(&found) {
        let acts = screen.acts.iter().zip(found);
        for ((name, _), found) in acts.filter(|((name, _), _)| !name.is_empty()) {
            let spread = Spread::of(found);
            rows.push(vec![
                screen.name.to_owned(),
                (*name).to_owned(),
                spread.shown(1.0, 0),
            ]);
            if spread.is_above(MOST) {
                above.push(format!("{}, {name}: more than {MOST} ms", screen.name));
            }
        }
    }
    let headings = ["screen", "act", "to the next paint, ms"];
    Ok((table(&headings, &rows), above))
}

impl Screen {
    /// Does all acts in a fresh browser. Returns what each took to the next paint, in ms.
    pub async fn visit(&self, lane: &Lane, pace: Pace) -> Result<Vec<f64>, Trouble> {
        let walk = lane.browser(pace, false).await?;
        if let Some(code) = self.kept {
            answer_before(&walk, code).await?;
        }
        load(&walk, self.path).await?;
        let is_there = format!("bench.has({:?}) && bench.idleFor() > 1000", self.when);
        until(&walk, &format!("{}: `{}`", self.name, self.when), &is_there).await?;
        let mut paints = Vec::new();
        for (name, act) in self.acts {
            let touch = act.take(&walk).await;
            let touch =
                touch.map_err(|why| Trouble::new(format!("{}, {name}: {why}", self.name)))?;
            paints.push(touch.paint);
            // Whatever comes after the frame, such as another script for the result.
            until(&walk, "the page to be quiet", "bench.idleFor() > 300").await?;
        }
        walk.driver().clone().quit().await?;
        Ok(paints)
    }
}

/// Puts answers into the browser, as an earlier visit would have.
async fn answer_before(walk: &Walk, code: &str) -> Result<(), Trouble> {
    load(walk, "about/").await?;
    let kept = format!("localStorage.setItem('clientele.progress', '1 full {code}')");
    walk.eval(&kept).await.map(drop)
}
