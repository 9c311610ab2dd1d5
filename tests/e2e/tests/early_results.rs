//! A result's address before its app: what a verdict's page shows meanwhile, and that the start covers nothing.

mod questionnaire;

use clientele_e2e::{Fault, Outcome, Stage, Trouble, Walk};
use questionnaire::{code, example};

/// Waits until the page waits no more.
async fn until_ready(walk: &Walk) -> Result<(), Trouble> {
    let is_so = "!('waiting' in document.documentElement.dataset)";
    walk.until("the page to wait no more", is_so).await
}

/// A page whose app is held back, at a fragment that it waits for.
async fn awaited(path: &str, fragment: &str) -> Result<Walk, Trouble> {
    let walk = Stage::new().open("/about/").await?;
    walk.server().fault(".wasm", Fault::Held);
    walk.eval(&format!("location.href = '../{path}#{fragment}'"))
        .await?;
    walk.until(
        "the page to say that it waits",
        "document.querySelector('#waiting')?.checkVisibility()",
    )
    .await?;
    Ok(walk)
}

/// The texts of those elements on a verdict's page that can be seen, of the ones that a selector names.
async fn seen(walk: &Walk, selector: &str) -> Result<Vec<String>, Trouble> {
    let texts = format!(
        "const all = [...document.querySelectorAll('{selector}')];
         if (!all.length) throw new Error('none of {selector}');
         return all.filter(it => it.checkVisibility({{ visibilityProperty: true }})).map(it => it.textContent)"
    );
    let texts = walk.eval(&texts).await?;
    let texts = texts.as_array().into_iter().flatten();
    Ok(texts
        .filter_map(|it| it.as_str())
        .map(str::to_owned)
        .collect())
}

#[tokio::test]
async fn a_shared_link_shows_its_verdict_before_its_app() -> Outcome {
    let general = ".eyebrow, .gauge, .summary ~ *, footer";
    let places = "return ['#heading', '.lead'].map(it => {
        const shown = document.querySelector(it);
        return [shown.textContent, shown.getBoundingClientRect().top];
    })";
    let walk = awaited("r/cl/", &code(&example("law-firm"))).await?;
    assert_eq!(seen(&walk, "#heading").await?, ["You serve clients"]);
    assert_eq!(seen(&walk, ".lead").await?.len(), 1);
    assert!(seen(&walk, general).await?.is_empty());
    let before = walk.eval(places).await?;
    walk.server().mend();
    walk.until_text("A result shared with you").await?;
    let after = walk.eval(places).await?;
    assert_eq!(before, after, "the verdict stays where it was");
    walk.finish().await?;

    // Which kind of both, and what it means, only the result says.
    let walk = awaited("r/bo/", &code(&example("it-service-firm"))).await?;
    assert_eq!(seen(&walk, "#heading").await?, ["You serve both"]);
    assert!(seen(&walk, ".lead").await?.is_empty());
    assert!(seen(&walk, general).await?.is_empty());
    walk.server().mend();
    walk.until_text("A result shared with you").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_verdicts_page_says_no_verdict_where_its_address_holds_no_result() -> Outcome {
    for fragment in ["question-3", "nonsense"] {
        let walk = awaited("r/cl/", fragment).await?;
        assert!(seen(&walk, "#heading").await?.is_empty(), "#{fragment}");
        walk.server().mend();
        until_ready(&walk).await?;
        walk.finish().await?;
    }
    // A place on the page is no wish for an app: it is all there once all of it is read.
    let walk = Stage::new().open("/r/cl/#term-client").await?;
    until_ready(&walk).await?;
    assert!(walk.offers("Answer it yourself").await?);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_verdicts_page_is_itself_again_after_a_result() -> Outcome {
    let walk = Walk::open("/r/cl/").await?;
    walk.server().fault(".wasm", Fault::Held);
    let result = format!("location.hash = '{}'", code(&example("law-firm")));
    let is_itself =
        "document.querySelector('.eyebrow')?.checkVisibility({ visibilityProperty: true })
        && document.querySelector('.eyebrow').textContent === 'One of three verdicts'";
    walk.eval(&result).await?;
    walk.until(
        "the result to be awaited",
        "document.querySelector('#waiting').checkVisibility()",
    )
    .await?;
    walk.back().await?;
    walk.until("the page itself, for it is awaited no more", is_itself)
        .await?;
    walk.server().mend();
    walk.forward().await?;
    walk.until_text("A result shared with you").await?;
    walk.back().await?;
    walk.until("the page itself, after the result", is_itself)
        .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_link_or_earlier_answers_are_never_covered_by_the_start() -> Outcome {
    let own = code(&example("law-firm"));
    for fragment in [&*own, "question-3", "nonsense"] {
        let walk = awaited("", fragment).await?;
        assert!(!walk.offers("Start with all").await?, "it is covered");
        walk.server().mend();
        until_ready(&walk).await?;
        walk.finish().await?;
    }
    Ok(())
}
