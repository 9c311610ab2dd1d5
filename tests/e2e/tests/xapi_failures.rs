//! The xAPI package with a record store that is ill, slow or shut: the learner has the questionnaire all the same, and what
//! the store missed is told later.

mod questionnaire;
mod store;

use std::time::Duration;

use clientele_e2e::{Illness, Lrs, Outcome, Trouble, Walk};
use serde_json::json;
use store::{address, fill_in, leave, open, see_result, until_told, verbs};

/// A course that has begun, on a store whose failures are expected.
async fn begun_on_a_bad_day(lrs: &Lrs) -> Result<Walk, Trouble> {
    let mut walk = open(lrs).await?;
    walk.forgive(&lrs.origin());
    until_told("the beginning", || verbs(lrs) == ["initialized"]).await?;
    Ok(walk)
}

#[tokio::test]
async fn a_store_may_fail_from_the_first_request() -> Outcome {
    for (part, illness) in [
        ("/token", Illness::Status(500)),
        ("/token", Illness::Cut),
        ("/state", Illness::Status(401)),
        ("/state", Illness::Status(500)),
        ("/", Illness::Slow(Duration::from_secs(20))),
    ] {
        let lrs = Lrs::cmi5("Normal")?;
        lrs.ail(part, illness);
        let mut walk = open(&lrs).await?;
        walk.forgive(&lrs.origin());
        walk.until_text("This page is not connected to a course platform")
            .await?;
        walk.axe().await?;
        fill_in(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
        see_result(&walk).await?;
        assert_eq!(verbs(&lrs), [""; 0], "{part} {illness:?}");
        assert_eq!(walk.eval("return localStorage.length").await?, json!(0));
        walk.finish().await?;
    }
    Ok(())
}

/// Three requests follow one another before the questionnaire may begin.
#[tokio::test]
async fn a_slow_store_is_waited_for() -> Outcome {
    let lrs = Lrs::cmi5("Normal")?;
    lrs.ail("/", Illness::Slow(Duration::from_millis(1800)));
    let walk = open(&lrs).await?;
    let note = "This page is not connected to a course platform";
    assert!(!walk.shows(note).await?);
    until_told("the beginning", || verbs(&lrs) == ["initialized"]).await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_store_that_recovers_is_told_what_it_missed() -> Outcome {
    for illness in [Illness::Status(500), Illness::Status(429), Illness::Cut] {
        let lrs = Lrs::cmi5("Normal")?;
        lrs.ail("/statements", illness);
        let mut walk = open(&lrs).await?;
        walk.forgive(&lrs.origin());
        fill_in(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
        see_result(&walk).await?;
        let asked = || {
            lrs.requests()
                .iter()
                .any(|it| it == "POST /xapi/statements")
        };
        until_told("anything", asked).await?;
        assert_eq!(verbs(&lrs), [""; 0]);
        let unsaved = "Your course platform is not saving what you answer";
        walk.until_text(unsaved).await?;
        lrs.recover();
        walk.eval("dispatchEvent(new Event('online'))").await?;
        until_told("all of it", || {
            verbs(&lrs).contains(&"completed".to_owned())
        })
        .await?;
        assert_eq!(verbs(&lrs).len(), 8);
        walk.until_gone(unsaved).await?;
        leave(&walk).await?;
        until_told("the end", || verbs(&lrs).contains(&"terminated".to_owned())).await?;
        assert_eq!(lrs.complaints(true), Vec::<String>::new());
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_end_that_did_not_arrive_is_told_by_the_next_session() -> Outcome {
    let lrs = Lrs::cmi5("Normal")?;
    let walk = begun_on_a_bad_day(&lrs).await?;
    lrs.ail("/statements", Illness::Status(503));
    fill_in(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
    see_result(&walk).await?;
    leave(&walk).await?;
    let progress = || lrs.document("clientele.progress").unwrap_or_default();
    until_told("the progress", || {
        let told = progress();
        told["progress"]
            .as_str()
            .is_some_and(|it| it.starts_with("1 short 1"))
    })
    .await?;
    assert_eq!(progress()["completed"], json!(false));
    assert!(!verbs(&lrs).contains(&"completed".to_owned()));

    lrs.recover();
    lrs.begin_session();
    walk.goto(&address(&lrs)).await?;
    walk.until_text("Welcome back. 6 of 6").await?;
    walk.eval("location.hash = 'review'").await?;
    see_result(&walk).await?;
    until_told("the end", || verbs(&lrs).contains(&"completed".to_owned())).await?;
    until_told("that it has told the end", || {
        progress()["completed"] == json!(true)
    })
    .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_result_while_answers_are_on_their_way_is_told_behind_them() -> Outcome {
    let lrs = Lrs::cmi5("Normal")?;
    let walk = open(&lrs).await?;
    fill_in(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
    until_told("six answers", || verbs(&lrs).len() == 7).await?;
    let posts = || {
        let requests = lrs.requests();
        let posts = requests.iter().filter(|it| *it == "POST /xapi/statements");
        posts.count()
    };
    let before = posts();
    lrs.ail("/statements", Illness::Held);
    walk.eval("location.hash = 'change-1'").await?;
    walk.until_text("Question 1 of 6").await?;
    walk.click("label:has(#choice-1)").await?;
    until_told("the change", || posts() > before).await?;
    walk.eval("location.hash = 'review'").await?;
    see_result(&walk).await?;
    assert_eq!(verbs(&lrs).len(), 7, "the change is on its way");
    assert_eq!(posts(), before + 1, "and nothing has overtaken it");
    lrs.recover();
    until_told("the end", || verbs(&lrs).contains(&"completed".to_owned())).await?;
    assert_eq!(verbs(&lrs).len(), 9);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn what_a_store_refuses_takes_nothing_else_along() -> Outcome {
    let lrs = Lrs::cmi5("Normal")?;
    let walk = begun_on_a_bad_day(&lrs).await?;
    // Whatever is said meanwhile goes out together.
    lrs.ail("/statements", Illness::Status(503));
    fill_in(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
    see_result(&walk).await?;
    lrs.recover();
    lrs.ail("/statements", Illness::Refuses("contract\""));
    walk.eval("dispatchEvent(new Event('online'))").await?;
    until_told("the end", || verbs(&lrs).contains(&"completed".to_owned())).await?;
    let answers = verbs(&lrs).iter().filter(|it| *it == "answered").count();
    assert_eq!(answers, 5);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_store_that_shuts_the_door_is_not_asked_again() -> Outcome {
    let lrs = Lrs::cmi5("Normal")?;
    let walk = begun_on_a_bad_day(&lrs).await?;
    lrs.ail("/xapi/", Illness::Status(401));
    fill_in(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
    walk.until_text("This page is not connected to a course platform")
        .await?;
    see_result(&walk).await?;
    let asked = lrs.requests().len();
    leave(&walk).await?;
    assert_eq!(lrs.requests().len(), asked);
    walk.finish().await?;
    Ok(())
}
