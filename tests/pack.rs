//! Packs as bytes: a pack comes back as it was, and any other bytes are refused with the reason,
//! so that a broken download is a message and never a blank page.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::sync::LazyLock;

use clientele::model::{
    Answers, Condition, Draft, Pack, PackError, Phrase, Question, ToolPack, ToolPhrase, read,
};
use common::pack;
use proptest::prelude::*;

/// The real pack's bytes.
static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| pack().to_bytes());

/// The most questions that a pack can have.
const MOST_QUESTIONS: usize = 28;

/// As many bytes as stand before what is within a pack.
const HEADER: usize = 25;

/// Makes a draft contradict itself.
type Spoil = fn(&mut Draft);

#[test]
fn a_pack_comes_back_from_its_bytes() {
    assert_eq!(Pack::from_bytes(&BYTES).as_ref(), Ok(pack()));
}

#[test]
fn a_pack_is_a_module_that_hosts_know_to_compress() {
    let section = BYTES.strip_prefix(b"\0asm\x01\0\0\0\0").expect("a module");
    let (length, section) = section.split_at(5);
    let length = length
        .iter()
        .rev()
        .fold(0, |sum, byte| sum << 7 | usize::from(byte & 0x7f));
    assert_eq!(length, section.len());
    // Each byte but the last says that another follows.
    let goes_on = BYTES[9..14].iter().map(|byte| byte & 0x80 != 0);
    assert!(goes_on.eq([true, true, true, true, false]));
    assert!(section.starts_with(b"\x09clientele"));
}

#[test]
fn what_is_no_pack_is_told_from_what_is_broken() {
    let mut later = BYTES.clone();
    later[HEADER - 1] += 1;
    let mut longer = BYTES.clone();
    longer.push(0);
    let table: [(&str, &[u8], PackError); 7] = [
        ("nothing", b"", PackError::Foreign),
        (
            "a page",
            b"<!doctype html><title>Not found</title>",
            PackError::Foreign,
        ),
        ("half a header", &BYTES[..HEADER - 1], PackError::Foreign),
        ("a later format", &later, PackError::Foreign),
        ("a header alone", &BYTES[..HEADER], PackError::Damaged),
        (
            "all but a byte",
            &BYTES[..BYTES.len() - 1],
            PackError::Damaged,
        ),
        ("a byte too many", &longer, PackError::Damaged),
    ];
    for (what, bytes, error) in table {
        assert_eq!(Pack::from_bytes(bytes), Err(error.clone()), "{what}");
        assert!(!error.to_string().is_empty());
    }
}

#[test]
fn the_window_of_a_tool_is_called_by_its_heading_and_the_product() {
    let tools = common::tools();
    let heading = tools.say(ToolPhrase::ComparisonTitle);
    let product = pack().say(Phrase::ProductName);
    assert_eq!(
        tools.title(ToolPhrase::ComparisonTitle),
        format!("{heading} – {product}")
    );
    assert!(!heading.is_empty() && !product.is_empty());
}

#[test]
fn the_tools_pack_is_a_file_of_its_own() {
    let phrases: Vec<String> = ToolPhrase::ALL.iter().map(|it| format!("{it:?}")).collect();
    let tools = ToolPack::new(pack().clone(), phrases.clone()).expect("a pack");
    let bytes = tools.to_bytes();
    for (at, phrase) in ToolPhrase::ALL.iter().enumerate() {
        assert_eq!(tools.say(*phrase), phrases[at]);
    }
    assert_eq!(ToolPack::from_bytes(&bytes), Ok(tools));
    // Neither app takes the other's file, a file cut short, or phrases of another version.
    assert_eq!(Pack::from_bytes(&bytes), Err(PackError::Damaged));
    assert_eq!(ToolPack::from_bytes(&BYTES), Err(PackError::Damaged));
    let cut = &bytes[..bytes.len() - 1];
    assert_eq!(ToolPack::from_bytes(cut), Err(PackError::Damaged));
    let fewer = phrases[1..].to_vec();
    assert!(ToolPack::new(pack().clone(), fewer).is_err());
}

#[test]
fn no_pack_opens_when_it_is_cut_anywhere() {
    for length in (0..BYTES.len()).step_by(101) {
        let cut = Pack::from_bytes(&BYTES[..length]);
        assert!(
            matches!(cut, Err(PackError::Foreign | PackError::Damaged)),
            "cut to {length}"
        );
    }
}

#[test]
fn a_draft_that_contradicts_itself_is_no_pack() {
    let table: &[(&str, Spoil)] = &[
        ("judgement", |it| it.judgement.threshold = 0),
        ("judgement", |it| it.judgement.threshold = 100),
        ("judgement", |it| it.judgement.two_track_share = 0),
        ("judgement", |it| it.judgement.two_track_share = 51),
        ("judgement", |it| it.judgement.least_answers = 0),
        ("judgement", |it| it.judgement.least_answers = 16),
        ("judgement", |it| it.judgement.sturdy_from = 101),
        ("judgement", |it| it.judgement.fairly_from = 96),
        ("phrases", |it| it.phrases.truncate(Phrase::ALL.len() - 1)),
        ("number of questions", |it| it.questions.clear()),
        ("number of questions", |it| {
            let mut later = it.questions[0].clone();
            while it.questions.len() <= MOST_QUESTIONS {
                later.slot = u8::try_from(it.questions.len()).unwrap_or(u8::MAX);
                it.questions.push(later.clone());
            }
            // So that the number of questions is all that is wrong.
            it.examples.clear();
        }),
        ("short form", |it| {
            it.questions.iter_mut().for_each(|it| it.short = false);
        }),
        ("question", |it| {
            it.questions[3].section = u8::try_from(it.sections.len()).unwrap_or(u8::MAX).into();
        }),
        ("question", |it| it.questions[3].slot = 32),
        ("question", |it| it.questions[3].weight = 0),
        ("question", |it| it.questions[3].weight = 10),
        ("question", |it| it.questions[3].options.clear()),
        ("question", |it| it.questions[3].options[0].number = 0),
        ("question", |it| it.questions[3].options[0].number = 7),
        ("question", |it| it.questions[3].options[0].position = 3),
        ("question", |it| {
            it.questions[3].options[1].number = it.questions[3].options[0].number;
        }),
        ("slot", |it| it.questions[3].slot = it.questions[4].slot),
        ("example", |it| {
            it.examples[0].positions.pop();
        }),
        ("example", |it| it.examples[0].positions[0] = Some(-3)),
        ("conditions", |it| {
            it.tensions[0].when[0].question = 15.into();
        }),
        ("conditions", |it| it.tensions[0].when[0].at_least = 0),
        ("conditions", |it| it.tensions[0].when[0].at_least = 3),
        ("conditions", |it| {
            let condition = it.tensions[0].when[0].clone();
            it.advice[0].unless = vec![Condition {
                question: 15.into(),
                ..condition
            }];
        }),
        ("advice", |it| it.advice[0].calls[0].question = 255.into()),
        ("advice", |it| it.advice[0].calls[0].question = 15.into()),
        ("advice", |it| it.advice[0].area = 10.into()),
        ("advice", |it| {
            let pattern = it.advice[0].calls[0].clone();
            it.advice[0].calls.resize(16, pattern);
        }),
        ("list", |it| {
            let pattern = it.terms[0].clone();
            it.terms.resize(255, pattern);
        }),
        ("list", |it| {
            let pattern = it.advice[0].clone();
            it.advice.resize(255, pattern);
        }),
    ];
    for (what, spoil) in table {
        let mut draft = (**pack()).clone();
        spoil(&mut draft);
        match Pack::new(draft) {
            Err(PackError::Invalid(why)) => assert!(why.contains(what), "{what}: {why}"),
            other => panic!("{what}: {:?}", other.map(|_| "it passed")),
        }
    }
}

#[test]
fn the_largest_pack_there_can_be_is_read_without_a_slip() {
    let mut draft = (**pack()).clone();
    let pattern = draft.questions[0].clone();
    draft.questions = (0u8..)
        .take(MOST_QUESTIONS)
        .map(|slot| {
            let mut question = pattern.clone();
            question.slot = slot;
            question.weight = 9;
            question
        })
        .collect();
    draft
        .examples
        .iter_mut()
        .for_each(|it| it.positions = vec![Some(2); MOST_QUESTIONS]);
    draft.examples.resize(254, draft.examples[0].clone());
    draft.tensions.resize(254, draft.tensions[0].clone());
    draft.advice = vec![draft.advice[0].clone(); 254];
    // With so much weight, more of it at either end would be more states than there may be.
    draft.judgement.two_track_share = 12;
    assert!(Pack::new(draft.clone()).is_err());
    draft.judgement.two_track_share = 11;
    let pack = Pack::new(draft).expect("it holds together");
    let ends = pack
        .questions
        .iter()
        .fold(Answers::default(), |answers, question| {
            answers.with(question, common::at(question, 2))
        });
    let reading = read(&pack, &ends);
    assert_eq!(reading.tally.score(), 100);
    assert_eq!(reading.nearest.len(), 254);
    assert_eq!(reading.recommendations.len(), 254);
    let sturdiness = reading.sturdiness.expect("there is a verdict");
    assert_eq!((sturdiness.of, sturdiness.percent()), (1 << 56, 100));
}

#[test]
fn more_questions_than_any_sum_can_hold_are_refused() {
    let mut draft = (**pack()).clone();
    let heavy = Question {
        weight: u8::MAX,
        ..draft.questions[0].clone()
    };
    draft.questions = vec![heavy; 40_000];
    draft.judgement.two_track_share = u8::MAX;
    assert!(matches!(Pack::new(draft), Err(PackError::Invalid(_))));
}

#[test]
fn a_gap_is_filled_by_name_and_by_nothing_else() {
    let mut draft = (**pack()).clone();
    draft.phrases[Phrase::QuestionPlace as usize] =
        "{number}/{total} {number} {other} {".to_owned();
    let pack = Pack::new(draft).expect("phrases are free text");
    let filled = pack.fill(
        Phrase::QuestionPlace,
        &[("total", "{number}"), ("number", "3")],
    );
    assert_eq!(filled, "3/{number} 3  ");
}

proptest! {
    #[test]
    fn any_bytes_are_refused_without_a_slip(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(Pack::from_bytes(&bytes), Err(PackError::Foreign));
        let bytes = [&BYTES[..HEADER], &bytes].concat();
        prop_assert!(Pack::from_bytes(&bytes).is_err());
    }

    // A changed byte may leave a pack that holds together, with another letter in a text: the
    // question is whether it can then be used without a slip.
    #[test]
    fn a_changed_byte_is_refused_or_leaves_a_pack_that_can_be_used(
        at: prop::sample::Index,
        other: u8,
        answers in common::any_answers(),
    ) {
        let mut bytes = BYTES.clone();
        let at = at.index(bytes.len());
        bytes[at] = other;
        if let Ok(pack) = Pack::from_bytes(&bytes) {
            let _ = read(&pack, &answers);
            prop_assert_eq!(Pack::from_bytes(&pack.to_bytes()), Ok(pack));
        }
    }

    #[test]
    fn a_piece_lost_on_the_way_never_breaks_the_reader(
        from: prop::sample::Index,
        length in 1usize..5000,
        answers in common::any_answers(),
    ) {
        let from = from.index(BYTES.len());
        let to = (from + length).min(BYTES.len());
        let bytes = [&BYTES[..from], &BYTES[to..]].concat();
        if let Ok(pack) = Pack::from_bytes(&bytes) {
            let _ = read(&pack, &answers);
        }
    }
}
