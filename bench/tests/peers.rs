//! The bench itself: each way through is walked to its result as in a run, but nothing is measured.

use std::path::Path;

use clientele_bench::{Lane, Pace, Steps, Workshop, visit};
use clientele_e2e::{Outcome, Trouble};

async fn walks(lane: Lane) -> Result<(), Trouble> {
    let found = visit(&lane, Pace::Free, 0.0).await?;
    assert!(found.values().all(|it| it.is_finite()), "{found:?}");
    Ok(())
}

#[tokio::test]
async fn the_widget_is_walked_to_its_result() -> Outcome {
    walks(Lane {
        name: "Clientele",
        folder: Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"),
        steps: Steps::WIDGET,
    })
    .await?;
    Ok(())
}

#[tokio::test]
async fn the_page_by_hand_is_built_from_the_content_and_walked_to_its_result() -> Outcome {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()
        .map_err(Trouble::from)?;
    let workshop = Workshop {
        out: root.join("target/bench-test"),
        root,
    };
    walks(Lane {
        name: "page by hand",
        folder: workshop.written()?,
        steps: Steps::WRITTEN,
    })
    .await?;
    Ok(())
}
