//! The shell of the page that lays results side by side: holds its model, draws it, and carries
//! its effects out.

mod intake;

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use js_sys::Date;
use web_sys::Element;
use yew::prelude::{Callback, Component, Context, Html};

use super::tool::Start;
use super::{address, focus, hand_out, page, picture};
use crate::compare::{self, Effect, Event, Focus, Model};
use crate::model::{ToolPack, ToolPhrase};
use crate::view;

pub use intake::{hand_over_box, hand_over_drop, hand_over_file};

struct Shell {
    model: Model,
    /// Where the focus goes once the next frame is drawn.
    focus: Option<Focus>,
    /// Whether a slice is due once this one is drawn: Yew leaves what comes behind a drawing, the
    /// focus too, for as long as there is other work.
    is_slice_due: bool,
    /// The next slice; dropped with the page.
    slice: Option<Timeout>,
    /// Has the browser ask before the page is left.
    held: Option<EventListener>,
    _address: Option<EventListener>,
}

impl Component for Shell {
    type Message = Event;
    type Properties = Start;

    fn create(context: &Context<Self>) -> Self {
        let tools = Rc::clone(&context.props().tools);
        let (model, effects) = launched(tools);
        let report = context.link().callback(|event| event);
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "hashchange", move |_| {
                report.emit(Event::AddressChanged(address::fragment()));
            })
        });
        let mut shell = Self {
            model,
            focus: None,
            is_slice_due: false,
            slice: None,
            held: None,
            _address: listener,
        };
        shell.carry_out(context, effects);
        shell
    }

    fn update(&mut self, context: &Context<Self>, event: Event) -> bool {
        let began = Date::now();
        let mut effects = compare::update(&mut self.model, event);
        while effects == [Effect::NextSlice] && Date::now() - began < LONGEST_STEP {
            effects = compare::update(&mut self.model, Event::SliceDue);
        }
        self.carry_out(context, effects);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        view::compare::page(&self.model, &context.link().callback(|event| event))
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        if is_first {
            page::set_title(&self.model.tools.title(ToolPhrase::ComparisonTitle));
        }
        if let Some(target) = self.focus.take() {
            focus::focus_on(&match target {
                Focus::Summary => "#summary".to_owned(),
                Focus::Table => "#table".to_owned(),
                Focus::Row(at) => format!("#remove-{at}"),
                Focus::Box => BOX.to_owned(),
                Focus::Cancel => "#cancel".to_owned(),
            });
        }
        // Only while there is something to lose: a page that listens for it is not kept for Back.
        if self.held.is_some() != self.model.is_only_here {
            self.held = web_sys::window()
                .filter(|_| self.model.is_only_here)
                .map(|window| {
                    let options = EventListenerOptions::enable_prevent_default();
                    let ask = web_sys::Event::prevent_default;
                    EventListener::new_with_options(&window, "beforeunload", options, ask)
                });
        }
        if core::mem::take(&mut self.is_slice_due) {
            // A timer, so that the browser draws and answers in between.
            let link = context.link().clone();
            let slice = move || link.send_message(Event::SliceDue);
            self.slice = Some(Timeout::new(0, slice));
        }
    }
}

/// For how many milliseconds the page may be busy reading before it answers again.
const LONGEST_STEP: f64 = 16.0;

/// The box that texts are pasted into.
const BOX: &str = "#box";

impl Shell {
    fn carry_out(&mut self, context: &Context<Self>, effects: Vec<Effect>) {
        let report = context.link().callback(|event| event);
        for effect in effects {
            match effect {
                Effect::NextSlice => self.is_slice_due = true,
                Effect::FillBox(text) => intake::fill_box(&text),
                Effect::ReplaceAddress(fragment) => address::replace(&fragment),
                Effect::CopyAddress => {
                    hand_out::copy(&address::whole(), report.reform(Event::CopyEnded));
                }
                Effect::Download(file) => hand_out::download(&file),
                Effect::Draw(picture) => {
                    picture::download(&picture, report.reform(Event::PictureEnded));
                }
                Effect::Print => hand_out::print(),
                Effect::Focus(target) => self.focus = Some(target),
            }
        }
    }
}

fn launched(tools: Rc<ToolPack>) -> (Model, Vec<Effect>) {
    compare::launch(tools, page::root(), &address::fragment())
}

/// Goes through the first drawing.
pub(super) fn rehearse(tools: Rc<ToolPack>) {
    let (model, _) = launched(tools);
    drop(view::compare::page(&model, &Callback::noop()));
}

/// Draws the page into `root`.
pub(super) fn mount(root: Element, tools: Rc<ToolPack>) {
    yew::Renderer::<Shell>::with_root_and_props(root, Start { tools }).render();
}
