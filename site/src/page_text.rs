//! The sentences that pages, cards and packages ask for by id, beyond the widget's own. What is asked for stands in a list,
//! which the content is checked against.

use std::collections::BTreeMap;

/// The names of the gaps that a sentence has to have.
pub type Gaps = &'static [&'static str];

/// A line of such a list: a sentence's id, and its gaps.
pub type Listed = (&'static str, Gaps);

/// The sentences by id.
#[derive(Clone, Debug, Default)]
pub struct PageText(BTreeMap<String, String>);

impl PageText {
    /// The sentence with this id.
    ///
    /// # Panics
    ///
    /// If no list has it: a page without the sentence would look like a whole one, so the build ends here.
    #[must_use]
    pub fn say(&self, id: &str) -> &str {
        self.get(id).unwrap_or_else(|| {
            panic!(
                "{id} is asked for, but stands in no list: add it to TEXTS of the file in site/src that asks for it"
            )
        })
    }

    /// The sentence with this id, if there is one.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }

    /// Says something else where a sentence is; an error if none has this id.
    pub fn replace(&mut self, id: &str, sentence: &str) -> Result<(), String> {
        let place = self.0.get_mut(id);
        let place = place.ok_or_else(|| format!("{id} is not there to be replaced"))?;
        sentence.clone_into(place);
        Ok(())
    }

    /// All of them, with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(id, sentence)| (&**id, &**sentence))
    }
}

impl FromIterator<(String, String)> for PageText {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(sentences: T) -> Self {
        Self(sentences.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::PageText;

    fn text() -> PageText {
        PageText::from_iter([("a.b".to_owned(), "Said.".to_owned())])
    }

    #[test]
    fn what_is_there_is_said_and_can_be_replaced() {
        let mut text = text();
        assert_eq!(text.say("a.b"), "Said.");
        assert_eq!(text.replace("a.b", "Other."), Ok(()));
        assert_eq!(text.iter().collect::<Vec<_>>(), [("a.b", "Other.")]);
        assert!(text.replace("a.c", "").is_err_and(|it| it.contains("a.c")));
    }

    #[test]
    #[should_panic(expected = "a.c is asked for, but stands in no list: add it to TEXTS")]
    fn what_no_list_has_ends_the_build() {
        let _ = text().say("a.c");
    }
}
