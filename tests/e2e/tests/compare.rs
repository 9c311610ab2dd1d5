//! People lay results side by side: pasted, from a file, by a link; with bad lines, by the hundred
//! thousand, for the projector, and to take along.

mod questionnaire;

use clientele_e2e::{Fault, Outcome, Stage, Trouble, Walk};
use questionnaire::{code, example, examples, paste};
use serde_json::{Value, json};

/// Keeps what the page would save and print where the test can look at it.
const CATCH: &str = "window.caught = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => {
      if (blob.type === 'image/png') createImageBitmap(blob).then(it => caught.push([it.width, it.height, blob.size]));
      else blob.text().then(text => caught.push(text));
      return make.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () { window.saved = this.download; };
    window.print = () => { window.printed = true; };";

/// What is in the box.
const IN_BOX: &str = "return document.querySelector('#box').value";

/// Whether what the page brought along has made way for the app.
const TAKEN_OVER: &str =
    "!document.querySelector('#app > noscript') && document.querySelector('#app main')";

/// Gives the page files with these texts, as choosing them does.
async fn choose(walk: &Walk, texts: &[&str]) -> Result<(), Trouble> {
    walk.eval(&format!(
        "const chosen = new DataTransfer();
         for (const text of {})
           chosen.items.add(new File([text], 'class.csv', {{ type: 'text/csv' }}));
         const input = document.querySelector('input[type=file]');
         input.files = chosen.files;
         input.dispatchEvent(new Event('change', {{ bubbles: true }}));",
        json!(texts)
    ))
    .await
    .map(drop)
}

/// The same with bytes: each character of these texts, which are JavaScript, is one, but for the
/// mark that UTF-16 begins with.
async fn choose_bytes(walk: &Walk, texts: &str) -> Result<(), Trouble> {
    walk.eval(&format!(
        "const chosen = new DataTransfer();
         for (const text of [{texts}]) {{
           const bytes = [...text.replace('\u{feff}\\0', '\\xff\\xfe')].map(it => it.charCodeAt(0));
           chosen.items.add(new File([new Uint8Array(bytes)], 'class'));
         }}
         const input = document.querySelector('input[type=file]');
         input.files = chosen.files;
         input.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ))
    .await
    .map(drop)
}

/// The first column of the table.
async fn names(walk: &Walk) -> Result<Vec<String>, Trouble> {
    let names = walk
        .eval("return [...document.querySelectorAll('.everyone tbody th')].map(it => it.innerText)")
        .await?;
    Ok(serde_json::from_value(names).unwrap_or_default())
}

#[tokio::test]
async fn lines_are_pasted_and_the_bad_ones_are_named() -> Outcome {
    let (law, shop) = (code(&example("law-firm")), code(&example("retail-shop")));
    let walk = Walk::open("/compare/").await?;
    walk.until_heading("Results side by side").await?;
    let text = format!(
        "Name;Link\nAnn;https://example.org/#{law}\n\nhello <b>there</b>\nBob;{shop}\nAnn;{law}\nEve;{}",
        &law[..6]
    );
    paste(&walk, &text).await?;
    walk.until_text("2 results were read. 2 lines can’t be read. One line repeats a result")
        .await?;
    walk.until_text("Line 4: there is no result code in it hello <b>there</b>")
        .await?;
    walk.until_text("Line 6: the same result is already here")
        .await?;
    walk.until_text("Line 7: the end of the code is missing")
        .await?;
    walk.until(
        "the summary to have the focus",
        "document.activeElement?.id === 'summary'",
    )
    .await?;
    assert_eq!(
        walk.address().await?,
        format!("/compare/#{law}~Ann.{shop}~Bob")
    );
    assert_eq!(names(&walk).await?, ["Ann", "Bob"]);
    walk.until_text("What can’t be read is still in the box")
        .await?;
    let left = format!("hello <b>there</b>\nEve;{}\n", &law[..6]);
    assert_eq!(walk.eval(IN_BOX).await?, left);
    walk.until(
        "the box to be open",
        "document.querySelector('.intake').open",
    )
    .await?;
    // What was pasted holds names, too.
    walk.click_text("Hide names").await?;
    walk.until(
        "the box to fold away",
        "!document.querySelector('.intake').open",
    )
    .await?;
    walk.until(
        "no name to be left",
        "!document.body.innerText.includes('Ann')",
    )
    .await?;
    walk.until_text("Line 6: the same result is already here")
        .await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_comparison_is_found_from_the_start_and_its_link_is_pasted() -> Outcome {
    let walk = Stage::new().prefix("/sub/").open("/").await?;
    walk.click_text("Compare several results").await?;
    walk.until_heading("Results side by side").await?;
    let (law, shop) = (code(&example("law-firm")), code(&example("retail-shop")));
    let link = walk
        .server()
        .url(&format!("/compare/#{law}~Dr%2e%20Ann.{shop}~Bob"));
    walk.until("the box", "document.querySelector('#box')")
        .await?;
    paste(&walk, &format!("{link}\nEve,{shop}\n")).await?;
    walk.until_text("3 results were read.").await?;
    assert_eq!(names(&walk).await?, ["Dr. Ann", "Bob", "Eve"]);
    // A person's name leads to their own result.
    walk.click_text("Bob").await?;
    walk.until_text("You serve customers").await?;
    walk.back().await?;
    walk.until_text("3 results").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn what_is_done_before_the_app_has_come_is_not_lost() -> Outcome {
    let held = || Stage::new().fault(".wasm", Fault::Held).open("/compare/");
    let (law, shop) = (code(&example("law-firm")), code(&example("retail-shop")));
    let walk = held().await?;
    walk.click("#box").await?;
    walk.type_text(&format!("{law},Ann")).await?;
    walk.server().mend();
    walk.until("the app to be there", TAKEN_OVER).await?;
    let box_is = "const box = document.activeElement; return [box.id, box.value]";
    assert_eq!(
        walk.eval(box_is).await?,
        json!(["box", format!("{law},Ann")])
    );
    walk.finish().await?;

    let walk = held().await?;
    paste(&walk, &format!("{law},Ann\n{shop},Bob")).await?;
    walk.server().mend();
    walk.until_text("2 results were read").await?;
    assert_eq!(names(&walk).await?, ["Ann", "Bob"]);
    walk.finish().await?;

    let walk = held().await?;
    let [one, other] =
        [(law, "Ann"), (shop, "Bob")].map(|(code, name)| format!("label,code\n{name},{code}"));
    choose(&walk, &[&one, &other]).await?;
    walk.server().mend();
    walk.until_text("2 results were read.").await?;
    assert_eq!(names(&walk).await?, ["Ann", "Bob"]);
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn files_are_chosen_and_others_are_dropped() -> Outcome {
    let walk = Walk::open("/compare/").await?;
    let all = examples();
    let (some, others) = all.split_at(all.find('\n').unwrap_or_default() + 1);
    let tables = [some, others].map(|lines| format!("\u{feff}label,code\r\n{lines}"));
    choose(&walk, &[&tables[0], &tables[1]]).await?;
    walk.until_text("19 results were read.").await?;
    // On the form, and where the app does not reach.
    let drops = [
        ("Zoe", "law-firm", ".intake form"),
        ("Yann", "retail-shop", ".colophon"),
    ];
    for (name, business, at) in drops {
        let code = code(&example(business));
        walk.eval(&format!(
            "const dropped = new DataTransfer();
             dropped.items.add(new File(['{name}\\t{code}'], 'more.txt', {{ type: 'text/plain' }}));
             document.querySelector('{at}')
               .dispatchEvent(new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer: dropped }}));"
        ))
        .await?;
        walk.until_text("One result was read.").await?;
        walk.until_text(name).await?;
    }
    walk.until_text("21 results").await?;
    // As spreadsheets write them: UTF-16, and the code page of western Windows.
    let law = code(&example("law-firm"));
    let wide = format!(
        "[...'\u{feff}name\\tcode\\r\\nZoë W\\t{law}\\r\\n'].map(it => it + '\\0').join('')"
    );
    let narrow = format!("'name;code\\r\\nJosé Müller;{law}\\r\\n'");
    choose_bytes(&walk, &[wide, narrow].join(", ")).await?;
    for name in ["2 results were read.", "Zoë W", "José Müller"] {
        walk.until_text(name).await?;
    }
    // As older Macs do; and a workbook, which is no text. What is typed meanwhile stays.
    walk.eval("document.querySelector('#box').value = 'Uma 1'")
        .await?;
    choose_bytes(
        &walk,
        &format!("'name;code\\rRen\u{e9} Mac;{law}\\r'.replace('\u{e9}', '\\x8e')"),
    )
    .await?;
    walk.until_text("One result was read.").await?;
    walk.until_text("René Mac").await?;
    choose_bytes(&walk, "'PK\\x03\\x04 and more'").await?;
    walk.until_text("That is a spreadsheet’s own kind of file.")
        .await?;
    assert_eq!(walk.eval(IN_BOX).await?, "Uma 1");
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_group_is_described_sorted_and_hidden() -> Outcome {
    let walk = Walk::open("/compare/").await?;
    paste(&walk, &examples()).await?;
    walk.until_text("9 (47%)").await?;
    walk.until_text("The middle score, at the triangle, is 11 towards client.")
        .await?;
    walk.until_text("What divides you most").await?;
    walk.until_text("On no question do four in five of you agree")
        .await?;
    assert_eq!(walk.count(".profile .chart > li").await?, 15);
    // Three at once, and the others behind what says how many they are.
    let found = "const [first, others] = document.querySelectorAll('.findings');
        return [first.children.length, others.start, others.previousSibling.textContent ===
          `Show the ${others.children.length} others`, others.firstChild.checkVisibility()]";
    assert_eq!(walk.eval(found).await?, json!([3, 4, true, false]));
    walk.click(".findings + details > summary").await?;
    assert_eq!(walk.eval(found).await?, json!([3, 4, true, true]));
    for column in ["Answers", "Verdict", "Name"] {
        walk.click_text(column).await?;
        walk.until(
            "the column to be sorted",
            &format!("document.querySelector('th[aria-sort=ascending]')?.innerText.startsWith('{column}')"),
        )
        .await?;
    }
    walk.click_text("Score").await?;
    walk.until("the client's end first", "document.querySelector('.everyone tbody th').innerText === 'Legal adviser to a manufacturer'").await?;
    assert_eq!(walk.count("th[aria-sort=descending]").await?, 1);
    walk.click_text("Score").await?;
    walk.until(
        "the customer's end first",
        "document.querySelector('.everyone tbody th').innerText === 'Retail shop'",
    )
    .await?;
    assert_eq!(walk.count("th[aria-sort=ascending]").await?, 1);
    walk.click_text("Hide names").await?;
    walk.until_text("Person 11").await?;
    walk.until_gone("Retail shop").await?;
    assert!(!walk.address().await?.contains('~'));
    walk.click_text("Hide names").await?;
    walk.until_text("Retail shop").await?;
    walk.click_text("Remove: Retail shop").await?;
    walk.until_text("18 results").await?;
    walk.until_text("Retail shop is removed.").await?;
    walk.until(
        "the focus to stay in the table",
        "document.activeElement.innerText === 'Remove'",
    )
    .await?;
    walk.click_text("Remove all").await?;
    walk.until_text("All results are removed.").await?;
    assert_eq!(walk.address().await?, "/compare/");
    walk.click_text("Bring them back").await?;
    walk.until_text("18 results").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn two_results_stand_side_by_side_differences_first() -> Outcome {
    let (law, shop) = (
        code(&example("law-firm")),
        code(&example("it-service-firm")),
    );
    let walk = Walk::open(&format!("/compare/#{law}~Ann.{shop}~Bob%20%3Ci%3E")).await?;
    walk.until_text("The two side by side").await?;
    walk.until_text("Bob <i>").await?;
    let steps = walk
        .eval("return [...document.querySelectorAll('.two-words > .hint')].map(it => it.innerText)")
        .await?;
    let steps: Vec<String> = serde_json::from_value(steps).unwrap_or_default();
    assert_eq!(steps.len(), 15);
    assert_eq!(steps[0], "4 steps apart");
    assert!(steps[14].starts_with("The same") || steps[14].starts_with("Not answered"));
    // Names go with one click here, too.
    walk.click_text("Hide names").await?;
    walk.until_gone("Ann").await?;
    walk.until_text("Person 2").await?;
    // Another link in the same tab: each has the mark of the verdict beside it, and an outline is the second's.
    let retail = code(&example("retail-shop"));
    walk.goto(&format!("/compare/#{law}~Ann.{retail}~Eve"))
        .await?;
    walk.until_text("Eve").await?;
    let marks = "return [...document.querySelectorAll('.two-legend .mark')].map(it =>
        [it.querySelector('circle, rect, path').localName, !!it.querySelector('.outline')])";
    assert_eq!(
        walk.eval(marks).await?,
        json!([["circle", false], ["rect", true]])
    );
    walk.goto(&format!("/compare/#{law}~Ann.{shop}~Eve.{law}~Zoe"))
        .await?;
    walk.until_text("3 results").await?;
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn it_is_copied_and_saved() -> Outcome {
    let (law, shop) = (code(&example("law-firm")), code(&example("retail-shop")));
    let walk = Stage::new()
        .before(CATCH)
        .copies()
        .prefix("/sub/")
        .open(&format!("/compare/#{law}~%3D1%2B1.{shop}~Bob"))
        .await?;
    walk.click_text("Copy the link").await?;
    walk.until(
        "to be told beside the button",
        "document.querySelector('.take [role=status]').innerText === 'The link is copied.'",
    )
    .await?;
    let copied = walk.eval("return window.copied").await?;
    let whole = format!("/sub/compare/#{law}~%3D1%2B1.{shop}~Bob");
    assert!(
        copied.as_str().is_some_and(|it| it.ends_with(&whole)),
        "{copied}"
    );
    walk.eval("window.refuse = true").await?;
    walk.click_text("Copy the link").await?;
    walk.until_text("The browser did not let us copy").await?;
    walk.click_text("Print this page").await?;
    walk.until("a print", "window.printed").await?;
    walk.click_text("Download a table (CSV)").await?;
    walk.until("the table", "window.caught.length === 1")
        .await?;
    walk.click_text("Download for programs (JSON)").await?;
    walk.until("the data", "window.caught.length === 2").await?;
    walk.click_text("Charts as a picture (PNG)").await?;
    walk.until(
        "the picture, 1200 pixels wide and not empty",
        "window.caught[2]?.[0] === 1200 && window.caught[2][1] > 900 && window.caught[2][2] > 20_000",
    )
    .await?;
    assert_eq!(
        walk.eval("return window.saved").await?,
        "clientele-comparison.png"
    );
    let caught = walk.eval("return window.caught.slice(0, 2)").await?;
    let caught: Vec<String> = serde_json::from_value(caught).unwrap_or_default();
    assert!(caught[0].starts_with("label,code,verdict,score,answered,offer,"));
    assert!(
        caught[0].contains(&format!("'=1+1,{law},client,71,15,")),
        "{}",
        caught[0]
    );
    let data: Value = serde_json::from_str(&caught[1]).unwrap_or_default();
    assert_eq!(data["people"][1]["label"], "Bob");
    assert_eq!(data["group"]["verdicts"]["client"], 1);
    walk.finish().await?;
    Ok(())
}
