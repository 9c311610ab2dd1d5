//! People hand a result on: the link, other apps, the printer, files.

mod questionnaire;

use std::path::Path;
use std::time::{Duration, Instant};

use clientele_e2e::{Outcome, Stage, Trouble};
use questionnaire::{code, example, return_with};
use serde_json::json;

/// What else would leave the page is caught and kept for us to see.
const CATCH: &str = "window.caught = {};
    navigator.share = async data => { caught.offered = data.url; };
    window.print = () => { caught.printed = true; };
    URL.createObjectURL = blob => { blob.text().then(text => { caught.text = text; }); return 'about:blank#file'; };
    HTMLAnchorElement.prototype.click = function () { caught.name = this.download; };";

#[tokio::test]
async fn a_result_is_shared_in_every_way() -> Outcome {
    let own = code(&example("law-firm"));
    let walk = Stage::new().copies().before(CATCH).open("/").await?;
    return_with(&walk, "full", &own, &format!("/#{own}")).await?;
    walk.until_text("Share it, take it along").await?;
    walk.click_text("Name for this result").await?;
    walk.type_text("Team North").await?;
    walk.click_text("Campaign parameters").await?;
    walk.click_text("Source").await?;
    walk.type_text("newsletter").await?;
    let link = walk
        .server()
        .url(&format!("/r/cl/?utm_source=newsletter#{own}~Team%20North"));
    walk.until(
        "the link to be there",
        &format!("document.querySelector('#share-link').value === '{link}'"),
    )
    .await?;

    walk.click_text("Copy the link").await?;
    walk.until_text("Copied.").await?;
    walk.until(
        "the link to be copied",
        &format!("window.copied === '{link}'"),
    )
    .await?;
    walk.eval("window.refuse = true").await?;
    walk.click_text("Copy the link").await?;
    walk.until_text("The browser did not let us copy").await?;

    walk.click_text("Share…").await?;
    walk.until(
        "the link to be offered",
        &format!("caught.offered === '{link}'"),
    )
    .await?;
    walk.click_text("Print, or save as PDF").await?;
    walk.until("a print", "caught.printed").await?;
    let mail = walk.attribute("a[href^='mailto:']", "href").await?;
    assert!(mail.is_some_and(|mail| mail.contains("r%2fcl%2f%3futm_source%3dnewsletter")));

    for (button, name, inside) in [
        (
            "Plan as a document (Markdown)",
            format!("clientele-{own}.md"),
            "# You serve clients",
        ),
        (
            "Answers as a table (CSV)",
            format!("clientele-{own}.csv"),
            "record,id,name",
        ),
        (
            "Everything, for programs (JSON)",
            format!("clientele-{own}.json"),
            "\"verdict\":\"client\"",
        ),
        (
            "QR code as SVG",
            format!("clientele-{own}-qr.svg"),
            "<svg xmlns",
        ),
    ] {
        walk.eval("caught.text = ''; caught.name = '';").await?;
        walk.click_text(button).await?;
        walk.until(
            "the file",
            &format!("caught.name === '{name}' && caught.text.includes('{inside}')"),
        )
        .await?;
    }
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn what_is_typed_for_a_link_changes_nothing_of_ones_own() -> Outcome {
    let own = code(&example("law-firm"));
    let walk = Stage::new().narrow().open("/").await?;
    return_with(&walk, "full", &own, &format!("/#{own}")).await?;
    walk.click_text("Name for this result").await?;
    walk.type_text("<img src=x onerror=alert(1)>").await?;
    walk.until(
        "the label to be in the link",
        "document.querySelector('#share-link').value.includes('~%3cimg')",
    )
    .await?;
    assert_eq!(walk.address().await?, format!("/#{own}"));
    assert_eq!(questionnaire::kept(&walk).await?, format!("1 full {own}"));
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_result_prints_on_three_pages_with_everything_unfolded() -> Outcome {
    let much_pulls_apart = ("much pulls apart", "1hssMLKTQWQ".to_owned());
    let examples = ["law-firm", "restaurant", "freelancer", "it-service-firm"];
    let examples = examples.map(|id| (id, code(&example(id))));
    for (id, own) in examples.into_iter().chain([much_pulls_apart]) {
        let walk = Stage::new().open(&format!("/#{own}")).await?;
        walk.until_text("Share it, take it along").await?;
        let folder = std::env::temp_dir().join(format!("clientele-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(Trouble::from)?;
        let file = folder.join(format!("{id}.pdf"));
        walk.print(&file).await?;
        let pdf = std::fs::read(&file).map_err(Trouble::from)?;
        let pages = String::from_utf8_lossy(&pdf)
            .matches("/Type /Page\n")
            .count();
        assert!((2..=3).contains(&pages), "{id}: {pages} pages");
        walk.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await?;
        // Folded on the screen, there on paper.
        let unfolded = "(steps => steps.length > 8 && steps.every(it => it.checkVisibility({ contentVisibilityAuto: true })))(
            [...document.querySelectorAll('.area .monday')])";
        walk.until(&format!("all steps of {id}"), unfolded).await?;
        let clipped = walk
            .eval("return [...document.querySelectorAll('main p, main h1, main h2')].filter(it => it.scrollWidth > it.clientWidth + 1 && it.checkVisibility() && !it.matches('.unseen')).length")
            .await?;
        assert_eq!(clipped.as_u64(), Some(0), "{id}");
        walk.finish().await?;
    }
    Ok(())
}

/// Counts what is let go of, which a phone may read a while after the click.
const LET_GO: &str = "window.letGo = 0;
    const revoke = URL.revokeObjectURL;
    URL.revokeObjectURL = url => { window.letGo += 1; revoke.call(URL, url); };";

/// Waits until the browser has saved a file of this name, and reads it.
async fn saved(folder: &Path, name: &str) -> Vec<u8> {
    let start = Instant::now();
    loop {
        match std::fs::read(folder.join(name)) {
            Ok(bytes) if !bytes.is_empty() => return bytes,
            _ => tokio::time::sleep(Duration::from_millis(25)).await,
        }
        let waited = start.elapsed();
        assert!(waited < Duration::from_secs(10), "{name} was never saved");
    }
}

#[tokio::test]
async fn files_are_really_saved() -> Outcome {
    let folder = std::env::temp_dir().join(format!("clientele-saved-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for what is saved");
    let own = code(&example("law-firm"));
    let walk = Stage::new().before(LET_GO).open("/").await?;
    let allowed = json!({ "behavior": "allow", "downloadPath": folder });
    walk.devtools("Browser.setDownloadBehavior", allowed)
        .await?;
    return_with(&walk, "full", &own, &format!("/#{own}")).await?;
    walk.until_text("Share it, take it along").await?;
    walk.click_text("Plan as a document (Markdown)").await?;
    let plan = saved(&folder, &format!("clientele-{own}.md")).await;
    walk.click_text("QR code as PNG").await?;
    let code = saved(&folder, &format!("clientele-{own}-qr.png")).await;
    let let_go = walk.eval("return window.letGo").await?;
    walk.finish().await?;
    let _gone = std::fs::remove_dir_all(&folder);
    assert!(plan.starts_with(b"# You serve clients"));
    assert!(code.starts_with(b"\x89PNG"));
    assert_eq!(
        let_go, 0,
        "a file is let go while the browser may still read it"
    );
    Ok(())
}
