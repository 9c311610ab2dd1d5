//! Clientele: says whether the people a business serves are clients, customers or both,
//! explains why, and recommends what to do about it.
//!
//! A table of contents; ARCHITECTURE.md is the map.

pub mod browser;
pub mod compare;
pub mod embed;
pub mod export;
pub mod flow;
pub mod model;
pub mod route;
pub mod view;
pub mod words;
