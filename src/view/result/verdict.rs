//! The verdict in one plain sentence, with what it means and the gauge.

use yew::prelude::*;

use super::super::{Report, button, heading};
use super::gauge::gauge;
use crate::flow::{Event, Owner, Shown};
use crate::model::{Pack, Phrase, Shape, Verdict};

/// The verdict as a sentence.
#[must_use]
pub(in crate::view) fn title(pack: &Pack, verdict: Verdict) -> &str {
    pack.say(match verdict {
        Verdict::Client => Phrase::VerdictClient,
        Verdict::Customer => Phrase::VerdictCustomer,
        Verdict::Both(Shape::TwoTrack) => Phrase::VerdictTwoTrack,
        Verdict::Both(Shape::InBetween) => Phrase::VerdictInBetween,
        Verdict::TooFew => Phrase::VerdictTooFew,
    })
}

/// Whose result it is, the verdict, what it means, and where it stands on the scale.
pub(super) fn summary(pack: &Pack, shown: &Shown) -> Html {
    let verdict = shown.current().verdict;
    html! {
        <div class="summary">
            <p class="eyebrow">{ whose(pack, shown) }</p>
            { heading(title(pack, verdict)) }
            <p class="lead">{ pack.say(meaning(verdict)) }</p>
            if let Verdict::Both(shape) = verdict {
                <p>{ why_this_shape(pack, shown, shape) }</p>
            }
            { gauge(pack, shown) }
        </div>
    }
}

/// What to do when there are too few answers to say.
pub(super) fn too_few(pack: &Pack, shown: &Shown, report: &Report) -> Html {
    let answered = shown.reading.tally.answered.to_string();
    let least = pack.judgement.least_answers.to_string();
    let values = [("answered", answered.as_str()), ("least", least.as_str())];
    html! {
        <>
            <p class="eyebrow">{ whose(pack, shown) }</p>
            { heading(pack.say(Phrase::VerdictTooFew)) }
            <p class="lead">{ pack.fill(Phrase::VerdictTooFewMeans, &values) }</p>
            <div class="actions">
                if shown.owner == Owner::Own {
                    { button("primary", pack.say(Phrase::AnswerMore), report, Event::Resumed) }
                    <a class="secondary" href="#review">{ pack.say(Phrase::ReviewAnswers) }</a>
                } else {
                    { button("primary", pack.say(Phrase::AnswerYourself), report, Event::StartOpened) }
                }
            </div>
        </>
    }
}

fn whose(pack: &Pack, shown: &Shown) -> String {
    match &shown.owner {
        Owner::Own if shown.trial.is_some() => pack.say(Phrase::ResultTrial).to_owned(),
        Owner::Own => pack.say(Phrase::ResultOwn).to_owned(),
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
