//! Texts on their way in: from the box, from a file that was chosen, or from one that was dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event as DomEvent, File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::Callback;
use yew::prelude::SubmitEvent;

use crate::compare::Event;

/// A hundred times what a hundred thousand results take.
const LARGEST_FILE: f64 = 64_000_000.0;

/// Hands over what the form's box holds.
pub fn hand_over_box(event: &SubmitEvent, report: &Callback<Event>) {
    event.prevent_default();
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector(super::BOX).ok().flatten());
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok()) {
        report.emit(Event::TextGiven(found.value()));
    }
}

/// Hands over the text of the file that was chosen.
pub fn hand_over_file(event: &DomEvent, report: &Callback<Event>) {
    let input = event.target();
    if let Some(input) = input.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        let file = input.files().and_then(|files| files.get(0));
        if let Some(file) = file {
            read(file, report.clone());
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
        read(file, report.clone());
    } else if let Ok(text) = dropped.get_data("text") {
        report.emit(Event::TextGiven(text));
    }
}

fn read(file: File, report: Callback<Event>) {
    if file.size() > LARGEST_FILE {
        report.emit(Event::FileTooLarge);
        return;
    }
    yew::platform::spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok();
        report.emit(match text.and_then(|text| text.as_string()) {
            Some(text) => Event::TextGiven(text),
            None => Event::FileFailed,
        });
    });
}
