//! What happens on a result: shared, tried, compared, planned from. Nothing of it is ever kept.

use std::rc::Rc;

use super::event::{Effect, Focus, OnResult};
use super::share::share;
use super::state::{Model, Owner, Screen, Shown};
use crate::model::{Answers, Goal, Pack, moved, read};

/// Takes a step on a result; none where there is none.
pub(super) fn on_result(model: &mut Model, event: OnResult, effects: &mut Vec<Effect>) {
    let pack = Rc::clone(&model.pack);
    let Screen::Result(shown) = &mut model.screen else {
        return;
    };
    let shown = Rc::make_mut(shown);
    // Somebody else's result is for reading.
    let is_own = shown.owner == Owner::Own;
    shown.is_trial_over = false;
    match event {
        OnResult::PartSought(id) => effects.push(Effect::Focus(Focus::Part(id))),
        OnResult::Shared(event) => {
            effects.extend(share(&pack, &model.surroundings, shown, event).map(Effect::PassOn));
        }
        OnResult::ExampleChosen(example) => {
            shown.compared = example.filter(|example| example.of(&pack).is_some());
        }
        OnResult::TargetChosen(target) => {
            shown.goal = Some(Goal::from(&pack, &shown.reading.answers, target));
        }
        OnResult::TrialStarted if is_own => {
            shown.trial = Some(shown.reading.clone());
            effects.push(Effect::Focus(Focus::TrialPanel));
        }
        OnResult::FlipTried(place) if is_own => {
            let flips = shown.reading.all_flips(&pack);
            let answers = flips
                .get(place)
                .map(|it| moved(&pack, &shown.reading.answers, &it.moves));
            try_out(&pack, shown, answers, effects);
        }
        OnResult::PlanTried if is_own => {
            let plan = shown.goal.as_ref().and_then(|goal| goal.plan.as_ref());
            try_out(&pack, shown, plan.map(|plan| plan.answers), effects);
        }
        OnResult::TrialChosen { question, answer } if pack.offers(question, answer) => {
            if let Some(trial) = &mut shown.trial {
                let answers = trial.answers.with(&pack[question], answer);
                *trial = read(&pack, &answers);
            }
        }
        OnResult::TrialEnded if is_own => {
            shown.is_trial_over = shown.trial.take().is_some();
            effects.push(Effect::Focus(Focus::TrialButton));
        }
        OnResult::TrialStarted
        | OnResult::FlipTried(_)
        | OnResult::PlanTried
        | OnResult::TrialChosen { .. }
        | OnResult::TrialEnded => {}
    }
}

/// Tries other answers, if there are any, and leads to what they come to.
fn try_out(pack: &Pack, shown: &mut Shown, answers: Option<Answers>, effects: &mut Vec<Effect>) {
    if let Some(answers) = answers {
        shown.trial = Some(read(pack, &answers));
        effects.push(Effect::Focus(Focus::Heading));
    }
}
