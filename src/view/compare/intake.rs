//! The way in: a box to paste into, a file, the progress of reading, and what came of it.

use yew::prelude::{Event as DomEvent, *};

use super::words::counted;
use super::{Report, button};
use crate::browser::{hand_over_box, hand_over_drop, hand_over_file};
use crate::compare::{Event, Fault, Model, Reason, Summary, Told};
use crate::model::{LinkError, Pack, Phrase};

/// How many of the lines that were left out are listed.
const LISTED: usize = 50;

/// The box and the file. It folds away once there are results, and stays in the page, so that a
/// reading that is called off leaves the text where it was.
pub(super) fn intake(model: &Model, report: &Report) -> Html {
    let pack = &*model.pack;
    let onsubmit = {
        let report = report.clone();
        Callback::from(move |event: SubmitEvent| hand_over_box(&event, &report))
    };
    let onchange = {
        let report = report.clone();
        Callback::from(move |event: DomEvent| hand_over_file(&event, &report))
    };
    let ondrop = {
        let report = report.clone();
        Callback::from(move |event: DragEvent| hand_over_drop(&event, &report))
    };
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    html! {
        <details class="intake" open={model.people().is_empty()} hidden={model.import.is_some()}>
            <summary>{ pack.say(Phrase::ComparisonIntake) }</summary>
            <form {onsubmit} {ondrop} {ondragover}>
                <label for="box">{ pack.say(Phrase::ComparisonBox) }</label>
                <p class="hint" id="box-hint">{ pack.say(Phrase::ComparisonBoxHint) }</p>
                <textarea id="box" rows="7" spellcheck="false" autocomplete="off"
                    aria-describedby="box-hint" />
                <div class="actions">
                    <button type="submit" class="primary">{ pack.say(Phrase::ComparisonRead) }</button>
                    <label class="file">
                        <span>{ pack.say(Phrase::ComparisonFile) }</span>
                        <input type="file" accept=".txt,.csv,.tsv,text/plain,text/csv" {onchange} />
                    </label>
                </div>
                <p class="reassurance">{ pack.say(Phrase::ComparisonPrivacy) }</p>
            </form>
        </details>
    }
}

/// How far the reading is, and a way to stop it.
pub(super) fn progress(model: &Model, report: &Report) -> Html {
    let pack = &*model.pack;
    let Some(import) = &model.import else {
        return html! {};
    };
    let lines = grouped(import.summary.lines);
    html! {
        <div class="reading" key="reading">
            <label>
                { pack.fill(Phrase::ComparisonReading, &[("lines", &lines)]) }
                <progress value={import.at.to_string()} max={import.text.len().to_string()}></progress>
            </label>
            <button type="button" class="secondary" id="cancel" onclick={report.reform(|_| Event::Cancelled)}>
                { pack.say(Phrase::ComparisonCancel) }
            </button>
        </div>
    }
}

/// A number in groups of three digits.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    grouped
}

/// What came of the last text, and whatever else has to be said.
pub(super) fn summary(model: &Model, report: &Report) -> Html {
    let pack = &*model.pack;
    let told = model.told.map(|told| {
        pack.say(match told {
            Told::Copied => Phrase::ComparisonCopied,
            Told::CopyFailed => Phrase::ComparisonCopyFailed,
            Told::FileTooLarge => Phrase::ComparisonFileTooLarge,
            Told::FileFailed => Phrase::ComparisonFileFailed,
        })
    });
    html! {
        <>
            <div role="status" class="told">
                if let Some(told) = told {
                    <p class="notice">{ told }</p>
                }
                if model.cleared.is_some() {
                    <div class="notice">
                        <p>{ pack.say(Phrase::ComparisonCleared) }</p>
                        { button("quiet", pack.say(Phrase::ComparisonUndo), report, Event::ClearingUndone) }
                    </div>
                }
            </div>
            if let Some(summary) = &model.summary {
                { ended(pack, summary) }
            }
        </>
    }
}

fn ended(pack: &Pack, summary: &Summary) -> Html {
    let count = |one, many, count: u32| counted(pack, one, many, count as usize);
    if summary.is_cancelled {
        return html! {
            <div class="notice intake-summary" id="summary" tabindex="-1" key="summary">
                <p>{ pack.say(Phrase::ComparisonCancelled) }</p>
            </div>
        };
    }
    let left_out = summary.repeated + summary.unreadable;
    html! {
        <div class="notice intake-summary" id="summary" tabindex="-1" key="summary">
            <p>
                if summary.added == 0 {
                    { pack.say(Phrase::ComparisonAddedNone) }
                } else {
                    { count(Phrase::ComparisonAddedOne, Phrase::ComparisonAdded, summary.added) }
                }
                if summary.unreadable > 0 {
                    { " " }
                    { count(Phrase::ComparisonUnreadableOne, Phrase::ComparisonUnreadable, summary.unreadable) }
                }
                if summary.repeated > 0 {
                    { " " }
                    { count(Phrase::ComparisonRepeatedOne, Phrase::ComparisonRepeated, summary.repeated) }
                }
            </p>
            if left_out > 0 {
                <details open={summary.unreadable > 0}>
                    <summary>{ pack.say(Phrase::ComparisonFaults) }</summary>
                    <ul class="faults">
                        { for summary.faults.iter().take(LISTED).map(|it| fault(pack, it)) }
                    </ul>
                    if left_out as usize > LISTED {
                        <p>{ pack.fill(Phrase::ComparisonFaultsMore, &[("count", &grouped(left_out.saturating_sub(50)))]) }</p>
                    }
                </details>
            }
        </div>
    }
}

fn fault(pack: &Pack, fault: &Fault) -> Html {
    let reason = match fault.reason {
        Reason::Repeated => Phrase::ComparisonIsRepeated,
        Reason::Unreadable(LinkError::Foreign) => Phrase::ComparisonForeign,
        Reason::Unreadable(LinkError::Truncated) => Phrase::ComparisonTruncated,
        Reason::Unreadable(LinkError::Damaged) => Phrase::ComparisonDamaged,
        Reason::Unreadable(LinkError::TooNew) => Phrase::ComparisonTooNew,
    };
    html! {
        <li key={fault.line}>
            <strong>{ pack.fill(Phrase::ComparisonFaultLine, &[("line", &fault.line.to_string())]) }</strong>
            { ": " }
            { pack.say(reason) }
            <span class="excerpt">{ &fault.excerpt }</span>
        </li>
    }
}
