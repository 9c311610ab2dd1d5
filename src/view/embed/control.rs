//! The kinds of controls that the choices are made of.

use yew::prelude::{Event as DomEvent, *};

use super::super::unhurried;
use super::Report;
use crate::browser::value_of;
use crate::embed::{Event, Key, Model};
use crate::model::ToolPhrase;

/// One of several values, as radio buttons; the first is as usual.
pub(super) fn radios(
    model: &Model,
    report: &Report,
    key: Key,
    legend: &str,
    options: &[(&'static str, &str)],
) -> Html {
    let chosen = model.settings.get(key);
    let options = options.iter().enumerate().map(|(at, (value, words))| {
        let is_chosen = chosen == *value || chosen.is_empty() && at == 0;
        let value = *value;
        let onchange =
            unhurried(report).reform(move |_: DomEvent| Event::Chosen(key, value.to_owned()));
        html! {
            <label class="choice" key={value}>
                <input type="radio" name={key.name()} {value} checked={is_chosen} {onchange} />
                <span>{ *words }</span>
            </label>
        }
    });
    html! {
        <fieldset class="choices builder-radios">
            <legend>
                // The first choice stands before all headings, and looks like one.
                if key == Key::Way {
                    <h2>{ legend }</h2>
                } else {
                    { legend }
                }
            </legend>
            { for options }
        </fieldset>
    }
}

/// What a control that is typed into needs to be drawn.
pub(super) struct Field {
    /// What it sets.
    pub(super) key: Key,
    /// What it is called.
    pub(super) label: ToolPhrase,
    /// What is said below it when it holds something that can't be used.
    pub(super) fault: ToolPhrase,
    /// What browsers call what belongs into it, for the right keyboard.
    pub(super) mode: &'static str,
}

/// A line to type into, with a hint, and a word on what is wrong with it.
pub(super) fn field(model: &Model, report: &Report, field: &Field, hint: &str) -> Html {
    let key = field.key;
    let name = key.name();
    let is_faulty = model.is_faulty(key);
    let oninput = report.reform(move |event: InputEvent| Event::Chosen(key, value_of(&event)));
    html! {
        <div class="builder-field" key={name}>
            <label for={name}>{ model.tools.say(field.label) }</label>
            <input type="text" id={name} inputmode={field.mode} autocomplete="off" spellcheck="false"
                value={model.typed(key).to_owned()} aria-invalid={is_faulty.to_string()}
                aria-describedby={format!("{name}-hint {name}-fault")} {oninput} />
            <p class="hint" id={format!("{name}-hint")}>{ hint }</p>
            <p class="builder-fault" id={format!("{name}-fault")} role="status">
                if is_faulty {
                    { model.tools.say(field.fault) }
                }
            </p>
        </div>
    }
}

/// Something that is so or not.
pub(super) fn tick(is_ticked: bool, words: &str, onchange: Callback<DomEvent>) -> Html {
    html! {
        <label class="builder-tick">
            <input type="checkbox" checked={is_ticked} {onchange} />
            <span>{ words }</span>
        </label>
    }
}
