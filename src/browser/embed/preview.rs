//! The talk with the widget in the preview, and how that is kept apart.

use gloo_events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlIFrameElement, MessageEvent, Response, Window};
use yew::Callback;

use crate::browser::address;
use crate::embed::{self, Event, Shelter};

/// Finds out how the preview can be kept apart from the visitor's own answers: at best by a frame
/// with a storage of its own (`credentialless`), which not every browser has; else by a sandbox, if
/// the server lets pages without an origin read its files.
pub(super) fn find_shelter(report: Callback<Shelter>) {
    spawn_local(async move {
        report.emit(if has_own_storage() == Ok(true) {
            Shelter::OwnStorage
        } else if is_open().await == Ok(true) {
            Shelter::Sandbox
        } else {
            Shelter::None
        });
    });
}

fn has_own_storage() -> Result<bool, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let frame = window
        .document()
        .ok_or(JsValue::NULL)?
        .create_element("iframe")?;
    Reflect::has(&frame, &JsValue::from_str("credentialless"))
}

async fn is_open() -> Result<bool, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    // The first file that the widget has to read, and that this page has read already.
    let script = document.get_element_by_id("boot");
    let file = script.and_then(|it| it.get_attribute("src"));
    let answer = JsFuture::from(window.fetch_with_str(&file.unwrap_or_default())).await?;
    let allowed = answer
        .unchecked_into::<Response>()
        .headers()
        .get("access-control-allow-origin")?;
    Ok(allowed.as_deref() == Some("*"))
}

/// The frame's window, and the origin that its messages come from: none in a sandbox.
fn frame() -> Option<(Window, String)> {
    let document = web_sys::window()?.document()?;
    let frame = document.get_element_by_id("preview")?;
    let frame: HtmlIFrameElement = frame.dyn_into().ok()?;
    let origin = if frame.has_attribute("sandbox") {
        "null".to_owned()
    } else {
        address::origin()
    };
    Some((frame.content_window()?, origin))
}

/// Reports what the widget in the preview says, and nothing that anybody else says.
pub(super) fn listen(report: Callback<Event>) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "message", move |event| {
        let Some(message) = event.dyn_ref::<MessageEvent>() else {
            return;
        };
        if let Some(event) = heard(message) {
            report.emit(event);
        }
    }))
}

fn heard(message: &MessageEvent) -> Option<Event> {
    let (window, origin) = frame()?;
    let source = message.source()?;
    if JsValue::from(source) != JsValue::from(window) || message.origin() != origin {
        return None;
    }
    let get = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).ok();
    let said = get(&message.data(), "clientele")?;
    let number = |name: &str| get(&said, name)?.as_f64();
    let kind = get(&said, "type")?.as_string();
    embed::heard(number("v"), kind.as_deref(), number("height"))
}

/// Tells the widget these settings. In a sandbox it has no origin to name; the window is our own
/// frame's, and a setting is no secret.
pub(super) fn configure(settings: &[(&'static str, String)]) {
    let _refused = try_configure(settings);
}

fn try_configure(settings: &[(&'static str, String)]) -> Result<(), JsValue> {
    let Some((window, origin)) = frame() else {
        return Ok(());
    };
    let set = |to: &Object, name: &str, value: &JsValue| {
        Reflect::set(to, &JsValue::from_str(name), value)
    };
    let config = Object::new();
    set(&config, "v", &JsValue::from_f64(1.0))?;
    set(&config, "type", &JsValue::from_str("config"))?;
    for (name, value) in settings {
        set(&config, name, &JsValue::from_str(value))?;
    }
    let message = Object::new();
    set(&message, "clientele", &config)?;
    let target = if origin == "null" { "*" } else { &origin };
    window.post_message(&message, target)
}
