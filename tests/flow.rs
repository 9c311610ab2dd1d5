//! The screens' walk, without a browser: what each event leads to, what it asks to be done
//! outside, and what it must never do.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::flow::{Asking, Effect, Event, Focus, Form, Model, Owner, Screen, Stored};
use clientele::model::{Answer, Answers, LinkError, QuestionAt, Verdict, encode};
use common::walking::{after, asking, opened, returned, saved, short_client, shown, stored};
use common::{at, options, pack, update};

fn fresh() -> Model {
    opened(Stored::Nothing, "").0
}

fn pushed(fragment: &str) -> Effect {
    Effect::Push(fragment.to_owned())
}

fn address(fragment: &str) -> Event {
    Event::AddressChanged(fragment.to_owned())
}

fn changing(at: usize) -> Screen {
    Screen::Question(Asking {
        at,
        from_review: true,
    })
}

fn choose(question: QuestionAt, answer: Answer) -> Event {
    Event::OptionChosen { question, answer }
}

/// Answers to all questions, all at the client's end.
fn all_client() -> Answers {
    let questions = pack().questions.iter();
    questions.fold(Answers::default(), |answers, question| {
        answers.with(question, at(question, 2))
    })
}

#[test]
fn there_is_a_verdict_once_enough_is_answered() {
    let least = usize::from(pack().judgement.least_answers);
    let of = |count: usize| {
        let questions = pack().questions.iter().take(count);
        let answers = questions.fold(Answers::default(), |answers, question| {
            answers.with(question, Answer::Option(question.options[0].number))
        });
        returned(answers, "#review").0.has_verdict()
    };
    assert_eq!([of(0), of(least - 1), of(least)], [false, false, true]);
}

#[test]
fn the_next_question_is_there_before_its_turn() {
    let drawn = |model| after(model, [Event::QuestionDrawn]);
    let first = after(fresh(), [Event::Started(Form::Full)]);
    assert!(!first.is_ahead);

    let ready = drawn(first.clone());
    assert!(ready.is_ahead);
    let (index, question) = ready.question_at(0);
    let answered = after(ready.clone(), [choose(index, options(question)[0])]);
    assert!(answered.is_ahead, "an answer leaves it there");

    let second = after(answered, [Event::WentOn]);
    assert!(!second.is_ahead, "its turn");
    let back = after(drawn(second), [Event::WentBack]);
    assert!(!back.is_ahead);

    // Nothing is behind the last question, one opened from the review, and other screens.
    let last = opened(Stored::Nothing, &format!("#question-{}", first.total())).0;
    for nowhere in [last, opened(Stored::Nothing, "#change-3").0, fresh()] {
        assert_eq!(nowhere.next(), None);
        assert!(!drawn(nowhere).is_ahead);
    }
}

#[test]
fn the_full_form_from_the_start_to_the_result() {
    let (model, effects) = opened(Stored::Nothing, "");
    assert_eq!((&model.screen, &effects), (&Screen::Start, &vec![]));

    let (mut model, effects) = update(model, Event::Started(Form::Full));
    let first = [
        saved(Form::Full, Answers::default()),
        pushed("question-1"),
        Effect::Focus(Focus::Heading),
    ];
    assert_eq!(effects, first);

    let mut answers = Answers::default();
    let total = pack().questions.len();
    for (place, (index, question)) in QuestionAt::numbered(&pack().questions).enumerate() {
        assert_eq!(model.screen, asking(place));
        assert_eq!(model.answered(), place);
        let answer = options(question)[place % question.options.len()];
        answers = answers.with(question, answer);
        let (next, effects) = update(model, choose(index, answer));
        assert_eq!(effects, [saved(Form::Full, answers)]);
        assert_eq!(next.screen, asking(place), "choosing alone does not go on");

        let (next, effects) = update(next, Event::WentOn);
        let fragment = if place + 1 < total {
            format!("question-{}", place + 2)
        } else {
            "review".to_owned()
        };
        assert_eq!(effects, [pushed(&fragment), Effect::Focus(Focus::Heading)]);
        model = next;
    }
    assert_eq!(model.screen, Screen::Review);
    assert_eq!(model.answered(), total);

    let (model, effects) = update(model, Event::ResultOpened);
    assert_eq!(
        effects,
        [pushed(&encode(&answers)), Effect::Focus(Focus::Heading)]
    );
    assert_eq!(shown(&model).owner, Owner::Own);
    assert_eq!(shown(&model).reading.answers, answers);
    assert_eq!(model.answers, answers);
}

#[test]
fn skipping_goes_on_and_saves_nothing() {
    let (model, effects) = update(after(fresh(), [Event::Started(Form::Full)]), Event::WentOn);
    assert_eq!(
        effects,
        [pushed("question-2"), Effect::Focus(Focus::Heading)]
    );
    assert!(model.answers.is_empty());
}

#[test]
fn the_short_form_extended_asks_the_rest_and_keeps_the_answers() {
    let mut model = after(fresh(), [Event::Started(Form::Short)]);
    assert_eq!(model.total(), 6);
    for place in 0..6 {
        assert_eq!(model.screen, asking(place));
        let (index, question) = model.question_at(place);
        assert!(question.short);
        let answer = at(question, 2);
        model = after(model, [choose(index, answer), Event::WentOn]);
    }
    assert_eq!(model.screen, Screen::Review);
    let model = after(model, [Event::ResultOpened]);
    assert_eq!(shown(&model).reading.verdict, Verdict::Client);

    let (model, effects) = update(model, Event::OthersAskedFor);
    // The first question that the short form left out.
    let open = pack().questions.iter().position(|question| !question.short);
    let open = open.expect("the short form is shorter");
    assert_eq!(model.screen, asking(open));
    assert_eq!(model.answers, short_client());
    assert_eq!((model.answered(), model.total()), (6, 15));
    let wanted = [
        saved(Form::Full, short_client()),
        pushed(&format!("question-{}", open + 1)),
        Effect::Focus(Focus::Heading),
    ];
    assert_eq!(effects, wanted);

    // What is answered already is not asked again; the last one that is open leads to the review.
    let mut model = model;
    let left_out = |(_, question): &(QuestionAt, &clientele::model::Question)| !question.short;
    for (index, question) in QuestionAt::numbered(&pack().questions).filter(left_out) {
        assert_eq!(model.screen, asking(index.into()));
        let answer = choose(index, at(question, 2));
        model = after(model, [answer, Event::WentOn]);
    }
    assert_eq!(model.screen, Screen::Review);
    assert_eq!(model.answered(), 15);
    // From then on the way leads from each to the next again.
    let model = after(
        model,
        [
            Event::AddressChanged("#question-4".to_owned()),
            Event::WentOn,
        ],
    );
    assert_eq!(model.screen, asking(4));
}

#[test]
fn whoever_leaves_the_filling_in_goes_on_as_ever() {
    for elsewhere in ["review", "change-2", ""] {
        let (model, _) = opened(stored(Form::Short, short_client()), "");
        let model = after(model, [Event::OthersAskedFor]);
        let back = [address(elsewhere), address("question-1"), Event::WentOn];
        assert_eq!(after(model, back).screen, asking(1), "{elsewhere}");
    }
}

#[test]
fn the_short_form_extended_with_nothing_open_shows_the_review() {
    let (model, _) = opened(stored(Form::Short, all_client()), "");
    let model = after(model, [Event::OthersAskedFor]);
    assert_eq!((model.form, &model.screen), (Form::Full, &Screen::Review));
}

#[test]
fn going_back_walks_to_the_start_and_stays_there() {
    let mut model = after(fresh(), [Event::Started(Form::Short), address("review")]);
    for (screen, fragment) in [
        (asking(5), "question-6"),
        (asking(4), "question-5"),
        (asking(3), "question-4"),
        (asking(2), "question-3"),
        (asking(1), "question-2"),
        (asking(0), "question-1"),
        (Screen::Start, ""),
    ] {
        let (next, effects) = update(model, Event::WentBack);
        assert_eq!(next.screen, screen);
        assert_eq!(effects, [pushed(fragment), Effect::Focus(Focus::Heading)]);
        model = next;
    }
    assert_eq!(update(model.clone(), Event::WentBack), (model, vec![]));
}

#[test]
fn the_browser_walks_back_and_forward_and_the_answers_stay() {
    let model = after(
        fresh(),
        [
            Event::Started(Form::Full),
            choose(0.into(), Answer::Option(1)),
        ],
    );
    let answers = model.answers;
    let code = encode(&all_client());
    let mut model = model;
    for (fragment, screen) in [
        ("#question-2", asking(1)),
        ("#question-1", asking(0)),
        ("", Screen::Start),
        ("#question-1", asking(0)),
        ("#change-3", changing(2)),
        ("#review", Screen::Review),
        ("#?secret=abc", Screen::Start),
        ("#elsewhere", Screen::Refused(LinkError::Foreign)),
        ("#question-15", asking(14)),
    ] {
        let (next, effects) = update(model, address(fragment));
        assert_eq!(next.screen, screen, "{fragment}");
        // The browser moved by itself: nothing is pushed, or Forward would be lost.
        assert_eq!(effects, [Effect::Focus(Focus::Heading)], "{fragment}");
        assert_eq!(next.answers, answers, "{fragment}");
        model = next;
    }
    let model = after(model, [address(&format!("#{code}"))]);
    assert_eq!(shown(&model).owner, Owner::Shared(None));
    assert_eq!(model.answers, answers);
}

#[test]
fn addresses_out_of_range_lead_to_the_nearest_question() {
    for (form, last) in [(Form::Full, 14), (Form::Short, 5)] {
        let (model, _) = opened(stored(form, Answers::default()), "");
        for number in ["15", "16", "99", "255"] {
            let asked = after(model.clone(), [address(&format!("question-{number}"))]);
            assert_eq!(asked.screen, asking(last), "{form:?} {number}");
            let changed = after(model.clone(), [address(&format!("change-{number}"))]);
            assert_eq!(changed.screen, changing(last), "{form:?} {number}");
        }
        for foreign in ["question--1", "question-", "question-1x", "change-"] {
            let lost = after(model.clone(), [address(foreign)]);
            assert_eq!(
                lost.screen,
                Screen::Refused(LinkError::Foreign),
                "{foreign}"
            );
        }
    }
}

#[test]
fn an_answer_changed_from_the_review_leaves_the_others_and_comes_back() {
    let (model, _) = opened(stored(Form::Full, all_client()), "#review");
    let (model, effects) = update(model, address("change-4"));
    assert_eq!(model.screen, changing(3));
    assert_eq!(effects, [Effect::Focus(Focus::Heading)]);
    let (index, question) = model.question_at(3);
    let answer = at(question, -2);
    let wanted = all_client().with(question, answer);
    for leave in [Event::WentOn, Event::WentBack] {
        let (model, effects) = update(after(model.clone(), [choose(index, answer)]), leave);
        assert_eq!(model.screen, Screen::Review);
        // The last place for the focus is the one that counts.
        let focus = [Focus::Heading, Focus::Change(4)].map(Effect::Focus);
        assert_eq!(effects[0], pushed("review"));
        assert_eq!(effects[1..], focus);
        assert_eq!(model.answers, wanted);
    }
}
