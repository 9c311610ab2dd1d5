//! SCORM platforms as they are: out of order in every way, behind frames of other origins, in other windows. Nothing of
//! that costs the learner the questionnaire.

mod platform;
mod questionnaire;

use std::collections::BTreeSet;

use clientele_e2e::{Outcome, Server, Stage, Trouble, Walk, course, encoded};
use platform::{
    SCORM_12, SCORM_2004, Version, change, enter, open, platform, short_ids, state, until_platform,
    visit_again,
};
use questionnaire::{answer, answer_some, until_course_begun, until_heading_focused};
use serde_json::json;

/// What is said where there is no platform, one that does not save, and one that records nothing.
const ALONE: &str = "not connected to a course platform";
const UNSAVED: &str = "Your course platform is not saving what you answer";
const KEEPING: &str = "The course that opens this page keeps what you answer";
const REVIEWING: &str = "Your course opened this as a review or a preview";

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
        let before = walk.console().await?.len();
        walk.goto(&format!("/?standard={}&{case}", version.standard))
            .await?;
        enter(&walk).await?;
        assert_eq!(walk.shows(ALONE).await?, is_noted, "{case}");
        walk.click_text("Take the short form").await?;
        answer(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
        walk.click_text("See my result").await?;
        walk.until_heading("You serve").await?;
        assert_eq!(walk.shows(ALONE).await?, is_noted, "{case}");
        let is_unsaved = case == "full" || case.contains(set) || case.contains(version.commit);
        assert_eq!(walk.shows(UNSAVED).await?, is_unsaved, "{case}");
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
        // However often it fails, each kind of failure is said once.
        let lines = walk.console().await?.split_off(before).into_iter();
        let warned = lines
            .map(|it| it.message)
            .filter(|it| it.contains("could not report"));
        let warned: Vec<String> = warned.collect();
        let kinds: BTreeSet<&String> = warned.iter().collect();
        assert_eq!(kinds.len(), warned.len(), "{case}: {warned:#?}");
        // What a platform says at the end of a page nobody hears, and that a value is 'false' is no failure.
        let is_quiet = case.contains(version.terminate) || case == format!("refuses={get}");
        assert!(is_quiet || !warned.is_empty(), "{case} is not said");
    }
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
async fn a_platform_may_forget_the_interactions_of_earlier_visits() -> Outcome {
    for version in [&SCORM_12, &SCORM_2004] {
        let walk = open(version, "&forgets").await?;
        walk.click_text("Take the short form").await?;
        answer(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
        visit_again(&walk).await?;
        walk.until_text("Welcome back. 6 of 6").await?;
        change(&walk, 3).await?;
        walk.click("label:has(#choice-1)").await?;
        let changed = format!(
            "platform.state().interactions[0]?.id === '{}'",
            short_ids()[2]
        );
        until_platform(&walk, "the changed answer first", &changed).await?;
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_page_that_ends_without_a_word_loses_no_answer() -> Outcome {
    for version in [&SCORM_12, &SCORM_2004] {
        let walk = open(version, "").await?;
        walk.click_text("Take the short form").await?;
        answer_some(&walk, &["1", "1", "1"]).await?;
        let saved = format!(
            "platform.calls.at(-1)[0] === '{}' && Object.values(platform.state().interactions).filter(it => it.id).length === 3",
            version.commit
        );
        until_platform(&walk, "the answers to be saved", &saved).await?;
        platform(&walk, "platform.kill()").await?;
        visit_again(&walk).await?;
        walk.until_text("Welcome back. 3 of 6").await?;
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_not_saved_is_said_and_tried_again() -> Outcome {
    for version in [&SCORM_12, &SCORM_2004] {
        let walk = open(version, &format!("&refuses={}&first=2", version.commit)).await?;
        walk.click_text("Take the short form").await?;
        answer_some(&walk, &["1"]).await?;
        walk.until_text(UNSAVED).await?;
        walk.axe().await?;
        walk.until_gone(UNSAVED).await?;
        assert!(
            platform(&walk, &format!("platform.times('{}')", version.commit))
                .await?
                .as_u64()
                > Some(2)
        );
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_part_that_is_refused_once_is_told_again() -> Outcome {
    for version in [&SCORM_12, &SCORM_2004] {
        for part in ["id", "type", version.response] {
            let query = format!("&refuses=cmi.interactions.0.{part}&first=1");
            let walk = open(version, &query).await?;
            walk.click_text("Take the short form").await?;
            answer_some(&walk, &["1", "1"]).await?;
            let told = format!(
                "new Set(Object.values(platform.state().interactions).filter(it => it.{} === '1').map(it => it.id)).size === 2",
                version.response
            );
            until_platform(&walk, "both answers", &told).await?;
            walk.finish().await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn an_answer_that_is_taken_late_has_its_place_kept() -> Outcome {
    for version in [&SCORM_12, &SCORM_2004] {
        let walk = open(version, "&refuses=cmi.interactions.0.id&first=1").await?;
        walk.click_text("Take the short form").await?;
        answer_some(&walk, &["1"]).await?;
        let kept = format!(
            "platform.state().suspend_data.split('|')[1] === '{}'",
            short_ids()[0]
        );
        until_platform(&walk, "the place to be kept", &kept).await?;
        walk.finish().await?;
    }
    Ok(())
}

/// The first value that the course asked for was late, and it was asked for again until it was there.
async fn assert_late_values_came(walk: &Walk, version: &Version) -> Outcome {
    let get = version.set.replace("Set", "Get");
    let asked = format!("platform.calls.filter(call => call[0] === '{get}')");
    let late = platform(walk, &format!("{asked}.findIndex(call => call.length > 2)")).await?;
    assert_eq!(late, json!(3));
    let keys = format!("new Set({asked}.slice(0, 4).map(call => call[1])).size");
    assert_eq!(platform(walk, &keys).await?, json!(1));
    Ok(())
}

#[tokio::test]
async fn a_platform_that_answers_late_keeps_what_it_has() -> Outcome {
    for version in [&SCORM_12, &SCORM_2004] {
        let walk = open(version, "&late=3").await?;
        assert_late_values_came(&walk, version).await?;
        walk.click_text("Take the short form").await?;
        answer(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
        walk.click_text("See my result").await?;
        walk.until_heading("You serve").await?;
        let before = state(&walk).await?;
        visit_again(&walk).await?;
        walk.until_text("Welcome back. 6 of 6").await?;
        assert_late_values_came(&walk, version).await?;
        let after = state(&walk).await?;
        for part in [version.status, version.location, "/interactions"] {
            assert_eq!(after.pointer(part), before.pointer(part), "{part}");
        }
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_does_not_apply_is_told_in_words_that_all_platforms_take() -> Outcome {
    for version in [&SCORM_12, &SCORM_2004] {
        let walk = open(version, "&strict").await?;
        assert!(walk.shows(KEEPING).await?);
        walk.click_text("Take the short form").await?;
        answer_some(&walk, &["1"]).await?;
        let is_next = "location.hash === '#question-2'";
        walk.until("the next question's address", is_next).await?;
        walk.eval("history.back()").await?;
        walk.until_text("Question 1 of 6").await?;
        until_heading_focused(&walk).await?;
        walk.click_text("Doesn’t apply").await?;
        let changed = format!(
            "platform.state().interactions[0].{} === '{}'",
            version.response, version.does_not_apply
        );
        until_platform(&walk, "the changed answer", &changed).await?;
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn in_a_review_nothing_is_recorded() -> Outcome {
    for version in [&SCORM_12, &SCORM_2004] {
        let walk = open(version, "&review").await?;
        assert!(walk.shows(REVIEWING).await?);
        assert!(!walk.shows(KEEPING).await?);
        walk.axe().await?;
        walk.click_text("Take the short form").await?;
        answer(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
        walk.click_text("See my result").await?;
        walk.until_heading("You serve").await?;
        let back = walk.driver().enter_default_frame().await;
        back.map_err(Trouble::from)?;
        walk.eval("document.querySelector('iframe').remove()")
            .await?;
        let over = format!("platform.times('{}') === 1", version.terminate);
        walk.until("the end of the session", &over).await?;
        for name in [version.set, version.commit] {
            let times = platform(&walk, &format!("platform.times('{name}')")).await?;
            assert_eq!(times, json!(0), "{name}");
        }
        walk.finish().await?;
    }
    Ok(())
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
        walk.befriend(&other.origin());
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
        until_course_begun(&walk).await?;
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
