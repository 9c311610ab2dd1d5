//! Facts of a result in the pack's words, for screens and files alike.

use crate::model::{Answer, Pack, Phrase, Shape, Tally, Verdict};

/// The verdict as a sentence.
#[must_use]
pub fn verdict(pack: &Pack, verdict: Verdict) -> &str {
    pack.say(match verdict {
        Verdict::Client => Phrase::VerdictClient,
        Verdict::Customer => Phrase::VerdictCustomer,
        Verdict::Both(Shape::TwoTrack) => Phrase::VerdictTwoTrack,
        Verdict::Both(Shape::InBetween) => Phrase::VerdictInBetween,
        Verdict::TooFew => Phrase::VerdictTooFew,
    })
}

/// The score as a sentence.
#[must_use]
pub fn score(pack: &Pack, tally: &Tally) -> String {
    let score = tally.score();
    let phrase = match score {
        1.. => Phrase::GaugeTowardsClient,
        0 => Phrase::GaugeMiddle,
        _ => Phrase::GaugeTowardsCustomer,
    };
    pack.fill(phrase, &[("score", &score.abs().to_string())])
}

/// What somebody answered.
#[must_use]
pub fn answer(pack: &Pack, question: u8, answer: Answer) -> &str {
    match answer {
        Answer::Unanswered => pack.say(Phrase::Unanswered),
        Answer::DoesNotApply => pack.say(Phrase::DoesNotApply),
        Answer::Option(number) => pack
            .question(question)
            .option(number)
            .map_or(pack.say(Phrase::Unanswered), |option| &option.text),
    }
}

/// A place on the scale.
#[must_use]
pub fn place(pack: &Pack, position: Option<i8>) -> &str {
    pack.say(match position {
        Some(2..) => Phrase::PlaceFullyClient,
        Some(1) => Phrase::PlaceClient,
        Some(0) => Phrase::PlaceMiddle,
        Some(-1) => Phrase::PlaceCustomer,
        Some(_) => Phrase::PlaceFullyCustomer,
        None => Phrase::PlaceNone,
    })
}
