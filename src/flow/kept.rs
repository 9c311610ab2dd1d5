//! What this page knows of the stored progress: the text that it last saw there, and whether the browser refused the latest
//! answers. So it takes no text that it knows for another page's news, and says once that nothing is kept.

/// The stored progress, as far as this page knows.
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
    #[must_use = "the visitor has to be told"]
    pub fn saved(&mut self, text: String, went_well: bool) -> bool {
        if went_well {
            self.text = text;
        }
        self.tried(went_well)
    }

    /// What was kept was deleted, or could not be. Returns whether that is to be said.
    #[must_use = "the visitor has to be told"]
    pub fn forgotten(&mut self, went_well: bool) -> bool {
        if went_well {
            self.text.clear();
        }
        self.tried(went_well)
    }

    /// What could not be read was set aside, or could not be. Returns whether that is to be said.
    #[must_use = "the visitor has to be told"]
    pub fn set_aside(&mut self, went_well: bool) -> bool {
        !went_well && self.tried(false)
    }

    /// A refusal is said once: a browser that refuses would otherwise say so at each answer.
    fn tried(&mut self, went_well: bool) -> bool {
        !core::mem::replace(&mut self.is_refused, !went_well) && !went_well
    }

    /// Takes note of what another page has stored (nothing, where it deleted its progress), and says whether to go on from
    /// that. While the browser refuses this page's answers, what it still holds is older than they are, and no news; nor is
    /// it then that it holds nothing.
    #[must_use = "what is no news must not take the place of this page's answers"]
    pub fn take_news(&mut self, text: &str) -> bool {
        let counts = !self.is_refused || !(text.is_empty() || text == self.text);
        if counts {
            text.clone_into(&mut self.text);
        }
        counts
    }
}
