//! The page that makes the lines for somebody's own page: settings, the lines for each way in, and a
//! model, events, effects and one pure [`update`] of its own. No browser here: the shell in
//! `browser` carries the effects out.

mod event;
mod heard;
mod origin;
mod part;
mod settings;
mod size;
mod snippet;
mod standard;
mod state;
mod update;
mod way;

pub use event::{Copied, Effect, Event, Shelter, Width};
pub use heard::heard;
pub use part::Part;
pub use settings::{Key, LIVE, Settings, read};
pub use size::Size;
pub use snippet::{address, query, snippet};
pub use standard::{Package, Standard};
pub use state::{CopyOutcome, Model, Reset, Surroundings};
pub use update::{launch, update};
pub use way::Way;
