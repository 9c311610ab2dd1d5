//! Where the site will be: what the addresses that must be whole begin with.

/// The environment's variable that says it.
pub const VARIABLE: &str = "CLIENTELE_BASE_URL";

/// The address of the site's first page, with a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// Reads an address; an error says what it has to look like.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let after_scheme = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"));
        let is_plain = |char: char| !char.is_whitespace() && !char.is_control();
        let is_whole = after_scheme.is_some_and(|rest| {
            rest.starts_with(|first: char| first.is_alphanumeric() || first == '[')
                && rest.chars().all(is_plain)
                && !rest.contains(['?', '#', '"', '<', '>', '\\'])
        });
        if !is_whole {
            return Err(format!(
                "the base URL '{text}' is no whole address: write it as https://example.org/ or \
                 https://example.org/folder/, without ? and #"
            ));
        }
        Ok(Self(format!("{}/", text.trim_end_matches('/'))))
    }

    /// Scheme, host and port.
    #[must_use]
    pub fn origin(&self) -> &str {
        let host = self.0.find("://").map_or(0, |at| at + 3);
        let end = self.0[host..].find('/');
        end.map_or(&self.0, |end| &self.0[..host + end])
    }

    /// The whole address of a path below it.
    #[must_use]
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn whole_addresses_are_joined() {
        for base in ["https://example.org/sub", " https://example.org/sub/ "] {
            let base = BaseUrl::parse(base).expect("an address");
            assert_eq!(base.join("about/"), "https://example.org/sub/about/");
            assert_eq!(base.origin(), "https://example.org");
        }
        let base = BaseUrl::parse("http://127.0.0.1:8080").expect("an address");
        assert_eq!(base.join(""), "http://127.0.0.1:8080/");
        assert_eq!(base.origin(), "http://127.0.0.1:8080");
    }

    #[test]
    fn anything_else_is_refused_with_an_example() {
        for base in [
            "",
            "example.org",
            "/sub/",
            "https://",
            "https:///sub/",
            "ftp://example.org/",
            "https://example.org/?a",
            "https://example.org/#a",
            "https://exa mple.org/",
            "https://example.org/\"",
        ] {
            let refusal = BaseUrl::parse(base).expect_err(base);
            assert!(refusal.contains("https://example.org/folder/"), "{refusal}");
        }
    }
}
