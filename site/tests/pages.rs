//! Every page as a crawler reads it: whole, with its own title, card and address, and with links
//! that lead somewhere; and the reader notices a page that is not so.

mod crawler;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clientele::model::Centring;
use clientele_site::address::BaseUrl;
use clientele_site::card::Card;
use clientele_site::content::Content;
use clientele_site::inline::Inline;
use clientele_site::pages::{Kind, PAGES, Site};
use clientele_site::picture::kept_png;
use clientele_site::{load, oembed, sitemap};
use crawler::{BASE, Served, complaints};

static CONTENT: LazyLock<Content> =
    LazyLock::new(|| load(&root(), "en-GB").unwrap_or_else(|faults| panic!("{faults}")));

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What Trunk's own build adds, by the names that pages ask for.
fn assets() -> BTreeMap<String, String> {
    let apps = ["form", "whole", "tools"];
    let of_apps = apps.iter().flat_map(|app| {
        let parts = ["wasm", "app", "pack"];
        parts.map(|part| format!("{app}.{part}"))
    });
    let shared = ["style", "sheet", "boot", "icon", "frame"].map(str::to_owned);
    of_apps
        .chain(shared)
        .map(|key| (format!("asset.{key}"), format!("{key}-1")))
        .collect()
}

fn pages(base: Option<&BaseUrl>) -> BTreeMap<String, String> {
    let template = std::fs::read_to_string(root().join("index.html")).expect("the template");
    let cards = Card::ALL.map(|card| (card, format!("{}.png", card.name())));
    let (assets, cards) = (assets(), BTreeMap::from(cards));
    let site = Site {
        content: &CONTENT,
        template: &template,
        assets: &assets,
        inline: &Inline::default(),
        base,
        cards: &cards,
        packages: &[PACKAGE.to_owned()],
    };
    let page = |page| site.page(page).unwrap_or_else(|error| panic!("{error}"));
    PAGES
        .iter()
        .map(|it| (it.path.to_owned(), page(it)))
        .collect()
}

/// A course package that the site has.
const PACKAGE: &str = "clientele-scorm12-en-GB.zip";

/// The site with its base, drawn once.
static SERVED: LazyLock<Served> = LazyLock::new(|| {
    let base = BaseUrl::parse(BASE).expect("a base");
    let mut files: BTreeMap<String, Vec<u8>> = assets()
        .into_values()
        .map(|name| (name, Vec::new()))
        .collect();
    for card in Card::ALL {
        let png = kept_png(&card.svg(&CONTENT), &root().join("target/cards"));
        let png = png.unwrap_or_else(|error| panic!("{error}"));
        files.insert(format!("{}.png", card.name()), png);
    }
    files.insert(format!("packages/{PACKAGE}"), Vec::new());
    Served {
        pages: pages(Some(&base)),
        files,
    }
});

#[test]
fn a_crawler_has_nothing_to_complain_of() {
    assert_eq!(SERVED.pages.len(), PAGES.len());
    assert_eq!(complaints(&SERVED), Vec::<String>::new());
}

#[test]
fn a_broken_page_is_noticed() {
    let table = [
        (" lang=\"en-GB\"", "", "no lang"),
        (
            "<title>You serve clients",
            "<title>You serve both",
            "the title of",
        ),
        (
            "<title>You serve clients – a verdict by Clientele",
            "<title>",
            "no title",
        ),
        ("name=\"description\"", "name=\"summary\"", "no description"),
        (
            "content=\"https://example.org/sub/card-client.png\"",
            "content=\"card-client.png\"",
            "no whole address",
        ),
        ("\"og:image\"", "\"og:picture\"", "no whole address"),
        ("card-client.png", "card-of-nobody.png", "og:image is None"),
        (
            "\"og:image:width\" content=\"1200\"",
            "\"og:image:width\" content=\"600\"",
            "said to be (\"600\"",
        ),
        ("\"og:image:alt\"", "\"og:image:text\"", "no og:image:alt"),
        ("\"twitter:card\"", "\"twitter:cart\"", "no twitter:card"),
        (
            "href=\"https://example.org/sub/r/client-centred/\"",
            "href=\"r/client-centred/\"",
            "is no page",
        ),
        (
            "href=\"../../about/\">How",
            "href=\"../about/\">How",
            "leads nowhere",
        ),
        ("href=\"../../icon-1\"", "href=\"/icon-1\"", "leads nowhere"),
        ("<h1 ", "<h2 ", "0 main headings"),
        (
            "<main id=\"main\">",
            "<main id=\"main\"><h1>Two</h1>",
            "2 main headings",
        ),
        (
            "<main id=\"main\">",
            "<main id=\"heading\">",
            "two elements",
        ),
        (
            "<main id=\"main\">",
            "<main id=\"main\">{count}",
            "nothing filled in",
        ),
        (
            "<main id=\"main\">",
            "<main id=\"main\" style=\"color: red\">",
            "strict policy",
        ),
    ];
    let path = "r/client-centred/";
    for (from, to, complaint) in table {
        let mut served = SERVED.clone();
        let page = served.pages.get_mut(path).expect("the page");
        assert!(page.contains(from), "nothing to break: {from}");
        *page = page.replacen(from, to, 1);
        let found = complaints(&served);
        assert!(
            found.iter().any(|it| it.contains(complaint)),
            "{from} → {to}: {found:#?}"
        );
    }
    let mut served = SERVED.clone();
    served.files.insert(
        "card-client.png".to_owned(),
        SERVED.files["card-client.png"][..20].to_vec(),
    );
    assert!(!complaints(&served).is_empty());
}

#[test]
fn shared_results_are_kept_out_of_search_engines_and_the_rest_is_listed() {
    let base = BaseUrl::parse(BASE).expect("a base");
    let listed_pages = sitemap::sitemap(&base);
    for page in &PAGES {
        let is_hidden = SERVED.pages[page.path].contains("content=\"noindex\"");
        // As `flow::link` has them.
        let is_shared = ["r/cl/", "r/cu/", "r/bo/"].contains(&page.path);
        assert_eq!(is_hidden, is_shared, "{}", page.path);
        let listed = listed_pages.contains(&format!("<loc>{}</loc>", base.join(page.path)));
        assert_eq!(listed, !is_hidden, "{}", page.path);
    }
    let robots = sitemap::robots(&base);
    assert!(robots.contains("Sitemap: https://example.org/sub/sitemap.xml"));
    // Who may not read a page does not see that it must not be listed.
    assert!(!robots.contains("Disallow"));
}

#[test]
fn sites_that_embed_by_an_address_find_out_how() {
    let base = BaseUrl::parse(BASE).expect("a base");
    let json = oembed::oembed(&CONTENT, &base).expect("the file");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["version"], "1.0");
    assert_eq!(json["type"], "rich");
    assert_eq!(json["provider_url"], BASE);
    for number in ["width", "height"] {
        assert!(json[number].as_u64().is_some_and(|number| number > 300));
    }
    let html = json["html"].as_str().expect("HTML");
    // As WordPress looks for it: a bare quote, then the frame, and nothing behind.
    let frame = html.split_once("</a></blockquote><iframe ");
    let (quote, frame) = frame.expect("a link in front of the frame");
    assert!(quote.starts_with("<blockquote><a href=\"https://example.org/sub/\">"));
    assert!(frame.starts_with("src=\"https://example.org/sub/?embed\" title=\""));
    assert!(frame.ends_with("></iframe>"));
    // Of what keeps a frame within a phone and without a border, WordPress leaves these.
    for kept in ["width=\"100%\"", "frameborder=\"0\""] {
        assert!(frame.contains(kept), "{kept}");
    }
    for (path, page) in &SERVED.pages {
        let names = page.contains(
            "<link rel=\"alternate\" type=\"application/json+oembed\" \
             href=\"https://example.org/sub/oembed.json\"",
        );
        assert_eq!(names, path.is_empty(), "/{path}");
    }
}

#[test]
fn aliases_are_short_and_say_what_they_stand_for() {
    for page in PAGES.iter().filter(|page| page.is_alias()) {
        // With a code of 15 answers a link stays under 20 characters behind the site's address.
        assert!(page.path.len() <= 5, "{}", page.path);
        let same = |path: &str| -> Vec<&str> {
            let lines = SERVED.pages[path].lines();
            lines.filter(|it| !it.contains("noindex")).collect()
        };
        assert_eq!(same(page.path), same(page.canonical));
        let canonical = format!("rel=\"canonical\" href=\"{BASE}{}\"", page.canonical);
        assert!(SERVED.pages[page.path].contains(&canonical));
    }
}

#[test]
fn without_a_base_nothing_relative_stands_where_a_whole_address_must() {
    for (path, page) in pages(None) {
        for word in ["canonical", "og:url", "og:image", "twitter:image", "://"] {
            // The namespace of a drawing is an address that nobody asks.
            let page = page.replace("http://www.w3.org/2000/svg", "");
            // The lines to paste say that this one is to be replaced.
            let page = page.replace("https://clientele.example/", "");
            assert!(!page.contains(word), "/{path}: {word}");
        }
        assert!(page.contains("og:title"), "/{path}");
    }
}

#[test]
fn nothing_that_is_not_seen_at_first_is_read_before_the_first_frame() {
    let at = |page: &str, part: &str| {
        let text = &SERVED.pages[page];
        text.find(part)
            .unwrap_or_else(|| panic!("/{page} lacks {part}"))
    };
    for page in PAGES.iter().filter(|page| page.kind.has_script()) {
        let script = at(page.path, "<script id=\"forerunner\"");
        assert!(at(page.path, "</main>") < script, "/{}", page.path);
        assert!(script < at(page.path, "<footer"), "/{}", page.path);
    }
    let script = at("", "<script id=\"forerunner\"");
    assert!(script < at("", "popover="), "the terms");
    assert!(script < at("", "id=\"asked-full\""), "the questions");
}

#[test]
fn no_explanation_opens_another_one() {
    for page in &PAGES {
        // Each ends with the button that closes it.
        let explanations = SERVED.pages[page.path].split("popover=\"auto\"").skip(1);
        for explanation in explanations {
            let (within, _) = explanation
                .split_once("popovertargetaction=\"hide\"")
                .expect("a way to close it");
            assert_eq!(within.matches("popovertarget=").count(), 1, "{within}");
        }
    }
}

#[test]
fn what_is_said_without_a_script_stands_below_the_name_and_above_the_rest() {
    for page in PAGES.iter().filter(|it| it.kind.has_script()) {
        let text = &SERVED.pages[page.path];
        let at = |mark: &str| {
            text.find(mark)
                .unwrap_or_else(|| panic!("/{} lacks {mark}", page.path))
        };
        assert!(at("</header>") < at("<noscript>"), "/{}", page.path);
        assert!(
            at("</noscript>") < at("<main id=\"main\">"),
            "/{}",
            page.path
        );
    }
    // The lines that the sentence announces, then the ways to what needs no script.
    let text = &SERVED.pages["embed/"];
    let (_, note) = text.split_once("<noscript>").expect("a note");
    let (note, _) = note.split_once("</noscript>").expect("an end of the note");
    let (_, rest) = note
        .split_once(": </p><pre class=\"snippet\">")
        .expect("the lines");
    assert!(
        rest.contains("questionnaire/\"") && rest.contains("about/\""),
        "{note}"
    );
}

#[test]
fn pages_say_something_without_a_script() {
    let says = |path: &str, words: &str| {
        assert!(SERVED.pages[path].contains(words), "/{path} lacks: {words}");
    };
    let pack = &CONTENT.pack;
    says("", "Do you serve clients or customers?</h1>");
    says("", "<noscript>");
    for page in &PAGES {
        says(page.path, "about/\"");
        says(page.path, &format!("data-page=\"{}\"", page.kind.name()));
        if let Kind::Verdict(centring) = page.kind {
            says(
                page.path,
                "<a href=\"../../\" class=\"primary\">Answer it yourself</a>",
            );
            let example = match centring {
                Centring::Client => "law-firm",
                Centring::Customer => "self-service-software",
                Centring::Both => "freelancer",
            };
            let example = pack.examples.iter().find(|it| it.id == example);
            says(page.path, &example.expect("an example").name);
            for area in pack.areas.iter().filter(|it| it.id != "bridging") {
                says(page.path, &area.name);
            }
        }
    }
    says("compare/", "data-app=\"tools.app-1\"");
    says("embed/", "data-app=\"tools.app-1\"");
    says("embed/", &format!("content=\"{PACKAGE}\""));
    says("embed/", "&lt;iframe src=");
    says("compare/", "data-pack=\"tools.pack-1\"");
    says("", "data-app=\"form.app-1\"");
    says("", "data-whole-app=\"whole.app-1\"");
    for term in &pack.terms {
        says("about/", &term.name);
    }
    says("about/", "From 30 towards either end");
    for alone in ["about/", "questionnaire/"] {
        for part in ["<script", "id=\"waiting\""] {
            assert!(!SERVED.pages[alone].contains(part), "/{alone}: {part}");
        }
    }
}
