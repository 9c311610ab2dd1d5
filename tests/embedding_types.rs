//! `embed.d.ts`, and the tables of `docs/embedding.md`, against what is really told and taken: the events of the element,
//! the messages of the frame, and what `src/flow/told.rs` puts into them.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use clientele::flow::{Detail, Effect, Event, Form, Stored, Told, launch, update};
use clientele::model::{Answer, Answers, QuestionAt};
use common::walking::stored;
use common::{example, pack, question};

const TYPES: &str = include_str!("../static/embed.d.ts");
const ELEMENT: &str = include_str!("../static/embed.js");
const FRAME: &str = include_str!("../static/frame.js");
const GUIDE: &str = include_str!("../docs/embedding.md");

type Names<'a> = BTreeSet<&'a str>;

/// The lines of a declaration, up to the brace that closes it.
fn within<'a>(text: &'a str, begin: &str) -> &'a str {
    let (_, behind) = text
        .split_once(begin)
        .unwrap_or_else(|| panic!("there is no '{begin}'"));
    behind.split("\n}").next().unwrap_or_default()
}

/// The members of an interface, each with what it may be; a name of a type stands for what it names.
fn members(interface: &str) -> BTreeMap<&'static str, Names<'static>> {
    let lines = within(TYPES, &format!("export interface {interface} "));
    let members = lines.lines().filter_map(|line| {
        let (name, kinds) = line.trim().strip_suffix(';')?.split_once(": ")?;
        let kinds = match kinds {
            "Length" => {
                let (_, named) = TYPES.split_once("export type Length = ").expect("it");
                named.split(';').next().expect("its end")
            }
            kinds => kinds,
        };
        Some((name, kinds.split(" | ").collect()))
    });
    members.collect()
}

/// The events by name, each with the interface of its details.
fn events() -> BTreeMap<&'static str, &'static str> {
    let lines = within(TYPES, "export interface ClienteleEventMap {").lines();
    let events = lines.filter_map(|line| {
        let (name, kind) = line
            .trim()
            .strip_prefix("'clientele:")?
            .split_once("': CustomEvent<")?;
        Some((name, kind.strip_suffix(">;")?))
    });
    events.collect()
}

/// What stands between marks, each time that it does.
fn between<'a>(text: &'a str, begin: &str, end: char) -> Names<'a> {
    let parts = text.split(begin).skip(1);
    parts.filter_map(|part| part.split(end).next()).collect()
}

/// Everything that is told on the way through forms of all kinds and to each verdict.
fn all_told() -> Vec<Told> {
    let asked = question("contract");
    let mut numbered = QuestionAt::numbered(&pack().questions);
    let (place, _) = numbered
        .find(|(_, it)| it.id == asked.id)
        .expect("it is asked");
    let chosen = [Answer::Option(1), Answer::DoesNotApply, Answer::Unanswered];
    let answered = chosen.map(|answer| Event::OptionChosen {
        question: place,
        answer,
    });
    let all = pack().examples.iter().map(|it| it.answers(pack()));
    let own = all.chain([Answers::default(), example("law-firm")]);
    let mut told = Vec::new();
    for answers in own {
        let kept = stored(Form::Full, answers);
        for kept in [kept, Stored::Nothing] {
            let (mut model, mut effects) = launch(Rc::new(pack().clone()), kept, None, "");
            let steps = [
                Event::ResultOpened,
                Event::Started(Form::Full),
                Event::Started(Form::Short),
                Event::ResultOpened,
            ];
            let steps = steps.into_iter();
            for event in steps.chain(answered.clone()) {
                let (next, more) = update(model, event);
                effects.extend(more);
                model = next;
            }
            told.extend(effects.into_iter().filter_map(|effect| match effect {
                Effect::Tell(told) => Some(told),
                _ => None,
            }));
        }
    }
    told
}

/// What `embed.d.ts` calls a detail: the kind, or one of those that it lists.
fn kind_of(detail: &Detail, allowed: &Names<'static>) -> String {
    match detail {
        Detail::Nothing => "null".to_owned(),
        Detail::Number(_) => "number".to_owned(),
        Detail::Text(_) if allowed.contains("string") => "string".to_owned(),
        Detail::Text(text) => format!("'{text}'"),
    }
}

#[test]
fn the_types_are_those_of_what_is_told() {
    let events = events();
    let mut seen: BTreeMap<(&str, &str), BTreeSet<String>> = BTreeMap::new();
    for told in all_told() {
        let typed = members(events[told.name]);
        let names: Names<'_> = told.details.iter().map(|(name, _)| *name).collect();
        let typed_names: Names<'_> = typed.keys().copied().collect();
        assert_eq!(names, typed_names, "of {}", told.name);
        for (name, detail) in &told.details {
            let kind = kind_of(detail, &typed[name]);
            assert!(
                typed[name].contains(&*kind),
                "{name} of {} may not be {kind}",
                told.name
            );
            seen.entry((told.name, *name)).or_default().insert(kind);
        }
    }
    // Nor do the types name what never comes.
    for name in ["ready", "started", "answered", "result"] {
        for (member, kinds) in members(events[name]) {
            let seen = &seen[&(name, member)];
            assert!(
                kinds.iter().all(|kind| seen.contains(*kind)),
                "{member} of {name} is {seen:?}, never all of {kinds:?}"
            );
        }
    }
}

#[test]
fn the_events_are_those_of_the_element_the_frame_and_the_guide() {
    let typed: Names<'_> = events().into_keys().collect();
    let list = ELEMENT
        .lines()
        .find_map(|line| line.strip_prefix("const TYPES = ["));
    assert_eq!(
        between(list.expect("the list"), " '", '\''),
        typed
            .iter()
            .copied()
            .filter(|name| *name != "ready")
            .collect()
    );
    assert!(list.is_some_and(|it| it.starts_with("'ready'")));
    // What the frame says of its own accord, and what it hands on where it was asked to.
    let own = between(FRAME, "say('", '\'');
    let handed_on = FRAME
        .lines()
        .find(|line| line.contains("for (const type of ["));
    let handed_on: Names<'_> = handed_on
        .expect("what is handed on")
        .split('\'')
        .skip(1)
        .step_by(2)
        .filter(|name| !name.is_empty())
        .collect();
    assert_eq!(&own | &handed_on, typed);
    assert!(own.is_disjoint(&handed_on));
    let (_, table) = GUIDE.split_once("\n## Events\n").expect("the table");
    let table = table.split("```").next().unwrap_or_default();
    assert_eq!(between(table, "\n| `clientele:", '`'), typed);
    let marked = |text: &'static str| text.split('`').skip(1).step_by(2).collect::<Names<'_>>();
    let allowed = marked(table);
    for (name, interface) in events() {
        let begin = format!("\n| `clientele:{name}` |");
        let row = table.split(&begin).nth(1).expect("its row");
        let said = marked(row.lines().next().unwrap_or_default());
        for (member, kinds) in members(interface) {
            assert!(said.contains(member), "{member} of {name}");
            for kind in kinds.iter().filter(|it| it.starts_with('\'')) {
                let is_said = allowed.contains(kind.trim_matches('\'')) || allowed.contains(kind);
                assert!(is_said, "{kind} of {member} of {name}");
            }
        }
    }
}

#[test]
fn heights_and_errors_are_typed_as_the_scripts_tell_them() {
    assert_eq!(
        members("HeightDetail"),
        BTreeMap::from([("height", Names::from(["number"]))])
    );
    assert!(FRAME.contains("say('height', { height })"));
    let error = members("ErrorDetail");
    assert_eq!(error.keys().collect::<Vec<_>>(), [&"kind"]);
    let boot = include_str!("../static/boot.js");
    let early = include_str!("../static/early.js");
    let mut kinds = between(boot, "fail('", '\'');
    kinds.extend(between(boot, "kind: '", '\''));
    kinds.extend(between(boot, "error.kind ?? '", '\''));
    kinds.extend(between(early, "root.dataset.fault = '", '\''));
    let typed = error["kind"].iter().map(|it| it.trim_matches('\''));
    assert_eq!(kinds, typed.collect());
}

#[test]
fn the_elements_methods_are_typed_and_its_attributes_in_the_guide() {
    let typed = within(
        TYPES,
        "export interface ClienteleWidgetElement extends HTMLElement {",
    );
    let typed: Vec<&str> = typed
        .lines()
        .filter_map(|line| {
            line.trim()
                .split_once('(')
                .filter(|(_, it)| it.ends_with(';'))
        })
        .map(|(name, _)| name)
        .collect();
    assert_eq!(typed, ["restart"]);
    for name in typed {
        assert!(ELEMENT.contains(&format!("\n  {name}() {{")));
        assert!(GUIDE.contains(&format!("`{name}()`")));
    }
    let mut taken = between(ELEMENT, "getAttribute('", '\'');
    taken.extend(between(ELEMENT, "hasAttribute('", '\''));
    let observed = ELEMENT
        .lines()
        .find(|line| line.contains("observedAttributes = [...LIVE, "));
    let settings = ELEMENT.lines().find(|line| line.starts_with("const LIVE"));
    for line in [observed, settings] {
        let line = line.expect("a list");
        taken.extend(line.split('\'').skip(1).step_by(2));
    }
    let (_, settings) = GUIDE.split_once("\n| setting |").expect("settings");
    let (settings, rest) = settings.split_once("\n\n").expect("their end");
    let (_, attributes) = rest.split_once("\n| attribute |").expect("attributes");
    let attributes = attributes.split("\n\n").next().unwrap_or_default();
    let mut named = between(settings, "\n| `", '`');
    named.extend(between(attributes, "\n| `", '`'));
    assert_eq!(taken, named);
}
