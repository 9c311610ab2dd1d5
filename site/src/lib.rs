//! The native generator: reads and checks the content, packs it for the browser, and finishes the
//! folder that Trunk has built.

pub mod check;
pub mod content;
pub mod fault;
pub mod finish;
mod questionnaire_file;
pub mod text;

pub use content::load;
pub use fault::{Fault, Faults};
pub use questionnaire_file::Label;
