//! Lighthouse on the pages that an address leads to: its phone, its simulated line, the median of three.

use std::path::Path;
use std::process::Command;

use clientele_e2e::{Server, Trouble};
use serde_json::Value;

use crate::spread::{Spread, table};

/// The pages that are judged, unless others are named.
pub const PAGES: [&str; 6] = [
    "",
    "#1cMcqMJkYVg",
    "r/client-centred/",
    "compare/",
    "embed/",
    "about/",
];

/// The columns, as `lighthouse.mjs` names them, with their digits.
const COLUMNS: [(&str, usize); 8] = [
    ("performance", 0),
    ("accessibility", 0),
    ("best-practices", 0),
    ("seo", 0),
    ("FCP, ms", 0),
    ("LCP, ms", 0),
    ("TBT, ms", 0),
    ("CLS", 3),
];

/// Judges these pages of a folder. Returns a table and, for each page, what kept it from the full score.
pub fn lighthouse(
    root: &Path,
    folder: &Path,
    pages: &[String],
    runs: usize,
    mut say: impl FnMut(&str),
) -> Result<(String, Vec<String>), Trouble> {
    let server = Server::start(folder, "/")?;
    server.compress();
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for page in pages {
        let mut found = Vec::new();
        for run in 1..=runs {
            say(&format!("/{page}: run {run} of {runs}"));
            found.push(once(root, &server.url(page))?);
        }
        let mut row = vec![format!("/{page}")];
        for (column, digits) in COLUMNS {
            let values = column_of(&found, column).ok_or_else(|| {
                Trouble::new(format!("/{page}: a run of Lighthouse tells no {column}"))
            })?;
            row.push(Spread::of(&values).shown(1.0, digits));
        }
        rows.push(row);
        let mut lost: Vec<&str> = found
            .iter()
            .filter_map(|it| it["lost"].as_array())
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        lost.sort_unstable();
        lost.dedup();
        faults.extend(lost.iter().map(|it| format!("/{page}: {it}")));
    }
    let headings: Vec<&str> = std::iter::once("page")
        .chain(COLUMNS.iter().map(|(column, _)| *column))
        .collect();
    Ok((table(&headings, &rows), faults))
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
