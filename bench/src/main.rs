//! What `cargo xtask bench` runs once the widget is built: the pages side by side, their interactions, and Lighthouse.
#![allow(
    clippy::print_stdout,
    reason = "it tells the person who typed the command what it has measured"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clientele_bench::{Lane, PAGES, Steps, Workshop, criterion, interactions, lighthouse, race};
use clientele_e2e::Trouble;
use serde_json::{Value, json};

/// How long an answer may take to the next frame.
const MOST: f64 = 50.0;
/// What is measured of Lighthouse and of interactions: the median of so many.
const RUNS: usize = 3;

#[tokio::main]
async fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match obey(&args).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("bench: {trouble}");
            ExitCode::FAILURE
        }
    }
}

async fn obey(args: &[String]) -> Result<(), Trouble> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()?;
    let lane = Lane {
        name: "Clientele",
        folder: root.join("dist"),
        steps: Steps::WIDGET,
    };
    let say = |line: &str| eprintln!("  {line}");
    match args.first().map(String::as_str) {
        Some("interactions") => {
            let (table, above) = interactions(&lane, rounds(&args[1..], RUNS)?, MOST, say).await?;
            println!("\nProcessor four times slower, medians [ranges]\n\n{table}");
            println!("Above {MOST} ms: {}", listed(&above));
        }
        Some("lighthouse") => {
            let named = &args[1..];
            let all = PAGES.map(str::to_owned);
            let pages = if named.is_empty() { &all } else { named };
            let (table, lost) = lighthouse(&root, &lane.folder, pages, RUNS, say)?;
            println!("\nLighthouse, phone, medians of {RUNS} [ranges]\n\n{table}");
            println!("Below 0.9: {}", listed(&lost));
        }
        _ => all(&root, lane, rounds(args, 5)?, say).await?,
    }
    Ok(())
}

/// The pages side by side, and what criterion has left.
async fn all(root: &Path, lane: Lane, rounds: usize, say: impl FnMut(&str)) -> Result<(), Trouble> {
    let workshop = Workshop {
        root: root.to_owned(),
        out: root.join("target/bench"),
    };
    let lanes = [
        lane,
        Lane {
            name: "SurveyJS form",
            folder: workshop.survey()?,
            steps: Steps::SURVEY,
        },
        Lane {
            name: "page by hand",
            folder: workshop.written()?,
            steps: Steps::WRITTEN,
        },
    ];
    let race = race(&lanes, rounds, say).await?;
    let (judgement, figures) = criterion(&target(root).join("criterion"))?;
    println!("\nSlow 4G, processor four times slower, medians of {rounds} rounds [ranges]\n");
    println!("{}\n{judgement}", race.table());
    let kept: Value = json!({ "rounds": rounds, "pages": race.json(), "criterion": figures });
    let path = root.join("target/bench.json");
    std::fs::write(&path, kept.to_string())?;
    println!("All of it is in target/bench.json");
    Ok(())
}

/// Where cargo, and criterion with it, puts what it makes.
fn target(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}

/// The number behind `--rounds`.
fn rounds(args: &[String], usual: usize) -> Result<usize, Trouble> {
    match args {
        [] => Ok(usual),
        [name, value] if name == "--rounds" => value
            .parse()
            .ok()
            .filter(|rounds| *rounds > 0)
            .ok_or_else(|| Trouble::new(format!("`{value}` is no number of rounds"))),
        _ => Err(Trouble::new(format!(
            "`{}` is not understood: only --rounds N is",
            args.join(" ")
        ))),
    }
}

fn listed(found: &[String]) -> String {
    if found.is_empty() {
        "nothing".to_owned()
    } else {
        found.join("; ")
    }
}
