//! One question at a time. The next one is there already, laid out behind it, and keeps its elements when it is its turn;
//! any other has elements of its own. Texts that would change in place would not on a page that the browser translates:
//! it puts nodes of its own where they were.

use yew::prelude::{Event as DomEvent, *};

use super::rich::rich;
use super::{Report, answer_of, button};
use crate::flow::{Asking, Event, KeyPlace, Model, may_mean};
use crate::model::{Answer, Phrase, Question, QuestionAt};
use crate::words;

/// 'Question 3 of 15'.
pub(super) fn place(model: &Model, asking: Asking) -> String {
    let number = (asking.at + 1).to_string();
    let total = model.total().to_string();
    model.pack.fill(
        Phrase::QuestionPlace,
        &[("number", &number), ("total", &total)],
    )
}

/// The screen of one question. Once it is drawn, the next one is made and laid out behind it, so that
/// little is left to do when it is its turn.
pub(super) fn question(model: &Model, asking: Asking, report: &Report) -> Html {
    let mut sheets = vec![sheet(model, asking, true, report)];
    if let Some(next) = model.next().filter(|_| model.is_ahead) {
        sheets.push(sheet(model, next, false, report));
    }
    html! { <>{ for sheets }</> }
}

/// A question. Only the one that is shown has the names by which others find its parts.
fn sheet(model: &Model, asking: Asking, is_shown: bool, report: &Report) -> Html {
    let sheet = if is_shown {
        "screen column question"
    } else {
        "screen column question ahead"
    };
    let pack = &*model.pack;
    let (index, question) = model.question_at(asking.at);
    let section = &pack[question.section];
    let is_answered = !model.answers.lack(question);
    let is_last = model.next_after(asking).is_none();
    let go_on = match (asking.from_review, is_last, is_answered) {
        (true, _, _) => Phrase::QuestionBackToReview,
        (false, true, _) => Phrase::QuestionReview,
        (false, false, true) => Phrase::QuestionNext,
        (false, false, false) => Phrase::QuestionSkip,
    };
    let class = if is_answered || asking.from_review {
        "primary"
    } else {
        "secondary"
    };
    let onsubmit = report.reform(|event: SubmitEvent| {
        event.prevent_default();
        Event::WentOn
    });
    html! {
        <section class={sheet} key={question.id.as_str()} aria-hidden={(!is_shown).then_some("true")}>
            <div class="progress">
                <p class="progress-words">
                    <span class="section-name">{ &section.name }</span>
                    <span id={is_shown.then_some("place")}>{ place(model, asking) }</span>
                </p>
                <progress
                    max={model.total().to_string()}
                    value={asking.at.to_string()}
                    aria-label={pack.say(Phrase::QuestionProgress).to_owned()}
                />
            </div>
            <form {onsubmit}>
                <h1
                    id={is_shown.then_some("heading")}
                    tabindex="-1"
                    aria-describedby={is_shown.then_some("place")}
                    onkeydown={on_key(KeyPlace::Heading, report)}
                >
                    { &question.title }
                </h1>
                <div id={is_shown.then_some("help")} class="help">
                    <p>{ rich(pack, &question.help) }</p>
                    <p class="example">
                        <span class="example-label">{ pack.say(Phrase::ForExample) }</span>
                        { " " }
                        { &question.example }
                    </p>
                </div>
                { choices(model, index, question, is_shown, report) }
                <div class="actions between">
                    if !asking.from_review {
                        { button("quiet", pack.say(Phrase::Back), report, || Event::WentBack) }
                    }
                    <button type="submit" {class}><span key={go_on.key()}>{ pack.say(go_on) }</span></button>
                </div>
                <p class="hint keys">{ pack.say(Phrase::QuestionKeys) }</p>
            </form>
        </section>
    }
}

fn choices(
    model: &Model,
    index: QuestionAt,
    question: &Question,
    is_shown: bool,
    report: &Report,
) -> Html {
    let pack = &*model.pack;
    let chosen = model.answers.to(question);
    // Whatever question it is, the radios are one group: to change that of a chosen one would undo another's choice.
    let choice = |place: usize, answer: Answer, text: &str| {
        let class = match answer {
            Answer::DoesNotApply => "choice aside",
            _ => "choice",
        };
        html! {
            <label {class} key={answer.number()}>
                <input
                    type="radio"
                    id={is_shown.then(|| format!("choice-{place}"))}
                    name="answer"
                    value={answer.number().to_string()}
                    checked={chosen == answer}
                />
                <span class="choice-text">{ text }</span>
                <kbd aria-hidden="true">{ place + 1 }</kbd>
            </label>
        }
    };
    let choices = question
        .choices()
        .enumerate()
        .map(|(place, answer)| choice(place, answer, words::answer(pack, index, answer)));
    let onchange = report.reform(move |event: DomEvent| Event::OptionChosen {
        question: index,
        answer: answer_of(&event),
    });
    // By its name the page knows the question before there is an app.
    html! {
        <fieldset
            class="choices"
            name={question.id.clone()}
            aria-labelledby="heading"
            aria-describedby="help"
            {onchange}
            onkeydown={on_key(KeyPlace::Options, report)}
        >
            { for choices }
        </fieldset>
    }
}

/// Reports a key that may mean something, and leaves all others to the browser. What it means is found out when it is its
/// turn: until then another question may be on show.
fn on_key(place: KeyPlace, report: &Report) -> Callback<KeyboardEvent> {
    let report = report.clone();
    Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        if event.ctrl_key() || event.alt_key() || event.meta_key() || !may_mean(place, &key) {
            return;
        }
        // Enter must not send the form by itself.
        event.prevent_default();
        // A key that is held down means one press.
        if !event.repeat() {
            report.emit(Event::KeyPressed { place, key });
        }
    })
}
