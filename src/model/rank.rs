//! Putting things in order by how strong they are. One sort for everything that is ranked: each
//! further type that is sorted would cost a visitor some kilobytes of their own.

/// Indices with their strengths, the strongest first; equal ones keep the order of their indices.
pub(super) fn strongest_first<At: From<u8> + Into<u8>>(
    strengths: impl IntoIterator<Item = (i32, At)>,
) -> impl Iterator<Item = (i32, At)> {
    // Whatever they are indices of, it is bytes that are sorted.
    let mut ranked: Vec<(i32, u8)> = strengths
        .into_iter()
        .map(|(strength, index)| (-strength, index.into()))
        .collect();
    ranked.sort_unstable();
    ranked
        .into_iter()
        .map(|(strength, index)| (-strength, index.into()))
}

/// Things in order of their strength, the strongest first; equal ones keep their order. No more than a byte can count.
pub(super) fn strongest<T: Clone>(things: &[T], strength: impl Fn(&T) -> i32) -> Vec<T> {
    strongest_first(things.iter().map(strength).zip(0u8..))
        .filter_map(|(_, at)| things.get(usize::from(at)).cloned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::strongest_first;

    #[test]
    fn equals_keep_their_order() {
        let ranked = strongest_first([(1, 0_u8), (5, 1), (1, 2), (5, 3), (0, 4)]);
        assert_eq!(
            ranked.collect::<Vec<_>>(),
            [(5, 1), (5, 3), (1, 0), (1, 2), (0, 4)]
        );
    }
}
