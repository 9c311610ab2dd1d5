//! The xAPI package with a learning record store: what it says, and that the launch stays secret.

mod questionnaire;
mod store;

use clientele_e2e::{Lrs, Outcome, SECRET, Stage, Trouble, Walk, course, spent};
use questionnaire::{choice, example, pack};
use serde_json::{Value, json};
use store::{address, fill_in, leave, open, see_result, until_told, verbs};

async fn a_whole_session(lrs: &Lrs) -> Outcome {
    let walk = open(lrs).await?;
    assert!(!walk.shows("not connected to a course").await?);
    // The launch is gone from the address; what is not the launch's stays.
    assert_eq!(
        walk.address().await?,
        "/package/index.html?utm_source=course"
    );
    fill_in(&walk, ["1", "2", "1", "1", "2", "1"]).await?;
    until_told("six answers", || verbs(lrs).len() == 7).await?;
    let first = pack()
        .questions
        .iter()
        .find(|it| it.short)
        .expect("a question");
    let told = &lrs.statements()[1];
    assert_eq!(
        told["object"]["definition"]["name"]["en-GB"],
        json!(first.title)
    );
    assert!(
        told["object"]["id"]
            .as_str()
            .is_some_and(|it| it.ends_with(&first.id))
    );
    assert_eq!(told["verb"]["display"]["en-GB"], "answered");

    see_result(&walk).await?;
    until_told("the end", || verbs(lrs).contains(&"completed".to_owned())).await?;
    let completed = lrs.statements().pop().expect("a statement");
    assert_eq!(
        completed["result"]["response"],
        json!(walk.heading().await?)
    );
    let kept = || lrs.document("clientele.progress").expect("the progress");
    until_told("that it has told the end", || {
        kept()["completed"] == json!(true)
    })
    .await?;
    assert!(
        kept()["progress"]
            .as_str()
            .is_some_and(|it| it.starts_with("1 short 1"))
    );
    until_secret(&walk).await?;

    walk.eval("pass(3725)").await?;
    leave(&walk).await?;
    until_told("the end", || verbs(lrs).contains(&"terminated".to_owned())).await?;
    assert_eq!(lrs.complaints(true), Vec::<String>::new());
    let times = [completed, lrs.statements().pop().expect("a statement")].map(|it| spent(&it));
    assert!(
        matches!(times, [Some(one), Some(all)] if one < 3725.0 && (3725.0..7450.0).contains(&all)),
        "{times:?}"
    );

    // Another session finds the answers, and does not complete again; another verdict is an answer.
    lrs.begin_session();
    walk.goto(&address(lrs)).await?;
    walk.until_text("Welcome back. 6 of 6").await?;
    walk.eval("location.hash = 'review'").await?;
    see_result(&walk).await?;
    let short = (0..).zip(&pack().questions).filter(|(_, it)| it.short);
    for (number, (question, _)) in (1..).zip(short) {
        walk.eval(&format!("location.hash = 'change-{number}'"))
            .await?;
        walk.until_text(&format!("Question {number} of 6")).await?;
        walk.click(&choice(question, &example("law-firm"))).await?;
    }
    walk.eval("location.hash = 'review'").await?;
    walk.until_heading("Your answers").await?;
    see_result(&walk).await?;
    let told_verdict = |it: &Value| {
        it["object"]["id"]
            .as_str()
            .is_some_and(|id| id.ends_with("verdict"))
    };
    until_told("the other verdict", || {
        lrs.statements().iter().any(told_verdict)
    })
    .await?;
    leave(&walk).await?;
    until_told("the end", || verbs(lrs).contains(&"terminated".to_owned())).await?;
    assert!(!verbs(lrs).contains(&"completed".to_owned()));
    assert_eq!(lrs.complaints(true), Vec::<String>::new());
    walk.finish().await?;
    Ok(())
}

/// What the launch handed over is in no link, no storage, no history and no line of the console.
async fn until_secret(walk: &Walk) -> Result<(), Trouble> {
    let page = walk
        .eval(
            "return [location.href, document.documentElement.outerHTML, document.cookie, JSON.stringify(history.state),
                ...[...document.querySelectorAll('input')].map(it => it.value),
                ...Object.entries(localStorage).flat(), ...Object.entries(sessionStorage).flat()].join('\\n')",
        )
        .await?;
    let console = walk.console().await?;
    let console = console.iter().map(|it| it.message.as_str());
    let seen = format!("{page} {}", console.collect::<String>());
    for secret in [
        SECRET,
        "endpoint=",
        "registration",
        "actor",
        "1625378",
        "jo@example.org",
        "/token",
    ] {
        if seen.contains(secret) {
            return Err(Trouble::new(format!("{secret} is to be seen: {seen}")));
        }
    }
    Ok(())
}

#[tokio::test]
async fn cmi5_is_told_the_whole_session() -> Outcome {
    a_whole_session(&Lrs::cmi5("Normal")?).await
}

#[tokio::test]
async fn tin_can_is_told_the_whole_session() -> Outcome {
    a_whole_session(&Lrs::tin_can()?).await
}

#[tokio::test]
async fn a_review_is_begun_and_ended_and_no_more() -> Outcome {
    let lrs = Lrs::cmi5("Review")?;
    let walk = open(&lrs).await?;
    walk.until_text("Your course opened this as a review or a preview")
        .await?;
    fill_in(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
    see_result(&walk).await?;
    leave(&walk).await?;
    until_told("the end", || verbs(&lrs).contains(&"terminated".to_owned())).await?;
    assert_eq!(verbs(&lrs), ["initialized", "terminated"]);
    assert_eq!(lrs.document("clientele.progress"), None);
    assert_eq!(lrs.complaints(true), Vec::<String>::new());
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_platform_that_wants_its_learner_back_gets_a_link() -> Outcome {
    let lrs = Lrs::cmi5("Normal")?;
    let walk = open(&lrs).await?;
    walk.axe().await?;
    walk.click_text("Back to the course").await?;
    walk.until("the platform's page", "location.pathname === '/back'")
        .await?;
    until_told("the end", || verbs(&lrs) == ["initialized", "terminated"]).await?;
    assert_eq!(lrs.complaints(true), Vec::<String>::new());
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn without_a_launch_nothing_is_sent_and_nothing_kept() -> Outcome {
    let stage = Stage::new().folder(course("xapi")?);
    for query in [
        "",
        "?endpoint=javascript%3Aalert(1)&auth=x&actor=%7B%22mbox%22%3A%22mailto%3Aa%22%7D&activity_id=a%3Ab",
        "?endpoint=https%3A%2F%2Flrs.example.org%2F&auth=x&actor=nonsense&activity_id=a%3Ab",
    ] {
        let walk = stage
            .clone()
            .open(&format!("/package/index.html{query}"))
            .await?;
        walk.until_text("This page is not connected to a course platform")
            .await?;
        assert_eq!(walk.address().await?, "/package/index.html");
        assert!(!walk.shows("keeps what you answer").await?);
        walk.click_text("Take the short form").await?;
        walk.until_text("Question 1 of 6").await?;
        assert_eq!(walk.eval("return localStorage.length").await?, json!(0));
        walk.finish().await?;
    }
    Ok(())
}
