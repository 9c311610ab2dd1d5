//! The edge: the only place that touches the browser beyond Yew. It carries out the effects of
//! `flow`, and reports what happened outside as its events.

mod address;
mod control;
mod focus;
mod host;
mod share;
mod shell;
mod storage;

pub use control::value_of;
pub use shell::begin;
