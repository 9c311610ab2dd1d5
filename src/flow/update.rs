//! The one step from a model and an event to the next model and what has to be done outside.

use super::event::{Effect, Event, Focus};
use super::progress::Progress;
use super::share::share;
use super::state::{Asking, Form, Goal, Model, Notice, Owner, Screen, Shown, Trial};
use super::told;
use crate::model::{Answer, Answers, LinkError, Pack, decode, plan, read};
use crate::route::Route;

/// Takes a step. Pure: whatever has to happen outside is in the effects, in order.
#[must_use]
pub fn update(mut model: Model, event: Event) -> (Model, Vec<Effect>) {
    let mut effects = Vec::new();
    step(&mut model, event, &mut effects);
    (model, effects)
}

fn step(model: &mut Model, event: Event, effects: &mut Vec<Effect>) {
    match event {
        Event::Started(form) => {
            model.form = form;
            save(model, effects);
            effects.push(told::started(model));
            open_question(model, 0, effects);
        }
        Event::Resumed => match model.resume_at() {
            Some(at) => open_question(model, at, effects),
            None => open(model, Route::Review, effects),
        },
        Event::BegunAfresh => {
            let cleared = Notice::Cleared {
                form: model.form,
                answers: model.answers,
            };
            model.answers = Answers::default();
            effects.push(Effect::Forget);
            open(model, Route::Start, effects);
            model.notice = Some(cleared);
        }
        Event::ClearingUndone => {
            if let Some(Notice::Cleared { form, answers }) = model.notice.take() {
                model.form = form;
                model.answers = answers;
                save(model, effects);
                effects.push(Effect::Focus(Focus::Heading));
            }
        }
        Event::OptionChosen { question, answer } => choose(model, question, answer, effects),
        Event::DigitPressed { question, answer } => {
            choose(model, question, answer, effects);
            effects.push(Effect::Focus(Focus::Option(place_of(
                model, question, answer,
            ))));
        }
        Event::OptionsEntered => {
            if let Screen::Question(asking) = &model.screen {
                let (index, question) = model.question_at(asking.at);
                let place = place_of(model, index, model.answers.to(question));
                effects.push(Effect::Focus(Focus::Option(place)));
            }
        }
        Event::WentOn => go_on(model, effects),
        Event::WentBack => go_back(model, effects),
        Event::QuestionOpened(at) => open(model, Route::Change(at.saturating_add(1)), effects),
        Event::ReviewOpened => open(model, Route::Review, effects),
        Event::ResultOpened => open_own_result(model, effects),
        Event::Extended => {
            model.form = Form::Full;
            save(model, effects);
            effects.push(told::started(model));
            let first_open = model
                .asked()
                .position(|(_, question)| model.answers.to(question) == Answer::Unanswered);
            match first_open {
                Some(at) => open_question(model, at, effects),
                None => open(model, Route::Review, effects),
            }
        }
        Event::StartOpened => open(model, Route::Start, effects),
        Event::AddressChanged(fragment) => {
            leave_notice(model);
            show(model, Route::parse(&fragment));
            effects.push(Effect::Focus(Focus::Heading));
            told::result(model, effects);
        }
        Event::TargetChosen(target) => {
            if let Screen::Result(shown) = &mut model.screen {
                let plan = plan(&model.pack, &shown.answers, target);
                shown.goal = Some(Goal { target, plan });
            }
        }
        Event::TrialStarted
        | Event::TrialChosen { .. }
        | Event::FlipTried(_)
        | Event::PlanTried
        | Event::TrialEnded => try_out(model, &event, effects),
        Event::PartSought(id) => effects.push(Effect::Focus(Focus::Part(id))),
        Event::ProgressChanged(kept) => adopt(model, kept.as_deref()),
        Event::Shared(event) => {
            if let Screen::Result(shown) = &mut model.screen {
                share(&model.pack, &model.host, shown, event, effects);
            }
        }
        Event::ExampleChosen(example) => {
            if let Screen::Result(shown) = &mut model.screen {
                shown.compared =
                    example.filter(|example| usize::from(*example) < model.pack.examples.len());
            }
        }
        Event::SaveFailed => model.notice = Some(Notice::NotKept),
        Event::NoticeDismissed => {
            model.notice = None;
            effects.push(Effect::Focus(Focus::Heading));
        }
    }
}

/// Shows what an address asks for.
pub(super) fn show(model: &mut Model, route: Route) {
    let asking = |number: usize, change: bool| {
        Screen::Question(Asking {
            at: number.clamp(1, model.total()) - 1,
            change,
        })
    };
    model.screen = match route {
        Route::Start => Screen::Start,
        Route::Question(number) => asking(number, false),
        Route::Change(number) => asking(number, true),
        Route::Review => Screen::Review,
        Route::Result { code, label } => match decode(&model.pack, &code) {
            Ok(answers) => {
                let is_own = answers == model.answers && label.is_none();
                let owner = if is_own {
                    Owner::Own
                } else if label.is_none() && model.seen.contains(&answers) {
                    Owner::Earlier
                } else {
                    Owner::Shared(label)
                };
                Screen::Result(Box::new(Shown::new(&model.pack, owner, answers)))
            }
            Err(error) => Screen::Refused(error),
        },
        Route::Foreign => Screen::Refused(LinkError::Foreign),
    };
}

/// Shows what an address asks for, and puts the address into the history.
fn open(model: &mut Model, route: Route, effects: &mut Vec<Effect>) {
    leave_notice(model);
    show(model, route);
    effects.push(Effect::Push(model.route().print()));
    effects.push(Effect::Focus(Focus::Heading));
}

fn open_question(model: &mut Model, at: usize, effects: &mut Vec<Effect>) {
    open(model, Route::Question(at + 1), effects);
}

fn open_own_result(model: &mut Model, effects: &mut Vec<Effect>) {
    let shown = Shown::new(&model.pack, Owner::Own, model.answers);
    leave_notice(model);
    if !model.seen.contains(&model.answers) {
        model.seen.push(model.answers);
    }
    model.screen = Screen::Result(Box::new(shown));
    effects.push(Effect::Push(model.route().print()));
    effects.push(Effect::Focus(Focus::Heading));
    told::result(model, effects);
}

fn go_on(model: &mut Model, effects: &mut Vec<Effect>) {
    let Screen::Question(asking) = model.screen else {
        return;
    };
    if asking.change || asking.at + 1 >= model.total() {
        open(model, Route::Review, effects);
    } else {
        open_question(model, asking.at + 1, effects);
    }
}

fn go_back(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.screen {
        Screen::Question(asking) if asking.change => open(model, Route::Review, effects),
        Screen::Question(Asking { at: 0, .. }) => open(model, Route::Start, effects),
        Screen::Question(asking) => open_question(model, asking.at - 1, effects),
        Screen::Review => open_question(model, model.total() - 1, effects),
        Screen::Start | Screen::Result(_) | Screen::Refused(_) => {}
    }
}

/// What another tab keeps is as much the visitor's own: this tab goes on from there, or it would
/// write over it. Whatever can't be read is left to the tab that wrote it.
fn adopt(model: &mut Model, kept: Option<&str>) {
    let progress = kept.map(|kept| Progress::parse(&model.pack, kept));
    match progress {
        None => model.answers = Answers::default(),
        Some(Ok(progress)) => {
            model.form = progress.form;
            model.answers = progress.answers;
        }
        Some(Err(_)) => return,
    }
    // A result on show has to know anew whose it is; a question keeps its place in its form.
    if !matches!(model.screen, Screen::Refused(_)) {
        show(model, model.route());
    }
}

/// Puts the notice away with the step that leaves its screen, but for the way back to cleared
/// answers: that stays until there is a new one.
fn leave_notice(model: &mut Model) {
    if !matches!(model.notice, Some(Notice::Cleared { .. })) {
        model.notice = None;
    }
}

fn choose(model: &mut Model, question: u8, answer: Answer, effects: &mut Vec<Effect>) {
    if is_offered(&model.pack, question, answer) {
        if matches!(model.notice, Some(Notice::Cleared { .. })) {
            model.notice = None;
        }
        let before = model.answers;
        model.answers = before.with(model.pack.question(question), answer);
        save(model, effects);
        if model.answers != before {
            effects.push(told::answered(model, question));
        }
    }
}

/// Whether the pack has the question, and the question the answer: nothing else is kept, or the
/// next visit could not read it back.
fn is_offered(pack: &Pack, question: u8, answer: Answer) -> bool {
    let question = pack.questions.get(usize::from(question));
    question.is_some_and(|question| match answer {
        Answer::Option(number) => question.option(number).is_some(),
        Answer::Unanswered | Answer::DoesNotApply => true,
    })
}

fn save(model: &Model, effects: &mut Vec<Effect>) {
    let progress = Progress {
        form: model.form,
        answers: model.answers,
    };
    effects.push(Effect::Save(progress.print()));
}

/// The place of an answer among the choices of its question: 'Doesn't apply' is the last; an
/// unanswered question begins at its first.
fn place_of(model: &Model, question: u8, answer: Answer) -> usize {
    let options = &model.pack.question(question).options;
    match answer {
        Answer::Unanswered => 0,
        Answer::DoesNotApply => options.len(),
        Answer::Option(number) => options
            .iter()
            .position(|option| option.number == number)
            .unwrap_or(0),
    }
}

fn try_out(model: &mut Model, event: &Event, effects: &mut Vec<Effect>) {
    let pack = std::rc::Rc::clone(&model.pack);
    let Screen::Result(shown) = &mut model.screen else {
        return;
    };
    // Somebody else's result is for reading.
    if shown.owner != Owner::Own {
        return;
    }
    match event {
        Event::TrialStarted => {
            shown.trial = Some(Trial {
                answers: shown.answers,
                reading: shown.reading.clone(),
            });
            effects.push(Effect::Focus(Focus::TrialPanel));
        }
        Event::FlipTried(place) => {
            let Some(flip) = shown.reading.flips.get(*place) else {
                return;
            };
            let answers = flip.moves.iter().fold(shown.answers, |answers, step| {
                answers.with(pack.question(step.question), Answer::Option(step.to))
            });
            shown.trial = Some(Trial::of(&pack, answers));
            effects.push(Effect::Focus(Focus::Heading));
        }
        Event::PlanTried => {
            let Some(plan) = shown.goal.as_ref().and_then(|goal| goal.plan.as_ref()) else {
                return;
            };
            shown.trial = Some(Trial::of(&pack, plan.answers));
            effects.push(Effect::Focus(Focus::Heading));
        }
        Event::TrialChosen { question, answer } => {
            if let Some(trial) = &mut shown.trial
                && is_offered(&pack, *question, *answer)
            {
                trial.answers = trial.answers.with(pack.question(*question), *answer);
                trial.reading = read(&pack, &trial.answers);
            }
        }
        _ => {
            shown.trial = None;
            effects.push(Effect::Focus(Focus::TrialButton));
        }
    }
}
