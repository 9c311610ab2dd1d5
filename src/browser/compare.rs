//! The shell of the page that lays results side by side: holds its model, draws it, and carries
//! its effects out.

mod files;
mod intake;

use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlTextAreaElement, Window};
use yew::prelude::*;

use super::{address, focus};
use crate::compare::{self, Effect, Event, Focus, Model};
use crate::model::{Pack, Phrase};
use crate::view;

pub use intake::{hand_over_box, hand_over_drop, hand_over_file};

/// What the shell begins with.
#[derive(Properties, PartialEq)]
struct Start {
    pack: Rc<Pack>,
}

struct Shell {
    model: Model,
    /// Where the focus goes once the next frame is drawn.
    focus: Option<Focus>,
    /// The next slice that is due; dropped with the page.
    slice: Option<Timeout>,
    _address: Option<EventListener>,
}

impl Component for Shell {
    type Message = Event;
    type Properties = Start;

    fn create(context: &Context<Self>) -> Self {
        let (model, effects) =
            compare::launch(Rc::clone(&context.props().pack), &address::fragment());
        let report = context.link().callback(|event| event);
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "hashchange", move |_| {
                report.emit(Event::AddressChanged(address::fragment()));
            })
        });
        let mut shell = Self {
            model,
            focus: None,
            slice: None,
            _address: listener,
        };
        shell.carry_out(context, effects);
        shell
    }

    fn update(&mut self, context: &Context<Self>, event: Event) -> bool {
        let effects = compare::update(&mut self.model, event);
        self.carry_out(context, effects);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        view::compare::page(&self.model, &context.link().callback(|event| event))
    }

    fn rendered(&mut self, _context: &Context<Self>, is_first: bool) {
        if is_first && let Some(document) = web_sys::window().and_then(|it| it.document()) {
            let pack = &self.model.pack;
            let (title, product) = (Phrase::ComparisonTitle, Phrase::ProductName);
            document.set_title(&format!("{} – {}", pack.say(title), pack.say(product)));
        }
        if let Some(target) = self.focus.take() {
            focus::focus_on(match target {
                Focus::Summary => "#summary",
                Focus::Table => "#table",
                Focus::Box => BOX,
                Focus::Cancel => "#cancel",
            });
        }
    }
}

/// The box that texts are pasted into.
const BOX: &str = "#box";

impl Shell {
    fn carry_out(&mut self, context: &Context<Self>, effects: Vec<Effect>) {
        let report = context.link().callback(|event| event);
        for effect in effects {
            match effect {
                Effect::NextSlice => {
                    // A timer, so that the browser draws and answers in between.
                    let slice = move || report.emit(Event::SliceDue);
                    self.slice = Some(Timeout::new(0, slice));
                    return;
                }
                Effect::EmptyBox => empty_box(),
                Effect::ReplaceAddress(fragment) => address::replace(&fragment),
                Effect::CopyAddress => copy_address(report.clone()),
                Effect::Download { name, kind, text } => {
                    if files::download(name, kind, &text).is_err() {
                        report.emit(Event::FileFailed);
                    }
                }
                Effect::Print => {
                    let _refused = web_sys::window().map(|window| window.print());
                }
                Effect::Focus(target) => self.focus = Some(target),
            }
        }
    }
}

fn empty_box() {
    use wasm_bindgen::JsCast;
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector(BOX).ok().flatten());
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok()) {
        found.set_value("");
    }
}

fn copy_address(report: Callback<Event>) {
    let href = |window: &Window| window.location().href().ok();
    let written = web_sys::window().and_then(|window| {
        let href = href(&window)?;
        Some(window.navigator().clipboard().write_text(&href))
    });
    yew::platform::spawn_local(async move {
        let is_done = match written {
            Some(written) => JsFuture::from(written).await.is_ok(),
            None => false,
        };
        report.emit(if is_done {
            Event::Copied
        } else {
            Event::CopyFailed
        });
    });
}

/// Whether the document is this page.
pub(super) fn is_here() -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element())
        .and_then(|root: Element| root.get_attribute("data-page"))
        .is_some_and(|page| page == "compare")
}

/// Draws the page into `root`.
pub(super) fn mount(root: Element, pack: Rc<Pack>) {
    yew::Renderer::<Shell>::with_root_and_props(root, Start { pack }).render();
}
