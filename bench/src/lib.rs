//! The bench: the built widget beside a `SurveyJS` form and a page by hand that ask the same, in the same run.
//!
//! Each load is a browser of its own on a phone's screen, with a slow line and a processor four times slower. The three
//! take turns, so that what disturbs the machine disturbs all of them. Its tests assert no time: they walk the ways that are
//! measured. A run says what is above its limit, and ends with a failure then.

mod act;
mod criterion;
mod figure;
mod lane;
mod lighthouse;
mod peers;
mod report;
mod screen;
mod spread;
mod touch;
mod visit;

pub use act::{Act, interactions};
pub use criterion::{Timing, criterion, kept};
pub use figure::{Figure, Limit};
pub use lane::{Entrant, Lane, Pace};
pub use lighthouse::{Judged, PAGES, lighthouse};
pub use peers::Workshop;
pub use report::{Race, race};
pub use screen::{SCREENS, Screen};
pub use spread::{Spread, table};
pub use touch::Touch;
pub use visit::{Visit, hurry, visit};
