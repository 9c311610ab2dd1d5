//! Things go wrong: storage denied, full or spoilt; files missing or cut short; a mistake of ours.

mod built;
mod questionnaire;

use built::{bytes, named};
use clientele_e2e::{Fault, Outcome, Stage};
use questionnaire::{code, example, kept, pack, return_with};

const FULL: &str = "Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError'); };";

const SPOILT: &str = "if (!localStorage.getItem('clientele.set-aside'))
    localStorage.setItem('clientele.progress', '0 {\"answers\": [1, 2]}');";

#[tokio::test]
async fn denied_storage_costs_only_a_note() -> Outcome {
    let walk = Stage::new().denies_storage().open("/").await?;
    walk.until_text("This browser does not let us keep your answers")
        .await?;
    walk.click_text("Start with all").await?;
    for number in 1..=15 {
        walk.until_text(&format!("Question {number} of 15")).await?;
        walk.press("1").await?;
        walk.until(
            "the choice to be made",
            "document.querySelector('#choice-0').checked",
        )
        .await?;
        walk.press("Enter").await?;
    }
    walk.click_text("See my result").await?;
    walk.until_heading("You serve").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn full_storage_is_said_once() -> Outcome {
    let walk = Stage::new().before(FULL).open("/").await?;
    walk.click_text("Start with all").await?;
    walk.until_text("This browser does not let us keep your answers")
        .await?;
    walk.click_text("Dismiss").await?;
    walk.until_gone("This browser does not let us keep").await?;
    walk.click("label:has(#choice-0)").await?;
    walk.until(
        "the choice to be made",
        "document.querySelector('#choice-0').checked",
    )
    .await?;
    assert!(!walk.shows("This browser does not let us keep").await?);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn spoilt_progress_is_set_aside_with_a_message() -> Outcome {
    let walk = Stage::new().before(SPOILT).open("/").await?;
    walk.until_text("We found earlier answers but could not read them")
        .await?;
    // A version that can read it may be open in another tab, or come back.
    let spoilt = "0 {\"answers\": [1, 2]}";
    assert_eq!(kept(&walk).await?, spoilt);
    let aside = walk
        .eval("return localStorage.getItem('clientele.set-aside')")
        .await?;
    assert_eq!(aside.as_str(), Some(spoilt));
    walk.reload().await?;
    walk.until_text("Start with all 15 questions").await?;
    assert!(!walk.shows("We found earlier answers").await?);
    walk.finish().await?;
    Ok(())
}

/// The pack as a later version of its format would begin.
fn later() -> Vec<u8> {
    let mut bytes = pack().to_bytes();
    let name = b"clientele";
    let at = bytes.windows(name.len()).position(|it| it == name);
    bytes[at.expect("the name of a pack") + name.len()] += 1;
    bytes
}

/// What the page says of a script or an app, and what it says of questions.
const LOAD: &str = "Part of the page did not arrive";
const DAMAGED: &str = "The questions arrived damaged";

#[tokio::test]
async fn a_pack_or_app_that_does_not_arrive_is_said_in_words() -> Outcome {
    let [pack, wasm, app] = ["pack", "wasm", "app"].map(|what| named("", what));
    let (pack, wasm, app) = (&*pack?, &*wasm?, &*app?);
    let empty = b"\0asm\x01\0\0\0 and no more".to_vec();
    for (file, fault, message) in [
        (pack, Fault::Missing, LOAD),
        (pack, Fault::Broken, LOAD),
        (pack, Fault::Cut, LOAD),
        (pack, Fault::Truncated(2000), DAMAGED),
        (pack, Fault::Replaced(empty.clone()), DAMAGED),
        (pack, Fault::Replaced(b"<!doctype html>".to_vec()), DAMAGED),
        (wasm, Fault::Missing, LOAD),
        (wasm, Fault::Broken, LOAD),
        (wasm, Fault::Cut, LOAD),
        (wasm, Fault::Truncated(5000), LOAD),
        (wasm, Fault::Replaced(empty), LOAD),
        (app, Fault::Missing, LOAD),
        (app, Fault::Broken, LOAD),
        (app, Fault::Cut, LOAD),
        ("/boot-", Fault::Missing, LOAD),
        // A host that has an answer for everything, and a pack of a later version.
        (pack, Fault::Page, DAMAGED),
        (pack, Fault::Replaced(later()), DAMAGED),
        (wasm, Fault::Page, LOAD),
        (app, Fault::Page, LOAD),
    ] {
        let mut walk = Stage::new().fault(file, fault.clone()).open("/").await?;
        // What failed is said by its own name, or by the script that asked for it.
        for expected in [file, "preload", "boot-"] {
            walk.forgive(expected);
        }
        walk.until_heading("Something went wrong on this page")
            .await?;
        walk.until_text(message).await?;
        walk.is_sound().await?;
        assert!(walk.offers("Print the questionnaire").await?, "{fault:?}");
        walk.server().mend();
        walk.click_text("Reload the page").await?;
        walk.until_heading("Do you serve clients or customers?")
            .await?;
        walk.finish().await?;
    }
    Ok(())
}

/// As hosts and browsers' extensions put scripts into other people's pages, where our policy refuses them.
const STRANGER: &str = "addEventListener('DOMContentLoaded', () => {
    const script = document.createElement('script');
    script.src = 'beacon.min.js';
    script.onerror = () => { window.hasFailed = true; };
    document.body.append(script);
});";

#[tokio::test]
async fn a_script_of_somebody_elses_that_fails_costs_nothing() -> Outcome {
    for path in ["/", "/compare/"] {
        let mut walk = Stage::new().before(STRANGER).open(path).await?;
        walk.forgive("beacon.min.js");
        walk.until("its failure", "window.hasFailed").await?;
        assert!(!walk.shows("Something went wrong on this page").await?);
        assert_eq!(walk.count("#app main h1").await?, 1, "{path}");
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_mistake_of_ours_is_said_and_keeps_the_answers() -> Outcome {
    let mut walk = Stage::new().open("/").await?;
    walk.click_text("Start with all").await?;
    walk.click("label:has(#choice-0)").await?;
    let own = kept(&walk).await?;
    assert!(own.starts_with("1 full 1"));
    // The app can't go on when the page refuses to be drawn, and panics.
    walk.eval("Node.prototype.insertBefore = () => { throw new Error('no more'); }")
        .await?;
    walk.forgive("unreachable");
    walk.forgive("no more");
    walk.forgive("panicked");
    walk.click_text("Next").await?;
    walk.until_text("The page ran into a mistake of ours")
        .await?;
    assert_eq!(kept(&walk).await?, own);
    walk.click_text("Reload the page").await?;
    walk.until_text("Question").await?;
    assert_eq!(kept(&walk).await?, own);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_host_that_does_not_know_wasm_is_forgiven() -> Outcome {
    for kind in ["text/plain", "application/octet-stream"] {
        // The packs are called so, too.
        let stage = Stage::new()
            .notes_ready()
            .fault(".wasm", Fault::Typed(kind));
        let walk = stage.open("/").await?;
        walk.until("the app", "window.isReady").await?;
        walk.click_text("Start with all").await?;
        walk.until_text("Question 1 of 15").await?;
        assert_eq!(walk.errors().await?, Vec::<String>::new(), "{kind}");
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_frame_is_dressed_though_its_sheet_fails_once() -> Outcome {
    let mut walk = Stage::new().open("/").await?;
    walk.forgive("404");
    walk.forgive("frame-");
    walk.goto("/?embed").await?;
    let sheet = walk
        .eval("return performance.getEntriesByType('resource').map(it => it.name.split('/').at(-1)).find(it => /^frame-.*css/.test(it))")
        .await?;
    let sheet = sheet.as_str().expect("the sheet's name");
    walk.server().fault(sheet, Fault::Once);
    walk.reload().await?;
    walk.until(
        "it to be dressed",
        "getComputedStyle(document.querySelector('.masthead')).display === 'none'",
    )
    .await?;
    let requests = walk.server().requests();
    let mut asked = requests.iter().filter(|it| it.contains(sheet));
    assert!(asked.any(|it| it.starts_with("404 ")), "{requests:?}");
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn after_a_fault_another_link_is_tried_anew() -> Outcome {
    let [one, other] = ["law-firm", "restaurant"].map(|id| code(&example(id)));
    for (path, part) in [
        ("/", "whole-wasm"),
        ("/r/cl/", "whole-wasm"),
        ("/", "whole-pack"),
    ] {
        let part = named("", part)?;
        let stage = Stage::new().fault(&part, Fault::Missing);
        let mut walk = stage.open(&format!("{path}#{one}")).await?;
        for expected in [&*part, "preload", "the pack: "] {
            walk.forgive(expected);
        }
        walk.until_heading("Something went wrong on this page")
            .await?;
        walk.server().mend();
        walk.eval(&format!("location.hash = '{other}'")).await?;
        walk.until_heading("You serve customers").await?;
        walk.until_text("Start here").await?;
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_script_that_a_host_has_changed_is_refused_later_too() -> Outcome {
    let mut walk = Stage::new().open("/").await?;
    for expected in ["integrity", "clientele-", "preload"] {
        walk.forgive(expected);
    }
    let name = named("", "whole-app")?;
    let mut script = bytes(&name)?;
    script.extend(b"\nwindow.isChanged = true;");
    walk.server().fault(&name, Fault::Replaced(script));
    let own = code(&example("restaurant"));
    return_with(&walk, "full", &own, "/#review").await?;
    walk.until_heading("Your answers").await?;
    walk.click_text("See my result").await?;
    walk.until_heading("Something went wrong on this page")
        .await?;
    assert_eq!(walk.eval("return window.isChanged ?? false").await?, false);
    walk.finish().await?;
    Ok(())
}
