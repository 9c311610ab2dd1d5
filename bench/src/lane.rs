//! What takes part in a run: a folder to serve, the steps through its form, and what holds its browser back.

use std::path::PathBuf;

use clientele_e2e::{Server, Stage, Trouble, Walk};
use serde_json::{Value, json};

/// Lighthouse's slow 4G as `DevTools` applies it: for each request 150 ms × 3.75, and nine tenths of 1.6 and 0.75 Mbit/s.
const LATENCY: f64 = 562.5;
const DOWN: f64 = 1_474.56 * 1024.0 / 8.0;
const UP: f64 = 675.0 * 1024.0 / 8.0;
/// How many times slower the processor is.
const SLOWER: u8 = 4;

/// The screen of Lighthouse's phone.
const WIDTH: u32 = 412;
const HEIGHT: u32 = 823;
const DENSITY: f64 = 1.75;

/// What takes part in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entrant {
    /// Ours.
    Widget,
    /// The `SurveyJS` form.
    Survey,
    /// The page by hand.
    Written,
}

impl Entrant {
    /// Everything that takes part, ours first: the order in tables.
    pub const ALL: [Self; 3] = [Self::Widget, Self::Survey, Self::Written];

    /// What it is called in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Widget => "Clientele",
            Self::Survey => "SurveyJS form",
            Self::Written => "page by hand",
        }
    }

    pub(crate) fn steps(self) -> Steps {
        match self {
            Self::Widget => Steps {
                start: ".start button.primary",
                option: ".question input[type=radio]",
                next: ".question button[type=submit], .screen:has(dl) .actions .primary",
                done: ".result",
                question: "h1",
            },
            Self::Survey => Steps {
                start: "",
                option: ".sd-item__control",
                next: ".sd-navigation__next-btn, .sd-navigation__complete-btn",
                done: ".sd-completedpage",
                question: ".sd-question__title",
            },
            Self::Written => Steps {
                start: "",
                option: "input[type=radio]",
                next: ".next",
                done: ".again",
                question: "legend",
            },
        }
    }
}

/// The steps through a form, by selectors.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Steps {
    /// What begins it; nothing where the first question is there at once.
    pub(crate) start: &'static str,
    /// The options of a question.
    pub(crate) option: &'static str,
    /// What goes on to the next step.
    pub(crate) next: &'static str,
    /// What only a result has.
    done: &'static str,
    /// The text that differs from one step to the next.
    question: &'static str,
}

impl Steps {
    /// The script that runs in the page before its own.
    fn probe(&self, is_in_a_hurry: bool) -> String {
        let steps = json!({
            "start": self.start, "option": self.option, "next": self.next, "done": self.done,
            "question": self.question, "hurry": is_in_a_hurry,
        });
        format!("{}({steps});", include_str!("probe.js").trim_end())
    }
}

/// A form, and the folder that it is served from.
#[derive(Clone, Debug)]
pub struct Lane {
    /// What runs here.
    pub entrant: Entrant,
    /// The folder that is served.
    pub folder: PathBuf,
}

/// What holds the browser back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// A slow line and a slow processor.
    Slow,
    /// A slow processor alone.
    SlowProcessor,
    /// Nothing: for tests of the way through.
    Free,
}

impl Lane {
    /// A browser of its own that has not been anywhere yet, and a server with a port of its own.
    pub async fn browser(&self, pace: Pace, is_in_a_hurry: bool) -> Result<Walk, Trouble> {
        let stage = Stage::new()
            .folder(&self.folder)
            .keeps()
            .before(&self.entrant.steps().probe(is_in_a_hurry));
        let server: Server = stage.serve()?;
        server.compress();
        let walk = stage.ready_on(server).await?;
        let screen = json!({ "width": WIDTH, "height": HEIGHT, "deviceScaleFactor": DENSITY, "mobile": true });
        tell(&walk, "Emulation.setDeviceMetricsOverride", screen).await?;
        tell(&walk, "Performance.enable", json!({})).await?;
        tell(&walk, "Network.enable", json!({})).await?;
        if pace == Pace::Slow {
            let line = json!({
                "offline": false, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP,
            });
            tell(&walk, "Network.emulateNetworkConditions", line).await?;
        }
        if pace != Pace::Free {
            let rate = json!({ "rate": SLOWER });
            tell(&walk, "Emulation.setCPUThrottlingRate", rate).await?;
        }
        Ok(walk)
    }
}

/// Goes to a page and waits until it has loaded.
pub(crate) async fn load(walk: &Walk, path: &str) -> Result<(), Trouble> {
    Ok(walk.driver().goto(walk.server().url(path)).await?)
}

async fn tell(walk: &Walk, method: &str, params: Value) -> Result<(), Trouble> {
    walk.devtools(method, params).await.map(drop)
}
