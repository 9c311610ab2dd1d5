//! A comparison's own link: the codes joined by dots, each with its label after `~`, as in
//! `#1abc~Ann.1def~Bob`. Labels are percent-encoded, their dots too, so a dot always parts codes.

use super::people::Person;
use crate::model::encode;
use crate::route::{ours, percent_encoded};

/// The most people that a link holds: longer ones break in mail and chat.
pub const MOST_IN_LINK: usize = 60;

/// The fragment that stands for these people, called so; `None` where it would hold nobody or
/// too many.
#[must_use]
pub(super) fn print<'a>(
    people: &[&'a Person],
    label: impl Fn(&'a Person) -> Option<&'a str>,
) -> Option<String> {
    if people.is_empty() || people.len() > MOST_IN_LINK {
        return None;
    }
    let mut fragment = String::new();
    for person in people {
        if !fragment.is_empty() {
            fragment.push('.');
        }
        fragment.push_str(&encode(&person.answers));
        if let Some(label) = label(person) {
            fragment.push('~');
            fragment.push_str(&percent_encoded(label).replace('.', "%2e"));
        }
    }
    Some(fragment)
}

/// A fragment, with or without its `#`, as the lines of a text: what is wrong in it is then told
/// in the same way. Empty for what hosts append for themselves, such as `#?secret=…`.
#[must_use]
pub(super) fn as_lines(fragment: &str) -> String {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.starts_with('?') {
        String::new()
    } else {
        ours(fragment).replace('.', "\n")
    }
}
