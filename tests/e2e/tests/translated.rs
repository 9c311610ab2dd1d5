//! A page that the browser translates says what any other says, whatever is done on it.

mod questionnaire;

use clientele::model::Answers;
use clientele_e2e::{Outcome, Stage, Trouble};
use questionnaire::{code, example, pack, return_with, until_heading_focused};
use serde_json::json;

/// What browsers that translate a page do: each text becomes an element of their own, also what comes later.
const TRANSLATOR: &str = "addEventListener('DOMContentLoaded', () => {
    const translate = () => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const text of texts) {
            if (!text.data.trim() || /^(FONT|SCRIPT|STYLE)$/.test(text.parentElement.tagName)) continue;
            const font = document.createElement('font');
            text.replaceWith(font);
            font.textContent = text.data;
        }
    };
    translate();
    new MutationObserver(translate).observe(document.body, { childList: true, subtree: true });
});";

#[tokio::test]
async fn on_a_translated_page_every_question_has_its_own_answers() -> Outcome {
    let walk = Stage::new()
        .before(TRANSLATOR)
        .notes_ready()
        .open("/")
        .await?;
    walk.until("the app", "window.isReady").await?;
    walk.click_text("Start with all").await?;
    for number in 1..=3 {
        walk.until_text(&format!("Question {number} of 15")).await?;
        until_heading_focused(&walk).await?;
        walk.click("label:has(#choice-0)").await?;
        walk.click_text("Next").await?;
    }
    for number in [4, 3, 2] {
        let question = &pack().questions[number - 1];
        walk.until_text(&format!("Question {number} of 15")).await?;
        walk.until_heading(&question.title).await?;
        for option in &question.options {
            assert!(walk.shows(&option.text).await?, "{number}: {}", option.text);
        }
        walk.click_text("Back").await?;
    }
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn on_a_translated_page_a_result_says_what_is_tried() -> Outcome {
    let own = code(&example("law-firm"));
    // The figure of how sturdy the result is comes a moment behind the rest.
    let differs =
        |figure: &str| format!("document.querySelector('.figure-number').innerText !== '{figure}'");
    let walk = Stage::new().before(TRANSLATOR).open("/").await?;
    return_with(&walk, "full", &own, &format!("/#{own}")).await?;
    walk.until_text("Your result").await?;
    walk.click_text("Client-centred").await?;
    walk.until_text("You’re there already").await?;
    walk.click_text("Customer-centred").await?;
    walk.until_gone("You’re there already").await?;
    let figure = walk.text_of(".figure-number").await?;
    walk.click_text("See what the result would be").await?;
    walk.until_heading("You serve customers").await?;
    walk.until("the figure of what is tried", &differs(&figure))
        .await?;
    walk.until_text("Such a business makes buying easy").await?;
    walk.until_text("towards customer.").await?;
    // What stands elsewhere says the same.
    let bar = walk.text_of(".trial-bar").await?;
    assert!(bar.starts_with("You serve customers"), "{bar}");
    let figure = walk.text_of(".figure-number").await?;
    walk.eval(
        "const list = document.querySelector('.chart select');
         list.value = [...list.options].find(it => it.text.includes('Professional advice')).value;
         list.dispatchEvent(new Event('change', { bubbles: true }));",
    )
    .await?;
    walk.until("other figures", &differs(&figure)).await?;
    walk.until(
        "the bar to say another score",
        &format!("words(document.querySelector('.trial-bar').innerText) !== words({bar:?})"),
    )
    .await?;
    let said = "words(document.querySelector('.gauge p').innerText).split('.')[0]";
    walk.until(
        "the bar to say the score of the gauge",
        &format!("words(document.querySelector('.trial-bar').innerText).includes({said})"),
    )
    .await?;
    walk.finish().await?;
    Ok(())
}

/// All text of the page, drawings and what is folded away included, once it has been the same for thirty frames.
const SAID: &str = "let [said, same] = ['', 0];
    while (same < 30) {
        const now = document.querySelector('main').textContent.replace(/\\s+/g, ' ');
        same = now === said ? same + 1 : 0;
        said = now;
        await new Promise(requestAnimationFrame);
    }
    return said;";

/// What a page says at first and after each act, and whether a translator was at work on it.
async fn told(
    stage: Stage,
    own: &str,
    path: &str,
    acts: &[String],
) -> Result<(Vec<String>, bool), Trouble> {
    let walk = stage.open("/").await?;
    return_with(&walk, "full", own, path).await?;
    walk.until(
        "what the app shows",
        "document.querySelector('main .panel:not(.coming *)')",
    )
    .await?;
    let mut told = Vec::new();
    for act in [&String::new()].into_iter().chain(acts) {
        walk.eval(act).await?;
        let said = walk.eval(SAID).await?;
        let said = said.as_str().unwrap_or_default();
        told.push(said.replace(&walk.server().origin(), ""));
    }
    let is_translated = walk.count("main font").await? > 0;
    walk.finish().await?;
    Ok((told, is_translated))
}

/// Where two texts part, with some words of each.
fn parting(one: &str, other: &str) -> String {
    let same = one.split(' ').zip(other.split(' '));
    let same = same.take_while(|(one, other)| one == other).count();
    let near = |text: &str| {
        let words = text.split(' ').skip(same.saturating_sub(8)).take(24);
        words.collect::<Vec<_>>().join(" ")
    };
    format!("\n  {}\n  translated: {}", near(one), near(other))
}

/// Holds a page that is translated to what it says otherwise, act by act.
async fn says_the_same(own: &str, path: &str, acts: &[String]) -> Outcome {
    let (plain, was_touched) = told(Stage::new(), own, path, acts).await?;
    let stage = Stage::new().before(TRANSLATOR);
    let (translated, is_translated) = told(stage, own, path, acts).await?;
    assert_eq!((was_touched, is_translated), (false, true));
    let mut apart = Vec::new();
    for (at, (one, other)) in plain.iter().zip(&translated).enumerate() {
        if at > 0 && one == &plain[at - 1] {
            apart.push(format!("act {at} changes nothing: {}", acts[at - 1]));
        }
        if one != other {
            apart.push(format!("after act {at}:{}", parting(one, other)));
        }
    }
    assert!(apart.is_empty(), "{}", apart.join("\n"));
    Ok(())
}

#[tokio::test]
async fn on_a_translated_page_a_what_if_says_all_that_it_says_elsewhere() -> Outcome {
    let own = code(&example("law-firm"));
    let choose = |question: usize, option: usize| {
        format!(
            "const list = document.querySelectorAll('.chart select')[{question}];
             list.selectedIndex = {option} === -1 ? list.options.length - 1 : {option};
             list.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        )
    };
    let lay_beside = |place: usize| {
        format!(
            "const list = document.querySelector('.comparison select');
             list.selectedIndex = {place};
             list.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        )
    };
    let last = pack().questions[5].options.len() + 1;
    let acts = [
        "document.querySelector('#trial-button').click()".to_owned(),
        choose(0, 2),
        choose(3, 2),
        choose(5, last),
        choose(5, 0),
        choose(0, 3),
        lay_beside(1),
        lay_beside(2),
        "document.querySelector('#trial-button').click()".to_owned(),
    ];
    says_the_same(&own, &format!("/#{own}"), &acts).await
}

#[tokio::test]
async fn on_a_translated_page_a_comparison_says_what_it_says_elsewhere() -> Outcome {
    let [law, shop, it] =
        ["law-firm", "retail-shop", "it-service-firm"].map(|id| code(&example(id)));
    let press = |selector: &str| format!("document.querySelector({}).click()", json!(selector));
    let read = |text: &str| {
        format!(
            "document.querySelector('.intake').open = true;
             document.querySelector('#box').value = {};
             document.querySelector('.intake form').requestSubmit();",
            json!(text)
        )
    };
    // More than a page of the table, and than are shown as dots.
    let many: Vec<_> = (0..130).map(|at| format!("Guest {at} {law}")).collect();
    let acts = [
        press(".toggle"),
        press(".toggle"),
        read(&format!("Cem {shop}\nnonsense")),
        read(&format!("Dan {it}\n\nnothing")),
        press(".toggle"),
        press("#remove-2"),
        press("#remove-1"),
        press(".told button"),
        press(".toggle"),
        read(" "),
        read(&many.join("\n")),
        press(".sort"),
        press(".pager button"),
        press(".everyone tbody button"),
        read(&format!("Eve {law}")),
        press(".group-bar .group-actions button:last-child"),
        press(".told button"),
    ];
    let nobody = code(&Answers::default());
    says_the_same(&nobody, &format!("/compare/#{law}~Ann.{shop}~Bob"), &acts).await
}
