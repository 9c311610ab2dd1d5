//! A target on the result: chosen, tried out, and taken along in every file.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::rc::Rc;

use clientele::export::{Format, export};
use clientele::flow::{Effect, Event, Focus, Model, OnResult, Shown, Stored, launch, update};
use clientele::model::{Answer, Answers, Plan, Target, classify, encode};
use common::walking::{own_result, shown};
use common::{example, pack};

fn after(model: Model, event: Event) -> Model {
    update(model, event).0
}

fn plan_of(shown: &Shown) -> &Plan {
    let goal = shown.goal.as_ref().expect("a target was chosen");
    goal.plan.as_ref().expect("there is a way")
}

#[test]
fn a_chosen_target_has_its_way_and_keeps_nothing() {
    let model = own_result(example("restaurant"));
    for target in Target::ALL {
        let (chosen, effects) = update(
            model.clone(),
            Event::OnResult(OnResult::TargetChosen(target)),
        );
        assert_eq!(effects, []);
        assert_eq!(chosen.answers, example("restaurant"));
        let plan = plan_of(shown(&chosen));
        assert_eq!(plan.target, target);
        assert_eq!(classify(pack(), &plan.answers).verdict, target.verdict());
    }
    // Where no target is chosen there is no end to try.
    let tried = Event::OnResult(OnResult::PlanTried);
    assert_eq!(update(model.clone(), tried), (model, vec![]));
}

#[test]
fn the_end_of_a_way_can_be_tried_by_its_owner_alone() {
    let own = example("restaurant");
    let model = after(
        own_result(own),
        Event::OnResult(OnResult::TargetChosen(Target::Client)),
    );
    let (tried, effects) = update(model, Event::OnResult(OnResult::PlanTried));
    assert_eq!(effects, [Effect::Focus(Focus::Heading)]);
    assert_eq!(tried.answers, own);
    assert_eq!(shown(&tried).current().verdict, Target::Client.verdict());
    assert_eq!(
        shown(&tried).current().answers,
        plan_of(shown(&tried)).answers
    );

    let (theirs, _) = launch(
        Rc::new(pack().clone()),
        Stored::Nothing,
        None,
        &encode(&own),
    );
    let theirs = after(
        theirs,
        Event::OnResult(OnResult::TargetChosen(Target::Client)),
    );
    assert!(
        !plan_of(shown(&theirs)).steps.is_empty(),
        "anybody may see the way"
    );
    assert_eq!(
        update(theirs.clone(), Event::OnResult(OnResult::PlanTried)),
        (theirs, vec![])
    );
}

#[test]
fn every_file_takes_the_way_along() {
    for (id, target) in [
        ("restaurant", Target::Client),
        ("law-firm", Target::Customer),
        ("design-studio", Target::TwoTrack),
    ] {
        let model = after(
            own_result(example(id)),
            Event::OnResult(OnResult::TargetChosen(target)),
        );
        let shown = shown(&model);
        let plan = plan_of(shown);
        let file = |format| export(pack(), &shown.outcome(), "https://example.org/", format).text;

        let json: serde_json::Value = serde_json::from_str(&file(Format::Json)).expect("JSON");
        let steps = json["target"]["steps"].as_array().expect("a list");
        assert_eq!(steps.len(), plan.steps.len(), "{id}");
        assert_eq!(json["target"]["code"], encode(&plan.answers));
        let csv = file(Format::Csv);
        let rows = csv::Reader::from_reader(csv.as_bytes())
            .into_records()
            .map(|row| row.expect("a row"))
            .filter(|row| &row[0] == "change")
            .collect::<Vec<_>>();
        let markdown = file(Format::Markdown);
        assert_eq!(rows.len(), plan.steps.len(), "{id}");
        for ((step, json), row) in plan.steps.iter().zip(steps).zip(&rows) {
            let question = &pack()[step.change.question];
            assert_eq!(json["question"], question.id);
            assert_eq!(json["option"], step.change.to);
            assert_eq!(&row[1], question.id);
            let walked = shown
                .reading
                .answers
                .with(question, Answer::Option(step.change.to));
            assert_eq!(row[4].parse().ok(), walked.position(question));
            assert!(markdown.contains(&question.name), "{id}: {}", question.name);
        }
    }
}

#[test]
fn files_say_when_a_target_is_reached_or_out_of_reach() {
    let reached = after(
        own_result(example("law-firm")),
        Event::OnResult(OnResult::TargetChosen(Target::Client)),
    );
    let json = export(pack(), &shown(&reached).outcome(), "", Format::Json).text;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["target"]["steps"].as_array().map(Vec::len), Some(0));

    let untold = own_result(example("law-firm"));
    let json = export(pack(), &shown(&untold).outcome(), "", Format::Json).text;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["target"], serde_json::Value::Null);

    let few = Answers::default().with(&pack().questions[0], Answer::Option(1));
    let none = after(
        own_result(few),
        Event::OnResult(OnResult::TargetChosen(Target::TwoTrack)),
    );
    let json = export(pack(), &shown(&none).outcome(), "", Format::Json).text;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["target"]["id"], "two-track");
    assert_eq!(json["target"]["steps"], serde_json::Value::Null);
}
