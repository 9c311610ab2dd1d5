//! Coming back: what the browser kept and the address decide how the widget begins, and earlier
//! answers are gone on with, put away, or brought back.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::flow::{Asking, Effect, Event, Focus, Form, Notice, Progress, Screen, Stored};
use clientele::model::{Answer, Answers};
use common::walking::{asking, opened, saved, short_client, stored};
use common::{options, pack, standing, update};

#[test]
fn resuming_goes_on_where_the_answers_end_or_fills_the_gaps() {
    let answered = |places: &[usize]| {
        places.iter().fold(Answers::default(), |answers, place| {
            let question = &pack().questions[*place];
            answers.with(question, options(question)[0])
        })
    };
    let all: Vec<usize> = (0..15).collect();
    let numbered = pack().questions.iter().enumerate();
    let short: Vec<usize> = numbered
        .filter(|(_, question)| question.short)
        .map(|(place, _)| place)
        .collect();
    let gap = (0..15).find(|place| !short.contains(place)).unwrap_or(0);
    let and_the_gap: Vec<usize> = short.iter().copied().chain([gap]).collect();
    let next_gap = (0..15)
        .find(|place| !and_the_gap.contains(place))
        .unwrap_or(0);
    let table: [(&[usize], Screen); 9] = [
        (&[], asking(0)),
        (&[0], asking(1)),
        (&[0, 1, 2], asking(3)),
        (&[0, 5], asking(6)),
        (&[14], asking(0)),
        (&[0, 1, 14], asking(2)),
        (&short, asking(gap)),
        (&and_the_gap, asking(next_gap)),
        (&all, Screen::Review),
    ];
    for (places, screen) in table {
        let (model, effects) = opened(stored(Form::Full, answered(places)), "");
        assert_eq!((&model.screen, effects), (&Screen::Start, vec![]));
        assert_eq!(model.notice, None, "the start says it by itself");
        let (model, effects) = update(model, Event::Resumed);
        assert_eq!(model.screen, screen, "{places:?}");
        assert_eq!(effects[0], Effect::Push(model.route().print()));
        assert_eq!(model.answers, answered(places));
    }
    // From gap to gap: what is answered is not asked again.
    let (mut model, _) = opened(stored(Form::Full, answered(&[0, 1, 3, 14])), "");
    let mut seen = Vec::new();
    model = update(model, Event::Resumed).0;
    while let Screen::Question(Asking { at, .. }) = model.screen {
        seen.push(at);
        model = update(model, Event::WentOn).0;
    }
    assert_eq!(seen, [2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
}

#[test]
fn beginning_afresh_forgets_and_can_be_undone() {
    let (model, _) = opened(stored(Form::Short, short_client()), "");
    let (model, effects) = update(model, Event::BegunAfresh);
    let wanted = [
        Effect::Forget,
        Effect::Push(String::new()),
        Effect::Focus(Focus::Heading),
    ];
    assert_eq!(effects, wanted);
    assert!(model.answers.is_empty());
    assert_eq!(model.screen, Screen::Start);

    let (undone, effects) = update(model.clone(), Event::ClearingUndone);
    assert_eq!((undone.form, undone.answers), (Form::Short, short_client()));
    assert_eq!(effects[0], saved(Form::Short, short_client()));
    assert_eq!(undone.notice, Some(Notice::Restored));

    // The offer stays on every screen until there is a new answer, also where a browser keeps
    // nothing; a late undo does nothing.
    let moved = update(model, Event::SaveFailed).0;
    let moved = update(moved, Event::Started(Form::Full)).0;
    let moved = update(moved, Event::AddressChanged(String::new())).0;
    assert!(matches!(moved.notice, Some(Notice::Cleared(_))));
    let first = Answer::Option(moved.pack.questions[0].options[0].number);
    let chosen = Event::OptionChosen {
        question: 0.into(),
        answer: first,
    };
    let moved = update(moved, chosen).0;
    assert_eq!(moved.notice, None);
    assert_eq!(
        update(moved.clone(), Event::ClearingUndone),
        (moved, vec![])
    );
}

#[test]
fn what_the_browser_kept_decides_how_it_begins() {
    let answers = standing(&[("offer", 1)]);
    let kept = stored(Form::Short, answers);
    let focus = vec![Effect::Focus(Focus::Heading)];
    let garbage = || Stored::Text("{\"v\":0}".to_owned());
    let aside = Effect::SetAside("{\"v\":0}".to_owned());
    let progress = Progress {
        form: Form::Short,
        answers,
    };
    let readable = Stored::Aside(progress.print());
    let table = [
        (
            Stored::Nothing,
            "#question-2",
            asking(1),
            None,
            focus.clone(),
        ),
        (
            Stored::Denied,
            "",
            Screen::Start,
            Some(Notice::NotKept),
            vec![],
        ),
        (kept.clone(), "", Screen::Start, None, vec![]),
        (
            kept.clone(),
            "#question-2",
            asking(1),
            Some(Notice::Restored),
            focus.clone(),
        ),
        (
            kept.clone(),
            "#review",
            Screen::Review,
            Some(Notice::Restored),
            focus.clone(),
        ),
        (
            kept.clone(),
            "#change-9",
            Screen::Question(Asking {
                at: 5,
                from_review: true,
            }),
            Some(Notice::Restored),
            focus.clone(),
        ),
        (
            garbage(),
            "",
            Screen::Start,
            Some(Notice::SetAside),
            vec![aside.clone()],
        ),
        (
            garbage(),
            "#question-1",
            asking(0),
            Some(Notice::SetAside),
            [vec![aside], focus].concat(),
        ),
        // Said once, and read by the version that can.
        (
            Stored::Aside("{\"v\":0}".to_owned()),
            "",
            Screen::Start,
            None,
            vec![],
        ),
        (readable.clone(), "", Screen::Start, None, vec![]),
    ];
    for (stored, fragment, screen, notice, effects) in table {
        let what = format!("{stored:?} at {fragment:?}");
        let is_kept = stored == kept || stored == readable;
        let (model, found) = opened(stored, fragment);
        assert_eq!(model.screen, screen, "{what}");
        assert_eq!(model.notice, notice, "{what}");
        assert_eq!(found, effects, "{what}");
        let (form, own) = if is_kept {
            (Form::Short, answers)
        } else {
            (Form::Full, Answers::default())
        };
        assert_eq!((model.form, model.answers), (form, own), "{what}");
    }
}

#[test]
fn a_refused_save_is_a_note_and_no_more() {
    let question = 0.into();
    let answer = Answer::Option(2);
    let (model, _) = opened(Stored::Nothing, "#question-1");
    let (model, _) = update(model, Event::OptionChosen { question, answer });
    let (noted, effects) = update(model.clone(), Event::SaveFailed);
    assert_eq!(
        (noted.notice.clone(), effects),
        (Some(Notice::NotKept), vec![])
    );
    assert_eq!(
        (&noted.screen, noted.answers),
        (&model.screen, model.answers)
    );
    let (dismissed, _) = update(noted, Event::NoticeDismissed);
    assert_eq!(dismissed, model);
}

#[test]
fn a_note_goes_with_the_step_that_leaves_its_screen() {
    let kept = stored(Form::Short, standing(&[("offer", 1)]));
    let (model, _) = opened(kept, "#question-2");
    let chosen = Event::OptionChosen {
        question: 1.into(),
        answer: Answer::DoesNotApply,
    };
    let (still, _) = update(model.clone(), chosen);
    assert_eq!(still.notice, Some(Notice::Restored));
    let leaves = [
        Event::WentOn,
        Event::WentBack,
        Event::ResultOpened,
        Event::AddressChanged("#review".to_owned()),
    ];
    for event in leaves {
        let (left, _) = update(model.clone(), event.clone());
        assert_eq!(left.notice, None, "{event:?}");
    }
}
