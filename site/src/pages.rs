//! The pages: which there are, under which path, and each as a whole file of HTML made from the one
//! template `index.html`.

mod about;
mod appless;
mod asked;
mod draw;
mod head;
mod paper;
mod verdict;

use std::collections::BTreeMap;

use clientele::flow::{Stored, launch_form};
use clientele::model::{Centring, Pack};
use clientele::view;
use yew::Callback;

pub use draw::draw as drawn;
pub(crate) use verdict::title as verdict_title;

use crate::address::BaseUrl;
use crate::amend::{behind, replaced};
use crate::card::Card;
use crate::content::Content;
use crate::html::{escape, fill};
use crate::inline::Inline;
use crate::page_text::Gaps;
use crate::policy;

/// What a page is, and with it what the app does there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The widget itself.
    Home,
    /// What a verdict means; a result's code in the fragment opens that result instead.
    Verdict(Centring),
    /// Results side by side.
    Compare,
    /// Settings, a preview and the lines for other people's pages.
    Embed,
    /// Method, words, sources, privacy: text alone, without any script.
    About,
    /// The questionnaire to print and to work out by hand, without any script.
    Questionnaire,
}

impl Kind {
    /// What `data-page` says, for `boot.js` and the app.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Verdict(_) => "verdict",
            Self::Compare => "compare",
            Self::Embed => "embed",
            Self::About => "about",
            Self::Questionnaire => "questionnaire",
        }
    }

    /// How the text file calls the page: `page.home.title`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Verdict(Centring::Client) => "client",
            Self::Verdict(Centring::Customer) => "customer",
            Self::Verdict(Centring::Both) => "both",
            _ => self.name(),
        }
    }

    /// The app that the page begins with, as the keys of its files have it.
    #[must_use]
    pub fn app(self) -> &'static str {
        match self {
            Self::Home => "form",
            Self::Verdict(_) | Self::About | Self::Questionnaire => "whole",
            Self::Compare | Self::Embed => "tools",
        }
    }

    /// Whether it has an app, and so any script at all.
    #[must_use]
    pub fn has_script(self) -> bool {
        !matches!(self, Self::About | Self::Questionnaire)
    }

    /// The picture that previews show.
    #[must_use]
    pub fn card(self) -> Card {
        match self {
            Self::Verdict(centring) => Card::Verdict(centring),
            _ => Card::Question,
        }
    }
}

/// A page and where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Below the site's address, with a slash at its end; empty for the first page.
    pub path: &'static str,
    /// What it is.
    pub kind: Kind,
    /// The path that it goes by; another one than its own for an alias.
    pub canonical: &'static str,
}

impl Page {
    const fn new(path: &'static str, kind: Kind) -> Self {
        Self::alias(path, kind, path)
    }

    const fn alias(path: &'static str, kind: Kind, canonical: &'static str) -> Self {
        Self {
            path,
            kind,
            canonical,
        }
    }

    /// Whether it is another page under a shorter path.
    #[must_use]
    pub fn is_alias(&self) -> bool {
        self.path != self.canonical
    }

    /// Whether search engines may list it. What people share are the short paths, each one's own result
    /// behind the `#`; the page itself says what a verdict means.
    #[must_use]
    pub fn is_indexable(&self) -> bool {
        !self.is_alias()
    }

    /// The way from the page to the site's first one.
    #[must_use]
    pub fn root(&self) -> String {
        "../".repeat(self.path.matches('/').count())
    }
}

const CLIENT: Kind = Kind::Verdict(Centring::Client);
const CUSTOMER: Kind = Kind::Verdict(Centring::Customer);
const BOTH: Kind = Kind::Verdict(Centring::Both);

/// All pages. The short aliases are for links that people share, which have to be short.
pub const PAGES: [Page; 11] = [
    Page::new("", Kind::Home),
    Page::new("r/client-centred/", CLIENT),
    Page::new("r/customer-centred/", CUSTOMER),
    Page::new("r/both/", BOTH),
    Page::alias("r/cl/", CLIENT, "r/client-centred/"),
    Page::alias("r/cu/", CUSTOMER, "r/customer-centred/"),
    Page::alias("r/bo/", BOTH, "r/both/"),
    Page::new("compare/", Kind::Compare),
    Page::new("embed/", Kind::Embed),
    Page::new("about/", Kind::About),
    Page::new("questionnaire/", Kind::Questionnaire),
];

/// A sentence with the judgement's own numbers in its gaps, so that none of them is written twice.
fn with_numbers(pack: &Pack, sentence: &str) -> String {
    let judgement = &pack.judgement;
    let numbers = [
        ("{questions}", pack.questions.len().to_string()),
        ("{edge}", judgement.threshold.to_string()),
        ("{share}", judgement.two_track_share.to_string()),
        ("{least}", judgement.least_answers.to_string()),
    ];
    with(sentence.to_owned(), &numbers)
}

/// The sentence with its gaps filled.
fn with(sentence: String, values: &[(&str, String)]) -> String {
    let put = |filled: String, (gap, value): &(&str, String)| filled.replace(gap, value);
    values.iter().fold(sentence, put)
}

/// All sentences that pages and cards ask for, beyond those that the template names, with their gaps.
pub fn texts() -> impl Iterator<Item = (String, Gaps)> {
    let heads = PAGES.iter().filter(|page| !page.is_alias()).flat_map(|it| {
        ["title", "description"]
            .map(|part| (format!("page.{}.{part}", it.kind.id()), Gaps::default()))
    });
    let bodies = [
        appless::TEXTS,
        verdict::TEXTS,
        about::TEXTS,
        paper::TEXTS,
        Card::TEXTS,
    ];
    let bodies = bodies.into_iter().flatten();
    heads.chain(bodies.map(|(id, gaps)| ((*id).to_owned(), *gaps)))
}

/// All that pages are made from.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// The words.
    pub content: &'a Content,
    /// The text of `index.html`.
    pub template: &'a str,
    /// What `asset.app` and the others are called.
    pub assets: &'a BTreeMap<String, String>,
    /// What pages carry within themselves.
    pub inline: &'a Inline,
    /// Where the site will be, if that is known.
    pub base: Option<&'a BaseUrl>,
    /// What the cards are called, if there are any.
    pub cards: &'a BTreeMap<Card, String>,
    /// What the files of the course packages are called, if there are any.
    pub packages: &'a [String],
}

/// Where the name above a page ends.
const NAME_END: &str = "</header>";

/// Where what a page is about ends, and what stands round it goes on.
const MAIN_END: &str = "</main>";

/// What gaps begin with that Trunk fills itself.
const TRUNK: &str = "__TRUNK_";

impl Site<'_> {
    /// The whole file of a page.
    pub fn page(&self, page: &Page) -> Result<String, String> {
        let say = &self.content.page;
        let root = page.root();
        let id = page.kind.id();
        let (body, around) = self
            .parts(page)
            .map_err(|error| format!("/{}: {error}", page.path))?;
        let asked = match page.kind {
            Kind::Home => asked::asked(&self.content.pack)?,
            _ => String::new(),
        };
        let filled = fill(self.template, |gap| {
            Some(match gap {
                "root" => root.clone(),
                "site.language" => self.content.pack.language.clone(),
                "site.page" => page.kind.name().to_owned(),
                "site.title" => escape(say.say(&format!("page.{id}.title"))),
                "site.description" => escape(say.say(&format!("page.{id}.description"))),
                gap if gap.starts_with(TRUNK) => ["{{", gap, "}}"].concat(),
                "html.policy" if !self.has_policies() => String::new(),
                "html.policy" => policy::meta(page.kind, self.inline, self.base),
                "html.meta" => head::meta(self, page),
                "html.scripts" => head::scripts(self, page)?,
                "html.style" => self.inline.style_element(page.kind),
                "html.head" => self.inline.head_element(page.kind),
                "html.ahead" => head::ahead(self, page)?,
                "html.early" => self.inline.script_element(page.kind),
                "html.waiting" => appless::waiting(say, page.kind),
                "html.kept" => appless::kept(say, page.kind),
                "html.body" => body.clone(),
                "html.around" => around.clone(),
                "html.asked" => asked.clone(),
                "html.rest" => head::rest(self, page)?,
                _ => {
                    let named = self.asset(page.kind, gap).map(String::as_str);
                    escape(named.or_else(|| self.content.page.get(gap))?)
                }
            })
        })?;
        // Trunk's own instructions mean nothing to a browser, nor does what was left empty.
        Ok(filled
            .split_inclusive('\n')
            .filter(|line| !line.contains("data-trunk") && !line.trim().is_empty())
            .collect())
    }

    /// Whether pages have a policy. `trunk serve` has a script of its own in pages, inline, to load them again.
    pub(crate) fn has_policies(&self) -> bool {
        !self.template.contains(TRUNK)
    }

    /// What the file of a gap such as `asset.app` is called: that of the page's app, if it has one.
    fn asset(&self, kind: Kind, gap: &str) -> Option<&String> {
        let key = gap.strip_prefix("asset.")?;
        let own = self.assets.get(&format!("asset.{}.{key}", kind.app()));
        own.or_else(|| self.assets.get(gap))
    }

    /// What stands in `#app` before any script has run, or without one: up to the end of what the page is about, and what
    /// stands behind that.
    fn parts(&self, page: &Page) -> Result<(String, String), String> {
        let (pack, say) = (&self.content.pack, &self.content.page);
        let root = page.root();
        let drawn = match page.kind {
            Kind::Home => {
                let (model, _) = launch_form(pack.clone().into(), Stored::Nothing, None, "");
                let screen = view::screen::<false>(&model.into(), &Callback::noop());
                // The form's app draws its screens into this page, so all else is here for good.
                view::page_of(pack, &root, screen, view::glossary::whole(pack))
            }
            Kind::Verdict(centring) => verdict::verdict(self.content, centring, &root),
            Kind::Compare => view::compare::beginning(self.content.tools.clone().into(), &root),
            Kind::Embed => {
                view::embed::beginning(self.content.tools.clone().into(), &root, self.packages)
            }
            Kind::About => about::about(pack, say, &root),
            Kind::Questionnaire => paper::paper(pack, say, &root),
        };
        let mut whole = draw::draw(drawn)?;
        if let Some(note) = appless::note(self, page) {
            // Behind the name of the page, before what it says.
            whole = replaced(&whole, NAME_END, &[NAME_END, &note].concat())?;
        }
        // The script stands right behind what the page is about: what stands round it is not waited for.
        let (body, around) = behind(&whole, MAIN_END)?;
        Ok((body.to_owned(), around.to_owned()))
    }
}
