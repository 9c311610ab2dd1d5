//! Texts on their way in: from the box, from a file that was chosen, or from one that was dropped.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, Event as DomEvent, File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::{Callback, SubmitEvent};

use super::super::frame;
use crate::compare::Event;

/// More than twenty times what a hundred thousand results take.
const LARGEST_FILE: f64 = 64_000_000.0;

/// How many bytes of a file are taken at a time, so that the page answers in between.
const SLICE: f64 = 500_000.0;

fn found() -> Option<HtmlTextAreaElement> {
    let document = web_sys::window()?.document()?;
    let found = document.query_selector(super::BOX).ok()??;
    found.dyn_into().ok()
}

/// Empties the box.
pub(super) fn empty_box() {
    if let Some(found) = found() {
        found.set_value("");
    }
}

/// Hands over what the form's box holds, once the button that was pressed is seen to be pressed: what
/// is short is read and drawn in one go.
pub fn hand_over_box(event: &SubmitEvent, report: &Callback<Event>) {
    event.prevent_default();
    if let Some(found) = found() {
        let report = report.clone();
        frame::once_drawn(move || report.emit(Event::TextGiven(found.value())));
    }
}

/// Hands over the text of the file that was chosen.
pub fn hand_over_file(event: &DomEvent, report: &Callback<Event>) {
    let input = event.target();
    if let Some(input) = input.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        let file = input.files().and_then(|files| files.get(0));
        if let Some(file) = file {
            take(file, report.clone());
        }
        // The same file may be chosen again.
        input.set_value("");
    }
}

/// Hands over the text of a file, or the text itself, that was dropped.
pub fn hand_over_drop(event: &DragEvent, report: &Callback<Event>) {
    event.prevent_default();
    let Some(dropped) = event.data_transfer() else {
        return;
    };
    if let Some(file) = dropped.files().and_then(|files| files.get(0)) {
        take(file, report.clone());
    } else if let Ok(text) = dropped.get_data("text") {
        report.emit(Event::TextGiven(text));
    }
}

fn take(file: File, report: Callback<Event>) {
    if file.size() > LARGEST_FILE {
        report.emit(Event::FileTooLarge);
        return;
    }
    spawn_local(async move {
        report.emit(match read(&file).await {
            Ok(text) => Event::TextGiven(text),
            Err(_) => Event::FileFailed,
        });
    });
}

/// The text of a file; what is no UTF-8 in it spoils its own line alone.
async fn read(file: &File) -> Result<String, JsValue> {
    let mut bytes = Vec::new();
    let mut at = 0.0;
    while at < file.size() {
        let slice = file.slice_with_f64_and_f64(at, at + SLICE)?;
        let slice = JsFuture::from(slice.array_buffer()).await?;
        bytes.extend(Uint8Array::new(&slice).to_vec());
        at += SLICE;
    }
    Ok(String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
}
