//! A result as a file to take along: Markdown for people, CSV and JSON for programs, the link as a
//! QR code, and both as pictures. Pure text; the browser only saves it. `docs/exports.md` describes the formats.

mod csv;
mod json;
mod lines;
mod markdown;
mod picture;
mod qr;

pub use csv::{MARK, cell};
pub(crate) use json::Writer;
pub use lines::lines;
pub(crate) use picture::escape;
pub use picture::{Cut, picture};
pub use qr::{path as qr_path, picture as qr_picture, svg_file as qr_file};

use crate::model::{Goal, Pack, Reading, Target, encode};

/// What a result comes to, as far as it is taken along.
#[derive(Clone, Debug)]
pub struct Outcome<'a> {
    /// What its answers say.
    pub reading: &'a Reading,
    /// What the result is called, as it may stand in a link; empty for no name.
    pub label: String,
    /// Where the business wants to stand, if that was chosen.
    pub goal: Option<&'a Goal>,
}

/// A file to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// What is in it.
    pub text: String,
}

/// A picture to draw and save as PNG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its name.
    pub name: String,
    /// The drawing, with the page's colours by name: `var(--ink)` and the others of [`THEMED`].
    pub svg: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl Picture {
    /// A picture on the page's paper: a style sheet, and what is drawn.
    pub(crate) fn on_paper(name: String, size: (i32, i32), style: &str, drawn: &str) -> Self {
        let (width, height) = (size.0.to_string(), size.1.to_string());
        let svg = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
            &width,
            "\" height=\"",
            &height,
            "\">",
            style,
            "<path class=\"paper\" d=\"M0 0h",
            &width,
            "v",
            &height,
            "H0z\"/>",
            drawn,
            "</svg>",
        ];
        Self {
            name,
            svg: svg.concat(),
            width: size.0.unsigned_abs(),
            height: size.1.unsigned_abs(),
        }
    }
}

/// The colours and typefaces that a drawing may name, as `style/first/1-tokens.css` does.
pub const THEMED: [&str; 10] = [
    "--paper",
    "--panel",
    "--ink",
    "--soft",
    "--line",
    "--edge",
    "--client",
    "--customer",
    "--serif",
    "--sans",
];

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A plan to paste into a document.
    Markdown,
    /// A table of the profile.
    Csv,
    /// Everything, for programs.
    Json,
}

/// A result as a file.
#[must_use]
pub fn export(pack: &Pack, outcome: &Outcome<'_>, link: &str, format: Format) -> File {
    let (ending, kind, text) = match format {
        Format::Markdown => ("md", "text/markdown", markdown::write(pack, outcome, link)),
        Format::Csv => ("csv", "text/csv", csv::write(pack, outcome)),
        Format::Json => ("json", "application/json", json::write(pack, outcome, link)),
    };
    File {
        name: ["clientele-", &encode(&outcome.reading.answers), ".", ending].concat(),
        kind,
        text,
    }
}

/// A target's name in files: that of its verdict.
fn target_id(target: Target) -> &'static str {
    target.verdict().id()
}
