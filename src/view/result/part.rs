//! A part of a result that is drawn after what stands above it. A whole result at once takes a slow
//! phone a quarter of a second, and so much would pass before the verdict or an answer is seen.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::super::Report;
use crate::browser::in_turn;
use crate::flow::{Model, Screen, Shown};

/// What draws a part.
pub(super) type Draw = fn(&Model, &Shown, &Report) -> Html;

#[derive(Clone, Properties)]
pub(super) struct Drawing {
    pub(super) model: Rc<Model>,
    pub(super) report: Report,
    pub(super) draw: Draw,
    /// Its place from the top: the parts are drawn in this order, whichever asks first.
    pub(super) place: u8,
    /// Whether it is drawn anew together with all else, as what holds controls has to be. Without it
    /// a change is drawn in turn, too, and a part may only say whose result it is, and what the
    /// answers come to that are given or tried.
    pub(super) at_once: bool,
}

impl PartialEq for Drawing {
    /// A part has the same `draw` all the time.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model)
            || !self.at_once && says_the_same(&self.model, &other.model)
    }
}

/// Whether two models show the same result, whatever was typed, chosen as a target or laid beside it: some parts take ten
/// times as long to work out as a result to read.
fn says_the_same(one: &Model, other: &Model) -> bool {
    match (&one.screen, &other.screen) {
        (Screen::Result(one), Screen::Result(other)) => {
            one.owner == other.owner
                && one.reading.answers == other.reading.answers
                && one.trial.is_some() == other.trial.is_some()
                && one.current().answers == other.current().answers
        }
        _ => false,
    }
}

thread_local! {
    /// The places, each a bit, whose parts have been rehearsed.
    static REHEARSED: Cell<u16> = const { Cell::new(0) };
}

/// Whether this place's part is still to be rehearsed, and takes it for done. Browsers compile a function of WebAssembly
/// when it is first called: in one step with the drawing, that kept a slow phone busy for longer than it should be.
fn is_new(place: u8) -> bool {
    let bit = 1 << place;
    let before = REHEARSED.get();
    REHEARSED.set(before | bit);
    before & bit == 0
}

/// The part.
pub(super) struct Part {
    is_drawn: bool,
    is_waiting: bool,
}

impl Part {
    fn wait(&mut self, context: &Context<Self>) {
        if !self.is_waiting {
            self.is_waiting = true;
            let link = context.link().clone();
            in_turn(context.props().place, move || link.send_message(()));
        }
    }

    /// What the part says, if it is of a result.
    fn said(context: &Context<Self>) -> Option<Html> {
        let Drawing {
            model,
            report,
            draw,
            ..
        } = context.props();
        match &model.screen {
            Screen::Result(shown) => Some(draw(model, shown, report)),
            _ => None,
        }
    }
}

impl Component for Part {
    type Message = ();
    type Properties = Drawing;

    fn create(context: &Context<Self>) -> Self {
        let mut part = Self {
            is_drawn: false,
            is_waiting: false,
        };
        part.wait(context);
        part
    }

    fn update(&mut self, context: &Context<Self>, (): ()) -> bool {
        self.is_waiting = false;
        if is_new(context.props().place) {
            drop(Self::said(context));
            self.wait(context);
        } else {
            self.is_drawn = true;
        }
        self.is_drawn
    }

    fn changed(&mut self, context: &Context<Self>, _: &Drawing) -> bool {
        let at_once = self.is_drawn && context.props().at_once;
        if !at_once {
            self.wait(context);
        }
        at_once
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let said = self.is_drawn.then(|| Self::said(context)).flatten();
        said.unwrap_or_else(|| html! { <span class="coming" hidden=true /> })
    }
}
