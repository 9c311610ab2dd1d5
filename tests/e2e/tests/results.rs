//! People look at results: their own, with a what-if, and those of others, by links good and bad.

mod questionnaire;

use clientele_e2e::{Outcome, Stage, Walk};
use questionnaire::{TORN, code, example, kept, return_with};
use serde_json::json;

/// Chooses, in every list of the what-if, the option with this place.
const TRY_ALL: &str = "for (const list of document.querySelectorAll('.chart select')) {
    const client = list.closest('li').querySelector('.hairline')?.classList.contains('client');
    const options = [...list.options].slice(1, -1);
    list.value = (options[0].value === list.value ? options.at(-1) : options[0]).value;
    list.dispatchEvent(new Event('change', { bubbles: true }));
}";

#[tokio::test]
async fn a_what_if_moves_everything_and_loses_nothing() -> Outcome {
    let own = code(&example("legal-adviser"));
    let walk = Walk::open("/").await?;
    return_with(&walk, "full", &own, &format!("/#{own}")).await?;
    walk.until_text("Your result").await?;
    let before = walk.text_of(".gauge p").await?;
    let advice = walk.text_of(".actions-list").await?;
    walk.click_text("Try a what-if").await?;
    walk.until(
        "the first list to have the focus",
        "document.activeElement?.matches('.chart select')",
    )
    .await?;
    // Where it is the same, it is said once.
    assert!(!walk.shows("Your own result:").await?);
    walk.eval(TRY_ALL).await?;
    walk.until_text("Your own result: You serve clients")
        .await?;
    walk.until(
        "another score",
        &format!("words(document.querySelector('.gauge p').innerText) !== words({before:?})"),
    )
    .await?;
    let says =
        format!("words(document.querySelector('.actions-list').innerText) === words({advice:?})");
    walk.until("other advice", &format!("!({says})")).await?;
    walk.until(
        "all of them to have moved",
        "document.querySelectorAll('.moved').length >= 10",
    )
    .await?;
    assert_eq!(kept(&walk).await?, format!("1 full {own}"));
    assert_eq!(walk.address().await?, format!("/#{own}"));
    walk.click(".trial-bar button").await?;
    walk.until_gone("Your own result:").await?;
    assert_eq!(walk.text_of(".gauge p").await?, before);
    walk.until("the advice of before", &says).await?;
    assert_eq!(walk.focused().await?, "Try a what-if");
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_control_stays_where_it_is_while_its_answer_moves_the_rest() -> Outcome {
    let own = TORN;
    let walk = Stage::new().size(1280, 800).open("/").await?;
    return_with(&walk, "full", own, &format!("/#{own}")).await?;
    walk.until_text("Your result").await?;
    walk.click_text("Try a what-if").await?;
    walk.until("the controls", "document.querySelector('.chart select')")
        .await?;
    for place in [0, 6, 12] {
        walk.eval(&format!(
            "const list = document.querySelectorAll('.chart select')[{place}];
             list.scrollIntoView({{ block: 'center' }});
             window.was = list.getBoundingClientRect().top;
             list.value = [...list.options].slice(1, -1).find(it => it.value !== list.value).value;
             list.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        ))
        .await?;
        walk.until(
            "the own answer to be named, where the control was",
            &format!(
                "(list => list.closest('li').matches('.moved')
                    && document.getElementById(list.getAttribute('aria-describedby'))
                        .innerText.startsWith('Your own answer, outlined:')
                    && Math.abs(list.getBoundingClientRect().top - window.was) < 2
                )(document.querySelectorAll('.chart select')[{place}])"
            ),
        )
        .await?;
    }
    walk.until("the window to say so", "document.title.includes('What if')")
        .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn each_figure_of_a_both_says_what_it_is_of() -> Outcome {
    let both = code(&example("it-service-firm"));
    let walk = Walk::open(&format!("/#{both}")).await?;
    walk.until_heading("You serve both, on two tracks").await?;
    let figures = "document.querySelectorAll('.sturdiness .figure').length";
    walk.until("both figures", &format!("{figures} === 2"))
        .await?;
    let said = walk
        .eval("return [...document.querySelectorAll('.sturdiness .figure strong')].map(it => it.innerText)")
        .await?;
    assert_eq!(
        said,
        json!([
            "Both",
            "Of those times, on two tracks rather than in between"
        ])
    );
    let client = code(&example("law-firm"));
    walk.goto(&format!("/#{client}")).await?;
    walk.until_heading("You serve clients").await?;
    walk.until("one figure", &format!("{figures} === 1"))
        .await?;
    assert_eq!(walk.count(".sturdiness strong").await?, 0);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn an_example_is_laid_beside_the_profile() -> Outcome {
    let walk = Walk::open(&format!("/#{}", code(&example("law-firm")))).await?;
    walk.until_text("A result shared with you").await?;
    assert_eq!(walk.count(".theirs").await?, 0);
    walk.eval(
        "const list = document.querySelector('.comparison select');
         list.value = [...list.options].find(it => it.textContent === 'Restaurant').value;
         list.dispatchEvent(new Event('change', { bubbles: true }));",
    )
    .await?;
    walk.until_text("where a typical business of this kind stands: Restaurant")
        .await?;
    assert!(walk.count(".theirs").await? >= 14);
    walk.click_text("The profile as a table").await?;
    walk.until(
        "a column for it",
        "words(document.querySelector('table').innerText).includes('Restaurant')",
    )
    .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_shared_result_is_for_reading_and_leaves_ones_own_alone() -> Outcome {
    let theirs = code(&example("law-firm"));
    let walk = Walk::open("/").await?;
    walk.click_text("Start with all").await?;
    walk.click("label:has(#choice-0)").await?;
    let own = kept(&walk).await?;
    walk.goto(&format!("/#{theirs}~Team%20North%20%3Cb%3E"))
        .await?;
    walk.until_heading("You serve clients").await?;
    // What a link says is text, never markup.
    walk.until_text("A result shared with you: Team North <b>")
        .await?;
    assert!(!walk.offers("Try a what-if").await?);
    assert!(!walk.offers("Begin afresh").await?);
    assert_eq!(kept(&walk).await?, own);
    walk.click_text("Answer it yourself").await?;
    walk.until_text("Welcome back. 1 of 15").await?;
    assert_eq!(kept(&walk).await?, own);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn each_broken_link_gets_its_own_message() -> Outcome {
    let theirs = code(&example("law-firm"));
    let short = &theirs[..theirs.len() - 3];
    let last = if theirs.ends_with('A') { "B" } else { "A" };
    let damaged = format!("{}{last}", &theirs[..theirs.len() - 1]);
    let walk = Walk::open("/").await?;
    walk.click_text("Start with all").await?;
    walk.click("label:has(#choice-0)").await?;
    let own = kept(&walk).await?;
    for (fragment, message) in [
        (short, "The end of the link seems to be missing"),
        (damaged.as_str(), "A character in the link was changed"),
        ("2AAAAAAAAAA", "made with a newer version"),
        ("chapter-two", "is not one of our result codes"),
    ] {
        walk.goto(&format!("/#{fragment}")).await?;
        walk.until_heading("This link does not open a result")
            .await?;
        walk.until_text(message).await?;
        assert_eq!(kept(&walk).await?, own);
    }
    walk.click_text("Start from the beginning").await?;
    walk.until_text("Welcome back. 1 of 15").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn what_hosts_append_to_an_address_is_ignored() -> Outcome {
    let stage = Stage::new().notes_ready();
    let walk = stage.open("/#?secret=abc123").await?;
    walk.until("the app", "window.isReady").await?;
    walk.until_heading("Do you serve clients or customers?")
        .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn ones_own_result_is_no_verdicts_page() -> Outcome {
    let own = code(&example("law-firm"));
    let walk = Walk::open("/").await?;
    return_with(&walk, "full", &own, &format!("/r/cl/?utm_source=x#{own}")).await?;
    walk.until_text("Your result").await?;
    walk.until("the first page", "location.pathname === '/'")
        .await?;
    walk.until_text("Your result").await?;
    assert_eq!(walk.address().await?, format!("/?utm_source=x#{own}"));
    walk.click_text("Begin afresh").await?;
    walk.until_text("Your answers are cleared").await?;
    walk.until_heading("Do you serve clients or customers?")
        .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn an_earlier_result_leads_to_no_empty_one() -> Outcome {
    let own = code(&example("law-firm"));
    let walk = Walk::open("/").await?;
    return_with(&walk, "full", &own, &format!("/#{own}")).await?;
    walk.until_text("Your result").await?;
    // As another tab that begins afresh.
    walk.eval(
        "localStorage.removeItem('clientele.progress');
         dispatchEvent(new StorageEvent('storage', { key: 'clientele.progress', newValue: null, storageArea: localStorage }))",
    )
    .await?;
    walk.until_text("An earlier result of yours").await?;
    assert!(!walk.offers("See my result").await?);
    walk.click_text("Answer it yourself").await?;
    walk.until_heading("Do you serve clients or customers?")
        .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn what_explains_a_word_goes_with_its_screen() -> Outcome {
    let walk = Walk::open("/").await?;
    let own = code(&example("law-firm"));
    return_with(&walk, "full", &own, "/#review").await?;
    walk.until_heading("Your answers").await?;
    walk.click_text("See my result").await?;
    walk.until_heading("You serve clients").await?;
    walk.eval("for (const fold of document.querySelectorAll('details')) fold.open = true")
        .await?;
    walk.click("main .term").await?;
    let is_open = "document.querySelector('.explanation:popover-open')";
    walk.until("the explanation", is_open).await?;
    walk.back().await?;
    walk.until_heading("Your answers").await?;
    walk.until("it to be closed", &format!("!{is_open}"))
        .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_result_says_on_how_many_answers_it_rests_and_what_became_of_the_others() -> Outcome {
    // Twelve answers, one that doesn't apply, two left open.
    let walk = Stage::new().open("/#1TiiTJDHgEw").await?;
    walk.until_text("This rests on 12 of 15 questions. Still open: 2. Marked ‘Doesn’t apply’: 1.")
        .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn who_goes_back_twice_at_once_is_shown_and_tells_one_screen() -> Outcome {
    let own = code(&example("legal-adviser"));
    let walk = Walk::open("/").await?;
    return_with(&walk, "full", &own, &format!("/#{own}")).await?;
    walk.until_text("Your result").await?;
    walk.eval(
        "window.told = [];
        document.addEventListener('clientele:result', () => told.push('result'));
        document.addEventListener('focusin', () => told.push('focus'));
        document.activeElement.blur();
        for (const time of [1, 2]) dispatchEvent(new PopStateEvent('popstate'));",
    )
    .await?;
    walk.until(
        "the heading to have the focus",
        "document.activeElement.id === 'heading'",
    )
    .await?;
    walk.until_still().await?;
    assert_eq!(walk.eval("return told").await?, json!(["focus", "result"]));
    walk.finish().await?;
    Ok(())
}
