//! More results than an address holds: not left by a slip; and by the hundred thousand, read while the page answers, and
//! called off.

mod questionnaire;

use clientele_e2e::{Outcome, Trouble, Walk};
use questionnaire::{code, example, pack, paste};
use serde_json::json;

/// Makes many lines in the page, and gives them to it as a file; `window.counted` counts what the
/// page still answers meanwhile.
const GIVE_MANY: &str = "const codes = CODES;
    let text = '';
    for (let at = 0; at < COUNT; at++) text += `Person ${at},${codes[at % codes.length]}\\n`;
    window.longest = 0; window.counted = 0; window.tasks = [];
    new PerformanceObserver(seen => seen.getEntries().forEach(it => tasks.push(Math.round(it.startTime - began) + '+' + Math.round(it.duration))))
      .observe({ type: 'longtask' });
    let last = performance.now();
    window.began = last;
    const tick = () => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last); last = now; window.counted++;
      if (!document.querySelector('.group-count')) setTimeout(tick, 0);
      else window.took = now - window.began;
    };
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], 'many.csv'));
    const input = document.querySelector('input[type=file]');
    input.files = chosen.files;
    window.began = last = performance.now();
    input.dispatchEvent(new Event('change', { bubbles: true }));
    setTimeout(tick, 0);";

async fn give_many(walk: &Walk, count: u32) -> Result<(), Trouble> {
    let codes: Vec<String> = pack()
        .examples
        .iter()
        .map(|it| code(&it.answers(pack())))
        .collect();
    let script = GIVE_MANY
        .replace("CODES", &json!(codes).to_string())
        .replace("COUNT", &count.to_string());
    walk.eval(&script).await.map(drop)
}

/// For how many milliseconds the page's thread has been at work, however busy the machine is.
async fn busy(walk: &Walk) -> Result<f64, Trouble> {
    let answer = walk.devtools("Performance.getMetrics", json!({})).await?;
    let metrics = answer["metrics"].as_array().cloned().unwrap_or_default();
    let task = metrics.iter().find(|it| it["name"] == "TaskDuration");
    let seconds = task.and_then(|it| it["value"].as_f64());
    seconds
        .map(|it| it * 1000.0)
        .ok_or_else(|| Trouble::new(format!("no task's duration: {answer}")))
}

#[tokio::test]
#[allow(
    clippy::print_stdout,
    reason = "it reports times, and asserts none of them"
)]
async fn a_hundred_thousand_lines_are_read_while_the_page_answers() -> Outcome {
    for count in [10_000, 100_000] {
        let walk = Walk::open("/compare/").await?;
        let ticks = json!({ "timeDomain": "threadTicks" });
        walk.devtools("Performance.enable", ticks).await?;
        let before = busy(&walk).await?;
        give_many(&walk, count).await?;
        walk.until("all of them", "window.took").await?;
        // Thousands stand apart wherever people are counted.
        let thousands = format!("{}\u{202f}000", count / 1000);
        let said = format!("{thousands} results were read.");
        walk.until_text(&said).await?;
        assert_eq!(walk.count(".everyone tbody tr").await?, 100);
        walk.until_text("A link can hold 60 results at the most")
            .await?;
        let took = walk
            .eval("return [window.took, window.longest, window.counted, window.tasks]")
            .await?;
        let answers = walk.eval("return window.counted").await?;
        assert!(
            answers.as_u64() > Some(u64::from(count / 10_000)),
            "{answers}"
        );
        let busy = busy(&walk).await? - before;
        println!(
            "{count} lines: {busy:.0} ms of the page's own work, the test's included; [all, longest pause, answers meanwhile, tasks longer than 50 (begin+length)] = {took} (ms)"
        );
        walk.click_text("Later rows").await?;
        let rows = format!("Rows 101 to 200 of {thousands}");
        walk.until_text(&rows).await?;
        let heading = walk.eval("return document.querySelector('.group-count').textContent.trim()");
        assert_eq!(heading.await?, format!("{thousands} results"));
        walk.click_text("Name").await?;
        walk.until_text("Rows 1 to 100").await?;
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_long_reading_is_called_off() -> Outcome {
    let walk = Walk::open("/compare/").await?;
    // Clicked as soon as it is there: by the time a driver gets round to it, all would be read.
    walk.eval(
        "const looking = new MutationObserver(() => {
           const cancel = document.querySelector('#cancel');
           if (cancel) { looking.disconnect(); window.progress = !!document.querySelector('.reading progress[max]');
             setTimeout(() => { window.focused = document.activeElement.id; cancel.click(); }); }
         });
         looking.observe(document.body, { childList: true, subtree: true });",
    )
    .await?;
    give_many(&walk, 50_000).await?;
    walk.until_text("Stopped. Nothing of that text was taken in.")
        .await?;
    assert_eq!(walk.eval("return window.progress").await?, true);
    assert_eq!(walk.eval("return window.focused").await?, "cancel");
    assert_eq!(walk.count(".everyone").await?, 0);
    paste(&walk, &code(&example("law-firm"))).await?;
    walk.until_text("One result was read.").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn who_leaves_is_asked_while_more_are_here_than_the_address_holds() -> Outcome {
    const LEAVE: &str = "dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    let walk = Walk::open("/compare/").await?;
    let line = |at: u32| format!("{},Zoe{at}\n", code(&example("law-firm")));
    paste(&walk, &(0..60).map(line).collect::<String>()).await?;
    walk.until_text("60 results").await?;
    walk.until("the page to be free", LEAVE).await?;
    paste(&walk, &line(60)).await?;
    walk.until_text("61 results").await?;
    walk.until("the page to be held", &format!("!{LEAVE}"))
        .await?;
    walk.click_text("Download a table").await?;
    walk.until("the page to be free again", LEAVE).await?;
    walk.finish().await?;
    Ok(())
}
