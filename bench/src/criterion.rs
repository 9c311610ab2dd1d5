//! What criterion found, from the files that it leaves behind.

use std::fs;
use std::path::Path;

use clientele_e2e::Trouble;
use serde_json::{Value, json};

use crate::spread::Spread;

/// How long these may take, in ns: so fast that no visitor waits for them on a phone fifty times slower.
const LIMITS: [(&str, f64); 3] = [
    ("judgement/classify", 500.0),
    ("judgement/read", 50_000.0),
    ("judgement/decode", 1000.0),
];

/// How long a piece of the judgement takes, natively.
#[derive(Clone, Debug)]
pub struct Timing {
    /// As criterion calls it.
    pub name: String,
    /// Of its samples, in ns. Where one run does many, the time is that of one.
    pub spread: Spread,
}

impl Timing {
    fn limit(&self) -> Option<f64> {
        LIMITS
            .iter()
            .find(|(name, _)| *name == self.name)
            .map(|(_, limit)| *limit)
    }

    /// The median with its range, and what it is to keep to.
    pub(crate) fn shown(&self) -> (String, String) {
        let Spread {
            median,
            least,
            most,
        } = self.spread;
        let range = format!("{} [{}–{}]", time(median), time(least), time(most));
        (range, self.limit().map(time).unwrap_or_default())
    }

    /// What is to be said if it takes longer than it may.
    pub(crate) fn above(&self) -> Option<String> {
        let limit = self.limit()?;
        let median = self.spread.median;
        self.spread.is_above(limit).then(|| {
            format!(
                "{}: {}, and {} is kept to",
                self.name,
                time(median),
                time(limit)
            )
        })
    }
}

/// Every timing below criterion's folder, by name.
pub fn criterion(folder: &Path) -> Result<Vec<Timing>, Trouble> {
    let mut found = Vec::new();
    collect(folder, &mut found)?;
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

fn collect(folder: &Path, found: &mut Vec<Timing>) -> Result<(), Trouble> {
    if folder.ends_with("new") {
        found.push(one(folder).ok_or_else(|| {
            Trouble::new(format!("{}: not what criterion writes", folder.display()))
        })?);
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

fn one(folder: &Path) -> Option<Timing> {
    let json = |name: &str| -> Option<Value> {
        serde_json::from_slice(&fs::read(folder.join(name)).ok()?).ok()
    };
    let (about, sample) = (json("benchmark.json")?, json("sample.json")?);
    let name = about["full_id"].as_str()?.to_owned();
    // Reading lines is told for the whole file.
    let each = match about["throughput"]["Elements"].as_f64() {
        Some(each) if name.starts_with("judgement") => each,
        _ => 1.0,
    };
    let spread = Spread::of(&times(&sample, each)?);
    Some(Timing { name, spread })
}

/// What one of `each` took in each sample.
fn times(sample: &Value, each: f64) -> Option<Vec<f64>> {
    let list = |name: &str| -> Option<Vec<f64>> {
        sample[name].as_array()?.iter().map(Value::as_f64).collect()
    };
    let (times, runs) = (list("times")?, list("iters")?);
    Some(
        times
            .iter()
            .zip(runs)
            .map(|(time, runs)| time / runs / each)
            .collect(),
    )
}

/// Everything, to be kept: the name of each with its median and range in ns.
#[must_use]
pub fn kept(timings: &[Timing]) -> Value {
    let one = |it: &Timing| {
        let Spread {
            median,
            least,
            most,
        } = it.spread;
        (it.name.clone(), json!([median, least, most]))
    };
    Value::Object(timings.iter().map(one).collect())
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

    #[test]
    fn samples_are_told_for_one() {
        let sample = json!({ "iters": [1.0, 2.0], "times": [100.0, 300.0] });
        assert_eq!(times(&sample, 10.0), Some(vec![10.0, 15.0]));
        assert_eq!(times(&json!({ "iters": [1.0] }), 10.0), None);
    }

    #[test]
    fn what_takes_longer_than_it_may_is_named() {
        let timing = |name: &str, ns: f64| Timing {
            name: name.to_owned(),
            spread: Spread::of(&[ns]),
        };
        assert_eq!(timing("judgement/decode", 900.0).above(), None);
        assert_eq!(timing("comparison/read/1000", 1e9).above(), None);
        assert_eq!(
            timing("judgement/decode", 1100.0).above().as_deref(),
            Some("judgement/decode: 1.10 µs, and 1.00 µs is kept to")
        );
    }
}
