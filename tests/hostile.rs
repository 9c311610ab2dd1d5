//! Any bytes that come from outside: the claims that the fuzzers hold for minutes (`docs/proof.md`),
//! here for a second each, and for all that they have found worth keeping.
#![cfg(not(target_arch = "wasm32"))]

mod claims;
mod common;

use std::fs;
use std::rc::Rc;

use clientele::flow::{Form, Progress};
use clientele::model::{Pack, ToolPack, encode};
use common::{any_answers, file, pack, tools};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

thread_local! {
    static PACK: Rc<Pack> = Rc::new(pack().clone());
    static TOOLS: Rc<ToolPack> = Rc::new(tools().clone());
    static SMALL: Vec<u8> = claims::small(pack());
}

fn code(bytes: &[u8]) -> bool {
    claims::code(pack(), bytes)
}

fn pack_or_slips(bytes: &[u8]) -> bool {
    SMALL.with(|small| claims::pack(small, bytes))
}

fn progress(bytes: &[u8]) -> bool {
    PACK.with(|pack| claims::progress(pack, bytes))
}

fn message(bytes: &[u8]) -> bool {
    TOOLS.with(|tools| claims::message(tools, bytes))
}

fn import(bytes: &[u8]) -> bool {
    TOOLS.with(|tools| claims::import(tools, bytes))
}

/// Every file of a target's corpus; says whether any was taken, or the corpus tries out refusals
/// alone.
fn replay(target: &str, claim: fn(&[u8]) -> bool) -> bool {
    let folder = file("fuzz/corpus").join(target);
    let entries = fs::read_dir(&folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    let mut files: Vec<_> = entries.map(|it| it.expect("an entry").path()).collect();
    files.sort();
    let bytes = files.iter().map(|path| fs::read(path).expect("a file"));
    bytes.filter(|bytes| claim(bytes)).count() > 0
}

#[test]
fn what_was_found_worth_keeping_for_codes_holds() {
    assert!(replay("code", code));
}

#[test]
fn what_was_found_worth_keeping_for_packs_holds() {
    assert!(replay("pack", pack_or_slips));
}

#[test]
fn what_was_found_worth_keeping_for_progress_holds() {
    assert!(replay("progress", progress));
}

#[test]
fn what_was_found_worth_keeping_for_messages_holds() {
    assert!(replay("message", message));
}

#[test]
fn what_was_found_worth_keeping_for_lines_holds() {
    assert!(replay("import", import));
}

/// Something sound with a few of its bytes changed, taken out or doubled.
fn spoiled(sound: impl Strategy<Value = Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let slips = vec((any::<Index>(), any::<u8>(), 0..4u8), 0..4);
    (sound, slips).prop_map(|(mut bytes, slips)| {
        for (at, byte, kind) in slips {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => drop(bytes.remove(at)),
                _ => bytes.extend_from_within(at..),
            }
        }
        bytes
    })
}

fn any_code() -> impl Strategy<Value = String> {
    any_answers().prop_map(|answers| encode(&answers))
}

fn any_progress() -> impl Strategy<Value = Vec<u8>> {
    let form = select(vec![Form::Short, Form::Full]);
    let kept = (form, any_answers()).prop_map(|(form, answers)| Progress { form, answers }.print());
    let early = "0 (full|short)( (scope|offer|who)=[0-9]{1,2}){0,4}";
    prop_oneof![kept, early].prop_map(String::into_bytes)
}

fn any_tags() -> impl Strategy<Value = String> {
    "(<p>|</p>|<br/?>|<a href='?|<td a=\"|<|>|&nbsp;|&amp;|a|,|;|\t|\"|'| |#|Ann: ){0,4}"
}

fn any_lines() -> impl Strategy<Value = Vec<u8>> {
    let line = prop_oneof![
        any_code(),
        (any_code(), "\\PC{0,12}").prop_map(|(code, label)| format!("{label},{code}")),
        (any_code(), "[a-z'=\",;\t#~.%]{0,8}").prop_map(|(code, label)| format!("{code}~{label}")),
        // Somebody who is called much like a code.
        (
            any_code(),
            "(%E2%80%8B|%F0%9F%8E%89|%D8%9C|%3F|%26|%25|%2C|~|a){0,3}"
        )
            .prop_map(|(code, signs)| format!("{code}~{code}{signs}")),
        (any_code(), "[\u{200b}\u{2069}\u{61c}。…🎉é]{0,4}")
            .prop_map(|(code, signs)| format!("{code}{signs}")),
        vec((any_code(), "[a-z%.]{0,4}"), 1..4).prop_map(|people| {
            let people = people.iter().map(|(code, label)| format!("{code}~{label}"));
            format!(
                "https://widget.example/compare/#{}",
                people.collect::<Vec<_>>().join(".")
            )
        }),
        "[a-z'=\",;\t#~. ]{0,12}",
        "([0-9]{1,2}[.:][0-9]{2} )?(From )?[A-Z][a-zé]{0,5}( to Ben)?[:,.?]?(  ?[0-9]{2}:[0-9]{2}( AM)?)?",
        any_code().prop_map(|code| format!("\t{code}")),
        // Tags round a code, and in what somebody is called.
        (any_tags(), any_code(), any_tags())
            .prop_map(|(before, code, behind)| format!("{before}{code}{behind}")),
        (any_code(), any_tags()).prop_map(|(code, label)| format!("{code}~{label}")),
    ];
    vec(line, 0..8).prop_map(|lines| lines.join("\n").into_bytes())
}

fn any_talk() -> impl Strategy<Value = Vec<u8>> {
    let line = prop_oneof![
        "(ready|height|config) (1|2|NaN) -?[0-9]{0,7}(\\.5|e9)?",
        "(way|length|theme|accent|radius|density|hide|least|most|tall|events|origin|label)=\\PC{0,20}",
        "(way|length|theme)=(element|iframe|moodle|link|short|full|dark|light)",
        "(radius|least|most|tall)=[0-9]{1,5}",
        "origin=https?://[a-z0-9._-]{0,8}(:[0-9]{0,6})?/?",
    ];
    vec(line, 0..8).prop_map(|lines| lines.join("\n").into_bytes())
}

proptest! {
    #[test]
    fn any_bytes_hold_the_claim_on_codes(
        bytes in prop_oneof![vec(any::<u8>(), 0..40), spoiled(any_code().prop_map(Into::into))],
    ) {
        code(&bytes);
    }

    #[test]
    fn any_bytes_hold_the_claim_on_progress(
        bytes in prop_oneof![vec(any::<u8>(), 0..40), spoiled(any_progress())],
    ) {
        progress(&bytes);
    }

    #[test]
    fn any_bytes_hold_the_claim_on_messages(
        bytes in prop_oneof![vec(any::<u8>(), 0..80), spoiled(any_talk())],
    ) {
        message(&bytes);
    }

    #[test]
    fn any_bytes_hold_the_claim_on_lines(
        bytes in prop_oneof![vec(any::<u8>(), 0..80), any_lines(), spoiled(any_lines())],
    ) {
        import(&bytes);
    }
}

proptest! {
    // Each of them is a whole walk through a questionnaire.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_bytes_hold_the_claim_on_packs(
        bytes in spoiled(Just(claims::small(pack()))),
        given in vec(any::<u8>(), 0..30),
    ) {
        pack_or_slips(&[&bytes[..], b"answers:", &given].concat());
    }
}
