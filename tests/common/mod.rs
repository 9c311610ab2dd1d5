//! What the native tests share: the real content, read once, and ways to make answers for it.
#![allow(dead_code, reason = "each test file uses its own part of this")]

pub(crate) mod comparing;
pub(crate) mod embedding;
pub(crate) mod node;
pub(crate) mod sharing;
pub(crate) mod taken;
pub(crate) mod walking;

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::LazyLock;

use clientele::flow::{self, Effect, Event, Model, Stored};
use clientele::model::{
    Answer, Answers, Centring, Condition, Pack, Question, Shape, ToolPack, Towards, Verdict,
};
use clientele_site::Label;
use clientele_site::content::Content;
use proptest::prelude::*;
use proptest::sample::select;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    clientele_site::load(Path::new(env!("CARGO_MANIFEST_DIR")), "en-GB")
        .unwrap_or_else(|faults| panic!("the content has faults:\n{faults}"))
});

/// The real questionnaire.
pub(crate) fn pack() -> &'static Pack {
    &CONTENT.pack
}

/// The same with the sentences of the tools.
pub(crate) fn tools() -> &'static ToolPack {
    &CONTENT.tools
}

/// A launch and its effects, but for what is told: that has `tests/told.rs` to itself.
pub(crate) fn launch(pack: Rc<Pack>, stored: Stored, fragment: &str) -> (Model, Vec<Effect>) {
    untold(flow::launch(pack, stored, None, fragment))
}

/// A step and its effects, but for what is told.
pub(crate) fn update(model: Model, event: Event) -> (Model, Vec<Effect>) {
    untold(flow::update(model, event))
}

fn untold((model, mut effects): (Model, Vec<Effect>)) -> (Model, Vec<Effect>) {
    effects.retain(|effect| !matches!(effect, Effect::Tell(_)));
    (model, effects)
}

/// How each of the pack's examples has to come out.
pub(crate) fn labels() -> &'static [Label] {
    &CONTENT.labels
}

/// The answers of the example business with this id.
pub(crate) fn example(id: &str) -> Answers {
    let found = pack().examples.iter().find(|example| example.id == id);
    found
        .unwrap_or_else(|| panic!("there is no example '{id}'"))
        .answers(pack())
}

/// A file or folder of the project.
pub(crate) fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The question with this id.
pub(crate) fn question(id: &str) -> &'static Question {
    pack()
        .questions
        .iter()
        .find(|question| question.id == id)
        .unwrap_or_else(|| panic!("there is no question '{id}'"))
}

/// The six questions of the short form.
pub(crate) fn short_form() -> Vec<&'static Question> {
    let questions = pack().questions.iter();
    questions.filter(|question| question.short).collect()
}

/// Every option of a question as an answer.
pub(crate) fn options(question: &Question) -> Vec<Answer> {
    let options = question.options.iter();
    options
        .map(|option| Answer::Option(option.number))
        .collect()
}

/// Everything that a question can be answered with.
pub(crate) fn choices(question: &Question) -> Vec<Answer> {
    let mut choices = vec![Answer::Unanswered, Answer::DoesNotApply];
    choices.extend(options(question));
    choices
}

/// The answers with these positions, by the questions' ids.
pub(crate) fn standing(positions: &[(&str, i8)]) -> Answers {
    positions
        .iter()
        .fold(Answers::default(), |answers, (id, position)| {
            answers.with(question(id), at(question(id), *position))
        })
}

/// The answer with this position, which has to be there.
pub(crate) fn at(question: &Question, position: i8) -> Answer {
    question
        .answer_at(position)
        .unwrap_or_else(|| panic!("'{}' has no option at {position}", question.id))
}

/// How many of the answers count.
pub(crate) fn counted(answers: &Answers) -> usize {
    let positions = answers.positions(pack());
    positions.filter(|(_, position)| position.is_some()).count()
}

/// The answers as seen from the other pole.
pub(crate) fn mirrored(answers: &Answers) -> Answers {
    answers
        .positions(pack())
        .fold(*answers, |mirrored, (question, position)| match position {
            Some(position) => mirrored.with(question, at(question, -position)),
            None => mirrored,
        })
}

/// A verdict as seen from the other pole.
pub(crate) fn mirrored_verdict(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Client => Verdict::Customer,
        Verdict::Customer => Verdict::Client,
        same @ (Verdict::Both(_) | Verdict::TooFew) => same,
    }
}

/// Whether an answer is what a condition asks for, by its definition and nothing of the judgement's own.
pub(crate) fn naively_holds(condition: &Condition, answers: &Answers) -> bool {
    let at_least = i16::from(condition.at_least);
    answers
        .position(&pack()[condition.question])
        .map(i16::from)
        .is_some_and(|position| match condition.towards {
            Towards::Client => position >= at_least,
            Towards::Customer => -position >= at_least,
            Towards::Middle => position == 0,
        })
}

/// The verdict by its definition, added up anew: whole fractions, nothing shared with the
/// judgement's own sums.
pub(crate) fn naive_verdict(pack: &Pack, answers: &Answers) -> Verdict {
    let standing: Vec<(i64, i64)> = pack
        .questions
        .iter()
        .filter_map(|question| {
            let Answer::Option(number) = answers.to(question) else {
                return None;
            };
            let options = &question.options;
            let option = options.iter().find(|option| option.number == number)?;
            Some((i64::from(question.weight), i64::from(option.position)))
        })
        .collect();
    if standing.len() < usize::from(pack.judgement.least_answers) {
        return Verdict::TooFew;
    }
    let sum: i64 = standing.iter().map(|(weight, at)| weight * at).sum();
    let most: i64 = standing.iter().map(|(weight, _)| 2 * weight).sum();
    let threshold = i64::from(pack.judgement.threshold);
    let all_at = |pole: i64| -> i64 {
        let here = standing.iter().filter(|(_, at)| *at == pole);
        here.map(|(weight, _)| weight).sum()
    };
    let share = i64::from(pack.judgement.two_track_share);
    let is_track = |pole| 100 * all_at(pole) >= share * most / 2;
    if 100 * sum >= threshold * most {
        Verdict::Client
    } else if 100 * sum <= -threshold * most {
        Verdict::Customer
    } else if is_track(2) && is_track(-2) {
        Verdict::Both(Shape::TwoTrack)
    } else {
        Verdict::Both(Shape::InBetween)
    }
}

/// The real pack with other weights and numbers: as many questions as weights, all of them with
/// five options, and none of the advice, so that every set of answers can be tried.
pub(crate) fn small_pack(weights: &[u8], threshold: u8, least_answers: u8) -> Pack {
    let mut draft = (**pack()).clone();
    draft.judgement.threshold = threshold;
    draft.judgement.least_answers = least_answers;
    let five = draft.questions.iter().filter(|it| it.options.len() == 5);
    draft.questions = five.zip(weights).map(|(it, _)| it.clone()).collect();
    for (slot, (question, weight)) in (0u8..).zip(draft.questions.iter_mut().zip(weights)) {
        question.slot = slot;
        question.weight = *weight;
        question.short = true;
    }
    draft.examples.clear();
    draft.tensions.clear();
    draft.advice.clear();
    Pack::new(draft).expect("a small pack holds together")
}

/// Every set of answers to these questions, each one with any of `of(question)`.
pub(crate) fn every<'a>(
    questions: &[&'a Question],
    of: fn(&Question) -> Vec<Answer>,
) -> impl Iterator<Item = Answers> + use<'a> {
    let each: Vec<(&Question, Vec<Answer>)> = questions.iter().map(|it| (*it, of(it))).collect();
    let all: usize = each.iter().map(|(_, answers)| answers.len()).product();
    (0..all).map(move |number| {
        let mut left = number;
        each.iter()
            .fold(Answers::default(), |answers, (question, choices)| {
                let chosen = choices[left % choices.len()];
                left /= choices.len();
                answers.with(question, chosen)
            })
    })
}

/// Any answers that the questionnaire can get, among them enough of every verdict.
pub(crate) fn any_answers() -> impl Strategy<Value = Answers> {
    prop_oneof![
        answers_where(|_| true),
        answers_where(|position| position >= 0),
        answers_where(|position| position <= 0),
        answers_where(|position| position.abs() == 2),
        answers_where(|position| position.abs() <= 1),
    ]
}

/// Any answers with a verdict.
pub(crate) fn answers_with_a_verdict() -> impl Strategy<Value = (Answers, Centring)> {
    any_answers().prop_filter_map("too few answers", |answers| {
        let verdict = clientele::model::classify(pack(), &answers).verdict;
        verdict.centring().map(|centring| (answers, centring))
    })
}

fn answers_where(is_near: fn(i8) -> bool) -> impl Strategy<Value = Answers> {
    let each: Vec<_> = pack()
        .questions
        .iter()
        .map(|question| {
            let mut choices = choices(question);
            choices.retain(|answer| match answer {
                Answer::Option(number) => question.position_of(*number).is_some_and(is_near),
                Answer::Unanswered | Answer::DoesNotApply => true,
            });
            select(choices)
        })
        .collect();
    each.prop_map(|chosen| {
        let questions = pack().questions.iter();
        questions
            .zip(chosen)
            .fold(Answers::default(), |answers, (question, answer)| {
                answers.with(question, answer)
            })
    })
}
