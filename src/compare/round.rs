//! What may stand round names, links and codes without being a part of them.

use std::borrow::Cow;

use super::table::SEPARATORS;
use crate::model::is_of_code;
use crate::route::is_mark;

/// A line without the marks of direction that chats put round names and links: they are of neither, and
/// no label keeps one. What else has no width may be of a name, as what joins letters is.
pub(super) fn unmarked(line: &str) -> Cow<'_, str> {
    if line.contains(is_mark) {
        line.replace(is_mark, "").into()
    } else {
        line.into()
    }
}

/// Whether a code may hold this character.
pub(super) fn may_be_code(char: char) -> bool {
    u8::try_from(char).is_ok_and(is_of_code)
}

/// What a sentence puts round a link that it holds: a bracket, a quotation mark, the full stop, in whatever
/// script; a picture, and what nobody sees that has typed or copied it.
pub(super) fn is_round_link(char: char) -> bool {
    let is_quotation_mark = matches!(char, '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '‹' | '›');
    let is_wide = matches!(
        char,
        '、' | '。' | '〈'..='】' | '！' | '（' | '）' | '，' | '：' | '；' | '？'
    );
    let is_ours = may_be_code(char) || SEPARATORS.contains(&char);
    let is_ascii = char.is_ascii_punctuation() && !is_ours;
    is_ascii || is_quotation_mark || is_wide || char == '…' || is_picture(char) || is_unseen(char)
}

/// Symbols and emoji, with the signs that some flags are made of. All parts of one are among these
/// and [`is_unseen`], but for digits in a frame.
fn is_picture(char: char) -> bool {
    matches!(char, '\u{2190}'..='\u{27ff}' | '\u{2900}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{e0020}'..='\u{e007f}')
}

/// What has no width: marks of direction, what joins and parts letters, and what chooses a letter's look.
pub(super) fn is_unseen(char: char) -> bool {
    is_mark(char)
        || matches!(char, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}')
}
