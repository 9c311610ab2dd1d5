//! Our own style sheets and scripts as visitors get them: without comments and indentation, which are for us.

use std::path::Path;

use crate::files;

/// All style sheets as one, in the order of their names.
pub(crate) fn style(folder: &Path) -> Result<String, String> {
    let sheets = files::within(folder)?;
    let sheets = sheets
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "css"));
    let mut all = String::new();
    for sheet in sheets {
        all.push_str(&without_comments(&files::text(sheet)?));
    }
    Ok(all)
}

/// A style sheet without its comments and indentation, which are for us and not for visitors.
pub(crate) fn without_comments(source: &str) -> String {
    let mut kept = String::new();
    let mut rest = source;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .fold(String::new(), |all, line| all + line + "\n")
}

/// A script of our own without the lines that are comments, and without indentation.
pub(crate) fn script_text(file: &Path) -> Result<String, String> {
    Ok(without_comment_lines(&files::text(file)?))
}

fn without_comment_lines(source: &str) -> String {
    source
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .fold(String::new(), |all, line| all + line + "\n")
}

#[cfg(test)]
mod tests {
    use super::{without_comment_lines, without_comments};

    #[test]
    fn drops_comments_and_blank_lines() {
        assert_eq!(
            without_comments("/* a */\n  b {\n\n c }\n/* d"),
            "b {\nc }\n"
        );
    }

    #[test]
    fn drops_lines_of_a_script_that_are_comments() {
        assert_eq!(
            without_comment_lines("// a\n  b('//c'); // d\n\n"),
            "b('//c'); // d\n"
        );
    }
}
