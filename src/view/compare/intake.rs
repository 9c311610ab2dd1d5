//! The way in: a box to paste into, a file, the progress of reading, and what came of it.

use yew::prelude::{Event as DomEvent, *};

use super::{Report, button};
use crate::browser::{hand_over_box, hand_over_drop, hand_over_file};
use crate::compare::words::{counted, grouped};
use crate::compare::{Event, Fault, Gone, Model, Notice, Reason, Refused, Summary, Unread};
use crate::model::{LinkError, ToolPhrase};

/// The box and the file. It folds away once there are results and nothing is left in it, and stays
/// in the page, so that a reading that is called off leaves the text where it was.
pub(super) fn intake(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let onsubmit = {
        let report = report.clone();
        Callback::from(move |event: SubmitEvent| hand_over_box(&event, &report))
    };
    let onchange = {
        let report = report.clone();
        Callback::from(move |event: DomEvent| hand_over_file(&event, &report))
    };
    let is_left = model.summary.as_ref().is_some_and(|it| it.is_left_in_box);
    // What is left holds names, more often than not.
    let is_left = is_left && !model.are_names_hidden;
    html! {
        <details class="intake" open={model.people().is_empty() || is_left} hidden={model.import.is_some()}>
            <summary>{ tools.say(ToolPhrase::ComparisonIntake) }</summary>
            if model.people().is_empty() {
                <ol class="how">
                    <li>{ tools.say(ToolPhrase::ComparisonHowAsk) }</li>
                    <li>{ tools.say(ToolPhrase::ComparisonHowCollect) }</li>
                    <li>{ tools.say(ToolPhrase::ComparisonHowPaste) }</li>
                </ol>
            }
            <form {onsubmit}>
                <label for="box">{ tools.say(ToolPhrase::ComparisonBox) }</label>
                <p class="hint" id="box-hint">{ tools.say(ToolPhrase::ComparisonBoxHint) }</p>
                <textarea id="box" rows="7" spellcheck="false" autocomplete="off"
                    aria-describedby="box-hint" />
                <div class="actions">
                    <button type="submit" class="primary">{ tools.say(ToolPhrase::ComparisonRead) }</button>
                    <label class="file">
                        <span>{ tools.say(ToolPhrase::ComparisonFile) }</span>
                        <input type="file" multiple=true accept=".txt,.csv,.tsv,text/plain,text/csv" {onchange} />
                    </label>
                </div>
                <p class="reassurance">{ tools.say(ToolPhrase::ComparisonPrivacy) }</p>
            </form>
        </details>
    }
}

/// All that is shown, onto any part of which a file can be dropped.
pub(super) fn drop_zone(inside: Html, report: &Report) -> Html {
    let ondrop = {
        let report = report.clone();
        Callback::from(move |event: DragEvent| hand_over_drop(&event, &report))
    };
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    html! { <div {ondrop} {ondragover}>{ inside }</div> }
}

/// How far the reading is, and a way to stop it.
pub(super) fn progress(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let Some(import) = &model.import else {
        return html! {};
    };
    let lines = grouped(import.summary.lines as usize);
    html! {
        <div class="reading" key="reading">
            <label>
                <span key={lines.as_str()}>{ tools.fill(ToolPhrase::ComparisonReading, &[("lines", &lines)]) }</span>
                <progress value={import.at.to_string()} max={import.text.len().to_string()}></progress>
            </label>
            <button type="button" class="secondary" id="cancel" onclick={report.reform(|_| Event::Cancelled)}>
                { tools.say(ToolPhrase::ComparisonCancel) }
            </button>
        </div>
    }
}

/// What came of the last text, and whatever else has to be said.
pub(super) fn summary(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    html! {
        <>
            { told(model, report) }
            if let Some(summary) = &model.summary {
                { ended(model, summary) }
            }
            if let Some(names) = model.named_twice() {
                <p class="notice twice" key={names.as_str()}>{ tools.fill(ToolPhrase::ComparisonTwice, &[("names", &names)]) }</p>
            }
        </>
    }
}

/// What was refused, or who was taken out, and the way back. That stands beside what is announced: where a button comes with
/// a sentence, screen readers may say neither.
fn told(model: &Model, report: &Report) -> Html {
    let tools = &*model.tools;
    let refused = match model.notice {
        Some(Notice::Refused(refused)) => Some(tools.say(why(refused)).to_owned()),
        _ => None,
    };
    let (gone, back) = model.gone.as_ref().map(|gone| undo(model, gone)).unzip();
    let class = if refused.is_some() || gone.is_some() {
        "told notice"
    } else {
        "told"
    };
    html! {
        // Without a name of its own, browsers begin to tell of it with its first sentence, which is then not announced.
        <div {class} id="notice">
            <div role="status">
                { for refused.into_iter().chain(gone).map(|said| html! { <p key={said.as_str()}>{ &said }</p> }) }
            </div>
            if let Some(back) = back {
                { button("quiet", tools.say(back), report, || Event::ClearingUndone) }
            }
        </div>
    }
}

/// Who was taken out, and what the way back is called.
fn undo(model: &Model, gone: &Gone) -> (String, ToolPhrase) {
    let tools = &*model.tools;
    match gone {
        Gone::All(_) => (
            tools.say(ToolPhrase::ComparisonCleared).to_owned(),
            ToolPhrase::ComparisonUndo,
        ),
        Gone::One(_, person) => (
            tools.fill(
                ToolPhrase::ComparisonRemoved,
                &[("name", &model.name(person))],
            ),
            ToolPhrase::ComparisonUndoOne,
        ),
    }
}

fn why(refused: Refused) -> ToolPhrase {
    match refused {
        Refused::FileTooLarge => ToolPhrase::ComparisonFileTooLarge,
        Refused::FileFailed => ToolPhrase::ComparisonFileFailed,
        Refused::FileForeign => ToolPhrase::ComparisonFileForeign,
        Refused::Blank => ToolPhrase::ComparisonBlank,
    }
}

fn ended(model: &Model, summary: &Summary) -> Html {
    let tools = &*model.tools;
    let count = |one, many, count: u32| counted(tools, one, many, count as usize);
    if summary.is_cancelled {
        return html! {
            <div class="notice intake-summary" id="summary" tabindex="-1" role="group" aria-labelledby="summary-said" key="summary">
                <p id="summary-said">{ tools.say(ToolPhrase::ComparisonCancelled) }</p>
            </div>
        };
    }
    let mut said = match summary.added {
        0 => tools.say(ToolPhrase::ComparisonAddedNone).to_owned(),
        added => count(
            ToolPhrase::ComparisonAddedOne,
            ToolPhrase::ComparisonAdded,
            added,
        ),
    };
    let mut and = |words: &str| {
        said.push(' ');
        said.push_str(words);
    };
    if summary.unreadable > 0 {
        let (one, many) = (
            ToolPhrase::ComparisonUnreadableOne,
            ToolPhrase::ComparisonUnreadable,
        );
        and(&count(one, many, summary.unreadable));
    }
    if summary.repeated > 0 {
        let (one, many) = (
            ToolPhrase::ComparisonRepeatedOne,
            ToolPhrase::ComparisonRepeated,
        );
        and(&count(one, many, summary.repeated));
    }
    if summary.is_left_in_box {
        and(tools.say(ToolPhrase::ComparisonLeftInBox));
    }
    let left_out = (summary.repeated + summary.unreadable) as usize;
    let listed = summary.faults.len();
    html! {
        // A group with a name: of one without, a screen reader says nothing when it gets the focus.
        <div class="notice intake-summary" id="summary" tabindex="-1" role="group" aria-labelledby="summary-said" key="summary">
            <p id="summary-said" key={said.as_str()}>{ &said }</p>
            if left_out > 0 {
                <details open={summary.unreadable > 0}>
                    <summary>{ tools.say(ToolPhrase::ComparisonFaults) }</summary>
                    <ul class="faults">
                        { for summary.faults.iter().enumerate().map(|(at, it)| fault(model, at, it)) }
                    </ul>
                    if left_out > listed {
                        <p key={left_out}>{ tools.fill(ToolPhrase::ComparisonFaultsMore, &[("count", &grouped(left_out - listed))]) }</p>
                    }
                </details>
            }
        </div>
    }
}

fn fault(model: &Model, at: usize, fault: &Fault) -> Html {
    let tools = &*model.tools;
    let reason = match fault.reason {
        Reason::Repeated => ToolPhrase::ComparisonIsRepeated,
        Reason::Unread(Unread::Code(LinkError::Foreign)) => ToolPhrase::ComparisonForeign,
        Reason::Unread(Unread::Code(LinkError::Truncated)) => ToolPhrase::ComparisonTruncated,
        Reason::Unread(Unread::Code(LinkError::Damaged)) => ToolPhrase::ComparisonDamaged,
        Reason::Unread(Unread::Code(LinkError::TooNew)) => ToolPhrase::ComparisonTooNew,
        Reason::Unread(Unread::Several) => ToolPhrase::ComparisonSeveral,
    };
    let line = grouped(fault.line as usize);
    let reason = tools.say(reason);
    html! {
        <li key={[&at.to_string(), " ", &line, reason, &fault.excerpt].concat()}>
            <strong>{ tools.fill(ToolPhrase::ComparisonFaultLine, &[("line", &line)]) }</strong>
            { ": " }
            { reason }
            // A line begins with a name more often than not.
            if !model.are_names_hidden {
                <span class="excerpt">{ &fault.excerpt }</span>
            }
        </li>
    }
}
