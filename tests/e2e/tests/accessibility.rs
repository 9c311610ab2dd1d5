//! Every screen, in both themes, narrow and wide: no fault found by any rule of axe-core, nothing to scroll sideways,
//! targets large enough, and a heading that says where one is.

mod questionnaire;

use clientele_e2e::{Outcome, Stage};
use questionnaire::{TORN, code, example, kept, return_with, until_heading_focused};

async fn look_at_every_screen(stage: Stage) -> Outcome {
    let client = code(&example("law-firm"));
    let both = TORN;
    let walk = stage.open("/").await?;
    walk.is_sound().await?;

    walk.click_text("Start with all").await?;
    until_heading_focused(&walk).await?;
    walk.is_sound().await?;
    walk.click("label:has(#choice-1)").await?;
    walk.is_sound().await?;
    walk.reload().await?;
    walk.until_text("Your earlier answers are back").await?;
    walk.is_sound().await?;

    walk.goto("/#review").await?;
    walk.until_text("At least 5 have to apply").await?;
    walk.is_sound().await?;
    let few = kept(&walk).await?;
    walk.goto(&format!("/#{}", few.rsplit(' ').next().unwrap_or_default()))
        .await?;
    walk.until_heading("Too few answers to say").await?;
    walk.is_sound().await?;

    walk.goto("/").await?;
    walk.until_text("Welcome back").await?;
    walk.is_sound().await?;
    walk.goto("/#chapter-two").await?;
    walk.until_heading("This link does not open a result")
        .await?;
    walk.is_sound().await?;

    walk.goto(&format!("/#{client}")).await?;
    walk.until_text("A result shared with you").await?;
    walk.is_sound().await?;

    return_with(&walk, "full", both, &format!("/#{both}")).await?;
    walk.until_text("Your result").await?;
    walk.eval("for (const fold of document.querySelectorAll('details')) fold.open = true")
        .await?;
    walk.is_sound().await?;
    walk.click("main .term").await?;
    walk.until(
        "the explanation to be open",
        "document.querySelector('.explanation:popover-open')",
    )
    .await?;
    walk.is_sound().await?;
    walk.press("Escape").await?;
    walk.click_text("Try a what-if").await?;
    walk.until("the what-if's bar", "document.querySelector('.trial-bar')")
        .await?;
    walk.is_sound().await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn light_and_narrow() -> Outcome {
    look_at_every_screen(Stage::new().narrow()).await
}

#[tokio::test]
async fn light_and_wide() -> Outcome {
    look_at_every_screen(Stage::new()).await
}

#[tokio::test]
async fn dark_and_narrow() -> Outcome {
    look_at_every_screen(Stage::new().narrow().dark()).await
}

#[tokio::test]
async fn dark_and_wide() -> Outcome {
    look_at_every_screen(Stage::new().dark()).await
}

#[tokio::test]
async fn forced_colours_keep_the_chosen_answer_apart() -> Outcome {
    let walk = Stage::new().forced_colors().open("/#question-1").await?;
    walk.click("label:has(#choice-1)").await?;
    walk.until(
        "the chosen answer to be outlined",
        "getComputedStyle(document.querySelector('label:has(#choice-1)')).outlineStyle !== 'none'
            && getComputedStyle(document.querySelector('label:has(#choice-0)')).outlineStyle === 'none'",
    )
    .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn reduced_motion_moves_nothing() -> Outcome {
    for (stage, moves) in [(Stage::new(), true), (Stage::new().still(), false)] {
        let own = code(&example("law-firm"));
        let walk = stage.open("/").await?;
        return_with(&walk, "full", &own, &format!("/#{own}")).await?;
        walk.until_heading("You serve clients").await?;
        let may_move = "return [...document.querySelectorAll('*')].map(it => getComputedStyle(it)).some(it =>
            parseFloat(it.transitionDuration) > 0 || parseFloat(it.animationDuration) > 0 || it.scrollBehavior === 'smooth')";
        assert_eq!(walk.eval(may_move).await?.as_bool(), Some(moves));
        // A mark slides to where another answer puts it, or is there at once.
        walk.click_text("Try a what-if").await?;
        walk.until("the what-if's bar", "document.querySelector('.trial-bar')")
            .await?;
        walk.eval(
            "window.hasMoved = false;
             for (const kind of ['transitionrun', 'animationstart']) addEventListener(kind, () => { hasMoved = true; });
             for (const list of document.querySelectorAll('.chart select')) {
               list.selectedIndex = list.selectedIndex === 1 ? 2 : 1;
               list.dispatchEvent(new Event('change', { bubbles: true }));
             }
             await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
             hasMoved ||= document.getAnimations().length > 0;",
        )
        .await?;
        walk.until_still().await?;
        assert_eq!(walk.eval("return hasMoved").await?.as_bool(), Some(moves));
        walk.finish().await?;
    }
    Ok(())
}
