//! What the numbers of a questionnaire may be: whoever reads a pack refuses others, and the content compiler says where
//! they stand.

use core::ops::RangeInclusive;

use super::answers::DOES_NOT_APPLY;

/// How many questions there may be. At most 28: a sturdiness in per cent multiplies up to 4^28 combinations of slips by 100,
/// which just fits 64 bits.
pub const QUESTIONS: RangeInclusive<usize> = 1..=28;

/// How much a question may count.
pub const WEIGHTS: RangeInclusive<u8> = 1..=9;

/// Where an option may stand: from the customer's end to the client's.
pub const POSITIONS: RangeInclusive<i8> = -2..=2;

/// What an option's number may be: what three bits hold, but for nothing and 'Doesn't apply'.
pub const OPTION_NUMBERS: RangeInclusive<u8> = 1..=DOES_NOT_APPLY - 1;

/// How far from the middle a condition may want an answer.
pub const DISTANCES: RangeInclusive<u8> = 1..=2;

/// From which score on a verdict may be one-sided: neither always nor never.
pub const THRESHOLDS: RangeInclusive<u8> = 1..=99;

/// How many percent may have to stand at each of two ends: more than half can't.
pub const TWO_TRACK_SHARES: RangeInclusive<u8> = 1..=50;

/// The most states of a programme over pulls and weights at the ends, such as the one for two tracks: some twenty times those
/// of our own questionnaire, and what a small device has room for.
pub(super) const MOST_STATES: usize = 1_000_000;

/// The most entries of a list other than that of the questions, so that a byte can count to its end and one past it.
pub const LONGEST_LIST: usize = 254;
