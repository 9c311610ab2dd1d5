//! What the tests of files share: results of all kinds as they are taken along, and a comparison of them.

use clientele::compare;
use clientele::export::{Format, export};
use clientele::flow::{Event, Field, Model, OnResult, Sharing};
use clientele::model::{Answer, Answers, Question, QuestionOption, Target, decode, encode};
use serde_json::Value;

use super::comparing::given;
use super::walking::{after, own_result, shown};
use super::{naive_verdict, pack};

/// On two tracks, with answers that pull apart as no example's do.
const TORN: &str = "1cMcqMJkYVg";

/// Every example business, with one answer that doesn't apply and one left out, one that is torn, and one with no answers
/// at all.
pub(crate) fn businesses() -> Vec<Answers> {
    let questions = pack().questions.iter().cycle();
    let examples = pack()
        .examples
        .iter()
        .zip(questions.clone().zip(questions.skip(7)));
    let some = examples.map(|(example, (one, other))| {
        let answers = example.answers(pack()).with(one, Answer::DoesNotApply);
        answers.with(other, Answer::Unanswered)
    });
    let torn = decode(pack(), TORN).expect("a result");
    some.chain([torn, Answers::default()]).collect()
}

/// Their results, before any target is chosen and with the way to each of them.
pub(crate) fn results() -> Vec<Model> {
    let models = businesses().into_iter().map(labelled);
    models.flat_map(with_ways).collect()
}

/// The result of some answers under a name.
pub(crate) fn labelled(answers: Answers) -> Model {
    let label = Sharing::Typed(Field::Label, "Zoe".to_owned());
    let label = Event::OnResult(OnResult::Shared(label));
    after(own_result(answers), [label])
}

/// A result before any target is chosen, and with the way to each of them.
pub(crate) fn with_ways(model: Model) -> impl Iterator<Item = Model> {
    let ways = Target::ALL.map(|it| {
        let chosen = Event::OnResult(OnResult::TargetChosen(it));
        after(model.clone(), [chosen])
    });
    [model].into_iter().chain(ways)
}

/// A question's option by its number.
pub(crate) fn option(question: &Question, number: u8) -> &QuestionOption {
    let mut options = question.options.iter();
    options.find(|it| it.number == number).expect("it")
}

/// A result as a file of this kind.
pub(crate) fn text(model: &Model, format: Format) -> String {
    export(
        pack(),
        &shown(model).outcome(),
        "https://example.org/",
        format,
    )
    .text
}

/// A result's JSON, read back.
pub(crate) fn json(model: &Model) -> Value {
    serde_json::from_str(&text(model, Format::Json)).expect("valid JSON")
}

/// A comparison of these; every other one has no name.
pub(crate) fn comparison(of: &[Answers]) -> compare::Model {
    let name = |at: usize| if at.is_multiple_of(2) { "Zoe" } else { "" };
    let lines = of.iter().enumerate();
    let lines = lines.map(|(at, it)| format!("{},{}\n", name(at), encode(it)));
    let model = given(
        &["label,code\n".to_owned()]
            .into_iter()
            .chain(lines)
            .collect::<String>(),
    );
    assert_eq!(model.people().len(), of.len());
    model
}

/// The score by its definition, rounded towards 0; nothing with too few answers.
pub(crate) fn score(answers: &Answers) -> Option<i64> {
    naive_verdict(pack(), answers).centring()?;
    let (mut sum, mut most) = (0, 0);
    for (question, position) in answers.positions(pack()) {
        if let Some(position) = position {
            sum += i64::from(question.weight) * i64::from(position);
            most += 2 * i64::from(question.weight);
        }
    }
    Some(100 * sum / most)
}
