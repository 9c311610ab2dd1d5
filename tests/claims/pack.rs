//! Packs as files.

use std::rc::Rc;

use clientele::flow::{Effect, Event, Form, Screen, Stored, launch, update};
use clientele::model::{Answer, Answers, Pack, Phrase, Target, ToolPack, ToolPhrase, plan, read};

use super::answers_of;

/// The bytes behind the last of these stand for answers, so that they are tried out on the pack.
const MARK: &[u8] = b"answers:";

/// A pack that is taken holds together: it comes back from its own bytes, any answers can be read
/// with it, and the whole form can be walked to its result.
pub(crate) fn pack(bytes: &[u8]) -> bool {
    let (file, given) = match bytes.windows(MARK.len()).rposition(|it| it == MARK) {
        Some(at) => (&bytes[..at], &bytes[at + MARK.len()..]),
        None => (bytes, &[][..]),
    };
    if let Ok(tools) = ToolPack::from_bytes(file) {
        assert_eq!(ToolPack::from_bytes(&tools.to_bytes()).as_ref(), Ok(&tools));
        for phrase in ToolPhrase::ALL {
            let _ = tools.fill(*phrase, &[("count", "2")]);
        }
    }
    let Ok(pack) = Pack::from_bytes(file) else {
        return false;
    };
    assert_eq!(Pack::from_bytes(&pack.to_bytes()).as_ref(), Ok(&pack));
    for phrase in Phrase::ALL {
        let _ = pack.fill(*phrase, &[("count", "2")]);
    }
    let ends = |last: bool| {
        let questions = pack.questions.iter();
        questions.fold(Answers::default(), |answers, question| {
            let options = &question.options;
            let option = if last {
                options.last()
            } else {
                options.first()
            };
            let answer = option.map_or(Answer::Unanswered, |it| Answer::Option(it.number));
            answers.with(question, answer)
        })
    };
    for answers in [
        Answers::default(),
        ends(false),
        ends(true),
        answers_of(&pack, given),
    ] {
        let reading = read(&pack, &answers);
        assert!((-100..=100).contains(&reading.tally.score()));
        for target in Target::ALL {
            let _ = plan(&pack, &answers, target);
        }
    }
    walk(Rc::new(pack));
    true
}

/// From the start through every question to the result.
fn walk(pack: Rc<Pack>) {
    let (model, _) = launch(Rc::clone(&pack), Stored::Nothing, "");
    let (mut model, _) = update(model, Event::Started(Form::Full));
    for (at, question) in (0u8..).zip(&pack.questions) {
        assert!(
            matches!(&model.screen, Screen::Question(asking) if asking.at == usize::from(at)),
            "question {at}"
        );
        let answer = Answer::Option(question.options[0].number);
        let chosen = Event::OptionChosen {
            question: at,
            answer,
        };
        let (next, effects) = update(model, chosen);
        assert_eq!(next.answers.to(question), answer);
        assert!(effects.iter().any(|it| matches!(it, Effect::Save(_))));
        model = update(next, Event::WentOn).0;
    }
    assert_eq!(model.screen, Screen::Review);
    let (model, _) = update(model, Event::ResultOpened);
    assert!(matches!(model.screen, Screen::Result(_)));
}
