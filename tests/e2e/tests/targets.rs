//! Where a business wants to be: chosen on the result, read, tried, printed.

mod questionnaire;

use clientele_e2e::{Outcome, Stage, Trouble};
use questionnaire::{code, example, kept, return_with};

const THINGS: &str = "document.querySelectorAll('.target .actions-list > li').length";

#[tokio::test]
async fn the_way_to_a_target_is_read_and_tried() -> Outcome {
    let own = code(&example("restaurant"));
    let walk = Stage::new().narrow().open("/").await?;
    return_with(&walk, "full", &own, &format!("/#{own}")).await?;
    walk.click_text("Where you want to be").await?;
    walk.until(
        "the focus on the part",
        "document.activeElement.id === 'target'",
    )
    .await?;
    assert_eq!(walk.count(".target .actions-list > li").await?, 0);

    walk.click_text("Customer-centred").await?;
    walk.until_text("You’re there already").await?;
    walk.press("ArrowUp").await?;
    walk.until("the way to two tracks", &format!("{THINGS} > 0"))
        .await?;
    walk.press("ArrowUp").await?;
    walk.until_text("things to change").await?;
    let step = walk.text_of(".target .actions-list > li").await?;
    for part in ["Today:", "Then:", "What it costs:"] {
        assert!(step.contains(part), "{part} is missing in {step}");
    }
    walk.is_sound().await?;
    walk.prefer(true, false, false).await?;
    walk.is_sound().await?;

    walk.click_text("See what the result would be").await?;
    walk.until_heading("You serve clients").await?;
    walk.click_text("Back to my own answers").await?;
    walk.until_heading("You serve customers").await?;
    assert_eq!(kept(&walk).await?, format!("1 full {own}"));
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_result_with_a_target_still_prints_on_three_pages() -> Outcome {
    for (id, target) in [
        ("law-firm", "Customer-centred"),
        ("it-service-firm", "Client-centred"),
    ] {
        let code = code(&example(id));
        let walk = Stage::new().open(&format!("/#{code}")).await?;
        walk.until_text("Where you want to be").await?;
        walk.click_text(target).await?;
        walk.until("the way", &format!("{THINGS} > 1")).await?;
        let file = std::env::temp_dir().join(format!("clientele-{}-{id}.pdf", std::process::id()));
        walk.print(&file).await?;
        let pdf = std::fs::read(&file).map_err(Trouble::from)?;
        let pages = String::from_utf8_lossy(&pdf)
            .matches("/Type /Page\n")
            .count();
        assert!((2..=3).contains(&pages), "{id}: {pages} pages");
        walk.finish().await?;
    }
    Ok(())
}
