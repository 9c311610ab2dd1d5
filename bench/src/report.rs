//! A run: rounds in which all lanes take turns, and the table of what came of it.

use clientele_e2e::Trouble;
use serde_json::{Value, json};

use crate::lane::{Lane, Pace};
use crate::spread::{Spread, table};
use crate::visit::{Figure, Visit, hurry, visit};

/// All visits of a run.
#[derive(Debug)]
pub struct Race {
    lanes: Vec<&'static str>,
    /// By lane, then by round.
    visits: Vec<Vec<Visit>>,
}

/// Runs so many rounds, and one before them that does not count.
pub async fn race(
    lanes: &[Lane],
    rounds: usize,
    mut say: impl FnMut(&str),
) -> Result<Race, Trouble> {
    let mut visits = vec![Vec::new(); lanes.len()];
    for round in 0..=rounds {
        for (lane, visits) in lanes.iter().zip(&mut visits) {
            say(&format!("round {round} of {rounds}: {}", lane.name));
            let ready = hurry(lane).await?;
            let found = visit(lane, Pace::Slow, ready).await?;
            if round > 0 {
                visits.push(found);
            }
        }
    }
    Ok(Race {
        lanes: lanes.iter().map(|lane| lane.name).collect(),
        visits,
    })
}

impl Race {
    fn values(&self, lane: usize, figure: Figure) -> Vec<f64> {
        let of_lane = self.visits[lane].iter();
        of_lane
            .filter_map(|visit| visit.get(&figure).copied())
            .collect()
    }

    /// The table, as Markdown: medians, and in brackets the range.
    #[must_use]
    pub fn table(&self) -> String {
        let headings: Vec<&str> = std::iter::once("")
            .chain(self.lanes.iter().copied())
            .collect();
        let rows: Vec<Vec<String>> = Figure::ALL
            .iter()
            .map(|&(figure, name, divisor, digits)| {
                let cells = (0..self.lanes.len())
                    .map(|lane| Spread::of(&self.values(lane, figure)).shown(divisor, digits));
                std::iter::once(name.to_owned()).chain(cells).collect()
            })
            .collect();
        table(&headings, &rows)
    }

    /// Everything, to be kept.
    #[must_use]
    pub fn json(&self) -> Value {
        let lane = |at: usize| {
            let figures = Figure::ALL
                .iter()
                .map(|&(figure, name, ..)| (name.to_owned(), json!(self.values(at, figure))));
            (self.lanes[at].to_owned(), Value::Object(figures.collect()))
        };
        Value::Object((0..self.lanes.len()).map(lane).collect())
    }
}
