//! The xAPI package with a learning record store: what it says, that the launch stays secret, and that nothing the store
//! does wrong costs the learner the questionnaire.

mod questionnaire;

use std::time::Duration;

use clientele_e2e::{Illness, Lrs, Outcome, SECRET, Stage, Trouble, Walk, course, spent, verb};
use questionnaire::{PASSES, answer, choice, example, pack, until_course_begun};
use serde_json::{Value, json};

/// Opens the package as a platform launches it.
async fn open(lrs: &Lrs) -> Result<Walk, Trouble> {
    let stage = Stage::new().folder(course("xapi")?).before(PASSES);
    let mut walk = stage.open(&address(lrs)).await?;
    walk.befriend(&lrs.origin());
    until_course_begun(&walk).await?;
    Ok(walk)
}

fn address(lrs: &Lrs) -> String {
    format!("/package/index.html?utm_source=course&{}#", lrs.query())
}

/// Waits for the store to have been told something; it looks without the page's help.
async fn until_told(what: &str, is_so: impl Fn() -> bool) -> Result<(), Trouble> {
    for _ in 0..800 {
        if is_so() {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    Err(Trouble::new(format!("the store was never told {what}")))
}

fn verbs(lrs: &Lrs) -> Vec<String> {
    let statements = lrs.statements();
    statements.iter().map(|it| verb(it).to_owned()).collect()
}

/// Begins the short form and answers it, up to the review.
async fn fill_in(walk: &Walk, keys: [&str; 6]) -> Result<(), Trouble> {
    walk.click_text("Take the short form").await?;
    answer(walk, keys).await
}

/// Goes on from the review to the result.
async fn see_result(walk: &Walk) -> Result<(), Trouble> {
    walk.click_text("See my result").await?;
    walk.until_heading("You serve").await
}

/// Leaves the course for a page that has nothing to do with it.
async fn leave(walk: &Walk) -> Result<(), Trouble> {
    walk.goto("/?absent").await
}

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

/// A course that has begun, on a store whose failures are expected.
async fn begun_on_a_bad_day(lrs: &Lrs) -> Result<Walk, Trouble> {
    let mut walk = open(lrs).await?;
    walk.forgive(&lrs.origin());
    until_told("the beginning", || verbs(lrs) == ["initialized"]).await?;
    Ok(walk)
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
        walk.click_text("Take the short form").await?;
        walk.until_text("Question 1 of 6").await?;
        assert_eq!(walk.eval("return localStorage.length").await?, json!(0));
        walk.finish().await?;
    }
    Ok(())
}
