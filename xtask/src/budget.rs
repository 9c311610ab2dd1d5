//! `cargo xtask budget`: the bytes that a visitor loads, against what `budget.toml` allows.

use std::collections::BTreeMap;

use crate::Outcome;
use crate::size::{self, KINDS, Size};
use crate::table::{count, table};
use crate::workspace::Workspace;

/// The name of the line that all kinds share.
const TOTAL: &str = "total";

/// The name of the line for `embed.js`, which other people's pages load.
const EMBED: &str = "embed";

/// The name of the line for what a page is before anything that it names: of the start page's sum, and of every page.
const HTML: &str = "html";

/// What each kind of file, and all together, may weigh.
type Budget = BTreeMap<String, u64>;

/// Prints the sizes and fails if any is over its budget.
pub(crate) fn check(home: &Workspace) -> Outcome {
    let over = show(home)?;
    if over.is_empty() {
        return Ok(());
    }
    Err(format!(
        "over budget: {}; make it lighter, or argue for a larger budget in budget.toml",
        over.join(", ")
    ))
}

/// Prints the sizes and returns what is over its budget, in words.
pub(crate) fn show(home: &Workspace) -> Outcome<Vec<String>> {
    let budget = parse(&home.read("budget.toml")?)?;
    let mut lines = print(home, "start", "index.html", &budget)?;
    // Nobody loads these who does not ask for them, so they have no budget; they shall be seen all the same.
    print(home, "compare", "compare/index.html", &Budget::new())?;
    print(home, "embed", "embed/index.html", &Budget::new())?;
    let pages = size::pages(home)?;
    lines.extend(each(
        "What each page is by itself, before anything that it names",
        &pages,
        budget.get(HTML),
    ));
    if let Some(most) = budget.get(EMBED) {
        let element = size::element(home)?;
        let title = "What other people's pages load to embed it";
        lines.extend(each(title, &[element], Some(most)));
    }
    Ok(lines.iter().filter_map(Line::complaint).collect())
}

/// Prints what a page loads, and returns its sums.
fn print(home: &Workspace, name: &str, page: &str, budget: &Budget) -> Outcome<Vec<Line>> {
    let sizes = size::measure(home, page)?;
    let lines = weigh(&sizes, budget);
    let mut rows: Vec<[String; 5]> = sizes
        .iter()
        .map(|size| {
            [
                size.path.clone(),
                count(size.raw),
                count(size.brotli),
                String::new(),
                String::new(),
            ]
        })
        .collect();
    rows.extend(lines.iter().map(Line::row));
    println!("What the {name} page loads, in bytes\n");
    println!("{}", table(["", "raw", "brotli 11", "budget", ""], &rows));
    Ok(lines)
}

/// Prints files, each against the same budget, and returns their lines.
fn each(title: &str, sizes: &[Size], budget: Option<&u64>) -> Vec<Line> {
    let lines: Vec<Line> = sizes
        .iter()
        .map(|size| Line {
            name: size.path.clone(),
            raw: size.raw,
            brotli: size.brotli,
            budget: budget.copied(),
        })
        .collect();
    let rows: Vec<[String; 5]> = lines.iter().map(Line::row).collect();
    println!("{title}\n");
    println!("{}", table(["", "raw", "brotli 11", "budget", ""], &rows));
    lines
}

/// The sum of one kind or of all, or a file that has a budget of its own.
#[derive(Debug, PartialEq, Eq)]
struct Line {
    name: String,
    raw: u64,
    brotli: u64,
    budget: Option<u64>,
}

impl Line {
    fn is_over(&self) -> bool {
        self.budget.is_some_and(|budget| self.brotli > budget)
    }

    fn row(&self) -> [String; 5] {
        let verdict = match self.budget {
            None => "",
            Some(_) if self.is_over() => "OVER",
            Some(_) => "ok",
        };
        let budget = self.budget.map_or_else(String::new, count);
        [
            format!("= {}", self.name),
            count(self.raw),
            count(self.brotli),
            budget,
            verdict.to_owned(),
        ]
    }

    fn complaint(&self) -> Option<String> {
        let budget = self.budget.filter(|_| self.is_over())?;
        Some(format!(
            "{} by {} bytes",
            self.name,
            count(self.brotli - budget)
        ))
    }
}

fn weigh(sizes: &[Size], budget: &Budget) -> Vec<Line> {
    KINDS
        .into_iter()
        .chain([TOTAL])
        .map(|name| {
            let counted = || {
                sizes
                    .iter()
                    .filter(|size| name == TOTAL || size.kind == name)
            };
            Line {
                name: name.to_owned(),
                raw: counted().map(|size| size.raw).sum(),
                brotli: counted().map(|size| size.brotli).sum(),
                budget: budget.get(name).copied(),
            }
        })
        .collect()
}

/// Reads `kind = bytes` lines, the only ones that a budget needs.
fn parse(text: &str) -> Outcome<Budget> {
    let mut budget = Budget::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        let wrong = || {
            format!(
                "budget.toml, line {}: write `kind = bytes`, with a kind of {KINDS:?}, {TOTAL} or {EMBED}",
                number + 1
            )
        };
        let (name, bytes) = line.split_once('=').ok_or_else(wrong)?;
        let name = name.trim();
        if ![TOTAL, EMBED].contains(&name) && !KINDS.contains(&name) {
            return Err(wrong());
        }
        let bytes = bytes.trim().replace('_', "").parse().map_err(|_| wrong())?;
        budget.insert(name.to_owned(), bytes);
    }
    if budget.contains_key(TOTAL) {
        Ok(budget)
    } else {
        Err(format!("budget.toml sets no `{TOTAL}`: add one"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(path: &str, kind: &'static str, brotli: u64) -> Size {
        Size {
            path: path.into(),
            kind,
            raw: brotli * 3,
            brotli,
        }
    }

    #[test]
    fn a_budget_is_read_and_a_wrong_line_is_named() -> Outcome {
        let budget = parse("# all\ntotal = 130_000\n\nwasm = 90_000 # most of it\n")?;
        assert_eq!(
            budget,
            BTreeMap::from([("total".into(), 130_000), ("wasm".into(), 90_000)])
        );
        for (text, named) in [
            ("total = 1\nfonts = 2", "line 2"),
            ("total", "line 1"),
            ("total = much", "line 1"),
            ("js = 4", "total"),
        ] {
            assert!(parse(text).expect_err(text).contains(named), "{text}");
        }
        Ok(())
    }

    #[test]
    fn one_byte_too_many_is_over() -> Outcome {
        let sizes = [size("index.html", "html", 10), size("a.wasm", "wasm", 90)];
        let complaints = |text| -> Outcome<Vec<String>> {
            Ok(weigh(&sizes, &parse(text)?)
                .iter()
                .filter_map(Line::complaint)
                .collect())
        };
        assert_eq!(complaints("total = 100")?, Vec::<String>::new());
        assert_eq!(
            complaints("total = 99\nwasm = 80")?,
            ["wasm by 10 bytes", "total by 1 bytes"]
        );
        Ok(())
    }
}
