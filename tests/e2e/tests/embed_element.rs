//! `<clientele-widget>` in pages of other hosts: one, several, hidden, moved, and changed while it is there.

mod hosts;

use clientele_e2e::{Fault, Outcome, Stage, Trouble};
use hosts::Host;

/// Whether each element is as high as its widget last said, within its limits.
const FIT: &str = "[...document.querySelectorAll('clientele-widget')].every(it => {
    const told = events.filter(event => event.type === 'height' && event.id === it.id).at(-1)?.detail.height;
    const [least, most] = (it.getAttribute('height') ?? '320,20000').split(',').map(Number);
    return it.querySelector('iframe').style.blockSize === `${Math.min(Math.max(told, least), most)}px`;
})";

/// What the element named `one` dispatched of a kind.
fn dispatched(kind: &str) -> String {
    format!("events.filter(it => it.id === 'one' && it.type === '{kind}').map(it => it.detail)")
}

#[tokio::test]
async fn one_element_takes_the_place_of_its_link_and_tells_what_happens() -> Outcome {
    let host = Host::open(Stage::new(), "element.html").await?;
    host.until_heard("ready").await?;
    assert_eq!(host.walk.count("clientele-widget > a").await?, 0);
    for (name, wanted) in [
        ("title", "Do you serve clients or customers?"),
        ("loading", "lazy"),
        ("allow", "clipboard-write; web-share"),
    ] {
        let found = host.walk.attribute("iframe", name).await?;
        assert_eq!(found.as_deref(), Some(wanted));
    }
    host.answer_all("iframe").await?;
    host.walk
        .until(
            "the result",
            &format!("{}.length === 1", dispatched("result")),
        )
        .await?;
    let result = host.read(&dispatched("result")).await?;
    assert_eq!(result[0]["length"], "short");
    assert_eq!(result[0]["answered"], 6);
    let answered = host.read(&dispatched("answered")).await?;
    assert_eq!(answered.as_array().map(Vec::len), Some(6));
    host.until_settled().await?;
    host.walk.until("the frame to fit", FIT).await?;
    host.walk.axe().await?;
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn without_a_wish_for_events_only_harmless_ones_come() -> Outcome {
    let host = Host::open(Stage::new(), "strange.html").await?;
    host.answer_all("#one iframe").await?;
    host.until_settled().await?;
    let types = host
        .read("[...new Set(events.map(it => it.type))].sort()")
        .await?;
    assert_eq!(types.to_string(), r#"["height","ready"]"#);
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn several_keep_apart_and_loading_twice_is_harmless() -> Outcome {
    let host = Host::open(Stage::new(), "several.html").await?;
    let ready = "new Set(events.filter(it => it.type === 'ready').map(it => it.id)).size === 3";
    host.walk.until("all three", ready).await?;
    host.until_settled().await?;
    host.walk.until("each to fit", FIT).await?;
    assert_eq!(host.walk.count("iframe").await?, 3);
    let height = host
        .read("document.querySelector('#two iframe').style.blockSize")
        .await?;
    assert_eq!(height, "500px");
    for (frame, theme) in [("#one iframe", "light"), ("#two iframe", "dark")] {
        // What is out of sight isn't drawn.
        let scroll = format!("document.querySelector('{frame}').scrollIntoView()");
        host.walk.eval(&scroll).await?;
        host.walk.enter(frame).await?;
        let set = host.walk.attribute("html", "data-theme").await?;
        assert_eq!(set.as_deref(), Some(theme));
        host.walk.axe().await?;
        host.walk.leave().await?;
    }
    assert_eq!(
        host.walk
            .attribute("#two iframe", "title")
            .await?
            .as_deref(),
        Some("Second")
    );
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn attributes_changed_later_act_at_once() -> Outcome {
    let host = Host::open(Stage::new(), "element.html").await?;
    host.until_heard("ready").await?;
    // The mark goes with the page, should it load anew.
    host.walk.enter("iframe").await?;
    host.walk.eval("window.same = true").await?;
    host.walk.leave().await?;
    for (change, holds) in [
        (
            "setAttribute('theme', 'dark')",
            "document.documentElement.dataset.theme === 'dark'",
        ),
        (
            "setAttribute('radius', '3')",
            "getComputedStyle(document.querySelector('.primary')).borderRadius === '3px'",
        ),
        (
            "setAttribute('accent', '0a3d25')",
            "document.documentElement.dataset.accent === '0a3d25'",
        ),
        (
            "setAttribute('hide', 'poles')",
            "!seen(document.querySelector('.poles'))",
        ),
        (
            "removeAttribute('hide')",
            "seen(document.querySelector('.poles'))",
        ),
        (
            "setAttribute('length', 'full')",
            "!screen().includes('6 questions')",
        ),
        (
            "setAttribute('length', 'both')",
            "screen().includes('6 questions')",
        ),
        (
            "removeAttribute('theme')",
            "document.documentElement.dataset.theme === 'auto'",
        ),
    ] {
        host.walk
            .eval(&format!("document.querySelector('#one').{change}"))
            .await?;
        host.walk.enter("iframe").await?;
        host.walk.until(change, &format!("same && {holds}")).await?;
        host.walk.leave().await?;
    }
    host.walk
        .eval("one.setAttribute('label', 'Quiz'); one.setAttribute('height', '100,150')")
        .await?;
    assert_eq!(
        host.walk.attribute("iframe", "title").await?.as_deref(),
        Some("Quiz")
    );
    let height = host
        .read("document.querySelector('iframe').style.blockSize")
        .await?;
    assert_eq!(height, "150px");
    // Without a name of its own it is called by the words that the widget took the place of.
    host.walk.eval("one.removeAttribute('label')").await?;
    assert_eq!(
        host.walk.attribute("iframe", "title").await?.as_deref(),
        Some("Do you serve clients or customers?")
    );
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_restart_forgets_the_answers() -> Outcome {
    let host = Host::open(Stage::new(), "element.html").await?;
    host.until_heard("ready").await?;
    host.answer_one("iframe").await?;
    host.walk.eval("messages.length = 0; one.restart()").await?;
    host.until_heard("ready").await?;
    host.walk.enter("iframe").await?;
    host.walk.until_text("Start with all 15 questions").await?;
    assert!(!host.walk.shows("Welcome back").await?);
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn what_is_hidden_settles_and_fits_once_it_is_shown() -> Outcome {
    let host = Host::open(Stage::new(), "hidden.html").await?;
    let ready = "events.some(it => it.id === 'flat' && it.type === 'height')";
    host.walk.until("the flat one", ready).await?;
    host.walk.eval("return settled()").await?;
    host.walk.eval("box.hidden = false").await?;
    host.walk
        .until(
            "the hidden one",
            "events.some(it => it.id === 'one' && it.type === 'height')",
        )
        .await?;
    host.until_settled().await?;
    host.walk.until("both to fit", FIT).await?;
    // Hidden again while it is open, and narrower when it comes back.
    host.walk
        .eval("box.hidden = true; await settled(); box.style.width = '340px'; box.hidden = false")
        .await?;
    host.until_settled().await?;
    host.walk.until("both to fit", FIT).await?;
    let heights = host
        .read("heights().every(height => height > 200 && height < 5000)")
        .await?;
    assert_eq!(heights, true);
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn heights_settle_in_any_width_zoomed_and_right_to_left() -> Outcome {
    let host = Host::open(Stage::new(), "rtl.html").await?;
    for width in [1280, 1001, 767, 480, 333, 320] {
        host.walk.resize(width, 700).await?;
        host.until_settled().await?;
        host.walk.until("the frame to fit", FIT).await?;
    }
    // The driver's mouse doesn't know of zoom.
    host.walk.enter("iframe").await?;
    for press in [".primary", "#choice-1", "[type=submit]"] {
        let there = format!("document.querySelector('{press}')");
        host.walk.until(press, &there).await?;
        host.walk.eval(&format!("{there}.click()")).await?;
    }
    host.walk.until_text("Question 2 of 15").await?;
    host.walk.leave().await?;
    host.until_settled().await?;
    host.walk.until("the frame to fit", FIT).await?;
    let count = host.read("heights().length").await?;
    // One for each width, one for each screen, and few more.
    assert!(count.as_u64().is_some_and(|count| count < 40), "{count}");
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn what_a_page_does_to_the_element_is_respected() -> Outcome {
    let host = Host::open(Stage::new(), "element.html").await?;
    host.until_heard("ready").await?;
    // Hidden by the page, and a copy of it, which has the frame for its inside rather than the words.
    host.walk
        .eval(
            "const copy = one.cloneNode(true);
             copy.id = 'copy';
             one.after(copy);
             const away = document.createElement('clientele-widget');
             away.id = 'away';
             away.hidden = true;
             copy.after(away);",
        )
        .await?;
    let name = "copy.querySelector('iframe').title === 'Do you serve clients or customers?'";
    host.walk.until("the copy's name", name).await?;
    let is_away =
        "getComputedStyle(away).display === 'none' && getComputedStyle(one).display === 'block'";
    host.walk.until("the hidden one", is_away).await?;
    // Whatever is put in the place of the frame, the element comes back once it is put into the page anew.
    host.walk
        .eval("const it = one, { parentNode } = it; it.innerHTML = '<a>Something else</a>'; it.remove(); parentNode.prepend(it);")
        .await?;
    host.walk
        .until(
            "the widget",
            "one.querySelector('iframe') && !one.querySelector('a')",
        )
        .await?;
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn an_explanation_is_seen_in_a_frame_that_scrolls() -> Outcome {
    for page in ["element.html", "plain.html"] {
        let host = Host::open(Stage::new().size(1280, 700), page).await?;
        host.until_heard("ready").await?;
        host.walk
            .eval("document.querySelector('clientele-widget')?.setAttribute('height', '400,3000')")
            .await?;
        host.answer_all("iframe").await?;
        host.until_settled().await?;
        host.walk.enter("iframe").await?;
        host.walk
            .eval("for (const fold of document.querySelectorAll('details')) fold.open = true")
            .await?;
        host.walk.click(".areas .term").await?;
        let open = "document.querySelector('.explanation:popover-open')";
        host.walk.until("the explanation", open).await?;
        // What can be seen of the frame, as the browser itself has it.
        let is_seen = format!(
            "await new Promise(done => new IntersectionObserver(([{{ intersectionRatio }}]) => done(intersectionRatio > 0.95)).observe({open}))"
        );
        host.walk.until("all of it", &is_seen).await?;
        host.walk.leave().await?;
        host.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_its_sheet_a_frame_says_so_and_keeps_its_height() -> Outcome {
    let mut host = Host::open(Stage::new(), "elsewhere.html").await?;
    let dist = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist");
    let mut files = std::fs::read_dir(dist).map_err(Trouble::from)?.flatten();
    let sheet = files.find_map(|file| {
        file.file_name().into_string().ok().filter(|it| {
            it.split_once('.')
                .is_some_and(|(name, ending)| name.starts_with("frame-") && ending == "css")
        })
    });
    host.widget
        .fault(&sheet.expect("the frame's sheet"), Fault::Missing);
    host.walk.forgive("frame-");
    host.walk.goto("element.html").await?;
    host.until_heard("error").await?;
    let kind = host
        .read(&format!("{}[0].kind", dispatched("error")))
        .await?;
    assert_eq!(kind, "load");
    host.walk.eval("await settled()").await?;
    let height = "document.querySelector('iframe').style.blockSize";
    assert_eq!(host.read(height).await?, "320px");
    host.finish().await?;
    Ok(())
}
