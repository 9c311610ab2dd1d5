//! What a page says where its app is not there: not yet, for a fault, or for want of JavaScript.

use clientele::embed::{Settings, snippet};
use clientele::model::Phrase;

use super::{Kind, Page, Site};
use crate::html::escape;
use crate::page_text::{Listed, PageText};

/// Stands for the site's address where that isn't known, as in `docs/embedding.md`.
const EXAMPLE: &str = "https://clientele.example/";

/// The sentences that it asks for.
pub(super) const TEXTS: &[Listed] = &[
    ("page.loading", &[]),
    ("page.loading-late", &[]),
    ("page.reload", &[]),
    ("page.fault-kept", &[]),
    ("page.fault-kept-tool", &[]),
    ("page.no-script", &[]),
    ("page.no-script-result", &[]),
    ("page.print", &[]),
    ("page.guide", &[]),
    ("page.compare.no-script", &[]),
    ("page.embed.no-script", &[]),
    ("page.embed.no-script-address", &[]),
];

/// What stands below the page until the app has come; nothing waits where none will.
pub(super) fn waiting(say: &PageText, kind: Kind) -> String {
    if !kind.has_script() {
        return String::new();
    }
    let [words, late, again] =
        ["page.loading", "page.loading-late", "page.reload"].map(|id| escape(say.say(id)));
    format!(
        "<p id=\"waiting\" class=\"column hint\" tabindex=\"-1\">{words} \
         <span role=\"status\"><span class=\"late\">{late} \
         <button type=\"button\" class=\"secondary\" id=\"again\">{again}</button></span></span></p>"
    )
}

/// What a fault says of the answers, or of what a tool was given.
pub(super) fn kept(say: &PageText, kind: Kind) -> String {
    let is_tool = matches!(kind, Kind::Compare | Kind::Embed);
    let id = if is_tool {
        "page.fault-kept-tool"
    } else {
        "page.fault-kept"
    };
    escape(say.say(id))
}

/// What those without JavaScript read first, on pages that want it.
pub(super) fn note(site: &Site, page: &Page) -> Option<String> {
    let id = match page.kind {
        Kind::Home => "page.no-script",
        Kind::Verdict(_) => "page.no-script-result",
        Kind::Compare => "page.compare.no-script",
        Kind::Embed => "page.embed.no-script",
        Kind::About | Kind::Questionnaire => return None,
    };
    // What the sentence of the page for embedding announces stands right below it.
    let lines = match page.kind {
        Kind::Embed => plain_lines(site),
        _ => String::new(),
    };
    let say = &site.content.page;
    let root = page.root();
    let link = |path: &str, id: &str| {
        let words = escape(say.say(id));
        format!("<a href=\"{root}{path}\">{words}</a>")
    };
    Some(format!(
        "<noscript><p class=\"no-script\">{} {lines}{} {}</p></noscript>",
        escape(say.say(id)),
        link("questionnaire/", "page.print"),
        link("about/", "page.guide"),
    ))
}

/// The lines of a plain frame as usual, for those without JavaScript: between two paragraphs.
fn plain_lines(site: &Site) -> String {
    let name = site.content.pack.say(Phrase::StartTitle);
    let home = site.base.map(|base| base.join(""));
    let lines = snippet(
        home.as_deref().unwrap_or(EXAMPLE),
        &Settings::parse("way=iframe"),
        name,
    );
    let hint = if home.is_some() {
        String::new()
    } else {
        let say = &site.content.page;
        format!("<p>{}</p>", escape(say.say("page.embed.no-script-address")))
    };
    format!(
        "</p><pre class=\"snippet\">{}</pre>{hint}<p class=\"no-script\">",
        escape(&lines)
    )
}
