//! Drawing markup to text, by Yew's server renderer.

use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::LocalServerRenderer;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
struct Drawing {
    html: Html,
}

#[component]
fn Drawn(drawing: &Drawing) -> Html {
    drawing.html.clone()
}

/// The markup as text. The client's first drawing replaces it, so it carries no marks for hydration.
pub fn draw(html: Html) -> Result<String, String> {
    let runtime = Builder::new_current_thread()
        .build()
        .map_err(|error| format!("the pages can't be drawn: {error}"))?;
    let renderer = LocalServerRenderer::<Drawn>::with_props(Drawing { html });
    let drawing = renderer.hydratable(false).render();
    Ok(LocalSet::new().block_on(&runtime, drawing))
}
