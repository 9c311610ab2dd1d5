//! What is on show stays where it is while a page comes: nothing pushes down what somebody reads, on any width.

mod questionnaire;

use clientele_e2e::{Outcome, Stage, Trouble, Walk};
use questionnaire::{TORN, code, example, return_with};
use serde_json::json;

/// Notes how far what was on show has moved by itself, and in which order the parts' headings came.
const NOTE: &str = "
    window.moved = [];
    new PerformanceObserver(list => {
        for (const shift of list.getEntries()) {
            const what = shift.sources.map(({ node }) => node?.id || node?.className || node?.nodeName);
            if (!shift.hadRecentInput) moved.push(`${shift.value.toFixed(3)} ${what}`);
        }
    }).observe({ type: 'layout-shift', buffered: true });
    window.came = [];
    new MutationObserver(() => {
        for (const part of document.querySelectorAll('.result h2')) if (!came.includes(part)) came.push(part);
    }).observe(document, { childList: true, subtree: true });";

/// Phones, tablets and desks: from 60 rem on, results stand in two columns.
const SIZES: [(u32, u32); 4] = [(390, 800), (768, 1024), (1280, 800), (1440, 900)];

/// Waits until all is there and has been drawn, so that whatever moved has been noted.
async fn until_drawn(walk: &Walk) -> Result<(), Trouble> {
    walk.eval("requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => window.isDrawn = true)))")
        .await?;
    walk.until("two more frames", "window.isDrawn").await
}

async fn has_stayed(walk: &Walk, what: &str) -> Result<(), Trouble> {
    until_drawn(walk).await?;
    let moved = walk.eval("return moved").await?;
    assert_eq!(moved, json!([]), "{what}: this moved by itself");
    Ok(())
}

#[tokio::test]
async fn a_result_comes_from_top_to_bottom_and_nothing_moves() -> Outcome {
    let own = TORN;
    let law_firm = code(&example("law-firm"));
    for (width, height) in SIZES {
        let walk = Stage::new()
            .size(width, height)
            .before(NOTE)
            .open("/about/")
            .await?;
        for path in [format!("/#{own}"), format!("/r/cl/#{law_firm}~North")] {
            return_with(&walk, "full", own, &path).await?;
            walk.until_text("Share it, take it along").await?;
            has_stayed(&walk, &format!("{path} at {width} px")).await?;
            let parts =
                "return [...document.querySelectorAll('.result h2')].map(part => part.innerText)";
            let came = "return came.filter(part => part.isConnected).map(part => part.innerText)";
            assert_eq!(
                walk.eval(came).await?,
                walk.eval(parts).await?,
                "{path} at {width} px"
            );
        }
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn no_other_page_moves_either() -> Outcome {
    let names = ["law-firm", "restaurant"].map(|id| code(&example(id)));
    let compared = format!("/compare/#{}~Ann.{}~Ben", names[0], names[1]);
    let pages = [
        "/",
        "/#review",
        "/#question-3",
        "/r/both/",
        "/about/",
        "/questionnaire/",
        "/compare/",
        &compared,
        "/embed/",
    ];
    for (width, height) in SIZES {
        let stage = Stage::new().size(width, height).before(NOTE);
        let walk = stage.notes_ready().open("/about/").await?;
        for path in pages {
            return_with(&walk, "full", &names[0], path).await?;
            walk.until(
                "the app, where there is one",
                "['verdict', 'about', 'questionnaire'].includes(document.documentElement.dataset.page)
                    || window.isReady || !document.querySelector('#app > noscript')",
            )
            .await?;
            has_stayed(&walk, &format!("{path} at {width} px")).await?;
        }
        // Whoever comes for the first time sees the start before the app draws it.
        for path in ["/", "/#question-3"] {
            walk.goto("/about/").await?;
            walk.eval("localStorage.clear()").await?;
            walk.goto(path).await?;
            walk.until("the app", "window.isReady").await?;
            has_stayed(&walk, &format!("{path} at a first visit, at {width} px")).await?;
        }
        walk.finish().await?;
    }
    Ok(())
}
