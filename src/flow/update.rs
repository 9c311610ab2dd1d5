//! The one step from a model and an event to the next model and what has to be done outside.
//!
//! The app of the form and the whole app take the same steps. What only the whole one does stands
//! under `WHOLE`, so that the compiler leaves it out of the other; there a result is reached by
//! handing over.

use std::rc::Rc;

use super::event::{Effect, Event, Focus};
use super::keys::key_pressed;
use super::progress::Progress;
use super::result::on_result;
use super::state::{Asking, Form, Model, Notice, Owner, Screen, Shown};
use super::told;
use crate::model::{Answer, Answers, LinkError, QuestionAt, decode_sent, encode};
use crate::route::{Route, as_sent};

/// Takes a step. Pure: whatever has to happen outside is in the effects, in order.
#[must_use]
pub fn update(model: Model, event: Event) -> (Model, Vec<Effect>) {
    taken::<true>(model, event)
}

/// Takes a step of the app of the form, which hands over where there is a result to show.
#[must_use]
pub fn update_form(model: Model, event: Event) -> (Model, Vec<Effect>) {
    taken::<false>(model, event)
}

fn taken<const WHOLE: bool>(mut model: Model, event: Event) -> (Model, Vec<Effect>) {
    let mut effects = Vec::new();
    let before = model.asking();
    step::<WHOLE>(&mut model, event, &mut effects);
    if model.asking() != before {
        model.is_ahead = false;
    }
    (model, effects)
}

fn step<const WHOLE: bool>(model: &mut Model, event: Event, effects: &mut Vec<Effect>) {
    match event {
        Event::Started(form) => {
            model.form = form;
            model.is_filling = false;
            save(model, effects);
            effects.push(told::started(model));
            open_question::<WHOLE>(model, 0, effects);
        }
        Event::Resumed => match model.resume_at() {
            Some(at) => {
                model.is_filling = model.is_gap(at);
                open_question::<WHOLE>(model, at, effects);
            }
            None => open::<WHOLE>(model, Route::Review, effects),
        },
        Event::BegunAfresh => {
            let cleared = match model.notice.take() {
                // Pressed twice: what can be brought back is still that of the first time.
                Some(cleared @ Notice::Cleared(_)) if model.answers.is_empty() => cleared,
                _ => clear(model),
            };
            effects.push(Effect::Forget);
            open::<WHOLE>(model, Route::Start, effects);
            model.notice = Some(cleared);
        }
        Event::ClearingUndone => {
            if let Some(Notice::Cleared(progress)) = model.notice.take() {
                model.go_on_from(progress);
                save(model, effects);
                // The form may be the shorter one again, and the place on show beyond its end.
                show::<WHOLE>(model, model.route(), effects);
                model.notice = Some(Notice::Restored);
                effects.push(Effect::Focus(Focus::Heading));
            }
        }
        Event::OptionChosen { question, answer } => choose(model, question, answer, effects),
        Event::DigitPressed { question, answer } => {
            choose(model, question, answer, effects);
            effects.push(Effect::Focus(Focus::Option(place_of(
                model, question, answer,
            ))));
        }
        Event::KeyPressed { place, key } => {
            if let Some(meant) = key_pressed(model, place, &key) {
                step::<WHOLE>(model, meant, effects);
            }
        }
        Event::OptionsEntered => {
            if let Screen::Question(asking) = &model.screen {
                let (index, question) = model.question_at(asking.at);
                let place = place_of(model, index, model.answers.to(question));
                effects.push(Effect::Focus(Focus::Option(place)));
            }
        }
        Event::WentOn => go_on::<WHOLE>(model, effects),
        Event::WentBack => go_back::<WHOLE>(model, effects),
        Event::QuestionDrawn => model.is_ahead = model.next().is_some(),
        Event::ResultOpened => open_own_result::<WHOLE>(model, effects),
        Event::OthersAskedFor => {
            if model.form != Form::Full {
                model.form = Form::Full;
                save(model, effects);
                effects.push(told::started(model));
            }
            model.is_filling = true;
            match model.first_open() {
                Some(at) => open_question::<WHOLE>(model, at, effects),
                None => open::<WHOLE>(model, Route::Review, effects),
            }
        }
        Event::StartOpened => open::<WHOLE>(model, Route::Start, effects),
        Event::AddressChanged(fragment) => {
            leave_notice(model);
            show::<WHOLE>(model, Route::parse(&fragment), effects);
            effects.push(Effect::Focus(Focus::Heading));
            told::result(model, effects);
        }
        Event::ProgressChanged(kept) => adopt::<WHOLE>(model, kept.as_deref(), effects),
        Event::SaveFailed => {
            // The way back to cleared answers is the only one where nothing is kept.
            if !can_undo_clearing(model) {
                model.notice = Some(Notice::NotKept);
            }
        }
        Event::NoticeDismissed => {
            model.notice = None;
            effects.push(Effect::Focus(Focus::Heading));
        }
        Event::OnResult(event) => {
            if WHOLE {
                on_result(model, event, effects);
            }
        }
    }
}

/// Shows what an address asks for.
pub(super) fn show<const WHOLE: bool>(model: &mut Model, route: Route, effects: &mut Vec<Effect>) {
    // Whoever goes elsewhere goes on as ever.
    model.is_filling &= matches!(route, Route::Question(_));
    let asking = |number: usize, from_review: bool| {
        Screen::Question(Asking {
            at: number.clamp(1, model.total()) - 1,
            from_review,
        })
    };
    model.screen = match route {
        Route::Start => Screen::Start,
        Route::Question(number) => asking(number, false),
        Route::Change(number) => asking(number, true),
        Route::Review => Screen::Review,
        // What is shown stays until the whole app is there.
        Route::Result { .. } if !WHOLE => return effects.push(Effect::HandOver),
        Route::Result { code, label } => {
            let (code, label) = as_sent(&code, label);
            result_of(model, code, label)
        }
        Route::Foreign => Screen::Refused(LinkError::Foreign),
    };
    see(model);
}

/// What a share code leads to: its result, and whose it is, or why it can't be opened.
fn result_of(model: &Model, code: &str, label: Option<String>) -> Screen {
    let answers = match decode_sent(&model.pack, code) {
        Ok(answers) => answers,
        Err(error) => return Screen::Refused(error),
    };
    let owner = owner_of(model, answers, label);
    Screen::Result(Rc::new(Shown::new(&model.pack, owner, answers)))
}

/// Whose result of these answers with this label is.
fn owner_of(model: &Model, answers: Answers, label: Option<String>) -> Owner {
    if answers == model.answers && label.is_none() {
        Owner::Own
    } else if label.is_none() && model.seen.contains(&answers) {
        Owner::Earlier
    } else {
        Owner::Shared(label)
    }
}

/// Shows what an address asks for, and puts the address into the history.
fn open<const WHOLE: bool>(model: &mut Model, route: Route, effects: &mut Vec<Effect>) {
    leave_notice(model);
    show::<WHOLE>(model, route, effects);
    effects.push(Effect::Push(model.route().print()));
    effects.push(Effect::Focus(Focus::Heading));
}

fn open_question<const WHOLE: bool>(model: &mut Model, at: usize, effects: &mut Vec<Effect>) {
    open::<WHOLE>(model, Route::Question(at + 1), effects);
}

fn open_own_result<const WHOLE: bool>(model: &mut Model, effects: &mut Vec<Effect>) {
    leave_notice(model);
    let code = encode(&model.answers);
    // Before what is shown: that may be to hand over, and the whole app begins from the address.
    effects.push(Effect::Push(code.clone()));
    let route = Route::Result { code, label: None };
    show::<WHOLE>(model, route, effects);
    if WHOLE {
        effects.push(Effect::Focus(Focus::Heading));
        told::result(model, effects);
    }
}

/// Remembers the own result on show, so that Back to it is not taken for somebody else's link.
fn see(model: &mut Model) {
    if model.own_result().is_some() && !model.seen.contains(&model.answers) {
        model.seen.push(model.answers);
    }
}

fn go_on<const WHOLE: bool>(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(next) = model.next() {
        open_question::<WHOLE>(model, next.at, effects);
    } else if let Some(asking) = model.asking() {
        review::<WHOLE>(model, asking, effects);
    }
}

/// Opens the review; who came from it to change an answer is back at that one.
fn review<const WHOLE: bool>(model: &mut Model, asking: Asking, effects: &mut Vec<Effect>) {
    open::<WHOLE>(model, Route::Review, effects);
    if asking.from_review {
        effects.push(Effect::Focus(Focus::Change(asking.at + 1)));
    }
}

fn go_back<const WHOLE: bool>(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.screen {
        Screen::Question(asking) if asking.from_review => review::<WHOLE>(model, asking, effects),
        Screen::Question(Asking { at: 0, .. }) => open::<WHOLE>(model, Route::Start, effects),
        Screen::Question(asking) => open_question::<WHOLE>(model, asking.at - 1, effects),
        Screen::Review => open::<WHOLE>(model, Route::Question(model.total()), effects),
        Screen::Start | Screen::Result(_) | Screen::Refused(_) => {}
    }
}

/// What another tab keeps is as much the visitor's own: this tab goes on from there, or it would
/// write over it. What can't be read is set aside.
fn adopt<const WHOLE: bool>(model: &mut Model, kept: Option<&str>, effects: &mut Vec<Effect>) {
    let before = model.progress();
    let cleared = match kept {
        None => Some(clear(model)),
        Some(kept) => {
            let Ok(progress) = Progress::parse(&model.pack, kept) else {
                // Of a later version, say. The next answer is kept in its place, so it is set aside first, as at the
                // beginning.
                model.notice = Some(Notice::SetAside);
                effects.push(Effect::SetAside(kept.to_owned()));
                return;
            };
            model.go_on_from(progress);
            None
        }
    };
    // A page that Back brings back as it was left is told, too.
    if model.progress() == before {
        return;
    }
    let is_overtaken = match model.notice {
        // It was said of the answers that were here.
        Some(Notice::Restored) => true,
        // To bring those back would be to write over answers that were given since.
        Some(Notice::Cleared(_)) => !model.answers.is_empty(),
        Some(Notice::SetAside | Notice::NotKept) | None => false,
    };
    // What another page has cleared is cleared here, too, and whoever sits here can bring it back as well.
    if is_overtaken || cleared.is_some() {
        model.notice = cleared;
    }
    match &model.screen {
        Screen::Result(shown) if WHOLE => {
            let (answers, label) = (
                shown.reading.answers,
                shown.owner.label().map(str::to_owned),
            );
            let owner = owner_of(model, answers, label);
            reassign(model, owner);
            see(model);
        }
        Screen::Result(_) | Screen::Refused(_) => {}
        // A question keeps its place in its form.
        _ => show::<WHOLE>(model, model.route(), effects),
    }
}

/// Says anew whose the result on show is, and leaves what was done on it as it is; but for a what-if,
/// which is for one's own.
fn reassign(model: &mut Model, owner: Owner) {
    if let Screen::Result(shown) = &mut model.screen {
        let shown = Rc::make_mut(shown);
        if owner != Owner::Own {
            shown.trial = None;
        }
        shown.owner = owner;
    }
}

/// Puts the notice away with the step that leaves its screen, but for the way back to cleared
/// answers: that stays until there is a new one.
fn leave_notice(model: &mut Model) {
    if !can_undo_clearing(model) {
        model.notice = None;
    }
}

/// Clears the answers. Returns the notice that can bring them back.
fn clear(model: &mut Model) -> Notice {
    let cleared = Notice::Cleared(model.progress());
    model.answers = Answers::default();
    cleared
}

/// Whether cleared answers can be brought back.
fn can_undo_clearing(model: &Model) -> bool {
    matches!(model.notice, Some(Notice::Cleared(_)))
}

fn choose(model: &mut Model, question: QuestionAt, answer: Answer, effects: &mut Vec<Effect>) {
    if model.pack.offers(question, answer) {
        if can_undo_clearing(model) {
            model.notice = None;
        }
        let before = model.answers;
        model.answers = before.with(&model.pack[question], answer);
        save(model, effects);
        if model.answers != before {
            effects.push(told::answered(model, question));
        }
    }
}

pub(super) fn save(model: &Model, effects: &mut Vec<Effect>) {
    effects.push(Effect::Save(model.progress().print()));
}

/// The place of an answer among the choices of its question; an unanswered question begins at its first, as does one that
/// the pack hasn't got.
fn place_of(model: &Model, question: QuestionAt, answer: Answer) -> usize {
    let place = question
        .of(&model.pack)
        .and_then(|question| question.choices().position(|choice| choice == answer));
    place.unwrap_or(0)
}
