//! The edge: the only place that touches the browser beyond Yew. It carries out the effects of
//! `flow`, `compare` and `embed`, and reports what happened outside as their events.

mod address;
mod compare;
mod control;
mod embed;
mod focus;
mod frame;
mod hand_out;
mod host;
#[cfg(target_arch = "wasm32")]
mod memory;
mod page;
mod picture;
mod share;
mod shell;
mod storage;
mod tool;

pub use compare::{hand_over_box, hand_over_drop, hand_over_file};
pub use control::value_of;
pub use frame::{in_turn, once_drawn};
pub use shell::{Start, begin, begin_form, end_form, rehearse};
pub use tool::{begin as begin_tool, rehearse as rehearse_tool};
