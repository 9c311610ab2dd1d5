//! The lines to paste, for each way, with every value escaped where it stands.

use super::settings::{Key, LIVE, Settings};
use super::size::Size;
use super::way::Way;

/// What follows the site's address in that of a frame. Every value in it is made of letters, digits
/// and `,:/.-_`, so nothing has to be encoded.
#[must_use]
pub fn query(settings: &Settings) -> String {
    let mut query = "?embed".to_owned();
    for key in LIVE {
        let value = settings.get(key);
        if !value.is_empty() {
            query = format!("{query}&{}={value}", key.name());
        }
    }
    query
}

/// The address of a frame, given that of the site.
#[must_use]
pub fn address(home: &str, settings: &Settings) -> String {
    let address = format!("{home}{}", query(settings));
    if settings.tells() && settings.way().uses(Key::Origin) {
        format!("{address}&origin={}&events", settings.get(Key::Origin))
    } else {
        address
    }
}

/// The lines for the chosen way; `name` is what the frame is called unless the embedder said
/// otherwise.
#[must_use]
pub fn snippet(home: &str, settings: &Settings, name: &str) -> String {
    let label = match settings.get(Key::Label) {
        "" => name,
        label => label,
    };
    match settings.way() {
        Way::Link => address(home, settings),
        way if way.is_element() => element(home, settings, label),
        way => frame(&address(home, settings), settings, label, way),
    }
}

fn element(home: &str, settings: &Settings, label: &str) -> String {
    let mut attributes = String::new();
    for key in LIVE {
        let value = settings.get(key);
        if !value.is_empty() {
            attributes.push_str(&attribute(key.name(), value));
        }
    }
    let (least, most) = settings.heights();
    if most != Size::MOST.usual {
        attributes.push_str(&attribute("height", &format!("{least},{most}")));
    } else if least != Size::LEAST.usual {
        attributes.push_str(&attribute("height", &least.to_string()));
    }
    if settings.tells() {
        attributes.push_str(" events");
    }
    attributes.push_str(&attribute("label", label));
    let (home, label) = (escape(home), escape(label));
    format!(
        "<script async src=\"{home}embed.js\"></script>\n\
         <clientele-widget{attributes}>\n  <a href=\"{home}\">{label}</a>\n</clientele-widget>"
    )
}

fn frame(address: &str, settings: &Settings, label: &str, way: Way) -> String {
    // Canvas keeps a list of attributes; this one isn't on it.
    let lazy = if way == Way::Canvas {
        String::new()
    } else {
        attribute("loading", "lazy")
    };
    // Within an element of its own: themes lay out what stands directly in a text, and put a bare frame beside its column.
    format!(
        "<div><iframe{}{}\n  width=\"100%\" height=\"{}\" style=\"border:0\"{lazy}\
         \n  allow=\"clipboard-write; web-share\"></iframe></div>",
        attribute("src", address),
        attribute("title", label),
        settings.tall(),
    )
}

fn attribute(name: &str, value: &str) -> String {
    format!(" {name}=\"{}\"", escape(value))
}

/// A text as it may stand between tags and between quotes.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
