//! What the page's own scripts hear: events of the document. Nothing leaves the page by them;
//! `static/frame.js` and the adapters of course packages decide what they hand on.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

use super::page;
use crate::flow::{Detail, Told};

/// Tells what happened.
pub(super) fn tell(told: &Told) {
    let details = Object::new();
    for (name, detail) in &told.details {
        let value = match detail {
            Detail::Nothing => JsValue::NULL,
            Detail::Number(number) => JsValue::from(*number),
            Detail::Text(text) => JsValue::from_str(text),
        };
        // An object made just now takes any property.
        let _set = Reflect::set(&details, &JsValue::from_str(name), &value);
    }
    dispatch(told.name, &details);
}

/// Tells the progress that a script of the page keeps; empty when it is forgotten.
pub(super) fn progress(progress: &str) {
    dispatch("progress", &JsValue::from_str(progress));
}

fn dispatch(name: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_detail(detail);
    let document = page::document();
    let event = CustomEvent::new_with_event_init_dict(&["clientele:", name].concat(), &init);
    if let (Some(document), Ok(event)) = (document, event) {
        // What a listener throws is the listener's own.
        let _heard = document.dispatch_event(&event);
    }
}
