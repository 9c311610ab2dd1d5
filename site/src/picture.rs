//! A drawing as a PNG: by resvg, with fonts that come along, so that it asks neither network nor
//! machine for anything, and looks the same everywhere.

use std::fs;
use std::path::Path;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Source};

use crate::finish::hash;

/// The family that the cards are set in, of those that come along.
const FAMILY: &str = "Libertinus Serif";

/// The PNG of a drawing.
pub fn png(svg: &str) -> Result<Vec<u8>, String> {
    let mut options = Options::default();
    let fonts = options.fontdb_mut();
    for font in typst_assets::fonts() {
        fonts.load_font_source(Source::Binary(std::sync::Arc::new(font)));
    }
    if !fonts
        .faces()
        .any(|face| face.families.iter().any(|(name, _)| name == FAMILY))
    {
        return Err(format!(
            "the font {FAMILY} did not come along: see typst-assets"
        ));
    }
    let said = |error: &dyn std::error::Error| format!("a card can't be drawn: {error}");
    let tree = Tree::from_str(svg, &options).map_err(|error| said(&error))?;
    let size = tree.size().to_int_size();
    let mut pixmap = Pixmap::new(size.width(), size.height()).ok_or("a card has no size")?;
    resvg::render(&tree, Transform::default(), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| said(&error))
}

/// The versions of all that draws.
const CRATES: &str = include_str!("../../Cargo.lock");

/// The same, kept in a folder under the hash of the drawing and of what draws it: it is drawn once, and again when either
/// changes.
pub fn kept_png(svg: &str, folder: &Path) -> Result<Vec<u8>, String> {
    let name = hash([CRATES, svg].concat().as_bytes());
    let file = folder.join(format!("{name}.png"));
    if let Ok(bytes) = fs::read(&file) {
        return Ok(bytes);
    }
    let bytes = png(svg)?;
    let partial = folder.join(format!("{name}.{}", std::process::id()));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&partial, &bytes))
        .and_then(|()| fs::rename(&partial, &file))
        .map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(bytes)
}
