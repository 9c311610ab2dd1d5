//! Numbers out of their range, each at its key: what [`Pack::new`] would refuse without saying where.
//!
//! [`Pack::new`]: clientele::model::Pack::new

use std::fmt::Display;
use std::ops::RangeInclusive;

use clientele::model::{
    Advice, Condition, Draft, Example, PackError, Question, QuestionOption, SLOTS, limits,
};

use super::fault;
use crate::fault::Fault;

/// All of them.
#[must_use]
pub fn check_numbers(draft: &Draft) -> Vec<Fault> {
    let mut found = Found::default();
    check_judgement(draft, &mut found);
    check_count(draft, &mut found);
    for (at, question) in draft.questions.iter().enumerate() {
        check_question(question, &draft.questions[..at], &mut found);
    }
    for tension in &draft.tensions {
        let key = format!("tension.{}.when", tension.id);
        check_conditions(&tension.when, &key, draft, &mut found);
    }
    for advice in &draft.advice {
        check_advice(advice, draft, &mut found);
    }
    for example in &draft.examples {
        check_example(example, draft, &mut found);
    }
    found.0
}

/// What a pack was refused for although each of its numbers is in its range.
#[must_use]
pub fn refusal(error: &PackError) -> Fault {
    match error {
        PackError::Invalid("weights") => fault(
            "judgement.two_track_share",
            "lower the share or the weights: there are too many sums to go through",
        ),
        error => fault("(whole file)", error.to_string()),
    }
}

/// The faults so far.
#[derive(Default)]
struct Found(Vec<Fault>);

impl Found {
    fn unless(&mut self, holds: bool, key: impl Into<String>, remedy: impl Into<String>) {
        if !holds {
            self.0.push(fault(key, remedy));
        }
    }
}

fn span<T: Display>(range: &RangeInclusive<T>) -> String {
    format!("from {} to {}", range.start(), range.end())
}

fn check_judgement(draft: &Draft, found: &mut Found) {
    let judgement = &draft.judgement;
    found.unless(
        limits::THRESHOLDS.contains(&judgement.threshold),
        "judgement.threshold",
        format!("use a threshold {}", span(&limits::THRESHOLDS)),
    );
    found.unless(
        limits::TWO_TRACK_SHARES.contains(&judgement.two_track_share),
        "judgement.two_track_share",
        format!(
            "use a share {}: more can't stand at each of two ends",
            span(&limits::TWO_TRACK_SHARES)
        ),
    );
    found.unless(
        (1..=draft.questions.len()).contains(&judgement.least_answers.into()),
        "judgement.least_answers",
        "ask for at least one answer, and for no more than there are questions",
    );
    found.unless(
        judgement.fairly_from <= judgement.sturdy_from && judgement.sturdy_from <= 100,
        "judgement.sturdy_from",
        "use percentages up to 100, fairly_from at most sturdy_from",
    );
}

fn check_count(draft: &Draft, found: &mut Found) {
    found.unless(
        limits::QUESTIONS.contains(&draft.questions.len()),
        "question",
        format!(
            "ask {} questions: more combinations can't be counted",
            span(&limits::QUESTIONS)
        ),
    );
    found.unless(
        draft.questions.iter().any(|question| question.short),
        "question",
        "mark the questions of the short form with short = true",
    );
}

fn check_question(question: &Question, earlier: &[Question], found: &mut Found) {
    let key = |part: &str| format!("question.{}.{part}", question.id);
    found.unless(
        usize::from(question.slot) < SLOTS
            && earlier.iter().all(|other| other.slot != question.slot),
        key("slot"),
        format!("give it a slot of its own, {}", span(&(0..=SLOTS - 1))),
    );
    found.unless(
        limits::WEIGHTS.contains(&question.weight),
        key("weight"),
        format!("use a weight {}", span(&limits::WEIGHTS)),
    );
    check_options(&question.options, &key("options"), found);
}

fn check_options(options: &[QuestionOption], key: &str, found: &mut Found) {
    found.unless(
        !options.is_empty(),
        key,
        "give it options, both poles among them",
    );
    let is_numbered = options.iter().enumerate().all(|(at, option)| {
        let mut earlier = options[..at].iter();
        limits::OPTION_NUMBERS.contains(&option.number)
            && earlier.all(|other| other.number != option.number)
    });
    found.unless(
        is_numbered,
        key,
        format!(
            "number the options {}, each one once",
            span(&limits::OPTION_NUMBERS)
        ),
    );
    found.unless(
        options
            .iter()
            .all(|option| limits::POSITIONS.contains(&option.position)),
        key,
        format!("use positions {}", span(&limits::POSITIONS)),
    );
}

fn check_conditions(conditions: &[Condition], key: &str, draft: &Draft, found: &mut Found) {
    for condition in conditions {
        let question = condition.question.of(draft);
        let question = question.map_or("", |question| &question.id);
        found.unless(
            limits::DISTANCES.contains(&condition.at_least),
            key,
            format!(
                "change the condition on '{question}': use an at_least {}",
                span(&limits::DISTANCES)
            ),
        );
    }
}

fn check_advice(advice: &Advice, draft: &Draft, found: &mut Found) {
    let key = |part: &str| format!("advice.{}.{part}", advice.id);
    check_conditions(&advice.unless, &key("unless"), draft, found);
    found.unless(
        advice.calls.len() <= draft.questions.len(),
        key("calls"),
        "call on each question once: there are more calls than questions",
    );
}

fn check_example(example: &Example, draft: &Draft, found: &mut Found) {
    for (question, position) in draft.questions.iter().zip(&example.positions) {
        found.unless(
            position.is_none_or(|position| limits::POSITIONS.contains(&position)),
            format!("example.{}.answers.{}", example.id, question.id),
            format!("use a position {}", span(&limits::POSITIONS)),
        );
    }
}
