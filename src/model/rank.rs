//! Putting things in order by how strong they are. One sort for everything that is ranked: each
//! further type that is sorted would cost a visitor some kilobytes of their own.

/// Indices with their strengths, the strongest first; equal ones keep the order of their indices.
pub(super) fn strongest_first(strengths: impl IntoIterator<Item = (i32, u8)>) -> Vec<(i32, u8)> {
    let mut ranked: Vec<(i32, u8)> = strengths
        .into_iter()
        .map(|(strength, index)| (-strength, index))
        .collect();
    ranked.sort_unstable();
    for (strength, _) in &mut ranked {
        *strength = -*strength;
    }
    ranked
}

#[cfg(test)]
mod tests {
    use super::strongest_first;

    #[test]
    fn equals_keep_their_order() {
        assert_eq!(
            strongest_first([(1, 0), (5, 1), (1, 2), (5, 3), (0, 4)]),
            [(5, 1), (5, 3), (1, 0), (1, 2), (0, 4)]
        );
    }
}
