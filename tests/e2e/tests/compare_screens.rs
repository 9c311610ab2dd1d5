//! How the page that lays results side by side looks, empty and full: sound on narrow screens and wide, light and dark.

mod questionnaire;

use clientele_e2e::{Outcome, Stage};
use questionnaire::{code, example, examples, paste};

/// Whether everyone's table is wider than its place.
const TABLE_OVERFLOWS: &str = "const it = document.querySelector('.everyone .scroller');
    return it.scrollWidth > it.clientWidth";

/// What the page has to be, empty and full.
async fn look(stage: Stage) -> Outcome {
    let walk = stage.open("/compare/").await?;
    walk.is_sound().await?;
    paste(&walk, &format!("{}\nhello\n", examples())).await?;
    walk.until_text("19 results were read. One line can’t be read.")
        .await?;
    walk.click_text("Score").await?;
    walk.eval("for (const fold of document.querySelectorAll('details')) fold.open = true")
        .await?;
    walk.is_sound().await?;
    // Nobody has to find out that a table goes on beyond its edge.
    assert_eq!(walk.eval(TABLE_OVERFLOWS).await?, false);
    walk.click_text("Hide names").await?;
    walk.until_text("Names are hidden here").await?;
    walk.is_sound().await?;
    let (law, shop) = (
        code(&example("law-firm")),
        code(&example("it-service-firm")),
    );
    let long = "Donaudampfschifffahrtsgesellschaftskapitaen";
    walk.goto(&format!("/compare/#{law}~{long}.{shop}~Bob"))
        .await?;
    walk.until_text("The two side by side").await?;
    walk.is_sound().await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn light_and_narrow() -> Outcome {
    look(Stage::new().narrow()).await
}

#[tokio::test]
async fn dark_and_wide() -> Outcome {
    look(Stage::new().dark()).await
}

#[tokio::test]
async fn dark_and_narrow() -> Outcome {
    look(Stage::new().narrow().dark()).await
}

#[tokio::test]
async fn light_and_wide() -> Outcome {
    look(Stage::new()).await
}
