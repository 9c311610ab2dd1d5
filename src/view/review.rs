//! All answers at a glance, each with a way to change it.

use yew::prelude::*;

use super::{Report, button, heading};
use crate::flow::{Event, Form, Model};
use crate::model::{Answer, Phrase, SectionAt};
use crate::route::Route;
use crate::words;

/// The review screen.
pub(super) fn review(model: &Model, report: &Report) -> Html {
    let pack = &*model.pack;
    let answered = model.answered();
    let counts = [
        ("answered", answered.to_string()),
        ("total", model.total().to_string()),
        ("least", pack.judgement.least_answers.to_string()),
    ];
    let counts: Vec<(&str, &str)> = counts.iter().map(|(id, n)| (*id, n.as_str())).collect();
    let can_say = model.has_verdict();
    let (lead, counts) = if can_say {
        (Phrase::ReviewLead, &counts[..2])
    } else {
        (Phrase::ReviewTooFew, &counts[..])
    };
    // Where nothing applies, there is nothing to go on with.
    let has_way = can_say || model.first_open().is_some();
    let onward = || {
        let (phrase, event): (_, fn() -> Event) = if can_say {
            (Phrase::SeeResult, || Event::ResultOpened)
        } else {
            (Phrase::AnswerMore, || Event::Resumed)
        };
        button("primary", pack.say(phrase), report, event)
    };
    html! {
        <section class="screen column" key="review">
            { heading(pack.say(Phrase::ReviewTitle)) }
            <p class="lead">{ pack.fill(lead, counts) }</p>
            if has_way {
                <div class="actions">{ onward() }</div>
            }
            { for SectionAt::numbered(&pack.sections).map(|(section, named)| html! {
                <div class="review-section" key={u8::from(section)}>
                    <h2>{ &named.name }</h2>
                    <dl>{ rows(model, section) }</dl>
                </div>
            }) }
            <div class="actions between">
                { button("quiet", pack.say(Phrase::Back), report, || Event::WentBack) }
                <div class="actions">
                    if model.form == Form::Short {
                        { button("secondary", pack.say(Phrase::ExtendShort), report, || Event::OthersAskedFor) }
                    }
                    if has_way {
                        { onward() }
                    }
                </div>
            </div>
        </section>
    }
}

fn rows(model: &Model, section: SectionAt) -> Html {
    let pack = &*model.pack;
    model
        .asked()
        .enumerate()
        .filter(|(_, (_, question))| question.section == section)
        .map(|(at, (index, question))| {
            let answer = model.answers.to(question);
            let class = match answer {
                Answer::Unanswered => "answer missing",
                _ => "answer",
            };
            let phrase = match answer {
                Answer::Unanswered => Phrase::ReviewAnswer,
                _ => Phrase::ReviewChange,
            };
            let href = format!("#{}", Route::Change(at + 1).print());
            html! {
                <div class="review-row" key={question.id.as_str()}>
                    <dt>{ &question.title }</dt>
                    <dd {class}>{ words::answer(pack, index, answer) }</dd>
                    <dd class="change">
                        <a {href}>
                            { pack.say(phrase) }
                            <span class="unseen">{ "– " }{ &question.title }</span>
                        </a>
                    </dd>
                </div>
            }
        })
        .collect()
}
