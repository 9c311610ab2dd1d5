//! The first model: from the pack, what the browser kept, and the address.

use std::rc::Rc;

use super::event::{Effect, Focus};
use super::hand_over::HandOver;
use super::progress::Progress;
use super::share::Surroundings;
use super::state::{Form, Model, Notice, Screen};
use super::told;
use super::update::{save, show};
use crate::model::{Answers, Pack, QuestionAt, encode};
use crate::route::Route;

/// What the browser kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    /// Nothing.
    Nothing,
    /// This text.
    Text(String),
    /// This text, which an earlier visit could not read and has said so.
    Aside(String),
    /// It keeps nothing at all for this page.
    Denied,
}

impl Stored {
    /// What it kept, readable or not.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Aside(text) => Some(text),
            Self::Nothing | Self::Denied => None,
        }
    }
}

/// The model and the effects with which the whole widget begins. Where `early` is the progress that the visitor made while
/// the page was there without an app, it goes on from there, with the focus where the visitor has it.
#[must_use]
pub fn launch(
    pack: Rc<Pack>,
    stored: Stored,
    early: Option<&str>,
    fragment: &str,
) -> (Model, Vec<Effect>) {
    let (model, mut effects) = launched::<true>(pack, stored, early, fragment);
    told::result(&model, &mut effects);
    (model, effects)
}

/// The model and the effects with which the form's app begins; `early` as in [`launch`].
#[must_use]
pub fn launch_form(
    pack: Rc<Pack>,
    stored: Stored,
    early: Option<&str>,
    fragment: &str,
) -> (Model, Vec<Effect>) {
    launched::<false>(pack, stored, early, fragment)
}

fn launched<const WHOLE: bool>(
    pack: Rc<Pack>,
    stored: Stored,
    early: Option<&str>,
    fragment: &str,
) -> (Model, Vec<Effect>) {
    let is_kept = stored != Stored::Denied;
    let early = early.filter(|early| Progress::parse(&pack, early).is_ok());
    let stored = early.map_or(stored, |early| Stored::Text(early.to_owned()));
    let (mut model, mut effects) = begun::<WHOLE>(pack, stored, Vec::new(), fragment);
    if early.is_some() {
        // The visitor has just given these answers, so there is nothing to say of them, and the focus stays where it is. But the
        // review is a screen that the page without an app hasn't got, so its heading gets the focus.
        let is_review = model.screen == Screen::Review;
        effects.retain(|effect| is_review || !matches!(effect, Effect::Focus(_)));
        model.notice = (!is_kept).then_some(Notice::NotKept);
    }
    effects.push(told::ready(&model));
    if early.is_some() {
        effects.push(told::started(&model));
        for (index, question) in QuestionAt::numbered(&model.pack.questions) {
            if !model.answers.lack(question) {
                effects.push(told::answered(&model, index));
            }
        }
        save(&model, &mut effects);
    }
    (model, effects)
}

/// How the whole app goes on where the app of the form handed over: as if it had been there all
/// the time, so nothing is said of a new beginning, and the focus goes to the result's heading. `handed` is what
/// [`HandOver::print`] said.
#[must_use]
pub fn take_over(pack: Rc<Pack>, handed: &str, fragment: &str) -> (Model, Vec<Effect>) {
    let HandOver {
        progress,
        cleared,
        is_refused,
    } = HandOver::parse(&pack, handed);
    let seen = cleared.iter().map(|cleared| cleared.answers).collect();
    // Where a history takes no addresses, the present one is not that of the result that was asked for: one's own.
    let own = Progress::parse(&pack, &progress).map(|own| encode(&own.answers));
    let fragment = match (Route::parse(fragment), &own) {
        (Route::Result { .. }, _) | (_, Err(_)) => fragment,
        (_, Ok(own)) => own,
    };
    let stored = Stored::Text(progress);
    let (mut model, mut effects) = begun::<true>(pack, stored, seen, fragment);
    // Nothing was found from an earlier visit; but what was cleared can still be brought back.
    model.notice = cleared.map(Notice::Cleared);
    effects.push(Effect::Focus(Focus::Heading));
    told::result(&model, &mut effects);
    if is_refused {
        // To find out whether it still can't be kept, and to say so.
        save(&model, &mut effects);
    }
    (model, effects)
}

fn begun<const WHOLE: bool>(
    pack: Rc<Pack>,
    stored: Stored,
    seen: Vec<Answers>,
    fragment: &str,
) -> (Model, Vec<Effect>) {
    let mut model = Model {
        pack,
        form: Form::Full,
        answers: Answers::default(),
        screen: Screen::Start,
        surroundings: Surroundings::default(),
        notice: None,
        seen,
        is_ahead: false,
        is_filling: false,
        root: String::new(),
    };
    let mut effects = Vec::new();
    match stored {
        Stored::Nothing => {}
        Stored::Denied => model.notice = Some(Notice::NotKept),
        Stored::Text(ref text) | Stored::Aside(ref text) => {
            if let Ok(progress) = Progress::parse(&model.pack, text) {
                model.go_on_from(progress);
            } else if let Stored::Text(text) = stored {
                model.notice = Some(Notice::SetAside);
                effects.push(Effect::SetAside(text));
            }
        }
    }
    let route = Route::parse(fragment);
    // The start says by itself that there is something to go on with.
    let is_midway = matches!(route, Route::Question(_) | Route::Change(_) | Route::Review);
    if is_midway && !model.answers.is_empty() {
        model.notice = Some(Notice::Restored);
    }
    // A page that opens on its start keeps the focus where the browser puts it, so that a frame in
    // somebody's page never takes it; a question takes it, so that its keys act.
    if is_midway {
        effects.push(Effect::Focus(Focus::Heading));
    }
    show::<WHOLE>(&mut model, route, &mut effects);
    (model, effects)
}
