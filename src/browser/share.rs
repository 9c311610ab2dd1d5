//! Handing things on: the clipboard, other apps, files, the printer.

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, HtmlAnchorElement, Navigator, ShareData, Url,
};
use yew::html::Scope;
use yew::{Callback, Component};

use super::picture;
use crate::export::File;
use crate::flow::{Event, OnResult, PassOn, Sharing, Surroundings};

/// Where the widget is, given the way there from this page, and what the browser can do.
pub(super) fn surroundings(way: &str) -> Surroundings {
    let Some(window) = web_sys::window() else {
        return Surroundings::default();
    };
    // An empty way would mean this very page, file name and all.
    let way = if way.is_empty() { "./" } else { way };
    let here = window.location().href().unwrap_or_default();
    let home = Url::new_with_base(way, &here).map(|url| {
        url.set_search("");
        url.set_hash("");
        url.href()
    });
    let query = window.location().search().unwrap_or_default();
    Surroundings {
        home: home.unwrap_or_default(),
        query: query.trim_start_matches('?').to_owned(),
        can_offer: can_offer(&window.navigator()),
        is_sandboxed: Reflect::get(&window, &JsValue::from_str("origin"))
            .is_ok_and(|origin| origin.as_string().as_deref() == Some("null")),
    }
}

/// Whether the browser hands links to other apps: not in a frame that may not.
fn can_offer(navigator: &Navigator) -> bool {
    let has = |name| Reflect::has(navigator, &JsValue::from_str(name)).unwrap_or(false);
    let data = ShareData::new();
    // Any address will do.
    data.set_url("https://clientele.example/");
    has("share") && (!has("canShare") || navigator.can_share_with_data(&data))
}

/// Passes a result on.
pub(super) fn pass_on(way: PassOn, report: &Scope<impl Component<Message = Event>>) {
    match way {
        PassOn::Copy(text) => {
            let ended = |copied| Event::OnResult(OnResult::Shared(Sharing::CopyEnded(copied)));
            copy(&text, report.callback(ended));
        }
        PassOn::Offer { link, title } => offer(&link, &title),
        PassOn::Download(file) => download(&file),
        PassOn::Draw(drawing) => {
            let ended = |drawn| Event::OnResult(OnResult::Shared(Sharing::PictureEnded(drawn)));
            picture::download(&drawing, report.callback(ended));
        }
        PassOn::Print => print(),
    }
}

/// Copies a text and reports how that went.
pub(super) fn copy(text: &str, ended: Callback<bool>) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let navigator = window.navigator();
    // There is no clipboard on a page that came over plain HTTP.
    if !Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|it| it.is_object()) {
        ended.emit(is_copied_as_by_hand(text));
        return;
    }
    let copied = navigator.clipboard().write_text(text);
    let text = text.to_owned();
    spawn_local(async move {
        ended.emit(JsFuture::from(copied).await.is_ok() || is_copied_as_by_hand(&text));
    });
}

/// Copies a text as if the visitor had asked the browser for it, which goes where a page may not use the clipboard by itself:
/// in a frame that the page round it gives no such right.
fn is_copied_as_by_hand(text: &str) -> bool {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
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

/// Hands a link to other apps. Whoever closes that sheet wanted no more, so there is no message.
pub(super) fn offer(link: &str, title: &str) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let data = ShareData::new();
    data.set_url(link);
    data.set_title(title);
    let offered = window.navigator().share_with_data(&data);
    spawn_local(async move {
        let _closed = JsFuture::from(offered).await;
    });
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
