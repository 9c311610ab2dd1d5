//! What people are called by what stands round their code, where no header says where names are.

use crate::route::clean_label;

/// What chats write behind a time.
const CLOCK_WORDS: &str = "AM|PM|am|pm|a.m.|p.m.|a.|p.|m.|GMT|UTC";

/// What lists have before each line, and quoted mails.
const LIST_SIGNS: [char; 9] = ['*', '-', '–', '—', '•', '·', '◦', '▪', '>'];

/// Whether a text holds digits, blanks and punctuation alone, as dates, times and numbers do, and so
/// nobody's name. An apostrophe may be our own table's guard before a label, so it is none of these.
pub(super) fn is_figures(text: &str) -> bool {
    let is_of_figures =
        |char: char| char.is_ascii_digit() || char.is_whitespace() || is_punctuation(char);
    text.chars().all(is_of_figures)
}

fn is_punctuation(char: char) -> bool {
    char != '\'' && char.is_ascii_punctuation() || LIST_SIGNS.contains(&char)
}

/// The name that a text holds: all of it but for the mark of a list and brackets, or who speaks where
/// it is dated as the lines of a chat are, by itself or by the cell before it. `None` for mere figures.
pub(super) fn called(text: &str, is_dated: bool) -> Option<String> {
    let text = clean_label(text)?;
    let (words, is_dated) = undated(unmarked(&text), is_dated);
    let name = unbracketed(if is_dated { speaker(words) } else { words });
    if is_figures(name) {
        return None;
    }
    clean_label(unguarded(name))
}

/// What stands behind the mark of a list: a number with a full stop or a bracket, a star, a dash, a
/// dot. A blank parts it from what follows; a label that is guarded begins with its guard.
fn unmarked(text: &str) -> &str {
    match text.split_once(char::is_whitespace) {
        Some((mark, rest)) if is_list_mark(mark) => rest.trim_start(),
        _ => text,
    }
}

fn is_list_mark(word: &str) -> bool {
    let number = word.strip_prefix('(').unwrap_or(word);
    let number = number.trim_end_matches(['.', ')']);
    // Four digits are a year.
    let is_number = (1..4).contains(&number.len()) && number.bytes().all(|it| it.is_ascii_digit());
    let is_sign = word.chars().count() == 1 && word.contains(LIST_SIGNS);
    is_number && word.ends_with(['.', ')']) || is_sign
}

/// Without the brackets round all of it.
fn unbracketed(name: &str) -> &str {
    let name = name.trim();
    let inside = name.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    inside.filter(|it| !it.contains(['(', ')'])).unwrap_or(name)
}

/// The name in the words before a code.
pub(super) fn called_before(words: &str, is_dated: bool) -> Option<String> {
    let words = words.trim_end();
    let words = words.trim_end_matches([':', '-', '–', '—', '=', ',', ';']);
    called(words, is_dated)
}

/// Whether a text begins with a date or a time.
pub(super) fn is_dated(text: &str) -> bool {
    undated(text, false).1
}

/// What stands behind the date and the time that a text begins with, and whether it has any.
fn undated(text: &str, mut is_dated: bool) -> (&str, bool) {
    let mut rest = text.trim_start();
    while let Some(word) = rest.split_whitespace().next() {
        let is_date = is_date_or_time(word);
        let is_beside = is_dated && is_beside_time(word);
        if !(is_date || is_beside) {
            break;
        }
        is_dated = true;
        rest = rest.get(word.len()..).unwrap_or_default().trim_start();
    }
    (rest, is_dated)
}

/// Whether a word is a date or a time: it begins with a number and has three of them, or two as
/// hours and minutes have. `24/7` and `1:1` begin what some businesses are called.
fn is_date_or_time(word: &str) -> bool {
    let word = word.trim_start_matches(is_punctuation);
    let numbers = word.split(|char: char| !char.is_ascii_digit());
    let count = numbers.filter(|it| !it.is_empty()).count();
    let minutes = word.split(':').nth(1);
    word.starts_with(|char: char| char.is_ascii_digit())
        && (count > 2 || count == 2 && minutes.is_some_and(|it| it.len() > 1))
}

/// Whether a word belongs to the time before it: half of the day, zone, or the dash behind it.
fn is_beside_time(word: &str) -> bool {
    let bare = word.split(['+', '-', ']', ')', ',']).next();
    word.chars().all(is_punctuation) || CLOCK_WORDS.split('|').any(|known| bare == Some(known))
}

/// Who speaks in a line of a chat: `Ann: …`, or `From Ann to Everyone: …`.
fn speaker(words: &str) -> &str {
    let words = words.split(':').next().unwrap_or(words);
    match words.strip_prefix("From") {
        Some(from) if from.starts_with(' ') => from.split(" to ").next().unwrap_or(from),
        _ => words,
    }
}

/// Without the apostrophe that our own table puts before what a spreadsheet would calculate.
pub(super) fn unguarded(label: &str) -> &str {
    match label.strip_prefix('\'') {
        Some(bare) if bare.starts_with(['=', '+', '-', '@', '\'']) => bare,
        _ => label,
    }
}
