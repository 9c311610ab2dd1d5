//! Course packages on a SCORM platform: what it is told and what it keeps.

mod platform;
mod questionnaire;

use clientele_e2e::{Outcome, Trouble, Walk};
use platform::{
    SCORM_12, SCORM_2004, Version, change, open, platform, short_ids, state, until_platform,
    visit_again,
};
use questionnaire::{answer, pack};
use serde_json::{Value, json};

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
    walk.until_text("are told to nobody but your course platform")
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
    // What is cleared is back at the beginning, and where it was once it is back.
    walk.click_text("Begin afresh").await?;
    walk.until_text("Bring them back").await?;
    let told = state(&walk).await?;
    assert_eq!(told.pointer(version.location), Some(&json!("0/6")));
    walk.click_text("Bring them back").await?;
    walk.until_text("Welcome back. 6 of 6").await?;
    let told = state(&walk).await?;
    assert_eq!(told.pointer(version.location), Some(&json!("6/6")));
    if version.standard == "scorm2004" {
        assert_eq!(told["progress_measure"], "1");
    }
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
    for hidden in [
        "Copy the link",
        "Send by e-mail",
        "QR code as SVG",
        "QR code as PNG",
    ] {
        assert!(!walk.offers(hidden).await?, "{hidden}");
    }
    assert!(walk.offers("Plan as a document (Markdown)").await?);
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

/// Closes the course: its session ends once, and nothing is said after that.
async fn close(walk: &Walk, version: &Version) -> Result<(), Trouble> {
    // A link to an e-mail fires this too.
    walk.eval("dispatchEvent(new Event('beforeunload'))")
        .await?;
    // An hour, two minutes and five seconds, and whatever the walk has taken.
    walk.eval("pass(3725)").await?;
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
    let begins = match version.standard {
        "scorm12" => ["0001:02:", "0001:03:"],
        _ => ["PT1H2M", "PT1H3M"],
    };
    assert!(begins.iter().any(|it| spent.starts_with(it)), "{spent}");
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
