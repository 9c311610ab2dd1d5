//! What the walks share: the content that the widget was built from, and the steps that many take.
#![allow(dead_code, reason = "each test file takes the steps it needs")]

use std::sync::LazyLock;

use clientele::model::{Answer, Answers, Pack, encode};
use clientele_e2e::{Trouble, Walk};
use clientele_site::content::Content;
use serde_json::json;
use thirtyfour::WindowHandle;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    clientele_site::load(&root, "en-GB").unwrap_or_else(|faults| panic!("{faults}"))
});

/// Before a page's own scripts: `pass(60)` lets a minute pass by the clock that it measures time by.
pub(crate) const PASSES: &str = "const own = performance.now.bind(performance);
    let passed = 0;
    performance.now = () => own() + 1000 * passed;
    globalThis.pass = seconds => { passed += seconds; };";

/// The questionnaire as it was built.
pub(crate) fn pack() -> &'static Pack {
    &CONTENT.pack
}

/// The answers of an example business.
pub(crate) fn example(id: &str) -> Answers {
    let found = pack().examples.iter().find(|example| example.id == id);
    found
        .unwrap_or_else(|| panic!("there is no example '{id}'"))
        .answers(pack())
}

/// The code of a result on two tracks whose answers pull apart, as no example's do: it has every part that there is.
pub(crate) const TORN: &str = "1cMcqMJkYVg";

/// The fragment of a result.
pub(crate) fn code(answers: &Answers) -> String {
    encode(answers)
}

/// The selector of the label that gives an answer.
pub(crate) fn choice(question: usize, answers: &Answers) -> String {
    let question = &pack().questions[question];
    let place = match answers.to(question) {
        Answer::Option(number) => question
            .options
            .iter()
            .position(|option| option.number == number),
        Answer::Unanswered | Answer::DoesNotApply => None,
    };
    let place = place.unwrap_or(question.options.len());
    format!("label:has(#choice-{place})")
}

/// Puts progress into the browser as an earlier visit would have, and opens the path.
pub(crate) async fn return_with(
    walk: &Walk,
    form: &str,
    code: &str,
    path: &str,
) -> Result<(), Trouble> {
    let keep = format!("localStorage.setItem('clientele.progress', '1 {form} {code}')");
    walk.eval(&keep).await?;
    // A new fragment alone would load nothing.
    walk.goto(path).await?;
    walk.reload().await
}

/// What the browser keeps.
pub(crate) async fn kept(walk: &Walk) -> Result<String, Trouble> {
    let kept = walk
        .eval("return localStorage.getItem('clientele.progress') ?? ''")
        .await?;
    Ok(kept.as_str().unwrap_or_default().to_owned())
}

/// Waits until the heading has the focus, as on every new screen.
pub(crate) async fn until_heading_focused(walk: &Walk) -> Result<(), Trouble> {
    walk.until(
        "the heading to have the focus",
        "document.activeElement?.id === 'heading'",
    )
    .await
}

/// Answers the short form with these keys, up to the review.
pub(crate) async fn answer(walk: &Walk, keys: [&str; 6]) -> Result<(), Trouble> {
    answer_some(walk, &keys).await?;
    walk.until_heading("Your answers").await
}

/// Answers the first questions of the short form with these keys.
pub(crate) async fn answer_some(walk: &Walk, keys: &[&str]) -> Result<(), Trouble> {
    for (number, key) in (1..).zip(keys) {
        walk.until_text(&format!("Question {number} of 6")).await?;
        until_heading_focused(walk).await?;
        walk.press(key).await?;
        let place = key.parse::<usize>().unwrap_or(1) - 1;
        let chosen = format!("document.querySelector('#choice-{place}')?.checked");
        walk.until("the choice to be made", &chosen).await?;
        walk.press("Enter").await?;
    }
    Ok(())
}

/// Puts a text into the box, as pasting does, and has it read.
pub(crate) async fn paste(walk: &Walk, text: &str) -> Result<(), Trouble> {
    walk.eval(&format!(
        "document.querySelector('.intake').open = true; document.querySelector('#box').value = {};",
        json!(text)
    ))
    .await?;
    walk.click_text("Read these results").await
}

/// Waits for the app of a course, whose page shows nothing before.
pub(crate) async fn until_course_begun(walk: &Walk) -> Result<(), Trouble> {
    let begun =
        "document.querySelector('#app h1') && !('waiting' in document.documentElement.dataset)";
    walk.until("the app to have begun", begun).await
}

/// Waits for the form's app to go on from what was answered before it came.
pub(crate) async fn until_taken_over(walk: &Walk) -> Result<(), Trouble> {
    walk.until(
        "the app to keep what the page had kept",
        "localStorage.getItem('clientele.progress').startsWith('1 ')",
    )
    .await
}

/// Opens the first term's explanation and puts it away again.
pub(crate) async fn look_up_a_term(walk: &Walk) -> Result<(), Trouble> {
    walk.eval("for (const fold of document.querySelectorAll('details')) fold.open = true")
        .await?;
    walk.click("main .term").await?;
    walk.until(
        "the explanation to be open",
        "document.querySelector('.explanation:popover-open')",
    )
    .await?;
    walk.press("Escape").await?;
    walk.until(
        "the explanation to be closed",
        "!document.querySelector('.explanation:popover-open')",
    )
    .await
}

/// Every example business, one a line.
pub(crate) fn examples() -> String {
    let line =
        |it: &clientele::model::Example| format!("{},{}\n", it.name, code(&it.answers(pack())));
    pack().examples.iter().map(line).collect()
}

/// The tab that we are in.
pub(crate) async fn tab(walk: &Walk) -> Result<WindowHandle, Trouble> {
    Ok(walk.driver().window().await?)
}

/// Goes to another tab.
pub(crate) async fn switch(walk: &Walk, to: &WindowHandle) -> Result<(), Trouble> {
    Ok(walk.driver().switch_to_window(to.clone()).await?)
}

/// Closes the tab that we are in.
pub(crate) async fn close(walk: &Walk) -> Result<(), Trouble> {
    Ok(walk.driver().close_window().await?)
}

/// Opens another tab, and goes there.
pub(crate) async fn open_tab(walk: &Walk) -> Result<WindowHandle, Trouble> {
    let tab = walk.driver().new_tab().await?;
    switch(walk, &tab).await?;
    Ok(tab)
}
