//! What happens on a result: shared, tried, compared, planned from. Nothing of it is ever kept.

use std::rc::Rc;

use super::event::{Effect, Event, Focus};
use super::share::share;
use super::state::{Goal, Model, Owner, Screen, Shown, Trial};
use super::update::is_offered;
use crate::model::{Pack, moved, plan, read};

/// Takes a step on a result; nothing where there is none.
pub(super) fn on_result(model: &mut Model, event: Event, effects: &mut Vec<Effect>) {
    let pack = Rc::clone(&model.pack);
    let Screen::Result(shown) = &mut model.screen else {
        return;
    };
    match event {
        Event::PartSought(id) => effects.push(Effect::Focus(Focus::Part(id))),
        Event::Shared(event) => share(&pack, &model.host, shown, event, effects),
        Event::ExampleChosen(example) => {
            shown.compared = example.filter(|example| usize::from(*example) < pack.examples.len());
        }
        Event::TargetChosen(target) => {
            let plan = plan(&pack, &shown.answers, target);
            shown.goal = Some(Goal { target, plan });
        }
        // Somebody else's result is for reading.
        event if shown.owner == Owner::Own => try_out(&pack, shown, &event, effects),
        _ => {}
    }
}

fn try_out(pack: &Pack, shown: &mut Shown, event: &Event, effects: &mut Vec<Effect>) {
    match event {
        Event::TrialStarted => {
            shown.trial = Some(Trial {
                answers: shown.answers,
                reading: shown.reading.clone(),
            });
            effects.push(Effect::Focus(Focus::TrialPanel));
        }
        Event::FlipTried(place) => {
            let mut flips = shown.reading.all_flips(pack, &shown.answers);
            let Some(flip) = flips.nth(*place) else {
                return;
            };
            let answers = moved(pack, &shown.answers, &flip.moves);
            shown.trial = Some(Trial::of(pack, answers));
            effects.push(Effect::Focus(Focus::Heading));
        }
        Event::PlanTried => {
            let Some(plan) = shown.goal.as_ref().and_then(|goal| goal.plan.as_ref()) else {
                return;
            };
            shown.trial = Some(Trial::of(pack, plan.answers));
            effects.push(Effect::Focus(Focus::Heading));
        }
        Event::TrialChosen { question, answer } => {
            if let Some(trial) = &mut shown.trial
                && is_offered(pack, *question, *answer)
            {
                trial.answers = trial.answers.with(pack.question(*question), *answer);
                trial.reading = read(pack, &trial.answers);
            }
        }
        Event::TrialEnded => {
            shown.trial = None;
            effects.push(Effect::Focus(Focus::TrialButton));
        }
        _ => {}
    }
}
