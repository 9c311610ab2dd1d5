//! What the tests of comparisons share: a page that was given something and has read it.

use std::rc::Rc;

use clientele::compare::{Effect, Event, Model, launch, update};
use clientele::model::{Answer, Answers, encode};

use super::{example, pack, tools};

/// The share code of an example business.
pub(crate) fn code(id: &str) -> String {
    encode(&example(id))
}

/// A share code with too few answers for a verdict: one alone, wholly at the client end.
pub(crate) fn barely() -> String {
    let question = &pack().questions[0];
    let most = question.options.iter().max_by_key(|it| it.position);
    let answer = Answer::Option(most.expect("an option").number);
    encode(&Answers::default().with(question, answer))
}

/// The page opened at an address, with all of it read.
pub(crate) fn opened(fragment: &str) -> Model {
    let (mut model, effects) = launch(Rc::new(tools().clone()), "../".to_owned(), fragment);
    read_on(&mut model, effects);
    model
}

/// Reads all that is still to be read, and returns what else was asked for.
pub(crate) fn read_on(model: &mut Model, mut effects: Vec<Effect>) -> Vec<Effect> {
    let mut others = Vec::new();
    loop {
        let is_due = effects.contains(&Effect::NextSlice);
        others.extend(effects.into_iter().filter(|it| *it != Effect::NextSlice));
        if !is_due {
            return others;
        }
        effects = update(model, Event::SliceDue);
    }
}

/// The page after a text was pasted and read.
pub(crate) fn given(text: &str) -> Model {
    let mut model = opened("");
    let effects = update(&mut model, Event::TextGiven(text.to_owned()));
    read_on(&mut model, effects);
    model
}

/// The names in the order of the table.
pub(crate) fn names(model: &Model) -> Vec<String> {
    model.rows().map(|(_, person)| model.name(person)).collect()
}

/// Everybody's answers, with what they are called.
pub(crate) fn pairs(model: &Model) -> Vec<(Answers, Option<String>)> {
    let people = model.people().iter();
    people
        .map(|it| (it.answers, it.label.as_deref().map(str::to_owned)))
        .collect()
}

/// Links of two results.
pub(crate) fn links() -> [String; 2] {
    ["law-firm", "retail-shop"].map(|id| format!("https://example.org/#{}", code(id)))
}

/// The lines that were not used, and how they begin.
pub(crate) fn refused(model: &Model) -> Vec<(u32, &str)> {
    let faults = model.summary.iter().flat_map(|it| &it.faults);
    faults.map(|it| (it.line, it.excerpt.as_str())).collect()
}
