//! The preview of the page for embedding: who it listens to, when it is loaded, and what becomes of
//! answers that are given in it.

use clientele_e2e::{Outcome, Stage};

#[tokio::test]
async fn the_preview_takes_no_focus_and_hears_nobody_else() -> Outcome {
    let walk = Stage::new().builder("").await?;
    walk.until(
        "the widget's height",
        "document.querySelector('#preview')?.clientHeight > 400",
    )
    .await?;
    assert_eq!(walk.focused().await?, walk.text_of("body").await?);
    let height = "return document.querySelector('#preview').height";
    let before = walk.eval(height).await?;
    walk.eval(
        "const heard = new Promise(done => addEventListener('message', done, { once: true }));
         postMessage({ clientele: { v: 1, type: 'height', height: 5000 } }, '*');
         await heard;
         await new Promise(requestAnimationFrame);",
    )
    .await?;
    assert_eq!(walk.eval(height).await?, before);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_phone_works_on_no_second_page_before_it_is_looked_at() -> Outcome {
    let walk = Stage::new().narrow().builder("").await?;
    assert_eq!(walk.count("#preview").await?, 0);
    walk.until_text("The preview is on its way").await?;
    // What is changed before, it begins with.
    walk.click_text("Dark").await?;
    walk.until_lines(" theme=\"dark\"").await?;
    assert_eq!(walk.count("#preview").await?, 0);
    walk.until_preview("root.dataset.theme === 'dark'").await?;
    walk.until_gone("The preview is on its way").await?;
    walk.finish().await?;
    Ok(())
}

/// Takes frames with a storage of their own away, as in browsers that have none.
const WITHOUT: &str = "delete HTMLIFrameElement.prototype.credentialless;";

#[tokio::test]
async fn answers_in_the_preview_are_kept_apart_as_far_as_the_page_says() -> Outcome {
    for (before, header, said, kept) in [
        ("", "X-Nothing: 1", "keeps no answers: try", 0),
        (WITHOUT, "Access-Control-Allow-Origin: *", "and says so", 0),
        (WITHOUT, "X-Nothing: 1", "count as your own", 1),
    ] {
        let stage = Stage::new().before(before);
        let server = stage.serve()?;
        server.header(header);
        let walk = stage.open_on(server, "/embed/").await?;
        walk.until_text(said).await?;
        walk.until_preview("document.querySelector('#app .primary')")
            .await?;
        walk.click_text("Dark").await?;
        walk.until_preview("root.dataset.theme === 'dark'").await?;
        walk.enter("#preview").await?;
        walk.click_text("6 questions").await?;
        walk.until_text("Question 1 of 6").await?;
        walk.click("label:has(#choice-0)").await?;
        walk.until("the choice", "document.querySelector('#choice-0').checked")
            .await?;
        walk.leave().await?;
        let holds = format!("localStorage.length === {kept}");
        walk.until(said, &holds).await?;
        walk.finish().await?;
    }
    Ok(())
}
