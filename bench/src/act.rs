//! What a person does on each screen, one act each, and how long the page took to show something for it.

use clientele_e2e::{Trouble, Walk};

use crate::lane::{Lane, Pace, load};
use crate::spread::{Spread, table};
use crate::touch::{Touch, click, press, until, write};

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

/// A screen, and what is measured there.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// What the table calls it.
    pub name: &'static str,
    /// Where it is.
    pub path: &'static str,
    /// What has to be there before anything else.
    pub when: &'static str,
    /// The acts in order, with what the table calls them; those without a name are only done.
    pub acts: &'static [(&'static str, Act)],
}

/// A result that is on one side, so that every target but one is somewhere else.
const RESULT: &str = "#1pMMSjUhg_A";
/// As a class hands them in.
const CODES: &str = "1pMMSjUhg_A,Ann\n1iLUajLZY-Q,Ben\n1qMURsVZg_A,Cleo\n1iNNRkMhoCA,Dev\n1ViisKaUQpA,Eva\n1NphEJiMQjw,Finn\n\
    1NihrJqMIZg,Gita\n1VpZsJhMY5g,Hugo\n1iaababRYyg,Ida\n1VMcqMMZI7Q,Jon\n1cMcqMJkYVg,Kim\n1iLNbkMhgMA,Leo";

/// Every screen.
pub const SCREENS: &[Screen] = &[
    Screen {
        name: "form",
        path: "",
        when: ".start button.primary",
        acts: &[
            ("start", Act::Click(".start button.secondary")),
            ("an option", Act::Click(".question input[type=radio]")),
            ("Next", Act::Click(".question button[type=submit]")),
            ("Back", Act::Click(".question button.quiet")),
            ("an option by key", Act::Press("h1", "2")),
            ("", Act::Click(".question button[type=submit]")),
        ],
    },
    Screen {
        name: "review",
        path: "#review",
        when: "dl a",
        acts: &[
            ("change an answer", Act::Click("dl a")),
            (
                "back to the review",
                Act::Click(".question button[type=submit]"),
            ),
            ("see the result", Act::Click(".actions .primary")),
        ],
    },
    Screen {
        name: "result",
        path: RESULT,
        when: ".result",
        acts: &[
            ("try a what-if", Act::Click("#trial-button")),
            (
                "what-if: an answer",
                Act::Press(".profile select", "ArrowDown"),
            ),
            (
                "what-if: the next answer",
                Act::Press(".profile select", "ArrowUp"),
            ),
            ("end the what-if", Act::Click("#trial-button")),
            ("a part sought", Act::Click(".to-share")),
            (
                "target: clients",
                Act::Click(".targets label:nth-of-type(1) input"),
            ),
            (
                "target: two tracks",
                Act::Click(".targets label:nth-of-type(2) input"),
            ),
            (
                "target: customers",
                Act::Click(".targets label:nth-of-type(3) input"),
            ),
            (
                "share: a name",
                Act::Paste(".share input[type=text]", "Team North"),
            ),
            ("share: copy", Act::Click(".share .primary")),
            ("share: campaign opened", Act::Click(".share summary")),
        ],
    },
    Screen {
        name: "compare",
        path: "compare/",
        when: "textarea",
        acts: &[
            ("paste twelve", Act::Paste("textarea", CODES)),
            ("read them", Act::Click("button[type=submit]")),
            ("order the table", Act::Click("button.sort")),
            ("hide names", Act::Click("button.toggle")),
        ],
    },
    Screen {
        name: "embed",
        path: "embed/",
        when: "input[type=radio]",
        acts: &[
            (
                "another way",
                Act::Click("fieldset:first-of-type label:nth-of-type(2) input"),
            ),
            ("another theme", Act::Click("input[type=radio][value=dark]")),
            ("a part hidden", Act::Click("input[type=checkbox]")),
            ("copy the lines", Act::Click("button.primary")),
        ],
    },
];

/// Acts on every screen so many times, each time in a browser of its own. Returns a table in ms, the median and the
/// range of each act, and what is above `most`.
pub async fn interactions(
    lane: &Lane,
    rounds: usize,
    most: f64,
    mut say: impl FnMut(&str),
) -> Result<(String, Vec<String>), Trouble> {
    let (mut rows, mut above) = (Vec::new(), Vec::new());
    for screen in SCREENS {
        let mut found: Vec<Vec<f64>> = vec![Vec::new(); screen.acts.len()];
        for round in 1..=rounds {
            say(&format!("{}: round {round} of {rounds}", screen.name));
            let walk = lane.browser(Pace::SlowProcessor, false).await?;
            if screen.path.starts_with('#') {
                answer_before(&walk).await?;
            }
            load(&walk, screen.path).await?;
            until(
                &walk,
                screen.when,
                &format!("bench.has({:?}) && bench.idleFor() > 1000", screen.when),
            )
            .await?;
            for ((_, act), found) in screen.acts.iter().zip(&mut found) {
                found.push(act.take(&walk).await?.paint);
                // Whatever comes after the frame, such as another script for the result.
                until(&walk, "the page to be quiet", "bench.idleFor() > 300").await?;
            }
            walk.driver().clone().quit().await?;
        }
        for ((name, _), found) in screen.acts.iter().zip(&found) {
            let spread = Spread::of(found);
            if !name.is_empty() {
                rows.push(vec![
                    screen.name.to_owned(),
                    (*name).to_owned(),
                    spread.shown(1.0, 0),
                ]);
            }
            // What could not be measured is no better than what took too long.
            if spread.median.is_nan() || spread.median > most {
                above.push(format!("{}: {name}", screen.name));
            }
        }
    }
    Ok((
        table(&["screen", "act", "to the next paint, ms"], &rows),
        above,
    ))
}

/// Puts the answers of a whole form into the browser, as an earlier visit would have.
async fn answer_before(walk: &Walk) -> Result<(), Trouble> {
    load(walk, "about/").await?;
    let kept = format!(
        "localStorage.setItem('clientele.progress', '1 full {}')",
        &RESULT[1..]
    );
    walk.eval(&kept).await.map(drop)
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
