//! Lighthouse on the pages that an address leads to: its phone, its simulated line, the median of three.

use std::path::Path;
use std::process::Command;

use clientele_e2e::{Server, Trouble};
use serde_json::Value;

use crate::spread::{Spread, table};

/// The pages that are judged, unless others are named.
pub const PAGES: [&str; 7] = [
    "",
    // A result of one's own, and one that was shared: there the page itself says the verdict.
    "#1cMcqMJkYVg",
    "r/client-centred/#1pMMSjUhg_A",
    "r/client-centred/",
    "compare/",
    "embed/",
    "about/",
];

/// What the median of a column is to be.
#[derive(Clone, Copy, Debug)]
enum Goal {
    /// A score of 100.
    Full,
    /// Nothing at all.
    Nothing,
    /// What it is: it is told besides.
    Any,
}

/// The columns, as `lighthouse.mjs` names them, with their digits.
const COLUMNS: [(&str, usize, Goal); 8] = [
    ("performance", 0, Goal::Full),
    ("accessibility", 0, Goal::Full),
    ("best-practices", 0, Goal::Full),
    ("seo", 0, Goal::Full),
    ("FCP, ms", 0, Goal::Any),
    ("LCP, ms", 0, Goal::Any),
    ("TBT, ms", 0, Goal::Nothing),
    ("CLS", 3, Goal::Nothing),
];

/// What Lighthouse said.
#[derive(Clone, Debug)]
pub struct Judged {
    /// A row for each page: medians, and in brackets the range.
    pub table: String,
    /// The medians that are not what they are to be.
    pub missed: Vec<String>,
    /// The audits that took something from a score, in any run.
    pub lost: Vec<String>,
}

/// Judges these pages of a folder.
pub fn lighthouse(
    root: &Path,
    folder: &Path,
    pages: &[String],
    runs: usize,
    mut say: impl FnMut(&str),
) -> Result<Judged, Trouble> {
    let server = Server::start(folder, "/")?;
    server.compress();
    let (mut rows, mut missed, mut lost) = (Vec::new(), Vec::new(), Vec::new());
    for page in pages {
        // As the table shows it, too.
        let page = page.trim_start_matches('/');
        let mut found = Vec::new();
        for run in 1..=runs {
            say(&format!("/{page}: run {run} of {runs}"));
            found.push(once(root, &server.url(page))?);
        }
        let mut row = vec![format!("/{page}")];
        for (column, digits, goal) in COLUMNS {
            let values = column_of(&found, column).ok_or_else(|| {
                Trouble::new(format!("/{page}: a run of Lighthouse tells no {column}"))
            })?;
            let spread = Spread::of(&values);
            let shown = spread.shown(1.0, digits);
            if goal.is_missed(spread.median) {
                missed.push(format!("/{page}, {column}: {shown}"));
            }
            row.push(shown);
        }
        rows.push(row);
        let audits = found.iter().filter_map(|it| it["lost"].as_array());
        let mut audits: Vec<&str> = audits.flatten().filter_map(Value::as_str).collect();
        audits.sort_unstable();
        audits.dedup();
        lost.extend(audits.iter().map(|it| format!("/{page}: {it}")));
    }
    let headings: Vec<&str> = std::iter::once("page")
        .chain(COLUMNS.iter().map(|(column, ..)| *column))
        .collect();
    Ok(Judged {
        table: table(&headings, &rows),
        missed,
        lost,
    })
}

impl Goal {
    fn is_missed(self, median: f64) -> bool {
        match self {
            Self::Full => median < 100.0,
            Self::Nothing => median > 0.0,
            Self::Any => false,
        }
    }
}

/// A column of all runs; nothing if one of them lacks it, since the rest would pass for all.
fn column_of(runs: &[Value], column: &str) -> Option<Vec<f64>> {
    runs.iter().map(|it| it[column].as_f64()).collect()
}

fn once(root: &Path, url: &str) -> Result<Value, Trouble> {
    let output = Command::new("node")
        .arg(root.join("bench/lighthouse.mjs"))
        .arg(url)
        .stderr(std::process::Stdio::inherit())
        .output()?;
    serde_json::from_slice(&output.stdout)
        .map_err(|why| Trouble::new(format!("Lighthouse did not judge {url}: {why}")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::column_of;

    #[test]
    fn a_run_that_lacks_a_column_is_not_passed_over() {
        let runs = [
            json!({ "CLS": 0.0, "seo": 100 }),
            json!({ "CLS": null, "seo": 99 }),
        ];
        assert_eq!(column_of(&runs, "seo"), Some(vec![100.0, 99.0]));
        assert_eq!(column_of(&runs, "CLS"), None);
    }
}
