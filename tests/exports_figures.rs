//! A result's JSON holds what the questionnaire says of its answers, worked out anew.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::collections::BTreeSet;

use clientele::model::{Answer, Answers, Question, Target, Towards, encode};
use common::taken::{json, option, results, score};
use common::walking::shown;
use common::{naive_verdict, naively_holds, pack};
use serde_json::Value;

/// The ids of the tensions that some answers show.
fn tensions(answers: &Answers) -> Vec<&'static str> {
    let all = pack().tensions.iter();
    all.filter(|it| it.when.iter().all(|it| naively_holds(it, answers)))
        .map(|it| &*it.id)
        .collect()
}

fn strings(value: &Value) -> Vec<&str> {
    let list = value.as_array().expect("a list");
    list.iter().map(|it| it.as_str().expect("a text")).collect()
}

fn is_falling(figures: impl Iterator<Item = i64>) -> bool {
    figures
        .collect::<Vec<_>>()
        .is_sorted_by(|one, next| one >= next)
}

fn question(id: &Value) -> &'static Question {
    common::question(id.as_str().expect("a question's id"))
}

/// What of a result is not advice: which answers there are, and what follows from them by the rules.
fn assert_read(json: &Value, answers: &Answers) {
    assert_eq!(json["language"], *pack().language);
    assert_eq!(json["verdict"], naive_verdict(pack(), answers).id());
    assert_eq!(json["score"].as_i64(), score(answers));
    assert_eq!(strings(&json["tensions"]), tensions(answers));
    for (read, question) in json["answers"]
        .as_array()
        .expect("a list")
        .iter()
        .zip(&pack().questions)
    {
        assert_eq!(read["question"], *question.id);
        assert_eq!(
            read["position"].as_i64(),
            answers.position(question).map(i64::from)
        );
        match answers.to(question) {
            Answer::Option(number) => {
                let option = option(question, number);
                assert_eq!(
                    (&read["option"], &read["text"]),
                    (&Value::from(number), &Value::from(&*option.text))
                );
            }
            Answer::DoesNotApply => assert_eq!(read["option"], "does-not-apply"),
            Answer::Unanswered => assert!(read["option"].is_null() && read.get("text").is_none()),
        }
    }
}

fn assert_nearest(json: &Value, answers: &Answers) {
    let nearest = json["nearest"].as_array().expect("a list");
    for read in nearest {
        let theirs = common::example(read["example"].as_str().expect("an id"));
        let (mut apart, mut widest) = (0, 0);
        for ((question, mine), (_, theirs)) in
            answers.positions(pack()).zip(theirs.positions(pack()))
        {
            if let Some((mine, theirs)) = mine.zip(theirs) {
                apart += i64::from(question.weight) * i64::from(mine.abs_diff(theirs));
                widest += 4 * i64::from(question.weight);
            }
        }
        assert_eq!(read["percent"], 100 * (widest - apart) / widest);
    }
    assert!(is_falling(
        nearest
            .iter()
            .map(|it| it["percent"].as_i64().expect("a figure"))
    ));
}

/// Advice with its area, its texts, and how strongly the answers call for it.
fn assert_advice(json: &Value, answers: &Answers) {
    let list = json["advice"].as_array().expect("a list");
    for read in list {
        let advice = pack()
            .advice
            .iter()
            .find(|it| read["id"] == *it.id)
            .expect("an id of the pack");
        assert_eq!(read["area"], *pack()[advice.area].id);
        assert_eq!(
            (&read["title"], &read["monday"]),
            (&Value::from(&*advice.title), &Value::from(&*advice.monday))
        );
        let (mut called, mut most, mut callers) = (0, 0, BTreeSet::new());
        for call in &advice.calls {
            let question = &pack()[call.question];
            let strength = answers
                .position(question)
                .map_or(0, |position| match call.towards {
                    Towards::Client => i64::from(position).max(0),
                    Towards::Customer => (-i64::from(position)).max(0),
                    Towards::Middle if position == 0 => 2,
                    Towards::Middle => 0,
                });
            if strength > 0 {
                callers.insert(&*question.id);
            }
            called += i64::from(question.weight) * strength;
            most += 2 * i64::from(question.weight);
        }
        assert_eq!(read["strength"], 1000 * called / most);
        let because: BTreeSet<&str> = strings(&read["because"]).into_iter().collect();
        assert!(called == 0 || because == callers, "{read}");
        assert!(!because.is_empty(), "{read}");
    }
    assert!(is_falling(
        list.iter()
            .map(|it| it["strength"].as_i64().expect("a figure"))
    ));
}

/// A way whose steps are changes of today's answers, and what they do to tensions and give up.
fn assert_target(json: &Value, answers: &Answers, target: Target) {
    let read = &json["target"];
    assert_eq!(read["id"], target.verdict().id());
    if naive_verdict(pack(), answers).centring().is_none() {
        assert!(
            read["steps"].is_null(),
            "no change of so few answers leads anywhere"
        );
        return;
    }
    let steps = read["steps"].as_array().expect("a way");
    let (mut end, mut ended) = (*answers, BTreeSet::new());
    for step in steps {
        let question = question(&step["question"]);
        let number = step["option"]
            .as_u64()
            .and_then(|it| u8::try_from(it).ok())
            .expect("a number");
        let (from, to) = (answers.position(question), question.position_of(number));
        let (from, to) = (from.expect("an answer to change"), to.expect("an option"));
        end = end.with(question, Answer::Option(number));
        let [first, cost] = if to > from {
            [&question.client_first, &question.client_costs]
        } else {
            [&question.customer_first, &question.customer_costs]
        };
        assert_eq!(step["first"], **first);
        let stays = target == Target::TwoTrack || to == 0;
        assert_eq!(step["cost"].as_str(), (!stays).then_some(&**cost));
        let advice = step["advice"].as_str();
        assert!(
            advice.is_none_or(|id| pack().advice.iter().any(|it| it.id == id)),
            "{step}"
        );
        ended.extend(strings(&step["ends"]));
    }
    assert_eq!(read["code"], encode(&end));
    assert_eq!(naive_verdict(pack(), &end), target.verdict());
    let [before, after] = [answers, &end].map(|it| BTreeSet::from_iter(tensions(it)));
    let (gone, come): (BTreeSet<_>, BTreeSet<_>) = (&before - &after, &after - &before);
    let begun = strings(&read["begins"]).into_iter().collect();
    if target == Target::TwoTrack {
        assert_eq!((ended, begun), Default::default());
    } else {
        assert_eq!((ended, begun), (gone, come));
    }
}

#[test]
fn a_results_json_is_what_the_questionnaire_says_of_its_answers() {
    for model in results() {
        let (read, answers) = (json(&model), &model.answers);
        assert_read(&read, answers);
        assert_nearest(&read, answers);
        assert_advice(&read, answers);
        match &shown(&model).goal {
            Some(goal) => assert_target(&read, answers, goal.target),
            None => assert!(read["target"].is_null()),
        }
    }
}
