//! What may stand round names, links and codes without being a part of them.

use std::borrow::Cow;

use super::headings::is_in;
use super::table::SEPARATORS;
use crate::model::is_of_code;
use crate::route::is_mark;

/// The tags of pages that texts come with, as editors on course platforms write them. Others may be a
/// name: `<Ann>` is who speaks in some chats.
const TAGS: &str = "a|abbr|article|b|blockquote|body|br|center|code|dd|div|dl|dt|em|font|\
    h1|h2|h3|h4|h5|h6|hr|html|i|img|li|o:p|ol|p|pre|s|section|small|span|strong|sub|sup|\
    table|tbody|td|th|thead|tr|u|ul|wbr";

/// What stands for a character in such a text, and the character.
const ENTITIES: [(&str, &str); 3] = [("&nbsp;", " "), ("&#160;", " "), ("&amp;", "&")];

/// A line as a page would show it: a tag is a blank, and where one leads. What opens none is as it stands.
pub(super) fn plain(line: &str) -> Cow<'_, str> {
    if !line.contains(['<', '&']) {
        return line.into();
    }
    let (mut plain, mut rest) = (String::with_capacity(line.len()), line);
    while let Some((before, from)) = rest
        .find(['<', '&'])
        .and_then(|at| rest.split_at_checked(at))
    {
        plain.push_str(before);
        let entity = ENTITIES.iter().find(|(entity, _)| from.starts_with(entity));
        let length = if let Some((inside, link)) = tag(from) {
            plain.extend([" ", link, " "]);
            inside.len() + 2
        } else if let Some((entity, char)) = entity {
            plain.push_str(char);
            entity.len()
        } else {
            plain.extend(from.chars().next());
            1
        };
        rest = from.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain.into()
}

/// What stands inside the tag that a text begins with, and where it leads, if anywhere. Looked for up to the
/// next sign alone, so that a line of them takes no longer than another.
fn tag(text: &str) -> Option<(&str, &str)> {
    let (inside, _) = text.strip_prefix('<')?.split_once(['<', '>'])?;
    let is_closed = text.get(inside.len() + 1..)?.starts_with('>');
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let name = name
        .split(|char: char| char.is_whitespace() || char == '/')
        .next()?;
    if !is_closed || !is_in(TAGS, &name.to_ascii_lowercase()) {
        return None;
    }
    let link = inside.split_once("href=").map_or("", |(_, link)| {
        let link = link.trim_start_matches(['"', '\'']);
        link.split(['"', '\'', ' ']).next().unwrap_or(link)
    });
    Some((inside, link))
}

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
