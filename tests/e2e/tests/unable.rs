//! A browser, a setting or a host that runs no app at all: the page says so, and still has the questionnaire to print and
//! the guide to read.

mod questionnaire;

use clientele_e2e::{Outcome, Stage, Trouble, Walk};
use questionnaire::{code, example, kept, pack, return_with};
use serde_json::json;

/// As a browser does that never knew it, or has put it away for safety.
const WITHOUT_WASM: &str = "delete globalThis.WebAssembly";

/// What the page says where no WebAssembly runs.
const SAID: &str = "The page needs WebAssembly, and this browser does not run it here";

/// Follows both links, the way to the questionnaire first.
async fn leads_on(walk: &Walk, path: &str) -> Result<(), Trouble> {
    walk.click_text("Print the questionnaire").await?;
    walk.until_heading("The questionnaire on paper").await?;
    for question in &pack().questions {
        assert!(walk.shows(&question.title).await?, "{}", question.id);
    }
    walk.goto(path).await?;
    walk.click_text("Read how it works").await?;
    walk.until_heading("How Clientele works").await
}

#[tokio::test]
async fn without_javascript_there_is_paper() -> Outcome {
    let walk = Walk::open("/about/").await?;
    walk.devtools(
        "Emulation.setScriptExecutionDisabled",
        json!({ "value": true }),
    )
    .await?;
    for path in ["/", "/r/both/", "/compare/", "/embed/"] {
        walk.goto(path).await?;
        walk.until_text("JavaScript is switched o").await?;
        leads_on(&walk, path).await?;
    }
    // Without a printer, the boxes can be ticked on the screen.
    walk.goto("/questionnaire/").await?;
    walk.click("label.choice:has([name=personalisation])")
        .await?;
    assert_eq!(walk.count("[name=personalisation]:checked").await?, 1);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_browser_that_knows_no_wasm_is_told() -> Outcome {
    let mut walk = Stage::new().before(WITHOUT_WASM).open("/").await?;
    walk.forgive("WebAssembly is not defined");
    walk.until_text(SAID).await?;
    walk.axe().await?;
    leads_on(&walk, "/").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_host_that_forbids_wasm_is_named() -> Outcome {
    let stage = Stage::new();
    let server = stage.serve()?;
    server.header("Content-Security-Policy: script-src 'self' 'unsafe-inline'");
    let mut walk = stage.open_on(server, "/about/").await?;
    walk.forgive_breach("WebAssembly");
    for path in ["/", "/compare/"] {
        walk.goto(path).await?;
        walk.until_text(SAID).await?;
        leads_on(&walk, path).await?;
    }
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn wasm_that_goes_away_before_the_result_costs_no_answer() -> Outcome {
    let own = code(&example("law-firm"));
    let mut walk = Stage::new().open("/").await?;
    walk.forgive("WebAssembly");
    // What the form's app began with stays; the whole widget is refused for want of memory, for instance.
    let refuse = "const wasm = WebAssembly; let count = 0;
        for (const name of ['instantiate', 'instantiateStreaming']) {
            const own = wasm[name];
            wasm[name] = (...what) => count++ ? Promise.reject(new RangeError('WebAssembly: out of memory')) : own(...what);
        }";
    walk.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": format!("if (!sessionStorage.better) {{ {refuse} }}") }),
    )
    .await?;
    return_with(&walk, "full", &own, "/#review").await?;
    walk.click_text("See my result").await?;
    walk.until_heading("Something went wrong on this page")
        .await?;
    assert!(walk.offers("Print the questionnaire").await?);
    assert_eq!(kept(&walk).await?, format!("1 full {own}"));
    walk.eval("sessionStorage.better = 1").await?;
    walk.click_text("Reload the page").await?;
    walk.until_heading("You serve clients").await?;
    walk.finish().await?;
    Ok(())
}
