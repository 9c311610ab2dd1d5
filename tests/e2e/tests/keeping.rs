//! No answer is lost: at any reload, with storage that is cleared or another version's, in two tabs, when a tab dies.

mod questionnaire;

use clientele::flow::{Form, Progress};
use clientele::model::{Answer, Answers};
use clientele_e2e::{Fault, Outcome, Stage, Trouble, Walk};
use questionnaire::{answer, close, code, example, kept, open_tab, pack, return_with, switch, tab};

/// The first options of these questions, counted from 1, as they are kept.
fn answered(numbers: impl IntoIterator<Item = usize>) -> String {
    let answers = numbers
        .into_iter()
        .fold(Answers::default(), |answers, number| {
            let question = &pack().questions[number - 1];
            answers.with(question, Answer::Option(question.options[0].number))
        });
    let form = Form::Full;
    Progress { form, answers }.print()
}

/// Chooses the first option of the question on show.
async fn choose(walk: &Walk) -> Result<(), Trouble> {
    walk.click("label:has(#choice-0)").await?;
    walk.until(
        "the choice to be made",
        "document.querySelector('#choice-0')?.checked",
    )
    .await
}

async fn until_question(walk: &Walk, number: usize) -> Result<(), Trouble> {
    walk.until_text(&format!("Question {number} of 15")).await
}

/// Waits until this tab knows that so many questions have been answered.
async fn until_answered(walk: &Walk, count: usize) -> Result<(), Trouble> {
    walk.until_text(&format!("{count} of 15 questions answered"))
        .await
}

/// Storage that is full from now on, until the page is left.
const FULL: &str = "Storage.prototype.setItem = () => { throw new Error('full'); };";

/// The page comes back by Back as it was left, and has been told what is kept.
const BACK: &str = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)));";

#[tokio::test]
async fn a_reload_at_any_step_loses_nothing() -> Outcome {
    let walk = Walk::open("/").await?;
    walk.reload().await?;
    walk.click_text("Start with all").await?;
    for number in 1..=15 {
        until_question(&walk, number).await?;
        walk.reload().await?;
        until_question(&walk, number).await?;
        choose(&walk).await?;
        walk.reload().await?;
        until_question(&walk, number).await?;
        walk.until(
            "the answer to be back",
            "document.querySelector('#choice-0')?.checked",
        )
        .await?;
        assert_eq!(kept(&walk).await?, answered(1..=number));
        walk.click_text(if number < 15 {
            "Next"
        } else {
            "See my answers"
        })
        .await?;
    }
    walk.until_heading("Your answers").await?;
    walk.reload().await?;
    walk.until_heading("Your answers").await?;
    walk.click_text("See my result").await?;
    walk.until_heading("You serve").await?;
    let verdict = walk.heading().await?;
    walk.reload().await?;
    walk.until_text("Your result").await?;
    assert_eq!(walk.heading().await?, verdict);
    assert_eq!(kept(&walk).await?, answered(1..=15));
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn storage_that_is_cleared_midway_is_filled_again() -> Outcome {
    let walk = Walk::open("/#question-1").await?;
    for number in 1..=3 {
        until_question(&walk, number).await?;
        choose(&walk).await?;
        walk.click_text("Next").await?;
    }
    until_question(&walk, 4).await?;
    walk.eval("localStorage.clear()").await?;
    choose(&walk).await?;
    assert_eq!(kept(&walk).await?, answered(1..=4));
    // By another page of the same host, which has nothing to do with us.
    let own = tab(&walk).await?;
    open_tab(&walk).await?;
    walk.goto("/about/").await?;
    walk.eval("localStorage.clear()").await?;
    switch(&walk, &own).await?;
    walk.click_text("Next").await?;
    until_question(&walk, 5).await?;
    choose(&walk).await?;
    assert_eq!(kept(&walk).await?, answered(1..=5));
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn what_a_later_version_kept_is_set_aside_whole() -> Outcome {
    let walk = Walk::open("/about/").await?;
    let later = "2 full XYZ and more";
    walk.eval(&format!(
        "localStorage.setItem('clientele.progress', '{later}')"
    ))
    .await?;
    walk.goto("/").await?;
    walk.until_text("We found earlier answers but could not read them")
        .await?;
    walk.click_text("Start with all").await?;
    choose(&walk).await?;
    assert_eq!(kept(&walk).await?, answered([1]));
    let aside = "return localStorage.getItem('clientele.set-aside')";
    assert_eq!(walk.eval(aside).await?.as_str(), Some(later));
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn two_tabs_at_once_lose_no_answer() -> Outcome {
    let walk = Walk::open("/#question-1").await?;
    choose(&walk).await?;
    let first = tab(&walk).await?;
    let second = open_tab(&walk).await?;
    walk.goto("/#question-2").await?;
    choose(&walk).await?;
    walk.goto("/#review").await?;
    until_answered(&walk, 2).await?;
    // The first one has heard of it, and adds to it.
    switch(&walk, &first).await?;
    walk.goto("/#review").await?;
    until_answered(&walk, 2).await?;
    walk.goto("/#question-3").await?;
    choose(&walk).await?;
    switch(&walk, &second).await?;
    until_answered(&walk, 3).await?;
    walk.goto("/#question-4").await?;
    choose(&walk).await?;
    assert_eq!(kept(&walk).await?, answered(1..=4));
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_page_without_its_app_writes_over_nothing_of_another_page() -> Outcome {
    let walk = Stage::new().fault("-form-", Fault::Held).open("/").await?;
    let first = tab(&walk).await?;
    // At the start while another tab has answered: its answers are those to go on from.
    let second = open_tab(&walk).await?;
    walk.goto("/").await?;
    walk.click_text("Start with all").await?;
    choose(&walk).await?;
    switch(&walk, &first).await?;
    walk.click_text("Take the short form").await?;
    walk.until(
        "it to wait",
        "document.querySelector('#waiting').checkVisibility()",
    )
    .await?;
    assert_eq!(kept(&walk).await?, "0 full offer=1");
    // In the middle of it while another page keeps more: a tab, or a page after which Back leads here.
    switch(&walk, &second).await?;
    walk.eval(&format!(
        "localStorage.setItem('clientele.progress', '{}');
         dispatchEvent(new PageTransitionEvent('pageshow', {{ persisted: true }}));",
        answered([1, 2, 3])
    ))
    .await?;
    walk.until(
        "it to wait",
        "document.querySelector('#waiting').checkVisibility()",
    )
    .await?;
    walk.server().mend();
    until_question(&walk, 1).await?;
    switch(&walk, &first).await?;
    walk.click_text("Continue with question 4").await?;
    until_question(&walk, 4).await?;
    choose(&walk).await?;
    assert_eq!(kept(&walk).await?, answered(1..=4));
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_page_that_comes_back_by_back_goes_on_from_what_was_kept_since() -> Outcome {
    let walk = Walk::open("/#question-1").await?;
    choose(&walk).await?;
    // The page was left as it is, something was kept meanwhile, and the browser brings the page back.
    walk.eval(&format!(
        "localStorage.setItem('clientele.progress', '{}');
         dispatchEvent(new PageTransitionEvent('pageshow', {{ persisted: true }}));",
        answered([1, 2, 3])
    ))
    .await?;
    walk.goto("/#question-4").await?;
    until_question(&walk, 4).await?;
    choose(&walk).await?;
    assert_eq!(kept(&walk).await?, answered(1..=4));
    // What was cleared meanwhile does not come back, but nor goes what could not be kept.
    walk.eval(
        "localStorage.clear(); dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));",
    )
    .await?;
    walk.until(
        "nothing chosen",
        "!document.querySelector('#choice-0').checked",
    )
    .await?;
    walk.eval(FULL).await?;
    choose(&walk).await?;
    walk.until("it is said", "document.querySelector('.notice')")
        .await?;
    walk.eval(BACK).await?;
    assert_eq!(walk.count("#choice-0:checked").await?, 1);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn what_was_kept_before_storage_was_full_is_not_gone_back_to() -> Outcome {
    let walk = Walk::open("/#question-1").await?;
    until_question(&walk, 1).await?;
    choose(&walk).await?;
    walk.eval(FULL).await?;
    walk.click_text("Next").await?;
    until_question(&walk, 2).await?;
    walk.until_still().await?;
    choose(&walk).await?;
    walk.eval(BACK).await?;
    assert_eq!(walk.count("#choice-0:checked").await?, 1);
    assert_eq!(kept(&walk).await?, answered([1]));
    // What another page keeps meanwhile is newer, all the same.
    walk.eval(&format!(
        "Storage.prototype.getItem = () => '{}'; {BACK}",
        answered([1, 3])
    ))
    .await?;
    walk.until(
        "nothing chosen",
        "!document.querySelector('#choice-0').checked",
    )
    .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn the_whole_app_knows_what_the_form_could_not_keep() -> Outcome {
    let walk = Walk::open("/").await?;
    walk.eval(FULL).await?;
    walk.click_text("Take the short form").await?;
    answer(&walk, ["1", "1", "1", "1", "1", "1"]).await?;
    walk.click_text("See my result").await?;
    walk.until_text("Your result").await?;
    walk.until("it is said", "document.querySelector('.notice')")
        .await?;
    walk.eval(BACK).await?;
    assert!(walk.shows("Your result").await?);
    assert!(!walk.shows("An earlier result of yours").await?);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_tab_that_is_closed_or_crashes_loses_nothing() -> Outcome {
    let walk = Walk::open("/about/").await?;
    let safe = tab(&walk).await?;
    for number in 1..=2 {
        open_tab(&walk).await?;
        walk.goto(&format!("/#question-{number}")).await?;
        choose(&walk).await?;
        if number == 1 {
            close(&walk).await?;
        } else {
            // Its answer is the crash itself.
            let _crashed = walk.driver().goto("chrome://crash").await;
        }
        switch(&walk, &safe).await?;
        walk.goto("/about/").await?;
        assert_eq!(kept(&walk).await?, answered(1..=number));
    }
    walk.goto("/#review").await?;
    until_answered(&walk, 2).await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_trap_in_the_middle_of_a_result_leaves_the_answers() -> Outcome {
    let own = code(&example("restaurant"));
    let mut walk = Walk::open("/").await?;
    return_with(&walk, "full", &own, &format!("/#{own}")).await?;
    walk.until_text("Your result").await?;
    for part in ["unreachable", "no more", "panicked"] {
        walk.forgive(part);
    }
    walk.eval("Node.prototype.insertBefore = () => { throw new Error('no more'); }")
        .await?;
    walk.click_text("Try a what-if").await?;
    walk.until_text("The page ran into a mistake of ours")
        .await?;
    assert!(walk.offers("Print the questionnaire").await?);
    assert_eq!(kept(&walk).await?, format!("1 full {own}"));
    walk.click_text("Reload the page").await?;
    walk.until_text("Your result").await?;
    walk.finish().await?;
    Ok(())
}
