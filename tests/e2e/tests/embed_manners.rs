//! How a widget behaves in somebody's page, as `docs/embedding.md` has it: Back, the focus, where its links lead, and what
//! it forgets when it is asked to.

mod hosts;

use clientele_e2e::{Outcome, Stage};
use hosts::Host;

#[tokio::test]
async fn back_walks_the_questions_in_a_frame_and_then_the_pages_round_it() -> Outcome {
    let host = Host::open(Stage::new(), "index.html").await?;
    host.walk.goto("plain.html").await?;
    host.until_heard("ready").await?;
    host.walk.enter("iframe").await?;
    host.walk.click_text("6 questions").await?;
    host.walk.until_text("Question 1 of 6").await?;
    // The way on is asked for by a key, which the page has in the frame alone.
    host.walk
        .until("the focus", "document.activeElement.localName === 'h1'")
        .await?;
    host.walk.press("1").await?;
    host.walk.press("Enter").await?;
    host.walk.until_text("Question 2 of 6").await?;
    let there = "location.hash === '#question-2'";
    host.walk.until("the address", there).await?;
    for screen in ["Question 1 of 6", "Continue"] {
        host.walk.leave().await?;
        host.walk.eval("history.back()").await?;
        host.walk.enter("iframe").await?;
        host.walk.until_text(screen).await?;
    }
    host.walk.leave().await?;
    host.walk.back().await?;
    let is_before = "location.pathname.endsWith('/index.html')";
    host.walk.until("the page before", is_before).await?;
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn nothing_waits_for_a_frame_where_none_may_come() -> Outcome {
    let note = "
        new MutationObserver(() => { window.wasCut = true; })
            .observe(document, { attributeFilter: ['data-top'], subtree: true });";
    let host = Host::open(Stage::new().before(note), "plain.html").await?;
    host.until_heard("ready").await?;
    host.walk.enter("iframe").await?;
    assert_eq!(host.walk.eval("return !!window.wasCut").await?, false);
    host.walk.leave().await?;
    // As it is on a page of its own.
    host.walk.goto(&host.widget.url("")).await?;
    host.walk.until("it to be cut", "window.wasCut").await?;
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn it_takes_the_focus_for_a_question_and_never_when_it_appears() -> Outcome {
    let host = Host::open(Stage::new(), "strange.html").await?;
    host.until_heard("ready").await?;
    host.until_settled().await?;
    let focused = "document.activeElement.localName";
    assert_eq!(host.read(focused).await?, "body");
    host.walk.enter("#one iframe").await?;
    host.walk.click_text("6 questions").await?;
    host.walk.until_text("Question 1 of 6").await?;
    let has_it = "document.hasFocus() && document.activeElement.localName === 'h1'";
    host.walk.until("the focus", has_it).await?;
    host.walk.leave().await?;
    assert_eq!(host.read(focused).await?, "iframe");
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn links_of_a_result_lead_to_the_whole_page_and_never_to_the_hosts() -> Outcome {
    let host = Host::open(Stage::new(), "plain.html").await?;
    host.answer_all("iframe").await?;
    host.walk.enter("iframe").await?;
    let link = "document.getElementById('share-link').value";
    let link = host.walk.eval(&format!("return {link}")).await?;
    let begin = host.widget.url("r/");
    assert!(
        link.as_str().is_some_and(|it| it.starts_with(&begin)),
        "{link}"
    );
    let foot = "const way = document.querySelector('.embed-foot a'); return [way.href, way.target]";
    let foot = host.walk.eval(foot).await?;
    assert_eq!(foot, serde_json::json!([host.widget.url(""), "_blank"]));
    // What a whole page has above and below, it has not.
    for whole in [".masthead", ".colophon"] {
        let seen = format!("return document.querySelector('{whole}').checkVisibility()");
        assert_eq!(host.walk.eval(&seen).await?, false, "{whole}");
    }
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_restart_is_one_of_all_widgets_of_the_site() -> Outcome {
    let host = Host::open(Stage::new(), "several.html").await?;
    let ready = |count| {
        format!("events.filter(it => it.type === 'ready' && it.id === 'two').length === {count}")
    };
    host.walk.until("the second one", &ready(1)).await?;
    host.answer_one("#one iframe").await?;
    // They share one visitor's answers.
    host.walk.enter("#two iframe").await?;
    host.walk.until_text("1 of 6").await?;
    host.walk.leave().await?;
    host.walk.eval("two.restart()").await?;
    host.walk.until("the second one anew", &ready(2)).await?;
    host.walk.enter("#two iframe").await?;
    host.walk.until_text("Start with all 15 questions").await?;
    assert!(!host.walk.shows("Welcome back").await?);
    host.walk.leave().await?;
    host.walk.enter("#one iframe").await?;
    let is_forgotten = "!document.querySelector('#choice-0')?.checked && localStorage.length === 0";
    host.walk.until("nothing to be kept", is_forgotten).await?;
    // Whoever sits there has not asked for it.
    host.walk.until_text("Bring them back").await?;
    host.walk.leave().await?;
    host.finish().await?;
    Ok(())
}

#[tokio::test]
async fn whoever_gives_up_the_events_is_told_nothing_more() -> Outcome {
    let host = Host::open(Stage::new(), "element.html").await?;
    host.until_heard("ready").await?;
    host.walk
        .eval("messages.length = 0; one.removeAttribute('events')")
        .await?;
    host.until_heard("ready").await?;
    host.answer_one("iframe").await?;
    host.until_settled().await?;
    let types = "[...new Set(events.map(it => it.type))].sort()";
    assert_eq!(host.read(types).await?.to_string(), r#"["height","ready"]"#);
    host.finish().await?;
    Ok(())
}
