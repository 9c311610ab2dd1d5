//! The verdict in one plain sentence, with what it means and the gauge.

use yew::prelude::*;

use super::super::{Report, button, heading, unhurried};
use super::gauge::gauge;
use super::onward;
use crate::flow::{Event, Model, Owner, Shown};
use crate::model::{Answer, Pack, Phrase, Shape, Verdict};
use crate::words;

/// How many of the answers that did most for a verdict are named with it.
const MOST: usize = 3;

/// Whose result it is, the verdict, what it means, and where it stands on the scale.
pub(super) fn summary(pack: &Pack, shown: &Shown, report: &Report) -> Html {
    let reading = shown.current();
    let verdict = reading.verdict;
    let name = shown.share.name();
    html! {
        <div class="summary">
            { said("eyebrow", &whose(pack, shown)) }
            if !name.is_empty() && shown.owner.label() != Some(&name) {
                <p class="on-paper" key={["named ", &name].concat()}>{ &name }</p>
            }
            { heading(words::verdict(pack, verdict)) }
            { said("lead", &words::meaning(pack, reading)) }
            if let Some(why) = why(pack, shown) {
                { said("", &why) }
            }
            if let Some(close_call) = words::close_call(pack, reading) {
                <p key={close_call}>
                    { close_call }
                    { " " }
                    <span class="see-sturdiness">{ pack.say(Phrase::VerdictCloseSee) }</span>
                </p>
            }
            if matches!(shown.owner, Owner::Shared(_)) {
                <p>{ pack.say(Phrase::ResultSharedYou) }</p>
            }
            { basis(pack, shown, report) }
            { gauge(pack, shown) }
        </div>
    }
}

/// A paragraph that may say something else in a what-if: then it is another one.
fn said(class: &'static str, words: &str) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <p {class} key={words}>{ words }</p> }
}

/// On how many answers it rests, where some don't count, and the way to give those that are missing.
fn basis(pack: &Pack, shown: &Shown, report: &Report) -> Html {
    let reading = shown.current();
    let places = &reading.profile;
    let missing = places
        .iter()
        .filter(|place| place.answer == Answer::Unanswered)
        .count();
    let answered = usize::from(reading.tally.answered);
    if answered == places.len() {
        return html! {};
    }
    let given = answered.to_string();
    let total = places.len().to_string();
    let values = [("given", given.as_str()), ("total", total.as_str())];
    let dont = places.len() - answered - missing;
    let others = match (missing, dont) {
        (0, _) => Phrase::ResultOthersDont,
        (_, 0) => Phrase::ResultOthers,
        _ => Phrase::ResultOthersMixed,
    };
    let missing_count = missing.to_string();
    let left = [
        ("missing", missing_count.as_str()),
        ("dont", &dont.to_string()),
    ];
    html! {
        <div class="basis">
            <p key={[&given, " ", &missing_count].concat()}>
                { pack.fill(Phrase::ResultBasis, &values) }
                { " " }
                { pack.fill(others, &left) }
            </p>
            if missing > 0 && shown.owner == Owner::Own && shown.trial.is_none() {
                { button(
                    "secondary",
                    &pack.fill(Phrase::ResultAnswerOthers, &[("missing", &missing_count)]),
                    report,
                    || Event::OthersAskedFor,
                ) }
            }
        </div>
    }
}

/// What to do when there are too few answers to say.
pub(super) fn too_few(model: &Model, shown: &Shown, report: &Report) -> Html {
    let pack = &*model.pack;
    let answered = shown.reading.tally.answered.to_string();
    let least = pack.judgement.least_answers.to_string();
    let values = [("answered", answered.as_str()), ("least", least.as_str())];
    html! {
        <>
            <p class="eyebrow">{ whose(pack, shown) }</p>
            { heading(pack.say(Phrase::VerdictTooFew)) }
            <p class="lead">{ pack.fill(Phrase::VerdictTooFewMeans, &values) }</p>
            if shown.owner == Owner::Own {
                <div class="actions">
                    { button("primary", pack.say(Phrase::AnswerMore), &unhurried(report), || Event::Resumed) }
                    <a class="secondary" href="#review">{ pack.say(Phrase::ReviewAnswers) }</a>
                </div>
            } else {
                { onward(model, shown, report) }
            }
        </>
    }
}

fn whose(pack: &Pack, shown: &Shown) -> String {
    match &shown.owner {
        Owner::Own if shown.trial.is_some() => pack.say(Phrase::ResultTrial).to_owned(),
        Owner::Own => pack.say(Phrase::ResultOwn).to_owned(),
        Owner::Earlier => pack.say(Phrase::ResultEarlier).to_owned(),
        Owner::Shared(None) => pack.say(Phrase::ResultShared).to_owned(),
        Owner::Shared(Some(label)) => format!("{}: {label}", pack.say(Phrase::ResultShared)),
    }
}

/// The answers that did most for a verdict of one side; of a 'both', why it is of this shape.
fn why(pack: &Pack, shown: &Shown) -> Option<String> {
    let reading = shown.current();
    if let Verdict::Both(shape) = reading.verdict {
        return Some(why_this_shape(pack, shown, shape));
    }
    let side = reading.verdict.side()?;
    let weighings = reading.weighings.iter();
    let names: Vec<&str> = weighings
        .filter(|weighing| weighing.tenths * side > 0)
        .take(MOST)
        .map(|weighing| pack[weighing.question].name.as_str())
        .collect();
    Some(pack.fill(Phrase::VerdictBecause, &[("names", &names.join(", "))]))
}

/// Why it is this shape of 'both': how many answers stand fully at either end.
fn why_this_shape(pack: &Pack, shown: &Shown, shape: Shape) -> String {
    let at = |pole: i8| {
        let places = &shown.current().profile;
        let count = places.iter().filter(|it| it.position == Some(pole));
        count.count().to_string()
    };
    let (client, customer) = (at(2), at(-2));
    let tally = &shown.current().tally;
    let percent = |weight: i32| (100 * weight / tally.weight().max(1)).to_string();
    let phrase = match shape {
        Shape::TwoTrack => Phrase::VerdictTwoTrackWhy,
        Shape::InBetween => Phrase::VerdictInBetweenWhy,
    };
    pack.fill(
        phrase,
        &[
            ("client", &client),
            ("customer", &customer),
            ("answered", &tally.answered.to_string()),
            ("client-share", &percent(tally.fully_client)),
            ("customer-share", &percent(tally.fully_customer)),
            ("share", &pack.judgement.two_track_share.to_string()),
        ],
    )
}
