//! The bench: the built widget beside a `SurveyJS` form and a page by hand that ask the same, in the same run.
//!
//! Each load is a browser of its own on a phone's screen, with a slow line and a processor four times slower. The three
//! take turns, so that what disturbs the machine disturbs all of them. Nothing here asserts a time: it measures.

mod act;
mod criterion;
mod lane;
mod lighthouse;
mod peers;
mod report;
mod spread;
mod touch;
mod visit;

pub use act::{Act, SCREENS, Screen, interactions};
pub use criterion::criterion;
pub use lane::{Lane, Pace, Steps};
pub use lighthouse::{PAGES, lighthouse};
pub use peers::Workshop;
pub use report::{Race, race};
pub use spread::{Spread, table};
pub use touch::Touch;
pub use visit::{Figure, Visit, hurry, visit};
