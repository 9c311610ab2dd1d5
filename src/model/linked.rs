//! Texts in which terms of the glossary may be linked, written `[shown words](term)`.

use serde::{Deserialize, Serialize};

/// A text with links to the glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Linked(String);

/// A stretch of such a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch<'a> {
    /// Words alone.
    Words(&'a str),
    /// Words that link to a term.
    Link {
        /// The words.
        shown: &'a str,
        /// The term's name in the content files, whether there is such a term or not.
        term: &'a str,
    },
}

impl From<String> for Linked {
    fn from(written: String) -> Self {
        Self(written)
    }
}

impl Linked {
    /// Its stretches in their order. A bracket that begins no link is words, with all that follows.
    #[must_use]
    pub fn stretches(&self) -> Vec<Stretch<'_>> {
        let mut stretches = Vec::new();
        let mut rest = self.0.as_str();
        while let Some((before, link)) = rest.split_once('[')
            // By its characters: to look for both at once would bring a search for texts into every app.
            && let Some((shown, behind)) = link.split_once(']')
            && let Some(behind) = behind.strip_prefix('(')
            && let Some((term, behind)) = behind.split_once(')')
        {
            stretches.push(Stretch::Words(before));
            stretches.push(Stretch::Link { shown, term });
            rest = behind;
        }
        stretches.push(Stretch::Words(rest));
        stretches
    }

    /// Its words, where nothing can be linked.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut words = String::new();
        for stretch in self.stretches() {
            match stretch {
                Stretch::Words(shown) | Stretch::Link { shown, .. } => words.push_str(shown),
            }
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::{Linked, Stretch};

    #[test]
    fn links_are_told_from_words() {
        use Stretch::{Link, Words};
        let link = Link {
            shown: "a firm",
            term: "patron",
        };
        let table: [(&str, &[Stretch<'_>], &str); 5] = [
            ("", &[Words("")], ""),
            ("as it is", &[Words("as it is")], "as it is"),
            (
                "of [a firm](patron).",
                &[Words("of "), link, Words(".")],
                "of a firm.",
            ),
            // What is no link stands as it is written, and what follows with it.
            (
                "[a firm](patron) [cut](short",
                &[Words(""), link, Words(" [cut](short")],
                "a firm [cut](short",
            ),
            ("[3] and [4]", &[Words("[3] and [4]")], "[3] and [4]"),
        ];
        for (written, stretches, plain) in table {
            let text = Linked::from(written.to_owned());
            assert_eq!(text.stretches(), stretches, "{written}");
            assert_eq!(text.plain(), plain, "{written}");
        }
    }
}
