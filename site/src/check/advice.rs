//! Advice that nobody would ever get, and verdicts that would get none.

use clientele::model::{Advice, AdviceAt, Answer, AreaAt, Pack, Verdict, advise, classify};

use super::{can_hold, fault};
use crate::fault::Fault;
use crate::questionnaire_file::Label;

/// Every advice can be called for by somebody with each of the verdicts that it is for, and every area has some.
pub(super) fn check_advice(pack: &Pack, labels: &[Label], faults: &mut Vec<Fault>) {
    for (index, advice) in AdviceAt::numbered(&pack.advice) {
        check_unless(pack, advice, faults);
        check_calls(pack, advice, faults);
        check_audience(pack, labels, (index, advice), faults);
    }
    for (index, area) in AreaAt::numbered(&pack.areas) {
        check_area(pack, (index, &area.id), faults);
    }
}

fn check_unless(pack: &Pack, advice: &Advice, faults: &mut Vec<Fault>) {
    for condition in &advice.unless {
        if !can_hold(pack, condition) {
            let question = &pack[condition.question].id;
            faults.push(fault(
                format!("advice.{}.unless", advice.id),
                format!("change the condition on '{question}': no answer meets it"),
            ));
        }
    }
}

fn check_calls(pack: &Pack, advice: &Advice, faults: &mut Vec<Fault>) {
    for (at, call) in advice.calls.iter().enumerate() {
        let mut earlier = advice.calls[..at].iter();
        if earlier.any(|other| other.question == call.question) {
            let question = &pack[call.question].id;
            faults.push(fault(
                format!("advice.{}.calls", advice.id),
                format!("call on '{question}' once"),
            ));
        }
    }
}

/// It is for somebody, and each of those can come to call for it.
fn check_audience(
    pack: &Pack,
    labels: &[Label],
    (index, advice): (AdviceAt, &Advice),
    faults: &mut Vec<Fault>,
) {
    let mut is_for_anyone = false;
    for verdict in Label::ALL.map(Label::verdict) {
        if !advice.audience.includes(verdict) {
            continue;
        }
        is_for_anyone = true;
        if !is_reachable(pack, labels, (index, advice), verdict) {
            faults.push(fault(
                format!("advice.{}.calls", advice.id),
                format!("widen the calls: no answers with the verdict {verdict:?} call for it"),
            ));
        }
    }
    if !is_for_anyone {
        faults.push(fault(
            format!("advice.{}.for", advice.id),
            "name a verdict it is for",
        ));
    }
}

/// Whether an example with this verdict calls for it, with at most one of its answers changed.
fn is_reachable(
    pack: &Pack,
    labels: &[Label],
    (index, advice): (AdviceAt, &Advice),
    verdict: Verdict,
) -> bool {
    let examples = pack.examples.iter().zip(labels);
    examples
        .filter(|(_, label)| label.verdict() == verdict)
        .map(|(example, _)| example.answers(pack))
        .any(|answers| {
            advice.calls.iter().any(|call| {
                let question = &pack[call.question];
                let options = question.options.iter();
                options
                    .filter(|option| call.strength(option.position) > 0)
                    .map(|option| answers.with(question, Answer::Option(option.number)))
                    .filter(|answers| classify(pack, answers).verdict == verdict)
                    .flat_map(|answers| advise(pack, &answers, verdict))
                    .any(|found| found.advice == index && found.is_called_for())
            })
        })
}

/// Whatever is answered, an area has some advice: that for bridging the two has it for 'both' alone.
fn check_area(pack: &Pack, (index, id): (AreaAt, &str), faults: &mut Vec<Fault>) {
    for label in Label::ALL {
        let verdict = label.verdict();
        let has_some = pack.advice.iter().any(|advice| {
            advice.area == index && advice.unless.is_empty() && advice.audience.includes(verdict)
        });
        let is_owed = id != "bridging" || matches!(verdict, Verdict::Both(_));
        if is_owed && !has_some {
            faults.push(fault(
                format!("area.{id}"),
                format!("add advice for {label:?}, without unless"),
            ));
        }
    }
}
