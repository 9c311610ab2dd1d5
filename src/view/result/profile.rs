//! The profile by dimension: a diverging scale, the same as a table, an example laid beside it,
//! and the what-if that changes answers in place.

use yew::prelude::{Event as DomEvent, *};

use super::super::{Report, answer_of, button, mark, unhurried};
use super::gauge::across;
use super::{PROFILE, answer_key, part_heading};
use crate::browser::value_of;
use crate::flow::{Event, Model, OnResult, Owner, Shown};
use crate::model::{Answer, Example, ExampleAt, Pack, Phrase, Question, Standing};
use crate::words;

/// The profile with its controls.
pub(super) fn profile(model: &Model, shown: &Shown, report: &Report) -> Html {
    let pack = &*model.pack;
    let is_trying = shown.trial.is_some();
    let places = &shown.current().profile;
    html! {
        <section class="panel profile">
            { part_heading(pack, Phrase::ProfileTitle, PROFILE) }
            <p class="hint">{ pack.say(Phrase::ProfileLead) }</p>
            // For who can't see the chart, which is hidden from them.
            <p class="unseen">{ pack.say(Phrase::ProfileHeard) }</p>
            <div class="profile-controls">
                { comparison(pack, shown, report) }
                if shown.owner == Owner::Own {
                    { trial_button(pack, is_trying, report) }
                }
            </div>
            if let Some(example) = compared(pack, shown) {
                <p class="hint" key={example.id.as_str()}>{ pack.fill(Phrase::CompareLegend, &[("name", &example.name)]) }</p>
            }
            <div class="profile-poles" aria-hidden="true">
                <span>{ mark::client() }{ pack.say(Phrase::GaugeClient) }</span>
                <span>{ pack.say(Phrase::GaugeCustomer) }{ mark::customer() }</span>
            </div>
            <ol class="chart" aria-hidden={(!is_trying).then_some("true")}>
                { for places.iter().map(|place| row(pack, shown, *place, report)) }
            </ol>
            <details class="as-table">
                <summary>{ pack.say(Phrase::ProfileAsTable) }</summary>
                <div class="scroller" tabindex="0" role="region" aria-label={pack.say(Phrase::ProfileAsTable).to_owned()}>
                    { table(pack, shown, places) }
                </div>
            </details>
        </section>
    }
}

fn trial_button(pack: &Pack, is_trying: bool, report: &Report) -> Html {
    let (phrase, event) = if is_trying {
        (Phrase::TrialEnd, Event::OnResult(OnResult::TrialEnded))
    } else {
        (Phrase::TrialStart, Event::OnResult(OnResult::TrialStarted))
    };
    let onclick = unhurried(report).reform(move |_| event.clone());
    html! {
        <button type="button" class="secondary" id="trial-button" {onclick}>
            <span key={phrase.key()}>{ pack.say(phrase) }</span>
        </button>
    }
}

fn row(pack: &Pack, shown: &Shown, place: Standing, report: &Report) -> Html {
    let question = &pack[place.question];
    let theirs = compared(pack, shown).and_then(|example| place_of(example, place));
    let own = shown.reading.profile.get(usize::from(place.question));
    let own = own.and_then(|own| own.position);
    let moved = shown.trial.is_some() && own != place.position;
    html! {
        <li key={question.id.as_str()} class={moved.then_some("moved")}>
            <span class="chart-name">{ &question.name }</span>
            <svg class="scale" width="100%" height="28" aria-hidden="true" focusable="false">
                <line x1={across(2, 2)} x2={across(-2, 2)} y1="14" y2="14" />
                // Nothing crosses the words that stand there else.
                if place.position.is_some() {
                    <line class="centre" x1="50%" x2="50%" y1="2" y2="26" />
                }
                if let Some(position) = theirs {
                    { dot(position, "theirs", true) }
                }
                if let (true, Some(position)) = (moved, own) {
                    { dot(position, "before", true) }
                }
                if let Some(position) = place.position {
                    <line class={hairline(position)} x1="50%" x2={across(position.into(), 2)} y1="14" y2="14" />
                    { dot(position, "moving", false) }
                } else {
                    <text key={place.answer.number()} x="50%" y="18" text-anchor="middle">{ words::answer(pack, place.question, place.answer) }</text>
                }
            </svg>
            <span class="chart-client">{ &question.client }</span>
            <span class="chart-customer">{ &question.customer }</span>
            if shown.trial.is_some() {
                { choice(pack, place, moved, report) }
            }
            if moved {
                <p class="hint" id={own_id(question)}>
                    { pack.fill(Phrase::TrialOwnAnswer, &[("answer", words::answer(pack, place.question, shown.reading.answers.to(question)))]) }
                </p>
            }
        </li>
    }
}

fn dot(position: i8, class: &'static str, outline: bool) -> Html {
    html! {
        <svg {class} x={across(position.into(), 2)} y="14" overflow="visible">
            { mark::shape(position.into(), outline) }
        </svg>
    }
}

fn hairline(position: i8) -> &'static str {
    if position < 0 {
        "hairline customer"
    } else {
        "hairline client"
    }
}

/// The example business that is laid beside the profile.
fn compared<'a>(pack: &'a Pack, shown: &Shown) -> Option<&'a Example> {
    shown.compared?.of(pack)
}

/// Where an example stands on the dimension of a place.
fn place_of(example: &Example, place: Standing) -> Option<i8> {
    *example.positions.get(usize::from(place.question))?
}

/// The element id of one's own answer beside another that is tried.
fn own_id(question: &Question) -> String {
    ["own-", &question.id].concat()
}

/// The control that tries another answer.
fn choice(pack: &Pack, place: Standing, moved: bool, report: &Report) -> Html {
    let question = &pack[place.question];
    let index = place.question;
    let onchange = unhurried(report).reform(move |event: DomEvent| {
        Event::OnResult(OnResult::TrialChosen {
            question: index,
            answer: answer_of(&event),
        })
    });
    let option = |answer: Answer| {
        html! {
            <option
                key={answer.number()}
                value={answer.number().to_string()}
                selected={answer == place.answer}
            >
                { words::answer(pack, index, answer) }
            </option>
        }
    };
    html! {
        <label class="trial-choice">
            <span class="hint">{ &question.title }</span>
            <select {onchange} aria-describedby={moved.then(|| own_id(question))}>
                { option(Answer::Unanswered) }
                { for question.options.iter().map(|it| option(Answer::Option(it.number))) }
                { option(Answer::DoesNotApply) }
            </select>
        </label>
    }
}

/// Which example business to lay beside the profile.
fn comparison(pack: &Pack, shown: &Shown, report: &Report) -> Html {
    let onchange = unhurried(report).reform(|event: DomEvent| {
        let chosen = value_of(&event).parse::<u8>().ok();
        Event::OnResult(OnResult::ExampleChosen(chosen.map(ExampleAt::from)))
    });
    html! {
        <label class="comparison">
            <span>{ pack.say(Phrase::CompareWith) }</span>
            <select {onchange}>
                <option key="none" value="" selected={shown.compared.is_none()}>
                    { pack.say(Phrase::CompareNone) }
                </option>
                { for ExampleAt::numbered(&pack.examples).map(|(index, example)| html! {
                    <option key={example.id.as_str()} value={u8::from(index).to_string()} selected={shown.compared == Some(index)}>
                        { &example.name }
                    </option>
                }) }
            </select>
        </label>
    }
}

fn table(pack: &Pack, shown: &Shown, places: &[Standing]) -> Html {
    let beside = shown.compared.map_or(0, |index| 1 + usize::from(index));
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{ pack.say(Phrase::TableDimension) }</th>
                    <th scope="col">{ pack.say(Phrase::TableAnswer) }</th>
                    <th scope="col">{ pack.say(Phrase::TablePlace) }</th>
                    if let Some(example) = compared(pack, shown) {
                        <th scope="col" key={example.id.as_str()}>{ &example.name }</th>
                    }
                </tr>
            </thead>
            <tbody>
                { for places.iter().map(|place| {
                    let question = &pack[place.question];
                    let answer = shown.current().answers.to(question);
                    html! {
                        // An answer's key is far below: 28 questions have less than 256 of them.
                        <tr key={256 * beside + answer_key(place.question, answer)}>
                            <th scope="row">{ &question.name }</th>
                            <td>{ words::answer(pack, place.question, answer) }</td>
                            <td>{ words::place(pack, place.position) }</td>
                            if let Some(example) = compared(pack, shown) {
                                <td>{ words::place(pack, place_of(example, *place)) }</td>
                            }
                        </tr>
                    }
                }) }
            </tbody>
        </table>
    }
}

/// What the what-if says, always in sight while there is one, and announced as it changes.
pub(super) fn trial_bar(pack: &Pack, shown: &Shown, report: &Report) -> Html {
    let trial = shown.trial.as_ref();
    let score = trial.map_or_else(String::new, |trial| words::score(pack, trial));
    let own = [("verdict", words::verdict(pack, shown.reading.verdict))];
    html! {
        <div class="trial-status" role="status" aria-atomic="false">
            if let Some(trial) = trial {
                <div class="trial-bar">
                    // Two paragraphs, or the sentences would be read as one.
                    <div class="trial-words">
                        <p key={score.as_str()}>
                            <strong>{ words::verdict(pack, trial.verdict) }</strong>
                            if !score.is_empty() {
                                { " " }
                                <span class="trial-score">{ &score }</span>
                            }
                        </p>
                        if trial.verdict != shown.reading.verdict {
                            <p class="trial-own" key="own">{ pack.fill(Phrase::TrialOwn, &own) }</p>
                        }
                    </div>
                    { button("secondary", pack.say(Phrase::TrialEnd), &unhurried(report), || Event::OnResult(OnResult::TrialEnded)) }
                </div>
            } else if shown.is_trial_over {
                // For who can't see the bar go.
                <p class="unseen">{ pack.fill(Phrase::TrialOver, &own) }</p>
            }
        </div>
    }
}
