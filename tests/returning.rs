//! Coming back to one's own: an earlier result by Back, another tab that went on, a smallest
//! change tried out, Enter with and without an answer.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::rc::Rc;

use clientele::flow::{
    Effect, Event, Field, Focus, Form, KeyPlace, Model, Notice, OnResult, Owner, Progress, Screen,
    Sharing, Stored, key_pressed,
};
use clientele::model::{Answer, Answers, Target, decode, encode, read};
use common::walking::{after, own_result, returned, shown};
use common::{example, launch, pack, update};

fn progress(answers: Answers) -> String {
    let form = Form::Full;
    Progress { form, answers }.print()
}

fn owner(model: &Model) -> &Owner {
    &shown(model).owner
}

#[test]
fn back_to_ones_own_earlier_result_calls_it_so() {
    let before = example("law-firm");
    let question = &pack().questions[0];
    let other = Answer::Option(question.options[4].number);
    let chosen = Event::OptionChosen {
        question: 0.into(),
        answer: other,
    };
    let model = after(
        returned(before, "").0,
        [Event::ResultOpened, chosen, Event::ResultOpened],
    );
    assert_eq!(owner(&model), &Owner::Own);
    let back = after(
        model,
        [Event::AddressChanged(format!("#{}", encode(&before)))],
    );
    assert_eq!(owner(&back), &Owner::Earlier);
    // One's own present result is a step away, and a what-if is for that one alone.
    let tried = after(back.clone(), [Event::OnResult(OnResult::TrialStarted)]);
    assert_eq!(tried, back);
    assert_eq!(owner(&after(back, [Event::ResultOpened])), &Owner::Own);
}

#[test]
fn another_tab_that_went_on_is_followed_and_not_written_over() {
    let mine = Answers::default().with(&pack().questions[0], Answer::DoesNotApply);
    let theirs = mine.with(&pack().questions[1], Answer::DoesNotApply);
    let model = returned(mine, "#question-1").0;
    let (followed, effects) = update(
        model.clone(),
        Event::ProgressChanged(Some(progress(theirs))),
    );
    assert_eq!(followed.answers, theirs);
    assert_eq!(followed.screen, model.screen);
    assert_eq!(effects, []);
    // The next answer is added to what the other tab kept.
    let chosen = Event::OptionChosen {
        question: 2.into(),
        answer: Answer::DoesNotApply,
    };
    let (_, effects) = update(followed.clone(), chosen);
    let all = theirs.with(&pack().questions[2], Answer::DoesNotApply);
    assert_eq!(effects, [Effect::Save(progress(all))]);

    // What a later version keeps is set aside before the next answer takes its place.
    let later = "2 full ???".to_owned();
    let (kept, effects) = update(
        followed.clone(),
        Event::ProgressChanged(Some(later.clone())),
    );
    assert_eq!(
        (kept.answers, kept.notice),
        (theirs, Some(Notice::SetAside))
    );
    assert_eq!(effects, [Effect::SetAside(later)]);
    let cleared = after(followed, [Event::ProgressChanged(None)]);
    assert!(cleared.answers.is_empty());
}

#[test]
fn answers_that_were_never_shown_as_a_result_are_nobodys_earlier_one() {
    let mine = example("law-firm");
    let chosen = Event::OptionChosen {
        question: 0.into(),
        answer: Answer::DoesNotApply,
    };
    let opened = Event::AddressChanged(format!("#{}", encode(&mine)));
    let model = after(returned(mine, "#question-1").0, [chosen, opened]);
    assert_eq!(owner(&model), &Owner::Shared(None));
}

#[test]
fn what_was_said_of_earlier_answers_is_not_said_of_another_tabs() {
    let mine = Answers::default().with(&pack().questions[0], Answer::DoesNotApply);
    let model = returned(mine, "#review").0;
    assert_eq!(model.notice, Some(Notice::Restored));
    let theirs = mine.with(&pack().questions[1], Answer::DoesNotApply);
    let theirs = Event::ProgressChanged(Some(progress(theirs)));
    assert_eq!(after(model.clone(), [theirs.clone()]).notice, None);
    // That nothing is kept here is as true as before.
    let refused = after(model, [Event::SaveFailed, theirs]);
    assert_eq!(refused.notice, Some(Notice::NotKept));
}

#[test]
fn what_another_page_clears_can_be_brought_back_here() {
    let mine = example("law-firm");
    let model = returned(mine, "#question-3").0;
    let cleared = after(model, [Event::ProgressChanged(None)]);
    assert!(cleared.answers.is_empty());
    let back = after(cleared.clone(), [Event::ClearingUndone]);
    assert_eq!((back.answers, back.notice), (mine, Some(Notice::Restored)));
    // Nothing was lost where nothing was answered.
    let told_again = after(
        cleared,
        [Event::NoticeDismissed, Event::ProgressChanged(None)],
    );
    assert_eq!(told_again.notice, None);
}

#[test]
fn cleared_answers_do_not_come_back_over_those_of_another_tab() {
    let cleared = after(returned(example("law-firm"), "").0, [Event::BegunAfresh]);
    // A form that was begun, and in which nothing is answered yet, is nothing to write over.
    let begun = Progress {
        form: Form::Short,
        answers: Answers::default(),
    };
    let begun = Event::ProgressChanged(Some(begun.print()));
    let offered = after(cleared.clone(), [begun]).notice;
    assert!(matches!(offered, Some(Notice::Cleared(_))));
    let theirs = Event::ProgressChanged(Some(progress(example("restaurant"))));
    let model = after(cleared, [theirs]);
    assert_eq!(model.notice, None);
    let undone = update(model.clone(), Event::ClearingUndone);
    assert_eq!(undone, (model, vec![]));
}

#[test]
fn answers_cleared_twice_over_can_still_be_brought_back() {
    let own = example("law-firm");
    let twice = [Event::BegunAfresh, Event::BegunAfresh];
    let cleared = after(own_result(own), twice);
    assert!(cleared.answers.is_empty());
    assert_eq!(after(cleared, [Event::ClearingUndone]).answers, own);
}

#[test]
fn a_result_on_show_knows_whose_it_is_when_another_tab_goes_on() {
    let own = example("law-firm");
    let model = own_result(own);
    let other = progress(example("restaurant"));
    let model = after(model, [Event::ProgressChanged(Some(other))]);
    assert_eq!(owner(&model), &Owner::Earlier);
}

#[test]
fn what_was_done_on_a_result_stays_when_another_tab_goes_on() {
    let own = example("law-firm");
    let typed = Event::OnResult(OnResult::Shared(Sharing::Typed(
        Field::Label,
        "North".to_owned(),
    )));
    let target = Event::OnResult(OnResult::TargetChosen(Target::Customer));
    let worked = |model| {
        after(
            model,
            [
                typed.clone(),
                target.clone(),
                Event::OnResult(OnResult::ExampleChosen(Some(1.into()))),
            ],
        )
    };
    let other = || Event::ProgressChanged(Some(progress(example("restaurant"))));

    let mine = worked(own_result(own));
    let tried = after(mine.clone(), [Event::OnResult(OnResult::TrialStarted)]);
    // Back brings the page back as it was left, and says what is kept.
    let same = Event::ProgressChanged(Some(progress(own)));
    assert_eq!(after(tried.clone(), [same]), tried);
    let overtaken = after(tried, [other()]);
    assert_eq!(owner(&overtaken), &Owner::Earlier);
    // A what-if is for one's own present answers; the rest is as it was.
    let Screen::Result(was) = mine.screen else {
        panic!("no result");
    };
    let Screen::Result(is) = overtaken.screen else {
        panic!("no result");
    };
    assert_eq!(is.trial, None);
    assert_eq!(
        (&is.goal, is.compared, &is.share),
        (&was.goal, was.compared, &was.share)
    );

    let theirs = format!("#{}~Team", encode(&example("freelancer")));
    let theirs = worked(returned(own, &theirs).0);
    assert_eq!(after(theirs.clone(), [other()]).screen, theirs.screen);
}

#[test]
fn a_smallest_change_tried_out_leads_where_it_says_and_is_not_kept() {
    for id in ["law-firm", "restaurant", "freelancer"] {
        let own = example(id);
        let model = own_result(own);
        let Screen::Result(shown) = &model.screen else {
            panic!("{id}: no result");
        };
        let flips = shown.reading.all_flips(pack());
        assert_eq!(flips.len(), if id == "freelancer" { 3 } else { 1 });
        assert!(flips.is_sorted_by_key(|flip| flip.moves.len()), "{id}");
        for (place, flip) in flips.iter().enumerate() {
            let (tried, effects) =
                update(model.clone(), Event::OnResult(OnResult::FlipTried(place)));
            assert_eq!(effects, [Effect::Focus(Focus::Heading)], "{id}");
            assert_eq!(tried.answers, own, "{id}");
            let Screen::Result(shown) = &tried.screen else {
                panic!("{id}: no result");
            };
            assert_eq!(shown.current().verdict, flip.to, "{id}");
        }
        let nowhere = update(model.clone(), Event::OnResult(OnResult::FlipTried(9)));
        assert_eq!(nowhere, (model, vec![]), "{id}");
    }
}

#[test]
fn the_nearest_change_comes_first() {
    let answers = decode(pack(), "1TiiTJDHgEw").expect("a code of ours");
    let flips = read(pack(), &answers).all_flips(pack());
    let counts: Vec<usize> = flips.iter().map(|flip| flip.moves.len()).collect();
    assert_eq!(counts, [1, 3, 5]);
}

#[test]
fn enter_goes_on_with_an_answer_and_never_skips() {
    let open = returned(Answers::default(), "#question-1").0;
    let answered = after(
        open.clone(),
        [Event::OptionChosen {
            question: 0.into(),
            answer: Answer::DoesNotApply,
        }],
    );
    for place in [KeyPlace::Heading, KeyPlace::Options] {
        assert_eq!(key_pressed(&open, place, "Enter"), None);
        assert_eq!(key_pressed(&answered, place, "Enter"), Some(Event::WentOn));
    }
}

#[test]
fn a_part_of_the_result_is_brought_into_focus() {
    let model = own_result(example("law-firm"));
    let (same, effects) = update(
        model.clone(),
        Event::OnResult(OnResult::PartSought("profile")),
    );
    assert_eq!(same, model);
    assert_eq!(effects, [Effect::Focus(Focus::Part("profile"))]);
}

#[test]
fn cleared_answers_come_back_with_their_form_wherever_one_is() {
    let short = Stored::Text("1 short 17A".to_owned());
    let (model, _) = launch(Rc::new(pack().clone()), short, "");
    let model = after(
        model,
        [
            Event::BegunAfresh,
            Event::OthersAskedFor,
            Event::AddressChanged("change-13".to_owned()),
            Event::ClearingUndone,
        ],
    );
    let Screen::Question(asking) = model.screen else {
        panic!("no question is shown, but {:?}", model.screen);
    };
    assert_eq!(
        asking.at + 1,
        model.total(),
        "the last one of the short form"
    );
    assert_eq!(model.form, Form::Short);
}

#[test]
fn what_was_kept_is_told_readable_or_not() {
    for (stored, text) in [
        (Stored::Text("1 full 1abc".to_owned()), Some("1 full 1abc")),
        (Stored::Aside("9 new".to_owned()), Some("9 new")),
        (Stored::Nothing, None),
        (Stored::Denied, None),
    ] {
        assert_eq!(stored.text(), text);
    }
}
