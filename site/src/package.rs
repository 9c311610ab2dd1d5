//! Course packages: the whole widget as a zip for a course platform, with the manifests of its
//! standard and an adapter that reports to it. Nothing of this is in what a visitor of the site loads.

mod archive;
mod instead;
mod manifest;
mod words;

use std::collections::BTreeMap;
use std::path::Path;

pub use clientele::embed::Standard;

use crate::amend::{replaced, without};
use crate::content::Content;
use crate::files;
use crate::finish::hash;
use crate::form_pack::form_pack;
use crate::html::escape;
use crate::page_text::Gaps;
use crate::pages::{Kind, PAGES, Page, Site};
use crate::policy;
use crate::source::{script_text, without_comments};

/// The adapter of a standard's packages, beside what all of them have.
fn adapter(standard: Standard) -> &'static str {
    match standard {
        Standard::Scorm12 | Standard::Scorm2004 => "scorm.js",
        Standard::Xapi => "xapi.js",
    }
}

/// What packages are made from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The site as its own pages are made.
    pub site: Site<'a>,
    /// Where its assets are.
    pub built: &'a Path,
    /// Where our own scripts are.
    pub scripts: &'a Path,
}

/// What stands before the keys of what only other pages load: that for comparing, and frames.
const ELSEWHERE: [&str; 2] = ["asset.tools.", "asset.frame"];

/// What packages look like besides.
const COURSE_STYLE: &[u8] = include_bytes!("package/course.css");

/// What packages say besides the site's own words, and what they say in place of some, with the gaps of each.
pub fn texts() -> impl Iterator<Item = (String, Gaps)> {
    let own = words::TEXTS.iter();
    instead::texts().chain(own.map(|(id, gaps)| ((*id).to_owned(), *gaps)))
}

/// Writes all packages below a folder.
pub fn write(source: &Source, folder: &Path) -> Result<(), String> {
    files::make_folder(folder)?;
    for standard in Standard::ALL {
        let name = standard.file(&source.site.content.pack.language);
        files::write(&folder.join(name), &zip(source, standard)?)?;
    }
    Ok(())
}

/// The bytes of a package.
pub fn zip(source: &Source, standard: Standard) -> Result<Vec<u8>, String> {
    archive::zip(&files(source, standard)?)
}

/// All files of a package, by path.
pub fn files(source: &Source, standard: Standard) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let content = instead::content(source.site.content)?;
    let mut files = BTreeMap::new();
    let mut assets = source.site.assets.clone();
    for (key, name) in &mut assets {
        let bytes = match key.as_str() {
            key if ELSEWHERE.iter().any(|start| key.starts_with(start)) => continue,
            "asset.form.pack" => form_pack(&content.pack)?.to_bytes(),
            "asset.whole.pack" => content.pack.to_bytes(),
            "asset.style" | "asset.sheet" => {
                [&files::read(&source.built.join(&*name))?, COURSE_STYLE].concat()
            }
            _ => files::read(&source.built.join(&*name))?,
        };
        *name = renamed(name, &bytes);
        files.insert(name.clone(), bytes);
    }
    for script in [adapter(standard), "course.js"] {
        let text = script_text(&source.scripts.join(script))?;
        files.insert(script.to_owned(), text.into_bytes());
    }
    let mut inline = source.site.inline.clone();
    // As pages keep it, without blank lines: the policy names it by its hash.
    inline.rest += &without_comments(&String::from_utf8_lossy(COURSE_STYLE));
    let site = Site {
        content: &content,
        assets: &assets,
        inline: &inline,
        base: None,
        cards: &BTreeMap::new(),
        packages: &[],
        ..source.site
    };
    for page in PAGES.iter().filter(|page| is_wanted(page)) {
        let html = page_text(&site, page, standard)
            .map_err(|error| format!("{}index.html of a course package: {error}", page.path))?;
        files.insert(format!("{}index.html", page.path), html.into_bytes());
    }
    if standard == Standard::Xapi {
        files.insert("course.json".to_owned(), words::told(&content));
    }
    for (name, text) in manifest::manifests(&content, standard, files.keys())? {
        files.insert(name.to_owned(), text.into_bytes());
    }
    Ok(files)
}

/// Whether packages have a page: of a verdict's two the short one, to which links lead; none for
/// comparing and embedding, since those take links and make them.
fn is_wanted(page: &Page) -> bool {
    match page.kind {
        Kind::Home | Kind::About | Kind::Questionnaire => true,
        Kind::Verdict(_) => page.is_alias(),
        Kind::Compare | Kind::Embed => false,
    }
}

/// The name of an asset by its bytes, which may have become others.
fn renamed(name: &str, bytes: &[u8]) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let stem = name.rsplit_once('-').map_or(name, |(stem, _)| stem);
    format!("{stem}-{}.{ending}", hash(bytes))
}

/// A page as it stands in a package: without what is for previews of a site, with links to files
/// rather than folders, and the first one with its adapter.
fn page_text(site: &Site, page: &Page, standard: Standard) -> Result<String, String> {
    let page_html = site.page(page)?;
    let is_for_previews = |line: &&str| {
        let line = line.trim_start();
        ["<meta property=\"og:", "<meta name=\"twitter:"]
            .iter()
            .any(|start| line.starts_with(start))
    };
    let html: String = page_html
        .split_inclusive('\n')
        .filter(|line| !is_for_previews(line))
        .collect();
    // The app's own are hidden by `course.css`.
    let html = ["compare/", "embed/"]
        .iter()
        .try_fold(html, |html, elsewhere| {
            let begins = format!("<a href=\"{}{elsewhere}\"", page.root());
            without(&html, &begins, "</a>")
        })?;
    // A course is no frame of an embedding page, whatever its address says.
    let html = without(&with_files_for_folders(&html), " data-frame=\"", "\"")?;
    if page.kind != Kind::Home {
        return replaced(&html, "<html ", "<html data-unkept ");
    }
    let adapter = format!(
        "<html data-course=\"{}\" data-adapter=\"{}\" ",
        standard.name(),
        adapter(standard)
    );
    // Where the platform keeps its records is known to each launch alone.
    let html = match standard {
        Standard::Xapi if site.has_policies() => {
            policy::widened(&html, "connect-src", "https: http:")?
        }
        _ => html,
    };
    let app = "<div id=\"app\">";
    let lines = lines_above(site.content, standard) + app;
    replaced(&replaced(&html, "<html ", &adapter)?, app, &lines)
}

/// What an adapter may have to show above the widget.
fn lines_above(content: &Content, standard: Standard) -> String {
    let say = |id: &str| escape(content.page.say(id));
    let notes = ["disconnected", "reviewing", "unsaved"].map(|id| {
        let words = say(&["package.", id].concat());
        format!("<p id=\"{id}\" class=\"course-note hint\" role=\"status\" hidden>{words}</p>")
    });
    let notes = notes.concat();
    if standard != Standard::Xapi {
        return notes;
    }
    let back = say("package.return");
    notes
        + &format!(
            "<nav id=\"return\" aria-label=\"{back}\" hidden><a class=\"secondary\" href=\"#\">{back}</a></nav>"
        )
}

/// Adds `index.html` to every link that leads to a folder: platforms serve files alone.
fn with_files_for_folders(html: &str) -> String {
    let mut parts = html.split("href=\"");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (link, rest) = part.split_once('"').unwrap_or((part, ""));
        let (path, fragment) = link.split_at(link.find('#').unwrap_or(link.len()));
        let is_folder = path.ends_with('/') && !path.contains(':');
        let file = if is_folder { "index.html" } else { "" };
        whole += &["href=\"", path, file, fragment, "\"", rest].concat();
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::{renamed, with_files_for_folders};

    #[test]
    fn links_to_folders_become_links_to_files() {
        let html = "<a href=\"about/\">1</a><a href=\"../../#\"><link href=\"style.css\"><a href=\"#\"><a href=\"a:/\">";
        let wanted = "<a href=\"about/index.html\">1</a><a href=\"../../index.html#\"><link href=\"style.css\"><a href=\"#\"><a href=\"a:/\">";
        assert_eq!(with_files_for_folders(html), wanted);
    }

    #[test]
    fn what_has_changed_has_another_name() {
        let name = renamed("en-GB.pack-0123456789abcdef.wasm", b"x");
        assert_eq!(name, "en-GB.pack-2d711642b726b044.wasm");
    }
}
