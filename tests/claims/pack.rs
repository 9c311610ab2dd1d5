//! Packs as files, and as slips in a sound one.

use std::rc::Rc;

use clientele::export::{Format, Outcome, export};
use clientele::flow::{Effect, Event, Form, Screen, Stored, launch, update};
use clientele::model::{
    Answer, Answers, Goal, Linked, Pack, Phrase, QuestionAt, Target, ToolPack, ToolPhrase, read,
};

use super::answers_of;

/// Behind the last of these stand answers, so that they are tried out on the pack.
const ANSWERS: &[u8] = b"answers:";

/// Behind this, at the beginning, stand slips in a sound pack rather than a file: `at` in two bytes,
/// a byte, and what becomes of it. So what was found once is tried on the packs of every later day,
/// too, which would refuse a file of an earlier one at once.
const SLIPS: &[u8] = b"slips:";

/// A pack that is taken holds together: it comes back from its own bytes, any answers can be read
/// with it, and the whole form can be walked to its result.
///
/// `sound` is what slips are made in: [`small`].
pub(crate) fn pack(sound: &[u8], bytes: &[u8]) -> bool {
    let (file, given) = match bytes.windows(ANSWERS.len()).rposition(|it| it == ANSWERS) {
        Some(at) => (&bytes[..at], &bytes[at + ANSWERS.len()..]),
        None => (bytes, &[][..]),
    };
    match file.strip_prefix(SLIPS) {
        Some(slips) => holds_together(&slipped(sound, slips), given),
        None => holds_together(file, given),
    }
}

/// The bytes of a pack with a few of them changed, taken out or doubled.
fn slipped(sound: &[u8], slips: &[u8]) -> Vec<u8> {
    let mut bytes = sound.to_vec();
    for slip in slips.chunks_exact(4) {
        let at = usize::from(u16::from_le_bytes([slip[0], slip[1]])) % bytes.len().max(1);
        match slip[3] % 5 {
            _ if bytes.is_empty() => break,
            0 => bytes[at] = slip[2],
            1 => bytes[at] = bytes[at].wrapping_add(slip[2]),
            2 => bytes.insert(at, slip[2]),
            3 => drop(bytes.remove(at)),
            _ => bytes.extend_from_within(at..bytes.len().min(at + usize::from(slip[2]))),
        }
    }
    bytes
}

/// The real pack without most of its texts: small enough for a slip to hit something that matters.
pub(crate) fn small(pack: &Pack) -> Vec<u8> {
    let mut draft = (**pack).clone();
    for phrase in &mut draft.phrases {
        phrase.clear();
    }
    for question in &mut draft.questions {
        for text in [
            &mut question.client_costs,
            &mut question.customer_costs,
            &mut question.title,
            &mut question.example,
        ] {
            text.clear();
        }
        question.help = Linked::default();
        for option in &mut question.options {
            option.text.clear();
        }
    }
    draft.terms.clear();
    draft.advice.truncate(6);
    draft.examples.truncate(3);
    Pack::new(draft).expect("texts are free").to_bytes()
}

fn holds_together(file: &[u8], given: &[u8]) -> bool {
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
        // What is worked out where it is shown.
        let _ = reading.sturdiness_of_shape(&pack);
        let _ = reading.all_flips(&pack);
        for target in Target::ALL {
            let goal = Goal::from(&pack, &answers, target);
            let outcome = Outcome {
                reading: &reading,
                label: String::new(),
                goal: Some(&goal),
            };
            for format in [Format::Markdown, Format::Csv, Format::Json] {
                let _ = export(&pack, &outcome, "", format);
            }
        }
    }
    walk(&Rc::new(pack));
    true
}

/// From the start through every question to the result.
fn walk(pack: &Rc<Pack>) {
    let (model, _) = launch(Rc::clone(pack), Stored::Nothing, None, "");
    let (mut model, _) = update(model, Event::Started(Form::Full));
    for (at, question) in QuestionAt::numbered(&pack.questions) {
        assert!(
            matches!(&model.screen, Screen::Question(asking) if asking.at == usize::from(at)),
            "{at:?}"
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
