//! The pack of the form alone: the questions and what the screens before a result say. The rest
//! comes with the whole widget, so that nobody waits for it before the first question.

use clientele::model::{Linked, Pack, Phrase};

/// The tables of sentences that only results have.
const OF_RESULTS: [&str; 24] = [
    "actions", "advice", "area", "areas", "close", "compare", "example", "examples", "fair",
    "flip", "gauge", "parts", "place", "profile", "result", "share", "sturdy", "table", "target",
    "tension", "tensions", "trial", "verdict", "weighed",
];

/// The same pack without what only results need: everything keeps its place and its index.
pub fn form_pack(pack: &Pack) -> Result<Pack, String> {
    let mut draft = (**pack).clone();
    draft.examples.clear();
    draft.tensions.clear();
    draft.areas.clear();
    draft.advice.clear();
    for (phrase, sentence) in Phrase::ALL.iter().zip(&mut draft.phrases) {
        let (id, _) = phrase.id_and_gaps();
        let table = id.split('.').next().unwrap_or_default();
        if OF_RESULTS.contains(&table) {
            sentence.clear();
        }
    }
    // The page itself has the glossary; sentences refer to it by the ids.
    for term in &mut draft.terms {
        term.name.clear();
        term.meaning = Linked::default();
        term.example.clear();
    }
    for question in &mut draft.questions {
        question.client_costs.clear();
        question.customer_costs.clear();
        question.client_first.clear();
        question.customer_first.clear();
    }
    Pack::new(draft).map_err(|error| format!("the form's pack: {error}"))
}
