//! One visit: a load that nobody touches, its figures, then the way through the form to the result.

use std::collections::BTreeMap;
use std::time::Duration;

use clientele_e2e::{Trouble, Walk};
use serde_json::{Value, json};

use crate::figure::Figure;
use crate::lane::{Lane, Pace, load};
use crate::spread::Spread;
use crate::touch::{click, number, until};

/// The figures of a visit.
pub type Visit = BTreeMap<Figure, f64>;

/// How long after it is ready a page is watched.
const AFTERWARDS: f64 = 1000.0;
/// More questions than any form here has.
const MOST_STEPS: usize = 40;

/// One load on which clicks begin at once; returns when the first answer had led on, in ms from the start.
pub async fn hurry(lane: &Lane) -> Result<f64, Trouble> {
    let walk = lane.browser(Pace::Slow, true).await?;
    load(&walk, "").await?;
    let ready = until(&walk, "an answer to count", "bench.ready").await?;
    walk.driver().clone().quit().await?;
    if ready["loads"] != json!(1) {
        return Err(Trouble::new(format!(
            "{}: an early click loaded the page again",
            lane.entrant.name()
        )));
    }
    Ok(ready["at"].as_f64().unwrap_or(f64::NAN))
}

/// A visit to the result. The page is left alone until a second after it was found to be ready in another load.
pub async fn visit(lane: &Lane, pace: Pace, ready: f64) -> Result<Visit, Trouble> {
    let walk = lane.browser(pace, false).await?;
    load(&walk, "").await?;
    let quiet = format!(
        "performance.now() > {} && bench.idleFor() > {AFTERWARDS}",
        ready + AFTERWARDS
    );
    until(&walk, "the page to be quiet", &quiet).await?;
    let mut figures = Visit::from([(Figure::Ready, ready)]);
    for (figure, script) in [
        (Figure::Paint, "bench.paint()"),
        (Figure::Largest, "bench.lcp"),
        (Figure::Blocking, "bench.blocking"),
    ] {
        let value = number(&walk, script).await?;
        figures.insert(figure, value.unwrap_or(f64::NAN));
    }
    figures.insert(Figure::Load, traffic(&walk).await?);
    let heap = heap(&walk).await?;
    let wasm = number(&walk, "bench.wasm()").await?.unwrap_or(f64::NAN);
    figures.insert(Figure::Heap, heap);
    figures.insert(Figure::Memory, heap + wasm);
    let (paints, nexts) = answer_all(lane, &walk).await?;
    let shift = number(&walk, "bench.shift").await?.unwrap_or(f64::NAN);
    let worst = paints.iter().copied().fold(0.0, f64::max);
    let sent = u32::try_from(walk.server().sent()).map_or(f64::NAN, f64::from);
    figures.insert(Figure::Sent, sent);
    figures.insert(Figure::Shift, shift);
    figures.insert(Figure::Worst, worst);
    figures.insert(Figure::Answer, Spread::of(&paints).median);
    figures.insert(Figure::Next, Spread::of(&nexts).median);
    walk.driver().clone().quit().await?;
    Ok(figures)
}

/// Answers every question with its first option, to the result. Returns how long each click took to the next frame, and
/// each click on Next to the next question.
async fn answer_all(lane: &Lane, walk: &Walk) -> Result<(Vec<f64>, Vec<f64>), Trouble> {
    let steps = lane.entrant.steps();
    let (mut paints, mut nexts) = (Vec::new(), Vec::new());
    for _ in 0..MOST_STEPS {
        let place = until(walk, "a step of the form", "bench.where()").await?;
        let place = place.as_str().unwrap_or_default();
        if place == "done" {
            return Ok((paints, nexts));
        }
        if place == "start" {
            paints.push(click(walk, steps.start, true).await?.paint);
            continue;
        }
        if place.starts_with("question") {
            paints.push(click(walk, steps.option, false).await?.paint);
        }
        let touch = click(walk, steps.next, true).await?;
        paints.push(touch.paint);
        // The way to the result is another thing than a question.
        let leads_to_a_question = until(walk, "the next step", "bench.where()").await?;
        if leads_to_a_question
            .as_str()
            .is_some_and(|it| it.starts_with("question"))
        {
            nexts.extend(touch.next);
        }
        // What the browser does after the frame is not part of the next click.
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err(Trouble::new(format!(
        "{}: no result after {MOST_STEPS} steps",
        lane.entrant.name()
    )))
}

async fn heap(walk: &Walk) -> Result<f64, Trouble> {
    walk.devtools("HeapProfiler.collectGarbage", json!({}))
        .await?;
    let usage = walk.devtools("Runtime.getHeapUsage", json!({})).await?;
    Ok(usage["usedSize"].as_f64().unwrap_or(f64::NAN))
}

/// All bytes of the page so far by the browser's account: bodies as they came over the line, and headers. What a service
/// worker fetches is not among them.
async fn traffic(walk: &Walk) -> Result<f64, Trouble> {
    let mut bytes = 0.0;
    for entry in walk.driver().get_log("performance").await? {
        let event: Value = serde_json::from_str(&entry.message).unwrap_or_default();
        let event = &event["message"];
        if event["method"] == json!("Network.loadingFinished") {
            bytes += event["params"]["encodedDataLength"]
                .as_f64()
                .unwrap_or_default();
        }
    }
    Ok(bytes)
}
