//! Before the app has come: what a visitor presses and chooses on the page counts, and nothing of it
//! is lost when the app takes over. `early_results.rs` has those who come with a result in their address.

mod questionnaire;

use clientele_e2e::{Fault, Outcome, Stage, Trouble, Walk};
use questionnaire::{code, example, kept, until_heading_focused, until_taken_over};
use serde_json::json;

/// A first visit whose app is held back.
async fn held() -> Result<Walk, Trouble> {
    Stage::new().fault(".wasm", Fault::Held).open("/").await
}

/// Waits for the window's title.
async fn until_called(walk: &Walk, title: &str) -> Result<(), Trouble> {
    let is_so = format!("document.title === '{title}'");
    walk.until("the window's title", &is_so).await
}

/// The element that has the focus, by its id.
async fn focused(walk: &Walk) -> Result<String, Trouble> {
    let id = walk.eval("return document.activeElement.id").await?;
    Ok(id.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn what_could_not_be_kept_does_not_give_way_to_what_was() -> Outcome {
    let stage = Stage::new().notes_ready().fault(".wasm", Fault::Held);
    let walk = stage.open("/").await?;
    walk.click_text("Start with all").await?;
    walk.click("label:has(#choice-0)").await?;
    walk.eval("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
        .await?;
    walk.click("label:has(#choice-1)").await?;
    walk.eval("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        .await?;
    walk.server().mend();
    walk.until("the app", "window.isReady").await?;
    assert_eq!(walk.count("#choice-1:checked").await?, 1);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn the_first_frame_is_for_the_top_and_the_rest_is_right_behind() -> Outcome {
    let note = "
        window.drawn = () => ['h1', '.poles', '.promises', '.colophon']
            .filter(part => document.querySelector(part)?.checkVisibility());
        requestAnimationFrame(() => window.first = drawn());";
    let stage = Stage::new().before(note).fault(".wasm", Fault::Held);
    let walk = stage.open("/").await?;
    walk.until("the rest", "drawn().length === 4").await?;
    assert_eq!(walk.eval("return first").await?, json!(["h1"]));
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn the_questions_are_there_before_the_app() -> Outcome {
    let walk = held().await?;
    walk.click_text("Start with all").await?;
    walk.until_text("Question 1 of 15").await?;
    until_heading_focused(&walk).await?;
    assert_eq!(walk.address().await?, "/#question-1");
    walk.press("2").await?;
    assert_eq!(focused(&walk).await?, "choice-1");
    walk.press("Enter").await?;
    walk.until_text("Question 2 of 15").await?;
    walk.click("#choice-0").await?;
    walk.click_text("Next").await?;
    walk.until_text("Question 3 of 15").await?;
    walk.click_text("Skip").await?;
    walk.until_text("Question 4 of 15").await?;
    until_called(&walk, "Question 4 of 15 – Clientele").await?;
    walk.back().await?;
    walk.until_text("Question 3 of 15").await?;
    until_called(&walk, "Question 3 of 15 – Clientele").await?;
    walk.click_text("Back").await?;
    walk.until_text("Question 2 of 15").await?;
    assert_eq!(walk.count("#choice-0:checked").await?, 1);
    assert_eq!(kept(&walk).await?, "0 full offer=2 personalisation=1");
    walk.press("ArrowDown").await?;
    assert_eq!(focused(&walk).await?, "choice-0");

    walk.server().mend();
    until_taken_over(&walk).await?;
    walk.until_text("Question 2 of 15").await?;
    walk.until(
        "the focus to stay",
        "document.activeElement.id === 'choice-0'",
    )
    .await?;
    assert_eq!(walk.count("#choice-0:checked").await?, 1);
    assert_eq!(walk.count("#main > .screen:not(.ahead)").await?, 1);
    walk.click_text("Back").await?;
    walk.until_text("Question 1 of 15").await?;
    assert_eq!(walk.count("#choice-1:checked").await?, 1);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn who_is_quicker_than_the_line_waits_at_the_review() -> Outcome {
    let walk = held().await?;
    walk.click_text("Take the short form").await?;
    for _ in 0..6 {
        walk.press("1").await?;
        walk.press("Enter").await?;
    }
    walk.until(
        "to be told to wait",
        "document.querySelector('#waiting').checkVisibility()",
    )
    .await?;
    assert_eq!(walk.address().await?, "/#review");
    walk.back().await?;
    walk.until_text("Question 6 of 6").await?;
    walk.forward().await?;
    walk.server().mend();
    walk.until_heading("Your answers").await?;
    until_heading_focused(&walk).await?;
    walk.click_text("See my result").await?;
    walk.until_text("You serve").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_page_that_closes_before_its_app_came_has_kept_the_answers() -> Outcome {
    let walk = held().await?;
    walk.click_text("Start with all").await?;
    walk.press("3").await?;
    walk.until_text("Next").await?;
    walk.goto("/about/").await?;
    walk.server().mend();
    walk.goto("/").await?;
    walk.until_text("1 of 15 questions answered").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn where_a_host_refuses_what_stands_in_the_page_files_do_as_much() -> Outcome {
    let stage = Stage::new();
    let server = stage.serve()?;
    server
        .header("Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'; style-src 'self'");
    let mut walk = stage.open_on(server, "/").await?;
    walk.forgive_breach("inline script");
    walk.forgive_breach("inline style");
    walk.until(
        "the style to come as a file",
        "getComputedStyle(document.querySelector('.primary')).minHeight === '44px'",
    )
    .await?;
    walk.click_text("Start with all").await?;
    walk.until_text("Question 1 of 15").await?;
    walk.press("1").await?;
    walk.until_text("Next").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn the_app_does_not_take_over_between_a_press_and_its_click() -> Outcome {
    for (press, release) in [
        (
            ("Input.dispatchMouseEvent", "mousePressed"),
            ("Input.dispatchMouseEvent", "mouseReleased"),
        ),
        (
            ("Input.dispatchKeyEvent", "keyDown"),
            ("Input.dispatchKeyEvent", "keyUp"),
        ),
    ] {
        let stage = Stage::new().notes_ready().fault(".wasm", Fault::Held);
        let walk = stage.open("/").await?;
        let place = walk
            .eval(
                "const button = document.querySelector('.start button.primary');
                 button.focus();
                 const { end } = early;
                 early.end = () => { window.isDue = true; return end(); };
                 const { left, top } = button.getBoundingClientRect();
                 return [left + 9, top + 9];",
            )
            .await?;
        let event = |kind: &str| {
            json!({
                "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1,
                "key": " ", "code": "Space", "text": " ", "windowsVirtualKeyCode": 32,
            })
        };
        walk.devtools(press.0, event(press.1)).await?;
        walk.server().mend();
        walk.until("the app to be due", "window.isDue").await?;
        assert_eq!(walk.eval("return !window.isReady").await?, json!(true));
        walk.devtools(release.0, event(release.1)).await?;
        walk.until("the app", "window.isReady").await?;
        walk.until_text("Question 1 of 15").await?;
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_pressed_before_the_pages_own_script_is_not_lost() -> Outcome {
    // The browser reads a start button, and has not come to the script behind it. The question is there before all of the
    // page is: nobody waits for what stands at its end.
    let press = "new MutationObserver((_, watcher) => {
            const { dataset } = document.documentElement;
            const start = document.querySelector('#main button[name=form]');
            if (start && !dataset.pressed) {
                dataset.pressed = globalThis.early ? 'late' : 'early';
                start.click();
            }
            if (!document.querySelector('#main .question')) return;
            dataset.shown = document.readyState;
            watcher.disconnect();
        }).observe(document, { childList: true, subtree: true });";
    let stage = Stage::new().fault(".wasm", Fault::Held).before(press);
    let walk = stage.open("/").await?;
    walk.until_text("Question 1 of 15").await?;
    until_heading_focused(&walk).await?;
    assert_eq!(
        walk.attribute("html", "data-pressed").await?.as_deref(),
        Some("early")
    );
    assert_eq!(
        walk.attribute("html", "data-shown").await?.as_deref(),
        Some("loading")
    );
    assert_eq!(walk.address().await?, "/#question-1");
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn what_is_chosen_for_another_page_before_the_app_is_not_lost() -> Outcome {
    let held = Stage::new().copies().fault(".wasm", Fault::Held);
    let walk = held.open("/embed/").await?;
    walk.click_text("Dark").await?;
    walk.click_text("Moodle").await?;
    walk.click_text("With an accent").await?;
    walk.click_text("Parts to leave out").await?;
    walk.click_text("Clients, both, customers").await?;
    walk.click_text("Copy").await?;
    assert_eq!(walk.address().await?, "/embed/");
    walk.server().mend();
    walk.until("the lines to be copied", "window.copied")
        .await?;
    let copied = walk.eval("return window.copied").await?;
    for part in ["theme=dark", "accent=0a7d55", "hide=poles"] {
        assert!(copied.to_string().contains(part), "{copied} lacks {part}");
    }
    assert_eq!(
        walk.address().await?,
        "/embed/#way=moodle&theme=dark&accent=0a7d55&hide=poles"
    );
    assert_eq!(
        walk.count("details[open] input[type=checkbox]:checked")
            .await?,
        1
    );
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_file_that_is_dropped_before_the_app_is_compared() -> Outcome {
    let held = Stage::new().fault(".wasm", Fault::Held);
    let walk = held.open("/compare/").await?;
    let (law, shop) = (code(&example("law-firm")), code(&example("retail-shop")));
    let is_taken = walk
        .eval(&format!(
            "const dataTransfer = new DataTransfer();
             dataTransfer.items.add(new File(['North,{law}\\nSouth,{shop}'], 'class.csv'));
             const drop = name => new DragEvent(name, {{ dataTransfer, bubbles: true, cancelable: true }});
             const at = document.querySelector('.colophon');
             return ['dragover', 'drop'].map(name => !at.dispatchEvent(drop(name)));"
        ))
        .await?;
    assert_eq!(is_taken, serde_json::json!([true, true]));
    walk.server().mend();
    walk.until_text("North").await?;
    walk.until_text("South").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn the_focus_stays_where_it_was_when_a_tool_takes_over() -> Outcome {
    let held = Stage::new().fault(".wasm", Fault::Held);
    let walk = held.open("/compare/").await?;
    walk.eval("document.querySelector('.colophon a').focus()")
        .await?;
    walk.server().mend();
    walk.until(
        "the app to be there, and the focus on the same link",
        "!document.querySelector('#app > noscript') && document.activeElement.matches('.colophon p > :first-child')",
    )
    .await?;
    walk.finish().await?;
    Ok(())
}
