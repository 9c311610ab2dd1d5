//! After the next frame: what can wait until the browser has drawn, so that an answer is seen first.

use std::cell::{Cell, RefCell};

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Window;

/// How long a frame is waited for, in milliseconds: none comes where nothing is to be seen, in a
/// frame that is scrolled away for instance.
const PATIENCE: i32 = 100;

type Act = Box<dyn FnOnce()>;

/// Acts that wait for the next frame, and the browser's calls that end the waiting. These are made
/// once: at every step anew, they took their time from the frame itself.
struct Waiting {
    acts: RefCell<Vec<Act>>,
    /// The number to call the end of patience off by, 0 where nothing waits.
    patience: Cell<i32>,
    /// Whether a frame that was asked for has not come yet: then no second one is asked for.
    is_asked: Cell<bool>,
    on_frame: Function,
    on_drawn: Function,
}

impl Waiting {
    fn new() -> Self {
        let lasting = |call: fn()| {
            Closure::<dyn Fn()>::new(call)
                .into_js_value()
                .unchecked_into()
        };
        Self {
            acts: RefCell::default(),
            patience: Cell::default(),
            is_asked: Cell::default(),
            // Not at once: what others have asked for at the end of the frame comes first.
            on_frame: lasting(|| {
                WAITING.with(|waiting| {
                    waiting.is_asked.set(false);
                    _ = after(1, &waiting.on_drawn);
                });
            }),
            on_drawn: lasting(|| WAITING.with(Self::act)),
        }
    }

    fn add(&self, act: Act) {
        self.acts.borrow_mut().push(act);
        if self.patience.get() == 0 {
            if !self.is_asked.replace(true)
                && let Some(window) = web_sys::window()
            {
                let _refused = window.request_animation_frame(&self.on_frame);
            }
            self.patience.set(after(PATIENCE, &self.on_drawn));
        }
    }

    /// Acts, whichever comes first, the frame or the end of patience.
    fn act(&self) {
        if let Some(window) = web_sys::window() {
            // Nobody has the number 0.
            window.clear_timeout_with_handle(self.patience.take());
        }
        for act in self.acts.take() {
            act();
        }
    }
}

thread_local! {
    static WAITING: Waiting = Waiting::new();
}

/// Acts once the next frame is drawn.
pub fn once_drawn(act: impl FnOnce() + 'static) {
    WAITING.with(|waiting| waiting.add(Box::new(act)));
}

/// Acts in a step of its own, as soon as the browser has nothing more urgent.
pub(super) fn soon(act: impl FnOnce() + 'static) {
    let _number = after(0, &Closure::once_into_js(act).unchecked_into());
}

/// Calls after so many milliseconds, and gives the number to call that off by, 0 where it never calls.
fn after(wait: i32, call: &Function) -> i32 {
    let set =
        |window: Window| window.set_timeout_with_callback_and_timeout_and_arguments_0(call, wait);
    web_sys::window()
        .and_then(|window| set(window).ok())
        .unwrap_or(0)
}

thread_local! {
    static TURNS: RefCell<Vec<(u8, Act)>> = const { RefCell::new(Vec::new()) };
    static IS_WAITING: Cell<bool> = const { Cell::new(false) };
}

/// Acts in turn with all others that ask so, one after each frame: whoever has the lowest place is next, whoever asked first.
pub fn in_turn(place: u8, act: impl FnOnce() + 'static) {
    TURNS.with_borrow_mut(|turns| {
        let before = turns.iter().position(|(other, _)| *other > place);
        turns.insert(before.unwrap_or(turns.len()), (place, Box::new(act)));
    });
    wait();
}

fn wait() {
    let is_empty = TURNS.with_borrow(Vec::is_empty);
    if !is_empty && !IS_WAITING.replace(true) {
        once_drawn(|| {
            IS_WAITING.set(false);
            let next = TURNS.with_borrow_mut(|turns| (!turns.is_empty()).then(|| turns.remove(0)));
            if let Some((_, act)) = next {
                act();
            }
            wait();
        });
    }
}
