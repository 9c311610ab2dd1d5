//! What the page's own scripts are told, and when: the visitor's own answers and results alone.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::fmt::Write;
use std::rc::Rc;

use clientele::flow::{
    Detail, Effect, Event, Field, Form, Model, OnResult, Owner, Screen, Sharing, Stored, Told,
    launch, update,
};
use clientele::model::{Answer, Answers, QuestionAt, encode};
use common::walking::stored;
use common::{any_answers, example, pack, question, short_form};
use proptest::prelude::*;

/// What is told, each thing as a line: `started length=full total=15`.
fn told(effects: &[Effect]) -> Vec<String> {
    let told = effects.iter().filter_map(|effect| match effect {
        Effect::Tell(told) => Some(line(told)),
        _ => None,
    });
    told.collect()
}

fn line(told: &Told) -> String {
    let mut line = told.name.to_owned();
    for (name, detail) in &told.details {
        let value = match detail {
            Detail::Nothing => "null".to_owned(),
            Detail::Number(number) => number.to_string(),
            Detail::Text(text) => format!("'{text}'"),
        };
        write!(line, " {name}={value}").expect("text grows");
    }
    line
}

/// As `walking::opened`, with what is told.
fn begun(own: Option<(Form, Answers)>, fragment: &str) -> (Model, Vec<Effect>) {
    let kept = own.map_or(Stored::Nothing, |(form, answers)| stored(form, answers));
    launch(Rc::new(pack().clone()), kept, None, fragment)
}

fn place_of(id: &str) -> QuestionAt {
    let mut numbered = QuestionAt::numbered(&pack().questions);
    let found = numbered.find(|(_, it)| it.id == id);
    found.expect("a question of this id").0
}

const READY: &str = "ready language='en-GB' total=15";

#[test]
fn each_beginning_is_told_once() {
    let law_firm = example("law-firm");
    let code = encode(&law_firm);
    let result = format!(
        "result verdict='client' title='You serve clients' score=71 code='{code}' answered=15 \
         total=15 length='full'"
    );
    for (own, fragment, wanted) in [
        (None, "", vec![READY.to_owned()]),
        (None, "#?secret=abc", vec![READY.to_owned()]),
        (None, "#question-3", vec![READY.to_owned()]),
        // Somebody else's result, a label, and a link that opens nothing.
        (None, &*format!("#{code}"), vec![READY.to_owned()]),
        (
            Some(law_firm),
            &format!("#{code}~Acme"),
            vec![READY.to_owned()],
        ),
        (Some(law_firm), "#1x", vec![READY.to_owned()]),
        // One's own.
        (
            Some(law_firm),
            &format!("#{code}"),
            vec![READY.to_owned(), result],
        ),
    ] {
        let (_, effects) = begun(own.map(|answers| (Form::Full, answers)), fragment);
        assert_eq!(told(&effects), wanted, "{fragment}");
    }
    let (_, effects) = begun(Some((Form::Short, law_firm)), "");
    assert_eq!(told(&effects), ["ready language='en-GB' total=6"]);
}

#[test]
fn forms_and_answers_are_told_as_they_come() {
    let first = question("contract");
    let place = place_of("contract");
    let option = |at: usize| &first.options[at];
    let choose = |answer| Event::OptionChosen {
        question: place,
        answer,
    };
    let number = 1 + usize::from(place);
    let answered = |option: &str, text: &str, answers: Answers, count: u8| {
        vec![format!(
            "answered question='contract' number={number} title='{}' option={option} \
             text='{text}' answered={count} total=15 code='{}'",
            first.title,
            encode(&answers)
        )]
    };
    let with = |answer| Answers::default().with(first, answer);
    let (mut model, _) = begun(None, "");
    for (event, wanted) in [
        (
            Event::Started(Form::Full),
            vec!["started length='full' total=15".to_owned()],
        ),
        (
            choose(Answer::Option(option(1).number)),
            answered(
                &option(1).number.to_string(),
                &option(1).text,
                with(Answer::Option(option(1).number)),
                1,
            ),
        ),
        // The same again is no change.
        (choose(Answer::Option(option(1).number)), vec![]),
        (
            Event::DigitPressed {
                question: place,
                answer: Answer::DoesNotApply,
            },
            answered(
                "'does-not-apply'",
                "Doesn’t apply",
                with(Answer::DoesNotApply),
                1,
            ),
        ),
        (
            choose(Answer::Unanswered),
            answered("null", "", Answers::default(), 0),
        ),
        // What the pack doesn't have is no answer.
        (choose(Answer::Option(200)), vec![]),
        (Event::WentOn, vec![]),
        (Event::WentBack, vec![]),
        (Event::AddressChanged("review".to_owned()), vec![]),
        (
            Event::Started(Form::Short),
            vec!["started length='short' total=6".to_owned()],
        ),
        (
            Event::OthersAskedFor,
            vec!["started length='full' total=15".to_owned()],
        ),
        // In the full form nothing begins by it.
        (Event::OthersAskedFor, vec![]),
        (Event::BegunAfresh, vec![]),
    ] {
        let (next, effects) = update(model, event.clone());
        assert_eq!(told(&effects), wanted, "{event:?}");
        model = next;
    }
}

#[test]
fn the_number_of_a_question_is_its_place_in_the_form() {
    let (mut model, _) = begun(None, "");
    model.form = Form::Short;
    for (number, asked) in (1..).zip(short_form()) {
        let event = Event::OptionChosen {
            question: place_of(&asked.id),
            answer: Answer::DoesNotApply,
        };
        let (_, effects) = update(model.clone(), event);
        let told = told(&effects).join("");
        assert!(told.contains(&format!(" number={number} ")), "{told}");
    }
}

#[test]
fn an_own_result_is_told_each_time_it_is_opened() {
    let law_firm = example("law-firm");
    let fragment = format!("#{}", encode(&law_firm));
    let (model, _) = begun(Some((Form::Full, law_firm)), "");
    let is_result = |effects: &[Effect]| {
        let told = told(effects);
        told.len() == 1 && told[0].starts_with("result verdict='client' ")
    };
    let (model, effects) = update(model, Event::ResultOpened);
    assert!(is_result(&effects));
    let (model, effects) = update(model, Event::AddressChanged("#review".to_owned()));
    assert_eq!(told(&effects), Vec::<String>::new());
    let (model, effects) = update(model, Event::AddressChanged(fragment));
    assert!(is_result(&effects));
    // Another tab that keeps something opens nothing here.
    let (_, effects) = update(model, Event::ProgressChanged(None));
    assert_eq!(told(&effects), Vec::<String>::new());
}

#[test]
fn the_verdicts_have_stable_names() {
    let short = short_form();
    let two = Answers::default().with(short[0], Answer::Option(1));
    for (answers, verdict, is_scored) in [
        (example("law-firm"), "client", true),
        (example("it-service-firm"), "two-track", true),
        (two, "too-few", false),
    ] {
        let (model, _) = begun(Some((Form::Full, answers)), "");
        let (_, effects) = update(model, Event::ResultOpened);
        let told = told(&effects).join("");
        let wanted = format!("result verdict='{verdict}' ");
        assert!(told.starts_with(&wanted), "{told}");
        assert_eq!(told.contains(" score=null "), !is_scored, "{told}");
    }
}

#[test]
fn a_what_if_is_told_to_nobody() {
    let (model, _) = begun(Some((Form::Full, example("law-firm"))), "");
    let (mut model, _) = update(model, Event::ResultOpened);
    for event in [
        Event::OnResult(OnResult::TrialStarted),
        Event::OnResult(OnResult::TrialChosen {
            question: 0.into(),
            answer: Answer::DoesNotApply,
        }),
        Event::OnResult(OnResult::TrialEnded),
        Event::OnResult(OnResult::FlipTried(0)),
        Event::OnResult(OnResult::TrialEnded),
    ] {
        let (next, effects) = update(model, event.clone());
        assert_eq!(told(&effects), Vec::<String>::new(), "{event:?}");
        model = next;
    }
}

#[test]
fn what_somebody_types_is_told_to_nobody() {
    let (model, _) = begun(Some((Form::Full, example("law-firm"))), "");
    let (mut model, _) = update(model, Event::ResultOpened);
    for field in [Field::Label, Field::Source, Field::Medium, Field::Campaign] {
        let typed = Sharing::Typed(field, "Secret".to_owned());
        let (next, effects) = update(model, Event::OnResult(OnResult::Shared(typed)));
        assert_eq!(told(&effects), Vec::<String>::new());
        model = next;
    }
    let (_, effects) = update(model, Event::ResultOpened);
    assert!(!told(&effects).join("").contains("Secret"));
}

proptest! {
    /// Whatever anybody shares and whatever one's own answers are: only one's own result is told.
    #[test]
    fn a_result_is_told_just_when_it_is_ones_own(own in any_answers(), other in any_answers()) {
        let (model, _) = begun(Some((Form::Full, own)), "");
        for address in [encode(&own), encode(&other), encode(&own) + "~Name"] {
            let (model, effects) = update(model.clone(), Event::AddressChanged(address));
            let is_own = matches!(&model.screen, Screen::Result(shown) if shown.owner == Owner::Own);
            prop_assert_eq!(!told(&effects).is_empty(), is_own);
        }
    }
}
