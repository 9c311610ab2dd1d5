//! The shell of the page that makes the lines for somebody's own page: holds its model, draws it,
//! and carries its effects out.

mod lookout;
mod preview;

use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::Element;
use yew::html::Scope;
use yew::prelude::{Callback, Component, Context, Html};

use self::lookout::Lookout;
use super::tool::Start;
use super::{address, focus, frame, hand_out, page};
use crate::embed::{self, Copied, Effect, Event, Model, Surroundings};
use crate::model::{ToolPack, ToolPhrase};
use crate::view;

struct Shell {
    model: Model,
    _listeners: Vec<EventListener>,
    lookout: Option<Lookout>,
}

impl Component for Shell {
    type Message = Event;
    type Properties = Start;

    fn create(context: &Context<Self>) -> Self {
        let tools = Rc::clone(&context.props().tools);
        let model = launched(tools);
        let link = context.link();
        let moved = link.callback(|()| Event::AddressChanged(address::fragment()));
        let moved = web_sys::window()
            .map(|window| EventListener::new(&window, "hashchange", move |_| moved.emit(())));
        let heard = preview::listen(link.callback(|event| event));
        Self {
            model,
            _listeners: moved.into_iter().chain(heard).collect(),
            lookout: None,
        }
    }

    fn update(&mut self, context: &Context<Self>, event: Event) -> bool {
        for effect in embed::update(&mut self.model, event) {
            carry_out(context.link(), effect);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        view::embed::page(&self.model, &context.link().callback(|event| event))
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        if is_first {
            // Behind the first frame: whatever is found out draws the page again.
            let known = context.link().callback(Event::ShelterKnown);
            frame::once_drawn(move || preview::find_shelter(known));
            self.lookout = Lookout::new(context.link().callback(|()| Event::PreviewNeared));
            page::set_title(&self.model.tools.title(ToolPhrase::EmbeddingTitle));
        }
    }
}

/// The button to begin again.
const RESET: &str = "#reset";

fn carry_out(link: &Scope<Shell>, effect: Effect) {
    let copied = |what: Copied| link.callback(move |is_copied| Event::CopyEnded(what, is_copied));
    match effect {
        Effect::ReplaceAddress(fragment) => address::replace(&fragment),
        Effect::Configure(settings) => preview::configure(&settings),
        Effect::Copy(what, text) => hand_out::copy(&text, copied(what)),
        Effect::CopyAddress => hand_out::copy(&address::whole(), copied(Copied::Link)),
        Effect::FocusReset => focus::focus_on(RESET),
    }
}

fn launched(tools: Rc<ToolPack>) -> Model {
    let root = page::root();
    let surroundings = Surroundings {
        home: address::home(&root),
        root,
        origin: address::origin(),
        packages: page::packages(),
    };
    embed::launch(tools, surroundings, &address::fragment())
}

/// Goes through the first drawing.
pub(super) fn rehearse(tools: Rc<ToolPack>) {
    drop(view::embed::page(&launched(tools), &Callback::noop()));
}

/// Draws the page into `root`.
pub(super) fn mount(root: Element, tools: Rc<ToolPack>) {
    yew::Renderer::<Shell>::with_root_and_props(root, Start { tools }).render();
}
