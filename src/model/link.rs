//! Answers as a share code, and back.
//!
//! A code is a version character, `1`, and base64url without padding of: three bits for each
//! slot in order, most significant bit first (0 = unanswered, 1 to 6 = option, 7 = doesn't apply),
//! trailing zero bytes dropped, then a checksum byte: CRC-8 with the polynomial 0x07 over the
//! version character, those bytes, and how many they are. Slots and option numbers are only ever
//! added, so a code made by any released version opens in all later ones. One set of answers has
//! one code, and nothing else decodes.

use core::fmt;

use super::answers::{Answers, SLOTS};
use super::pack::Pack;

/// The version character of the codes that are made now.
const VERSION: u8 = b'1';

/// The bytes that 32 slots of three bits take.
const MOST_BYTES: usize = SLOTS * 3 / 8;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Why a code can't be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It is no share code at all.
    Foreign,
    /// It does not add up and is shorter than a full code: probably cut off.
    Truncated,
    /// It does not add up: a character was changed.
    Damaged,
    /// A later version made it.
    TooNew,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Foreign => "not a share code",
            Self::Truncated => "the code is cut short",
            Self::Damaged => "the code does not add up",
            Self::TooNew => "a later version made the code",
        })
    }
}

impl core::error::Error for LinkError {}

/// The share code of the answers, about 10 characters for 15 questions.
#[must_use]
pub fn encode(answers: &Answers) -> String {
    let mut packed = [0u8; MOST_BYTES];
    for (slot, &number) in answers.numbers().iter().enumerate() {
        for bit in 0..3 {
            let at = slot * 3 + bit;
            packed[at / 8] |= (number >> (2 - bit) & 1) << (7 - at % 8);
        }
    }
    let used = packed
        .iter()
        .rposition(|byte| *byte != 0)
        .map_or(0, |last| last + 1);
    let mut bytes = packed[..used].to_vec();
    bytes.push(checksum(&packed[..used]));

    let mut code = String::from(char::from(VERSION));
    for chunk in bytes.chunks(3) {
        let group = chunk
            .iter()
            .chain(&[0, 0])
            .take(3)
            .fold(0u32, |group, byte| group << 8 | u32::from(*byte));
        for digit in 0..=chunk.len() {
            let value = group >> (18 - 6 * digit) & 63;
            code.push(char::from(ALPHABET[value as usize]));
        }
    }
    code
}

/// Whether a code may hold the byte of a text.
#[must_use]
pub fn is_of_code(byte: u8) -> bool {
    ALPHABET.contains(&byte)
}

/// The answers that a code stands for, whoever sent it.
pub fn decode(pack: &Pack, code: &str) -> Result<Answers, LinkError> {
    let (version, digits) = match code.as_bytes() {
        [version @ b'1'..=b'9', digits @ ..] => (*version, digits),
        _ => return Err(LinkError::Foreign),
    };
    let values: Vec<u8> = digits
        .iter()
        .map(|digit| ALPHABET.iter().position(|known| known == digit))
        .map(|value| value.and_then(|value| u8::try_from(value).ok()))
        .collect::<Option<_>>()
        .ok_or(LinkError::Foreign)?;
    if version != VERSION {
        return Err(LinkError::TooNew);
    }
    let unsound = if values.len() < full_length(pack) {
        LinkError::Truncated
    } else {
        LinkError::Damaged
    };

    let bytes = bytes_of(&values);
    let packed = bytes.split_last().map_or(&[][..], |(_, packed)| packed);
    let mut numbers = [0u8; SLOTS];
    for (slot, number) in numbers.iter_mut().enumerate() {
        for bit in 0..3 {
            let at = slot * 3 + bit;
            let byte = packed.get(at / 8).copied().unwrap_or(0);
            *number = *number << 1 | byte >> (7 - at % 8) & 1;
        }
    }
    let answers = Answers::from_numbers(numbers);
    // One set of answers has one code: a sum that does not add up, stray bits, dropped zeros and
    // bytes too many are damage.
    if encode(&answers) != code {
        return Err(unsound);
    }
    if is_known(pack, &answers) {
        Ok(answers)
    } else {
        Err(LinkError::TooNew)
    }
}

/// Base64 digits of a code in which the pack's last slot is answered.
fn full_length(pack: &Pack) -> usize {
    let slots = pack
        .questions
        .iter()
        .map(|question| usize::from(question.slot) + 1)
        .max()
        .unwrap_or(0);
    let bytes = (slots * 3).div_ceil(8) + 1;
    (bytes * 8).div_ceil(6)
}

/// Reads a code that was sent in a text: one more `_` or `-` at its end is the text's own, such as the sign by which chats
/// set links slanted.
///
/// # Errors
///
/// As [`decode`].
pub fn decode_sent(pack: &Pack, code: &str) -> Result<Answers, LinkError> {
    decode(pack, code).or_else(|error| {
        let less = code.strip_suffix(['_', '-']);
        less.and_then(|less| decode(pack, less).ok()).ok_or(error)
    })
}

/// Whether the pack has every question and option that the answers name.
fn is_known(pack: &Pack, answers: &Answers) -> bool {
    let known = pack
        .questions
        .iter()
        .fold(Answers::default(), |known, question| {
            known.with(question, answers.to(question))
        });
    known == *answers
}

fn bytes_of(values: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(values.len() * 6 / 8);
    let mut held = 0u32;
    let mut bits = 0;
    for &value in values {
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 255) as u8);
        }
    }
    bytes
}

/// CRC-8, polynomial 0x07: finds every slip within eight neighbouring bits, so every single wrong
/// character, and all but one in 256 of any others. The length is summed as well, because a plain
/// CRC followed by its own value always comes to 0: every code would pass with an `A` too many.
fn checksum(bytes: &[u8]) -> u8 {
    let length = u8::try_from(bytes.len()).unwrap_or(u8::MAX);
    let summed = [VERSION].into_iter().chain(bytes.iter().copied());
    summed.chain([length]).fold(0, |crc, byte| {
        (0..8).fold(crc ^ byte, |crc, _| {
            crc << 1 ^ if crc & 0x80 == 0 { 0 } else { 0x07 }
        })
    })
}
