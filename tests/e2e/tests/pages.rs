//! The pages beside the start: at the root and in a folder of their host, with and without a result
//! in the address, with and without JavaScript.

mod questionnaire;

use std::collections::BTreeSet;
use std::time::Duration;

use clientele_e2e::{Fault, Outcome, Stage, Trouble, Walk};
use clientele_site::pages::{Kind, PAGES};
use questionnaire::{code, example, kept, return_with};
use serde_json::json;

/// Each page but the aliases, which are the same pages again, with its main heading.
const HEADINGS: [(&str, &str); 8] = [
    ("/", "Do you serve clients or customers?"),
    ("/r/client-centred/", "You serve clients"),
    ("/r/customer-centred/", "You serve customers"),
    ("/r/both/", "You serve both"),
    ("/compare/", "Results side by side"),
    ("/embed/", "Put Clientele into your own page"),
    ("/about/", "How Clientele works"),
    ("/questionnaire/", "The questionnaire on paper"),
];

/// Waits until the app has drawn, where the page starts it.
async fn until_begun(walk: &Walk) -> Result<(), Trouble> {
    walk.until(
        "the app to have begun, or to be of no use here",
        "['verdict', 'about', 'questionnaire'].includes(document.documentElement.dataset.page)
            || globalThis.isReady || !document.querySelector('#app > noscript')",
    )
    .await
}

async fn look_at_every_page(stage: Stage) -> Outcome {
    // The form's app leaves the page round its screens as it is.
    let walk = stage.notes_ready().open("/").await?;
    for (path, heading) in HEADINGS {
        walk.goto(path).await?;
        until_begun(&walk).await?;
        walk.until_heading(heading).await?;
        walk.is_sound().await?;
    }
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn light_and_narrow() -> Outcome {
    look_at_every_page(Stage::new().narrow()).await
}

#[tokio::test]
async fn light_and_wide_in_a_folder() -> Outcome {
    look_at_every_page(Stage::new().prefix("/some/folder/")).await
}

#[tokio::test]
async fn dark_and_narrow_in_a_folder() -> Outcome {
    look_at_every_page(Stage::new().narrow().dark().prefix("/some/folder/")).await
}

#[tokio::test]
async fn dark_and_wide() -> Outcome {
    look_at_every_page(Stage::new().dark()).await
}

#[tokio::test]
async fn every_page_reads_without_javascript() -> Outcome {
    let walk = Walk::open("/about/").await?;
    walk.devtools(
        "Emulation.setScriptExecutionDisabled",
        json!({ "value": true }),
    )
    .await?;
    for (path, heading) in HEADINGS {
        walk.goto(path).await?;
        walk.until_heading(heading).await?;
        let text = walk.text().await?;
        assert!(text.split(' ').count() > 30, "{path} says little: {text}");
        let is_asking = !["/about/", "/questionnaire/"].contains(&path);
        assert_eq!(
            text.contains("JavaScript is switched o"),
            is_asking,
            "{path}"
        );
    }
    walk.goto("/r/both/").await?;
    walk.until_text("On two tracks").await?;
    walk.until_text("Businesses like this").await?;
    walk.click_text("How it works, sources and privacy").await?;
    walk.until_heading("How Clientele works").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_verdicts_page_without_a_code_stays_and_fetches_no_app() -> Outcome {
    let walk = Stage::new()
        .prefix("/sub/")
        .open("/r/client-centred/")
        .await?;
    walk.until_heading("You serve clients").await?;
    walk.until_text("One of three verdicts").await?;
    let asked = walk.server().requests();
    assert!(
        !asked
            .iter()
            .any(|it| it.contains(".wasm") || it.contains(".pack")),
        "{asked:?}"
    );
    // A link that comes to the open page brings its result.
    let theirs = code(&example("law-firm"));
    walk.goto(&format!("/r/client-centred/#{theirs}")).await?;
    walk.until_text("A result shared with you").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_verdicts_page_with_a_result_goes_on_like_any_other() -> Outcome {
    let walk = Walk::open("/about/").await?;
    let own = code(&example("law-firm"));
    let path = format!("/r/client-centred/#{own}");
    return_with(&walk, "full", &own, &path).await?;
    walk.until_text("Start here").await?;
    walk.click("a[href='#review']").await?;
    walk.until_heading("Your answers").await?;
    walk.back().await?;
    walk.until_text("Start here").await?;
    // One link after the other.
    for id in ["accounting-firm", "design-studio"] {
        let theirs = code(&example(id));
        walk.goto(&format!("/r/client-centred/#{theirs}~{id}"))
            .await?;
        walk.until_text(&format!("A result shared with you: {id}"))
            .await?;
        walk.until_text("Start here").await?;
    }
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_result_asks_for_its_own_app_before_the_pages_script_has_come() -> Outcome {
    let theirs = code(&example("law-firm"));
    for path in ["/#", "/r/client-centred/#"] {
        // Held for good, it would hold the driver up as well: that waits for the page's end, of which it is a part.
        let slow = Fault::Slow(Duration::from_secs(1));
        let stage = Stage::new().fault("/boot-", slow);
        let walk = stage.open(&format!("{path}{theirs}")).await?;
        walk.until_text("A result shared with you").await?;
        let asked = walk.server().requests();
        assert!(!asked.iter().any(|it| it.contains("-form")), "{asked:?}");
        let is_ahead = "const { responseEnd } = performance.getEntriesByType('resource').find(it => it.name.includes('/boot-'));
            const asked = part => performance.getEntriesByType('resource').find(it => it.name.includes(part)).startTime;
            return ['/clientele-', '.wasm', '.pack-'].every(part => asked(part) < responseEnd);";
        assert_eq!(walk.eval(is_ahead).await?, true);
        let is_part = |it: &&String| it.contains(".wasm") || it.contains(".js");
        let parts: Vec<&String> = asked.iter().filter(is_part).collect();
        let different: BTreeSet<&String> = parts.iter().copied().collect();
        assert_eq!(parts.len(), different.len(), "{parts:?}");
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn each_verdicts_links_open_their_result_and_lead_home() -> Outcome {
    let walk = Stage::new().prefix("/sub/").open("/").await?;
    for (id, heading) in [
        ("law-firm", "You serve clients"),
        ("self-service-software", "You serve customers"),
        ("it-service-firm", "You serve both"),
    ] {
        let theirs = code(&example(id));
        let page = PAGES.iter().filter(|page| match page.kind {
            Kind::Verdict(_) => heading.contains(match page.kind.id() {
                "both" => "both",
                "client" => "clients",
                _ => "customers",
            }),
            _ => false,
        });
        for page in page {
            walk.goto("/about/").await?;
            walk.goto(&format!("/{}#{theirs}~Team%20North", page.path))
                .await?;
            walk.until_text("A result shared with you: Team North")
                .await?;
            walk.until_heading(heading).await?;
        }
    }
    walk.click_text("How it works, sources and privacy").await?;
    walk.until_heading("How Clientele works").await?;
    assert_eq!(walk.address().await?, "/about/");
    walk.back().await?;
    walk.until_text("A result shared with you: Team North")
        .await?;
    walk.click_text("Answer it yourself").await?;
    walk.until_heading("Do you serve clients or customers?")
        .await?;
    assert_eq!(walk.address().await?, "/");
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_damaged_link_to_a_verdicts_page_says_so() -> Outcome {
    let walk = Walk::open("/r/cl/#1abc").await?;
    walk.until_heading("This link does not open a result")
        .await?;
    walk.click_text("Clientele").await?;
    walk.until_heading("Do you serve clients or customers?")
        .await?;
    assert_eq!(walk.address().await?, "/#");
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn what_is_pressed_before_the_app_has_come_is_not_lost() -> Outcome {
    let walk = Stage::new().fault(".pack", Fault::Held).open("/").await?;
    assert_eq!(walk.count(".notices *").await?, 0);
    walk.click_text("Take the short form").await?;
    walk.until_text("Question 1 of 6").await?;
    assert!(kept(&walk).await?.contains(" short"));
    walk.server().mend();
    // On the way back to one's answers, nothing but them is shown.
    walk.reload().await?;
    walk.until_text("Question 1 of 6").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn hosts_send_each_pages_own_policy() -> Outcome {
    let walk = Walk::open("/about/").await?;
    for page in PAGES {
        walk.goto(&format!("/{}", page.path)).await?;
        let policies = walk
            .eval(
                "const own = document.querySelector('[http-equiv=content-security-policy]').content;
                 const { headers } = await fetch(location.pathname);
                 return [own, headers.get('content-security-policy')];",
            )
            .await?;
        assert_eq!(policies[0], policies[1], "/{}", page.path);
    }
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn the_policy_that_is_sent_binds_by_itself_and_lets_the_widget_work() -> Outcome {
    let stage = Stage::new();
    let server = stage.serve()?;
    // What stands in the page is another thing now, and forbids nothing.
    server.fill("http-equiv=\"content-security-policy\"", "name=\"nothing\"");
    let mut walk = stage.open_on(server, "/").await?;
    let own = code(&example("restaurant"));
    return_with(&walk, "full", &own, "/#review").await?;
    walk.until_heading("Your answers").await?;
    walk.click_text("See my result").await?;
    walk.until_heading("You serve customers").await?;
    walk.until_text("Start here").await?;
    assert_eq!(walk.breaches().await?, [""; 0]);
    assert_eq!(walk.count("[http-equiv]").await?, 0);
    walk.eval(
        "const script = document.createElement('script');
         script.textContent = 'window.isIn = true';
         document.body.append(script);",
    )
    .await?;
    assert_eq!(walk.eval("return window.isIn ?? false").await?, false);
    assert_eq!(walk.breaches().await?.len(), 1);
    walk.forgive_breach("inline script");
    walk.finish().await?;
    Ok(())
}
