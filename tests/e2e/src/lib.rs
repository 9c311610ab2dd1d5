//! The harness of the end-to-end tests: it serves `dist/`, drives a real browser over it, and reports in words.
//!
//! A test opens a [`Walk`], acts as a person would, waits for what a person would see, and finishes:
//!
//! ```no_run
//! use clientele_e2e::{Outcome, Walk};
//!
//! #[tokio::test]
//! async fn the_first_question_follows_the_start() -> Outcome {
//!     let walk = Walk::open("/").await?;
//!     walk.click_text("Start").await?;
//!     walk.until_text("Question 1 of 15").await?;
//!     walk.axe().await?;
//!     walk.finish().await?;
//!     Ok(())
//! }
//! ```
//!
//! [`Stage`] sets what differs from a bright desktop screen: width, theme, forced colours, a sub-path, faults of the
//! server. Nothing here sleeps for a while and hopes: every wait has a condition and an end.

mod answer;
mod axe;
mod browser;
mod builder;
mod camera;
mod chromium;
mod course;
mod display;
mod driver;
mod fault;
mod firefox;
mod headers;
mod judge;
mod keys;
mod kind;
mod look;
mod lrs;
mod request;
mod server;
mod sound;
mod stage;
mod statement;
mod trouble;
mod walk;
mod webkit;
mod witness;

pub use browser::Console;
pub use course::course;
pub use fault::Fault;
pub use kind::Kind;
pub use lrs::{Illness, Lrs, SECRET};
pub use request::encoded;
pub use server::Server;
pub use stage::Stage;
pub use statement::{spent, verb};
pub use trouble::{Failed, Outcome, Trouble};
pub use walk::Walk;
