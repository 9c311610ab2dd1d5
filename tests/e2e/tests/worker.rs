//! Where there is a worker, and what it may ask: no page's policy binds it, and no browser's record of what a page asks for
//! has its requests.

mod built;

use std::fs;
use std::path::Path;

use built::bytes;
use clientele_e2e::{Fault, Outcome, Server, Stage, Trouble};
use serde_json::Value;

/// A server that answers as another host.
fn another_host() -> Result<Server, Trouble> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("another-host");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), "another")?;
    Server::start(folder, "/")
}

/// How it ends where our worker also does this when it begins.
async fn end_of(deed: &str) -> Result<Value, Trouble> {
    let does = format!(
        "const done = (async () => {deed})().then(() => 'done', () => 'refused');
         addEventListener('message', event => event.waitUntil(done.then(it => event.source.postMessage(it))));\n"
    );
    let stage = Stage::new().keeps();
    let server = stage.serve()?;
    let worker = [does.as_bytes(), &bytes("sw.js")?].concat();
    server.fault("sw.js", Fault::Replaced(worker));
    let walk = stage.open_on(server, "/").await?;
    let said = walk
        .eval(
            "const it = await navigator.serviceWorker.register('sw.js');
             return new Promise(done => {
               navigator.serviceWorker.addEventListener('message', event => done(event.data));
               navigator.serviceWorker.startMessages();
               (it.installing ?? it.waiting ?? it.active).postMessage('how did it end?');
             });",
        )
        .await?;
    walk.finish().await?;
    Ok(said)
}

#[tokio::test]
async fn a_worker_reaches_its_own_host_and_no_other() -> Outcome {
    let other = another_host()?;
    let away = other.url("index.html");
    for (deed, end) in [
        ("fetch('about/')".to_owned(), "done"),
        (format!("fetch('{away}', {{ mode: 'no-cors' }})"), "refused"),
        (format!("importScripts('{away}')"), "refused"),
        // Whatever the host: all of the worker is one file.
        ("importScripts('embed.js')".to_owned(), "refused"),
    ] {
        assert_eq!(end_of(&deed).await?, end, "{deed}");
    }
    assert_eq!(other.requests(), [""; 0]);
    Ok(())
}

#[tokio::test]
async fn frames_and_browsers_without_workers_do_without() -> Outcome {
    // A page of the site's own that has the widget in a frame, by its own settings and as it is; where `embed/` is, frames
    // are allowed.
    for widget in ["/?embed", "/"] {
        let page = format!(
            "<title>x</title><link rel=icon href='data:,'><h1>Round it</h1><iframe src='{widget}'></iframe>"
        );
        let stage = Stage::new().keeps().notes_ready();
        let walk = stage
            .fault("/embed/", Fault::Replaced(page.into_bytes()))
            .open("/about/")
            .await?;
        walk.goto("/embed/").await?;
        walk.enter("iframe").await?;
        walk.until("the app", "window.isReady").await?;
        walk.eval("await new Promise(requestIdleCallback); await new Promise(requestIdleCallback)")
            .await?;
        let registered = "return (await navigator.serviceWorker.getRegistrations()).length";
        assert_eq!(walk.eval(registered).await?, 0, "{widget}");
        walk.leave().await?;
        walk.finish().await?;
    }
    let walk = Stage::new().notes_ready().open("/").await?;
    walk.until("the app", "window.isReady").await?;
    walk.eval("await new Promise(requestIdleCallback)").await?;
    walk.finish().await?;
    Ok(())
}
