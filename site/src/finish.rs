//! Finishes the folder that Trunk has built: optimises the wasm, names every file by the hash of
//! what is served, writes every page, and makes the course packages.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::address::BaseUrl;
use crate::amend::replaced;
use crate::card::Card;
use crate::content::Content;
use crate::files::{self, read, write};
use crate::form_pack::form_pack;
use crate::inline::Inline;
use crate::minify::{Kind, minified};
use crate::package::{self, Standard};
use crate::pages::{PAGES, Site};
use crate::picture::kept_png;
use crate::seal::sealed;
use crate::source::{script_text, style, without_comments};
use crate::{compress, headers, oembed, offline, sitemap};

/// What Trunk has built, and where.
#[derive(Debug)]
pub struct Bundle {
    /// The project's root.
    pub root: PathBuf,
    /// The folder that becomes `dist/`.
    pub staging: PathBuf,
    /// Whether to take the time to optimise.
    pub is_release: bool,
    /// Where the site will be, if that is known.
    pub base: Option<BaseUrl>,
}

impl Bundle {
    /// A text as it is served: in a release in fewer bytes, otherwise as it is.
    fn minified(&self, kind: Kind, text: &[u8]) -> Result<Vec<u8>, String> {
        if self.is_release {
            minified(&self.root, kind, text)
        } else {
            Ok(text.to_owned())
        }
    }
}

/// What the wasm may use: all that Rust's own target uses, and every current browser has.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// How it makes less of it, beside the level. No address below 1024 is ever used: the stack grows down to 0, and its last
/// kilobyte is not reached. A large function that is called in one place alone stays one: so much alike comes to
/// fewer bytes after brotli than in its caller. In the order of their names, functions stand beside those they are like,
/// and wherever the code changed, the others stay where they were.
const SMALLER: [&str; 5] = [
    "-Oz",
    "--converge",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=30",
    "--reorder-functions-by-name",
];

/// The apps by the name of their binary, each with what stands before its files' keys.
const APPS: [(&str, &str); 3] = [
    ("clientele-form", "form."),
    ("clientele", "whole."),
    ("clientele-tools", "tools."),
];

/// Files under the names by which they may be kept for ever.
#[derive(Default)]
struct Assets {
    /// Each name, by what the template calls it: `asset.style`.
    names: BTreeMap<String, String>,
    /// What is served under it.
    files: BTreeMap<String, Vec<u8>>,
}

/// Finishes the folder; an error says what to do about it.
pub fn finish(bundle: &Bundle, content: &Content) -> Result<(), String> {
    let inline = inline(bundle)?;
    let assets = write_assets(bundle, content, &inline)?;
    write_for_search(bundle, content)?;
    let packages: Vec<String> = Standard::ALL
        .iter()
        .filter(|_| bundle.is_release)
        .map(|it| it.file(&content.pack.language))
        .collect();
    let site = Site {
        content,
        // Read before the first page takes its place.
        template: &files::text(&bundle.staging.join("index.html"))?,
        assets: &assets.names,
        inline: &inline,
        base: bundle.base.as_ref(),
        cards: &write_cards(bundle, content)?,
        packages: &packages,
    };
    let pages = write_pages(bundle, &site, &assets.files)?;
    if bundle.is_release {
        write_packages(bundle, &site)?;
    }
    let mut kept = assets.files;
    kept.extend(pages);
    write_for_hosts(bundle, &site, &kept)
}

/// Writes all that pages load, optimised, in place of what Trunk has built of it.
fn write_assets(bundle: &Bundle, content: &Content, inline: &Inline) -> Result<Assets, String> {
    let staging = &bundle.staging;
    let mut assets = Assets::default();
    let mut place = |key: &str, stem: &str, ending: &str, bytes: &[u8]| {
        let bytes = match ending {
            "js" => bundle.minified(Kind::Module, bytes)?,
            _ => bytes.to_owned(),
        };
        let name = format!("{stem}-{}.{ending}", hash(&bytes));
        write(&staging.join(&name), &bytes)?;
        assets.files.insert(name.clone(), bytes);
        assets.names.insert(format!("asset.{key}"), name.clone());
        Ok::<String, String>(name)
    };
    for (stem, prefix) in APPS {
        let wasm = staging.join(format!("{stem}_bg.wasm"));
        if bundle.is_release {
            optimise(&bundle.root, &wasm)?;
        }
        let script = staging.join(format!("{stem}.js"));
        for (key, ending, built) in [("wasm", "wasm", wasm), ("app", "js", script)] {
            place(&[prefix, key].concat(), stem, ending, &read(&built)?)?;
            files::remove(&built)?;
        }
    }
    let packs = [
        ("form.pack", "-form", form_pack(&content.pack)?.to_bytes()),
        ("whole.pack", "", content.pack.to_bytes()),
        ("tools.pack", "-tools", content.tools.to_bytes()),
    ];
    for (key, suffix, bytes) in packs {
        let stem = [&content.pack.language, suffix, ".pack"].concat();
        place(key, &stem, "wasm", &bytes)?;
    }
    let whole = [&*inline.first, &inline.rest, &inline.tools].concat();
    place("style", "style", "css", inline.rest.as_bytes())?;
    place("sheet", "whole", "css", whole.as_bytes())?;
    place(
        "boot",
        "boot",
        "js",
        script_text(&bundle.root.join("static/boot.js"))?.as_bytes(),
    )?;
    place(
        "icon",
        "icon",
        "svg",
        &read(&bundle.root.join("static/icon.svg"))?,
    )?;
    place_embedding(bundle, &mut place)?;
    Ok(assets)
}

/// What pages carry within themselves.
fn inline(bundle: &Bundle) -> Result<Inline, String> {
    let text = |kind: Kind, bytes: &[u8]| {
        let bytes = bundle.minified(kind, bytes)?;
        let text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
        Ok::<String, String>(text.trim().to_owned())
    };
    let sheet = |folder: &str| text(Kind::Style, style(&bundle.root.join(folder))?.as_bytes());
    let script = |name: &str| {
        let own = script_text(&bundle.root.join("static").join(name))?;
        text(Kind::Script, own.as_bytes())
    };
    Ok(Inline {
        first: sheet("style/first")?,
        rest: sheet("style")?,
        tools: sheet("style/tools")?,
        paper: sheet("style/paper")?,
        early: script("early.js")?,
        head: script("head.js")?,
    })
}

/// What hosts and browsers read beside the pages; in release builds the worker that keeps the site,
/// the manifest, and everything compressed.
fn write_for_hosts(
    bundle: &Bundle,
    site: &Site,
    kept: &BTreeMap<String, Vec<u8>>,
) -> Result<(), String> {
    let staging = &bundle.staging;
    let file = |name: &str| bundle.root.join("static").join(name);
    if bundle.is_release {
        let worker = offline::worker(kept, &script_text(&file(offline::WORKER))?);
        write(&staging.join(offline::WORKER), worker.as_bytes())?;
        let icon = files::text(&file("icon.svg"))?;
        let mut icons = Vec::new();
        for (icon, png) in offline::icons(&icon, &bundle.root.join("target/cards"))? {
            write(&staging.join(&icon.src), &png)?;
            icons.push(icon);
        }
        let icon = site
            .assets
            .get("asset.icon")
            .ok_or("the icon has no name yet")?;
        let manifest = offline::manifest(site.content, icon, icons)?;
        write(&staging.join(offline::MANIFEST), manifest.as_bytes())?;
    }
    let names: Vec<String> = files::within(staging)?
        .iter()
        .filter_map(|path| path.file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    let headers = headers::headers(names.iter().map(String::as_str), site.inline, site.base);
    write(&staging.join(headers::FILE), headers.as_bytes())?;
    if bundle.is_release {
        compress::compress(staging, &bundle.root.join("target/compressed"))?;
    }
    Ok(())
}

/// What only pages that embed the widget need: the module for frames with its style, and for their
/// own pages the element, under a name that stays.
fn place_embedding(
    bundle: &Bundle,
    place: &mut impl FnMut(&str, &str, &str, &[u8]) -> Result<String, String>,
) -> Result<(), String> {
    let file = |name: &str| bundle.root.join("static").join(name);
    let sheet = files::text(&file("frame.css"))?;
    let sheet = bundle.minified(Kind::Style, without_comments(&sheet).as_bytes())?;
    let sheet = place("frame-style", "frame", "css", &sheet)?;
    let script = replaced(
        &script_text(&file("frame.js"))?,
        "'frame.css'",
        &["'", &sheet, "'"].concat(),
    )
    .map_err(|error| format!("static/frame.js: {error}"))?;
    place("frame", "frame", "js", script.as_bytes())?;
    let element = script_text(&file("embed.js"))?;
    let element = bundle.minified(Kind::Script, element.as_bytes())?;
    write(&bundle.staging.join("embed.js"), &element)?;
    write(
        &bundle.staging.join("embed.d.ts"),
        &read(&file("embed.d.ts"))?,
    )
}

/// Writes what search engines and sites that embed by an address ask for, which takes the site's own.
fn write_for_search(bundle: &Bundle, content: &Content) -> Result<(), String> {
    let Some(base) = &bundle.base else {
        if bundle.is_release {
            eprintln!(
                "The site's address is not known, so its pages lack what must be whole addresses: \
                 canonical, og:url, og:image with the cards, oembed.json, sitemap.xml and robots.txt. \
                 `cargo xtask build --base-url https://example.org/folder/` adds them."
            );
        }
        return Ok(());
    };
    for (name, text) in [
        ("sitemap.xml", sitemap::sitemap(base)),
        ("robots.txt", sitemap::robots(base)),
        (oembed::FILE, oembed::oembed(content, base)?),
    ] {
        write(&bundle.staging.join(name), text.as_bytes())?;
    }
    Ok(())
}

/// Draws the cards for previews. Returns their names: none without the site's address, nor in everyday builds, which shall
/// not wait seconds for them.
fn write_cards(bundle: &Bundle, content: &Content) -> Result<BTreeMap<Card, String>, String> {
    let mut cards = BTreeMap::new();
    if bundle.base.is_none() || !bundle.is_release {
        return Ok(cards);
    }
    for card in Card::ALL {
        let png = kept_png(&card.svg(content), &bundle.root.join("target/cards"))?;
        let name = format!("{}-{}.png", card.name(), hash(&png));
        write(&bundle.staging.join(&name), &png)?;
        cards.insert(card, name);
    }
    Ok(cards)
}

/// Writes every page. Returns them by their paths.
fn write_pages(
    bundle: &Bundle,
    site: &Site,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut pages = BTreeMap::new();
    for page in &PAGES {
        let folder = bundle.staging.join(page.path);
        files::make_folder(&folder)?;
        let mut text = sealed(&site.page(page)?, files);
        if bundle.is_release {
            text = offline::named(&text, &page.root())
                .map_err(|error| format!("{}index.html: {error}", page.path))?;
        }
        write(&folder.join("index.html"), text.as_bytes())?;
        pages.insert(page.path.to_owned(), text.into_bytes());
    }
    Ok(pages)
}

/// Writes the course packages.
fn write_packages(bundle: &Bundle, site: &Site) -> Result<(), String> {
    let source = package::Source {
        site: *site,
        built: &bundle.staging,
        scripts: &bundle.root.join("static"),
    };
    package::write(&source, &bundle.staging.join("packages"))
}

fn optimise(root: &Path, wasm: &Path) -> Result<(), String> {
    let tool = root.join("node_modules/.bin/wasm-opt");
    let done = Command::new(&tool)
        .args(SMALLER)
        .args(FEATURES)
        .args(["--strip-debug", "--strip-producers", "-o"])
        .arg(wasm)
        .arg(wasm)
        .status()
        .map_err(|error| format!("wasm-opt can't be run ({error}): run `npm ci` first"))?;
    if done.success() {
        Ok(())
    } else {
        Err("wasm-opt failed: see its message above".to_owned())
    }
}

/// The first 64 bits of the SHA-256, in hexadecimal digits.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    let first = Sha256::digest(bytes)
        .iter()
        .take(8)
        .fold(0u64, |first, byte| first << 8 | u64::from(*byte));
    format!("{first:016x}")
}
