//! The result: the verdict first, then what to do, then why.

mod actions;
mod advice;
mod examples;
mod gauge;
mod profile;
mod reasons;
mod sturdiness;
mod verdict;

use yew::prelude::*;

pub(super) use gauge::{REACH, across};
pub(super) use profile::place_words;
pub(super) use verdict::title as verdict_title;

use super::{Report, button};
use crate::flow::{Event, Form, Model, Owner, Shown};
use crate::model::{Phrase, Verdict};

/// The screen of a result.
pub(super) fn result(model: &Model, shown: &Shown, report: &Report) -> Html {
    let pack = &*model.pack;
    let reading = shown.current();
    if reading.verdict == Verdict::TooFew && shown.trial.is_none() {
        return html! {
            <section class="screen column">
                { verdict::too_few(pack, shown, report) }
            </section>
        };
    }
    let is_own = shown.owner == Owner::Own;
    html! {
        <section class="screen result">
            { verdict::summary(pack, shown) }
            if !is_own {
                <div class="actions">
                    { button("primary", pack.say(Phrase::AnswerYourself), report, Event::StartOpened) }
                </div>
            }
            <div class="pair tall-right">
                { actions::start_here(pack, shown) }
                { profile::profile(pack, shown, report) }
                { reasons::weighed_most(pack, shown) }
            </div>
            <div class="pair tall-left">
                { reasons::tensions(pack, shown) }
                { sturdiness::sturdiness(pack, shown) }
                { sturdiness::flips(pack, shown) }
            </div>
            { examples::nearest(pack, shown) }
            { advice::by_area(pack, shown) }
            if is_own {
                <div class="actions onward">
                    <a class="secondary" href="#review">{ pack.say(Phrase::ReviewAnswers) }</a>
                    if model.form == Form::Short {
                        { button("secondary", pack.say(Phrase::ExtendShort), report, Event::Extended) }
                    }
                    { button("quiet", pack.say(Phrase::NoticeBeginAfresh), report, Event::BegunAfresh) }
                </div>
            }
            { profile::trial_bar(pack, shown, report) }
        </section>
    }
}

/// Links to the answers that call for something, as 'Contract: a receipt'.
fn because(pack: &crate::model::Pack, shown: &Shown, questions: &[u8]) -> Html {
    questions
        .iter()
        .map(|&index| {
            let question = pack.question(index);
            let answer = shown.current_answers().to(question);
            html! {
                <li key={index}>
                    <span class="because-name">{ &question.name }</span>
                    { ": " }
                    { super::answer_text(pack, index, answer) }
                </li>
            }
        })
        .collect()
}
