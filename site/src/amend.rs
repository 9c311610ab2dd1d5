//! A finished page or script with one thing in it changed. What is to be changed has to stand there exactly once: a page that
//! came to be drawn in another way would else go out unchanged, or changed in the wrong place. An error says what is missing;
//! whoever asks says of which file.

/// The page with one text in place of another.
pub(crate) fn replaced(page: &str, from: &str, to: &str) -> Result<String, String> {
    let (before, after) = around(page, from)?;
    Ok([before, to, after].concat())
}

/// The page without what begins and ends so.
pub(crate) fn without(page: &str, begins: &str, ends: &str) -> Result<String, String> {
    replaced(page, stretch(page, begins, ends)?, "")
}

/// What begins and ends so, with both of these.
pub(crate) fn stretch<'a>(page: &'a str, begins: &str, ends: &str) -> Result<&'a str, String> {
    let (before, after) = around(page, begins)?;
    let inside = after
        .find(ends)
        .ok_or_else(|| complaint(begins, &format!("is not followed by `{ends}`")))?;
    let end = before.len() + begins.len() + inside + ends.len();
    Ok(&page[before.len()..end])
}

/// The page in two: up to the end of a text, and what stands behind it.
pub(crate) fn behind<'a>(page: &'a str, text: &str) -> Result<(&'a str, &'a str), String> {
    let (before, _) = around(page, text)?;
    Ok(page.split_at(before.len() + text.len()))
}

/// What stands before and behind a text that stands there once.
fn around<'a>(page: &'a str, text: &str) -> Result<(&'a str, &'a str), String> {
    let (before, after) = page
        .split_once(text)
        .ok_or_else(|| complaint(text, "is not there"))?;
    match after.matches(text).count() {
        0 => Ok((before, after)),
        more => Err(complaint(text, &format!("stands there {} times", more + 1))),
    }
}

fn complaint(text: &str, is: &str) -> String {
    format!(
        "can't be changed at `{text}`, which {is}: look for what its source has now (a page's: index.html and site/src/pages.rs)"
    )
}

#[cfg(test)]
mod tests {
    use super::{behind, replaced, stretch, without};

    #[test]
    fn what_stands_there_once_is_changed() {
        let page = "<a href=\"1\">1</a> <b>";
        assert_eq!(
            replaced(page, "<b>", "<i>"),
            Ok("<a href=\"1\">1</a> <i>".to_owned())
        );
        assert_eq!(
            without(page, " href=\"", "\""),
            Ok("<a>1</a> <b>".to_owned())
        );
        assert_eq!(without(page, "<a ", "</a>"), Ok(" <b>".to_owned()));
        assert_eq!(behind("é</b>é", "</b>"), Ok(("é</b>", "é")));
        assert_eq!(stretch("é<b>é</b>", "<b>", "</b>"), Ok("<b>é</b>"));
    }

    #[test]
    fn what_does_not_is_an_error_that_names_it() {
        for (text, why) in [
            ("<i>", "`<i>`, which is not there"),
            ("1", "`1`, which stands there 2 times"),
        ] {
            for done in [
                replaced("<b>11</b>", text, ""),
                without("<b>11</b>", text, ">"),
                behind("<b>11</b>", text).map(|_| String::new()),
            ] {
                let error = done.expect_err(text);
                assert!(
                    error.contains(why) && error.contains("index.html"),
                    "{error}"
                );
            }
        }
        let error = without("<b>11", "<b>", "</b>").expect_err("no end");
        assert!(
            error.contains("`<b>`, which is not followed by `</b>`"),
            "{error}"
        );
    }
}
