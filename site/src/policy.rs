//! What a page may load and do, as its content security policy: nothing but its own files, and no
//! code but these. Each page has the narrowest that it works with.

use crate::address::BaseUrl;
use crate::amend::replaced;
use crate::html::escape;
use crate::inline::Inline;
use crate::pages::Kind;

/// The page's own host.
const SELF: &str = "'self'";

/// For all pages: their style and icon, and nobody who sends what is typed elsewhere. Also where no script runs, tools that
/// look at a page ask its own host for `robots.txt` as the page would.
const SHARED: [(&str, &str); 7] = [
    ("default-src", "'none'"),
    ("connect-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
    ("style-src", "'self'"),
    ("manifest-src", "'self'"),
    ("img-src", "'self'"),
];

/// For pages with an app: its script and wasm, and so its worker. A result's picture is an SVG by a
/// `data:` address before it is a PNG.
const OF_APPS: [(&str, &str); 2] = [
    ("img-src", "'self' data:"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
];

/// For the page that shows how the widget will look in another one: that in a frame, too.
const OF_PREVIEWS: [(&str, &str); 3] = [OF_APPS[0], OF_APPS[1], ("frame-src", "'self'")];

/// The policy of a kind of page. A kind that needs more says so here. What the page carries within
/// itself is named by its hash, so nothing else that stands in a page is style or script.
///
/// Where it is known, the page's own origin stands beside `'self'`, which `WebKit` takes for nobody in a sandbox without an
/// origin.
#[must_use]
pub fn policy(kind: Kind, inline: &Inline, base: Option<&BaseUrl>) -> String {
    let own_files = base.map_or_else(
        || SELF.to_owned(),
        |base| [SELF, " ", base.origin()].concat(),
    );
    let more: &[(&str, &str)] = match kind {
        Kind::Home | Kind::Verdict(_) | Kind::Compare => &OF_APPS,
        Kind::Embed => &OF_PREVIEWS,
        Kind::About | Kind::Questionnaire => &[],
    };
    let shared = SHARED
        .iter()
        .filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    let directives: Vec<String> = shared
        .chain(more)
        .map(|(name, sources)| {
            let own = match *name {
                "style-src" => Some(inline.style_source(kind)),
                "script-src" => inline.script_source(kind),
                _ => None,
            };
            let own = own.map_or_else(String::new, |hash| [" ", &hash].concat());
            let sources = sources.replace(SELF, &own_files);
            format!("{name} {sources}{own}")
        })
        .collect();
    directives.join("; ")
}

/// The same as a line of a page's head. It binds what stands below it.
#[must_use]
pub fn meta(kind: Kind, inline: &Inline, base: Option<&BaseUrl>) -> String {
    format!(
        "<meta http-equiv=\"content-security-policy\" content=\"{}\">",
        escape(&policy(kind, inline, base))
    )
}

/// A page whose policy has these sources besides: what a course's page reports to, for instance. An error if its policy has
/// no such directive.
pub fn widened(page: &str, directive: &str, sources: &str) -> Result<String, String> {
    let begins = format!("; {directive} ");
    replaced(page, &begins, &format!("{begins}{sources} "))
}

#[cfg(test)]
mod tests {
    use super::{BaseUrl, SELF, meta, policy, widened};
    use crate::inline::Inline;
    use crate::pages::{Kind, PAGES};

    #[test]
    fn nothing_is_allowed_that_a_script_from_elsewhere_could_use() {
        let inline = Inline::default();
        for page in PAGES {
            let policy = policy(page.kind, &inline, None);
            assert!(policy.starts_with("default-src 'none'; "), "{policy}");
            for source in ["unsafe-inline", "'unsafe-eval'", "*", "http"] {
                assert!(!policy.contains(source), "{policy}");
            }
            let mut names: Vec<&str> = policy
                .split("; ")
                .filter_map(|it| it.split(' ').next())
                .collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "only the first of two counts: {policy}");
        }
        assert!(!policy(Kind::About, &inline, None).contains("script-src"));
    }

    #[test]
    fn the_pages_own_origin_stands_beside_self_where_it_is_known() {
        let base = BaseUrl::parse("https://example.org/folder/").expect("an address");
        for page in PAGES {
            let named = policy(page.kind, &Inline::default(), Some(&base));
            let own = "'self' https://example.org";
            assert_eq!(
                named.matches(SELF).count(),
                named.matches(own).count(),
                "{named}"
            );
            let without = named.replace(" https://example.org", "");
            assert_eq!(without, policy(page.kind, &Inline::default(), None));
        }
    }

    #[test]
    fn a_page_with_other_needs_can_say_so() {
        let page = meta(Kind::Home, &Inline::default(), None);
        let wider = widened(&page, "connect-src", "https:");
        assert!(wider.is_ok_and(|it| it.contains("; connect-src https: 'self'; ")));
        assert!(widened(&page, "frame-src", "https:").is_err());
    }
}
