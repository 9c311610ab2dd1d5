//! Odd surroundings: a clock that is wrong, a locale that is none of ours, a window of 200 pixels, letters four times as
//! large.

mod questionnaire;

use clientele_e2e::{Outcome, Stage, Trouble, Walk};
use questionnaire::{TORN, answer, code, example, paste, return_with, until_heading_focused};
use serde_json::json;

/// A clock that stands at a moment and, each time it is asked, has gone back a minute.
fn clock(begin: &str) -> String {
    format!(
        "const Clock = Date;
         let moment = Clock.parse('{begin}');
         globalThis.Date = class extends Clock {{
           constructor(...what) {{ super(...(what.length ? what : [moment])); }}
           static now() {{ return moment -= 60000; }}
         }};"
    )
}

/// All that a page says with everything unfolded, wherever it is served from.
async fn all_said(walk: &Walk) -> Result<String, Trouble> {
    walk.eval("for (const fold of document.querySelectorAll('details')) fold.open = true")
        .await?;
    walk.until_still().await?;
    let text = walk.text().await?;
    Ok(text.replace(&walk.server().origin(), ""))
}

/// What is said of answers that are given here, and of two results side by side.
async fn said_of_all(stage: Stage) -> Result<[String; 2], Trouble> {
    let codes = ["law-firm", "restaurant"].map(|id| code(&example(id)));
    let walk = stage.open("/").await?;
    walk.click_text("Take the short form").await?;
    answer(&walk, ["1", "2", "3", "4", "5", "1"]).await?;
    walk.click_text("See my result").await?;
    walk.until_heading("You serve").await?;
    let of_one = all_said(&walk).await?;
    walk.goto("/compare/").await?;
    paste(&walk, &codes.join("\n")).await?;
    walk.until_text("2 results").await?;
    let of_two = all_said(&walk).await?;
    walk.finish().await?;
    Ok([of_one, of_two])
}

#[tokio::test]
async fn a_clock_that_is_wrong_changes_nothing() -> Outcome {
    let here = said_of_all(Stage::new()).await?;
    for begin in ["1970-01-01T00:00:00Z", "2100-02-28T23:59:59Z"] {
        let there = said_of_all(Stage::new().before(&clock(begin))).await?;
        assert_eq!(there, here, "{begin}");
    }
    Ok(())
}

/// All that a result says to a browser that counts, sorts and changes letters by the rules of a place.
async fn said(locale: &str) -> Result<String, Trouble> {
    let own = TORN;
    let walk = Stage::new().locale(locale).open("/").await?;
    walk.devtools("Emulation.setLocaleOverride", json!({ "locale": locale }))
        .await?;
    return_with(&walk, "full", own, &format!("/#{own}")).await?;
    walk.until_text("Your result").await?;
    let used = "return Intl.NumberFormat().resolvedOptions().locale";
    assert_eq!(walk.eval(used).await?, locale);
    let text = all_said(&walk).await?;
    walk.finish().await?;
    Ok(text)
}

#[tokio::test]
async fn a_result_says_the_same_in_every_locale() -> Outcome {
    let here = said("en-GB").await?;
    assert!(here.contains("100"), "{here}");
    for locale in ["tr", "ar-EG", "fa", "de-CH"] {
        assert_eq!(said(locale).await?, here, "{locale}");
    }
    Ok(())
}

/// What stands beyond the window's edges, but for what can be scrolled there, and what can't be reached by keyboard
/// without something else lying over it.
const AMISS: &str = "
    const width = document.documentElement.clientWidth;
    const shown = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
    const scrolls = e => e && (['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
    const isCut = e => {
      const box = e.getBoundingClientRect();
      return box.width > 1 && (box.right > width + 1 || box.left < -1) && !e.parentElement.closest('svg') && !scrolls(e);
    };
    const name = e => e.outerHTML.slice(0, 100);
    const found = shown.filter(isCut).map(e => 'cut off: ' + name(e));
    const sideways = document.documentElement.scrollWidth - width;
    if (sideways > 0) found.push(`${sideways} px to scroll sideways`);
    const targets = shown.filter(e => e.matches('a[href], button, input, select, summary, textarea') && !e.disabled);
    for (const target of targets) {
      target.focus();
      if (document.activeElement !== target) continue;
      const whole = target.closest('label') ?? target;
      const box = (target.matches('label input') ? whole : target).getClientRects()[0];
      const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
      const top = document.elementFromPoint(middle(box.left, box.right, width), middle(box.top, box.bottom, innerHeight));
      if (!top || !(whole.contains(top) || top.contains(target))) found.push(`covered: ${name(target)} by ${top && name(top)}`);
    }
    return found.join('\\n');";

/// Adds what is amiss on this screen to the rest.
async fn look(walk: &Walk, amiss: &mut Vec<String>) -> Result<(), Trouble> {
    walk.until_still().await?;
    let found = walk.eval(AMISS).await?;
    if found.as_str() != Some("") {
        let found = found.as_str().unwrap_or_default();
        amiss.push(format!("at {}: {found}", walk.address().await?));
    }
    Ok(())
}

async fn everything_fits(stage: Stage) -> Outcome {
    let own = TORN;
    let law = code(&example("law-firm"));
    let mut amiss = Vec::new();
    let walk = stage.open("/").await?;
    look(&walk, &mut amiss).await?;
    walk.click_text("Start with all").await?;
    until_heading_focused(&walk).await?;
    look(&walk, &mut amiss).await?;
    walk.click("label:has(#choice-1)").await?;
    walk.click_text("Next").await?;
    walk.until_text("Question 2 of 15").await?;
    walk.goto("/#review").await?;
    walk.until_heading("Your answers").await?;
    look(&walk, &mut amiss).await?;
    walk.goto("/#chapter-two").await?;
    walk.until_heading("This link does not open a result")
        .await?;
    look(&walk, &mut amiss).await?;
    return_with(&walk, "full", own, &format!("/#{own}")).await?;
    walk.until_text("Your result").await?;
    walk.eval("for (const fold of document.querySelectorAll('details')) fold.open = true")
        .await?;
    look(&walk, &mut amiss).await?;
    walk.click_text("Try a what-if").await?;
    walk.until("the what-if's bar", "document.querySelector('.trial-bar')")
        .await?;
    look(&walk, &mut amiss).await?;
    for (path, heading) in [
        (&*format!("/r/cl/#{law}"), "You serve clients"),
        ("/r/both/", "You serve both"),
        ("/about/", "How Clientele works"),
        ("/questionnaire/", "The questionnaire on paper"),
        ("/compare/", "Results side by side"),
        (
            &*format!("/compare/#{law}~Ann.{own}~Ben"),
            "Results side by side",
        ),
        ("/embed/", "Put Clientele into your own page"),
    ] {
        walk.goto(path).await?;
        walk.until_heading(heading).await?;
        walk.until(
            "the app to have begun where there is one",
            "!('waiting' in document.documentElement.dataset)
               && (!document.querySelector('#app > noscript') || document.documentElement.dataset.page === 'verdict')",
        )
        .await?;
        look(&walk, &mut amiss).await?;
    }
    assert!(amiss.is_empty(), "{}", amiss.join("\n"));
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_window_of_200_pixels_has_room_for_all() -> Outcome {
    everything_fits(Stage::new().size(200, 400)).await
}

/// What is left of 1280 by 1024 pixels.
#[tokio::test]
async fn four_times_zoom_has_room_for_all() -> Outcome {
    everything_fits(Stage::new().size(320, 256)).await
}

#[tokio::test]
async fn letters_four_times_as_large_have_room_for_all() -> Outcome {
    let walk = Stage::new().letters(64).open("/").await?;
    let size =
        "document.body.style.fontSize = 'medium'; return getComputedStyle(document.body).fontSize";
    assert_eq!(walk.eval(size).await?, "64px");
    walk.finish().await?;
    everything_fits(Stage::new().letters(64)).await
}
