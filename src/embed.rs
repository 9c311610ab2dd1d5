//! The page that makes the lines for somebody's own page: settings, the lines for each way in, and a
//! model, events, effects and one pure [`update`] of its own. No browser here: the shell in
//! `browser` carries the effects out.

mod event;
mod heard;
mod origin;
mod settings;
mod snippet;
mod state;
mod update;
mod way;

pub use event::{Copied, Effect, Event, Shelter, Width};
pub use heard::heard;
pub use settings::{Key, LIVE, PARTS, Settings, read};
pub use snippet::{address, query, snippet};
pub use state::{Model, Place, Told};
pub use update::{launch, update};
pub use way::Way;
