//! `cargo xtask test`: every suite, one step after the other, and a summary that cannot be overlooked.

use std::fs;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::browser::{self, Pair};
use crate::setup::{self, Purpose};
use crate::table::{seconds, table};
use crate::tally::Tally;
use crate::workspace::Workspace;
use crate::{budget, bundle, engine};

/// A set of tests that run in the same place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Suite {
    /// On this machine, without a browser.
    Native,
    /// Compiled to WebAssembly, inside a browser.
    Browser,
    /// The built widget, driven from outside as a person would.
    E2e,
}

impl Suite {
    /// All of them, in the order in which they run.
    pub(crate) const ALL: [Self; 3] = [Self::Native, Self::Browser, Self::E2e];

    /// A suite by its name on the command line.
    pub(crate) fn parse(name: &str) -> Outcome<Self> {
        match name {
            "native" => Ok(Self::Native),
            "browser" => Ok(Self::Browser),
            "e2e" => Ok(Self::E2e),
            other => Err(format!(
                "`test` knows native, browser and e2e, not `{other}`"
            )),
        }
    }
}

/// What one step came to.
struct Done {
    name: &'static str,
    time: Duration,
    tally: Tally,
}

/// The steps so far; the first that fails is the last.
struct Course {
    done: Vec<Done>,
    start: Instant,
}

impl Course {
    /// Runs a step. What it counts is kept even if it fails.
    fn step(&mut self, name: &'static str, work: impl FnOnce(&mut Tally) -> Outcome) -> Outcome {
        println!("--- {name}");
        let (start, mut tally) = (Instant::now(), Tally::default());
        let outcome = work(&mut tally);
        self.done.push(Done {
            name,
            time: start.elapsed(),
            tally,
        });
        println!();
        outcome.map_err(|why| format!("step `{name}` failed: {why}"))
    }

    /// Prints all steps and, last, the sum.
    fn summarise(&self, outcome: &Outcome) {
        let last = self.done.len() - 1;
        let rows: Vec<[String; 5]> = self
            .done
            .iter()
            .enumerate()
            .map(|(place, done)| {
                let verdict = if outcome.is_err() && place == last {
                    "FAILED"
                } else {
                    "ok"
                };
                let number = |number: u64| {
                    if done.tally == Tally::default() {
                        String::new()
                    } else {
                        number.to_string()
                    }
                };
                let Tally { passed, failed, .. } = done.tally;
                [
                    done.name.into(),
                    verdict.into(),
                    number(passed),
                    number(failed),
                    seconds(done.time),
                ]
            })
            .collect();
        let mut sum = Tally::default();
        self.done.iter().for_each(|done| sum += done.tally);
        println!("{}", table(["step", "", "passed", "failed", "time"], &rows));
        if let Err(why) = outcome {
            println!("FAILED: {why}");
        }
        let ignored = if sum.ignored > 0 {
            format!(", {} ignored", sum.ignored)
        } else {
            String::new()
        };
        let stopped = if outcome.is_err() {
            ", stopped by a failed step"
        } else {
            ""
        };
        let time = seconds(self.start.elapsed());
        println!(
            "{} passed, {} failed{ignored}{stopped} in {time}",
            sum.passed, sum.failed
        );
    }
}

/// Sets up, runs the suites that are asked for, and sums up.
pub(crate) fn test(home: &Workspace, suites: &[Suite]) -> Outcome {
    let mut course = Course {
        done: Vec::new(),
        start: Instant::now(),
    };
    let outcome = run(home, suites, &mut course);
    course.summarise(&outcome);
    // The summary has said it all, and its total is to be the last line.
    outcome.map_err(|_| String::new())
}

fn run(home: &Workspace, suites: &[Suite], course: &mut Course) -> Outcome {
    let native_alone = suites == [Suite::Native];
    let purpose = if suites.contains(&Suite::E2e) {
        Purpose::Test
    } else {
        Purpose::Chromium
    };
    if !native_alone {
        course.step("set-up", |_| setup::all(home, purpose))?;
    }
    if suites.contains(&Suite::Native) || suites.contains(&Suite::Browser) {
        course.step("content", |_| {
            home.cargo([
                "run",
                "--quiet",
                "--package",
                "clientele-site",
                "--",
                "pack",
            ])
            .run()
        })?;
    }
    for suite in Suite::ALL
        .into_iter()
        .filter(|suite| suites.contains(suite))
    {
        match suite {
            Suite::Native => course.step("native tests", |tally| native(home, tally))?,
            Suite::Browser => course.step("browser tests", |tally| {
                in_browser(home, &browser::provide()?, tally)
            })?,
            Suite::E2e => {
                course.step("release build", |_| bundle::release(home))?;
                course.step("byte budget", |_| budget::check(home))?;
                course.step("end-to-end tests", |tally| {
                    end_to_end(home, &browser::provide()?, tally)
                })?;
            }
        }
    }
    Ok(())
}

fn native(home: &Workspace, tally: &mut Tally) -> Outcome {
    home.cargo([
        "test",
        "--workspace",
        "--exclude",
        "clientele-e2e",
        // Its tests need the built widget and a browser.
        "--exclude",
        "clientele-bench",
        "--no-fail-fast",
    ])
    .watch(|line| tally.see(line))
}

fn in_browser(home: &Workspace, pair: &Pair, tally: &mut Tally) -> Outcome {
    home.cargo([
        "test",
        "--package",
        "clientele",
        "--target",
        "wasm32-unknown-unknown",
        "--test",
        "browser",
    ])
    .env("CHROMEDRIVER", &pair.driver)
    .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
    .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
    .env(
        "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
        driver_settings(home, pair)?,
    )
    .watch(|line| tally.see(line))
}

fn end_to_end(home: &Workspace, pair: &Pair, tally: &mut Tally) -> Outcome {
    // Each test has a browser of its own: more than two at once only wait for each other.
    let mut walks = home.cargo([
        "test",
        "--package",
        "clientele-e2e",
        "--package",
        "clientele-bench",
        "--no-fail-fast",
        "--",
        "--test-threads",
        "2",
    ]);
    walks
        .env("CHROMEDRIVER", &pair.driver)
        .env("CHROME_PATH", &pair.chrome);
    for (variable, path) in engine::variables(home) {
        walks.env(variable, path);
    }
    walks.watch(|line| tally.see(line))
}

/// `webdriver.json` with the browser that was found in it, written under `target/`.
fn driver_settings(home: &Workspace, pair: &Pair) -> Outcome<std::path::PathBuf> {
    let settings = home.read("webdriver.json")?;
    let binary = format!(
        "\"goog:chromeOptions\": {{\n    \"binary\": {:?},",
        pair.chrome.display().to_string()
    );
    let settings = settings.replace("\"goog:chromeOptions\": {", &binary);
    let path = home.path("target/webdriver.json");
    fs::write(&path, settings)
        .map_err(|why| format!("{} can't be written: {why}", path.display()))?;
    Ok(path)
}
