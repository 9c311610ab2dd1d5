//! The start: what it is, how long it takes, that nothing leaves the browser; go on or begin.

use yew::prelude::*;

use super::{Report, button, heading, mark, unhurried};
use crate::flow::{Event, Form, Model};
use crate::model::Phrase;

/// The start screen.
pub(super) fn start(model: &Model, report: &Report) -> Html {
    let pack = &*model.pack;
    let say = |phrase| pack.say(phrase);
    html! {
        <section class="screen start" key="start">
            <div>
                { heading(say(Phrase::StartTitle)) }
                <p class="lead">{ say(Phrase::StartLead) }</p>
                if model.answers.is_empty() {
                    { begin(model, report) }
                } else {
                    { go_on(model, report) }
                }
                <p class="reassurance">{ say(Phrase::StartPrivacy) }</p>
            </div>
            <div class="poles">
                <div class="pole">
                    { mark::client() }
                    <h2>{ say(Phrase::StartClient) }</h2>
                    <p>{ say(Phrase::StartClientMeans) }</p>
                </div>
                <div class="pole">
                    { mark::both() }
                    <h2>{ say(Phrase::StartBoth) }</h2>
                    <p>{ say(Phrase::StartBothMeans) }</p>
                </div>
                <div class="pole">
                    { mark::customer() }
                    <h2>{ say(Phrase::StartCustomer) }</h2>
                    <p>{ say(Phrase::StartCustomerMeans) }</p>
                </div>
            </div>
            <div class="promises">
                <h2>{ say(Phrase::StartPromises) }</h2>
                <ul>
                    <li>{ say(Phrase::StartPromiseVerdict) }</li>
                    <li>{ say(Phrase::StartPromiseReasons) }</li>
                    <li>{ say(Phrase::StartPromisePlan) }</li>
                </ul>
            </div>
        </section>
    }
}

fn begin(model: &Model, report: &Report) -> Html {
    let pack = &*model.pack;
    let full = pack.questions.len().to_string();
    let short = pack.questions.iter().filter(|question| question.short);
    let short = short.count().to_string();
    // By its name and value the page knows the button before there is an app.
    let start = |class: &'static str, phrase, count: &str, form: Form| {
        let text = pack.fill(phrase, &[("count", count)]);
        let onclick = unhurried(report).reform(move |_| Event::Started(form));
        html! { <button type="button" {class} name="form" value={form.name()} {onclick}>{ text }</button> }
    };
    html! {
        <div class="actions stacked">
            <div>
                { start("primary", Phrase::StartFull, &full, Form::Full) }
                <p class="hint">{ pack.say(Phrase::StartFullTakes) }</p>
            </div>
            <div>
                { start("secondary", Phrase::StartShort, &short, Form::Short) }
                <p class="hint">{ pack.say(Phrase::StartShortTakes) }</p>
            </div>
        </div>
    }
}

fn go_on(model: &Model, report: &Report) -> Html {
    let pack = &*model.pack;
    let answered = model.answered().to_string();
    let total = model.total().to_string();
    let result_class = if model.resume_at().is_none() {
        "primary"
    } else {
        "secondary"
    };
    let resume = |at: usize| pack.fill(Phrase::StartResume, &[("number", &(at + 1).to_string())]);
    html! {
        <div class="welcome-back" key={answered.as_str()}>
            <p>
                { pack.fill(Phrase::StartWelcomeBack, &[("answered", &answered), ("total", &total)]) }
            </p>
            <div class="actions">
                if let Some(at) = model.resume_at() {
                    { button("primary", &resume(at), report, || Event::Resumed) }
                }
                if model.has_verdict() {
                    { button(result_class, pack.say(Phrase::SeeResult), report, || Event::ResultOpened) }
                }
                <a class="secondary" href="#review">{ pack.say(Phrase::ReviewAnswers) }</a>
                { button("quiet", pack.say(Phrase::NoticeBeginAfresh), report, || Event::BegunAfresh) }
            </div>
        </div>
    }
}
