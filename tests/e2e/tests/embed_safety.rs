//! What hosts and strangers may do to an embedded widget, and it to them: nothing much.

mod hosts;

use clientele_e2e::{Outcome, Stage, Trouble};
use hosts::Host;
use serde_json::{Value, json};

#[tokio::test]
async fn strangers_are_not_heard() -> Outcome {
    let host = Host::open(Stage::new(), "strange.html").await?;
    host.until_heard("ready").await?;
    host.until_settled().await?;
    let before = host
        .read("one.querySelector('iframe').style.blockSize")
        .await?;
    let heard = host.read("events.length").await?;
    // A frame beside the widget talks to the host as if it were the widget, and to the widget as if it were the host.
    host.walk.enter("#stranger").await?;
    host.walk
        .eval(
            "const say = (to, data) => to.postMessage({ clientele: { v: 1, ...data } }, '*');
             say(parent, { type: 'height', height: 9000 });
             say(parent, { type: 'result', verdict: 'client' });
             for (let at = 0; at < parent.frames.length; at++) {
               say(parent.frames[at], { type: 'config', theme: 'dark' });
               say(parent.frames[at], { type: 'restart' });
             }",
        )
        .await?;
    host.walk.leave().await?;
    host.walk.eval("return settled()").await?;
    assert_eq!(
        host.read("one.querySelector('iframe').style.blockSize")
            .await?,
        before
    );
    assert_eq!(host.read("events.length").await?, heard);
    host.walk.enter("#one iframe").await?;
    let theme = host.walk.attribute("html", "data-theme").await?;
    assert_eq!(theme.as_deref(), Some("auto"));
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn wrong_types_from_the_host_change_nothing() -> Outcome {
    let host = Host::open(Stage::new(), "element.html").await?;
    host.until_heard("ready").await?;
    host.walk
        .eval(
            "const to = document.querySelector('iframe').contentWindow;
             for (const data of [null, 1, 'config', [], {}, { clientele: null }, { clientele: 'config' }, { clientele: {} },
               { clientele: { v: 2, type: 'config', theme: 'dark' } }, { clientele: { v: 1, type: 'conf', theme: 'dark' } },
               { clientele: { v: 1, type: 'config', theme: { light: 1 }, radius: [3], accent: null, hide: true, font: new Map() } },
               { clientele: { v: 1, type: 'config', __proto__: { theme: 'dark' }, constructor: 'x', toString: 'y' } },
               { clientele: { v: 1, type: 'config', theme: '<img>', radius: 1e9, font: 'x'.repeat(1e6), hide: '}*{display:none' } },
             ]) to.postMessage(data, '*');
             to.postMessage({ clientele: { v: 1, type: 'config', density: 'compact' } }, '*');",
        )
        .await?;
    host.walk.enter("iframe").await?;
    host.walk
        .until(
            "the one that is right",
            "document.documentElement.dataset.density === 'compact'",
        )
        .await?;
    let set = host
        .walk
        .eval("return [{ ...document.documentElement.dataset }, document.documentElement.getAttribute('style')]")
        .await?;
    assert_eq!(set[0]["theme"], "auto");
    assert!(set[0].get("accent").is_none());
    assert!(set[0].get("hide").is_none());
    assert_eq!(set[1].as_str().unwrap_or_default(), "");
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_flood_is_one_change() -> Outcome {
    let host = Host::open(Stage::new(), "element.html").await?;
    host.until_heard("ready").await?;
    host.walk
        .eval(
            "const to = document.querySelector('iframe').contentWindow;
             for (let n = 0; n < 10000; n++)
               to.postMessage({ clientele: { v: 1, type: 'config', radius: n % 25, theme: n % 2 ? 'dark' : 'pink' } }, '*');
             to.postMessage({ clientele: { v: 1, type: 'config', radius: 7, theme: 'light' } }, '*');",
        )
        .await?;
    host.walk.enter("iframe").await?;
    host.walk
        .until(
            "the last one",
            "document.documentElement.style.getPropertyValue('--radius') === '7px'
                && document.documentElement.dataset.theme === 'light'",
        )
        .await?;
    // It still does what it is there for.
    host.walk.leave().await?;
    host.answer_one("iframe").await?;
    host.until_settled().await?;
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_host_may_reload_move_and_remove_the_frame() -> Outcome {
    let mut host = Host::open(Stage::new(), "element.html").await?;
    // What was being fetched when the frame went away.
    host.walk.forgive("Failed to fetch");
    host.until_heard("ready").await?;
    host.walk
        .eval(
            "messages.length = 0; const frame = one.querySelector('iframe'); frame.src = frame.src",
        )
        .await?;
    host.until_heard("ready").await?;
    host.walk
        .eval("messages.length = 0; document.body.prepend(one)")
        .await?;
    host.until_heard("ready").await?;
    host.until_settled().await?;
    host.walk
        .eval("window.kept = one; kept.remove(); messages.length = 0; await settled()")
        .await?;
    assert_eq!(host.read("messages").await?, json!([]));
    host.walk.eval("document.body.append(kept)").await?;
    host.until_heard("ready").await?;
    host.answer_one("iframe").await?;
    host.until_heard("answered").await?;
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_frame_in_a_frame_talks_to_its_own_host_alone() -> Outcome {
    let host = Host::open(Stage::new(), "frames.html").await?;
    host.walk.enter("#outer").await?;
    host.until_heard("ready").await?;
    host.until_settled().await?;
    host.walk.leave().await?;
    assert_eq!(host.read("messages").await?, json!([]));
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_widget_that_can_not_begin_says_so_to_its_host() -> Outcome {
    let mut host = Host::open(Stage::new(), "index.html").await?;
    host.walk.forgive(".pack");
    host.walk.forgive("boot-");
    host.widget.fault(".pack", clientele_e2e::Fault::Missing);
    host.walk.goto("element.html").await?;
    host.until_heard("error").await?;
    let kind = host
        .read("events.find(it => it.type === 'error').detail.kind")
        .await?;
    assert_eq!(kind, "load");
    host.walk.enter("iframe").await?;
    host.walk
        .until_text("Part of the page did not arrive")
        .await?;
    host.walk.leave().await?;
    // Nobody was in the frame, so it takes the focus from nobody.
    let focused = host.read("document.activeElement.localName").await?;
    assert_eq!(focused, "body");
    host.finish().await?;
    Ok(())
}

/// Where in the frame the host's window ends, seen from the host.
async fn lower_edge(host: &Host) -> Result<Value, Trouble> {
    let place = "const frame = document.querySelector('iframe').getBoundingClientRect(); return innerHeight - frame.top";
    host.walk.eval(place).await
}

#[tokio::test]
async fn the_what_if_stays_in_sight_while_the_host_scrolls() -> Outcome {
    let host = Host::open(Stage::new(), "element.html").await?;
    host.until_heard("ready").await?;
    host.answer_all("iframe").await?;
    host.walk.enter("iframe").await?;
    host.walk.click_text("Try a what-if").await?;
    host.walk
        .until("the bar", "document.querySelector('.trial-bar')")
        .await?;
    host.walk.leave().await?;
    host.until_settled().await?;
    for part in [0.3, 0.45, 0.6] {
        host.walk
            .eval(&format!(
                "scrollTo(0, document.documentElement.scrollHeight * {part})"
            ))
            .await?;
        let lower_edge = lower_edge(&host).await?;
        host.walk.enter("iframe").await?;
        host.walk
            .until(
                "the bar at the lower edge of the window",
                &format!("Math.abs(document.querySelector('.trial-status').getBoundingClientRect().bottom - {lower_edge}) < 20"),
            )
            .await?;
        host.walk.leave().await?;
    }
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn the_way_on_stays_in_sight_on_every_question() -> Outcome {
    let host = Host::open(Stage::new().size(700, 500), "element.html").await?;
    host.until_heard("ready").await?;
    host.walk.enter("iframe").await?;
    host.walk.click_text("Start with all").await?;
    // As if all questions were of one height: then nothing but the question itself changes.
    host.walk
        .eval("document.body.style.blockSize = '1500px';")
        .await?;
    for number in 1..=4 {
        host.walk
            .until_text(&format!("Question {number} of 15"))
            .await?;
        host.walk.leave().await?;
        let lower_edge = lower_edge(&host).await?;
        host.walk.enter("iframe").await?;
        host.walk
            .until(
                "the bar above the lower edge of the window",
                &format!("document.querySelector('.question .actions').getBoundingClientRect().bottom <= {lower_edge}"),
            )
            .await?;
        // The next one is there already, and nothing has to be scrolled to go on.
        host.walk
            .until("the next question", "document.querySelector('.ahead')")
            .await?;
        host.walk
            .eval("document.querySelector('.question [type=submit]').click();")
            .await?;
    }
    host.walk.leave().await?;
    host.finish().await?;
    Ok(())
}
