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

/// Things in order of their strength, the strongest first; equal ones keep their order. No more than a byte can count.
pub(super) fn strongest<T: Clone>(things: &[T], strength: impl Fn(&T) -> i32) -> Vec<T> {
    strongest_first(things.iter().map(strength).zip(0u8..))
        .into_iter()
        .filter_map(|(_, at)| things.get(usize::from(at)).cloned())
        .collect()
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
