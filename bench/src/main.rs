//! What `cargo xtask bench` runs once the widget is built: the pages side by side, their interactions, and Lighthouse.
#![allow(
    clippy::print_stdout,
    reason = "it tells the person who typed the command what it has measured"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clientele_bench::{
    Entrant, Lane, PAGES, SCREENS, Timing, Workshop, criterion, interactions, kept, lighthouse,
    race,
};
use clientele_e2e::Trouble;
use serde_json::json;

/// What is measured of Lighthouse and of interactions: the median of so many.
const RUNS: usize = 3;
/// And of the pages side by side: one for each order in which they can take turns.
const ROUNDS: usize = 6;

#[tokio::main]
async fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match obey(&args).await {
        Ok(above) if above.is_empty() => ExitCode::SUCCESS,
        Ok(above) => {
            eprintln!("\nbench: not kept to:");
            for line in above {
                eprintln!("  {line}");
            }
            ExitCode::FAILURE
        }
        Err(trouble) => {
            eprintln!("bench: {trouble}");
            ExitCode::FAILURE
        }
    }
}

/// Measures what the first argument names. Returns what is above its limit.
async fn obey(args: &[String]) -> Result<Vec<String>, Trouble> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()?;
    let lane = Lane {
        entrant: Entrant::Widget,
        folder: root.join("dist"),
    };
    let say = |line: &str| eprintln!("  {line}");
    let (order, rest) = args
        .split_first()
        .ok_or_else(|| Trouble::new("all, pages, interactions or lighthouse?"))?;
    match order.as_str() {
        "all" => {
            let timings = criterion(&target(&root).join("criterion"))?;
            pages(&root, lane, rounds(rest, ROUNDS)?, &timings, say).await
        }
        "pages" => pages(&root, lane, rounds(rest, ROUNDS)?, &[], say).await,
        "interactions" => {
            let rounds = rounds(rest, RUNS)?;
            let (table, above) = interactions(&lane, SCREENS, rounds, say).await?;
            println!("\nProcessor four times slower, medians of {rounds} [ranges]\n\n{table}");
            Ok(above)
        }
        "lighthouse" => {
            let all = PAGES.map(str::to_owned);
            let pages = if rest.is_empty() { &all } else { rest };
            let judged = lighthouse(&root, &lane.folder, pages, RUNS, say)?;
            println!(
                "\nLighthouse, phone, medians of {RUNS} [ranges]\n\n{}",
                judged.table
            );
            for audit in judged.lost {
                println!("below 0.9: {audit}");
            }
            Ok(judged.missed)
        }
        other => Err(Trouble::new(format!("`{other}` is nothing to measure"))),
    }
}

/// The widget beside its peers, with these timings of the judgement in the same table.
async fn pages(
    root: &Path,
    widget: Lane,
    rounds: usize,
    timings: &[Timing],
    say: impl FnMut(&str),
) -> Result<Vec<String>, Trouble> {
    let workshop = Workshop {
        root: root.to_owned(),
        out: root.join("target/bench"),
    };
    let lanes = [
        widget,
        Lane {
            entrant: Entrant::Survey,
            folder: workshop.survey()?,
        },
        Lane {
            entrant: Entrant::Written,
            folder: workshop.written()?,
        },
    ];
    let race = race(&lanes, rounds, say).await?;
    let (table, above) = race.table(timings);
    println!("\nSlow 4G, processor four times slower, medians of {rounds} rounds [ranges]\n");
    println!("{table}");
    let all = json!({ "rounds": rounds, "pages": race.json(), "judgement": kept(timings) });
    let path = root.join("target/bench.json");
    std::fs::write(&path, all.to_string())?;
    println!("All of it is in target/bench.json");
    Ok(above)
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
