//! The order of the table. One sort that moves indices alone and asks by call: small on the wire,
//! and quick enough for a hundred thousand.

use core::cmp::Ordering;

use super::event::Column;
use super::people::Person;
use super::state::Sorting;
use crate::model::{Verdict, verdict_place};

/// The places of the people in the order of a column; equal ones keep the order they came in, and those who have nothing
/// in it come after all others, whichever way round.
pub(super) fn order(people: &[Person], sorting: Option<Sorting>, are_hidden: bool) -> Vec<u32> {
    let count = u32::try_from(people.len()).unwrap_or(u32::MAX);
    let mut order: Vec<u32> = (0..count).collect();
    if let Some(Sorting {
        column,
        is_reversed,
    }) = sorting
    {
        // Client comes first, as everywhere.
        let by = |a: &Person, b: &Person| match column {
            Column::Name if are_hidden => a.number.cmp(&b.number),
            Column::Name => by_name(a, b),
            Column::Verdict => verdict_place(a.verdict).cmp(&verdict_place(b.verdict)),
            Column::Score => b.score.cmp(&a.score),
            Column::Answered => a.answered.cmp(&b.answered),
        };
        let lacks = |person: &Person| match column {
            Column::Name => !are_hidden && person.label.is_none(),
            Column::Verdict => person.verdict == Verdict::TooFew,
            Column::Score => person.score.is_none(),
            Column::Answered => false,
        };
        sort(&mut order, &|a, b| {
            let (a, b) = (&people[a as usize], &people[b as usize]);
            let order = by(a, b);
            let order = if is_reversed { order.reverse() } else { order };
            lacks(a).cmp(&lacks(b)).then(order)
        });
    }
    order
}

/// By label without regard to the case of plain letters; those without one in the order they came in.
fn by_name(a: &Person, b: &Person) -> Ordering {
    fn key(person: &Person) -> impl Iterator<Item = u8> {
        let label = person.label.as_deref().unwrap_or("").bytes();
        label.map(|byte| byte.to_ascii_lowercase())
    }
    key(a).cmp(key(b)).then_with(|| a.number.cmp(&b.number))
}

/// Merges sorted runs from the bottom up: stable, and never slow whatever the order was.
pub(super) fn sort(items: &mut Vec<u32>, compare: &dyn Fn(u32, u32) -> Ordering) {
    let mut merged = Vec::with_capacity(items.len());
    let mut run = 1;
    while run < items.len() {
        merged.clear();
        for pair in items.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let (Some(a), Some(b)) = (left.first(), right.first()) {
                if compare(*b, *a) == Ordering::Less {
                    merged.push(*b);
                    right = &right[1..];
                } else {
                    merged.push(*a);
                    left = &left[1..];
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        core::mem::swap(items, &mut merged);
        run *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::sort;

    #[test]
    fn sorts_any_length_and_keeps_equals_in_their_order() {
        for length in 0..70u32 {
            let key = |item: u32| item * 7 % 5;
            let mut items: Vec<u32> = (0..length).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| key(*item));
            sort(&mut items, &|a, b| key(a).cmp(&key(b)));
            assert_eq!(items, expected);
        }
    }
}
