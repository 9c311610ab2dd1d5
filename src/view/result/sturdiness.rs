//! How sturdy the verdict is, and what would change it.

use yew::prelude::*;

use super::super::{Report, unhurried};
use super::{STURDINESS, answer_key, part_heading};
use crate::flow::{Event, Model, OnResult, Owner, Shown};
use crate::model::{Answer, Flip, Grade, Pack, Phrase, Shape, Sturdiness, Verdict};
use crate::words;

/// How sturdy the verdict is, in words and a figure.
pub(super) fn sturdiness(model: &Model, shown: &Shown, _: &Report) -> Html {
    let pack = &*model.pack;
    let Some(found) = shown.current().sturdiness else {
        return html! {};
    };
    let words = match found.grade(&pack.judgement) {
        Grade::Sturdy => Phrase::SturdyWords,
        Grade::Fair => Phrase::FairWords,
        Grade::Close => Phrase::CloseWords,
    };
    let shape = shape(pack, shown);
    // Of two figures, each says what it is of.
    let of = shape.is_some().then_some(Phrase::GaugeBoth);
    html! {
        <section class="panel sturdiness">
            { part_heading(pack, Phrase::SturdyTitle, STURDINESS) }
            <p class="hint">{ pack.say(Phrase::SturdyMeans) }</p>
            { figure(pack, found, of, Some(pack.say(words))) }
            { shape }
        </section>
    }
}

/// How sturdy the shape of a 'both' is: the figure above is that of 'both' alone.
fn shape(pack: &Pack, shown: &Shown) -> Option<Html> {
    let reading = shown.current();
    let Verdict::Both(shape) = reading.verdict else {
        return None;
    };
    let found = reading.sturdiness_of_shape(pack)?;
    let of = match shape {
        Shape::TwoTrack => Phrase::SturdyTwoTrack,
        Shape::InBetween => Phrase::SturdyInBetween,
    };
    let words = words::shape_close(pack, found);
    Some(figure(pack, found, Some(of), words))
}

/// A figure with its bar: what it is `of`, and what to make of it.
fn figure(pack: &Pack, found: Sturdiness, of: Option<Phrase>, words: Option<&str>) -> Html {
    let percent = found.percent().to_string();
    html! {
        <>
            <p class="figure" key={[of.map_or("", |of| pack.say(of)), &percent].concat()}>
                <span class="figure-number">{ pack.fill(Phrase::SturdyPercent, &[("percent", &percent)]) }</span>
                <span>
                    if let Some(of) = of {
                        <strong>{ pack.say(of) }</strong>
                    }
                    if of.is_some() && words.is_some() {
                        { " – " }
                    }
                    if let Some(words) = words {
                        { words }
                    }
                </span>
            </p>
            <svg class="bar" width="100%" height="6" aria-hidden="true" focusable="false">
                <rect class="track" width="100%" height="6" />
                <rect class="ink" width={format!("{percent}%")} height="6" />
            </svg>
        </>
    }
}

/// The smallest changes that would give another verdict.
pub(super) fn flips(model: &Model, shown: &Shown, report: &Report) -> Html {
    let pack = &*model.pack;
    let flips = shown.current().all_flips(pack);
    if flips.is_empty() {
        return html! {};
    }
    html! {
        <section class="panel flips">
            <h2>{ pack.say(Phrase::FlipTitle) }</h2>
            <p class="hint">{ pack.say(Phrase::FlipLead) }</p>
            { for flips.iter().enumerate().map(|(place, it)| html! {
                <div class="flip" key={flip_key(it)}>
                    { flip(pack, shown, it) }
                    if shown.owner == Owner::Own && shown.trial.is_none() {
                        <button type="button" class="secondary" onclick={unhurried(report).reform(move |_| Event::OnResult(OnResult::FlipTried(place)))}>
                            { pack.say(Phrase::FlipTry) }
                            // Each of several says which.
                            <span class="unseen">{ "– " }{ words::verdict(pack, it.to) }</span>
                        </button>
                    }
                </div>
            }) }
        </section>
    }
}

/// What tells a change from another, in whatever what-if.
fn flip_key(flip: &Flip) -> usize {
    flip.moves.iter().fold(0, |key: usize, step| {
        key.wrapping_mul(251)
            .wrapping_add(8 * usize::from(step.question) + usize::from(step.to))
    })
}

fn flip(pack: &Pack, shown: &Shown, flip: &Flip) -> Html {
    let words = words::flip(pack, flip);
    html! {
        <>
            <p key={words.as_str()}>{ &words }</p>
            <ul class="because">
                { for flip.moves.iter().map(|step| {
                    let question = &pack[step.question];
                    let from = shown.current().answers.to(question);
                    html! {
                        <li key={answer_key(step.question, from)}>
                            <span class="because-name">{ &question.name }</span>
                            { ": " }
                            { pack.fill(Phrase::FlipMove, &[
                                ("from", words::answer(pack, step.question, from)),
                                ("to", words::answer(pack, step.question, Answer::Option(step.to))),
                            ]) }
                        </li>
                    }
                }) }
            </ul>
        </>
    }
}
