//! What failed on its way is tried again where the visitor is: no answer is lost, although no browser keeps any.

mod questionnaire;

use clientele_e2e::{Fault, Outcome, Stage, Trouble, Walk};
use questionnaire::{answer, until_heading_focused};

const FAULT: &str = "Something went wrong on this page";

/// A place that keeps nothing, and on whose first page the file that this attribute names has a fault.
async fn open_with(what: &str, fault: Fault) -> Result<Walk, Trouble> {
    let mut walk = Stage::new()
        .denies_storage()
        .notes_ready()
        .open("/questionnaire/")
        .await?;
    let named = walk
        .eval(&format!(
            "const page = await (await fetch('../')).text();
             return page.match(/data-{what}=\"([^\"]+)/)[1]"
        ))
        .await?;
    let name = named.as_str().unwrap_or("no such file").to_owned();
    for expected in [&name, "WebAssembly", "404", "pack", "preload"] {
        walk.forgive(expected);
    }
    walk.server().fault(&name, fault);
    Ok(walk)
}

/// Gives the first two answers on the page that waits for its app, up to the fault.
async fn answer_two_up_to_the_fault() -> Result<Walk, Trouble> {
    let walk = open_with("wasm", Fault::Held).await?;
    walk.goto("/").await?;
    walk.click_text("Start with all").await?;
    for number in 1..=2 {
        walk.until_text(&format!("Question {number} of 15")).await?;
        walk.click("label:has(#choice-0)").await?;
        walk.click_text("Next").await?;
    }
    walk.until_text("Question 3 of 15").await?;
    walk.server().turn_to(".wasm", Fault::Missing);
    walk.until_heading(FAULT).await?;
    walk.server().mend();
    Ok(walk)
}

#[tokio::test]
async fn answers_given_before_the_app_outlive_its_fault() -> Outcome {
    let walk = answer_two_up_to_the_fault().await?;
    walk.click_text("Reload").await?;
    walk.until("the app", "window.isReady").await?;
    walk.until_text("Question 3 of 15").await?;
    walk.back().await?;
    walk.until_text("Question 2 of 15").await?;
    walk.until("its answer", "document.querySelector('#choice-0')?.checked")
        .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn back_from_a_fault_is_the_question_before() -> Outcome {
    let walk = answer_two_up_to_the_fault().await?;
    walk.back().await?;
    walk.until("the app", "window.isReady").await?;
    walk.until_text("Question 2 of 15").await?;
    walk.until("its answer", "document.querySelector('#choice-0')?.checked")
        .await?;
    assert!(!walk.shows(FAULT).await?);
    assert_eq!(walk.address().await?, "/#question-2");
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_result_that_fails_is_tried_again_with_its_answers() -> Outcome {
    for (what, fault) in [
        ("whole-wasm", Fault::Missing),
        ("whole-pack", Fault::Replaced(b"no pack".to_vec())),
    ] {
        let walk = open_with(what, fault).await?;
        walk.goto("/").await?;
        walk.click_text("Take the short form").await?;
        answer(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
        walk.click_text("See my result").await?;
        walk.until_heading(FAULT).await?;
        walk.server().mend();
        walk.click_text("Reload").await?;
        walk.until_heading("You serve").await?;
        until_heading_focused(&walk).await?;
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_pack_that_is_damaged_leaves_the_way_back_to_the_answers() -> Outcome {
    let walk = open_with("whole-pack", Fault::Replaced(b"no pack".to_vec())).await?;
    walk.goto("/").await?;
    walk.click_text("Take the short form").await?;
    answer(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
    walk.click_text("See my result").await?;
    walk.until_text("The questions arrived damaged").await?;
    walk.back().await?;
    walk.until_heading("Your answers").await?;
    walk.until_text("6 of 6 questions answered").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_host_that_has_another_version_by_now_is_asked_for_its_page() -> Outcome {
    let mut walk = Stage::new().notes_ready().open("/").await?;
    for expected in ["404", "dynamically imported module", "preload"] {
        walk.forgive(expected);
    }
    walk.until("the app", "window.isReady").await?;
    walk.click_text("Take the short form").await?;
    // As after a deploy: what this page is made of is gone for good.
    walk.server().fault("clientele-", Fault::Missing);
    answer(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
    walk.eval("window.isOld = true;").await?;
    walk.click_text("See my result").await?;
    walk.until_heading(FAULT).await?;
    walk.click_text("Reload").await?;
    walk.until_heading(FAULT).await?;
    walk.click_text("Reload").await?;
    walk.until("the page to be another", "!window.isOld")
        .await?;
    // The new version's own files.
    walk.until_heading(FAULT).await?;
    walk.server().mend();
    walk.click_text("Reload").await?;
    walk.until_heading("You serve").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_result_gets_its_style_although_that_failed_at_first() -> Outcome {
    let mut walk = Stage::new().fault("/style-", Fault::Once).open("/").await?;
    walk.forgive("404");
    walk.forgive("MIME type");
    walk.click_text("Take the short form").await?;
    answer(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
    walk.click_text("See my result").await?;
    walk.until_heading("You serve").await?;
    let is_dressed = "getComputedStyle(document.querySelector('.result .gauge, .result .scale')).display !== 'inline'
        && [...document.styleSheets].some(sheet => sheet.href?.includes('/style-') && sheet.cssRules.length)";
    walk.until("the style", is_dressed).await?;
    walk.finish().await?;
    Ok(())
}
