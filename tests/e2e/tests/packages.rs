//! Course packages on a SCORM platform: what it is told, what it keeps, and that nothing it does wrong costs the
//! learner the questionnaire.

mod questionnaire;

use clientele_e2e::{Outcome, Server, Stage, Trouble, Walk, course, encoded};
use questionnaire::{pack, until_heading_focused};
use serde_json::{Value, json};

/// How a version calls what both have.
struct Version {
    standard: &'static str,
    initialize: &'static str,
    commit: &'static str,
    terminate: &'static str,
    set: &'static str,
    /// Where in the platform's state these are.
    status: &'static str,
    score: &'static str,
    location: &'static str,
    response: &'static str,
    exit: &'static str,
    session_time: &'static str,
    does_not_apply: &'static str,
}

const SCORM_12: Version = Version {
    standard: "scorm12",
    initialize: "LMSInitialize",
    commit: "LMSCommit",
    terminate: "LMSFinish",
    set: "LMSSetValue",
    status: "/core/lesson_status",
    score: "/core/score/raw",
    location: "/core/lesson_location",
    response: "student_response",
    exit: "cmi.core.exit",
    session_time: "cmi.core.session_time",
    does_not_apply: "n",
};

const SCORM_2004: Version = Version {
    standard: "scorm2004",
    initialize: "Initialize",
    commit: "Commit",
    terminate: "Terminate",
    set: "SetValue",
    status: "/completion_status",
    score: "/score/raw",
    location: "/location",
    response: "learner_response",
    exit: "cmi.exit",
    session_time: "cmi.session_time",
    does_not_apply: "does-not-apply",
};

/// Opens the platform with the course in it, and goes into the course.
async fn open(version: &Version, query: &str) -> Result<Walk, Trouble> {
    let walk = Stage::new()
        .folder(course(version.standard)?)
        .open(&format!("/?standard={}{query}", version.standard))
        .await?;
    enter(&walk).await?;
    Ok(walk)
}

/// Goes into the frame.
async fn enter(walk: &Walk) -> Result<(), Trouble> {
    walk.driver().enter_frame(0).await?;
    until_begun(walk).await
}

async fn until_begun(walk: &Walk) -> Result<(), Trouble> {
    let begun = "document.querySelector('#app h1') && !document.querySelector('#app > noscript')";
    walk.until("the app to have begun", begun).await
}

/// Looks at the platform from within the course.
async fn platform(walk: &Walk, expression: &str) -> Result<Value, Trouble> {
    walk.eval(&format!(
        "const platform = (window.opener ?? window.top).platform; return {expression};"
    ))
    .await
}

async fn until_platform(walk: &Walk, what: &str, expression: &str) -> Result<(), Trouble> {
    let expression = expression.replace("platform.", "(window.opener ?? window.top).platform.");
    walk.until(what, &expression).await
}

async fn state(walk: &Walk) -> Result<Value, Trouble> {
    platform(walk, "platform.state()").await
}

/// Answers the short form with these keys, up to the review.
async fn answer(walk: &Walk, keys: [&str; 6]) -> Result<(), Trouble> {
    for (number, key) in (1..).zip(keys) {
        walk.until_text(&format!("Question {number} of 6")).await?;
        until_heading_focused(walk).await?;
        walk.press(key).await?;
        let place = key.parse::<usize>().unwrap_or(1) - 1;
        let chosen = format!("document.querySelector('#choice-{place}')?.checked");
        walk.until("the choice to be made", &chosen).await?;
        walk.press("Enter").await?;
    }
    walk.until_heading("Your answers").await
}

/// Opens a question from the review, by its place.
async fn change(walk: &Walk, number: usize) -> Result<(), Trouble> {
    walk.eval(&format!("location.hash = 'change-{number}'"))
        .await?;
    walk.until_text(&format!("Question {number} of 6")).await?;
    until_heading_focused(walk).await
}

/// The short form's questions in the order in which they are asked.
fn short_ids() -> Vec<&'static str> {
    let short = pack().questions.iter().filter(|it| it.short);
    short.map(|it| it.id.as_str()).collect()
}

/// An interaction at its index; the runtime keeps them as a map.
fn interaction(state: &Value, at: usize) -> &Value {
    &state["interactions"][at.to_string()]
}

/// Nothing that would call an answer right or wrong.
fn assert_unjudged(state: &Value, version: &Version) {
    assert_eq!(state.pointer(version.score), Some(&json!("")));
    let success = &state["success_status"];
    assert!(success.is_null() || success == "unknown");
}

async fn a_whole_course(version: &Version) -> Outcome {
    let walk = open(version, "").await?;
    let at_first = state(&walk).await?;
    assert_eq!(at_first.pointer(version.status), Some(&json!("incomplete")));
    assert!(!walk.shows("not connected to a course").await?);
    walk.until_text("Your answers and your verdict are reported to your course platform")
        .await?;

    walk.click_text("Take the short form").await?;
    answer(&walk, ["1", "2", "1", "1", "2", "1"]).await?;
    let ids = short_ids();
    let told = state(&walk).await?;
    for (at, id) in ids.iter().enumerate() {
        let one = interaction(&told, at);
        assert_eq!(one["id"], json!(id), "{told:#}");
        assert_eq!(
            (&one["type"], &one["result"]),
            (&json!("choice"), &json!("neutral"))
        );
        assert!(
            one[version.response]
                .as_str()
                .is_some_and(|it| it.len() == 1)
        );
    }
    assert_eq!(told.pointer(version.location), Some(&json!("6/6")));
    if version.standard == "scorm2004" {
        assert_eq!(told["progress_measure"], "1");
        let question = pack().questions.iter().find(|it| it.id == ids[0]);
        let title = &question.expect("the question").title;
        let description = interaction(&told, 0)["description"].as_str();
        assert!(description.is_some_and(|it| it.starts_with(title)));
    }
    let commits = format!("platform.times('{}') > 0", version.commit);
    until_platform(&walk, "a commit", &commits).await?;

    // A changed answer goes where the first one went.
    change(&walk, 1).await?;
    walk.click_text("Doesn’t apply").await?;
    until_response(&walk, version, 0, version.does_not_apply).await?;
    assert!(interaction(&state(&walk).await?, ids.len()).is_null());

    // Another visit finds the answers, and keeps their places.
    visit_again(&walk).await?;
    walk.until_text("Welcome back. 6 of 6").await?;
    change(&walk, 2).await?;
    walk.click("label:has(#choice-0)").await?;
    until_response(&walk, version, 1, "1").await?;
    assert!(interaction(&state(&walk).await?, ids.len()).is_null());
    assert_eq!(
        state(&walk).await?.pointer(version.status),
        Some(&json!("incomplete"))
    );

    walk.press("Enter").await?;
    walk.until_heading("Your answers").await?;
    walk.click_text("See my result").await?;
    walk.until_heading("You serve").await?;
    let told = state(&walk).await?;
    assert_eq!(told.pointer(version.status), Some(&json!("completed")));
    let verdict = interaction(&told, ids.len());
    assert_eq!(
        (&verdict["id"], &verdict["result"]),
        (&json!("verdict"), &json!("neutral"))
    );
    assert_eq!(verdict[version.response], json!(walk.heading().await?));
    assert_unjudged(&told, version);
    // There is no link to share, and other pages open beside this one.
    assert!(!walk.offers("Copy the link").await?);
    walk.until_text("A link would not open for people outside your course")
        .await?;

    visit_again(&walk).await?;
    walk.until_text("Welcome back. 6 of 6").await?;
    let told = state(&walk).await?;
    assert_eq!(told.pointer(version.status), Some(&json!("completed")));
    close(&walk, version).await?;
    let kept = walk.eval("return localStorage.length").await?;
    assert_eq!(kept, json!(0));
    walk.finish().await?;
    Ok(())
}

/// Waits until the platform has this answer to a question.
async fn until_response(
    walk: &Walk,
    version: &Version,
    at: usize,
    response: &str,
) -> Result<(), Trouble> {
    let has = format!(
        "platform.state().interactions[{at}].{} === '{response}'",
        version.response
    );
    until_platform(walk, "the changed answer", &has).await
}

/// Leaves, and comes back another day.
async fn visit_again(walk: &Walk) -> Result<(), Trouble> {
    walk.driver().enter_default_frame().await?;
    walk.reload().await?;
    enter(walk).await
}

/// Closes the course: its session ends once, and nothing is said after that.
async fn close(walk: &Walk, version: &Version) -> Result<(), Trouble> {
    // A link to an e-mail fires this too.
    walk.eval("dispatchEvent(new Event('beforeunload'))")
        .await?;
    walk.driver().enter_default_frame().await?;
    walk.eval("document.querySelector('iframe').remove()")
        .await?;
    let over = format!("platform.times('{}') === 1", version.terminate);
    walk.until("the end of the session", &over).await?;
    let calls = platform(walk, "platform.calls").await?;
    let last = calls.as_array().and_then(|calls| calls.last());
    assert_eq!(last, Some(&json!([version.terminate, "", "true"])));
    let left = |key: &str| {
        let mut sets = calls.as_array().into_iter().flatten();
        let found = sets.rfind(|it| it[0] == version.set && it[1] == key);
        found.map(|it| it[2].as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(left(version.exit).as_deref(), Some("suspend"));
    let spent = left(version.session_time).unwrap_or_default();
    assert!(
        spent.starts_with("PT0H0M") || spent.starts_with("0000:00:"),
        "{spent}"
    );
    assert_eq!(
        platform(walk, &format!("platform.times('{}')", version.initialize)).await?,
        json!(1)
    );
    Ok(())
}

#[tokio::test]
async fn scorm_12_is_told_all_but_a_grade() -> Outcome {
    a_whole_course(&SCORM_12).await
}

#[tokio::test]
async fn scorm_2004_is_told_all_but_a_grade() -> Outcome {
    a_whole_course(&SCORM_2004).await
}

/// Whatever is wrong with the platform, the questionnaire goes on, and one quiet line is said.
async fn survives(version: &Version) -> Outcome {
    let walk = Stage::new()
        .folder(course(version.standard)?)
        .open(&format!("/?standard={}", version.standard))
        .await?;
    let set = version.set;
    let get = set.replace("Set", "Get");
    let mut cases = vec![("absent".to_owned(), true), ("full".to_owned(), false)];
    for kind in ["throws", "refuses"] {
        cases.push((format!("{kind}={}", version.initialize), true));
        for name in [set, &get, version.commit, version.terminate] {
            cases.push((format!("{kind}={name}"), false));
        }
    }
    for (case, is_noted) in cases {
        walk.goto(&format!("/?standard={}&{case}", version.standard))
            .await?;
        enter(&walk).await?;
        let note = "not connected to a course platform";
        assert_eq!(walk.shows(note).await?, is_noted, "{case}");
        walk.click_text("Take the short form").await?;
        answer(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
        walk.click_text("See my result").await?;
        walk.until_heading("You serve").await?;
        if is_noted {
            assert_eq!(
                walk.eval("return localStorage.length").await?,
                json!(0),
                "{case}"
            );
            walk.axe().await?;
        }
        let back = walk.driver().enter_default_frame().await;
        back.map_err(Trouble::from)?;
    }
    let console = walk.console().await?;
    let warned = console
        .iter()
        .filter(|it| it.message.contains("could not report"));
    assert!(warned.count() >= 8, "{console:#?}");
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_scorm_12_platform_may_fail_in_any_way() -> Outcome {
    survives(&SCORM_12).await
}

#[tokio::test]
async fn a_scorm_2004_platform_may_fail_in_any_way() -> Outcome {
    survives(&SCORM_2004).await
}

#[tokio::test]
async fn the_platform_is_found_above_a_frame_of_another_origin() -> Outcome {
    for version in [&SCORM_12, &SCORM_2004] {
        let folder = course(version.standard)?;
        let other = Server::start(&folder, "/")?;
        let stage = Stage::new().folder(&folder);
        let mut walk = stage
            .open(&format!("/?standard={}&absent", version.standard))
            .await?;
        walk.trust(&other.origin());
        let home = walk.eval("return location.origin").await?;
        let package = format!("{}/package/index.html", home.as_str().unwrap_or_default());
        let between = other.url(&format!("between.html?course={}", encoded(&package)));
        walk.goto(&format!(
            "/?standard={}&course={}",
            version.standard,
            encoded(&between)
        ))
        .await?;
        walk.driver().enter_frame(0).await.map_err(Trouble::from)?;
        walk.until("the course's frame", "document.querySelector('iframe')")
            .await?;
        enter(&walk).await?;
        walk.click_text("Take the short form").await?;
        let told = state(&walk).await?;
        assert_eq!(told.pointer(version.status), Some(&json!("incomplete")));
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_platform_is_found_in_the_window_that_opened_this_one() -> Outcome {
    for version in [&SCORM_12, &SCORM_2004] {
        let stage = Stage::new().folder(course(version.standard)?);
        let walk = stage
            .open(&format!("/?standard={}&window", version.standard))
            .await?;
        let main = walk.driver().window().await.map_err(Trouble::from)?;
        walk.click_text("Open the course").await?;
        let windows = walk.driver().windows().await.map_err(Trouble::from)?;
        let new = windows
            .into_iter()
            .find(|it| *it != main)
            .expect("a window");
        walk.driver()
            .switch_to_window(new)
            .await
            .map_err(Trouble::from)?;
        until_begun(&walk).await?;
        walk.click_text("Take the short form").await?;
        let told = state(&walk).await?;
        assert_eq!(told.pointer(version.status), Some(&json!("incomplete")));
        // The page about it opens beside the course, as a file.
        walk.click_text("How it works, sources and privacy").await?;
        assert_eq!(
            walk.driver().windows().await.map_err(Trouble::from)?.len(),
            3
        );
        walk.driver().close_window().await.map_err(Trouble::from)?;
        walk.driver()
            .switch_to_window(main)
            .await
            .map_err(Trouble::from)?;
        let over = format!("platform.times('{}') === 1", version.terminate);
        walk.until("the end of the session", &over).await?;
        walk.finish().await?;
    }
    Ok(())
}
