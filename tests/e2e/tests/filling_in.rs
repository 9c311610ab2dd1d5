//! People fill it in: by mouse, by keyboard alone, short and then full, back and forth.

mod questionnaire;

use clientele_e2e::{Outcome, Stage, Walk};
use questionnaire::{
    choice, code, example, kept, look_up_a_term, pack, return_with, until_heading_focused,
};
use serde_json::json;

#[tokio::test]
async fn the_full_form_by_mouse() -> Outcome {
    let answers = example("law-firm");
    let walk = Walk::open("/").await?;
    walk.click_text("Start with all 15 questions").await?;
    for at in 0..15 {
        walk.until_text(&format!("Question {} of 15", at + 1))
            .await?;
        until_heading_focused(&walk).await?;
        walk.click(&choice(at, &answers)).await?;
        walk.click_text(if at < 14 { "Next" } else { "See my answers" })
            .await?;
    }
    walk.until_heading("Your answers").await?;
    walk.until_text("15 of 15 questions answered").await?;
    walk.click_text("See my result").await?;
    walk.until_heading("You serve clients").await?;
    until_heading_focused(&walk).await?;
    assert_eq!(walk.address().await?, format!("/#{}", code(&answers)));
    assert_eq!(kept(&walk).await?, format!("1 full {}", code(&answers)));
    for part in [
        "Start here",
        "Your profile",
        "What weighed most",
        "Where your answers pull apart",
        "How sturdy this is",
        "What would change it",
        "Businesses most like yours",
        "Law firm",
        "The whole plan, area by area",
    ] {
        walk.until_text(part).await?;
    }
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn the_full_form_by_keyboard_alone() -> Outcome {
    let answers = example("restaurant");
    let walk = Walk::open("/").await?;
    walk.tab_to("Start with all 15 questions").await?;
    walk.press("Enter").await?;
    for at in 0..15 {
        walk.until_text(&format!("Question {} of 15", at + 1))
            .await?;
        until_heading_focused(&walk).await?;
        let selector = choice(at, &answers);
        let digit = selector
            .chars()
            .find(char::is_ascii_digit)
            .and_then(|place| place.to_digit(10))
            .map_or(0, |place| place + 1);
        if at == 4 {
            // Arrows do as well as digits: from the heading into the choices, and on from one to the next.
            walk.press("ArrowDown").await?;
            walk.until(
                "the first choice to have the focus",
                "document.activeElement?.id === 'choice-0'",
            )
            .await?;
            if digit == 1 {
                walk.press("Space").await?;
            }
            for _ in 1..digit {
                walk.press("ArrowDown").await?;
            }
        } else {
            walk.press(&digit.to_string()).await?;
        }
        walk.until(
            "the choice to be made",
            &format!("document.querySelector('{selector} :checked')"),
        )
        .await?;
        walk.press("Enter").await?;
    }
    walk.until_heading("Your answers").await?;
    walk.tab_to("See my result").await?;
    walk.press("Enter").await?;
    walk.until_heading("You serve customers").await?;
    assert_eq!(walk.address().await?, format!("/#{}", code(&answers)));
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn the_next_question_is_out_of_sight_and_reach_until_its_turn() -> Outcome {
    let walk = Walk::open("/#question-1").await?;
    let is_there = "document.querySelector('.question.ahead')";
    walk.until("the next question to be laid out", is_there)
        .await?;
    let is_cut = "return document.querySelector('.ahead').getBoundingClientRect().height === 0
        && getComputedStyle(document.querySelector('.ahead')).overflow === 'clip'
        && document.querySelector('.ahead').ariaHidden === 'true'
        && ![...document.querySelectorAll('.ahead :is(input, button)')]
            .some(it => it.checkVisibility({ visibilityProperty: true }));";
    assert_eq!(walk.eval(is_cut).await?, true);
    // Behind the way on there is the colophon.
    walk.tab_to("Skip").await?;
    walk.press("Tab").await?;
    let has_left = "return !!document.activeElement.closest('.colophon');";
    assert_eq!(walk.eval(has_left).await?, true);

    walk.eval("document.querySelector('.ahead').isKnown = true;")
        .await?;
    walk.click_text("Skip").await?;
    walk.until_text("Question 2 of 15").await?;
    until_heading_focused(&walk).await?;
    let is_same = "return document.getElementById('heading').closest('section').isKnown;";
    assert_eq!(walk.eval(is_same).await?, true);
    walk.axe().await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn the_short_form_and_then_the_full_one() -> Outcome {
    let answers = example("law-firm");
    let short: Vec<usize> = (0..pack().questions.len())
        .filter(|at| pack().questions[*at].short)
        .collect();
    let walk = Stage::new().narrow().open("/").await?;
    walk.click_text("Take the short form: 6 questions").await?;
    for (at, question) in short.iter().enumerate() {
        walk.until_text(&format!("Question {} of 6", at + 1))
            .await?;
        walk.click(&choice(*question, &answers)).await?;
        walk.click_text(if at < 5 { "Next" } else { "See my answers" })
            .await?;
    }
    walk.click_text("See my result").await?;
    walk.until_heading("You serve clients").await?;
    walk.click_text("Answer the rest: 9 left").await?;
    // The first that the short form left out.
    let open = (0..15).find(|at| !short.contains(at)).unwrap_or_default();
    walk.until_text(&format!("Question {} of 15", open + 1))
        .await?;
    walk.goto("/#review").await?;
    walk.until_text("6 of 15 questions answered").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn back_and_forward_walk_the_questions() -> Outcome {
    let walk = Walk::open("/").await?;
    walk.click_text("Start with all").await?;
    walk.click("label:has(#choice-1)").await?;
    walk.click_text("Next").await?;
    walk.until_text("Question 2 of 15").await?;
    walk.click_text("Skip this question").await?;
    walk.until_text("Question 3 of 15").await?;
    walk.back().await?;
    walk.until_text("Question 2 of 15").await?;
    until_heading_focused(&walk).await?;
    walk.back().await?;
    walk.until_text("Question 1 of 15").await?;
    walk.until(
        "the answer to be there still",
        "document.querySelector('#choice-1').checked",
    )
    .await?;
    walk.back().await?;
    walk.until_text("Welcome back").await?;
    walk.forward().await?;
    walk.forward().await?;
    walk.until_text("Question 2 of 15").await?;
    // The page's own Back goes to the question before, too.
    walk.click_text("Back").await?;
    walk.until_text("Question 1 of 15").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn the_browsers_list_of_the_way_back_names_each_place() -> Outcome {
    let walk = Walk::open("/").await?;
    walk.click_text("Start with all 15 questions").await?;
    walk.until_text("Question 1 of 15").await?;
    walk.click_text("Skip").await?;
    walk.until_text("Question 2 of 15").await?;
    walk.until("the title", "document.title.startsWith('Question 2 of')")
        .await?;
    let entries = walk
        .devtools("Page.getNavigationHistory", json!({}))
        .await?;
    let titles: Vec<_> = entries["entries"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|entry| entry["title"].as_str())
        .collect();
    let [.., start, first, second] = titles.as_slice() else {
        panic!("three places were seen, not {titles:?}");
    };
    assert!(!start.contains("Question"), "{start}");
    assert_eq!(*first, "Question 1 of 15 – Clientele");
    assert_eq!(*second, "Question 2 of 15 – Clientele");
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_reload_midway_loses_nothing_and_one_can_begin_afresh() -> Outcome {
    let walk = Walk::open("/").await?;
    walk.click_text("Start with all").await?;
    walk.click("label:has(#choice-0)").await?;
    walk.click_text("Next").await?;
    walk.until_text("Question 2 of 15").await?;
    walk.click("label:has(#choice-2)").await?;
    walk.reload().await?;
    walk.until_text("Question 2 of 15").await?;
    walk.until_text("Your earlier answers are back").await?;
    walk.until(
        "the answer to be there still",
        "document.querySelector('#choice-2').checked",
    )
    .await?;
    let before = kept(&walk).await?;
    walk.click_text("Begin afresh").await?;
    walk.until_text("Your answers are cleared").await?;
    assert_eq!(kept(&walk).await?, "");
    walk.until_text("Start with all 15 questions").await?;
    walk.click_text("Bring them back").await?;
    walk.until_text("Your earlier answers are back").await?;
    walk.until_text("2 of 15 questions answered").await?;
    assert_eq!(kept(&walk).await?, before);
    walk.click_text("Continue with question 3").await?;
    walk.until_text("Question 3 of 15").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn one_answer_is_changed_from_the_review_and_the_others_are_kept() -> Outcome {
    let answers = example("law-firm");
    let walk = Walk::open("/").await?;
    return_with(&walk, "full", &code(&answers), "/#review").await?;
    walk.click("a[href='#change-1']").await?;
    walk.until_text("Question 1 of 15").await?;
    let other = answers.with(
        &pack().questions[0],
        clientele::model::Answer::Option(pack().questions[0].options[4].number),
    );
    walk.click(&choice(0, &other)).await?;
    walk.click_text("Done, back to my answers").await?;
    walk.until_heading("Your answers").await?;
    walk.until_text("15 of 15 questions answered").await?;
    assert_eq!(kept(&walk).await?, format!("1 full {}", code(&other)));
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn too_few_answers_are_said_and_lead_on() -> Outcome {
    let walk = Walk::open("/").await?;
    walk.click_text("Start with all").await?;
    walk.click("label:has(#choice-0)").await?;
    walk.goto("/#review").await?;
    walk.until_text("At least 5 have to apply to you").await?;
    assert!(!walk.offers("See my result").await?);
    let kept = kept(&walk).await?;
    let code = kept.rsplit(' ').next().unwrap_or_default();
    walk.goto(&format!("/#{code}")).await?;
    walk.until_heading("Too few answers to say").await?;
    walk.click_text("Answer more questions").await?;
    walk.until_text("Question 2 of 15").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_term_is_explained_where_it_stands() -> Outcome {
    let walk = Walk::open("/").await?;
    let answers = example("software-with-services");
    walk.goto(&format!("/#{}", code(&answers))).await?;
    walk.until_heading("You serve both").await?;
    look_up_a_term(&walk).await?;
    walk.until(
        "the focus to be back",
        "document.activeElement?.matches('.term')",
    )
    .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn what_another_tab_kept_is_not_written_over() -> Outcome {
    let walk = Walk::open("/").await?;
    walk.click_text("Start with all").await?;
    walk.click("label:has(#choice-0)").await?;
    walk.until(
        "the answer to be kept",
        "localStorage.getItem('clientele.progress')",
    )
    .await?;
    let theirs = format!("1 full {}", code(&example("law-firm")));
    // Another tab of the same place keeps its answers: this one is told by the browser.
    walk.eval(&format!(
        "const other = document.createElement('iframe');
         other.src = 'about:blank';
         document.body.append(other);
         other.contentWindow.localStorage.setItem('clientele.progress', '{theirs}');"
    ))
    .await?;
    walk.until(
        "the other tab's answer to be here",
        &format!(
            "document.querySelector('{} :checked')",
            choice(0, &example("law-firm"))
        ),
    )
    .await?;
    walk.click_text("Next").await?;
    walk.until_text("Question 2 of 15").await?;
    walk.click("label:has(#choice-5)").await?;
    walk.until(
        "the new answer to be chosen",
        "document.querySelector('#choice-5').checked",
    )
    .await?;
    let both =
        example("law-firm").with(&pack().questions[1], clientele::model::Answer::DoesNotApply);
    assert_eq!(kept(&walk).await?, format!("1 full {}", code(&both)));
    walk.finish().await?;
    Ok(())
}
