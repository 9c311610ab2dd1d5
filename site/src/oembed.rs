//! `oembed.json`: how to embed the widget, for sites that turn an address into a frame by
//! themselves. One static answer, so it knows nothing of the width that is asked for.

use clientele::model::Phrase;

use crate::address::BaseUrl;
use crate::content::Content;
use crate::html::escape;

/// What the file is called.
pub const FILE: &str = "oembed.json";

/// Width and height that the frame begins with, in pixels: a question fits without scrolling.
const SIZE: (u32, u32) = (640, 760);

/// The line in a page's head by which the file is found.
#[must_use]
pub fn discovery(base: &BaseUrl, title: &str) -> String {
    format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">",
        escape(&base.join(FILE)),
        escape(title)
    )
}

/// The file: version 1.0, type `rich`, with the frame as HTML. The link in front is how `WordPress` knows a frame that tells
/// its height: it loads what listens for that where it finds one, hides the link once a height comes, and shows it where the
/// frame stays empty. It drops `style`; a width in pixels would reach beyond a phone.
#[must_use]
pub fn oembed(content: &Content, base: &BaseUrl) -> String {
    let title = content.page.say("page.home.title");
    let (width, height) = SIZE;
    let frame = format!(
        "<blockquote><a href=\"{}\">{title}</a></blockquote>\
         <iframe src=\"{}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
         frameborder=\"0\" style=\"border:0\" allow=\"clipboard-write; web-share\"></iframe>",
        escape(&base.join("")),
        escape(&base.join("?embed")),
        title = escape(title),
    );
    let texts = [
        ("version", "1.0"),
        ("type", "rich"),
        ("title", title),
        ("provider_name", content.pack.say(Phrase::ProductName)),
        ("provider_url", &base.join("")),
        ("html", &frame),
    ];
    let mut json = String::from("{\n");
    for (name, text) in texts {
        json += &["  \"", name, "\": ", &quoted(text), ",\n"].concat();
    }
    json + &format!("  \"width\": {width},\n  \"height\": {height}\n}}\n")
}

/// A text as JSON has it; what can't be seen is a space.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => quoted.extend(['\\', char]),
            char if char.is_control() => quoted.push(' '),
            char => quoted.push(char),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn quotes_what_json_would_trip_over() {
        assert_eq!(quoted("a \"b\" \\ ’\n"), "\"a \\\"b\\\" \\\\ ’ \"");
    }
}
