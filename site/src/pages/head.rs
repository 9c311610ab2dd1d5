//! What the head of a page tells previews, search engines and browsers beyond its title.

use clientele::model::Phrase;

use super::{Kind, Page, Site};
use crate::card::{Card, HEIGHT, WIDTH};
use crate::html::escape;
use crate::oembed;

/// A head's line of its own.
fn line(name: &str, key: &str, value: &str) -> String {
    format!("<meta {name}=\"{key}\" content=\"{}\">", escape(value))
}

/// For previews and search engines. Whole addresses need a base; without one they are left out,
/// since a relative one would be wrong.
pub(super) fn meta(site: &Site, page: &Page) -> String {
    let say = &site.content.page;
    let id = page.kind.id();
    let title = say.say(&format!("page.{id}.title"));
    let description = say.say(&format!("page.{id}.description"));
    let property = |key, value: &str| line("property", key, value);
    let mut lines = Vec::new();
    if !page.is_indexable() {
        lines.push(line("name", "robots", "noindex"));
    }
    lines.extend([
        property("og:type", "website"),
        property("og:site_name", site.content.pack.say(Phrase::ProductName)),
        property("og:locale", &site.content.pack.language.replace('-', "_")),
        property("og:title", title),
        property("og:description", description),
    ]);
    let mut preview = "summary";
    if let Some(base) = site.base {
        let canonical = base.join(page.canonical);
        lines.push(format!(
            "<link rel=\"canonical\" href=\"{}\">",
            escape(&canonical)
        ));
        lines.push(property("og:url", &canonical));
        // Of all pages only the widget itself is one to put into a frame.
        if page.kind == Kind::Home {
            lines.push(oembed::discovery(base, title));
        }
        let card = page.kind.card();
        if let Some(file) = site.cards.get(&card) {
            preview = "summary_large_image";
            let image = base.join(file);
            let alt = card.alt(site.content);
            lines.extend([
                property("og:image", &image),
                property("og:image:type", "image/png"),
                property("og:image:width", &WIDTH.to_string()),
                property("og:image:height", &HEIGHT.to_string()),
                property("og:image:alt", &alt),
                line("name", "twitter:image", &image),
                line("name", "twitter:image:alt", &alt),
            ]);
        }
    }
    lines.extend([
        line("name", "twitter:card", preview),
        line("name", "twitter:title", title),
        line("name", "twitter:description", description),
    ]);
    if page.kind == Kind::Embed {
        lines.push(packages(site));
    }
    lines.join("\n    ")
}

/// The style that the first page does without until its start is drawn.
pub(super) fn rest(site: &Site, page: &Page) -> Option<String> {
    if page.kind != Kind::Home {
        return Some(String::new());
    }
    let (root, name) = (page.root(), site.assets.get("asset.style")?);
    Some(format!("<link rel=\"stylesheet\" href=\"{root}{name}\">"))
}

/// What the page's apps are made of, to be asked for before `static/boot.js` has come: `static/early.js` takes out of a
/// template what the address needs, a verdict's page none where no result follows. Links of the page itself would be
/// asked for whatever the address, and before the first frame, which four files hold up on a slow processor.
pub(super) fn ahead(site: &Site, page: &Page) -> Option<String> {
    if !page.kind.has_script() {
        return Some(String::new());
    }
    let template = |named: &str, app: &str| {
        let at = |key: &str| {
            let name = site.assets.get(&format!("asset.{app}.{key}"))?;
            Some(page.root() + name)
        };
        let parts = [
            format!("<template id=\"ahead-{named}\">"),
            format!("<link rel=\"modulepreload\" href=\"{}\">", at("app")?),
            format!(
                "<link rel=\"preload\" href=\"{}\" as=\"fetch\" type=\"application/wasm\" crossorigin>",
                at("wasm")?
            ),
            format!(
                "<link rel=\"preload\" href=\"{}\" as=\"fetch\" crossorigin>",
                at("pack")?
            ),
            "</template>".to_owned(),
        ];
        Some(parts.join("\n    "))
    };
    let own = template("", page.kind.app())?;
    Some(match page.kind {
        Kind::Home => [own, template("whole", "whole")?].join("\n    "),
        _ => own,
    })
}

/// What makes the app start, once the whole page is there.
pub(super) fn scripts(site: &Site, page: &Page) -> Option<String> {
    if !page.kind.has_script() {
        return Some(String::new());
    }
    let (root, name) = (page.root(), site.assets.get("asset.boot")?);
    Some(format!(
        "<script id=\"boot\" type=\"module\" src=\"{root}{name}\"></script>"
    ))
}

/// Which course packages can be fetched, for the page that offers them.
fn packages(site: &Site) -> String {
    line("name", "clientele-packages", &site.packages.join(" "))
}

impl Card {
    /// The card in words, for those who can't see it.
    #[must_use]
    pub fn alt(self, content: &crate::content::Content) -> String {
        let words = self.words(content);
        format!("{}: {}. {}.", words.product, words.title, words.line)
    }
}
