//! Every address of the widget: one parser and one printer. The path names the page, the fragment
//! its state, so nothing that somebody answered ever reaches a server.

use crate::model::is_of_code;

/// What a fragment asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The start; also for fragments that hosts append for themselves, such as `#?secret=…`.
    Start,
    /// The question at this place of the form, counted from 1; any other number means the nearest.
    Question(usize),
    /// The same, to change one answer and come back to the review.
    Change(usize),
    /// All answers at a glance.
    Review,
    /// The result that a share code stands for.
    Result {
        /// The code, not yet decoded, with what a link picked up behind it: see [`as_sent`].
        code: String,
        /// What the sharer called it.
        label: Option<String>,
    },
    /// Nothing of ours.
    Foreign,
}

/// The most characters of a label that are kept.
pub(crate) const LONGEST_LABEL: usize = 60;

impl Route {
    /// Reads a fragment, with or without its `#`, or with more of what some put there. Never fails: what is not ours is [`Route::Foreign`].
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.trim_start_matches(['#', '!', '/']);
        if fragment.is_empty() || fragment.starts_with('?') {
            return Self::Start;
        }
        if fragment == "review" {
            return Self::Review;
        }
        let place = |prefix| {
            fragment
                .strip_prefix(prefix)
                .filter(|number: &&str| !number.is_empty())
                .filter(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
                // Too large for any number is as good as the last question, which the flow looks for.
                .map(|number| number.parse().unwrap_or(usize::from(u8::MAX)))
        };
        if let Some(number) = place("question-") {
            return Self::Question(number);
        }
        if let Some(number) = place("change-") {
            return Self::Change(number);
        }
        if fragment.starts_with(|first: char| first.is_ascii_digit()) {
            let (code, label) = code_and_label(ours(fragment));
            return Self::Result {
                code: code.to_owned(),
                label,
            };
        }
        Self::Foreign
    }

    /// The fragment without its `#`; empty for the start.
    #[must_use]
    pub fn print(&self) -> String {
        match self {
            Self::Start | Self::Foreign => String::new(),
            Self::Question(number) => format!("question-{number}"),
            Self::Change(number) => format!("change-{number}"),
            Self::Review => "review".to_owned(),
            Self::Result { code, label: None } => code.clone(),
            Self::Result {
                code,
                label: Some(label),
            } => format!("{code}~{}", percent_encoded(label)),
        }
    }
}

/// What of a link's fragment is ours: we encode all signs in labels, so where a raw one begins a tracker's parameters, or
/// ends a bracket or a quotation that began before it, it was added on the way.
pub(crate) fn ours(fragment: &str) -> &str {
    let mut open = 0;
    let end = fragment.bytes().position(|byte| match byte {
        b'(' | b'[' | b'<' => {
            open += 1;
            false
        }
        b')' | b']' | b'>' => {
            open -= 1;
            open < 0
        }
        byte => matches!(byte, b'?' | b'&' | b'"'),
    });
    end.and_then(|end| fragment.get(..end)).unwrap_or(fragment)
}

/// A code, and what stands behind its `~`.
pub(crate) fn code_and_label(text: &str) -> (&str, Option<String>) {
    match text.split_once('~') {
        Some((code, label)) => (code, read_label(label)),
        None => (text, None),
    }
}

/// The code and the label of [`Route::Result`] as they were sent. What stands between the two, or behind
/// a code alone, was added on the way: the bracket or full stop of a sentence round the link, or a
/// tracker's parameters; some encode the sign before the label. Not done by [`Route::parse`], which the
/// form's app has too: it opens no result, and would be 0.14 kB larger.
#[must_use]
pub fn as_sent(code: &str, label: Option<String>) -> (&str, Option<String>) {
    let end = code.bytes().position(|byte| !is_of_code(byte));
    let (code, behind) = code.split_at(end.unwrap_or(code.len()));
    let encoded = ["%7E", "%7e"]
        .into_iter()
        .find_map(|sign| behind.strip_prefix(sign));
    match encoded {
        Some(encoded) => (code, read_label(encoded)),
        None => (code, label.filter(|_| behind.is_empty())),
    }
}

/// Undoes the percent-encoding of a label; `None` where nothing readable is left.
pub(crate) fn read_label(encoded: &str) -> Option<String> {
    clean_label(&percent_decoded(encoded))
}

/// Undoes the percent-encoding; what isn't UTF-8 is replaced.
pub(crate) fn percent_decoded(encoded: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = encoded.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if let (b'%', [high, low, after @ ..]) = (*first, rest)
            && let (Some(high), Some(low)) = (hex(*high), hex(*low))
        {
            bytes.push(high << 4 | low);
            rest = after;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A label as it may be shown; `None` where nothing readable is left.
pub(crate) fn clean_label(label: &str) -> Option<String> {
    let label: String = label
        .chars()
        // A line's end and a tab part words.
        .map(|char| {
            if char.is_ascii_whitespace() {
                ' '
            } else {
                char
            }
        })
        .filter(|char| !char.is_control() && !is_mark(*char))
        .take(LONGEST_LABEL)
        .collect();
    let label = label.trim();
    let is_readable = label.chars().any(|char| !is_unseen(char));
    is_readable.then(|| label.to_owned())
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

/// Characters that turn the direction of what follows, and the mark that files begin with: a label
/// has no use for them.
pub(crate) fn is_mark(char: char) -> bool {
    matches!(char, '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Blanks, and the characters without a look of their own that keyboards and pages have: a label of nothing else looks as
/// if there was none, with its punctuation left standing.
fn is_unseen(char: char) -> bool {
    matches!(
        char,
        ' ' | '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
    )
}

/// Percent-encodes all but letters, digits and `-_.`.
pub(crate) fn percent_encoded(label: &str) -> String {
    let mut encoded = String::new();
    for byte in label.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.extend(char::from_digit(u32::from(digit), 16));
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{Route, as_sent};

    fn result(code: &str, label: Option<&str>) -> Route {
        Route::Result {
            code: code.to_owned(),
            label: label.map(str::to_owned),
        }
    }

    #[test]
    fn reads_every_address() {
        let table = [
            ("", Route::Start),
            ("#", Route::Start),
            ("#?secret=abc", Route::Start),
            ("#question-1", Route::Question(1)),
            ("#question-15", Route::Question(15)),
            ("#question-0", Route::Question(0)),
            ("#question-300", Route::Question(300)),
            ("#question-99999999999999999999999", Route::Question(255)),
            ("#question-x", Route::Foreign),
            ("#change-4", Route::Change(4)),
            ("#review", Route::Review),
            ("#1abc", result("1abc", None)),
            ("#9zz", result("9zz", None)),
            ("#1abc~Team%20North", result("1abc", Some("Team North"))),
            ("#1abc~Caf%C3%A9", result("1abc", Some("Café"))),
            ("#1abc~100%", result("1abc", Some("100%"))),
            ("#1abc~%00%0a%20", result("1abc", None)),
            ("#1abc~a%E2%80%AEb", result("1abc", Some("ab"))),
            ("#1abc~a%09b%01", result("1abc", Some("a b"))),
            ("#1abc~%EF%BB%BFa", result("1abc", Some("a"))),
            ("#1abc~%E2%80%8B%C2%AD%20%E2%A0%80", result("1abc", None)),
            (
                "#1abc~%F0%9F%91%A9%E2%80%8D%F0%9F%94%A7",
                result("1abc", Some("👩\u{200d}🔧")),
            ),
            (
                "#1abc~Team%20North?utm_source=mail",
                result("1abc", Some("Team North")),
            ),
            ("#1abc~R%26D&fbclid=x", result("1abc", Some("R&D"))),
            ("#1abc~Acme%20Inc.).", result("1abc", Some("Acme Inc."))),
            ("#1abc~Team (North)", result("1abc", Some("Team (North)"))),
            ("#1abc~Team (North)).", result("1abc", Some("Team (North)"))),
            ("#1abc] and ~so (on)", result("1abc", None)),
            ("##1abc", result("1abc", None)),
            ("#!/1abc~a", result("1abc", Some("a"))),
            ("#/review", Route::Review),
            ("#chapter", Route::Foreign),
        ];
        for (fragment, route) in table {
            assert_eq!(Route::parse(fragment), route, "{fragment}");
        }
    }

    #[test]
    fn leaves_out_what_a_link_picked_up_on_its_way() {
        for (fragment, label) in [
            ("1abc", None),
            ("1abc).", None),
            ("1abc%20", None),
            ("1abc\u{201d}", None),
            ("1abc?utm_source=~letter", None),
            ("1abc&fbclid=x-y_z", None),
            ("1abc~Team%20North", Some("Team North")),
            ("1abc%7ETeam%20North", Some("Team North")),
            ("1abc%7eTeam", Some("Team")),
        ] {
            let Route::Result { code, label: read } = Route::parse(fragment) else {
                panic!("{fragment} is no result");
            };
            let (code, read) = as_sent(&code, read);
            assert_eq!((code, read.as_deref()), ("1abc", label), "{fragment}");
        }
    }

    #[test]
    fn prints_what_it_reads() {
        for route in [
            Route::Start,
            Route::Question(7),
            Route::Change(2),
            Route::Review,
            result("1abc", None),
            result("1abc", Some("Team <North> & 50% ~ naïve")),
        ] {
            assert_eq!(Route::parse(&route.print()), route);
        }
    }
}
