//! What is pressed twice, or held, counts once: people double-click, before the app as with it.

mod questionnaire;

use clientele::model::{Answer, Answers};
use clientele_e2e::{Fault, Outcome, Stage, Walk};
use questionnaire::{
    code, example, kept, pack, paste, return_with, until_heading_focused, until_taken_over,
};
use serde_json::json;

#[tokio::test]
async fn a_double_click_on_next_answers_nothing_by_itself() -> Outcome {
    let walk = Stage::new().size(1280, 680).open("/").await?;
    walk.click_text("Start with all").await?;
    for number in 1..=6 {
        walk.until_text(&format!("Question {number} of 15")).await?;
        walk.click("label:has(#choice-0)").await?;
        walk.until(
            "Next to be there",
            "words(document.querySelector('[type=submit]').innerText) === 'Next'",
        )
        .await?;
        walk.double_click("[type=submit]").await?;
        walk.until_text(&format!("Question {} of 15", number + 1))
            .await?;
        walk.until(
            "nothing to be chosen",
            "!document.querySelector('fieldset :checked')",
        )
        .await?;
    }
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_double_click_on_start_is_one_step() -> Outcome {
    let walk = Stage::new().notes_ready().open("/").await?;
    walk.until("the app", "window.isReady").await?;
    walk.double_click("button[value=full]").await?;
    walk.until_text("Question 1 of 15").await?;
    walk.until("its address", "location.hash === '#question-1'")
        .await?;
    walk.back().await?;
    walk.until_text("Do you serve clients or customers?")
        .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn the_second_press_of_a_double_click_does_nothing_to_the_question() -> Outcome {
    let held = Stage::new().size(390, 844).fault(".wasm", Fault::Held);
    let walk = held.open("/").await?;
    walk.double_click("button[value=short]").await?;
    walk.until_text("Question 1 of 6").await?;
    until_heading_focused(&walk).await?;
    assert_eq!(walk.count("fieldset :checked").await?, 0);
    walk.press("2").await?;
    assert_eq!(walk.count("#choice-1:checked").await?, 1);
    walk.server().mend();
    until_taken_over(&walk).await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_double_click_on_back_and_a_triple_one_on_next_are_one_step() -> Outcome {
    // Before the app, and with it.
    for is_early in [true, false] {
        let stage = Stage::new().size(1280, 680);
        let stage = if is_early {
            stage.fault(".wasm", Fault::Held)
        } else {
            stage.notes_ready()
        };
        let walk = stage.open("/").await?;
        if !is_early {
            walk.until("the app", "window.isReady").await?;
        }
        walk.click("button[value=full]").await?;
        walk.until_text("Question 1 of 15").await?;
        for number in [2, 3] {
            until_heading_focused(&walk).await?;
            walk.clicks("[type=submit]", 3).await?;
            walk.until_text(&format!("Question {number} of 15")).await?;
        }
        until_heading_focused(&walk).await?;
        walk.double_click(".actions > .quiet").await?;
        walk.until_text("Question 2 of 15").await?;
        until_heading_focused(&walk).await?;
        assert!(walk.shows("Question 2 of 15").await?, "early: {is_early}");
        walk.server().mend();
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_double_click_takes_one_row_out_of_a_comparison() -> Outcome {
    let walk = Walk::open("/compare/").await?;
    let all = ["law-firm", "restaurant", "freelancer", "retail-shop"];
    let lines = all.map(|id| format!("{id},{}", code(&example(id))));
    paste(&walk, &lines.join("\n")).await?;
    walk.until_text("4 results were read.").await?;
    walk.double_click(".everyone tbody tr:nth-child(2) button")
        .await?;
    walk.until(
        "a row less",
        "document.querySelectorAll('.everyone tbody tr').length < 4",
    )
    .await?;
    // The second half has been, too, once something else is done.
    walk.click_text("Name").await?;
    walk.until(
        "the table to be sorted",
        "document.querySelector('th[aria-sort=ascending]')",
    )
    .await?;
    assert_eq!(walk.count(".everyone tbody tr").await?, 3);
    walk.finish().await?;
    Ok(())
}

/// A key that is held: what it sends again and again, wherever the focus has gone meanwhile.
fn again(key: &str) -> String {
    let repeated = json!({ "key": key, "repeat": true, "bubbles": true, "cancelable": true });
    format!(
        "for (let times = 0; times < 9; times++) {{
            document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {repeated}));
        }}"
    )
}

#[tokio::test]
async fn a_held_enter_goes_one_question_further_and_no_more() -> Outcome {
    // Before the app, and with it; the questions further on are answered, and would let it pass.
    for is_early in [true, false] {
        let stage = if is_early {
            Stage::new().fault(".wasm", Fault::Held)
        } else {
            Stage::new().notes_ready()
        };
        let walk = stage.open("/").await?;
        if !is_early {
            walk.until("the app", "window.isReady").await?;
        }
        walk.click_text("Start with all").await?;
        until_heading_focused(&walk).await?;
        for number in 2..=5 {
            walk.press("1").await?;
            walk.press("Enter").await?;
            walk.until_text(&format!("Question {number} of 15")).await?;
            until_heading_focused(&walk).await?;
        }
        for number in (1..=4).rev() {
            walk.click(".actions > .quiet").await?;
            walk.until_text(&format!("Question {number} of 15")).await?;
            until_heading_focused(&walk).await?;
        }
        walk.eval(&[all_at_once(&["Enter"]), again("Enter")].join(";"))
            .await?;
        walk.until_text("Question 2 of 15").await?;
        until_heading_focused(&walk).await?;
        walk.eval(&again("Enter")).await?;
        // Let go, and pressed once more: whatever was held has been by then.
        walk.press("Enter").await?;
        walk.until_text("Question 3 of 15").await?;
        until_heading_focused(&walk).await?;
        walk.until_still().await?;
        assert!(walk.shows("Question 3 of 15").await?, "early: {is_early}");
        walk.server().mend();
        walk.finish().await?;
    }
    Ok(())
}

/// Presses these keys on whatever has the focus, all of them before the page can do anything about the first.
fn all_at_once(keys: &[&str]) -> String {
    format!(
        "for (const key of {}) document.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', {{ key, bubbles: true, cancelable: true }}))",
        json!(keys)
    )
}

#[tokio::test]
async fn keys_that_are_faster_than_the_page_belong_to_their_questions() -> Outcome {
    let walk = Stage::new().notes_ready().open("/").await?;
    walk.until("the app", "window.isReady").await?;
    walk.click_text("Start with all").await?;
    until_heading_focused(&walk).await?;
    walk.eval(&all_at_once(&["1", "Enter", "2", "Enter", "Enter", "3"]))
        .await?;
    walk.until_text("Question 3 of 15").await?;
    walk.until(
        "the last choice",
        "document.querySelector('#choice-2').checked",
    )
    .await?;
    let given = pack().questions.iter().zip([0, 1, 2]);
    let given = given.fold(Answers::default(), |given, (question, place)| {
        given.with(question, Answer::Option(question.options[place].number))
    });
    assert_eq!(kept(&walk).await?, format!("1 full {}", code(&given)));
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_double_click_on_begin_afresh_begins_nothing() -> Outcome {
    let own = code(&example("restaurant"));
    for width in [390, 1280] {
        let walk = Stage::new().size(width, 800).open("/").await?;
        return_with(&walk, "full", &own, "/").await?;
        walk.until_text("Welcome back").await?;
        walk.double_click(".welcome-back .quiet").await?;
        walk.until_text("Your answers are cleared").await?;
        walk.until_still().await?;
        assert!(!walk.shows("Question 1").await?, "{width}");
        walk.click_text("Bring them back").await?;
        walk.until_text("Welcome back").await?;
        assert_eq!(kept(&walk).await?, format!("1 full {own}"));
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_double_click_on_begin_afresh_below_a_result_loses_no_answer() -> Outcome {
    let own = code(&example("restaurant"));
    let walk = Stage::new().open("/").await?;
    return_with(&walk, "full", &own, &format!("/#{own}")).await?;
    walk.until("the last part", "document.querySelector('.onward .quiet')")
        .await?;
    walk.double_click(".onward .quiet").await?;
    walk.until_text("Your answers are cleared").await?;
    walk.click_text("Bring them back").await?;
    walk.until_text("Welcome back").await?;
    assert_eq!(kept(&walk).await?, format!("1 full {own}"));
    walk.finish().await?;
    Ok(())
}
