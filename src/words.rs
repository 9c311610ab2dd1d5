//! Facts of a result in the pack's words, for screens and files alike.

use crate::model::{
    Answer, Flip, Pack, Phrase, Plan, Pole, Reading, Shape, Step, Tally, Target, Verdict,
};

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

/// What a verdict means. 'In between' has two ways to come about: answers half-way, and answers on either side of it.
#[must_use]
pub fn meaning<'a>(pack: &'a Pack, reading: &Reading) -> &'a str {
    let stands = |side: i8| {
        let mut places = reading.profile.iter();
        places.any(|place| place.position.is_some_and(|it| it.signum() == side))
    };
    let is_half_way = 2 * reading.tally.in_the_middle > reading.tally.answered;
    let is_mixed = !is_half_way && stands(1) && stands(-1);
    pack.say(match reading.verdict {
        Verdict::Client => Phrase::VerdictClientMeans,
        Verdict::Customer => Phrase::VerdictCustomerMeans,
        Verdict::Both(Shape::TwoTrack) => Phrase::VerdictTwoTrackMeans,
        Verdict::Both(Shape::InBetween) if is_mixed => Phrase::VerdictInBetweenMixed,
        Verdict::Both(Shape::InBetween) => Phrase::VerdictInBetweenMeans,
        Verdict::TooFew => Phrase::VerdictTooFewTrial,
    })
}

/// What would have to be different, and for which verdict.
#[must_use]
pub fn flip(pack: &Pack, flip: &Flip) -> String {
    let to = ("verdict", verdict(pack, flip.to));
    match flip.moves.len() {
        1 => pack.fill(Phrase::FlipOne, &[to]),
        count => pack.fill(Phrase::FlipMany, &[("count", &count.to_string()), to]),
    }
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

/// A target, as people choose it.
#[must_use]
pub fn target(pack: &Pack, target: Target) -> &str {
    pack.say(match target {
        Target::Client => Phrase::TargetClient,
        Target::TwoTrack => Phrase::TargetTwoTrack,
        Target::Customer => Phrase::TargetCustomer,
    })
}

/// How many things have to change on the way of a plan that has steps.
#[must_use]
pub fn things_to_change(pack: &Pack, plan: &Plan) -> String {
    match plan.steps.len() {
        1 => pack.say(Phrase::TargetOne).to_owned(),
        count => pack.fill(Phrase::TargetMany, &[("count", &count.to_string())]),
    }
}

/// What a step of a plan gives up.
#[must_use]
pub fn costs<'a>(pack: &'a Pack, step: &Step) -> &'a str {
    let question = pack.question(step.change.question);
    match step.towards {
        Pole::Client => &question.client_costs,
        Pole::Customer => &question.customer_costs,
    }
}
