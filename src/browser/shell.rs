//! The component of the form's app and of the whole one: holds the model, draws it, carries the
//! effects out, and listens to the browser's address.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{PageTransitionEvent, StorageEvent, Window};
use yew::prelude::{Callback, Component, Context, Html, Properties};
use yew::{AppHandle, Renderer};

use super::address::PendingHistory;
use super::storage::Keeper;
use super::{address, focus, frame, host, page, share};
use crate::flow::{self, Effect, Event, Focus, Kept, Model, Stored, Told};
use crate::model::{Pack, encode};
use crate::view;

/// What the shell begins with.
#[derive(Properties)]
pub struct Start {
    /// The questionnaire.
    pub pack: Rc<Pack>,
    /// The progress, where a script of the page keeps it.
    pub kept_by_page: Option<String>,
    /// The progress made on the page before any app was there, to go on with.
    pub early: Option<String>,
    /// For the whole app after the form's: what that one left, as [`flow::HandOver`] prints it.
    pub handed: Option<String>,
    /// For the form's app: called when a result is to be shown.
    pub whole: Option<Function>,
}

/// An app begins once: to compare its pack text by text would cost every visitor a kilobyte.
impl PartialEq for Start {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.pack, &other.pack)
    }
}

/// The component; an app that is not `WHOLE` has no code for results.
struct Shell<const WHOLE: bool> {
    model: Rc<Model>,
    title: String,
    history: PendingHistory,
    /// Where the focus goes once the next frame is drawn.
    focus: Option<Focus>,
    /// What the page's scripts are told then.
    told: Vec<Told>,
    keeper: Keeper,
    /// Whether a frame is being waited for, to draw the next question after.
    is_looking_ahead: bool,
    /// Whether another page is on its way in place of this one.
    is_leaving: bool,
    /// What this page knows of what is kept.
    kept: Kept,
    _listeners: Vec<EventListener>,
}

impl<const WHOLE: bool> Component for Shell<WHOLE> {
    type Message = Event;
    type Properties = Start;

    fn create(context: &Context<Self>) -> Self {
        let start = context.props();
        let pack = Rc::clone(&start.pack);
        let (keeper, stored) = Keeper::of(start.kept_by_page.as_deref());
        let known = stored.text().unwrap_or_default().to_owned();
        let fragment = address::fragment();
        let early = start.early.as_deref();
        let (mut model, effects) = if !WHOLE {
            flow::launch_form(pack, stored, early, &fragment)
        } else if let Some(handed) = &start.handed {
            flow::take_over(pack, handed, &fragment)
        } else {
            flow::launch(pack, stored, early, &fragment)
        };
        model.root = page::root();
        // Results alone ask for it.
        if WHOLE {
            model.surroundings = share::surroundings(&model.root);
        }
        let report = context.link().callback(|event| event);
        let history = PendingHistory::default();
        let listeners = web_sys::window().map_or_else(Vec::new, |window| {
            listen(&window, keeper, &history, &report)
        });
        let mut shell = Self {
            kept: Kept::new(known, model.notice == Some(flow::Notice::NotKept)),
            model: Rc::new(model),
            title: String::new(),
            history,
            focus: None,
            told: Vec::new(),
            keeper,
            is_looking_ahead: false,
            is_leaving: false,
            _listeners: listeners,
        };
        shell.carry_out(context, effects);
        shell.go_home();
        shell
    }

    fn update(&mut self, context: &Context<Self>, event: Event) -> bool {
        if let Event::ProgressChanged(text) = &event
            && !self.kept.take_news(text.as_deref().unwrap_or_default())
        {
            return false;
        }
        if matches!(event, Event::QuestionDrawn) {
            self.is_looking_ahead = false;
        }
        if matches!(event, Event::AddressChanged(_)) {
            self.history.forget_pushes();
        } else {
            self.history.flush();
        }
        let model = Model::clone(&self.model);
        let (model, effects) = if WHOLE {
            flow::update(model, event)
        } else {
            flow::update_form(model, event)
        };
        self.model = Rc::new(model);
        self.carry_out(context, effects);
        self.go_home();
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        view::screen::<WHOLE>(&self.model, &context.link().callback(|event| event))
    }

    fn rendered(&mut self, context: &Context<Self>, _is_first: bool) {
        let title = view::title::<WHOLE>(&self.model);
        if title != self.title {
            self.history.set_title(&title);
            self.title = title;
        }
        if let Some(target) = self.focus.take() {
            focus::focus(target);
        }
        for told in self.told.drain(..) {
            host::tell(&told);
        }
        self.look_ahead(context);
    }
}

impl<const WHOLE: bool> Shell<WHOLE> {
    /// A verdict's page is no place for one's own result, from which the way leads on to other verdicts: that is shown on the
    /// first page.
    fn go_home(&mut self) {
        if WHOLE && self.model.own_result().is_some() && !self.model.root.is_empty() {
            // It is told of there.
            self.told.clear();
            if !self.is_leaving {
                address::leave_for_home(&self.model.root, &self.model.route().print());
            }
            self.is_leaving = true;
        }
    }

    /// Has the next question drawn once the present one is, and after the frame behind that: the first
    /// leaves its address and its title to do, and who does something then would wait for all of it.
    fn look_ahead(&mut self, context: &Context<Self>) {
        let is_due = !self.model.is_ahead && self.model.next().is_some();
        if is_due && !self.is_looking_ahead {
            self.is_looking_ahead = true;
            let link = context.link().clone();
            frame::once_drawn(move || {
                frame::once_drawn(move || link.send_message(Event::QuestionDrawn));
            });
        }
    }

    fn carry_out(&mut self, context: &Context<Self>, effects: Vec<Effect>) {
        for effect in effects {
            let is_news = match effect {
                Effect::Save(progress) => {
                    let went_well = self.keeper.save(&progress).is_ok();
                    self.kept.saved(progress, went_well)
                }
                Effect::Forget => self.kept.forgotten(self.keeper.forget().is_ok()),
                Effect::SetAside(text) => self.kept.set_aside(self.keeper.set_aside(&text).is_ok()),
                Effect::Push(fragment) => {
                    self.history.push(fragment);
                    false
                }
                Effect::HandOver => {
                    // The whole app begins from the address.
                    self.history.flush();
                    if let Some(whole) = &context.props().whole {
                        // What goes wrong there is said there.
                        let _said = whole.call0(&JsValue::NULL);
                    }
                    false
                }
                Effect::Tell(told) => {
                    self.told.push(told);
                    false
                }
                Effect::Focus(target) => {
                    self.focus = Some(target);
                    false
                }
                Effect::PassOn(way) => {
                    if WHOLE {
                        share::pass_on(way, context.link());
                    }
                    false
                }
            };
            if is_news {
                context.link().send_message(Event::SaveFailed);
            }
        }
    }
}

/// What happens outside: the address changes, another tab keeps something, or Back brings the page
/// back as it was left, before what was kept since. That a link was pressed is seen before its screen is drawn.
fn listen(
    window: &Window,
    keeper: Keeper,
    history: &PendingHistory,
    report: &Callback<Event>,
) -> Vec<EventListener> {
    let history = history.clone();
    let is_moving = Rc::new(Cell::new(false));
    let moved = report.clone();
    let kept = report.clone();
    let back = report.clone();
    vec![
        EventListener::new(window, "popstate", move |_| {
            history.forget_pushes();
            // Who goes on meanwhile is taken there at once.
            if !is_moving.replace(true) {
                let (is_moving, moved) = (Rc::clone(&is_moving), moved.clone());
                frame::once_drawn(move || {
                    is_moving.set(false);
                    moved.emit(Event::AddressChanged(address::fragment()));
                });
            }
        }),
        EventListener::new(window, "storage", move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>()
                && keeper.is_concerned(event)
            {
                kept.emit(Event::ProgressChanged(event.new_value()));
            }
        }),
        EventListener::new(window, "pageshow", move |event| {
            if let Some(event) = event.dyn_ref::<PageTransitionEvent>()
                && event.persisted()
            {
                match keeper.kept() {
                    Stored::Text(kept) | Stored::Aside(kept) => {
                        back.emit(Event::ProgressChanged(Some(kept)));
                    }
                    Stored::Nothing => back.emit(Event::ProgressChanged(None)),
                    Stored::Denied => {}
                }
            }
        }),
    ]
}

thread_local! {
    /// The form's app, until the whole one takes over.
    static FORM: RefCell<Option<AppHandle<Shell<false>>>> = const { RefCell::new(None) };
}

fn draw<const WHOLE: bool>(start: Start) -> Option<AppHandle<Shell<WHOLE>>> {
    // The page itself has what stands round the screens.
    page::emptied("main").map(|place| Renderer::with_root_and_props(place, start).render())
}

/// Goes through the first drawing of a result in a step of its own, and lets go of what it comes to. Browsers compile a
/// function of WebAssembly when it is first called, which was half of what that drawing took: too much for one step
/// of a slow phone. It is the first example's, since the answers may be still to come.
pub fn rehearse(pack: &Rc<Pack>) {
    let pack = Rc::clone(pack);
    frame::soon(move || {
        if let Some(example) = pack.examples.first() {
            let code = encode(&example.answers(&pack));
            let (model, _) = flow::launch(pack, Stored::Nothing, None, &code);
            drop(view::screen::<true>(&Rc::new(model), &Callback::noop()));
        }
    });
}

/// Draws the whole widget in place of what `#main` holds.
pub fn begin(start: Start) {
    draw::<true>(start);
}

/// Draws the form alone in place of what `#main` holds.
pub fn begin_form(start: Start) {
    FORM.set(draw::<false>(start));
}

/// Takes the form's app off the page; what it says is what it leaves, as [`flow::HandOver`] prints it.
#[must_use]
pub fn end_form() -> Option<String> {
    let app = FORM.take()?;
    let shell = app.get_component()?;
    let left = flow::HandOver::of(&shell.model, shell.kept.is_refused()).print();
    drop(shell);
    app.destroy();
    Some(left)
}
