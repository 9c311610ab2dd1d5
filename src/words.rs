//! Facts of a result in the pack's words, for screens and files alike.

use crate::model::{
    Answer, Flip, Grade, Middle, Pack, Phrase, Plan, Pole, QuestionAt, Reading, Shape, Step,
    Sturdiness, Target, Verdict,
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

/// What a verdict means; of one in between, how it comes about.
#[must_use]
pub fn meaning(pack: &Pack, reading: &Reading) -> String {
    let tally = &reading.tally;
    let phrase = match reading.verdict {
        Verdict::Client => Phrase::VerdictClientMeans,
        Verdict::Customer => Phrase::VerdictCustomerMeans,
        Verdict::Both(Shape::TwoTrack) => Phrase::VerdictTwoTrackMeans,
        Verdict::Both(Shape::InBetween) => match tally.middle(&pack.judgement) {
            Middle::HalfWay => Phrase::VerdictInBetweenMeans,
            Middle::Leans(Pole::Client) => Phrase::VerdictInBetweenClient,
            Middle::Leans(Pole::Customer) => Phrase::VerdictInBetweenCustomer,
            Middle::Mixed => Phrase::VerdictInBetweenMixed,
        },
        Verdict::TooFew => Phrase::VerdictTooFewTrial,
    };
    let side = tally.pull.signum();
    let leaning = reading.profile.iter().filter(|place| {
        place
            .position
            .is_some_and(|it| i32::from(it.signum()) == side)
    });
    let count = leaning.count().to_string();
    let answered = tally.answered.to_string();
    pack.fill(phrase, &[("count", &count), ("answered", &answered)])
}

/// That small slips could give another verdict, or the other shape of a 'both', where it is so.
#[must_use]
pub fn close_call<'a>(pack: &'a Pack, reading: &Reading) -> Option<&'a str> {
    let is_close = |it: &Sturdiness| it.grade(&pack.judgement) == Grade::Close;
    if reading.sturdiness.as_ref().is_some_and(is_close) {
        return Some(pack.say(Phrase::VerdictClose));
    }
    shape_close(pack, reading.sturdiness_of_shape(pack)?)
}

/// That small slips could give the other shape of a 'both', or would more often than not, where it is so.
#[must_use]
pub fn shape_close(pack: &Pack, found: Sturdiness) -> Option<&str> {
    let phrase = if found.percent() < 50 {
        Phrase::VerdictShapeTips
    } else {
        Phrase::VerdictShapeClose
    };
    let is_close = found.grade(&pack.judgement) == Grade::Close;
    is_close.then(|| pack.say(phrase))
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

/// The score as a sentence; empty with too few answers, which have none worth naming.
#[must_use]
pub fn score(pack: &Pack, reading: &Reading) -> String {
    let Some(score) = reading.score() else {
        return String::new();
    };
    let phrase = match score {
        1.. => Phrase::GaugeTowardsClient,
        0 => Phrase::GaugeMiddle,
        _ => Phrase::GaugeTowardsCustomer,
    };
    pack.fill(phrase, &[("score", &score.abs().to_string())])
}

/// What a link that is sent is of, and whose result, where that has a name: a verdict would seem to be the receiver's own.
#[must_use]
pub fn sent_as(pack: &Pack, name: &str) -> String {
    let of = pack.say(Phrase::ShareMailSubject);
    if name.is_empty() {
        of.to_owned()
    } else {
        [of, ": ", name].concat()
    }
}

/// What somebody answered.
#[must_use]
pub fn answer(pack: &Pack, question: QuestionAt, answer: Answer) -> &str {
    match answer {
        Answer::Unanswered => pack.say(Phrase::Unanswered),
        Answer::DoesNotApply => pack.say(Phrase::DoesNotApply),
        Answer::Option(number) => pack[question]
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

/// What a step of a plan leads to: another answer, or another one on a side of its own, which the phrase before it says.
#[must_use]
pub fn leads_to<'a>(pack: &'a Pack, plan: &Plan, step: &Step) -> (Phrase, &'a str) {
    let phrase = match step.towards {
        _ if !plan.target.is_second_offer() => Phrase::TargetTo,
        Pole::Client => Phrase::TargetToClientSide,
        Pole::Customer => Phrase::TargetToCustomerSide,
    };
    let to = Answer::Option(step.change.to);
    (phrase, answer(pack, step.change.question, to))
}

/// What to do first for a step of a plan.
#[must_use]
pub fn first_act<'a>(pack: &'a Pack, step: &Step) -> &'a str {
    let question = &pack[step.change.question];
    match step.towards {
        Pole::Client => &question.client_first,
        Pole::Customer => &question.customer_first,
    }
}

/// What a step of a plan gives up; nothing where today's answer stays beside it, or where it stops in the middle.
#[must_use]
pub fn costs<'a>(pack: &'a Pack, plan: &Plan, step: &Step) -> Option<&'a str> {
    let question = &pack[step.change.question];
    if plan.target.is_second_offer() || question.position_of(step.change.to) == Some(0) {
        return None;
    }
    Some(match step.towards {
        Pole::Client => &question.client_costs,
        Pole::Customer => &question.customer_costs,
    })
}
