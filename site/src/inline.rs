//! What pages carry within themselves, so that the first screen takes one journey: style, and the
//! script that is at work before the app. Policies name both by their hashes.

use crate::pages::Kind;
use crate::seal::integrity;

/// The texts, as they are served.
#[derive(Clone, Debug, Default)]
pub struct Inline {
    /// The style of all first screens.
    pub first: String,
    /// That of what is read and of results, forced colours and print; a package's own at its end.
    pub rest: String,
    /// What the tools' pages have besides.
    pub tools: String,
    /// What the questionnaire on paper has besides.
    pub paper: String,
    /// The script, `static/early.js`.
    pub early: String,
    /// What goes before it on the first page, `static/head.js`.
    pub head: String,
}

impl Inline {
    /// The style within a page. The first page has what the start and the questions look like, and
    /// loads the rest at its end; every other page shows more than these at once.
    #[must_use]
    pub fn style(&self, kind: Kind) -> String {
        match kind {
            Kind::Home => self.first.clone(),
            Kind::Verdict(_) | Kind::About => [&*self.first, &self.rest].concat(),
            Kind::Questionnaire => [&*self.first, &self.rest, &self.paper].concat(),
            Kind::Compare | Kind::Embed => [&*self.first, &self.rest, &self.tools].concat(),
        }
    }

    /// The script within a page, if it has an app.
    #[must_use]
    pub fn script(&self, kind: Kind) -> Option<&str> {
        kind.has_script().then_some(&*self.early)
    }

    /// The page's `<style>`, and what keeps the first frame waiting until the page's script has run: it decides what is
    /// shown. Browsers that don't know `expect` draw a frame earlier at most.
    #[must_use]
    pub fn style_element(&self, kind: Kind) -> String {
        let style = format!("<style>{}</style>", self.style(kind));
        match self.script(kind) {
            Some(_) => {
                format!(
                    "{style}\n    <link rel=\"expect\" href=\"#forerunner\" blocking=\"render\">"
                )
            }
            None => style,
        }
    }

    /// The `<script>` in a page's head, if it has one: only the first page's start can be pressed
    /// before the script behind it has come, and only there the top is drawn first.
    #[must_use]
    pub fn head_element(&self, kind: Kind) -> String {
        match kind {
            Kind::Home => format!("<script>{}</script>", self.head),
            _ => String::new(),
        }
    }

    /// The page's `<script>`, if it has one. It stands behind what the page shows at first: browsers pause reading
    /// after a script, which is the moment to draw, while the rest of the page is not needed yet.
    #[must_use]
    pub fn script_element(&self, kind: Kind) -> String {
        self.script(kind).map_or_else(String::new, |script| {
            format!("<script id=\"forerunner\">{script}</script>")
        })
    }

    /// How a policy names the page's style.
    #[must_use]
    pub fn style_source(&self, kind: Kind) -> String {
        source(&self.style(kind))
    }

    /// How a policy names the page's scripts, if it has any.
    #[must_use]
    pub fn script_source(&self, kind: Kind) -> Option<String> {
        let own = source(self.script(kind)?);
        match kind {
            Kind::Home => Some([&*own, " ", &source(&self.head)].concat()),
            _ => Some(own),
        }
    }
}

fn source(text: &str) -> String {
    format!("'{}'", integrity(text.as_bytes()))
}
