//! The bench itself: each way through is walked to its result as in a run, and each act done, but no time is looked at.

use std::path::Path;

use clientele_bench::{Entrant, Lane, Pace, SCREENS, Workshop, visit};
use clientele_e2e::{Outcome, Trouble};

async fn walks(lane: Lane) -> Result<(), Trouble> {
    let found = visit(&lane, Pace::Free, 0.0).await?;
    assert!(found.values().all(|it| it.is_finite()), "{found:?}");
    Ok(())
}

fn widget() -> Lane {
    Lane {
        entrant: Entrant::Widget,
        folder: Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"),
    }
}

#[tokio::test]
async fn the_widget_is_walked_to_its_result() -> Outcome {
    walks(widget()).await?;
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
        entrant: Entrant::Written,
        folder: workshop.written()?,
    })
    .await?;
    Ok(())
}

#[tokio::test]
async fn every_act_on_every_screen_has_an_effect() -> Outcome {
    for screen in SCREENS {
        let paints = screen.visit(&widget(), Pace::Free).await?;
        assert!(
            paints.iter().all(|it| it.is_finite()),
            "{}: {paints:?}",
            screen.name
        );
    }
    Ok(())
}
