//! The link as a QR code, drawn as one path of squares.

use qrcodegen::{QrCode, QrCodeEcc};

use super::{File, Picture};

/// White modules round the code, as readers need.
const QUIET: i32 = 4;

/// The code's dark modules as an SVG path, and the width of the drawing with its quiet margin;
/// `None` when the text is too long for any QR code.
#[must_use]
pub fn path(text: &str) -> Option<(String, i32)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            for part in [
                "M",
                &(x + QUIET).to_string(),
                " ",
                &(y + QUIET).to_string(),
                "h1v1h-1z",
            ] {
                path.push_str(part);
            }
        }
    }
    Some((path, size + 2 * QUIET))
}

/// Pixels of a module in pictures: large enough for a poster, and whole, so that edges stay sharp.
const MODULE: i32 = 24;

fn svg(path: &str, width: i32) -> String {
    let size = (MODULE * width).to_string();
    let width = width.to_string();
    let parts = [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
        &size,
        "\" height=\"",
        &size,
        "\" viewBox=\"0 0 ",
        &width,
        " ",
        &width,
        "\"><path fill=\"#fff\" d=\"M0 0h",
        &width,
        "v",
        &width,
        "H0z\"/><path d=\"",
        path,
        "\"/></svg>\n",
    ];
    parts.concat()
}

/// What a file is called that shows the way to the result of a share code.
fn name(of: &str, ending: &str) -> String {
    ["clientele-", of, "-qr.", ending].concat()
}

/// A link to the result `of` a share code as a QR code, in an SVG file.
#[must_use]
pub fn svg_file(text: &str, of: &str) -> Option<File> {
    let (path, width) = path(text)?;
    Some(File {
        name: name(of, "svg"),
        kind: "image/svg+xml",
        text: svg(&path, width),
    })
}

/// The code of a text as a picture; `None` where the text is too long for any. `of` names the result in its file's name.
#[must_use]
pub fn picture(text: &str, of: &str) -> Option<Picture> {
    let (path, width) = path(text)?;
    let size = (MODULE * width).unsigned_abs();
    Some(Picture {
        name: name(of, "png"),
        svg: svg(&path, width),
        width: size,
        height: size,
    })
}
