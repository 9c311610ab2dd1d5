//! Counting tests by the closing lines of those who ran them.

use std::ops::AddAssign;

/// How many tests passed, failed and were left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed.
    pub(crate) failed: u64,
    /// Tests that were left out.
    pub(crate) ignored: u64,
}

impl Tally {
    /// Counts a line such as `test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out`, which Cargo's
    /// harness and wasm-bindgen's both print at the end; other lines count nothing.
    pub(crate) fn see(&mut self, line: &str) {
        let Some((_, counts)) = line.split_once("test result: ") else {
            return;
        };
        // After the verdict's full stop come the counts, apart by semicolons.
        let Some((_, counts)) = counts.split_once(". ") else {
            return;
        };
        for part in counts.split(';') {
            let mut words = part.split_whitespace();
            let Some(number) = words.next().and_then(|number| number.parse::<u64>().ok()) else {
                continue;
            };
            match words.next() {
                Some("passed") => self.passed += number,
                Some("failed") => self.failed += number,
                Some("ignored") => self.ignored += number,
                _ => {}
            }
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_counted_and_nothing_else() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests\n",
            "test model::tests::named_1 ... ok\n",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 7 filtered out; finished in 0.02s\n",
            "    test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 filtered out; finished in 0.11s\n",
            "error: 9 failed\n",
        ] {
            tally.see(line);
        }
        assert_eq!(
            tally,
            Tally {
                passed: 7,
                failed: 2,
                ignored: 1
            }
        );
    }
}
