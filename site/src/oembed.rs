//! `oembed.json`: how to embed the widget, for sites that turn an address into a frame by
//! themselves. One static answer, so it knows nothing of the width that is asked for.

use clientele::model::Phrase;
use serde::Serialize;

use crate::address::BaseUrl;
use crate::content::Content;
use crate::html::escape;
use crate::json::json;

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

/// What it says.
#[derive(Serialize)]
struct Answer<'a> {
    version: &'a str,
    r#type: &'a str,
    title: &'a str,
    provider_name: &'a str,
    provider_url: &'a str,
    html: &'a str,
    width: u32,
    height: u32,
}

/// The file: version 1.0, type `rich`, with the frame as HTML. The link in front is how `WordPress` knows a frame that tells
/// its height: it loads what listens for that where it finds one, hides the link once a height comes, and shows it where the
/// frame stays empty. It drops `style`; a width in pixels would reach beyond a phone.
pub fn oembed(content: &Content, base: &BaseUrl) -> Result<String, String> {
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
    json(&Answer {
        version: "1.0",
        r#type: "rich",
        title,
        provider_name: content.pack.say(Phrase::ProductName),
        provider_url: &base.join(""),
        html: &frame,
        width,
        height,
    })
}
