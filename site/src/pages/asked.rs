//! The questions that the first page brings along, each as its screen is, for the time before the
//! app: `static/early.js` shows them.

use std::rc::Rc;

use clientele::flow::{Asking, Event, Form, Screen, Stored, launch_form, update_form};
use clientele::model::{Pack, Phrase};
use clientele::view;
use yew::Callback;

use super::draw;
use crate::html::escape;

/// Both forms, each as a template of one element for each question. `data-next` is what the way on
/// says once a question is answered.
pub(super) fn asked(pack: &Pack) -> Result<String, String> {
    let forms = [Form::Full, Form::Short].map(|form| template(pack, form));
    forms.into_iter().collect()
}

fn template(pack: &Pack, form: Form) -> Result<String, String> {
    let (model, _) = launch_form(pack.clone().into(), Stored::Nothing, None, "");
    let (mut model, _) = update_form(model, Event::Started(form));
    let mut screens = String::new();
    for at in 0..model.total() {
        model.screen = Screen::Question(Asking {
            at,
            from_review: false,
        });
        let screen = view::screen::<false>(&Rc::new(model.clone()), &Callback::noop());
        screens += &draw::draw(screen)?;
    }
    let name = form.name();
    let next = escape(pack.say(Phrase::QuestionNext));
    Ok(format!(
        "<template id=\"asked-{name}\" data-next=\"{next}\">{screens}</template>"
    ))
}
