//! Two hundred times through the questionnaire in one tab: nothing grows.

mod questionnaire;

use clientele_e2e::{Outcome, Stage, Trouble, Walk};
use questionnaire::kept;
use serde_json::{Value, json};

/// Remembers the memory of every app.
const WATCH: &str = "globalThis.memories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const own = WebAssembly[name];
      WebAssembly[name] = async (...what) => {
        const made = await own.apply(WebAssembly, what);
        memories.push((made.instance ?? made).exports.memory);
        return made;
      };
    }";

/// From the start to the result and back, by other answers each time, and every tenth time by the full form.
const RUN: &str = "
    const settled = () => new Promise(done => setTimeout(done));
    const until = async (what, find) => {
      const end = performance.now() + 20000;
      while (performance.now() < end) {
        const found = find();
        if (found) return found;
        await settled();
      }
      throw new Error(`${what} never came: ${document.body.innerText.slice(0, 300)}`);
    };
    const button = words => until(words, () =>
      [...document.querySelectorAll('#app button')].find(it => it.textContent.includes(words)));
    const heading = words => until(words, () => document.querySelector('h1')?.textContent.includes(words));
    for (let run = FROM; run < TO; run++) {
      const isFull = run % 10 === 9;
      (await button(isFull ? 'Start with all' : 'Take the short form')).click();
      const total = isFull ? 15 : 6;
      for (let number = 1; number <= total; number++) {
        const shown = await until(`question ${number}`, () => {
          const question = document.querySelector('#choice-0')?.closest('.question');
          return question?.textContent.includes(`Question ${number} of ${total}`) && question;
        });
        const choices = shown.querySelectorAll('input');
        // The last one is ‘Doesn’t apply’.
        const choice = choices[(run * 7 + number * 3) % (choices.length - 1)];
        choice.click();
        await until('the choice', () => document.querySelector('.choices :checked'));
        shown.querySelector('[type=submit]').click();
      }
      await heading('Your answers');
      (await button('See my result')).click();
      await heading('You serve');
      (await button('Try a what-if')).click();
      await until('the what-if', () => document.querySelector('.trial-bar'));
      await new Promise(done => requestAnimationFrame(done));
      (await button('Begin afresh')).click();
      await heading('Do you serve clients or customers?');
    }";

/// What a page holds once all that nobody needs has been collected.
#[derive(Clone, Copy, Debug)]
struct Held {
    heap: f64,
    nodes: f64,
    listeners: f64,
    documents: f64,
    wasm: f64,
}

async fn held(walk: &Walk) -> Result<Held, Trouble> {
    for _ in 0..3 {
        walk.devtools("HeapProfiler.collectGarbage", json!({}))
            .await?;
    }
    let answer = walk.devtools("Performance.getMetrics", json!({})).await?;
    let metrics = answer["metrics"].as_array().cloned().unwrap_or_default();
    let metric = |name: &str| {
        let found = metrics.iter().find(|it| it["name"] == name);
        found
            .and_then(|it| it["value"].as_f64())
            .ok_or_else(|| Trouble::new(format!("no {name}: {answer}")))
    };
    let wasm = walk
        .eval("return memories.reduce((sum, it) => sum + it.buffer.byteLength, 0)")
        .await?;
    Ok(Held {
        heap: metric("JSHeapUsedSize")?,
        nodes: metric("Nodes")?,
        listeners: metric("JSEventListeners")?,
        documents: metric("Documents")?,
        wasm: wasm.as_f64().unwrap_or_default(),
    })
}

async fn run(walk: &Walk, from: u32, to: u32) -> Result<Value, Trouble> {
    let script = RUN
        .replace("FROM", &from.to_string())
        .replace("TO", &to.to_string());
    walk.eval(&script).await
}

#[tokio::test]
#[allow(clippy::print_stdout, reason = "it reports figures, too")]
async fn two_hundred_runs_leave_nothing_behind() -> Outcome {
    let walk = Stage::new().before(WATCH).open("/").await?;
    walk.devtools("Performance.enable", json!({})).await?;
    // In parts, since a script may take a minute, which a busy machine makes short.
    for from in (0..20).step_by(5) {
        run(&walk, from, from + 5).await?;
    }
    let few = held(&walk).await?;
    for from in (20..200).step_by(5) {
        run(&walk, from, from + 5).await?;
    }
    let many = held(&walk).await?;
    println!("after 20 runs {few:?}, after 200 {many:?}");
    assert!(kept(&walk).await?.is_empty());
    assert!(many.documents <= few.documents, "{few:?} {many:?}");
    assert!(many.nodes <= few.nodes + 10.0, "{few:?} {many:?}");
    assert!(many.listeners <= few.listeners + 5.0, "{few:?} {many:?}");
    assert!(few.wasm > 0.0, "no memory was seen: {few:?}");
    assert!(many.wasm <= few.wasm, "{few:?} {many:?}");
    // What the engine itself keeps of its code and its history: less than half a kilobyte a run.
    assert!(many.heap <= few.heap + 90_000.0, "{few:?} {many:?}");
    walk.finish().await?;
    Ok(())
}
