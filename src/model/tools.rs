//! The pack of the pages that most visitors never open: the questionnaire's own, with these pages'
//! sentences behind it, so that nobody else pays for them.

use super::pack::{Draft, HEADER, Pack, PackError, fill};
use super::phrase::phrases;

/// A questionnaire with its text and the sentences of the tools.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToolPack {
    /// The questionnaire and the sentences that all pages share.
    pub pack: Pack,
    phrases: Vec<String>,
}

impl ToolPack {
    /// Puts the two together; `phrases` are in the order of [`ToolPhrase::ALL`].
    pub fn new(pack: Pack, phrases: Vec<String>) -> Result<Self, PackError> {
        if phrases.len() == ToolPhrase::ALL.len() {
            Ok(Self { pack, phrases })
        } else {
            let what = "the tools have another number of phrases";
            Err(PackError::Invalid(what))
        }
    }

    /// Reads a pack, whoever sent the bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackError> {
        let body = bytes.strip_prefix(HEADER).ok_or(PackError::Foreign)?;
        match postcard::take_from_bytes::<(Draft, Vec<String>)>(body) {
            Ok(((draft, phrases), [])) => Self::new(Pack::new(draft)?, phrases),
            Ok(_) | Err(_) => Err(PackError::Damaged),
        }
    }

    /// The bytes that [`ToolPack::from_bytes`] reads.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let phrases = postcard::to_allocvec(&self.phrases).unwrap_or_default();
        [self.pack.to_bytes(), phrases].concat()
    }

    /// A sentence of the tools.
    #[must_use]
    pub fn say(&self, phrase: ToolPhrase) -> &str {
        self.phrases.get(phrase as usize).map_or("", String::as_str)
    }

    /// A sentence of the tools with its gaps filled: each `{name}` by the value of that name.
    #[must_use]
    pub fn fill(&self, phrase: ToolPhrase, values: &[(&str, &str)]) -> String {
        fill(self.say(phrase), values)
    }
}

phrases! {
    /// A sentence of the tools.
    ToolPhrase:
    ComparisonTitle = "comparison.title" [],
    ComparisonLead = "comparison.lead" [],
}
