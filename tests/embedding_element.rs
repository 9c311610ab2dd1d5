//! What `docs/embedding.md` promises of `<clientele-widget>` and of settings, held to by Node.js in pages without a browser.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::node::assert_held;

#[test]
fn the_element_does_with_its_attributes_what_is_promised() {
    assert_held("tests/messages/element.mjs");
}

#[test]
fn the_frame_takes_the_settings_that_are_promised() {
    assert_held("tests/messages/frame.mjs");
}
