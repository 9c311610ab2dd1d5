//! Medians, ranges, and a table that a README can take as it is.

/// The middle of some measurements, and how far they lie apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The one in the middle, or half-way between the two there.
    pub median: f64,
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
}

impl Spread {
    /// Of nothing, it is not a number.
    #[must_use]
    pub fn of(list: &[f64]) -> Self {
        let mut list = list.to_vec();
        list.sort_by(f64::total_cmp);
        let half = list.len() / 2;
        let median = match (list.len() % 2, list.get(half)) {
            (1, Some(middle)) => *middle,
            (0, Some(upper)) => f64::midpoint(list[half - 1], *upper),
            _ => f64::NAN,
        };
        let end = |value: Option<&f64>| value.copied().unwrap_or(f64::NAN);
        Self {
            median,
            least: end(list.first()),
            most: end(list.last()),
        }
    }

    /// Whether the median is above a limit. What could not be measured is no better than what is.
    pub(crate) fn is_above(&self, limit: f64) -> bool {
        self.median.is_nan() || limit.is_nan() || self.median > limit
    }

    /// The median and, if they differ in what is shown, the ends: `1.02 [1.01–1.04]`.
    #[must_use]
    pub fn shown(&self, divisor: f64, digits: usize) -> String {
        let text = |value: f64| format!("{:.digits$}", value / divisor);
        let (median, least, most) = (text(self.median), text(self.least), text(self.most));
        if least == most {
            median
        } else {
            format!("{median} [{least}–{most}]")
        }
    }
}

/// A Markdown table whose columns line up.
#[must_use]
pub fn table(headings: &[&str], rows: &[Vec<String>]) -> String {
    let head: Vec<String> = headings.iter().map(|it| (*it).to_owned()).collect();
    let widths: Vec<usize> = (0..head.len())
        .map(|column| {
            let cells = std::iter::once(&head).chain(rows);
            cells
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or(0)
        })
        .collect();
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:<width$}"))
            .collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let body = rows.iter().map(line);
    [line(&head), line(&rule)].into_iter().chain(body).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_ends() {
        let spread = Spread::of(&[3.0, 1.0, 2.0]);
        assert_eq!(spread.shown(1.0, 0), "2 [1–3]");
        assert_eq!(Spread::of(&[1.0, 4.0]).shown(1.0, 1), "2.5 [1.0–4.0]");
        assert_eq!(Spread::of(&[1010.0, 1012.0]).shown(1000.0, 2), "1.01");
        assert_eq!(Spread::of(&[]).shown(1.0, 0), "NaN");
    }

    #[test]
    fn columns_line_up() {
        let rows = [vec!["bytes".to_owned(), "1".to_owned()]];
        assert_eq!(
            table(&["", "ours"], &rows),
            "|       | ours |\n| ----- | ---- |\n| bytes | 1    |\n"
        );
    }
}
