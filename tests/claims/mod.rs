//! What has to hold for any bytes at all that come from outside: share codes, packs, stored
//! progress, messages between pages, lines to compare. One claim for each, in a form that both a
//! fuzzer (`fuzz/`) and a quick test (`tests/hostile.rs`) can hold it to.
//!
//! Each claim panics where it is broken, and says whether the bytes were taken rather than refused.

mod code;
mod import;
mod message;
mod pack;
mod progress;

pub(crate) use code::code;
pub(crate) use import::import;
pub(crate) use message::message;
pub(crate) use pack::{pack, small};
pub(crate) use progress::progress;

use clientele::model::{Answer, Answers, Pack};

/// The answers that some bytes stand for: three bits of each for each question, so that every set
/// of answers can come up, also with options that are not there.
fn answers_of(pack: &Pack, bytes: &[u8]) -> Answers {
    let numbers = bytes.iter().chain(core::iter::repeat(&0));
    pack.questions
        .iter()
        .zip(numbers)
        .fold(Answers::default(), |answers, (question, number)| {
            answers.with(question, Answer::from_number(*number))
        })
}
