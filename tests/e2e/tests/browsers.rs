//! The same walks in Chromium, Firefox and `WebKit`: few, each with many steps, for what engines do differently.

mod hosts;
mod questionnaire;

use clientele_e2e::{Fault, Kind, Outcome, Stage, Walk};
use hosts::Host;
use questionnaire::{
    answer, choice, code, example, kept, look_up_a_term, pack, paste, return_with,
    until_heading_focused,
};
use serde_json::json;

/// Makes each walk a test in each browser, such as `webkit::by_mouse_with_reloads_and_detours`.
macro_rules! in_every_browser {
    ($($walk:ident),+ $(,)?) => {
        mod chromium { $(#[tokio::test] async fn $walk() -> super::Outcome { super::$walk(super::Kind::Chromium).await })+ }
        mod firefox { $(#[tokio::test] async fn $walk() -> super::Outcome { super::$walk(super::Kind::Firefox).await })+ }
        mod webkit { $(#[tokio::test] async fn $walk() -> super::Outcome { super::$walk(super::Kind::WebKit).await })+ }
    };
}

in_every_browser!(
    by_mouse_with_reloads_and_detours,
    by_keyboard_and_handed_on,
    results_side_by_side,
    in_another_page,
    in_a_sandbox,
    past_a_file_that_fails_once,
    back_to_a_page_that_was_left_on_its_way,
);

async fn by_mouse_with_reloads_and_detours(kind: Kind) -> Outcome {
    let answers = example("law-firm");
    let walk = Stage::new().browser(kind).open("/").await?;
    walk.click_text("Start with all 15 questions").await?;
    for at in 0..15 {
        walk.until_text(&format!("Question {} of 15", at + 1))
            .await?;
        until_heading_focused(&walk).await?;
        walk.click(&choice(at, &answers)).await?;
        if at == 4 {
            let chosen = format!("document.querySelector('{} :checked')", choice(4, &answers));
            walk.until("the choice", &chosen).await?;
            walk.reload().await?;
            walk.until_text("Your earlier answers are back").await?;
            walk.until("the answer to be there still", &chosen).await?;
        }
        if at == 6 {
            walk.back().await?;
            walk.until_text("Question 6 of 15").await?;
            until_heading_focused(&walk).await?;
            walk.until(
                "the answer before",
                &format!("document.querySelector('{} :checked')", choice(5, &answers)),
            )
            .await?;
            walk.forward().await?;
            walk.until_text("Question 7 of 15").await?;
        }
        walk.click_text(if at < 14 { "Next" } else { "See my answers" })
            .await?;
    }
    walk.until_text("15 of 15 questions answered").await?;
    // One answer is changed from the review.
    walk.click("a[href='#change-1']").await?;
    walk.until_text("Question 1 of 15").await?;
    let other = answers.with(
        &pack().questions[0],
        clientele::model::Answer::Option(pack().questions[0].options[4].number),
    );
    walk.click(&choice(0, &other)).await?;
    walk.click_text("Done, back to my answers").await?;
    walk.until_heading("Your answers").await?;
    walk.click_text("See my result").await?;
    walk.until_heading("You serve clients").await?;
    until_heading_focused(&walk).await?;
    let own = code(&other);
    assert_eq!(walk.address().await?, format!("/#{own}"), "{kind}");
    assert_eq!(kept(&walk).await?, format!("1 full {own}"), "{kind}");
    // What if? All of it moves, and comes back.
    let before = walk.text_of(".gauge p").await?;
    walk.click_text("Try a what-if").await?;
    walk.until("the lists", "document.querySelector('.chart select')")
        .await?;
    walk.eval(
        "for (const list of [...document.querySelectorAll('.chart select')].slice(0, 3)) {
            list.value = [...list.options].at(-2).value;
            list.dispatchEvent(new Event('change', { bubbles: true }));
        }",
    )
    .await?;
    walk.until("the bar", "document.querySelector('.trial-bar')")
        .await?;
    let says = "words(document.querySelector('.gauge p').innerText)";
    let before_as_text = format!("words({before:?})");
    walk.until("another score", &format!("{says} !== {before_as_text}"))
        .await?;
    walk.click(".trial-bar button").await?;
    walk.until("no bar", "!document.querySelector('.trial-bar')")
        .await?;
    assert_eq!(walk.text_of(".gauge p").await?, before, "{kind}");
    // A term explains itself.
    look_up_a_term(&walk).await?;
    walk.axe().await?;
    walk.finish().await?;
    Ok(())
}

async fn by_keyboard_and_handed_on(kind: Kind) -> Outcome {
    let catch = "window.print = () => { window.printed = true; }";
    let walk = Stage::new()
        .browser(kind)
        .narrow()
        .dark()
        .still()
        .before(catch)
        .open("/")
        .await?;
    let seen = walk
        .eval("return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(prefers-reduced-motion: reduce)').matches]")
        .await?;
    assert_eq!(seen, json!([320, true, true]), "{kind}");
    walk.axe().await?;
    walk.tab_to("Take the short form: 6 questions").await?;
    walk.press("Enter").await?;
    answer(&walk, ["1", "2", "1", "1", "2", "1"]).await?;
    walk.axe().await?;
    walk.tab_to("See my result").await?;
    walk.press("Enter").await?;
    walk.until_heading("You serve both").await?;
    walk.axe().await?;
    let own = kept(&walk).await?;
    // Named, printed, and its link opened as somebody else would.
    walk.click_text("Name for this result").await?;
    walk.type_text("Team North").await?;
    walk.until(
        "the name in the link",
        "document.querySelector('#share-link').value.endsWith('~Team%20North')",
    )
    .await?;
    walk.click_text("Print, or save as PDF").await?;
    walk.until("a print", "window.printed").await?;
    let link = walk
        .eval("return document.querySelector('#share-link').value")
        .await?;
    walk.goto(link.as_str().unwrap_or_default()).await?;
    walk.until_text("Team North").await?;
    walk.until_heading("You serve both").await?;
    assert_eq!(kept(&walk).await?, own, "{kind}");
    // Nothing is wider than the screen.
    assert_eq!(
        walk.eval("return document.documentElement.scrollWidth <= innerWidth")
            .await?,
        json!(true),
        "{kind}"
    );
    refuse_broken_links(&walk).await?;
    assert_eq!(kept(&walk).await?, own, "{kind}");
    walk.finish().await?;
    Ok(())
}

/// Opens links that can't be read, one after the other, and goes on from the last.
async fn refuse_broken_links(walk: &Walk) -> Outcome {
    let theirs = code(&example("law-firm"));
    for (fragment, message) in [
        (
            &theirs[..theirs.len() - 3],
            "The end of the link seems to be missing",
        ),
        ("2AAAAAAAAAA", "made with a newer version"),
    ] {
        walk.goto(&format!("/#{fragment}")).await?;
        walk.until_heading("This link does not open a result")
            .await?;
        walk.until_text(message).await?;
    }
    walk.click_text("Start from the beginning").await?;
    walk.until_text("Welcome back. 6 of 6").await?;
    Ok(())
}

async fn results_side_by_side(kind: Kind) -> Outcome {
    let (law, shop) = (code(&example("law-firm")), code(&example("retail-shop")));
    let walk = Stage::new().browser(kind).open("/").await?;
    walk.click_text("Compare several results").await?;
    walk.until_heading("Results side by side").await?;
    walk.until("the box", "document.querySelector('#box')")
        .await?;
    paste(
        &walk,
        &format!("Name;Link\nAnn;https://example.org/#{law}\nhello\nBob;{shop}"),
    )
    .await?;
    walk.until_text("2 results were read. One line can’t be read")
        .await?;
    assert_eq!(
        walk.address().await?,
        format!("/compare/#{law}~Ann.{shop}~Bob"),
        "{kind}"
    );
    walk.axe().await?;
    walk.reload().await?;
    walk.until_text("2 results").await?;
    walk.click_text("Bob").await?;
    walk.until_text("You serve customers").await?;
    walk.back().await?;
    walk.until_text("2 results").await?;
    walk.click_text("Hide names").await?;
    walk.until(
        "no name to be left",
        "!document.body.innerText.includes('Ann')",
    )
    .await?;
    walk.finish().await?;
    Ok(())
}

async fn in_another_page(kind: Kind) -> Outcome {
    // High enough that the host's page need not scroll: WebKit's pointer lags behind that in a frame.
    let stage = Stage::new().browser(kind).size(1280, 1600);
    let host = Host::open(stage, "element.html").await?;
    host.until_heard("ready").await?;
    host.answer_all("iframe").await?;
    host.until_heard("result").await?;
    host.until_settled().await?;
    let fits = "(it => it.style.blockSize === `${heights().at(-1)}px`
        && it.contentWindow !== null)(document.querySelector('iframe'))";
    host.walk.until("the frame to fit", fits).await?;
    host.walk.enter("iframe").await?;
    // High enough for all of it: nothing is left to scroll to.
    host.walk
        .until(
            "no part to be hidden",
            "document.documentElement.scrollHeight <= innerHeight",
        )
        .await?;
    host.walk.leave().await?;
    host.finish().await?;
    Ok(())
}

/// Engines differ in whether they ever ask anew for a module that failed.
async fn past_a_file_that_fails_once(kind: Kind) -> Outcome {
    for file in [".pack", ".wasm", "/clientele-"] {
        let stage = Stage::new().browser(kind).fault(file, Fault::Once);
        let mut walk = stage.notes_ready().open("/").await?;
        for expected in ["404", "preload", file] {
            walk.forgive(expected);
        }
        walk.until("the app", "window.isReady").await?;
        assert!(!walk.shows("Something went wrong").await?, "{file}");
        walk.finish().await?;
    }
    // What fails again and again is there at once when it no longer does.
    let own = code(&example("restaurant"));
    let mut walk = Stage::new().browser(kind).open("/").await?;
    for expected in ["404", "preload", "clientele-", "module script"] {
        walk.forgive(expected);
    }
    let whole = walk
        .eval("return document.documentElement.dataset.wholeApp")
        .await?;
    walk.server()
        .fault(whole.as_str().unwrap_or("no script"), Fault::Missing);
    return_with(&walk, "full", &own, "/#review").await?;
    walk.until_heading("Your answers").await?;
    walk.click_text("See my result").await?;
    walk.until_heading("Something went wrong on this page")
        .await?;
    walk.back().await?;
    walk.until_heading("Your answers").await?;
    walk.server().mend();
    walk.click_text("See my result").await?;
    walk.until_heading("You serve customers").await?;
    walk.finish().await?;
    Ok(())
}

/// What a browser cuts off because the page is left is no fault, when Back brings the page back.
async fn back_to_a_page_that_was_left_on_its_way(kind: Kind) -> Outcome {
    let stage = Stage::new().browser(kind).fault(".wasm", Fault::Held);
    let mut walk = stage.notes_ready().open("/").await?;
    for expected in ["clientele-", ".pack", "WebAssembly", "fetch", "Load failed"] {
        walk.forgive(expected);
    }
    walk.click_text("Start with all 15 questions").await?;
    walk.until_text("Question 1 of 15").await?;
    walk.click("label:has(#choice-0)").await?;
    walk.goto("/about/").await?;
    walk.back().await?;
    walk.server().mend();
    walk.until("the app", "window.isReady").await?;
    walk.until_text("Question 1 of 15").await?;
    assert!(!walk.shows("Something went wrong").await?);
    walk.finish().await?;
    Ok(())
}

/// Where the frame has no origin, and so no storage.
async fn in_a_sandbox(kind: Kind) -> Outcome {
    let host = Host::open(Stage::new().browser(kind), "sandbox.html").await?;
    host.until_heard("ready").await?;
    host.answer_all("iframe").await?;
    host.walk.enter("iframe").await?;
    host.walk.until_text("You serve").await?;
    host.walk.leave().await?;
    host.finish().await?;
    Ok(())
}
