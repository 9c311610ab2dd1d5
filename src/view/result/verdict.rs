//! The verdict in one plain sentence, with what it means and the gauge.

use yew::prelude::*;

use super::super::{Report, button, heading};
use super::gauge::gauge;
use super::onward;
use crate::flow::{Event, Model, Owner, Shown};
use crate::model::{Answer, Grade, Pack, Phrase, Shape, Verdict};
use crate::words;

/// Whose result it is, the verdict, what it means, and where it stands on the scale.
pub(super) fn summary(pack: &Pack, shown: &Shown, report: &Report) -> Html {
    let reading = shown.current();
    let verdict = reading.verdict;
    let grade = reading
        .sturdiness
        .map(|sturdiness| sturdiness.grade(&pack.judgement));
    html! {
        <div class="summary">
            <p class="eyebrow">{ whose(pack, shown) }</p>
            { heading(words::verdict(pack, verdict)) }
            <p class="lead">{ pack.say(meaning(verdict)) }</p>
            if let Verdict::Both(shape) = verdict {
                <p>{ why_this_shape(pack, shown, shape) }</p>
            }
            if grade == Some(Grade::Close) {
                <p>{ pack.say(Phrase::VerdictClose) }</p>
            }
            if matches!(shown.owner, Owner::Shared(_)) {
                <p>{ pack.say(Phrase::ResultSharedYou) }</p>
            }
            { basis(pack, shown, report) }
            { gauge(pack, shown) }
        </div>
    }
}

/// On how many answers it rests, where some are missing, and the way to give the others.
fn basis(pack: &Pack, shown: &Shown, report: &Report) -> Html {
    let places = &shown.current().profile;
    let missing = places
        .iter()
        .filter(|place| place.answer == Answer::Unanswered)
        .count();
    if missing == 0 {
        return html! {};
    }
    let given = (places.len() - missing).to_string();
    let total = places.len().to_string();
    let values = [("given", given.as_str()), ("total", total.as_str())];
    let missing = missing.to_string();
    html! {
        <div class="basis">
            <p>{ pack.fill(Phrase::ResultBasis, &values) }</p>
            if shown.owner == Owner::Own && shown.trial.is_none() {
                { button(
                    "secondary",
                    &pack.fill(Phrase::ResultAnswerOthers, &[("missing", &missing)]),
                    report,
                    Event::Extended,
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
                    { button("primary", pack.say(Phrase::AnswerMore), report, Event::Resumed) }
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

fn meaning(verdict: Verdict) -> Phrase {
    match verdict {
        Verdict::Client => Phrase::VerdictClientMeans,
        Verdict::Customer => Phrase::VerdictCustomerMeans,
        Verdict::Both(Shape::TwoTrack) => Phrase::VerdictTwoTrackMeans,
        Verdict::Both(Shape::InBetween) => Phrase::VerdictInBetweenMeans,
        Verdict::TooFew => Phrase::VerdictTooFewTrial,
    }
}

/// Why it is this shape of 'both': how many answers stand fully at either end.
fn why_this_shape(pack: &Pack, shown: &Shown, shape: Shape) -> String {
    let at = |pole: i8| {
        let places = &shown.current().profile;
        let count = places.iter().filter(|it| it.position == Some(pole));
        count.count().to_string()
    };
    let (client, customer) = (at(2), at(-2));
    let answered = shown.current().tally.answered.to_string();
    let phrase = match shape {
        Shape::TwoTrack => Phrase::VerdictTwoTrackWhy,
        Shape::InBetween => Phrase::VerdictInBetweenWhy,
    };
    pack.fill(
        phrase,
        &[
            ("client", &client),
            ("customer", &customer),
            ("answered", &answered),
        ],
    )
}
