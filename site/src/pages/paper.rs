//! The questionnaire on paper: every question with its options to tick, and the way to the verdict
//! by hand. Without any script, for those whose browser can't run the widget, and for a pen.

use clientele::model::{Pack, Phrase, Question, SectionAt, Shape, Verdict};
use clientele::{view, words};
use yew::prelude::*;

use super::{Kind, PAGES, with, with_numbers};
use crate::page_text::{Listed, PageText};

/// The sentences that it asks for.
pub(super) const TEXTS: &[Listed] = &[
    ("page.guide", &[]),
    ("page.questionnaire.heading", &[]),
    ("page.questionnaire.lead", &["questions", "short"]),
    ("page.questionnaire.sum", &[]),
    ("page.questionnaire.sum-points", &[]),
    ("page.questionnaire.sum-add", &[]),
    (
        "page.questionnaire.sum-divide",
        &["full-sum", "short", "short-sum"],
    ),
    ("page.questionnaire.sum-look", &[]),
    (
        "page.questionnaire.sum-both",
        &["share", "share-sum", "full-sum", "share-short", "short-sum"],
    ),
    ("page.questionnaire.sum-least", &["least"]),
    ("page.questionnaire.question", &[]),
    ("page.questionnaire.yours", &[]),
    ("page.questionnaire.most", &[]),
    ("page.questionnaire.total", &[]),
    ("page.questionnaire.score", &[]),
    ("page.questionnaire.all", &["questions"]),
    ("page.questionnaire.short", &["short"]),
    ("page.questionnaire.points", &[]),
    ("page.questionnaire.verdicts", &[]),
    ("page.questionnaire.verdict", &[]),
    ("page.questionnaire.at-least", &["sum"]),
    ("page.questionnaire.at-most", &["sum"]),
    ("page.questionnaire.between", &[]),
    ("page.questionnaire.more", &[]),
];

/// Marks the questions of the short form.
const SHORT: &str = "★";

/// The letters of the options, in the order they are shown.
const LETTERS: [&str; 6] = ["A", "B", "C", "D", "E", "F"];

/// The page.
pub(super) fn paper(pack: &Pack, say: &PageText, root: &str) -> Html {
    let said = |part: &str| filled(pack, say.say(&format!("page.questionnaire.{part}")));
    let inside = html! {
        <article class="screen column prose paper">
            { view::heading(&said("heading")) }
            <p class="lead">{ said("lead") }</p>
            <p class="method"><a href={format!("{root}about/")}>{ say.say("page.guide") }</a></p>
            <div class="asks">
                { for SectionAt::numbered(&pack.sections).map(|(section, named)| html! {
                    <section key={u8::from(section)}>
                        <h2>{ &named.name }</h2>
                        { for numbered(pack).filter(|(_, it)| it.section == section).map(|(number, question)| {
                            ask(pack, number, question)
                        }) }
                    </section>
                }) }
            </div>
            <section class="panel sums">
                <h2>{ said("sum") }</h2>
                <ol>
                    <li>{ said("sum-points") }</li>
                    <li>{ said("sum-add") }</li>
                    <li>{ said("sum-divide") }</li>
                    <li>{ said("sum-look") }</li>
                    <li>{ said("sum-both") }</li>
                </ol>
                <p>{ said("sum-least") }</p>
                { points(pack, &said) }
                { verdicts(pack, root, &said) }
                <p class="hint">{ said("more") }</p>
            </section>
        </article>
    };
    view::page_of(pack, root, inside, html! {})
}

fn numbered(pack: &Pack) -> impl Iterator<Item = (usize, &Question)> {
    (1..).zip(&pack.questions)
}

/// A question and its options. Whoever has no printer ticks them on the screen.
fn ask(pack: &Pack, number: usize, question: &Question) -> Html {
    let name = &question.id;
    let id = format!("ask-{name}");
    let choice = |letter: &'static str, text: &str| {
        html! {
            <label class="choice" key={letter}>
                <input type="radio" name={name.clone()} />
                <span class="choice-text">
                    if !letter.is_empty() {
                        <b>{ letter }</b>
                        { " " }
                    }
                    { text }
                </span>
            </label>
        }
    };
    html! {
        <div class="ask" key={name.as_str()}>
            <h3 id={id.clone()}>{ titled(number, &question.title, question) }</h3>
            <p>{ view::rich(pack, &question.help) }</p>
            <p class="hint">{ pack.say(Phrase::ForExample) }{ " " }{ &question.example }</p>
            <fieldset class="choices" aria-labelledby={id}>
                { for LETTERS.iter().zip(&question.options).map(|(letter, option)| choice(letter, &option.text)) }
                { choice("", pack.say(Phrase::DoesNotApply)) }
            </fieldset>
        </div>
    }
}

/// '3. What do people pay for? ★'
fn titled(number: usize, title: &str, question: &Question) -> String {
    let mark = if question.short { SHORT } else { "" };
    format!("{number}. {title} {mark}").trim_end().to_owned()
}

/// What each option counts: its place times the question's weight, so that adding up is all there is to do.
fn points(pack: &Pack, said: &impl Fn(&str) -> String) -> Html {
    let most = pack.questions.iter().map(|it| it.options.len()).max();
    let letters = &LETTERS[..most.unwrap_or_default().min(LETTERS.len())];
    let row = |(number, question): (usize, &Question)| {
        html! {
            <tr key={question.id.as_str()}>
                <th scope="row">{ titled(number, &question.name, question) }</th>
                { for letters.iter().enumerate().map(|(place, letter)| html! {
                    <td key={*letter}>
                        { question.options.get(place).map(|option| signed(question.weight() * i32::from(option.position))) }
                    </td>
                }) }
                <td></td>
                <td>{ question.weight() * 2 }</td>
            </tr>
        }
    };
    let table = html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{ said("question") }</th>
                    { for letters.iter().map(|letter| html! { <th key={*letter} scope="col">{ *letter }</th> }) }
                    <th scope="col">{ said("yours") }</th>
                    <th scope="col">{ said("most") }</th>
                </tr>
            </thead>
            <tbody>
                { for numbered(pack).map(row) }
                <tr>
                    <th scope="row" colspan={(1 + letters.len()).to_string()}>{ said("total") }</th>
                    <td></td>
                    <td></td>
                </tr>
            </tbody>
        </table>
    };
    scrolling(&said("points"), table)
}

/// A table that may be wider than a small window: it scrolls by itself, by keyboard too.
fn scrolling(name: &str, table: Html) -> Html {
    html! { <div class="scroller" role="region" tabindex="0" aria-label={name.to_owned()}>{ table }</div> }
}

/// The verdicts by score, and by sum for the two forms without a gap, which needs no dividing.
fn verdicts(pack: &Pack, root: &str, said: &impl Fn(&str) -> String) -> Html {
    let edge = i32::from(pack.judgement.threshold);
    let sums = [
        edge,
        least_sum(pack, edge, false),
        least_sum(pack, edge, true),
    ];
    let both = [Shape::TwoTrack, Shape::InBetween].map(Verdict::Both);
    let rows: [(&[Verdict], &str, i32); 3] = [
        (&[Verdict::Client], "at-least", 1),
        (&both, "between", 0),
        (&[Verdict::Customer], "at-most", -1),
    ];
    let row = |(verdicts, phrase, side): (&[Verdict], &str, i32)| {
        html! {
            <tr key={phrase}>
                <th scope="row">{ for verdicts.iter().map(|it| named(pack, root, *it)) }</th>
                { for sums.iter().enumerate().map(|(form, sum)| html! {
                    <td key={form}>{ said(phrase).replace("{sum}", &signed(side * sum)) }</td>
                }) }
            </tr>
        }
    };
    let table = html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{ said("verdict") }</th>
                    <th scope="col">{ said("score") }</th>
                    <th scope="col">{ said("all") }</th>
                    <th scope="col">{ said("short") }</th>
                </tr>
            </thead>
            <tbody>{ for rows.into_iter().map(row) }</tbody>
        </table>
    };
    scrolling(&said("verdicts"), table)
}

/// A verdict, leading to the page that says what it means.
fn named(pack: &Pack, root: &str, verdict: Verdict) -> Html {
    let page = verdict.centring().map(Kind::Verdict);
    // The short path: course packages have no other.
    let page = PAGES
        .iter()
        .find(|it| Some(it.kind) == page && it.is_alias());
    let path = page.map_or("", |page| page.path);
    let name = words::verdict(pack, verdict);
    html! { <a key={name} href={format!("{root}{path}")}>{ name }</a> }
}

/// The largest sum there can be with every question answered, or every one of the short form.
fn full_sum(pack: &Pack, is_short: bool) -> i32 {
    let asked = pack.questions.iter().filter(|it| it.short || !is_short);
    asked.map(|question| 2 * question.weight()).sum()
}

/// The least sum that is so many percent of that.
fn least_sum(pack: &Pack, percent: i32, is_short: bool) -> i32 {
    (percent * full_sum(pack, is_short) + 99) / 100
}

/// With its sign, as on paper.
fn signed(number: i32) -> String {
    match number {
        1.. => format!("+{number}"),
        0 => "0".to_owned(),
        _ => format!("−{}", -number),
    }
}

/// A sentence with the numbers of the two forms in its gaps, besides the judgement's own.
fn filled(pack: &Pack, sentence: &str) -> String {
    let share = i32::from(pack.judgement.two_track_share);
    let asked_short = pack.questions.iter().filter(|it| it.short).count();
    let numbers = [
        ("{short}", asked_short.to_string()),
        ("{full-sum}", full_sum(pack, false).to_string()),
        ("{short-sum}", full_sum(pack, true).to_string()),
        ("{share-sum}", least_sum(pack, share, false).to_string()),
        ("{share-short}", least_sum(pack, share, true).to_string()),
    ];
    with(with_numbers(pack, sentence), &numbers)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use clientele::model::{Answers, Centring, Tally};

    use super::{full_sum, least_sum, signed};

    #[test]
    fn the_sums_on_paper_are_where_the_verdicts_change() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let content = crate::load(&root, "en-GB").expect("the content");
        let pack = &content.pack;
        let edge = i32::from(pack.judgement.threshold);
        for is_short in [false, true] {
            let asked = || pack.questions.iter().filter(|it| it.short || !is_short);
            let most = asked().fold(Answers::default(), |answers, question| {
                answers.with(question, question.answer_at(2).expect("a pole"))
            });
            let full = full_sum(pack, is_short);
            assert_eq!(Tally::of(pack, &most).pull, full);
            assert_eq!(Tally::of(pack, &most).full, full);
            let sum = least_sum(pack, edge, is_short);
            let centring = |sum| pack.judgement.centring(sum, full);
            assert_eq!(centring(sum), Centring::Client);
            assert_eq!(centring(sum - 1), Centring::Both);
            assert_eq!(centring(1 - sum), Centring::Both);
            assert_eq!(centring(-sum), Centring::Customer);
        }
    }

    #[test]
    fn numbers_have_a_sign() {
        assert_eq!([7, 0, -7].map(signed), ["+7", "0", "−7"]);
    }
}
