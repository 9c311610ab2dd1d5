//! The native generator: reads and checks the content, packs it for the browser, and finishes the
//! folder that Trunk has built: pages, cards, names, course packages.

pub mod address;
mod amend;
pub mod card;
pub mod check;
mod colours;
pub mod compress;
pub mod content;
pub mod fault;
mod files;
pub mod finish;
pub mod form_pack;
pub mod headers;
pub mod html;
pub mod inline;
mod json;
pub mod minify;
pub mod oembed;
pub mod offline;
pub mod package;
pub mod page_text;
pub mod pages;
pub mod picture;
pub mod policy;
mod questionnaire_file;
pub mod seal;
pub mod sitemap;
mod source;
pub mod text;

pub use content::load;
pub use fault::{Fault, Faults};
pub use questionnaire_file::Label;
