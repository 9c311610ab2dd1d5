//! After the next frame: what can wait until the browser has drawn, so that an answer is seen first.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// How long a frame is waited for, in milliseconds: none comes where nothing is to be seen, in a
/// frame that is scrolled away for instance.
const PATIENCE: i32 = 100;

/// Acts once the next frame is drawn.
pub fn once_drawn(act: impl FnOnce() + 'static) {
    let act = Rc::new(Cell::new(Some(act)));
    let late = Rc::clone(&act);
    let frame = Closure::once_into_js(move || after(0, move || once(&act)));
    if let Some(window) = web_sys::window() {
        let _refused = window.request_animation_frame(frame.unchecked_ref());
    }
    after(PATIENCE, move || once(&late));
}

/// Acts after so many milliseconds. A `Timeout` that is forgotten would never be freed; this is, with
/// its call.
fn after(wait: i32, act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    if let Some(window) = web_sys::window() {
        let act = act.unchecked_ref();
        let _refused = window.set_timeout_with_callback_and_timeout_and_arguments_0(act, wait);
    }
}

fn once(act: &Cell<Option<impl FnOnce()>>) {
    if let Some(act) = act.take() {
        act();
    }
}

thread_local! {
    static TURNS: RefCell<VecDeque<Box<dyn FnOnce()>>> = const { RefCell::new(VecDeque::new()) };
    static IS_WAITING: Cell<bool> = const { Cell::new(false) };
}

/// Acts in turn with all others that ask so, one after each frame.
pub fn in_turn(act: impl FnOnce() + 'static) {
    TURNS.with_borrow_mut(|turns| turns.push_back(Box::new(act)));
    wait();
}

fn wait() {
    let is_empty = TURNS.with_borrow(VecDeque::is_empty);
    if !is_empty && !IS_WAITING.replace(true) {
        once_drawn(|| {
            IS_WAITING.set(false);
            let next = TURNS.with_borrow_mut(VecDeque::pop_front);
            if let Some(act) = next {
                act();
            }
            wait();
        });
    }
}
