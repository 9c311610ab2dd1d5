//! The result: the verdict first, then what to do, then why.

mod actions;
mod advice;
mod examples;
mod gauge;
mod part;
mod profile;
mod reasons;
mod share;
mod sturdiness;
mod target;
mod verdict;

use yew::prelude::*;

use std::rc::Rc;

pub(super) use gauge::{across, zone};
use part::{Draw, Part};

use super::{Report, button, start_afresh, unhurried};
use crate::flow::{Event, Model, OnResult, Owner, Shown};
use crate::model::{Answer, Pack, Phrase, QuestionAt, Verdict};
use crate::words;

/// The screen of a result. What is seen first is drawn first, and the rest part by part.
pub(super) fn result(model: &Rc<Model>, shown: &Shown, report: &Report) -> Html {
    let pack = &*model.pack;
    let reading = shown.current();
    if reading.verdict == Verdict::TooFew && shown.trial.is_none() {
        return html! {
            <section class="screen column" key="too-few">
                { verdict::too_few(model, shown, report) }
            </section>
        };
    }
    let drawn = |place: u8, draw: Draw, at_once: bool| {
        html! { <Part model={Rc::clone(model)} report={report.clone()} {draw} {place} {at_once} /> }
    };
    let later = |place, draw| drawn(place, draw, false);
    let at_once = |place, draw| drawn(place, draw, true);
    html! {
        <section class="screen result" key="result">
            { verdict::summary(pack, shown, report) }
            { onward(model, shown, report) }
            <nav class="parts" aria-label={pack.say(Phrase::PartsTitle).to_owned()}>
                { jump_to(pack, Phrase::ActionsTitle, START_HERE, report) }
                { jump_to(pack, Phrase::ProfileTitle, PROFILE, report) }
                { jump_to(pack, Phrase::WeighedTitle, WEIGHED, report) }
                { jump_to(pack, Phrase::TensionsTitle, TENSIONS, report) }
                if reading.sturdiness.is_some() {
                    { jump_to(pack, Phrase::SturdyTitle, STURDINESS, report) }
                }
                { jump_to(pack, Phrase::TargetTitle, TARGET, report) }
                { jump_to(pack, Phrase::AreasTitle, AREAS, report) }
                { jump_to(pack, Phrase::ShareTitle, SHARE, report) }
            </nav>
            <div class="pair tall-right">
                { later(0, actions::start_here) }
                { at_once(1, profile::profile) }
                { later(2, reasons::weighed_most) }
            </div>
            <div class={["pair", if reading.tensions.len() < MANY { "tall-last" } else { "tall-left" }].join(" ")}>
                { later(3, reasons::tensions) }
                { later(4, sturdiness::sturdiness) }
                { later(5, sturdiness::flips) }
            </div>
            { at_once(6, target::target) }
            { later(7, examples::nearest) }
            { later(8, advice::by_area) }
            { at_once(9, share::share) }
            { later(10, further) }
            { profile::trial_bar(pack, shown, report) }
        </section>
    }
}

/// As many tensions as make their part as tall as the two others are together, or nearly so.
const MANY: usize = 2;

/// The ids of the parts that can be jumped to.
const START_HERE: &str = "start-here";
const PROFILE: &str = "profile";
const WEIGHED: &str = "weighed";
const TENSIONS: &str = "tensions";
const STURDINESS: &str = "sturdiness";
const TARGET: &str = "target";
const AREAS: &str = "areas";
const SHARE: &str = "share";

/// A way to a part of the result. A button, since the address belongs to the result itself.
/// Its class names the part too, for pages that hide some.
fn jump_to(pack: &Pack, title: Phrase, id: &'static str, report: &Report) -> Html {
    let onclick = report.reform(move |_| Event::OnResult(OnResult::PartSought(id)));
    let class = ["quiet to-", id].concat();
    html! { <button type="button" {class} {onclick}>{ pack.say(title) }</button> }
}

/// The heading of a part that can be jumped to.
fn part_heading(pack: &Pack, title: Phrase, id: &'static str) -> Html {
    html! { <h2 {id} tabindex="-1">{ pack.say(title) }</h2> }
}

/// Where to go from a result that is not one's own.
fn onward(model: &Model, shown: &Shown, report: &Report) -> Html {
    let pack = &*model.pack;
    let report = &unhurried(report);
    let way = match shown.owner {
        Owner::Own => return html! {},
        // Another tab may have cleared them.
        Owner::Earlier if model.answers.is_empty() => {
            start_afresh(model, Phrase::AnswerYourself, report)
        }
        Owner::Earlier => {
            let words = pack.say(Phrase::SeeResult);
            button("primary", words, report, || Event::ResultOpened)
        }
        Owner::Shared(_) => start_afresh(model, Phrase::AnswerYourself, report),
    };
    html! {
        <div class="actions">{ way }</div>
    }
}

/// Where to go on from one's own.
fn further(model: &Model, shown: &Shown, report: &Report) -> Html {
    let pack = &*model.pack;
    if shown.owner != Owner::Own {
        return html! {};
    }
    html! {
        <div class="actions onward">
            <a class="secondary" href="#review">{ pack.say(Phrase::ReviewAnswers) }</a>
            { button("quiet", pack.say(Phrase::NoticeBeginAfresh), &unhurried(report), || Event::BegunAfresh) }
        </div>
    }
}

/// The answers that call for something, one an item, as 'Contract: a receipt'.
fn because(pack: &Pack, shown: &Shown, questions: &[QuestionAt]) -> Html {
    questions
        .iter()
        .map(|&index| {
            let question = &pack[index];
            let answer = shown.current().answers.to(question);
            html! {
                <li key={answer_key(index, answer)}>
                    <span class="because-name">{ &question.name }</span>
                    { ": " }
                    { words::answer(pack, index, answer) }
                </li>
            }
        })
        .collect()
}

/// What tells an answer to a question from all others: what says it is another element where it changes.
fn answer_key(question: QuestionAt, answer: Answer) -> usize {
    8 * usize::from(question) + usize::from(answer.number())
}
