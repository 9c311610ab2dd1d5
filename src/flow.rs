//! The screens' state: a model, events in the past tense, effects to carry out, and one pure
//! [`update`] between them. No browser here: the shell in `browser` carries the effects out.

mod event;
mod hand_over;
mod kept;
mod keys;
mod launch;
mod progress;
mod result;
mod share;
mod state;
mod told;
mod update;

pub use event::{Effect, Event, Focus, OnResult, PassOn};
pub use hand_over::HandOver;
pub use kept::Kept;
pub use keys::{KeyPlace, key_pressed, may_mean};
pub use launch::{Stored, launch, launch_form, take_over};
pub use progress::{Progress, ProgressError};
pub use share::{Field, Share, Sharing, Surroundings, address, link};
pub use state::{Asking, Form, Model, Notice, Owner, Screen, Shown};
pub use told::{Detail, Told};
pub use update::{update, update_form};
