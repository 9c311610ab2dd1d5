//! Pictures as PNG files: a drawing in SVG, in the colours of the page as it is at the moment, put
//! on a canvas by the browser itself. Nothing leaves the page.

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Window};
use yew::Callback;

use super::hand_out::save;
use crate::export::{Picture, THEMED};

/// Draws a picture, saves it under its name, and reports whether that went well.
pub(super) fn download(picture: &Picture, ended: Callback<bool>) {
    let picture = picture.clone();
    spawn_local(async move {
        let drawn = match web_sys::window() {
            Some(window) => draw(&window, &picture).await,
            None => Err(JsValue::NULL),
        };
        let saved = drawn.and_then(|png| save(&png, &picture.name));
        ended.emit(saved.is_ok());
    });
}

async fn draw(window: &Window, picture: &Picture) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    let svg = themed(window, &picture.svg)?;
    let source = js_sys::encode_uri_component(&svg);
    image.set_src(&["data:image/svg+xml,", &String::from(source)].concat());
    JsFuture::from(image.decode()).await?;

    let document = window.document().ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(picture.width);
    canvas.set_height(picture.height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.draw_image_with_html_image_element(&image, 0.0, 0.0)?;
    let png = Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |png: JsValue| {
            let _called = resolve.call1(&JsValue::NULL, &png);
        });
        if let Err(refusal) = canvas.to_blob(done.unchecked_ref()) {
            let _called = reject.call1(&JsValue::NULL, &refusal);
        }
    });
    JsFuture::from(png).await?.dyn_into()
}

/// The drawing with the page's colours of the moment in place of their names, since an image knows
/// nothing of the page that it is drawn on.
fn themed(window: &Window, svg: &str) -> Result<String, JsValue> {
    let root = window
        .document()
        .and_then(|document| document.document_element())
        .ok_or(JsValue::NULL)?;
    let style = window.get_computed_style(&root)?.ok_or(JsValue::NULL)?;
    let mut drawn = svg.to_owned();
    for name in THEMED {
        let value = style.get_property_value(name)?;
        drawn = drawn.replace(&["var(", name, ")"].concat(), value.trim());
    }
    Ok(drawn)
}
