//! What content has to fulfil beyond holding together: fairness that an author can break, advice
//! that nobody would ever get, links to terms that are not there.

use clientele::model::{
    Answer, Condition, Draft, Linked, Pack, Question, QuestionOption, SLOTS, Shape, Stretch,
    Verdict, advise, classify, limits,
};

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

/// Numbers out of their range, each at its key: what [`Pack::new`] would refuse without saying
/// where.
#[must_use]
pub fn check_numbers(draft: &Draft) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut require = |holds: bool, key: String, remedy: &str| {
        if !holds {
            faults.push(fault(key, remedy));
        }
    };
    require(
        limits::THRESHOLDS.contains(&draft.judgement.threshold),
        "judgement.threshold".to_owned(),
        "use a threshold from 1 to 99",
    );
    let judgement = &draft.judgement;
    require(
        limits::TWO_TRACK_SHARES.contains(&judgement.two_track_share),
        "judgement.two_track_share".to_owned(),
        "use a share from 1 to 50: more can't stand at each of two ends",
    );
    require(
        (1..=draft.questions.len()).contains(&judgement.least_answers.into()),
        "judgement.least_answers".to_owned(),
        "ask for at least one answer, and for no more than there are questions",
    );
    require(
        judgement.fairly_from <= judgement.sturdy_from && judgement.sturdy_from <= 100,
        "judgement.sturdy_from".to_owned(),
        "use percentages up to 100, fairly_from at most sturdy_from",
    );
    require(
        limits::QUESTIONS.contains(&draft.questions.len()),
        "question".to_owned(),
        "ask from 1 to 28 questions: more combinations can't be counted",
    );
    require(
        draft.questions.iter().any(|question| question.short),
        "question".to_owned(),
        "mark the questions of the short form with short = true",
    );
    for (at, question) in draft.questions.iter().enumerate() {
        let key = |part: &str| format!("question.{}.{part}", question.id);
        let earlier = &draft.questions[..at];
        require(
            usize::from(question.slot) < SLOTS
                && earlier.iter().all(|other| other.slot != question.slot),
            key("slot"),
            "give it a slot of its own, from 0 to 31",
        );
        require(
            limits::WEIGHTS.contains(&question.weight),
            key("weight"),
            "use a weight from 1 to 9",
        );
        let options = &question.options;
        let is_numbered = options.iter().enumerate().all(|(at, option)| {
            limits::OPTION_NUMBERS.contains(&option.number)
                && options[..at]
                    .iter()
                    .all(|other| other.number != option.number)
        });
        require(
            is_numbered,
            key("options"),
            "number the options from 1 to 6, each one once",
        );
        let in_range = |option: &QuestionOption| limits::POSITIONS.contains(&option.position);
        require(
            options.iter().all(in_range),
            key("options"),
            "use positions from -2 to 2",
        );
    }
    let of_tensions = draft
        .tensions
        .iter()
        .map(|it| ("tension", &it.id, "when", &it.when));
    let of_advice = draft
        .advice
        .iter()
        .map(|it| ("advice", &it.id, "unless", &it.unless));
    for (kind, id, part, conditions) in of_tensions.chain(of_advice) {
        for condition in conditions {
            let question = draft.questions.get(usize::from(condition.question));
            let question = question.map_or("", |question| &question.id);
            require(
                limits::DISTANCES.contains(&condition.at_least),
                format!("{kind}.{id}.{part}"),
                &format!("change the condition on '{question}': at_least is 1 or 2"),
            );
        }
    }
    for example in &draft.examples {
        for (question, position) in draft.questions.iter().zip(&example.positions) {
            require(
                position.is_none_or(|position| limits::POSITIONS.contains(&position)),
                format!("example.{}.answers.{}", example.id, question.id),
                "use a position from -2 to 2",
            );
        }
    }
    faults
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
            let question = pack.question(condition.question);
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
    let mut options = pack.question(condition.question).options.iter();
    options.any(|option| condition.holds(option.position))
}

/// Every advice can be called for by somebody with each of the verdicts that it is for.
fn check_advice(pack: &Pack, labels: &[Label], faults: &mut Vec<Fault>) {
    for (index, advice) in (0u8..).zip(&pack.advice) {
        let key = format!("advice.{}", advice.id);
        for condition in &advice.unless {
            if !can_hold(pack, condition) {
                let question = &pack.question(condition.question).id;
                let remedy = format!("change the condition on '{question}': no answer meets it");
                faults.push(fault(format!("{key}.unless"), remedy));
            }
        }
        for (at, call) in advice.calls.iter().enumerate() {
            let mut earlier = advice.calls[..at].iter();
            if earlier.any(|other| other.question == call.question) {
                let question = &pack.question(call.question).id;
                let remedy = format!("call on '{question}' once");
                faults.push(fault(format!("{key}.calls"), remedy));
            }
        }
        let wanted = Label::ALL.map(Label::verdict);
        let wanted = wanted
            .iter()
            .filter(|verdict| advice.audience.includes(**verdict));
        let mut is_for_anyone = false;
        for verdict in wanted {
            is_for_anyone = true;
            let reachable = pack
                .examples
                .iter()
                .zip(labels)
                .filter(|(_, label)| label.verdict() == *verdict)
                .map(|(example, _)| example.answers(pack))
                .any(|answers| {
                    advice.calls.iter().any(|call| {
                        let question = pack.question(call.question);
                        question
                            .options
                            .iter()
                            .filter(|option| call.strength(option.position) > 0)
                            .map(|option| answers.with(question, Answer::Option(option.number)))
                            .filter(|answers| classify(pack, answers).verdict == *verdict)
                            .flat_map(|answers| advise(pack, &answers, *verdict))
                            .any(|found| found.advice == index && found.is_called_for())
                    })
                });
            if !reachable {
                faults.push(fault(
                    format!("{key}.calls"),
                    format!("widen the calls: no answers with the verdict {verdict:?} call for it"),
                ));
            }
        }
        if !is_for_anyone {
            faults.push(fault(format!("{key}.for"), "name a verdict it is for"));
        }
    }
    for (index, area) in (0u8..).zip(&pack.areas) {
        let here = || pack.advice.iter().filter(|advice| advice.area == index);
        let bridges = area.id == "bridging";
        for label in Label::ALL {
            let verdict = label.verdict();
            // Whatever is answered, there is some.
            let has_some =
                here().any(|advice| advice.unless.is_empty() && advice.audience.includes(verdict));
            let is_both = matches!(verdict, Verdict::Both(_));
            if !has_some && (is_both || !bridges) {
                faults.push(fault(
                    format!("area.{}", area.id),
                    format!("add advice for {label:?}, without unless"),
                ));
            }
        }
    }
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
