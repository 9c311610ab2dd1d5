//! What makes the site stay: a worker that keeps all files of one version, and a manifest with
//! icons, by which it can be installed.

use std::collections::BTreeMap;
use std::path::Path;

use clientele::model::Phrase;
use serde::Serialize;
use serde_json::Value;

use crate::amend::{replaced, stretch};
use crate::colours::PAPER;
use crate::content::Content;
use crate::finish::hash;
use crate::json::json;
use crate::picture::kept_png;
use crate::seal::integrity;

/// What the worker is called. Its name stays: browsers ask for it again by itself.
pub const WORKER: &str = "sw.js";
/// What the manifest is called.
pub const MANIFEST: &str = "manifest.webmanifest";

/// An icon: its side in pixels, and whether a system may cut it to a shape of its own.
const ICONS: [(u32, bool); 4] = [(192, false), (512, false), (192, true), (512, true)];

/// An icon as the manifest lists it.
#[derive(Debug, Serialize)]
pub struct Icon {
    /// What its file is called.
    pub src: String,
    sizes: String,
    r#type: &'static str,
    purpose: &'static str,
}

/// The manifest.
#[derive(Serialize)]
struct Manifest<'a> {
    name: &'a str,
    short_name: &'a str,
    description: &'a str,
    lang: &'a str,
    start_url: &'a str,
    scope: &'a str,
    display: &'a str,
    background_color: &'a str,
    theme_color: &'a str,
    icons: &'a [Icon],
}

/// The worker for these files, which are given by their path below the site: pages by their folder.
#[must_use]
pub fn worker(files: &BTreeMap<String, Vec<u8>>, script: &str) -> String {
    let list: Vec<String> = files
        .iter()
        .map(|(path, bytes)| {
            let (path, digest) = (Value::from(path.as_str()), Value::from(integrity(bytes)));
            format!("[{path}, {digest}]")
        })
        .collect();
    let list = list.join(",\n");
    let version = hash([&list, script].concat().as_bytes());
    format!("const VERSION = '{version}';\nconst FILES = [\n{list},\n];\n{script}")
}

/// A page that names the worker, if it has a script to ask for it, and the manifest. An error if the page has no place for
/// them.
pub fn named(page: &str, root: &str) -> Result<String, String> {
    let icon = stretch(page, "<link rel=\"icon\" ", "\n")?;
    let link = format!("{icon}    <link rel=\"manifest\" href=\"{root}{MANIFEST}\">\n");
    let named = replaced(page, icon, &link)?;
    if !page.contains("<script ") {
        return Ok(named);
    }
    let opening = stretch(&named, "<html ", ">")?;
    let asking = opening.replace('>', &format!(" data-worker=\"{WORKER}\">"));
    replaced(&named, opening, &asking)
}

/// The icons as PNG, each behind what the manifest says of it; drawings are kept in a folder.
pub fn icons(svg: &str, kept: &Path) -> Result<Vec<(Icon, Vec<u8>)>, String> {
    ICONS
        .into_iter()
        .map(|(side, is_maskable)| {
            let png = kept_png(&drawing(svg, side, is_maskable)?, kept)?;
            let (stem, purpose) = if is_maskable {
                ("icon-maskable", "maskable")
            } else {
                ("icon", "any")
            };
            let icon = Icon {
                src: format!("{stem}-{side}-{}.png", hash(&png)),
                sizes: format!("{side}x{side}"),
                r#type: "image/png",
                purpose,
            };
            Ok((icon, png))
        })
        .collect()
}

/// The icon at this size. A system may cut away all but the inner four fifths of one that it shapes.
fn drawing(svg: &str, side: u32, is_maskable: bool) -> Result<String, String> {
    let inner = svg
        .starts_with("<svg")
        .then(|| svg.split_once('>')?.1.rsplit_once("</svg>"));
    let (inner, _) = inner
        .flatten()
        .ok_or("static/icon.svg: let it begin with `<svg` and end with `</svg>`")?;
    let inner = if is_maskable {
        format!(
            "<rect width=\"32\" height=\"32\" fill=\"{PAPER}\"/><g transform=\"translate(6.4 6.4) scale(.6)\">{inner}</g>"
        )
    } else {
        inner.to_owned()
    };
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\" viewBox=\"0 0 32 32\">{inner}</svg>"
    ))
}

/// The file of the manifest, with the drawing of the icon before those of a size. Everything in it is beside it, so it fits
/// every folder of every host.
pub fn manifest(content: &Content, icon: &str, icons: Vec<Icon>) -> Result<String, String> {
    let name = content.pack.say(Phrase::ProductName);
    let drawing = Icon {
        src: icon.to_owned(),
        sizes: "any".to_owned(),
        r#type: "image/svg+xml",
        purpose: "any",
    };
    let icons: Vec<Icon> = [drawing].into_iter().chain(icons).collect();
    json(&Manifest {
        name,
        short_name: name,
        description: content.page.say("page.home.description"),
        lang: &content.pack.language,
        start_url: "./",
        scope: "./",
        display: "minimal-ui",
        background_color: PAPER,
        theme_color: PAPER,
        icons: &icons,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{drawing, named, worker};

    #[test]
    fn another_byte_is_another_version() {
        let files = |text: &str| BTreeMap::from([(String::new(), text.as_bytes().to_vec())]);
        let version = |text| worker(&files(text), "x").lines().next().map(str::to_owned);
        assert_eq!(version("a"), version("a"));
        assert_ne!(version("a"), version("b"));
        assert!(
            worker(&files("a"), "x")
                .contains("[\"\", \"sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=\"]")
        );
    }

    #[test]
    fn an_icon_that_is_not_all_drawing_is_refused() {
        assert!(
            drawing("<svg a><b/></svg>\n", 9, false).is_ok_and(|it| it.ends_with("><b/></svg>"))
        );
        for svg in [
            "<?xml version=\"1.0\"?><svg><b/></svg>",
            "<svg",
            "<svg><b/>",
            "",
        ] {
            let refused = drawing(svg, 9, true);
            assert!(
                refused.is_err_and(|it| it.starts_with("static/icon.svg")),
                "{svg}"
            );
        }
    }

    #[test]
    fn a_page_without_a_script_asks_for_no_worker() {
        let page = "<html lang=\"en\">\n<link rel=\"icon\" href=\"i\">\n";
        let about = named(page, "../").expect("a page with its icon");
        assert!(
            about.contains("href=\"../manifest.webmanifest\"") && !about.contains("data-worker")
        );
        let home = named(&(page.to_owned() + "<script >"), "").expect("the same with a script");
        assert!(
            home.starts_with("<html lang=\"en\" data-worker=\"sw.js\">\n"),
            "{home}"
        );
        assert!(named("<html lang=\"en\">\n", "").is_err_and(|it| it.contains("rel=\"icon\"")));
    }
}
