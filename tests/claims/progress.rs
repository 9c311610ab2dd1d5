//! Progress as it is kept between visits.

use std::rc::Rc;

use clientele::flow::{
    Effect, Event, Model, Notice, Progress, Stored, launch, launch_form, take_over, update,
};
use clientele::model::{Answer, Pack};

/// What was stored is read as what would be stored again, or is put aside as it was: it is
/// never lost, and nothing is ever made of half of it. Both apps and another tab say the same.
pub(crate) fn progress(pack: &Rc<Pack>, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let parsed = Progress::parse(pack, &text);
    if let Ok(progress) = &parsed {
        // What the page wrote before its app is read, but never written again.
        assert!(text.starts_with("0 ") || progress.print() == text);
        assert_eq!(Progress::parse(pack, &progress.print()), Ok(*progress));
        let over = take_over(Rc::clone(pack), &text, "review").0;
        assert_eq!(over.progress(), *progress);
        assert_eq!(over.notice, None);
    }

    let stored = || Stored::Text(text.clone());
    for (model, effects) in [
        launch(Rc::clone(pack), stored(), None, ""),
        launch_form(Rc::clone(pack), stored(), None, ""),
    ] {
        let is_set_aside = effects.contains(&Effect::SetAside(text.clone()));
        assert_eq!(is_set_aside, parsed.is_err());
        if let Ok(progress) = &parsed {
            assert_eq!(model.progress(), *progress);
        } else {
            assert!(model.answers.is_empty());
            assert_eq!(model.notice, Some(Notice::SetAside));
        }
        assert_saved(model);
    }

    // What was done before the app was there goes before whatever was kept, and is kept itself.
    let (early, effects) = launch_form(Rc::clone(pack), Stored::Nothing, Some(&text), "");
    if let Ok(progress) = &parsed {
        assert_eq!(early.progress(), *progress);
        assert!(effects.contains(&Effect::Save(progress.print())));
    } else {
        assert!(early.answers.is_empty());
    }

    let (empty, _) = launch(Rc::clone(pack), Stored::Nothing, None, "review");
    let (told, effects) = update(empty.clone(), Event::ProgressChanged(Some(text.clone())));
    // This tab must not write over what the other one wrote.
    assert!(!effects.iter().any(|it| matches!(it, Effect::Save(_))));
    if let Ok(progress) = &parsed {
        assert_eq!(told.progress(), *progress);
    } else {
        assert_eq!((told.screen, told.answers), (empty.screen, empty.answers));
        assert_eq!(told.notice, Some(Notice::SetAside));
        assert_eq!(effects, [Effect::SetAside(text)]);
    }
    parsed.is_ok()
}

/// An answer on top of it is kept, and what is kept is read as the same.
fn assert_saved(model: Model) {
    let pack = Rc::clone(&model.pack);
    let number = pack.questions[0].options[0].number;
    let chosen = Event::OptionChosen {
        question: 0.into(),
        answer: Answer::Option(number),
    };
    let (model, effects) = update(model, chosen);
    let saved = effects.iter().find_map(|it| match it {
        Effect::Save(text) => Some(text),
        _ => None,
    });
    let saved = saved.map(|text| Progress::parse(&pack, text));
    assert_eq!(saved, Some(Ok(model.progress())));
}
