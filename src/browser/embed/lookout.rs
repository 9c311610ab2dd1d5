//! Tells when the preview's place is on screen, or soon will be: the widget in it is a second page,
//! which a phone should not work on before somebody comes to look at it.

use js_sys::Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::Callback;

/// So much more than what is on screen counts, above and below.
const AHEAD: &str = "50% 0px";

/// What a browser calls with what it has seen.
type Seen = Closure<dyn FnMut(Array, IntersectionObserver)>;

/// A watch over the preview's place, which ends with the first report or when dropped.
pub(super) struct Lookout {
    observer: IntersectionObserver,
    _seen: Seen,
}

impl Lookout {
    /// Watches the preview's place, and reports once that it has come near.
    pub(super) fn new(near: Callback<()>) -> Option<Self> {
        let stage = web_sys::window()?.document()?.get_element_by_id("stage")?;
        let seen = Seen::new(move |entries: Array, observer: IntersectionObserver| {
            let is_near = |entry: JsValue| {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                entry.is_intersecting()
            };
            if entries.iter().any(is_near) {
                observer.disconnect();
                near.emit(());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(AHEAD);
        let react = seen.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(react, &options).ok()?;
        observer.observe(&stage);
        Some(Self {
            observer,
            _seen: seen,
        })
    }
}

impl Drop for Lookout {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
