//! Who is in the list more than once, under one name with different results: somebody has answered
//! anew, or two people are called alike. Both count until one is taken out.

use core::cmp::Ordering;

use super::order::sort;
use super::people::{Person, fnv};

/// The places of those who are the first of their name, where another result has the same name but for
/// blanks and the case of plain letters; in the order in which they came.
pub(super) fn twice(people: &[Person]) -> Vec<u32> {
    let count = u32::try_from(people.len()).unwrap_or(u32::MAX);
    // Names are only looked at where their hashes are the same: a hundred thousand take a moment.
    let hashes = people.iter().map(|it| fnv(letters(it).map(u32::from)));
    let hashes: Vec<u32> = hashes.collect();
    let is_named = |at: &u32| people[*at as usize].label.is_some();
    let mut order: Vec<u32> = (0..count).filter(is_named).collect();
    let compare = |a: u32, b: u32| {
        let (a, b) = (a as usize, b as usize);
        let by_hash = hashes[a].cmp(&hashes[b]);
        by_hash.then_with(|| letters(&people[a]).cmp(letters(&people[b])))
    };
    sort(&mut order, &compare);
    let alike = order.chunk_by(|a, b| compare(*a, *b) == Ordering::Equal);
    let differs = |namesakes: &&[u32]| {
        let mut answers = namesakes.iter().map(|at| &people[*at as usize].answers);
        let first = answers.next();
        answers.any(|it| Some(it) != first)
    };
    let firsts = alike.filter(differs).filter_map(|it| it.first().copied());
    let mut firsts: Vec<u32> = firsts.collect();
    sort(&mut firsts, &|a, b| a.cmp(&b));
    firsts
}

fn letters(person: &Person) -> impl Iterator<Item = char> {
    let label = person.label.as_deref().unwrap_or_default().chars();
    label
        .filter(|char| !char.is_whitespace())
        .map(|char| char.to_ascii_lowercase())
}
