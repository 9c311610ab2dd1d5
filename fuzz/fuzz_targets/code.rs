//! Share codes and addresses.
#![no_main]
#![allow(
    dead_code,
    unused_imports,
    reason = "each target uses its own part of what they share"
)]

#[path = "../../tests/claims/mod.rs"]
mod claims;
mod content;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    content::PACK.with(|pack| claims::code(pack, bytes));
});
