//! Share codes: what is encoded decodes to the same, nothing else decodes, and whatever can't be
//! opened is told apart. Codes are made here by hand as well, so that both directions of the
//! model can't be wrong together.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::fs;

use clientele::model::{Answer, Answers, LinkError, SLOTS, decode, encode};
use common::{any_answers, options, pack, question};
use proptest::prelude::*;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A code written bit by bit from its description.
fn code_by_hand(version: char, numbers: &[u8; SLOTS]) -> String {
    let slots: Vec<String> = numbers
        .iter()
        .map(|number| format!("{number:03b}"))
        .collect();
    let mut bits = slots.concat();
    while bits.ends_with("00000000") {
        bits.truncate(bits.len() - 8);
    }
    // What is cut is whole bytes of the 96 bits, so what is left is whole bytes, too.
    let mut sum = 0u32;
    let summed = format!("{:08b}{bits}{:08b}", u32::from(version), bits.len() / 8);
    for bit in summed.chars() {
        let carry = (sum >> 7 & 1) ^ u32::from(bit == '1');
        sum = (sum << 1 & 0xff) ^ (carry * 0x07);
    }
    let bits = format!("{bits}{sum:08b}");
    let mut code = String::from(version);
    for start in (0..bits.len()).step_by(6) {
        let digit = &bits[start..bits.len().min(start + 6)];
        let value = usize::from_str_radix(digit, 2).expect("bits") << (6 - digit.len());
        code.push(char::from(ALPHABET[value]));
    }
    code
}

/// Every slot empty but one.
fn only(slot: usize, number: u8) -> [u8; SLOTS] {
    let mut numbers = [0; SLOTS];
    numbers[slot] = number;
    numbers
}

/// The golden codes with their answers.
fn golden() -> Vec<(String, Answers)> {
    let file = fs::read_to_string(common::file("tests/golden/links-v1.txt"))
        .expect("the golden links are there");
    let lines = file
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let read = |line: &str| {
        let (code, words) = line.split_once(' ').unwrap_or((line, ""));
        let answers = words
            .split_whitespace()
            .fold(Answers::default(), |answers, word| {
                let (id, answer) = word.split_once('=').expect("question=answer");
                let answer = match answer {
                    "does-not-apply" => Answer::DoesNotApply,
                    number => Answer::Option(number.parse().expect("an option's number")),
                };
                answers.with(question(id), answer)
            });
        (code.to_owned(), answers)
    };
    lines.map(read).collect()
}

#[test]
fn every_released_code_opens_and_is_still_the_one_that_is_made() {
    let golden = golden();
    assert!(golden.len() >= 27, "a golden link was taken away");
    for (code, answers) in golden {
        assert_eq!(decode(pack(), &code), Ok(answers), "{code}");
        assert_eq!(encode(&answers), code);
    }
}

#[test]
fn a_code_is_what_its_description_says() {
    for answers in golden().into_iter().map(|(_, answers)| answers) {
        let mut numbers = [0; SLOTS];
        for question in &pack().questions {
            numbers[usize::from(question.slot)] = answers.to(question).number();
        }
        assert_eq!(encode(&answers), code_by_hand('1', &numbers));
    }
}

#[test]
fn a_code_of_all_questions_is_short_enough_to_read_out() {
    for (code, _) in golden() {
        assert!(code.len() <= 11, "{code}");
    }
    assert_eq!(encode(&Answers::default()).len(), 3);
}

#[test]
fn what_cannot_be_opened_is_told_apart() {
    use LinkError::{Damaged, Foreign, TooNew, Truncated};
    let free_slot = pack().questions.iter().map(|it| usize::from(it.slot)).max();
    let free_slot = free_slot.expect("there are questions") + 1;
    let known_slot = usize::from(question("who").slot);
    let whole = golden()[0].0.clone();
    let swapped: String = [&whole[..3], &whole[4..5], &whole[3..4], &whole[5..]].concat();
    let table = [
        ("", Foreign),
        ("hello", Foreign),
        ("0AAA", Foreign),
        ("~", Foreign),
        ("1 AB", Foreign),
        ("1AB=", Foreign),
        ("1A+/", Foreign),
        ("1AB\n", Foreign),
        ("1é", Foreign),
        ("é1", Foreign),
        ("１AAA", Foreign),
        ("1\u{0}", Foreign),
        ("2\u{202e}", Foreign),
        ("1", Truncated),
        ("1A", Truncated),
        (&whole[..whole.len() - 1], Truncated),
        (&whole[..6], Truncated),
        (&format!("{whole}A"), Damaged),
        (&format!("{whole}{whole}"), Damaged),
        (&swapped, Damaged),
        (&format!("1{}", "A".repeat(100_000)), Damaged),
        (&format!("1{}", "é".repeat(100_000)), Foreign),
        ("2", TooNew),
        ("9zzzz", TooNew),
        (&code_by_hand('2', &only(0, 1)), TooNew),
        (&code_by_hand('1', &only(free_slot, 1)), TooNew),
        (&code_by_hand('1', &only(SLOTS - 1, 7)), TooNew),
        // 'Who' has four options: a fifth would be a later one.
        (&code_by_hand('1', &only(known_slot, 5)), TooNew),
        (&code_by_hand('1', &only(known_slot, 6)), TooNew),
    ];
    for (code, error) in table {
        let shown: String = code.chars().take(20).collect();
        assert_eq!(decode(pack(), code), Err(error), "{shown:?}");
        assert!(!error.to_string().is_empty());
    }
}

#[test]
fn a_code_with_trailing_zeros_or_stray_bits_is_not_a_second_one_for_the_same_answers() {
    let plain = code_by_hand('1', &only(0, 1));
    assert!(decode(pack(), &plain).is_ok());
    let last = plain.as_bytes()[plain.len() - 1];
    let value = ALPHABET
        .iter()
        .position(|digit| *digit == last)
        .expect("base64");
    let stray = char::from(ALPHABET[value + 1]);
    let stray = format!("{}{stray}", &plain[..plain.len() - 1]);
    assert_eq!(decode(pack(), &stray), Err(LinkError::Truncated));
}

#[test]
fn no_golden_code_opens_when_it_is_cut_anywhere() {
    for (code, _) in golden() {
        for length in 0..code.len() {
            assert!(
                decode(pack(), &code[..length]).is_err(),
                "{code} cut to {length}"
            );
        }
    }
}

#[test]
fn a_cut_code_passes_for_another_no_more_often_than_its_checksum_allows() {
    // One byte of checksum can let one cut in 256 through, and no more.
    let (mut cut, mut passed) = (0, 0);
    for answers in common::every(&common::short_form(), common::choices).step_by(11) {
        let code = encode(&answers);
        for length in 1..code.len() {
            cut += 1;
            passed += usize::from(decode(pack(), &code[..length]).is_ok());
        }
    }
    assert!(passed * 256 <= cut, "{passed} of {cut}");
}

#[test]
fn no_code_opens_with_characters_too_many() {
    for (code, _) in golden() {
        for more in ["A", "AA", "AAA", "AAAA", "1", "w", "_", &code, &code[1..]] {
            assert!(
                decode(pack(), &format!("{code}{more}")).is_err(),
                "{code}{more}"
            );
        }
    }
}

proptest! {
    #[test]
    fn what_is_encoded_decodes_to_the_same(answers in any_answers()) {
        prop_assert_eq!(decode(pack(), &encode(&answers)), Ok(answers));
    }

    #[test]
    fn no_other_character_anywhere_is_accepted(answers in any_answers()) {
        let code = encode(&answers);
        for at in 0..code.len() {
            for other in (b' '..=b'~').filter(|other| *other != code.as_bytes()[at]) {
                let mut changed = code.clone().into_bytes();
                changed[at] = other;
                let changed = String::from_utf8(changed).expect("ASCII");
                prop_assert!(decode(pack(), &changed).is_err(), "{code} became {changed}");
            }
        }
    }

    #[test]
    fn any_slots_filled_by_hand_are_opened_or_too_new(
        numbers in prop::array::uniform32(0u8..8),
        used in 0..=SLOTS,
    ) {
        let mut numbers = numbers;
        numbers[used..].fill(0);
        let is_known = numbers.iter().enumerate().all(|(slot, number)| {
            let asked = pack().questions.iter().find(|it| usize::from(it.slot) == slot);
            match (asked, Answer::from_number(*number)) {
                (_, Answer::Unanswered) | (Some(_), Answer::DoesNotApply) => true,
                (Some(asked), option) => options(asked).contains(&option),
                (None, _) => false,
            }
        });
        let code = code_by_hand('1', &numbers);
        match decode(pack(), &code) {
            Ok(answers) => {
                prop_assert!(is_known);
                prop_assert_eq!(encode(&answers), code);
            }
            Err(error) => {
                prop_assert!(!is_known);
                prop_assert_eq!(error, LinkError::TooNew);
            }
        }
    }

    #[test]
    fn only_what_a_question_offers_is_kept_as_an_answer(number: u8) {
        let question = question("offer");
        let answers = Answers::default().with(question, Answer::Option(number));
        let is_offered = question.option(number).is_some();
        let kept = if is_offered { Answer::Option(number) } else { Answer::Unanswered };
        prop_assert_eq!(answers.to(question), kept);
        prop_assert_eq!(answers.is_empty(), !is_offered);
    }
}
