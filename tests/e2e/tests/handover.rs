//! The form's app is there first; at a result the whole widget takes over, on good lines and bad.

mod questionnaire;

use clientele_e2e::{Fault, Outcome, Stage, Trouble, Walk};
use questionnaire::{answer, code, example, kept, return_with, until_heading_focused};

/// What the page calls one of the files that it fetches later.
async fn name_of(walk: &Walk, what: &str) -> Result<String, Trouble> {
    let name = walk
        .eval(&format!("return document.documentElement.dataset.{what}"))
        .await?;
    Ok(name.as_str().unwrap_or_default().to_owned())
}

fn asked_for(walk: &Walk, name: &str) -> bool {
    let requests = walk.server().requests();
    requests.iter().any(|request| request.contains(name))
}

#[tokio::test]
async fn nobody_pays_for_a_result_before_the_first_answer() -> Outcome {
    let walk = Stage::new().notes_ready().open("/").await?;
    let whole = name_of(&walk, "wholeWasm").await?;
    walk.until("the app", "window.isReady").await?;
    walk.click_text("Start with all").await?;
    walk.until_text("Question 1 of 15").await?;
    assert!(!asked_for(&walk, &whole));
    walk.press("1").await?;
    let arrived =
        format!("performance.getEntriesByType('resource').some(it => it.name.endsWith('{whole}'))");
    walk.until("the whole widget to be on its way", &arrived)
        .await?;
    assert!(asked_for(&walk, &whole));
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn the_result_takes_the_focus_and_back_leads_to_the_review() -> Outcome {
    let own = code(&example("restaurant"));
    let walk = Stage::new().narrow().open("/").await?;
    return_with(&walk, "full", &own, "/#review").await?;
    walk.until_heading("Your answers").await?;
    walk.click_text("See my result").await?;
    walk.until_heading("You serve customers").await?;
    until_heading_focused(&walk).await?;
    assert_eq!(walk.address().await?, format!("/#{own}"));
    walk.back().await?;
    walk.until_heading("Your answers").await?;
    walk.forward().await?;
    walk.until_heading("You serve customers").await?;
    assert_eq!(walk.count("main").await?, 1, "one app alone is on the page");
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn on_a_slow_line_it_says_that_it_is_coming_and_loses_nothing() -> Outcome {
    let own = code(&example("restaurant"));
    let walk = Stage::new().open("/").await?;
    let whole = name_of(&walk, "wholeWasm").await?;
    walk.server().fault(&whole, Fault::Held);
    return_with(&walk, "full", &own, "/#change-1").await?;
    walk.until_text("Question 1 of 15").await?;
    walk.click_text("Done, back to my answers").await?;
    walk.click_text("See my result").await?;
    walk.until(
        "to be told",
        "document.querySelector('#waiting').checkVisibility()
            && document.activeElement.id === 'waiting'",
    )
    .await?;
    walk.server().mend();
    walk.until_heading("You serve customers").await?;
    assert_eq!(kept(&walk).await?, format!("1 full {own}"));
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn whoever_waits_for_long_can_load_the_page_again() -> Outcome {
    let own = code(&example("restaurant"));
    let walk = Stage::new().open("/").await?;
    let whole = name_of(&walk, "wholeWasm").await?;
    walk.server().fault(&whole, Fault::Held);
    return_with(&walk, "full", &own, "/#review").await?;
    walk.click_text("See my result").await?;
    let is_offered =
        "document.querySelector('#again').checkVisibility({ visibilityProperty: true })";
    walk.until(
        "to be told",
        &format!("document.querySelector('#waiting').checkVisibility() && !{is_offered}"),
    )
    .await?;
    // As if the while had passed.
    walk.eval("document.querySelector('.late').getAnimations()[0].finish()")
        .await?;
    walk.until("a way out", is_offered).await?;
    // Heard, too: what appears stands in what is there to tell of it.
    assert_eq!(walk.count("[role=status] > .late").await?, 1);
    walk.eval("globalThis.isBefore = true").await?;
    walk.click("#again").await?;
    walk.server().mend();
    walk.until("another page", "!globalThis.isBefore").await?;
    walk.until_heading("You serve customers").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_history_that_takes_no_address_costs_no_result() -> Outcome {
    let own = code(&example("restaurant"));
    let walk = Stage::new()
        .before("history.pushState = () => { throw new DOMException('too many'); };")
        .open("/")
        .await?;
    return_with(&walk, "full", &own, "/#review").await?;
    walk.click_text("See my result").await?;
    walk.until_heading("You serve customers").await?;
    assert_eq!(walk.address().await?, "/#review");
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn without_the_whole_widget_the_answers_stay_and_a_reload_helps() -> Outcome {
    let own = code(&example("law-firm"));
    for (what, fault) in [
        ("wholeWasm", Fault::Missing),
        ("wholeApp", Fault::Cut),
        ("wholePack", Fault::Broken),
        ("wholePack", Fault::Truncated(1000)),
        ("wholePack", Fault::Page),
        ("wholeWasm", Fault::Page),
        (
            "wholeWasm",
            Fault::Replaced(b"\0asm\x01\0\0\0 and no more".to_vec()),
        ),
    ] {
        let mut walk = Stage::new().open("/").await?;
        let name = name_of(&walk, what).await?;
        walk.forgive(&name);
        walk.forgive("the pack");
        walk.forgive("pack is cut short");
        walk.forgive("not a pack");
        walk.forgive("CompileError");
        walk.forgive("WebAssembly");
        walk.forgive("Failed to fetch");
        walk.server().fault(&name, fault.clone());
        return_with(&walk, "full", &own, "/#review").await?;
        walk.click_text("See my result").await?;
        walk.until_text("Every answer that you gave before is kept")
            .await?;
        assert!(walk.offers("Print the questionnaire").await?, "{fault:?}");
        assert_eq!(kept(&walk).await?, format!("1 full {own}"), "{fault:?}");
        walk.server().mend();
        walk.click("#reload").await?;
        walk.until_heading("You serve clients").await?;
        walk.finish().await?;
    }
    Ok(())
}

/// Counts the answers that are none.
const COUNT: &str = "window.refused = 0;
    const ask = window.fetch;
    window.fetch = async (...what) => {
        const answer = await ask(...what);
        if (!answer.ok) window.refused += 1;
        return answer;
    };";

#[tokio::test]
async fn what_did_not_come_early_is_asked_for_again() -> Outcome {
    let mut walk = Stage::new().before(COUNT).open("/").await?;
    let whole = name_of(&walk, "wholeWasm").await?;
    walk.forgive(&whole);
    walk.server().fault(&whole, Fault::Missing);
    walk.click_text("Start with all").await?;
    walk.until_text("Question 1 of 15").await?;
    walk.press("1").await?;
    walk.until("the whole widget to have been refused", "refused > 0")
        .await?;
    walk.server().mend();
    walk.goto(&format!("/#{}", code(&example("law-firm"))))
        .await?;
    walk.until_heading("You serve clients").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn whoever_goes_back_while_it_is_coming_stays_until_the_next_time() -> Outcome {
    let own = code(&example("restaurant"));
    let walk = Stage::new().open("/").await?;
    let whole = name_of(&walk, "wholeWasm").await?;
    walk.server().fault(&whole, Fault::Held);
    return_with(&walk, "full", &own, "/#review").await?;
    walk.until_heading("Your answers").await?;
    let is_told = "document.querySelector('#waiting').checkVisibility()";
    for _ in 0..2 {
        walk.click_text("See my result").await?;
        walk.until("to be told", is_told).await?;
        walk.back().await?;
        until_heading_focused(&walk).await?;
    }
    walk.click_text("Clientele").await?;
    walk.click_text("Begin afresh").await?;
    walk.server().mend();
    let has_come = "performance.getEntriesByType('resource').some(it => it.name.endsWith(NAME) && it.responseEnd > 0)";
    let has_come = has_come.replace("NAME", &format!("'{whole}'"));
    walk.until("the whole widget to be there", &has_come)
        .await?;
    // It leaves the visitor alone, and the way back to what was cleared.
    walk.click_text("Bring them back").await?;
    walk.goto("/#review").await?;
    walk.click_text("See my result").await?;
    walk.until_heading("You serve customers").await?;
    assert_eq!(walk.count("main").await?, 1, "one app alone is on the page");
    walk.finish().await?;
    Ok(())
}

/// Where nothing can be kept, the form's app alone knows the answers.
#[tokio::test]
async fn from_a_result_that_does_not_come_back_leads_to_the_answers() -> Outcome {
    let mut walk = Stage::new().denies_storage().open("/").await?;
    let whole = name_of(&walk, "wholeWasm").await?;
    walk.forgive(&whole);
    walk.forgive("WebAssembly");
    walk.server().fault(&whole, Fault::Missing);
    walk.click_text("Take the short form").await?;
    answer(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
    walk.click_text("See my result").await?;
    walk.until_heading("Something went wrong on this page")
        .await?;
    walk.back().await?;
    walk.until_heading("Your answers").await?;
    until_heading_focused(&walk).await?;
    walk.until_text("6 of 6 questions answered").await?;
    walk.server().mend();
    walk.click_text("See my result").await?;
    walk.until_heading("You serve").await?;
    walk.finish().await?;
    Ok(())
}
