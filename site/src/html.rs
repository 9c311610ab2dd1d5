//! Text into HTML: gaps filled, characters escaped.

/// Replaces each `{{id}}`.
pub fn fill(page: &str, value: impl Fn(&str) -> Option<String>) -> Result<String, String> {
    let mut filled = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, gap)) = rest.split_once("{{") {
        let (id, after) = gap
            .split_once("}}")
            .ok_or("index.html: close the gap that {{ opens")?;
        filled.push_str(before);
        filled.push_str(
            &value(id.trim())
                .ok_or_else(|| format!("index.html: {id}: there is no such sentence or asset"))?,
        );
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// Text as it may stand in HTML or XML, in an attribute too.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{escape, fill};

    #[test]
    fn fills_gaps_and_names_those_it_can_not() {
        let value = |id: &str| (id == "a").then(|| "1".to_owned());
        assert_eq!(fill("x {{a}} y {{ a }}", value), Ok("x 1 y 1".to_owned()));
        assert!(fill("{{b}}", value).is_err_and(|error| error.contains("b: there is no")));
        assert!(fill("{{a", value).is_err());
    }

    #[test]
    fn keeps_text_text() {
        assert_eq!(escape("<b> & \"c\""), "&lt;b> &amp; &quot;c&quot;");
    }
}
