//! What the widget in the preview says, as far as it is to be believed: `static/embed.js` holds it
//! to the same.

use super::event::Event;

/// Beyond this no widget is.
const HIGHEST: f64 = 1e5;

/// What a message means, if anything, by its members: its version, its type, and the height in it.
#[must_use]
pub fn heard(version: Option<f64>, kind: Option<&str>, height: Option<f64>) -> Option<Event> {
    if version != Some(1.0) {
        return None;
    }
    match kind? {
        "ready" => Some(Event::PreviewReady),
        "height" => {
            let is_height =
                |height: &f64| (1.0..=HIGHEST).contains(height) && height.fract() == 0.0;
            let height = height.filter(is_height)?;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "the line above holds it in these bounds"
            )]
            let height = height as u32;
            Some(Event::PreviewMeasured(height))
        }
        _ => None,
    }
}
