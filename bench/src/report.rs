//! A run: rounds in which all lanes take turns, and the table of what came of it.

use clientele_e2e::Trouble;
use serde_json::{Value, json};

use crate::criterion::Timing;
use crate::figure::{Figure, Limit};
use crate::lane::{Entrant, Lane, Pace};
use crate::spread::{Spread, table};
use crate::visit::{Visit, hurry, visit};

/// All visits of a run.
#[derive(Debug)]
pub struct Race {
    /// By entrant, then by round.
    visits: [Vec<Visit>; Entrant::ALL.len()],
}

/// Runs so many rounds, and one before them that does not count. The lanes' order is another one in each round, so that
/// none pays more often than others for what one before it leaves behind.
pub async fn race(
    lanes: &[Lane; Entrant::ALL.len()],
    rounds: usize,
    mut say: impl FnMut(&str),
) -> Result<Race, Trouble> {
    let mut visits = [const { Vec::new() }; Entrant::ALL.len()];
    for round in 0..=rounds {
        for at in ORDERS[round % ORDERS.len()] {
            let lane = &lanes[at];
            say(&format!(
                "round {round} of {rounds}: {}",
                lane.entrant.name()
            ));
            let ready = hurry(lane).await?;
            let found = visit(lane, Pace::Slow, ready).await?;
            if round > 0 {
                visits[lane.entrant as usize].push(found);
            }
        }
    }
    Ok(Race { visits })
}

/// Every order of three, each beginning as the one before it did not.
const ORDERS: [[usize; 3]; 6] = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
    [2, 0, 1],
    [1, 2, 0],
    [0, 2, 1],
];

impl Race {
    fn values(&self, entrant: Entrant, figure: Figure) -> Vec<f64> {
        let visits = self.visits[entrant as usize].iter();
        visits
            .filter_map(|visit| visit.get(&figure).copied())
            .collect()
    }

    fn spread(&self, entrant: Entrant, figure: Figure) -> Spread {
        Spread::of(&self.values(entrant, figure))
    }

    /// How high a median of ours may be by the figures of this run.
    fn most(&self, limit: Limit, figure: Figure) -> f64 {
        match limit {
            Limit::Most(most) => most,
            Limit::Times(times, other) => times * self.spread(other, figure).median,
        }
    }

    /// All in one table, as Markdown, with the judgement's own timings below: medians, in brackets the range, and what
    /// ours is to keep to. Besides, what is above that.
    #[must_use]
    pub fn table(&self, judgement: &[Timing]) -> (String, Vec<String>) {
        let mut headings = vec![""];
        headings.extend(Entrant::ALL.map(Entrant::name));
        headings.push("to keep to");
        let (mut rows, mut above) = (Vec::new(), Vec::new());
        for figure in Figure::ALL {
            let (name, divisor, digits) = figure.shown();
            let mut row = vec![name.to_owned()];
            row.extend(Entrant::ALL.map(|it| self.spread(it, figure).shown(divisor, digits)));
            let ours = self.spread(Entrant::Widget, figure);
            let mut kept = Vec::new();
            for &limit in figure.limits() {
                let most = self.most(limit, figure);
                let rule = match limit {
                    Limit::Most(most) => format!("{:.*}", digits.min(1), most / divisor),
                    Limit::Times(times, other) => format!("{times} × {}", other.name()),
                };
                if ours.is_above(most) {
                    above.push(format!(
                        "{name}: {:.digits$}, and {rule} is {:.digits$}",
                        ours.median / divisor,
                        most / divisor
                    ));
                }
                kept.push(rule);
            }
            row.push(kept.join(", "));
            rows.push(row);
        }
        for timing in judgement {
            let (cell, limit) = timing.shown();
            rows.push(vec![
                timing.name.clone(),
                cell,
                String::new(),
                String::new(),
                limit,
            ]);
            above.extend(timing.above());
        }
        (table(&headings, &rows), above)
    }

    /// Everything, to be kept.
    #[must_use]
    pub fn json(&self) -> Value {
        let of = |entrant: Entrant| {
            let figures = Figure::ALL.map(|figure| {
                (
                    figure.shown().0.to_owned(),
                    json!(self.values(entrant, figure)),
                )
            });
            (
                entrant.name().to_owned(),
                Value::Object(figures.into_iter().collect()),
            )
        };
        Value::Object(Entrant::ALL.map(of).into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A race of one round, in which each entrant has the same number everywhere.
    fn of(numbers: [f64; 3]) -> Race {
        Race {
            visits: numbers.map(|number| vec![Figure::ALL.map(|it| (it, number)).into()]),
        }
    }

    #[test]
    fn what_is_above_is_named() {
        let (_, above) = of([0.0, 10.0, 10.0]).table(&[]);
        assert_eq!(above, Vec::<String>::new());
        let (table, above) = of([1060.0, 3000.0, 1000.0]).table(&[]);
        let above = above.join("\n");
        assert!(
            above.contains("first paint, s: 1.06, and 1.05 × page by hand is 1.05"),
            "{above}"
        );
        assert!(
            above.contains("0.35 × SurveyJS form") && !above.contains("2 × page by hand"),
            "{above}"
        );
        assert!(table.contains("1.05 × page by hand"), "{table}");
    }

    #[test]
    fn what_was_not_measured_is_above() {
        let (_, above) = of([f64::NAN, 10.0, 10.0]).table(&[]);
        let limits = Figure::ALL.iter().flat_map(|it| it.limits()).count();
        assert_eq!(above.len(), limits);
    }

    #[test]
    fn each_comes_behind_each_as_often() {
        for one in 0..3 {
            for other in (0..3).filter(|other| *other != one) {
                let follows = |order: &&[usize; 3]| order.windows(2).any(|it| it == [one, other]);
                assert_eq!(ORDERS.iter().filter(follows).count(), 2, "{one} {other}");
            }
        }
    }
}
