//! The shape of `content/questionnaire.toml`, as its authors write it: by ids, not by indices.

use std::collections::BTreeMap;

use clientele::model::{Judgement, Towards};
use serde::Deserialize;

/// The numbers of the questionnaire, as the file has them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Questionnaire {
    pub(crate) judgement: Judgement,
    pub(crate) section: Vec<Named>,
    pub(crate) question: Vec<RawQuestion>,
    pub(crate) example: Vec<RawExample>,
    pub(crate) tension: Vec<RawTension>,
    pub(crate) area: Vec<Named>,
    pub(crate) advice: Vec<RawAdvice>,
    pub(crate) term: Vec<Named>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Named {
    pub(crate) id: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawQuestion {
    pub(crate) id: String,
    pub(crate) section: String,
    pub(crate) slot: u8,
    pub(crate) weight: u8,
    #[serde(default)]
    pub(crate) short: bool,
    #[serde(default)]
    pub(crate) theirs: bool,
    pub(crate) options: Vec<RawOption>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawOption {
    pub(crate) number: u8,
    pub(crate) position: i8,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawExample {
    pub(crate) id: String,
    pub(crate) verdict: Label,
    pub(crate) answers: BTreeMap<String, i8>,
}

/// What an example or an advice is labelled as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// Client-centred.
    Client,
    /// Customer-centred.
    Customer,
    /// Both, as two clear sides.
    TwoTrack,
    /// Both, half-way.
    InBetween,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawTension {
    pub(crate) id: String,
    pub(crate) when: Vec<RawCondition>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawCondition {
    pub(crate) question: String,
    pub(crate) towards: Towards,
    #[serde(default = "one")]
    pub(crate) at_least: u8,
}

fn one() -> u8 {
    1
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawAdvice {
    pub(crate) id: String,
    pub(crate) area: String,
    pub(crate) r#for: Vec<Label>,
    pub(crate) calls: Vec<RawCall>,
    #[serde(default)]
    pub(crate) unless: Vec<RawCondition>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawCall {
    pub(crate) question: String,
    pub(crate) towards: Towards,
}
