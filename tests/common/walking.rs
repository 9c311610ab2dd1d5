//! What the tests of the screens share: how a visit begins, how it goes on, and where it has come to.

use std::rc::Rc;

use clientele::flow::{Asking, Effect, Event, Form, Model, Progress, Screen, Shown, Stored};
use clientele::model::{Answers, Pack};
use proptest::prelude::*;

use super::{at, launch, pack, short_form, update};

thread_local! {
    // Copied once, not at each of thousands of launches.
    static PACK: Rc<Pack> = Rc::new(pack().clone());
}

/// The widget opened at a fragment, where the browser has kept this, and what it asks for.
pub(crate) fn opened(stored: Stored, fragment: &str) -> (Model, Vec<Effect>) {
    launch(PACK.with(Rc::clone), stored, fragment)
}

/// The same for somebody who comes back with these answers to the full form, or with none.
pub(crate) fn returned(own: impl Into<Option<Answers>>, fragment: &str) -> (Model, Vec<Effect>) {
    let kept = own.into().map(|answers| stored(Form::Full, answers));
    opened(kept.unwrap_or(Stored::Nothing), fragment)
}

/// Answers as the browser has kept them.
pub(crate) fn stored(form: Form, answers: Answers) -> Stored {
    Stored::Text(Progress { form, answers }.print())
}

/// What asks for them to be kept.
pub(crate) fn saved(form: Form, answers: Answers) -> Effect {
    Effect::Save(Progress { form, answers }.print())
}

/// The model after some events, whatever they asked for.
pub(crate) fn after(model: Model, events: impl IntoIterator<Item = Event>) -> Model {
    let step = |model, event| update(model, event).0;
    events.into_iter().fold(model, step)
}

/// One's own result on the screen.
pub(crate) fn own_result(answers: Answers) -> Model {
    after(returned(answers, "").0, [Event::ResultOpened])
}

/// The result on the screen, whosever it is.
pub(crate) fn shown(model: &Model) -> &Shown {
    match &model.screen {
        Screen::Result(shown) => shown,
        other => panic!("no result is shown, but {other:?}"),
    }
}

/// The screen of a question on the way through the form, which is counted from 0.
pub(crate) fn asking(at: usize) -> Screen {
    Screen::Question(Asking {
        at,
        from_review: false,
    })
}

/// Answers to the short form alone, all at the client's end.
pub(crate) fn short_client() -> Answers {
    let questions = short_form().into_iter();
    questions.fold(Answers::default(), |answers, question| {
        answers.with(question, at(question, 2))
    })
}

/// Either form.
pub(crate) fn any_form() -> impl Strategy<Value = Form> {
    prop_oneof![Just(Form::Short), Just(Form::Full)]
}
