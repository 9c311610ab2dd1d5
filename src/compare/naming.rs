//! What people are called by what stands round their code, or on the line before it, where no header
//! says where names are.

use super::headings::is_in;
use crate::route::{LONGEST_LABEL, clean_label};

/// What chats write behind a time.
const CLOCK_WORDS: &str = "AM|PM|am|pm|a.m.|p.m.|a.|p.|m.|GMT|UTC";

/// What chats write before or in place of a date, in the languages of headings. Short words are as they
/// stand between others: some families are called so.
const DAY_WORDS: &str = "Today|today|Yesterday|yesterday|at|\
    Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\
    Heute|heute|Gestern|gestern|um|Uhr|Aujourd’hui|aujourd’hui|Aujourd'hui|aujourd'hui|Hier|hier|à|\
    Hoy|hoy|Ayer|ayer|a|las|Oggi|oggi|Ieri|ieri|alle|Vandaag|vandaag|Gisteren|gisteren|om|\
    Hoje|hoje|Ontem|ontem|às";

/// What else stands beside the number of a day.
const MONTHS: &str = "january|february|march|april|may|june|july|august|september|october|\
    november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|\
    mon|tue|wed|thu|fri|sat|sun";

/// How mails begin the line that says whose they are.
const SENDERS: &str = "From|Von|De|Da|Van";

/// How forums begin the line that says whose a post is, in the languages of headings.
const AUTHORS: &str = "by|von|par|por|de|di|door";

/// The most characters and words that a name on a line of its own has; what is longer is a sentence.
const LONGEST_NAME: usize = 40;
const MOST_WORDS: usize = 5;

/// Who speaks, by a line that says nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speaker {
    pub name: String,
    /// Whether it is a chat or a mail that says so, by a time or its own words.
    pub is_timed: bool,
    /// Whether the line could be a row of a table, too.
    pub may_be_cells: bool,
}

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
    let (words, is_dated) = undated(unlisted(&text), is_dated);
    let name = unbracketed(if is_dated { speaker(words) } else { words });
    if is_figures(name) {
        return None;
    }
    clean_label(unguarded(name))
}

/// What stands behind the mark of a list: a number with a full stop or a bracket, a star, a dash, a
/// dot. A blank parts it from what follows; a label that is guarded begins with its guard.
fn unlisted(text: &str) -> &str {
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

/// Without the brackets round all of it, or the colon behind it.
fn unbracketed(name: &str) -> &str {
    let name = name.trim_end_matches([':', ' ']).trim();
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
        // `[Yesterday 10:15]`, or `[12/03 10:15]`.
        let is_day = word.starts_with('[')
            && !word.ends_with(']')
            && (is_day_word(word) || is_day_and_month(word));
        if !(is_date || is_beside || is_day) {
            break;
        }
        is_dated = true;
        rest = rest.get(word.len()..).unwrap_or_default().trim_start();
    }
    (rest, is_dated)
}

/// Who speaks on the lines below, where this one says so and nothing else. It is not one of those that [`is_time`] finds.
pub(super) fn speaking(line: &str) -> Option<Speaker> {
    let text = clean_label(line)?;
    let text = unlisted(&text);
    let (words, is_dated) = undated(text, false);
    let (name, is_timed) = if is_dated || is_from_somebody(words) {
        (speaker(words), true)
    } else if let Some(name) = sender(words).or_else(|| author(words)) {
        (name, true)
    } else {
        untimed(words)
    };
    let name = without_address(name);
    let may_be_cells = name.contains([',', ';']);
    // A tab parts cells, but for the one behind the time. What was cut may be a sentence.
    let is_cells = line.contains('\t') && !is_dated || line.ends_with(['\t', ',', ';']);
    let is_cut = line.trim().chars().count() > LONGEST_LABEL && text.ends_with(name);
    if is_cells || is_cut || !reads_like_a_name(name) {
        return None;
    }
    Some(Speaker {
        name: called(name, false)?,
        is_timed,
        may_be_cells,
    })
}

/// Whether a text is short, has letters, and is neither a sentence nor a heading nor an address.
fn reads_like_a_name(name: &str) -> bool {
    let last = name.split_whitespace().next_back().unwrap_or_default();
    let is_initial = last.chars().count() == 2 && last.ends_with('.');
    let is_sentence = name.ends_with(['?', '!', '…', ':']) || name.ends_with('.') && !is_initial;
    let is_heading = name.contains(": ");
    let is_address = name.contains("://")
        || name.starts_with("www.")
        || name
            .split_whitespace()
            .any(|word| word.trim_start_matches('@').contains('@'));
    name.chars().any(char::is_alphabetic)
        && name.chars().count() <= LONGEST_NAME
        && name.split_whitespace().count() <= MOST_WORDS
        && !(is_sentence || is_heading || is_address)
}

/// Whether words are those by which a chat says who speaks: `From Ann to Everyone:`.
fn is_from_somebody(words: &str) -> bool {
    words.starts_with("From ") && words.contains(" to ") && words.ends_with(':')
}

/// Whose mail it is: `From: Ann Lee <ann@example.org>`.
fn sender(words: &str) -> Option<&str> {
    let (head, name) = words.split_once(':')?;
    let is_sender = is_in(SENDERS, head.trim_end());
    is_sender.then(|| name.trim())
}

/// Whose post it is, as Moodle has it: `by Ann Lee - Friday, 27 November 2026, 9:10 AM`.
fn author(words: &str) -> Option<&str> {
    let (head, rest) = words.split_once(' ')?;
    let (name, date) = rest.rsplit_once(" - ")?;
    let (day, is_timed) = untimed(date);
    let has_year = is_year_among(&day.split_whitespace().collect::<Vec<_>>());
    (is_in(AUTHORS, head) && is_timed && has_year).then(|| name.trim())
}

/// Whether a line says by itself who speaks, or is of a list.
pub(super) fn is_introduced(line: &str) -> bool {
    let text = line.trim_start();
    is_dated(text) || unlisted(text) != text || text.starts_with("From ") && text.contains(" to ")
}

/// A name without the e-mail address behind it and the quotation marks that mails put round it.
fn without_address(name: &str) -> &str {
    let name = match name.split_once('<') {
        Some((name, address)) if address.contains('@') => name,
        _ => name,
    };
    name.trim().trim_matches('"').trim()
}

/// Whether a line holds a date or a time and nothing else: of words, only months and the like beside
/// their numbers.
pub(super) fn is_time(line: &str) -> bool {
    let (rest, is_timed) = untimed(line);
    let is_number = |word: &&str| {
        word.trim_start_matches(is_punctuation)
            .starts_with(|char: char| char.is_ascii_digit())
    };
    let (numbers, words): (Vec<&str>, Vec<&str>) = rest.split_whitespace().partition(is_number);
    // A day and a year, whatever the month is called.
    let is_date = match numbers.len() {
        0 => false,
        1 => words.into_iter().all(is_month),
        _ => is_year_among(&numbers) && words.into_iter().filter(|it| !is_month(it)).count() < 2,
    };
    is_timed && (rest.is_empty() || is_date)
}

fn is_year_among(numbers: &[&str]) -> bool {
    let digits = |word: &str| word.bytes().filter(u8::is_ascii_digit).count();
    numbers.iter().any(|word| digits(word) == 4)
}

fn is_month(word: &str) -> bool {
    let word = word.trim_matches(is_punctuation);
    is_in(MONTHS, &word.to_ascii_lowercase()) || is_day_word(word)
}

/// What stands before the date and the time that a text ends with, and whether it has any.
fn untimed(text: &str) -> (&str, bool) {
    let (mut rest, mut name, mut is_timed) = (text.trim(), text.trim(), false);
    while let Some(word) = rest.split_whitespace().next_back() {
        rest = rest.strip_suffix(word).unwrap_or_default().trim_end();
        let is_clock = is_date_or_time(word) || is_timed && is_day_and_month(word);
        if !(is_clock || is_beside_time(word) || is_day_word(word)) {
            break;
        }
        is_timed |= is_clock;
        if is_timed {
            name = rest;
        }
    }
    if !is_timed {
        return (name, false);
    }
    // A bracket that opens before the time, and whom a chat's window names as the reader.
    let name = match name.rsplit_once(['[', '(']) {
        Some((before, behind)) if !behind.contains([']', ')']) => before,
        _ => name,
    };
    let name = name.split(" to Everyone").next().unwrap_or(name);
    let is_between = |char: char| char.is_whitespace() || matches!(char, ',' | '–' | '—' | '-');
    (name.trim_end_matches(is_between), true)
}

/// Whether a word before a time is `12/03` or `12.03.`; some are open 24/7.
fn is_day_and_month(word: &str) -> bool {
    let numbers = word.split(|char: char| !char.is_ascii_digit());
    is_figures(word) && word != "24/7" && numbers.filter(|it| !it.is_empty()).count() == 2
}

fn is_day_word(word: &str) -> bool {
    let word = word.trim_matches(is_punctuation);
    is_in(DAY_WORDS, word)
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
    word.chars().all(is_punctuation) || bare.is_some_and(|it| is_in(CLOCK_WORDS, it))
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
