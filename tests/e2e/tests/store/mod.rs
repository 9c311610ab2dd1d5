//! A course on a learning record store: how it is opened, filled in and left, and what the store was told.

use std::time::Duration;

use clientele_e2e::{Lrs, Stage, Trouble, Walk, course, verb};

use crate::questionnaire::{PASSES, answer, until_course_begun};

/// Opens the package as a platform launches it.
pub(crate) async fn open(lrs: &Lrs) -> Result<Walk, Trouble> {
    let stage = Stage::new().folder(course("xapi")?).before(PASSES);
    let mut walk = stage.open(&address(lrs)).await?;
    walk.befriend(&lrs.origin());
    until_course_begun(&walk).await?;
    Ok(walk)
}

/// Where a launch leads to.
pub(crate) fn address(lrs: &Lrs) -> String {
    format!("/package/index.html?utm_source=course&{}#", lrs.query())
}

/// Waits for the store to have been told something; it looks without the page's help.
pub(crate) async fn until_told(what: &str, is_so: impl Fn() -> bool) -> Result<(), Trouble> {
    for _ in 0..800 {
        if is_so() {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    Err(Trouble::new(format!("the store was never told {what}")))
}

/// What the store was told, by the verbs.
pub(crate) fn verbs(lrs: &Lrs) -> Vec<String> {
    let statements = lrs.statements();
    statements.iter().map(|it| verb(it).to_owned()).collect()
}

/// Begins the short form and answers it, up to the review.
pub(crate) async fn fill_in(walk: &Walk, keys: [&str; 6]) -> Result<(), Trouble> {
    walk.click_text("Take the short form").await?;
    answer(walk, keys).await
}

/// Goes on from the review to the result.
pub(crate) async fn see_result(walk: &Walk) -> Result<(), Trouble> {
    walk.click_text("See my result").await?;
    walk.until_heading("You serve").await
}

/// Leaves the course for a page that has nothing to do with it.
pub(crate) async fn leave(walk: &Walk) -> Result<(), Trouble> {
    walk.goto("/?absent").await
}
