//! What content has to fulfil beyond holding together: fairness that an author can break, advice
//! that nobody would ever get, links to terms that are not there.

mod advice;
mod numbers;

use clientele::model::{
    Condition, Linked, Pack, Question, QuestionOption, Shape, Stretch, Verdict,
};

use advice::check_advice;
pub use numbers::{check_numbers, refusal};

use crate::content::{QUESTIONNAIRE, text_file};
use crate::fault::Fault;
use crate::questionnaire_file::Label;

impl Label {
    /// The verdict that the label stands for.
    #[must_use]
    pub fn verdict(self) -> Verdict {
        match self {
            Self::Client => Verdict::Client,
            Self::Customer => Verdict::Customer,
            Self::TwoTrack => Verdict::Both(Shape::TwoTrack),
            Self::InBetween => Verdict::Both(Shape::InBetween),
        }
    }

    /// All labels.
    pub const ALL: [Self; 4] = [
        Self::Client,
        Self::Customer,
        Self::TwoTrack,
        Self::InBetween,
    ];
}

/// Everything that is wrong with a pack that holds together.
#[must_use]
pub fn check(pack: &Pack, labels: &[Label], language: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for question in &pack.questions {
        check_question(question, &mut faults);
    }
    check_weights(pack, &mut faults);
    check_examples(pack, labels, &mut faults);
    check_tensions(pack, &mut faults);
    check_advice(pack, labels, &mut faults);
    check_links(pack, &text_file(language), &mut faults);
    faults
}

fn fault(key: impl Into<String>, remedy: impl Into<String>) -> Fault {
    Fault::new(QUESTIONNAIRE, key, remedy)
}

/// Both poles present, and each position mirrored: or the form would lean.
fn check_question(question: &Question, faults: &mut Vec<Fault>) {
    let key = format!("question.{}.options", question.id);
    for pole in [2, -2] {
        if question.answer_at(pole).is_none() {
            faults.push(fault(&key, format!("add an option at position {pole}")));
        }
    }
    for option in &question.options {
        if question.answer_at(-option.position).is_none() {
            faults.push(fault(
                &key,
                format!(
                    "add an option at {}: each position needs its mirror",
                    -option.position
                ),
            ));
        }
        let same = |other: &&QuestionOption| other.position == option.position;
        if question.options.iter().filter(same).count() > 1 {
            faults.push(fault(
                &key,
                format!("keep one option at position {}", option.position),
            ));
        }
    }
}

/// No answer carries the verdict from pole to pole: even among the fewest answers that give a verdict, the heaviest
/// question from end to end moves the score by less than from one threshold to the other.
fn check_weights(pack: &Pack, faults: &mut Vec<Fault>) {
    let mut weights: Vec<u32> = pack
        .questions
        .iter()
        .map(|question| u32::from(question.weight))
        .collect();
    weights.sort_unstable();
    let heaviest = weights.pop().unwrap_or(0);
    let others = usize::from(pack.judgement.least_answers.saturating_sub(1));
    let least: u32 = heaviest + weights.iter().take(others).sum::<u32>();
    if 100 * heaviest >= u32::from(pack.judgement.threshold) * least {
        faults.push(fault(
            "judgement",
            "raise threshold or least_answers, or bring the weights closer: \
             one answer could carry the verdict from pole to pole",
        ));
    }
}

fn check_examples(pack: &Pack, labels: &[Label], faults: &mut Vec<Fault>) {
    for (example, label) in pack.examples.iter().zip(labels) {
        let key = format!("example.{}", example.id);
        for (question, position) in pack.questions.iter().zip(&example.positions) {
            if position.is_some_and(|position| question.answer_at(position).is_none()) {
                faults.push(fault(
                    format!("{key}.answers.{}", question.id),
                    "use a position that one of the question's options has",
                ));
            }
        }
        let verdict = example.verdict(pack);
        if verdict != label.verdict() {
            faults.push(fault(
                key,
                format!("its answers come out as {verdict:?}: mend the answers or the label"),
            ));
        }
    }
    for label in Label::ALL {
        if !labels.contains(&label) {
            faults.push(fault(
                "example",
                format!("add an example that comes out as {label:?}"),
            ));
        }
    }
}

fn check_tensions(pack: &Pack, faults: &mut Vec<Fault>) {
    for tension in &pack.tensions {
        let key = format!("tension.{}.when", tension.id);
        if tension.when.len() < 2 {
            faults.push(fault(&key, "name at least two answers that pull apart"));
        }
        for (at, condition) in tension.when.iter().enumerate() {
            let question = &pack[condition.question];
            let asked_before = tension.when[..at]
                .iter()
                .any(|earlier| earlier.question == condition.question);
            if !can_hold(pack, condition) || asked_before {
                faults.push(fault(
                    &key,
                    format!(
                        "change the condition on '{}': it can't hold with the others",
                        question.id
                    ),
                ));
            }
        }
    }
}

/// Whether an answer to its question meets a condition.
fn can_hold(pack: &Pack, condition: &Condition) -> bool {
    let mut options = pack[condition.question].options.iter();
    options.any(|option| condition.holds(option.position))
}

/// Links to terms, `[shown words](term)`, lead to terms that are there.
fn check_links(pack: &Pack, file: &str, faults: &mut Vec<Fault>) {
    for (key, text) in linked_texts(pack) {
        for stretch in text.stretches() {
            let remedy = match stretch {
                Stretch::Words(words) if words.contains('[') => {
                    "write links to terms as [shown words](term)".to_owned()
                }
                Stretch::Link { term, .. } if pack.terms.iter().all(|it| it.id != term) => {
                    format!("'{term}' is not in the glossary: add it or change the link")
                }
                Stretch::Words(_) | Stretch::Link { .. } => continue,
            };
            faults.push(Fault::new(file, key.as_str(), remedy));
        }
    }
}

/// The texts in which terms may be linked, with their ids.
fn linked_texts(pack: &Pack) -> Vec<(String, &Linked)> {
    let mut texts = Vec::new();
    for question in &pack.questions {
        texts.push((format!("question.{}.help", question.id), &question.help));
    }
    for tension in &pack.tensions {
        texts.push((format!("tension.{}.risk", tension.id), &tension.risk));
    }
    for advice in &pack.advice {
        texts.push((format!("advice.{}.what", advice.id), &advice.what));
        texts.push((format!("advice.{}.why", advice.id), &advice.why));
    }
    for term in &pack.terms {
        texts.push((format!("term.{}.meaning", term.id), &term.meaning));
    }
    texts
}
