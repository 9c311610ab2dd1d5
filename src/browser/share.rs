//! Sharing a result, and what the browser can do for it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Navigator, ShareData};
use yew::Component;
use yew::html::Scope;

use super::{address, hand_out, picture};
use crate::flow::{Event, OnResult, PassOn, Sharing, Surroundings};

/// Where the widget is, given the way there from this page, and what the browser can do.
pub(super) fn surroundings(root: &str) -> Surroundings {
    let Some(window) = web_sys::window() else {
        return Surroundings::default();
    };
    let query = window.location().search().unwrap_or_default();
    Surroundings {
        home: address::home(root),
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
            hand_out::copy(&text, report.callback(ended));
        }
        PassOn::Offer { link, title } => offer(&link, &title),
        PassOn::Download(file) => hand_out::download(&file),
        PassOn::Draw(drawing) => {
            let ended = |drawn| Event::OnResult(OnResult::Shared(Sharing::PictureEnded(drawn)));
            picture::download(&drawing, report.callback(ended));
        }
        PassOn::Print => hand_out::print(),
    }
}

/// Hands a link to other apps. Whoever closes that sheet wanted no more, so there is no message.
fn offer(link: &str, title: &str) {
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
