//! The screens: a model in, markup out, and events back by one callback. No logic beyond what is
//! shown where. Of a browser nothing here knows more than Yew's own types, and those functions of the
//! edge that read a control's value, take files in, or let a frame pass first.

pub mod compare;
mod draw;
pub mod embed;
pub mod glossary;
pub mod mark;
mod notice;
mod question;
mod refused;
mod result;
mod review;
mod rich;
mod start;

pub use rich::rich;

use std::rc::Rc;

use yew::prelude::{Event as DomEvent, *};

use crate::browser::{once_drawn, value_of};
use crate::flow::{Event, Model, Owner, Screen};
use crate::model::{Answer, Pack, Phrase};
use crate::words;

/// Where every view reports what happened.
pub type Report = Callback<Event>;

/// A screen with all that stands round it: name, colophon with more `below` that, the terms'
/// explanations.
pub fn page_of(pack: &Pack, root: &str, screen: Html, below: Html) -> Html {
    html! {
        <>
            { frame(pack, root, screen, below) }
            { glossary::popovers(pack) }
        </>
    }
}

/// What is shown at the moment, without what stands round it; an app that is not `WHOLE` has no
/// code to draw results.
pub fn screen<const WHOLE: bool>(model: &Rc<Model>, report: &Report) -> Html {
    let screen = match &model.screen {
        Screen::Start => start::start(model, report),
        Screen::Question(asking) => question::question(model, *asking, report),
        Screen::Review => review::review(model, report),
        Screen::Result(shown) if WHOLE => result::result(model, shown, report),
        Screen::Result(_) => html! {},
        Screen::Refused(error) => refused::refused(model, *error, report),
    };
    html! {
        <>
            { notice::notice(model, report) }
            { screen }
        </>
    }
}

/// What every page has round what it says: the name above, the colophon below, with more `below`
/// that. `root` is the way to the site's first page.
pub fn frame(pack: &Pack, root: &str, inside: Html, below: Html) -> Html {
    html! {
        <>
            <header class="masthead">
                <a class="wordmark" href={format!("{root}#")}>
                    { mark::both() }
                    <span>{ pack.say(Phrase::ProductName) }</span>
                </a>
            </header>
            <main id="main">
                { inside }
            </main>
            <footer class="colophon">
                <p>{ pack.say(Phrase::ColophonPrivacy) }</p>
                <p>
                    <a href={format!("{root}compare/")}>{ pack.say(Phrase::ColophonCompare) }</a>
                    <a href={format!("{root}embed/")}>{ pack.say(Phrase::ColophonEmbed) }</a>
                    <a href={format!("{root}about/")}>{ pack.say(Phrase::ColophonAbout) }</a>
                </p>
                { below }
            </footer>
        </>
    }
}

/// The document's title for a model; an app that is not `WHOLE` has none for results.
#[must_use]
pub fn title<const WHOLE: bool>(model: &Model) -> String {
    let pack = &*model.pack;
    let screen = match &model.screen {
        Screen::Start => return pack.say(Phrase::StartDocumentTitle).to_owned(),
        Screen::Question(asking) => question::place(model, *asking),
        Screen::Review => pack.say(Phrase::ReviewTitle).to_owned(),
        Screen::Result(_) if !WHOLE => String::new(),
        Screen::Result(shown) => {
            let owner = match shown.owner {
                Owner::Own if shown.trial.is_some() => Phrase::ResultTrial,
                Owner::Own => Phrase::ResultOwn,
                Owner::Earlier => Phrase::ResultEarlier,
                Owner::Shared(_) => Phrase::ResultShared,
            };
            let verdict = words::verdict(pack, shown.current().verdict);
            format!("{verdict} – {}", pack.say(owner))
        }
        Screen::Refused(_) => pack.say(Phrase::RefusedTitle).to_owned(),
    };
    format!("{screen} – {}", pack.say(Phrase::ProductName))
}

/// The heading of a screen, which takes the focus when the screen appears.
pub fn heading(text: &str) -> Html {
    html! { <h1 id="heading" tabindex="-1" key={text}>{ text }</h1> }
}

/// The way to one's own answers. A verdict's own page is no place for answers that may say
/// otherwise, so there it leads to the first page.
fn start_afresh(model: &Model, phrase: Phrase, report: &Report) -> Html {
    let words = model.pack.say(phrase);
    if model.root.is_empty() {
        return button("primary", words, report, || Event::StartOpened);
    }
    html! { <a class="primary" href={model.root.clone()}>{ words }</a> }
}

/// A button that reports an event, always the same one.
fn button<E: 'static>(
    class: &'static str,
    text: &str,
    report: &Callback<E>,
    event: fn() -> E,
) -> Html {
    button_for(class, text, report.reform(move |_: MouseEvent| event()))
}

/// A button, and what its press does.
fn button_for(class: &'static str, text: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} {onclick}>{ text }</button> }
}

/// The answer that a control was set to: its value is the answer's number.
fn answer_of(event: &DomEvent) -> Answer {
    Answer::from_number(value_of(event).parse().unwrap_or(0))
}

/// Reports once the press itself is seen: for what takes a slow phone longer than a frame to draw. A
/// radio or a list shows by itself what was chosen, and a button that it was pressed.
fn unhurried<E: 'static>(report: &Callback<E>) -> Callback<E> {
    let report = report.clone();
    Callback::from(move |event: E| {
        let report = report.clone();
        once_drawn(move || report.emit(event));
    })
}
