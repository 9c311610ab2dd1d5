//! What a page knows of what is kept, so that it takes neither its own refused answers nor a text that it knows for news
//! from elsewhere, and says once that nothing is kept.

/// What is kept, as far as this page knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The progress; empty if nothing is kept.
    text: String,
    /// Whether the last answers could not be kept.
    is_refused: bool,
}

impl Kept {
    /// What was kept when the page began, and whether the answers that it goes on with could not be.
    #[must_use]
    pub fn new(text: impl Into<String>, is_refused: bool) -> Self {
        let text = text.into();
        Self { text, is_refused }
    }

    /// Whether the last answers could not be kept.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.is_refused
    }

    /// A progress was kept, or could not be. Returns whether that is to be said.
    pub fn saved(&mut self, text: String, went_well: bool) -> bool {
        if went_well {
            self.text = text;
        }
        self.tried(went_well)
    }

    /// What was kept was deleted, or could not be. Returns whether that is to be said.
    pub fn forgotten(&mut self, went_well: bool) -> bool {
        if went_well {
            self.text.clear();
        }
        self.tried(went_well)
    }

    /// What could not be read was set aside, or could not be. Returns whether that is to be said.
    pub fn set_aside(&mut self, went_well: bool) -> bool {
        !went_well && self.tried(false)
    }

    /// A refusal is said once: a browser that refuses would otherwise say so at each answer.
    fn tried(&mut self, went_well: bool) -> bool {
        !core::mem::replace(&mut self.is_refused, !went_well) && !went_well
    }

    /// Something is kept now that another page kept, or nothing. Returns whether that counts: what the browser could not
    /// keep did not go with what it did, nor is what it kept before that any newer.
    pub fn is_news(&mut self, text: &str) -> bool {
        let counts = !self.is_refused || !(text.is_empty() || text == self.text);
        if counts {
            text.clone_into(&mut self.text);
        }
        counts
    }
}
