//! What `docs/packages.md` promises of platforms and record stores that a walk could only wait for, or not bring about at
//! all: seconds and minutes, five hundred windows, 60 kB. Node.js runs the adapters in a world of its own, whose clock the
//! tests move.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::embed::Standard;
use common::node::assert_held;

#[test]
fn the_files_are_those_of_the_guide() {
    let guide = include_str!("../docs/packages.md");
    let (_, table) = guide.split_once("\n|---|---|---|\n").expect("a table");
    let rows = table.split("\n\n").next().unwrap_or_default().lines();
    let named: Vec<&str> = rows.filter_map(|row| row.split('`').nth(1)).collect();
    assert_eq!(named, Standard::ALL.map(|it| it.file("en-GB")));
}

#[test]
fn scorm_platforms_are_told_and_asked_as_is_promised() {
    assert_held("tests/courses/scorm.mjs");
}

#[test]
fn what_scorm_platforms_fail_to_save_is_not_lost() {
    assert_held("tests/courses/scorm_saving.mjs");
}

#[test]
fn record_stores_are_told_and_asked_as_is_promised() {
    assert_held("tests/courses/xapi.mjs");
}
