//! The page that makes the lines for other people's pages: each control, each way's lines on a page of
//! another origin, by keyboard, by address, with nonsense.

use std::path::Path;

use clientele_e2e::{Outcome, Server, Stage, Trouble, Walk};
use serde_json::json;

/// The lines to paste.
const LINES: &str = "return document.querySelector('#snippet').value";

/// Puts a value into a control as a person's choice of it does.
async fn fill(walk: &Walk, css: &str, value: &str) -> Result<(), Trouble> {
    walk.eval(&format!(
        "const control = document.querySelector({});
         control.value = {};
         control.dispatchEvent(new Event('input', {{ bubbles: true }}));",
        json!(css),
        json!(value)
    ))
    .await
    .map(drop)
}

#[tokio::test]
async fn every_choice_changes_the_lines_the_address_and_the_preview() -> Outcome {
    let walk = Stage::new().builder("").await?;
    walk.until_preview("document.querySelector('#app .primary')")
        .await?;
    walk.click_text("Parts to leave out").await?;
    for (name, key, value, holds) in [
        ("Dark", "theme", "dark", "root.dataset.theme === 'dark'"),
        ("Compact", "density", "compact", "style.fontSize === '16px'"),
        (
            "Short: 6",
            "length",
            "short",
            "!screen().includes('all 15')",
        ),
        (
            "With an accent",
            "accent",
            "0a7d55",
            "root.dataset.accent === '0a7d55'",
        ),
        (
            "#accent",
            "accent",
            "8a1c7c",
            "root.dataset.accent === '8a1c7c'",
        ),
        (
            "#radius",
            "radius",
            "0",
            "style.getPropertyValue('--radius') === '0px'",
        ),
        (
            "What you will get",
            "hide",
            "promises",
            "![...document.querySelectorAll('.promises')].some(seen)",
        ),
    ] {
        match (name, key) {
            ("#accent", _) => fill(&walk, name, &format!("#{value}")).await?,
            ("#radius", _) => fill(&walk, name, value).await?,
            _ => walk.click_text(name).await?,
        }
        walk.until_lines(&format!(" {key}=\"{value}\"")).await?;
        assert!(
            walk.address().await?.contains(&format!("{key}={value}")),
            "{name}"
        );
        walk.until_preview(holds).await?;
    }
    walk.click_text("Begin again").await?;
    walk.until_lines("<clientele-widget label=\"Do you serve clients or customers?\">")
        .await?;
    walk.until_preview("root.dataset.theme === 'auto'").await?;
    assert_eq!(walk.address().await?, "/embed/");
    // What was given up comes back, and the focus isn't lost with the button that brings it.
    walk.click_text("Bring mine back").await?;
    walk.until_lines(" accent=\"8a1c7c\"").await?;
    walk.until_preview("root.dataset.theme === 'dark'").await?;
    assert_eq!(walk.focused().await?, "Begin again with the usual settings");
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn size_name_and_events_change_the_preview_and_the_lines() -> Outcome {
    let walk = Stage::new().builder("#accent=8a1c7c").await?;
    walk.until_preview("root.dataset.accent === '8a1c7c'")
        .await?;
    let frame = "document.querySelector('#preview')";
    walk.click_text("Phone: 360").await?;
    walk.until("a narrow preview", &format!("{frame}.clientWidth === 360"))
        .await?;
    walk.click_text("Height, name and events").await?;
    fill(&walk, "#most", "400").await?;
    walk.until_lines("height=\"320,400\"").await?;
    walk.until("a low preview", &format!("{frame}.clientHeight === 400"))
        .await?;
    fill(&walk, "#label", "Who? \"A\" & <b>").await?;
    walk.until_lines("label=\"Who? &quot;A&quot; &amp; &lt;b&gt;\"")
        .await?;
    walk.until(
        "the name",
        &format!("{frame}.title.startsWith('Who? \"A\"')"),
    )
    .await?;
    walk.click_text("Tell my page").await?;
    walk.until_lines(" events ").await?;
    // It is loaded anew for that, and loses none of the settings.
    walk.until_preview("root.dataset.told === '' && root.dataset.accent === '8a1c7c'")
        .await?;
    // What was taken back does not fold away under whoever does so.
    walk.click_text("Tell my page").await?;
    walk.until(
        "no events",
        "!document.querySelector('#snippet').value.includes(' events ')",
    )
    .await?;
    assert_eq!(
        walk.eval("return document.querySelector('#label').checkVisibility()")
            .await?,
        json!(true)
    );
    // Course packages are there, or it is said that this build has none.
    let packages = "const links = [...document.querySelectorAll('.builder-packages a')];
        const found = await Promise.all(links.map(link => fetch(link.href).then(it => it.ok)));
        return found.length ? found.every(Boolean) : document.body.innerText.includes('without course packages');";
    assert_eq!(walk.eval(packages).await?, json!(true));
    walk.finish().await?;
    Ok(())
}

/// A page of somebody else's with something pasted into it.
fn host(pasted: &str) -> Result<Server, Trouble> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../hosts");
    let host = Server::start(folder, "/")?;
    host.fill("{{snippet}}", pasted);
    Ok(host)
}

#[tokio::test]
async fn the_lines_of_every_way_work_on_a_page_of_another_origin() -> Outcome {
    let mut walk = Stage::new()
        .builder("#theme=dark&hide=poles&events=on")
        .await?;
    for way in ["element", "iframe", "wordpress", "moodle", "canvas", "link"] {
        walk.goto(&format!(
            "/embed/#theme=dark&hide=poles&label=%22Ours%22&way={way}"
        ))
        .await?;
        let checked = format!("document.querySelector('[name=way][value={way}]')?.checked");
        walk.until(way, &checked).await?;
        let lines = walk.eval(LINES).await?;
        let lines = lines.as_str().unwrap_or_default().to_owned();
        let pasted = if way == "link" {
            // As Notion and Google Sites do with an address.
            format!(
                "<iframe title='Ours' src='{}' width='700' height='600'></iframe>",
                lines.replace('&', "&amp;")
            )
        } else {
            lines
        };
        let host = host(&pasted)?;
        walk.befriend(&host.origin());
        walk.goto(&host.url("pasted.html")).await?;
        if way != "link" {
            walk.until(
                "the frame's name",
                "document.querySelector('iframe')?.title === '\"Ours\"'",
            )
            .await?;
        }
        walk.enter("iframe").await?;
        walk.until(way, "document.documentElement.dataset.theme === 'dark' && ![...document.querySelectorAll('.poles')].some(seen)")
            .await?;
        walk.click_text("6 questions").await?;
        walk.until_text("Question 1 of 6").await?;
        walk.leave().await?;
    }
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_plain_frame_tells_the_named_origin_alone() -> Outcome {
    let mut walk = Stage::new().builder("#way=iframe&events=on").await?;
    walk.until_text("your page has to be named by its origin")
        .await?;
    let lines = walk.eval(LINES).await?;
    assert!(!lines.as_str().unwrap_or("events").contains("events"));
    // The origin is known before the page is: the gap is filled once there are lines.
    let host = host("{{lines}}")?;
    fill(&walk, "#origin", &host.origin()).await?;
    walk.until_lines(&format!("origin={}&amp;events", host.origin()))
        .await?;
    let lines = walk.eval(LINES).await?;
    host.fill("{{lines}}", lines.as_str().unwrap_or_default());
    walk.befriend(&host.origin());
    walk.goto(&host.url("pasted.html")).await?;
    walk.enter("iframe").await?;
    walk.click_text("6 questions").await?;
    walk.until_text("Question 1 of 6").await?;
    walk.leave().await?;
    walk.until(
        "the host to be told",
        "messages.some(({ data }) => data?.clientele?.type === 'started')",
    )
    .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn nonsense_in_the_address_and_in_controls_does_no_harm() -> Outcome {
    let hostile = "#way=fax&theme=%3Cscript%3E&constructor=1&__proto__=2&accent=0a7d55&radius=99&hide=verdict\
        &label=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&origin=javascript%3Aalert(1)&%E0%A4%A=&=&#";
    let walk = Stage::new().builder(hostile).await?;
    walk.until_lines("accent=\"0a7d55\" label=\"&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\">")
        .await?;
    assert_eq!(walk.count("main img").await?, 0);
    // An address that was typed or followed is another step; going back brings its settings back.
    walk.eval("location.hash = '#way=moodle&theme=light'")
        .await?;
    walk.until_lines("?embed&amp;theme=light").await?;
    walk.click_text("Height, name and events").await?;
    fill(&walk, "#tall", "tall").await?;
    walk.until_text("This has to be a whole number").await?;
    assert_eq!(
        walk.attribute("#tall", "aria-invalid").await?.as_deref(),
        Some("true")
    );
    walk.until_lines("height=\"760\"").await?;
    fill(&walk, "#tall", "500").await?;
    walk.until_lines("height=\"500\"").await?;
    walk.until_gone("This has to be a whole number").await?;
    walk.back().await?;
    walk.until_lines("accent=\"0a7d55\"").await?;
    walk.forward().await?;
    walk.until_lines("height=\"500\"").await?;
    walk.reload().await?;
    walk.until_lines("height=\"500\"").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn it_works_by_keyboard_and_says_what_became_of_copying() -> Outcome {
    let walk = Stage::new().copies().builder("").await?;
    walk.tab_to("A page of your own, with a script").await?;
    for _ in 0..3 {
        walk.press("ArrowDown").await?;
    }
    walk.until_lines("<iframe src=").await?;
    assert!(walk.address().await?.ends_with("#way=moodle"));
    walk.tab_to("As each visitor’s device").await?;
    walk.press("ArrowDown").await?;
    walk.tab_to("Rounding of corners").await?;
    walk.press("ArrowLeft").await?;
    walk.tab_to("Parts to leave out").await?;
    walk.press("Enter").await?;
    walk.tab_to("Clients, both, customers").await?;
    walk.press("Space").await?;
    walk.until_lines("?embed&amp;theme=light&amp;radius=9&amp;hide=poles\"")
        .await?;
    // Tab goes through the widget in the preview and comes out of it again.
    walk.tab_to("Copy").await?;
    walk.press("Enter").await?;
    walk.until(
        "the answer",
        "[...document.querySelectorAll('[role=status]')].some(it => it.innerText === 'Copied.')",
    )
    .await?;
    let copied = walk
        .eval("return copied === document.querySelector('#snippet').value")
        .await?;
    assert_eq!(copied, json!(true));
    walk.click_text("Copy the address of these settings")
        .await?;
    walk.until("the address", "copied === location.href")
        .await?;
    walk.eval("window.refuse = true").await?;
    walk.click_text("Copy").await?;
    walk.until_text("The browser did not copy it").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn it_is_sound_in_both_themes_at_every_width() -> Outcome {
    let everything = "#way=iframe&events=on&hide=poles,share&accent=0a7d55&tall=1";
    for stage in [
        Stage::new(),
        Stage::new().dark(),
        Stage::new().narrow(),
        Stage::new().narrow().dark(),
    ] {
        let walk = stage.builder(everything).await?;
        walk.until_text("your page has to be named").await?;
        walk.look_at_preview().await?;
        walk.is_sound().await?;
        walk.finish().await?;
    }
    Ok(())
}
