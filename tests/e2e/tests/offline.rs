//! After one visit the site is there without a network: pages, links, results. A new version comes whole, an old one can
//! be brought back, and the worker that does all this can be sent away.

mod built;
mod questionnaire;

use std::fs;
use std::path::Path;

use built::{next_version, swap, this_version};
use clientele_e2e::{Fault, Outcome, Server, Stage, Trouble, Walk};
use questionnaire::{answer, close, code, example, open_tab, switch, tab};

/// Waits until a version is kept whole and serves this page.
async fn until_kept(walk: &Walk) -> Result<(), Trouble> {
    walk.until(
        "the worker to serve the page",
        "navigator.serviceWorker.controller?.state === 'activated'",
    )
    .await
}

/// The names of what is kept.
async fn caches(walk: &Walk) -> Result<Vec<String>, Trouble> {
    let names = walk.eval("return caches.keys()").await?;
    let names = names.as_array().cloned().unwrap_or_default();
    Ok(names
        .iter()
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect())
}

/// Everything is cut: no request gets an answer.
fn cut(server: &Server) {
    server.fault("/", Fault::Cut);
}

#[tokio::test]
async fn after_one_visit_everything_is_there_without_a_network() -> Outcome {
    let theirs = code(&example("law-firm"));
    let mut walk = Stage::new()
        .prefix("/some/folder/")
        .keeps()
        .open("/")
        .await?;
    until_kept(&walk).await?;
    cut(walk.server());
    // The icon that no page asked for so far, and the worker itself, which is asked for at each visit.
    walk.forgive("sw.js");
    walk.forgive("ERR_");
    walk.reload().await?;
    walk.click_text("Take the short form").await?;
    for number in 1..=6 {
        walk.until_text(&format!("Question {number} of 6")).await?;
        walk.until_still().await?;
        walk.click("label:has(#choice-0)").await?;
        walk.click_text(if number < 6 { "Next" } else { "See my answers" })
            .await?;
    }
    walk.click_text("See my result").await?;
    walk.until_heading("You serve").await?;
    // A link from somebody, a verdict's page, the page on how it works, the comparison.
    walk.goto(&format!("/r/cl/#{theirs}~Team%20North")).await?;
    walk.until_text("A result shared with you: Team North")
        .await?;
    walk.goto("/about").await?;
    walk.until_heading("How Clientele works").await?;
    assert!(walk.address().await?.ends_with("/about/"));
    walk.goto("/r/both/index.html").await?;
    walk.until_heading("You serve both").await?;
    walk.goto("/compare/?utm_source=x").await?;
    walk.until_heading("Results side by side").await?;
    walk.click("textarea").await?;
    walk.type_text(&format!("North {theirs}\nSouth {theirs}\n"))
        .await?;
    walk.click_text("Read these results").await?;
    walk.until_text("North").await?;
    for (path, heading) in [
        ("/questionnaire/", "The questionnaire on paper"),
        ("/embed/", "Put Clientele into your own page"),
    ] {
        walk.goto(path).await?;
        walk.until_heading(heading).await?;
    }
    // The widget as it is in a frame of the same site.
    walk.goto("/?embed&theme=dark").await?;
    walk.until_text("Welcome back").await?;
    assert_eq!(
        walk.attribute("html", "data-theme").await?.as_deref(),
        Some("dark")
    );
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_host_that_is_ill_or_slow_is_stood_in_for() -> Outcome {
    let mut walk = Stage::new().keeps().open("/").await?;
    until_kept(&walk).await?;
    walk.forgive("500");
    walk.forgive("sw.js");
    walk.forgive("429");
    for fault in [Fault::Broken, Fault::Busy] {
        walk.server().turn_to("/about/", fault);
        walk.goto("/about/").await?;
        walk.until_heading("How Clientele works").await?;
    }
    walk.server().fault("/r/both/", Fault::Held);
    walk.goto("/r/both/").await?;
    walk.until_heading("You serve both").await?;
    // What the host has taken away is gone.
    walk.server().fault(
        "/r/cl/",
        Fault::Replaced(b"<link rel=icon href='data:,'><title>x</title><h1>Moved".to_vec()),
    );
    walk.goto("/r/cl/").await?;
    walk.until_heading("Moved").await?;
    // A page that is cut short would stay blank, or dead.
    walk.server().mend();
    walk.forgive("ERR_");
    for length in [3000, 30_000] {
        walk.server().fault("/about/", Fault::Short(length));
        walk.server().fault("/r/cu/", Fault::Short(length));
        walk.goto("/about/").await?;
        walk.until_heading("How Clientele works").await?;
        walk.until("all of it", "document.querySelector('.colophon')")
            .await?;
        walk.goto("/r/cu/").await?;
        walk.until_heading("You serve customers").await?;
        walk.server().mend();
    }
    walk.finish().await?;
    Ok(())
}

/// A page of this origin that no worker serves: while it is on show, none of ours is open.
fn elsewhere(walk: &Walk) -> String {
    [&*walk.server().origin(), "/elsewhere"].concat()
}

/// Waits until the version that this is true of is kept, and waits for the pages of the one before to be closed. A visit by
/// itself is what makes the browser look for it.
async fn until_it_waits(walk: &Walk, is_it: &str) -> Result<(), Trouble> {
    let waits = "(await navigator.serviceWorker.ready).waiting?.state === 'installed'";
    let is_kept = format!("{waits} && (await caches.keys()).some(name => {is_it})");
    walk.until("the version to wait", &is_kept).await
}

/// Closes our last page, and waits until that version is the only one.
async fn until_it_takes_over(walk: &Walk, is_it: &str) -> Result<(), Trouble> {
    walk.driver().goto(elsewhere(walk)).await?;
    let only = format!("(await caches.keys()).every(name => {is_it})");
    walk.until("the version before to be gone", &only).await
}

/// Without a line: the page on how it works, and a result, by the scripts of one version alone.
async fn works_without_a_line(walk: &Walk, heading: &str, is_new: bool) -> Outcome {
    cut(walk.server());
    walk.goto("/about/").await?;
    walk.until_heading(heading).await?;
    shows_a_result(walk, is_new).await?;
    walk.server().mend();
    Ok(())
}

/// A shared result, drawn by the scripts of this version alone.
async fn shows_a_result(walk: &Walk, is_new: bool) -> Outcome {
    walk.goto(&format!("/#{}", code(&example("law-firm"))))
        .await?;
    walk.until_heading("You serve clients").await?;
    walk.until_text("Start here").await?;
    assert_eq!(walk.eval("return globalThis.isNew ?? false").await?, is_new);
    Ok(())
}

#[tokio::test]
async fn a_new_version_comes_whole_and_the_old_one_can_come_back() -> Outcome {
    let [live, other] = [this_version("live")?, next_version("next")?];
    let stage = Stage::new().folder(&live).prefix("/site/").keeps();
    let mut walk = stage.open("/").await?;
    for expected in ["sw.js", "ERR_", "/elsewhere", "/favicon.ico"] {
        walk.forgive(expected);
    }
    for asked in [elsewhere(&walk), walk.server().origin() + "/favicon.ico"] {
        walk.befriend(&asked);
    }
    until_kept(&walk).await?;
    let first = caches(&walk).await?;
    assert_eq!(first.len(), 1, "{first:?}");
    // Somebody has begun, and has not come so far that the page asks for the rest.
    walk.click_text("Take the short form").await?;
    walk.until_text("Question 1 of 6").await?;
    let asked = "return performance.getEntriesByType('resource').map(it => it.name)
        .filter(it => it.endsWith(document.documentElement.dataset.wholeWasm)).length";
    assert_eq!(walk.eval(asked).await?, 0);
    swap(&live, &other)?;
    let begun = tab(&walk).await?;
    open_tab(&walk).await?;
    // With a line, the host's page is what is shown, whatever is kept, and it has the scripts that it names.
    walk.goto("/about/").await?;
    walk.until_heading("How the new Clientele works").await?;
    shows_a_result(&walk, true).await?;
    let is_new = "name.includes(' new-')";
    until_it_waits(&walk, is_new).await?;
    close(&walk).await?;
    switch(&walk, &begun).await?;
    // The page that was open goes on with its own, which the host has no more.
    answer(&walk, ["1"; 6]).await?;
    walk.click_text("See my result").await?;
    walk.until_heading("You serve").await?;
    walk.until_text("Start here").await?;
    assert_eq!(walk.eval("return globalThis.isNew ?? false").await?, false);
    assert_eq!(walk.eval(asked).await?, 1);
    let requests = walk.server().requests();
    let missed: Vec<_> = requests
        .iter()
        .filter(|it| !it.starts_with("200"))
        .collect();
    assert!(missed.is_empty(), "{missed:?}");
    until_it_takes_over(&walk, is_new).await?;
    works_without_a_line(&walk, "How the new Clientele works", true).await?;
    // The deploy before, put back.
    swap(&live, &other)?;
    walk.goto("/about/").await?;
    walk.until_heading("How Clientele works").await?;
    let is_old = format!("name === '{}'", first[0]);
    until_it_waits(&walk, &is_old).await?;
    until_it_takes_over(&walk, &is_old).await?;
    works_without_a_line(&walk, "How Clientele works", false).await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_version_that_does_not_come_whole_is_not_kept() -> Outcome {
    for fault in [Fault::Truncated(1000), Fault::Missing, Fault::Cut] {
        let mut walk = Stage::new().keeps().fault("tools", fault).open("/").await?;
        walk.forgive("tools");
        walk.forgive("sw.js");
        walk.eval(
            "const it = await navigator.serviceWorker.register('sw.js');
             const worker = it.installing ?? it.waiting ?? it.active;
             await new Promise(done => {
               const look = () => worker.state === 'redundant' && done();
               worker.addEventListener('statechange', look);
               look();
             });",
        )
        .await?;
        let registered = walk
            .eval("return !!(await navigator.serviceWorker.getRegistration())?.active")
            .await?;
        assert_eq!(registered, false);
        assert_eq!(caches(&walk).await?, [""; 0]);
        walk.click_text("Start with all").await?;
        walk.until_text("Question 1 of 15").await?;
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_version_that_is_taken_away_while_it_comes_does_not_count_as_kept() -> Outcome {
    let mut walk = Stage::new()
        .keeps()
        .fault("tools", Fault::Held)
        .open("/")
        .await?;
    walk.forgive("sw.js");
    // An older version that begins its work deletes what is not its own.
    walk.eval(
        "globalThis.registered = await navigator.serviceWorker.register('sw.js');
         globalThis.worker = registered.installing;
         let names;
         do names = await caches.keys(); while (!names.length);
         for (const name of names) await caches.delete(name);",
    )
    .await?;
    walk.server().mend();
    walk.until("it to be given up", "worker.state === 'redundant'")
        .await?;
    assert_eq!(walk.eval("return !!registered.active").await?, false);
    assert_eq!(caches(&walk).await?, [""; 0]);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn what_another_site_took_away_is_kept_again() -> Outcome {
    let mut walk = Stage::new().keeps().open("/").await?;
    until_kept(&walk).await?;
    let kept = caches(&walk).await?;
    let count = format!("(await (await caches.open('{}')).keys()).length", kept[0]);
    let files = walk.eval(&format!("return {count}")).await?;
    // As some sites do with all that is not theirs.
    walk.eval("for (const name of await caches.keys()) await caches.delete(name);")
        .await?;
    walk.goto("/about/").await?;
    let is_whole = format!("await caches.has('{}') && {count} === {files}", kept[0]);
    walk.until("all of it to be kept again", &is_whole).await?;
    // Or a browser was closed while it came again.
    walk.eval(&format!(
        "const cache = await caches.open('{}');
         const [, one] = (await cache.keys()).filter(it => it.url.endsWith('.wasm'));
         await cache.delete(one);",
        kept[0]
    ))
    .await?;
    walk.goto("/r/both/").await?;
    walk.until("the missing one to be kept again", &is_whole)
        .await?;
    cut(walk.server());
    walk.forgive("sw.js");
    walk.forgive("ERR_");
    walk.goto("/").await?;
    walk.until_heading("Do you serve clients or customers?")
        .await?;
    walk.click_text("Take the short form").await?;
    walk.until_text("Question 1 of 6").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn the_worker_can_be_sent_away() -> Outcome {
    let off = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/sw-off.js"))
        .map_err(Trouble::from)?;
    let walk = Stage::new().keeps().open("/").await?;
    until_kept(&walk).await?;
    walk.click_text("Start with all").await?;
    walk.until_text("Question 1 of 15").await?;
    walk.eval("globalThis.isTheSame = true").await?;
    walk.server().fault("sw.js", Fault::Replaced(off));
    walk.eval("(await navigator.serviceWorker.ready).update()")
        .await?;
    walk.until(
        "nothing to be kept any more",
        "!(await caches.keys()).length && !(await navigator.serviceWorker.getRegistrations()).length",
    )
    .await?;
    // Whoever is in the middle of something goes on.
    walk.click("label:has(#choice-1)").await?;
    walk.click_text("Next").await?;
    walk.until_text("Question 2 of 15").await?;
    assert_eq!(walk.eval("return isTheSame").await?, true);
    // The next page is nobody's but the host's.
    walk.goto("/about/").await?;
    walk.until("no worker", "!navigator.serviceWorker.controller")
        .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn what_another_site_keeps_is_none_of_ours() -> Outcome {
    // What another worker of this origin keeps: whatever came.
    let walk = Stage::new()
        .keeps()
        .before(
            "const { serviceWorker } = navigator;
             const register = serviceWorker.register.bind(serviceWorker);
             serviceWorker.register = async it => {
               const wasm = new URL(document.documentElement.dataset.wasm, document.baseURI).href;
               await (await caches.open('another')).put(wasm, new Response('busy', { status: 503 }));
               return register(it);
             };",
        )
        .open("/")
        .await?;
    until_kept(&walk).await?;
    let status = walk
        .eval(
            "const own = (await caches.keys()).find(it => it.startsWith('clientele '));
             const { wasm } = document.documentElement.dataset;
             return (await (await caches.open(own)).match(wasm)).status;",
        )
        .await?;
    assert!(caches(&walk).await?.contains(&"another".to_owned()));
    assert_eq!(status, 200);
    walk.finish().await?;
    Ok(())
}
