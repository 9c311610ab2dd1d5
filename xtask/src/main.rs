//! The project's own commands: `cargo xtask setup`, `serve`, `test` and the rest.
//!
//! This file reads the command line and hands over to the module of the same name. It uses the standard library
//! alone, so the first `cargo xtask` on a bare machine is compiled in seconds.
#![allow(
    clippy::print_stdout,
    reason = "these commands talk to the person who typed them"
)]

// What the build refuses after minutes is refused here at once: one parser for both. It, too, uses std alone.
#[path = "../../site/src/address.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "pages need more of an address, and the crate that makes them shows it to others"
)]
mod address;
mod apt;
mod bench;
mod browser;
mod budget;
mod bundle;
mod check;
mod engine;
mod order;
mod reproduce;
mod run;
mod serve;
mod setup;
mod size;
mod table;
mod tally;
mod test;
mod tool;
mod workspace;

use std::process::ExitCode;

use order::Order;
use workspace::Workspace;

/// What a command comes to: nothing to say, or a sentence that says what went wrong and what to do next. The sentence
/// is empty if it has been said already.
pub(crate) type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    let outcome = Order::parse(std::env::args().skip(1)).and_then(obey);
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.is_empty() {
                eprintln!("\nxtask: {failure}");
            }
            ExitCode::FAILURE
        }
    }
}

fn obey(order: Order) -> Outcome {
    let home = Workspace::find()?;
    match order {
        Order::Help => print!("{}", order::HELP),
        Order::Setup(purpose) => setup::all(&home, purpose)?,
        Order::Build(how) => bundle::build(&home, &how)?,
        Order::Serve(how) => serve::serve(&home, &how)?,
        Order::Test(suites) => test::test(&home, &suites)?,
        Order::Reproduce => reproduce::reproduce(&home)?,
        Order::Budget => budget::check(&home)?,
        Order::Bench(what) => bench::bench(&home, &what)?,
        Order::Shots(rest) => {
            if !order::is_for_help(&rest) {
                browser::provide()?;
            }
            home.cargo([
                "run",
                "--quiet",
                "--package",
                "clientele-e2e",
                "--bin",
                "shots",
                "--",
            ])
            .args(rest)
            .run()?;
        }
        Order::Ci => check::ci(&home)?,
    }
    Ok(())
}
