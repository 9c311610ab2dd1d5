//! Packs as files, and as slips in a sound one.
#![no_main]
#![allow(
    dead_code,
    unused_imports,
    reason = "each target uses its own part of what they share"
)]

#[path = "../../tests/claims/mod.rs"]
mod claims;
mod content;

thread_local! {
    static SMALL: Vec<u8> = content::PACK.with(|pack| claims::small(pack));
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    SMALL.with(|small| claims::pack(small, bytes));
});
