//! The people of a comparison, each one once, with the group's figures kept as they come and go.

use super::import::Entry;
use crate::model::{Answers, Group, Pack, Verdict};

/// Somebody's result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What they answered.
    pub answers: Answers,
    /// What their result is called, if anything.
    pub label: Option<Box<str>>,
    /// What the answers say.
    pub verdict: Verdict,
    /// From -100 to 100, rounded towards 0; `None` where too few answers are there for a verdict.
    pub score: Option<i8>,
    /// How many answers count.
    pub answered: u8,
    /// In which place they came, from 1: what they are called without a label.
    pub number: u32,
}

/// All of them, in the order in which they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    people: Vec<Person>,
    group: Group,
    /// Where who is, by a hash of code and label.
    index: Vec<Bucket>,
    last_number: u32,
    /// How many texts were begun.
    text: u32,
}

/// One place in the index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Bucket {
    /// Who is here: a place among the people plus 1, or 0.
    at: u32,
    /// How many people without a label have these answers.
    count: u32,
    /// How many of them the last text with one had, and which text that was.
    seen: u32,
    text: u32,
}

impl Roster {
    /// Nobody yet.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self {
            people: Vec::new(),
            group: Group::new(pack),
            index: Vec::new(),
            last_number: 0,
            text: 0,
        }
    }

    /// The people.
    #[must_use]
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// Their figures.
    #[must_use]
    pub fn group(&self) -> &Group {
        &self.group
    }

    /// Another text is read from here on.
    pub fn begin_text(&mut self) {
        self.text += 1;
    }

    /// Takes somebody in; false if the same answers with the same label are already there. People
    /// without a label may have answered alike: each counts, unless an earlier text had as many.
    pub fn add(&mut self, pack: &Pack, entry: Entry) -> bool {
        if (self.people.len() + 1) * 2 > self.index.len() {
            self.enlarge();
        }
        let place = self.bucket_of(&entry.answers, entry.label.as_deref());
        let Some(bucket) = self.index.get_mut(place) else {
            return false;
        };
        if bucket.text != self.text {
            (bucket.text, bucket.seen) = (self.text, 0);
        }
        bucket.seen += 1;
        if bucket.at != 0 && (entry.label.is_some() || bucket.seen <= bucket.count) {
            return false;
        }
        bucket.count += 1;
        if bucket.at == 0 {
            bucket.at = u32::try_from(self.people.len() + 1).unwrap_or(u32::MAX);
        }
        let found = self.group.add(pack, &entry.answers);
        self.last_number += 1;
        self.people.push(Person {
            answers: entry.answers,
            label: entry.label.map(String::into_boxed_str),
            verdict: found.verdict,
            score: found.score().and_then(|score| i8::try_from(score).ok()),
            answered: found.tally.answered,
            number: self.last_number,
        });
        true
    }

    /// Takes somebody out, by their place.
    pub fn remove(&mut self, pack: &Pack, at: usize) -> Option<Person> {
        if at >= self.people.len() {
            return None;
        }
        let gone = self.people.remove(at);
        self.group.remove(pack, &gone.answers);
        self.reindex();
        Some(gone)
    }

    /// Puts somebody who was taken out back into their place.
    pub fn put_back(&mut self, pack: &Pack, at: usize, person: Person) {
        self.group.add(pack, &person.answers);
        self.people.insert(at.min(self.people.len()), person);
        self.reindex();
    }

    /// Takes out all but the first ones.
    pub fn truncate(&mut self, pack: &Pack, count: usize) {
        while self.people.len() > count {
            if let Some(gone) = self.people.pop() {
                self.group.remove(pack, &gone.answers);
            }
        }
        self.last_number = self.people.last().map_or(0, |last| last.number);
        self.reindex();
    }

    fn enlarge(&mut self) {
        let wanted = (self.index.len() * 2).max(64);
        let seen: Vec<Bucket> = self.index.iter().copied().filter(|it| it.at != 0).collect();
        self.index = vec![Bucket::default(); wanted];
        self.reindex();
        // What the present text had of them so far still counts.
        for was in seen {
            let at = usize::try_from(was.at).unwrap_or(0);
            if let Some(person) = at.checked_sub(1).and_then(|at| self.people.get(at)) {
                let place = self.bucket_of(&person.answers, person.label.as_deref());
                if let Some(bucket) = self.index.get_mut(place) {
                    (bucket.seen, bucket.text) = (was.seen, was.text);
                }
            }
        }
    }

    /// Gives everybody their place in the index anew.
    fn reindex(&mut self) {
        self.index.fill(Bucket::default());
        for at in 0..self.people.len() {
            let person = &self.people[at];
            let place = self.bucket_of(&person.answers, person.label.as_deref());
            if let Some(bucket) = self.index.get_mut(place) {
                bucket.count += 1;
                if bucket.at == 0 {
                    bucket.at = u32::try_from(at + 1).unwrap_or(u32::MAX);
                }
            }
        }
    }

    /// Where somebody is in the index, or where they would be: it is never full.
    fn bucket_of(&self, answers: &Answers, label: Option<&str>) -> usize {
        let last = self.index.len().saturating_sub(1);
        let mut place = hash(answers, label) as usize & last;
        while let Some(bucket) = self.index.get(place) {
            let sitting = usize::try_from(bucket.at).unwrap_or(0).checked_sub(1);
            match sitting.and_then(|at| self.people.get(at)) {
                Some(person) if &person.answers != answers || person.label.as_deref() != label => {
                    place = (place + 1) & last;
                }
                _ => break,
            }
        }
        place
    }
}

/// FNV-1a.
pub(super) fn fnv(values: impl Iterator<Item = u32>) -> u32 {
    values.fold(0x811c_9dc5, |hash, value| {
        (hash ^ value).wrapping_mul(0x0100_0193)
    })
}

/// With its bits mixed once more: the index looks at the lowest ones alone.
fn hash(answers: &Answers, label: Option<&str>) -> u32 {
    let label = label.unwrap_or("").bytes();
    let hash = fnv(answers
        .numbers()
        .iter()
        .copied()
        .chain(label)
        .map(u32::from));
    let hash = (hash ^ hash >> 15).wrapping_mul(0x2c1b_3c6d);
    hash ^ hash >> 13
}
