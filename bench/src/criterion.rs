//! What criterion found, from the files that it leaves behind.

use std::fs;
use std::path::Path;

use clientele_e2e::Trouble;
use serde_json::{Value, json};

use crate::spread::table;

/// Every figure below criterion's folder: a table of the means with their confidence intervals, and all as JSON.
/// Those with a throughput are divided by it: the time is that of one.
pub fn criterion(folder: &Path) -> Result<(String, Value), Trouble> {
    let mut found = Vec::new();
    collect(folder, &mut found)?;
    found.sort_by(|one, other| one.0.cmp(&other.0));
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|(name, [mean, least, most])| {
            let range = format!("{} [{}–{}]", time(*mean), time(*least), time(*most));
            vec![name.clone(), range]
        })
        .collect();
    let all = found
        .iter()
        .map(|(name, figures)| (name.clone(), json!(figures)))
        .collect();
    Ok((
        table(&["judgement, natively", "time of one"], &rows),
        Value::Object(all),
    ))
}

type Found = (String, [f64; 3]);

fn collect(folder: &Path, found: &mut Vec<Found>) -> Result<(), Trouble> {
    if folder.ends_with("new") {
        found.extend(one(folder));
        return Ok(());
    }
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                collect(&path, found)?;
            }
        }
    }
    Ok(())
}

fn one(folder: &Path) -> Option<Found> {
    let json = |name: &str| -> Option<Value> {
        serde_json::from_slice(&fs::read(folder.join(name)).ok()?).ok()
    };
    let (about, estimates) = (json("benchmark.json")?, json("estimates.json")?);
    let name = about["full_id"].as_str()?.to_owned();
    // Reading lines is told for the whole file.
    let each = match about["throughput"]["Elements"].as_f64() {
        Some(each) if name.starts_with("judgement") => each,
        _ => 1.0,
    };
    let mean = &estimates["mean"];
    let interval = &mean["confidence_interval"];
    Some((
        name,
        [
            mean["point_estimate"].as_f64()? / each,
            interval["lower_bound"].as_f64()? / each,
            interval["upper_bound"].as_f64()? / each,
        ],
    ))
}

/// Nanoseconds as one would say them.
fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        below if below < 1e3 => format!("{below:.0} ns"),
        below if below < 1e6 => format!("{:.2} µs", below / 1e3),
        more => format!("{:.1} ms", more / 1e6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_in_their_unit() {
        assert_eq!(time(38.4), "38 ns");
        assert_eq!(time(23_400.0), "23.40 µs");
        assert_eq!(time(11_200_000.0), "11.2 ms");
    }
}
