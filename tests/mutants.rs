//! The native tests of the judgement and of the flow as one program, which is what makes trying
//! hundreds of mutants practical: `docs/proof.md`. Each file is a program of its own everywhere else.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::duplicate_mod,
    reason = "each of the files brings the common part along"
)]

#[path = "advice.rs"]
mod advice;

#[path = "comparing.rs"]
mod comparing;

#[path = "comparing_links.rs"]
mod comparing_links;

#[path = "comparing_table.rs"]
mod comparing_table;

#[path = "embedding_types.rs"]
mod embedding_types;

#[path = "events.rs"]
mod events;

#[path = "examples.rs"]
mod examples;

#[path = "exhaustive.rs"]
mod exhaustive;

#[path = "explanations.rs"]
mod explanations;

#[path = "exports.rs"]
mod exports;

#[path = "exports_figures.rs"]
mod exports_figures;

#[path = "exports_guide.rs"]
mod exports_guide;

#[path = "fairness.rs"]
mod fairness;

#[path = "flow.rs"]
mod flow;

#[path = "form.rs"]
mod form;

#[path = "grounds.rs"]
mod grounds;

#[path = "group.rs"]
mod group;

#[path = "hostile.rs"]
mod hostile;

#[path = "importing.rs"]
mod importing;

#[path = "importing_chats.rs"]
mod importing_chats;

#[path = "importing_forms.rs"]
mod importing_forms;

#[path = "importing_links.rs"]
mod importing_links;

#[path = "importing_messages.rs"]
mod importing_messages;

#[path = "importing_tables.rs"]
mod importing_tables;

#[path = "importing_texts.rs"]
mod importing_texts;

#[path = "links.rs"]
mod links;

#[path = "meanings.rs"]
mod meanings;

#[path = "pack.rs"]
mod pack;

#[path = "pictures.rs"]
mod pictures;

#[path = "plan.rs"]
mod plan;

#[path = "progress.rs"]
mod progress;

#[path = "results.rs"]
mod results;

#[path = "returning.rs"]
mod returning;

#[path = "sharing.rs"]
mod sharing;

#[path = "sharing_files.rs"]
mod sharing_files;

#[path = "targets.rs"]
mod targets;

#[path = "told.rs"]
mod told;

#[path = "visits.rs"]
mod visits;
