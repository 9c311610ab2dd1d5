//! 'Where you want to be': a target to choose, and the smallest way there, step by step.

use yew::prelude::{Event as DomEvent, *};

use super::super::rich::rich;
use super::super::{Report, button, unhurried};
use super::{TARGET, part_heading};
use crate::flow::{Event, Model, OnResult, Owner, Shown};
use crate::model::{Pack, Phrase, Plan, Step, Target};
use crate::words;

/// The targets, and the way to the chosen one.
pub(super) fn target(model: &Model, shown: &Shown, report: &Report) -> Html {
    let pack = &*model.pack;
    let goal = shown.goal.as_ref();
    let chosen = goal.map(|goal| goal.target);
    html! {
        <section class="panel target">
            { part_heading(pack, Phrase::TargetTitle, TARGET) }
            <p class="hint">{ pack.say(Phrase::TargetLead) }</p>
            <fieldset class="choices targets">
                <legend>{ pack.say(Phrase::TargetQuestion) }</legend>
                { for Target::ALL.into_iter().map(|it| choice(pack, it, chosen, report)) }
            </fieldset>
            // Read out: how much there is to change, not all of it.
            <div role="status">
                if let Some(goal) = goal {
                    <p key={goal.target as u8}><strong>{ outcome(pack, goal.plan.as_ref()) }</strong></p>
                }
            </div>
            if let Some(plan) = goal.and_then(|goal| goal.plan.as_ref()).filter(|plan| !plan.steps.is_empty()) {
                { way(pack, shown, plan, report) }
            }
        </section>
    }
}

fn choice(pack: &Pack, target: Target, chosen: Option<Target>, report: &Report) -> Html {
    let onchange = unhurried(report)
        .reform(move |_: DomEvent| Event::OnResult(OnResult::TargetChosen(target)));
    let is_chosen = chosen == Some(target);
    html! {
        <label key={target as u8} class="choice">
            <input type="radio" name="target" checked={is_chosen} {onchange} />
            <span>{ words::target(pack, target) }</span>
        </label>
    }
}

/// What there is to say of a way in a sentence, be it none.
fn outcome(pack: &Pack, plan: Option<&Plan>) -> String {
    match plan {
        None => pack.say(Phrase::TargetNoWay).to_owned(),
        Some(plan) if plan.steps.is_empty() => pack.say(Phrase::TargetReached).to_owned(),
        Some(plan) => words::things_to_change(pack, plan),
    }
}

fn way(pack: &Pack, shown: &Shown, plan: &Plan, report: &Report) -> Html {
    html! {
        <>
            if plan.target.is_second_offer() {
                <p>{ pack.say(Phrase::TargetSecond) }</p>
            }
            <ol class="actions-list" key={plan.target as u8}>
                { for plan.steps.iter().map(|it| step(pack, shown, plan, it)) }
            </ol>
            { begins(pack, plan) }
            <p class="hint">{ pack.say(Phrase::TargetStays) }</p>
            if shown.owner == Owner::Own && shown.trial.is_none() {
                { button("secondary", pack.say(Phrase::TargetTry), &unhurried(report), || Event::OnResult(OnResult::PlanTried)) }
            }
        </>
    }
}

/// The tensions that the way itself would bring.
fn begins(pack: &Pack, plan: &Plan) -> Html {
    if plan.begins.is_empty() {
        return html! {};
    }
    html! {
        <>
            <p>{ pack.say(Phrase::TargetBegins) }</p>
            <ul class="begins">
                { for plan.begins.iter().map(|index| {
                    let tension = &pack[*index];
                    html! {
                        <li key={tension.id.as_str()}>
                            <strong>{ &tension.title }</strong>
                            { " – " }
                            { rich(pack, &tension.risk) }
                        </li>
                    }
                }) }
            </ul>
        </>
    }
}

fn step(pack: &Pack, shown: &Shown, plan: &Plan, step: &Step) -> Html {
    let index = step.change.question;
    let question = &pack[index];
    let from = words::answer(pack, index, shown.reading.answers.to(question));
    let (phrase, to) = words::leads_to(pack, plan, step);
    let ended = step.ends.iter().map(|index| &*pack[*index].title);
    let ended: Vec<&str> = ended.collect();
    html! {
        <li key={question.id.as_str()}>
            <h3>{ &question.name }</h3>
            { labelled(pack, Phrase::TargetFrom, from) }
            { labelled(pack, phrase, to) }
            if !ended.is_empty() {
                { labelled(pack, Phrase::TargetEnds, &ended.join("; ")) }
            }
            { labelled(pack, Phrase::AdviceMonday, words::first_act(pack, step)) }
            if let Some(index) = step.advice {
                { labelled(pack, Phrase::TargetHow, &pack[index].title) }
            }
            if let Some(costs) = words::costs(pack, plan, step) {
                { labelled(pack, Phrase::TargetCost, costs) }
            }
        </li>
    }
}

/// A line of a step: what kind of thing it says, and the thing.
fn labelled(pack: &Pack, phrase: Phrase, said: &str) -> Html {
    html! { <p><span class="monday-label">{ pack.say(phrase) }</span>{ " " }{ said }</p> }
}
