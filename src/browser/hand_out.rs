//! Handing things out of the page: to the clipboard, into files, to the printer.

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, HtmlAnchorElement, Url};
use yew::Callback;

use super::page;
use crate::export::File;

/// Copies a text and reports how that went.
pub(super) fn copy(text: &str, ended: Callback<bool>) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let navigator = window.navigator();
    // There is no clipboard on a page that came over plain HTTP.
    if !Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|it| it.is_object()) {
        ended.emit(copy_by_command(text));
        return;
    }
    let copied = navigator.clipboard().write_text(text);
    let text = text.to_owned();
    spawn_local(async move {
        ended.emit(JsFuture::from(copied).await.is_ok() || copy_by_command(&text));
    });
}

/// Copies a text as if the visitor had asked the browser for it, which goes where a page may not use the clipboard by itself:
/// in a frame that the page round it gives no such right. Says whether it is done.
fn copy_by_command(text: &str) -> bool {
    let Some(document) = page::document() else {
        return false;
    };
    let options = EventListenerOptions::enable_prevent_default();
    // Without a selection, some copy only where this says that there is something.
    let asked = |event: &web_sys::Event| event.prevent_default();
    let _asked = EventListener::new_with_options(&document, "beforecopy", options, asked);
    let text = text.to_owned();
    let given = move |event: &web_sys::Event| {
        let data = event.dyn_ref::<ClipboardEvent>();
        if let Some(data) = data.and_then(ClipboardEvent::clipboard_data) {
            event.prevent_default();
            let _refused = data.set_data("text/plain", &text);
        }
    };
    let _given = EventListener::new_with_options(&document, "copy", options, given);
    Reflect::get(&document, &JsValue::from_str("execCommand"))
        .and_then(|command| Function::from(command).call1(&document, &JsValue::from_str("copy")))
        .is_ok_and(|is_done| is_done.is_truthy())
}

/// Saves a file under its name.
pub(super) fn download(file: &File) {
    let _refused = try_download(file);
}

fn try_download(file: &File) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(file.kind);
    let parts = Array::of1(&JsValue::from_str(&file.text));
    save(
        &Blob::new_with_str_sequence_and_options(&parts, &kind)?,
        &file.name,
    )
}

/// How long a file that is being saved stays in memory, in milliseconds: Safari on iOS reads it after the click, and finds
/// nothing where it has been let go by then (<https://bugs.webkit.org/show_bug.cgi?id=211234>).
const KEPT: i32 = 40_000;

/// Saves bytes under a name.
pub(super) fn save(blob: &Blob, name: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    let url = Url::create_object_url_with_blob(blob)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    let let_go = Closure::once_into_js(move || Url::revoke_object_url(&url));
    window.set_timeout_with_callback_and_timeout_and_arguments_0(let_go.unchecked_ref(), KEPT)?;
    Ok(())
}

/// Prints the page.
pub(super) fn print() {
    if let Some(window) = web_sys::window() {
        let _refused = window.print();
    }
}
