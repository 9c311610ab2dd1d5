//! What search engines read beside the pages: `sitemap.xml` and `robots.txt`. Only whole addresses
//! are allowed in them, so both need a base.

use crate::address::BaseUrl;
use crate::html::escape;
use crate::pages::PAGES;

/// `sitemap.xml`: the pages that search engines may list.
#[must_use]
pub fn sitemap(base: &BaseUrl) -> String {
    let mut map = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for page in PAGES.iter().filter(|page| page.is_indexable()) {
        map.push_str("  <url><loc>");
        map.push_str(&escape(&base.join(page.path)));
        map.push_str("</loc></url>\n");
    }
    map + "</urlset>\n"
}

/// `robots.txt`: everything may be read, or nobody would see what must not be listed.
#[must_use]
pub fn robots(base: &BaseUrl) -> String {
    format!(
        "User-agent: *\nAllow: /\nSitemap: {}\n",
        base.join("sitemap.xml")
    )
}
