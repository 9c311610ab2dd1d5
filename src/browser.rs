//! The edge: the only place that touches the browser beyond Yew. It carries out the effects of
//! `flow`, and reports what happened outside as its events.

mod address;
mod compare;
mod control;
mod focus;
mod shell;
mod storage;

pub use compare::{hand_over_box, hand_over_drop, hand_over_file};
pub use control::chosen_value;
pub use shell::begin;
