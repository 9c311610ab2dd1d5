//! The embedded screens by themselves: no fault found by axe-core, nothing to scroll sideways, parts hidden as asked,
//! and a strict content security policy kept.

mod hosts;
mod questionnaire;

use clientele_e2e::{Outcome, Stage, Trouble, Walk};
use hosts::Host;
use questionnaire::{TORN, return_with};

async fn check(walk: &Walk) -> Result<(), Trouble> {
    walk.axe().await?;
    let wide = "document.documentElement.scrollWidth === document.documentElement.clientWidth";
    walk.until("nothing to scroll sideways", wide).await?;
    let small = "[...document.querySelectorAll('button, summary, select, a[href]')]
        .filter(e => e.checkVisibility() && !e.matches('.term'))
        .every(e => e.getBoundingClientRect().height >= 44)";
    walk.until("targets of 44 px", small).await
}

async fn look(stage: Stage, query: &str) -> Outcome {
    let own = TORN;
    let walk = stage.open(&format!("/?embed{query}")).await?;
    walk.until("the foot", "document.querySelector('.embed-foot')")
        .await?;
    check(&walk).await?;
    walk.click_text("Take the short form").await?;
    walk.until_text("Question 1 of 6").await?;
    walk.click("label:has(#choice-1)").await?;
    check(&walk).await?;
    return_with(&walk, "full", own, &format!("/?embed{query}#{own}")).await?;
    walk.until_text("Your result").await?;
    check(&walk).await?;
    walk.click_text("Try a what-if").await?;
    walk.until("the what-if's bar", "document.querySelector('.trial-bar')")
        .await?;
    check(&walk).await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn light_and_narrow() -> Outcome {
    look(Stage::new().narrow(), "&density=compact").await
}

#[tokio::test]
async fn dark_in_a_light_system_with_an_accent() -> Outcome {
    look(
        Stage::new().size(600, 700),
        "&theme=dark&accent=c2185b&radius=24",
    )
    .await
}

#[tokio::test]
async fn light_in_a_dark_system_and_wide() -> Outcome {
    look(
        Stage::new().dark(),
        "&theme=light&accent=ffe600&density=comfortable",
    )
    .await
}

#[tokio::test]
async fn parts_of_the_result_are_hidden_with_the_ways_to_them() -> Outcome {
    let own = TORN;
    for (part, selector) in [
        ("actions", ".start-here, .to-start-here"),
        ("profile", ".panel.profile, .to-profile"),
        ("weighed", ".weighed, .to-weighed"),
        ("tensions", ".panel.tensions"),
        ("sturdiness", ".sturdiness"),
        ("flips", ".flips"),
        ("target", ".panel.target, .to-target"),
        ("examples", ".nearest"),
        ("areas", ".panel.areas, .to-areas"),
        ("share", ".panel.share, .to-share"),
        ("parts", "nav.parts"),
    ] {
        let walk = Walk::open(&format!("/?embed#{own}")).await?;
        walk.until_text("A result shared with you").await?;
        let shown = format!("[...document.querySelectorAll('{selector}')]");
        // So that it notices when there is nothing of that name any more.
        walk.until(part, &format!("{shown}.length && {shown}.every(seen)"))
            .await?;
        walk.eval(&format!("document.documentElement.dataset.hide = '{part}'"))
            .await?;
        walk.until(part, &format!("!{shown}.some(seen)")).await?;
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_result_is_no_higher_than_what_is_left_of_it() -> Outcome {
    let own = TORN;
    let hidden =
        "actions,profile,weighed,tensions,sturdiness,flips,target,examples,areas,share,parts";
    let walk = Walk::open(&format!("/?embed&hide={hidden}#{own}")).await?;
    walk.until_text("A result shared with you").await?;
    walk.until(
        "the result to end where its words end",
        "document.querySelector('section.result').offsetHeight < 1000",
    )
    .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_strict_policy_is_kept_on_both_sides() -> Outcome {
    let host = Host::open(Stage::new(), "index.html").await?;
    let widget = host.widget.origin();
    host.walk.server().header(&format!(
        "Content-Security-Policy: default-src 'none'; script-src 'self' {widget}; \
         frame-src {widget}; img-src data:"
    ));
    host.walk.goto("element.html").await?;
    host.until_heard("ready").await?;
    host.walk
        .eval("one.setAttribute('accent', '0a7d55'); one.setAttribute('theme', 'dark')")
        .await?;
    host.answer_all("iframe").await?;
    host.until_settled().await?;
    // Some browsers put what starts another program in the place of the frame.
    host.walk.enter("iframe").await?;
    host.walk.click_text("Send by e-mail").await?;
    host.walk.until_still().await?;
    host.walk.until_heading("You serve").await?;
    host.walk.leave().await?;
    // A refusal would be an error of the console.
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_term_is_explained_where_it_can_be_seen() -> Outcome {
    let host = Host::open(Stage::new(), "element.html").await?;
    host.until_heard("ready").await?;
    host.answer_all("iframe").await?;
    host.until_settled().await?;
    host.walk.enter("iframe").await?;
    host.walk
        .eval("for (const fold of document.querySelectorAll('.areas details')) fold.open = true")
        .await?;
    host.walk.leave().await?;
    host.until_settled().await?;
    host.walk.enter("iframe").await?;
    host.walk.click(".areas .term").await?;
    host.walk
        .until(
            "the explanation",
            "document.querySelector('.explanation:popover-open')",
        )
        .await?;
    let place = host
        .walk
        .eval("const { top, bottom } = document.querySelector('.explanation:popover-open').getBoundingClientRect(); return [top, bottom]")
        .await?;
    host.walk.leave().await?;
    let seen = host
        .walk
        .eval(&format!(
            "const frame = document.querySelector('iframe').getBoundingClientRect();
             const [top, bottom] = {place}; return frame.top + top >= -20 && frame.top + bottom <= innerHeight + 20"
        ))
        .await?;
    assert_eq!(seen, true, "{place}");
    host.finish().await?;
    Ok(())
}
