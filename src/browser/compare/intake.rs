//! Texts on their way in: from the box, from files that were chosen, or from some that were dropped.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DragEvent, Event as DomEvent, File, FileList, HtmlInputElement, HtmlTextAreaElement,
    TextDecoder,
};
use yew::prelude::{Callback, SubmitEvent};

use super::super::frame;
use crate::compare::{Event, add_file};

/// In bytes, all files together: more than twenty times what a hundred thousand results take.
const MOST_BYTES: f64 = 64_000_000.0;

/// How many bytes of a file are taken at a time, so that the page answers in between.
const SLICE: f64 = 500_000.0;

fn found() -> Option<HtmlTextAreaElement> {
    let document = web_sys::window()?.document()?;
    let found = document.query_selector(super::BOX).ok()??;
    found.dyn_into().ok()
}

/// Leaves this alone in the box.
pub(super) fn fill_box(text: &str) {
    if let Some(found) = found() {
        found.set_value(text);
    }
}

/// Hands over what the form's box holds, once the button that was pressed is seen to be pressed: what
/// is short is read and drawn in one go.
pub fn hand_over_box(event: &SubmitEvent, report: &Callback<Event>) {
    event.prevent_default();
    if let Some(found) = found() {
        let report = report.clone();
        frame::once_drawn(move || report.emit(Event::BoxGiven(found.value())));
    }
}

/// Hands over the text of the files that were chosen.
pub fn hand_over_file(event: &DomEvent, report: &Callback<Event>) {
    let input = event.target();
    if let Some(input) = input.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        if let Some(files) = input.files() {
            take(&files, report);
        }
        // The same file may be chosen again.
        input.set_value("");
    }
}

/// Hands over the text of files, or the text itself, that was dropped.
pub fn hand_over_drop(event: &DragEvent, report: &Callback<Event>) {
    event.prevent_default();
    let Some(dropped) = event.data_transfer() else {
        return;
    };
    if let Some(files) = dropped.files().filter(|files| files.length() > 0) {
        take(&files, report);
    } else if let Ok(text) = dropped.get_data("text") {
        report.emit(Event::TextGiven(text));
    }
}

/// Reads all of them as one text, one behind the other.
fn take(files: &FileList, report: &Callback<Event>) {
    let files: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    if files.iter().map(|file| file.size()).sum::<f64>() > MOST_BYTES {
        report.emit(Event::FileTooLarge);
        return;
    }
    let report = report.clone();
    spawn_local(async move {
        let mut text = String::new();
        for file in &files {
            let read = match read(file).await {
                Ok(bytes) if is_workbook(&bytes) => return report.emit(Event::FileForeign),
                Ok(bytes) => decoded(bytes),
                Err(error) => Err(error),
            };
            let Ok(read) = read else {
                return report.emit(Event::FileFailed);
            };
            add_file(&mut text, &read);
        }
        report.emit(Event::TextGiven(text));
    });
}

/// What is in a file.
async fn read(file: &File) -> Result<Vec<u8>, JsValue> {
    let mut bytes = Vec::new();
    let mut at = 0.0;
    while at < file.size() {
        let slice = file.slice_with_f64_and_f64(at, at + SLICE)?;
        let slice = JsFuture::from(slice.array_buffer()).await?;
        bytes.extend(Uint8Array::new(&slice).to_vec());
        at += SLICE;
    }
    Ok(bytes)
}

/// Whether these bytes are a spreadsheet's own file, new (a zip) or old, rather than a text.
fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

/// The text of bytes: UTF-8, or what spreadsheets write instead. Those are UTF-16, which says so in
/// its first bytes, and a western code page, which says nothing: it is taken for that of each line
/// that is no UTF-8, so that a slip in one spoils no other. It is that of Windows, but where lines
/// end as on older Macs.
fn decoded(bytes: Vec<u8>) -> Result<String, JsValue> {
    match &bytes[..] {
        [0xff, 0xfe, ..] => return decoded_as("utf-16le", &bytes),
        [0xfe, 0xff, ..] => return decoded_as("utf-16be", &bytes),
        _ => {}
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error.into_bytes(),
    };
    let is_mac = bytes.contains(&b'\r') && !bytes.contains(&b'\n');
    let encoding = if is_mac { "macintosh" } else { "windows-1252" };
    let lines = bytes.split_inclusive(|byte| matches!(byte, b'\n' | b'\r'));
    lines
        .map(|line| match core::str::from_utf8(line) {
            Ok(line) => Ok(line.to_owned()),
            Err(_) => decoded_as(encoding, line),
        })
        .collect()
}

fn decoded_as(encoding: &str, bytes: &[u8]) -> Result<String, JsValue> {
    TextDecoder::new_with_label(encoding)?.decode_with_u8_array(bytes)
}
