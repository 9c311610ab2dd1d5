//! `cargo xtask test`: every suite, one step after the other, and a summary that cannot be overlooked.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::browser::{self, Pair};
use crate::run::Program;
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
        course.step("content", |_| home.pack_content())?;
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

/// Runs tests and counts them. That none has run is a failure, too: nothing else would say that a suite has come to
/// hold none.
fn counted(tests: &mut Program, tally: &mut Tally) -> Outcome {
    tests.watch(|line| tally.see(line))?;
    match tally.passed {
        0 => Err("no test has run: look whether there still are any under these names".to_owned()),
        _ => Ok(()),
    }
}

fn native(home: &Workspace, tally: &mut Tally) -> Outcome {
    let mut tests = home.cargo([
        "test",
        "--workspace",
        "--exclude",
        "clientele-e2e",
        // Its tests need the built widget and a browser.
        "--exclude",
        "clientele-bench",
        "--no-fail-fast",
    ]);
    counted(&mut tests, tally)
}

fn in_browser(home: &Workspace, pair: &Pair, tally: &mut Tally) -> Outcome {
    let settings = driver_settings(home, pair)?;
    let mut tests = home.cargo([
        "test",
        "--package",
        "clientele",
        "--target",
        setup::WASM,
        "--test",
        "browser",
    ]);
    tests
        .env("CHROMEDRIVER", &pair.driver)
        .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
    counted(&mut tests, tally)
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
    counted(&mut walks, tally)
}

/// `webdriver.json` with the browser that was found in it, written under `target/`.
fn driver_settings(home: &Workspace, pair: &Pair) -> Outcome<PathBuf> {
    let settings = naming(&home.read("webdriver.json")?, &pair.chrome)?;
    let path = home.path("target/webdriver.json");
    fs::write(&path, settings)
        .map_err(|why| format!("{} can't be written: {why}", path.display()))?;
    Ok(path)
}

/// The settings with this browser among them. Without it, the driver would take whichever it finds.
fn naming(settings: &str, chrome: &Path) -> Outcome<String> {
    const OPENING: &str = "\"goog:chromeOptions\": {";
    let (before, after) = settings.split_once(OPENING).ok_or_else(|| {
        format!("webdriver.json has no `{OPENING}`, behind which the browser is named: write it so")
    })?;
    let chrome = chrome.display().to_string();
    Ok(format!(
        "{before}{OPENING}\n    \"binary\": {chrome:?},{after}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suite_without_a_test_has_failed() {
        let mut tests = Program::new(env!("CARGO").as_ref());
        tests.args(["--version"]);
        let mut tally = Tally::default();
        assert!(counted(&mut tests, &mut tally).is_err_and(|it| it.contains("no test has run")));
        tally.see("test result: ok. 1 passed; 0 failed\n");
        assert_eq!(counted(&mut tests, &mut tally), Ok(()));
    }

    #[test]
    fn the_browser_is_named_or_it_is_an_error() {
        let settings = include_str!("../../webdriver.json");
        let named = naming(settings, Path::new("/a \"b\"")).expect("settings");
        assert!(
            named.contains("{\n    \"binary\": \"/a \\\"b\\\"\",\n    \"args\": ["),
            "{named}"
        );
        let other = settings.replace("\": {", "\":{");
        assert!(naming(&other, Path::new("/a")).is_err_and(|it| it.contains("webdriver.json")));
    }
}
