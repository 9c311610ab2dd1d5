//! The scripts that read messages from other windows, held to their claims by Node.js, and to what
//! `src/embed` lets into the lines that people paste.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::env;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::SystemTime;

use clientele::embed::{Key, LIVE, read};
use common::file;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// How many frames are tried, and as many elements; 25 messages each.
const ROUNDS: &str = "150";

/// How many values of each setting are tried.
const VALUES: usize = 40;

fn any_value(key: Key) -> BoxedStrategy<String> {
    match key {
        Key::Origin => {
            let host = "([a-z0-9_-]{1,5}\\.){0,3}[a-z0-9_-]{1,5}|[0-9]{1,3}(\\.[0-9]{1,3}){0,3}|0x[0-9a-f]{1,4}";
            ("https?", host, "(:[0-9]{1,5})?/?")
                .prop_map(|(scheme, host, port)| format!("{scheme}://{host}{port}"))
                .boxed()
        }
        Key::Accent => "#?[0-9a-fA-F]{6}".boxed(),
        Key::Radius => "[0-9]{1,2}".boxed(),
        Key::Hide => {
            "(poles|share|areas|flips|nothing)([ ,](actions|promises|profile)){0,3}".boxed()
        }
        _ => "light|dark|auto|full|short|both|compact|comfortable|\\PC{0,8}".boxed(),
    }
}

/// The seed of the runs that are the same each time.
const SAME: u32 = 5;

/// Repeats a run: the seed that a failure names.
const SEED: &str = "CLIENTELE_SEED";

#[test]
fn messages_and_settings_hold_their_claims() {
    assert_held(SAME);
}

#[test]
fn messages_and_settings_of_another_seed_each_time_hold_them_too() {
    assert_held(given().unwrap_or_else(fresh));
}

fn given() -> Option<u32> {
    let text = env::var(SEED).ok()?;
    let seed = text.parse();
    Some(seed.unwrap_or_else(|_| panic!("{SEED} is a number below 2^32, not '{text}'")))
}

fn fresh() -> u32 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    now.expect("a time after 1970").subsec_nanos()
}

/// Values for the settings that follow from a seed.
fn runner(seed: u32) -> TestRunner {
    let mut bytes = [0; 32];
    bytes[..4].copy_from_slice(&seed.to_le_bytes());
    let chance = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    TestRunner::new_with_rng(Config::default(), chance)
}

fn assert_held(seed: u32) {
    let mut runner = runner(seed);
    let mut settings = String::new();
    for key in LIVE.into_iter().chain([Key::Origin]) {
        let values = any_value(key);
        for _ in 0..VALUES {
            let value = values.new_tree(&mut runner).expect("a value").current();
            if let Some(value) = read(key, &value).filter(|it| !it.is_empty()) {
                settings += &serde_json::json!([key.name(), value]).to_string();
                settings.push('\n');
            }
        }
    }
    let mut node = Command::new("node")
        .args(["--experimental-vm-modules", "--no-warnings"])
        .arg(file("tests/messages/claims.mjs"))
        .args([&*seed.to_string(), ROUNDS])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("Node.js, which the build needs, too");
    let mut lines = node.stdin.take().expect("its input");
    lines.write_all(settings.as_bytes()).expect("it reads");
    drop(lines);
    let done = node.wait_with_output().expect("it ends");
    assert!(
        done.status.success(),
        "once more by {SEED}={seed}\n{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
}
