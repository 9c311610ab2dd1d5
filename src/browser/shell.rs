//! The one component: holds the model, draws it, carries the effects out, and listens to the
//! browser's address.

use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{StorageEvent, Window};
use yew::prelude::{Callback, Component, Context, Html, Properties};

use super::storage::Keeper;
use super::{address, focus, host, picture, root, share};
use crate::flow::{self, Effect, Event, Focus, Model, Sharing, Told};
use crate::model::{Pack, PackError};
use crate::view;

/// What the shell begins with.
#[derive(Properties, PartialEq)]
struct Start {
    pack: Rc<Pack>,
    kept: Option<String>,
}

struct Shell {
    model: Model,
    title: String,
    /// Where the focus goes once the next frame is drawn.
    focus: Option<Focus>,
    /// What the page's scripts are told then.
    told: Vec<Told>,
    keeper: Keeper,
    /// Said once: a browser that refuses would otherwise say so at every answer.
    has_refused: bool,
    _listeners: Vec<EventListener>,
}

impl Component for Shell {
    type Message = Event;
    type Properties = Start;

    fn create(context: &Context<Self>) -> Self {
        let pack = Rc::clone(&context.props().pack);
        let (keeper, stored) = Keeper::of(context.props().kept.clone());
        let (mut model, effects) = flow::launch(pack, stored, &address::fragment());
        model.root = address::root();
        model.host = share::host(&model.root);
        let report = context.link().callback(|event| event);
        let listeners =
            web_sys::window().map_or_else(Vec::new, |window| listen(&window, keeper, &report));
        let mut shell = Self {
            has_refused: model.notice == Some(flow::Notice::NotKept),
            model,
            title: String::new(),
            focus: None,
            told: Vec::new(),
            keeper,
            _listeners: listeners,
        };
        shell.carry_out(context, effects);
        shell
    }

    fn update(&mut self, context: &Context<Self>, event: Event) -> bool {
        let (model, effects) = flow::update(self.model.clone(), event);
        self.model = model;
        self.carry_out(context, effects);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        view::page(&self.model, &context.link().callback(|event| event))
    }

    fn rendered(&mut self, _context: &Context<Self>, _is_first: bool) {
        let title = view::title(&self.model);
        if title != self.title
            && let Some(document) = web_sys::window().and_then(|window| window.document())
        {
            document.set_title(&title);
            self.title = title;
        }
        if let Some(target) = self.focus.take() {
            focus::focus(target);
        }
        for told in self.told.drain(..) {
            host::tell(&told);
        }
    }
}

impl Shell {
    fn carry_out(&mut self, context: &Context<Self>, effects: Vec<Effect>) {
        for effect in effects {
            let kept = match effect {
                Effect::Save(progress) => self.keeper.save(&progress),
                Effect::Forget => self.keeper.forget(),
                Effect::SetAside(text) => self.keeper.set_aside(&text),
                Effect::Push(fragment) => {
                    address::push(&fragment);
                    Ok(())
                }
                Effect::Copy(text) => {
                    let link = context.link();
                    let ended = link.callback(|copied| Event::Shared(Sharing::CopyEnded(copied)));
                    share::copy(&text, ended);
                    Ok(())
                }
                Effect::Offer(link) => {
                    share::offer(&link);
                    Ok(())
                }
                Effect::Download(file) => {
                    share::download(&file);
                    Ok(())
                }
                Effect::Draw(drawing) => {
                    let link = context.link();
                    let ended = link.callback(|drawn| Event::Shared(Sharing::PictureEnded(drawn)));
                    picture::download(&drawing, ended);
                    Ok(())
                }
                Effect::Print => {
                    share::print();
                    Ok(())
                }
                Effect::Tell(told) => {
                    self.told.push(told);
                    Ok(())
                }
                Effect::Focus(target) => {
                    self.focus = Some(target);
                    Ok(())
                }
            };
            if kept.is_err() && !self.has_refused {
                self.has_refused = true;
                context.link().send_message(Event::SaveFailed);
            }
        }
    }
}

/// What happens outside: the address changes, or another tab keeps something.
fn listen(window: &Window, keeper: Keeper, report: &Callback<Event>) -> Vec<EventListener> {
    let moved = report.clone();
    let kept = report.clone();
    vec![
        EventListener::new(window, "popstate", move |_| {
            moved.emit(Event::AddressChanged(address::fragment()));
        }),
        EventListener::new(window, "storage", move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>()
                && keeper.is_concerned(event)
            {
                kept.emit(Event::ProgressChanged(event.new_value()));
            }
        }),
    ]
}

/// Reads the pack and draws the widget in place of what `#app` holds. `kept` is the progress where
/// a script of the page keeps it.
pub fn begin(pack: &[u8], kept: Option<String>) -> Result<(), PackError> {
    let pack = Rc::new(Pack::from_bytes(pack)?);
    if let Some(root) = root::emptied() {
        yew::Renderer::<Shell>::with_root_and_props(root, Start { pack, kept }).render();
    }
    Ok(())
}
