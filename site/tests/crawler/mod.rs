//! Reads pages as crawlers and previews do: the HTML alone, without running any script, and says
//! everything that such a reader would stumble over.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{ElementRef, Html, Selector};

/// Where the tests pretend that the site is.
pub(crate) const BASE: &str = "https://example.org/sub/";

/// The site as it would be served: by path, the pages' text and the other files' bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Served {
    pub(crate) pages: BTreeMap<String, String>,
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

/// What a selector finds, but for what is in a template: no reader sees that.
fn all<'a>(page: &'a Html, css: &str) -> Vec<ElementRef<'a>> {
    let in_template = |found: &ElementRef| {
        found
            .ancestors()
            .filter_map(ElementRef::wrap)
            .any(|above| above.value().name() == "template")
    };
    page.select(&selector(css))
        .filter(|found| !in_template(found))
        .collect()
}

fn attribute(page: &Html, css: &str, name: &str) -> Option<String> {
    let found = all(page, css);
    let value = found.first()?.value().attr(name)?;
    Some(value.trim().to_owned())
}

fn text(element: ElementRef) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Width and height of a PNG, from its header.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")?;
    let number = |at: usize| -> Option<u32> {
        Some(u32::from_be_bytes(header.get(at..at + 4)?.try_into().ok()?))
    };
    Some((number(0)?, number(4)?))
}

/// Where a relative link leads, from a page's path: without its fragment, folders resolved.
fn resolve(from: &str, link: &str) -> Option<String> {
    let link = link.split(['#', '?']).next().unwrap_or_default();
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    let (folders, file) = link.rsplit_once('/').unwrap_or(("", link));
    for part in folders.split('/').filter(|part| !part.is_empty()) {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    if link.is_empty() {
        return Some(from.to_owned());
    }
    parts.push(file);
    Some(parts.join("/"))
}

/// Everything that is wrong with a site.
pub(crate) fn complaints(served: &Served) -> Vec<String> {
    let mut found = Vec::new();
    let mut titles = BTreeMap::new();
    let mut descriptions = BTreeMap::new();
    for (path, source) in &served.pages {
        let page = Html::parse_document(source);
        let mut complain = |what: String| found.push(format!("/{path}: {what}"));
        let canonical = attribute(&page, "link[rel=canonical]", "href").unwrap_or_default();
        let own = |value: Option<String>, what: &str, seen: &mut BTreeMap<String, String>| {
            let value = value.unwrap_or_default();
            if value.is_empty() {
                return Some(format!("no {what}"));
            }
            let first = seen.entry(value).or_insert_with(|| canonical.clone());
            (*first != canonical).then(|| format!("the {what} of {first}"))
        };
        let title = all(&page, "title").first().map(|it| text(*it));
        let description = attribute(&page, "meta[name=description]", "content");
        for complaint in [
            own(title, "title", &mut titles),
            own(description, "description", &mut descriptions),
        ] {
            complaint.into_iter().for_each(&mut complain);
        }
        head(&page, &canonical, served, &mut complain);
        body(&page, path, served, &mut complain);
    }
    found
}

fn head(page: &Html, canonical: &str, served: &Served, complain: &mut impl FnMut(String)) {
    if attribute(page, "html", "lang").is_none_or(|lang| lang.is_empty()) {
        complain("no lang".to_owned());
    }
    let is_page = |url: &str| {
        url.strip_prefix(BASE)
            .is_some_and(|path| served.pages.contains_key(path))
    };
    if !is_page(canonical) {
        complain(format!("canonical '{canonical}' is no page of the site"));
    }
    let property = |name: &str| {
        attribute(page, &format!("meta[property='og:{name}']"), "content").unwrap_or_default()
    };
    if property("url") != canonical {
        complain("og:url is not the canonical address".to_owned());
    }
    for name in [
        "title",
        "description",
        "type",
        "site_name",
        "locale",
        "image:alt",
    ] {
        if property(name).is_empty() {
            complain(format!("no og:{name}"));
        }
    }
    for name in ["card", "title", "description", "image", "image:alt"] {
        let css = format!("meta[name='twitter:{name}']");
        if attribute(page, &css, "content").is_none_or(|content| content.is_empty()) {
            complain(format!("no twitter:{name}"));
        }
    }
    let image = property("image");
    let Some(file) = image.strip_prefix(BASE) else {
        complain(format!(
            "og:image '{image}' is no whole address of the site"
        ));
        return;
    };
    let size = served.files.get(file).and_then(|bytes| png_size(bytes));
    let said = (property("image:width"), property("image:height"));
    if size != Some((1200, 630)) || said != ("1200".to_owned(), "630".to_owned()) {
        complain(format!("og:image is {size:?} and said to be {said:?}"));
    }
}

fn body(page: &Html, path: &str, served: &Served, complain: &mut impl FnMut(String)) {
    let headings = all(page, "h1");
    if headings.len() != 1 || headings.iter().any(|it| text(*it).is_empty()) {
        complain(format!("{} main headings", headings.len()));
    }
    let mut ids = BTreeSet::new();
    for element in all(page, "[id]") {
        let id = element.value().attr("id").unwrap_or_default();
        if !ids.insert(id) {
            complain(format!("two elements with the id {id}"));
        }
    }
    for (css, name) in [
        ("a[href]", "href"),
        ("link[href]", "href"),
        ("script[src]", "src"),
        ("img[src]", "src"),
    ] {
        for element in all(page, css) {
            let link = element.value().attr(name).unwrap_or_default();
            let is_whole = link.contains("://");
            if is_whole && link.starts_with(BASE) {
                continue;
            }
            let leads = (!is_whole && !link.starts_with('/'))
                .then(|| resolve(path, link))
                .flatten();
            let is_there = leads
                .as_ref()
                .is_some_and(|to| served.pages.contains_key(to) || served.files.contains_key(to));
            if !is_there {
                complain(format!("{link} leads nowhere ({leads:?})"));
            }
        }
    }
    if !all(
        page,
        "script:not([src]) ~ script:not([src]), [style], style ~ style",
    )
    .is_empty()
    {
        complain("more style or scripts within it than the two that its policy names, which a strict policy refuses".to_owned());
    }
    let words = all(page, "body").first().map(|it| text(*it));
    let words = words.unwrap_or_default();
    if words.contains(['{', '}']) || words.contains("](") {
        complain("a gap or a link that nothing filled in".to_owned());
    }
}
