//! The widget in a plain frame of another host: what it looks like there, what works without storage or origin, and
//! what the host is told.

mod hosts;

use clientele_e2e::{Outcome, Stage, Trouble, Walk};
use hosts::Host;
use serde_json::json;

/// Everything that a page without `events` may say: nothing of it is about the visitor.
const HARMLESS: &str = r#"["height","lti.frameResize","ready"]"#;

#[tokio::test]
async fn a_plain_frame_works_and_tells_nothing_about_the_visitor() -> Outcome {
    let host = Host::open(Stage::new(), "plain.html").await?;
    host.until_heard("ready").await?;
    host.answer_all("iframe").await?;
    host.until_settled().await?;
    assert_eq!(host.read("types()").await?.to_string(), HARMLESS);
    let ready = host
        .read("messages.find(({ data }) => data.clientele?.type === 'ready').data")
        .await?;
    assert_eq!(
        ready,
        json!({ "clientele": { "v": 1, "type": "ready", "language": "en-GB", "total": 15 } })
    );
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_page_that_asked_and_is_named_is_told_answers_and_result() -> Outcome {
    let host = Host::open(Stage::new(), "named.html").await?;
    host.answer_all("iframe").await?;
    host.until_heard("result").await?;
    let told = |kind: &str| {
        format!("messages.map(({{ data }}) => data.clientele).filter(it => it?.type === '{kind}')")
    };
    let started = host.read(&told("started")).await?;
    assert_eq!(
        started,
        json!([{ "v": 1, "type": "started", "length": "short", "total": 6 }])
    );
    let answered = host.read(&told("answered")).await?;
    assert_eq!(answered.as_array().map(Vec::len), Some(6));
    assert_eq!(answered[5]["number"], 6);
    assert_eq!(answered[5]["answered"], 6);
    let result = host.read(&told("result")).await?;
    let result = &result[0];
    assert_eq!(result["length"], "short");
    assert_eq!(result["answered"], 6);
    assert!(
        ["client", "customer", "two-track", "in-between"]
            .contains(&result["verdict"].as_str().unwrap_or_default())
    );
    assert!(
        result["score"]
            .as_i64()
            .is_some_and(|score| score.abs() <= 100)
    );
    assert_eq!(result["code"], answered[5]["code"]);
    // The visitor is told, too.
    host.walk.enter("iframe").await?;
    host.walk
        .until_text("is told what you answer here and what your result is")
        .await?;
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn nothing_reaches_another_origin_than_the_one_that_was_named() -> Outcome {
    let mut host = Host::open(Stage::new(), "elsewhere.html").await?;
    // The browser itself says that it held the messages back.
    host.walk.forgive("postMessage");
    host.answer_all("iframe").await?;
    assert_eq!(host.read("messages").await?, json!([]));
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_sandbox_without_origin_and_storage_costs_only_a_note() -> Outcome {
    let host = Host::open(Stage::new(), "sandbox.html").await?;
    host.until_heard("ready").await?;
    host.answer_all("iframe").await?;
    host.walk.enter("iframe").await?;
    // What it refuses, it refuses without a word; so the page says where to go.
    host.walk
        .until_text("Where a button does nothing, copy the link")
        .await?;
    // Back and forward walk the questions there, too.
    host.walk.click_text("Review my answers").await?;
    host.walk.until_heading("Your answers").await?;
    host.walk.leave().await?;
    assert_eq!(host.read("types()").await?.to_string(), HARMLESS);
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn wordpress_hears_the_height_by_its_secret() -> Outcome {
    let host = Host::open(Stage::new(), "wordpress.html").await?;
    host.until_heard("height").await?;
    host.until_settled().await?;
    // Sites load the script late, when the height has been told already.
    host.walk
        .eval("document.head.append(Object.assign(document.createElement('script'), { src: 'wordpress.js' }))")
        .await?;
    let fits =
        "Number(document.querySelector('iframe').height) === Math.min(heights().at(-1), 1000)";
    host.walk.until("the frame to fit", fits).await?;
    host.answer_one("iframe").await?;
    host.until_settled().await?;
    host.walk.until("the frame to fit again", fits).await?;
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn canvas_hears_the_height_by_its_subject() -> Outcome {
    let host = Host::open(Stage::new(), "canvas.html").await?;
    host.until_settled().await?;
    let fits = "Number(document.querySelector('iframe').height) === heights().at(-1)";
    host.walk.until("the frame to fit", fits).await?;
    host.answer_all("iframe").await?;
    host.until_settled().await?;
    host.walk.until("the frame to fit again", fits).await?;
    host.finish().await?;
    Ok(())
}

async fn opened(query: &str) -> Result<Walk, Trouble> {
    let walk = Walk::open(&format!("/?embed{query}")).await?;
    walk.until("the widget", "document.querySelector('.primary')")
        .await?;
    Ok(walk)
}

#[tokio::test]
async fn settings_do_what_they_say() -> Outcome {
    for (query, holds) in [
        ("", "document.documentElement.dataset.theme === 'auto'"),
        (
            "&theme=dark",
            "getComputedStyle(document.documentElement).colorScheme === 'dark'
                && getComputedStyle(document.documentElement).backgroundColor === 'oklch(0.2 0.012 70)'",
        ),
        ("&radius=0", "getComputedStyle(document.querySelector('.primary')).borderRadius === '0px'"),
        ("&radius=24", "getComputedStyle(document.querySelector('.primary')).borderRadius === '24px'"),
        (
            "&font=Open%20Sans,%20serif",
            "getComputedStyle(document.querySelector('h1')).fontFamily === '\"Open Sans\", serif'",
        ),
        ("&density=compact", "getComputedStyle(document.documentElement).fontSize === '16px'"),
        ("&length=short", "!screen().includes('all 15') && screen().includes('6 questions')"),
        ("&length=full", "screen().includes('all 15') && !screen().includes('6 questions')"),
        (
            "&hide=poles,promises",
            "![...document.querySelectorAll('.poles, .promises')].some(seen)",
        ),
        (
            "&accent=0a3d25",
            "getComputedStyle(document.querySelector('.primary')).backgroundColor === 'rgb(10, 61, 37)'",
        ),
    ] {
        let walk = opened(query).await?;
        walk.until(query, holds).await?;
        let warnings = walk.console().await?;
        assert!(!warnings.iter().any(|it| it.message.contains("is ignored")), "{query}: {warnings:?}");
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn settings_that_may_not_be_so_are_ignored_and_said() -> Outcome {
    let table = [
        ("theme", "pink", "light, dark, auto"),
        ("accent", "red", "six hexadecimal digits"),
        ("accent", "0a7d55%22", "six hexadecimal digits"),
        ("radius", "25", "0 to 24"),
        ("radius", "-1", "0 to 24"),
        ("font", "a%3Burl(x)", "names of fonts"),
        ("density", "dense", "comfortable, compact"),
        ("length", "3", "full, short, both"),
        ("hide", "verdict", "actions, profile"),
        ("origin", "https:%2F%2Fhost.example%2Fpath", "one origin"),
        ("origin", "null", "one origin"),
        ("origin", "*", "one origin"),
        ("events", "", "needs an origin"),
    ];
    let walk = opened("").await?;
    for (name, value, allowed) in table {
        walk.goto("/about/").await?;
        let before = walk.console().await?.len();
        walk.goto(&format!("/?embed&{name}={value}")).await?;
        walk.until(
            "the frame's script",
            "!document.documentElement.hidden && document.documentElement.dataset.theme",
        )
        .await?;
        let said: Vec<String> = walk
            .console()
            .await?
            .split_off(before)
            .into_iter()
            .map(|it| it.message)
            .filter(|it| it.contains("clientele:"))
            .collect();
        assert!(
            matches!(&said[..], [it] if it.contains(name) && it.contains(allowed)),
            "{name}={value}: {said:?}"
        );
    }
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn an_accent_that_would_be_hard_to_read_is_adjusted_and_said() -> Outcome {
    for accent in ["ffe600", "000000", "ffffff", "0a7d55", "7f7f7f", "ff0000"] {
        for theme in ["light", "dark"] {
            let walk = opened(&format!("&theme={theme}&accent={accent}")).await?;
            // As axe has it: contrast enhanced is among its rules.
            walk.axe().await?;
            if accent == "7f7f7f" {
                let console = walk.console().await?;
                assert!(
                    console
                        .iter()
                        .any(|it| it.message.contains("contrast of 7:1")),
                    "{console:?}"
                );
            }
            walk.finish().await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_link_can_be_copied_in_a_frame_that_may_not_use_the_clipboard() -> Outcome {
    let host = Host::open(Stage::new(), "plain.html").await?;
    host.answer_all("iframe").await?;
    host.walk.enter("iframe").await?;
    host.walk
        .eval(
            "addEventListener('copy', event => { window.copied = event.clipboardData.getData('text/plain'); });
             navigator.clipboard.writeText = () => Promise.reject(new DOMException('by policy', 'NotAllowedError'));",
        )
        .await?;
    host.walk.click_text("Copy the link").await?;
    host.walk.until_text("Copied").await?;
    host.walk
        .until(
            "the link to be copied",
            "window.copied === document.getElementById('share-link').value",
        )
        .await?;
    host.finish().await?;
    Ok(())
}
