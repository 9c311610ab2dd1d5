//! The harness itself, on small pages of its own: it acts as a person does, and notices what it is there to notice.

use std::fs;
use std::path::Path;

use clientele_e2e::{Fault, Kind, Outcome, Stage, Trouble, Walk};
use serde_json::json;

/// A folder with one page in it, for one test.
fn page(name: &str, body: &str) -> Result<Stage, Trouble> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder)?;
    let page = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>A page</title>
         <meta name=viewport content='width=device-width'><link rel=icon href='data:,'>
         <style>body {{ color: CanvasText; background: Canvas; color-scheme: light dark }}</style></head>
         <body><main><h1>A page</h1>{body}</main></body></html>"
    );
    fs::write(folder.join("index.html"), page)?;
    Ok(Stage::new().folder(folder))
}

/// The words of the failure that a step must end in.
fn failure<T>(step: Result<T, Trouble>) -> String {
    step.err().map_or_else(
        || "it did not fail".to_owned(),
        |trouble| trouble.to_string(),
    )
}

#[tokio::test]
async fn it_clicks_types_and_presses_as_a_person_does() -> Outcome {
    let walk = page(
        "acts",
        "<p id=said>nothing</p>
         <label><input type=radio name=a onchange='say(\"one\")'> The first</label>
         <label><input type=radio name=a onchange='say(\"two\")'> The second</label>
         <label>Your name <input id=name oninput='say(value)'></label>
         <button onclick='setTimeout(() => say(\"done\"), 200)'>See my result</button>
         <button disabled>See</button>
         <script>function say(what) { said.textContent = what } onkeydown = e => { if (e.key === '3') say('three') };</script>",
    )?
    .open("/")
    .await?;
    walk.click_text("The second").await?;
    walk.until_text("two").await?;
    walk.press("ArrowUp").await?;
    walk.until_text("one").await?;
    walk.tab_to("Your name").await?;
    walk.type_text("Ada").await?;
    walk.until_text("Ada").await?;
    walk.press("Shift+Tab").await?;
    walk.press("3").await?;
    walk.until_text("three").await?;
    // The whole name is on a button that can't be clicked; the beginning of the other's will do.
    walk.click_text("See").await?;
    walk.until_text("done").await?;
    assert!(!walk.offers("Not here").await?);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn it_goes_back_and_forward_and_knows_where_it_is() -> Outcome {
    let stage = page("places", "<a href='#two'>On</a>")?.prefix("/deep/down/");
    let walk = stage.open("/#one").await?;
    walk.click_text("On").await?;
    walk.until("the second address", "location.hash === '#two'")
        .await?;
    walk.back().await?;
    walk.until("the first address", "location.hash === '#one'")
        .await?;
    walk.forward().await?;
    walk.until("the second address again", "location.hash === '#two'")
        .await?;
    assert_eq!(walk.address().await?, "/#two");
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn it_sees_the_screen_that_the_stage_sets() -> Outcome {
    let stage = page("screen", "")?
        .narrow()
        .dark()
        .still()
        .forced_colors()
        .before("window.early = 1;");
    let walk = stage.open("/").await?;
    let script = "const is = query => matchMedia(query).matches;
        return [innerWidth, is('(prefers-color-scheme: dark)'), is('(prefers-reduced-motion: reduce)'),
          is('(forced-colors: active)'), window.early, navigator.language];";
    assert_eq!(
        walk.eval(script).await?,
        json!([320, true, true, true, 1, "en-GB"])
    );
    walk.prefer(false, false, false).await?;
    walk.resize(1280, 800).await?;
    assert_eq!(
        walk.eval(script).await?,
        json!([1280, false, false, false, 1, "en-GB"])
    );
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn it_notices_a_request_to_another_host() -> Outcome {
    for asks in [
        "fetch('https://example.org/a').catch(() => 0)",
        "navigator.sendBeacon('https://example.org/a')",
    ] {
        let mut walk = page("stray", &format!("<script>{asks}</script>"))?
            .open("/")
            .await?;
        walk.forgive("example.org");
        walk.until_still().await?;
        let failure = failure(walk.finish().await);
        assert!(
            failure.contains("https://example.org/a"),
            "{asks}: {failure}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn it_notices_an_error_on_the_console() -> Outcome {
    for (fault, named) in [
        ("console.error('broken glass')", "broken glass"),
        ("null.x", "TypeError"),
    ] {
        let walk = page("console", &format!("<script>{fault}</script>"))?
            .open("/")
            .await?;
        let failure = failure(walk.finish().await);
        assert!(failure.contains(named), "{fault}: {failure}");
    }
    Ok(())
}

#[tokio::test]
async fn it_notices_what_a_page_does_against_its_policy() -> Outcome {
    let strict =
        "<meta http-equiv='content-security-policy' content=\"script-src 'none'; img-src 'none'\">";
    for (fault, named) in [
        ("<script>1</script>", "script-src"),
        ("<img alt='' src='a.png'>", "img-src"),
    ] {
        let mut walk = page("policy", &[strict, fault].concat())?.open("/").await?;
        // However much is forgiven.
        walk.forgive("");
        let failure = failure(walk.finish().await);
        assert!(failure.contains(named), "{fault}: {failure}");
    }
    Ok(())
}

#[tokio::test]
async fn it_notices_what_axe_finds() -> Outcome {
    let fine = page("axe-fine", "<p>Legible</p>")?.open("/").await?;
    fine.axe().await?;
    fine.finish().await?;
    // Contrast of 5:1 passes AA; only AAA objects to it.
    let pale = "<p style='color: #707070; background: #fff'>Pale</p>";
    let walk = page("axe-pale", pale)?.open("/").await?;
    let failure = failure(walk.axe().await);
    assert!(failure.contains("color-contrast-enhanced"), "{failure}");
    walk.axe_but(&["color-contrast-enhanced"]).await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_faulty_server_is_seen_as_such() -> Outcome {
    let script = "<p id=said></p><button onclick=\"fetch('index.html').then(async r =>
        said.textContent = `${r.status}, ${(await r.text()).length} long`, () => said.textContent = 'no answer')\">Ask</button>";
    let mut walk = page("faults", script)?.open("/").await?;
    walk.forgive("index.html");
    for (fault, seen) in [
        (Fault::Missing, "404,"),
        (Fault::Broken, "500,"),
        (Fault::Busy, "429,"),
        (Fault::Truncated(7), "200, 7 long"),
        (Fault::Replaced(b"other".to_vec()), "200, 5 long"),
        (Fault::Cut, "no answer"),
    ] {
        walk.server().fault("index.html", fault);
        walk.click_text("Ask").await?;
        walk.until_text(seen).await?;
        walk.server().mend();
    }
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn it_gives_up_with_an_account_of_what_was_to_be_seen() -> Outcome {
    let walk = page("waits", "<p>Only this</p>")?.open("/").await?;
    let failure = failure(walk.until_text("something else").await);
    for part in ["“something else”", "Only this", "at: /", ".png"] {
        assert!(failure.contains(part), "{part}: {failure}");
    }
    Ok(())
}

/// What no page of ours may do, and what each of it is noticed by.
const MISDEEDS: [(&str, &str); 5] = [
    ("setTimeout(() => { throw new Error('oops') })", "oops"),
    ("Promise.reject(new Error('promised'))", "promised"),
    ("console.error('a complaint')", "a complaint"),
    (
        "document.body.append(Object.assign(new Image(), { src: 'gone.png' }))",
        "gone.png",
    ),
    (
        "document.body.append(Object.assign(document.createElement('script'), { src: 'http://127.0.0.1:9/x.js' }))",
        "Content Security Policy",
    ),
];

/// Runs this as a script of the page: Firefox keeps apart what its driver runs.
async fn run_in_page(walk: &Walk, script: &str) -> Result<(), Trouble> {
    walk.eval(&format!(
        "document.body.append(Object.assign(document.createElement('script'), {{ textContent: {} }}))",
        json!(script)
    ))
    .await?;
    Ok(())
}

async fn tells_what_goes_wrong_and_what_is_asked_of_others(kind: Kind) -> Outcome {
    let stage = page(&format!("wrong-{kind}"), "")?.browser(kind);
    let server = stage.serve()?;
    server.header("Content-Security-Policy: script-src 'self' 'unsafe-inline'");
    let walk = stage.open_on(server, "/").await?;
    for (misdeed, notice) in MISDEEDS {
        run_in_page(&walk, misdeed).await?;
        let start = std::time::Instant::now();
        while !walk.errors().await?.iter().any(|it| it.contains(notice)) {
            assert!(
                start.elapsed().as_secs() < 10,
                "{kind} says nothing of {notice}: {:?}",
                walk.console().await?
            );
            walk.until_still().await?;
        }
    }
    assert!(!walk.breaches().await?.is_empty(), "{kind}");
    // All of it is heard, however much there is to tell, without waiting for it.
    let much = "for (let i = 0; i < 200; i++) console.error(`word ${i}.`)";
    run_in_page(&walk, much).await?;
    let errors = walk.errors().await?;
    let heard = errors.iter().filter(|it| it.contains("word ")).count();
    assert_eq!(heard, 200, "{kind}");
    let other = page(&format!("other-{kind}"), "")?.serve()?;
    let ask = format!("fetch('{}', {{ mode: 'no-cors' }})", other.url("elsewhere"));
    run_in_page(&walk, &ask).await?;
    let start = std::time::Instant::now();
    while !walk
        .strays()
        .await?
        .iter()
        .any(|it| it.contains("/elsewhere"))
    {
        assert!(start.elapsed().as_secs() < 10, "{kind} keeps it to itself");
        walk.until_still().await?;
    }
    assert!(failure(walk.finish().await).contains(kind.name()));
    Ok(())
}

mod chromium {
    #[tokio::test]
    async fn tells_what_goes_wrong() -> super::Outcome {
        super::tells_what_goes_wrong_and_what_is_asked_of_others(super::Kind::Chromium).await
    }
}

mod firefox {
    #[tokio::test]
    async fn tells_what_goes_wrong() -> super::Outcome {
        super::tells_what_goes_wrong_and_what_is_asked_of_others(super::Kind::Firefox).await
    }
}

mod webkit {
    #[tokio::test]
    async fn tells_what_goes_wrong() -> super::Outcome {
        super::tells_what_goes_wrong_and_what_is_asked_of_others(super::Kind::WebKit).await
    }
}
