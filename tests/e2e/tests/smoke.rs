//! The built widget opens, says something, and minds its own business.

use clientele_e2e::{Outcome, Stage, Walk};

#[tokio::test]
async fn the_start_page_opens() -> Outcome {
    let walk = Walk::open("/").await?;
    assert_eq!(walk.heading().await?, "Do you serve clients or customers?");
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn it_works_in_a_folder_of_its_host() -> Outcome {
    let walk = Stage::new()
        .prefix("/some/folder/")
        .narrow()
        .dark()
        .open("/")
        .await?;
    assert_eq!(walk.heading().await?, "Do you serve clients or customers?");
    walk.finish().await?;
    Ok(())
}
