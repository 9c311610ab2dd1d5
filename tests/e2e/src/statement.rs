//! The rules of xAPI 1.0.3 and of cmi5 for statements: what a strict LRS would refuse, in words.

use serde_json::Value;

/// How a course was launched, as far as statements have to say it again.
#[derive(Clone, Debug)]
pub(crate) struct Launch {
    /// Whether by cmi5, with its own rules, or by Tin Can.
    pub(crate) is_cmi5: bool,
    /// The learner.
    pub(crate) actor: Value,
    /// The activity.
    pub(crate) activity: String,
    /// The registration.
    pub(crate) registration: String,
    /// What every context has to hold; empty for Tin Can.
    pub(crate) template: Value,
    /// cmi5's `Normal`, `Browse` or `Review`.
    pub(crate) mode: String,
}

const VERBS: &str = "http://adlnet.gov/expapi/verbs/";
const CMI5: &str = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
const MOVE_ON: &str = "https://w3id.org/xapi/cmi5/context/categories/moveon";

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// The last part of the verb: `completed`.
#[must_use]
pub fn verb(statement: &Value) -> &str {
    let id = text(statement, "/verb/id");
    id.strip_prefix(VERBS).unwrap_or(id)
}

/// Everything that is wrong with a statement by itself.
#[must_use]
pub(crate) fn faults(statement: &Value, launch: &Launch) -> Vec<String> {
    let mut found = Vec::new();
    let mut hold = |is_so: bool, rule: &str| {
        if !is_so {
            found.push(format!("{}: {rule}", verb(statement)));
        }
    };
    hold(is_uuid(text(statement, "/id")), "id is a UUID");
    hold(
        is_utc_time(text(statement, "/timestamp")),
        "timestamp is UTC by ISO 8601",
    );
    hold(statement["actor"] == launch.actor, "actor is the launch's");
    hold(
        has_one_identifier(&statement["actor"]),
        "actor has one identifier",
    );
    hold(is_iri(text(statement, "/verb/id")), "verb is an IRI");
    hold(is_iri(text(statement, "/object/id")), "object is an IRI");
    hold(
        text(statement, "/object/objectType") == "Activity",
        "object is an Activity",
    );
    let registration = text(statement, "/context/registration");
    hold(
        registration == launch.registration,
        "registration is the launch's",
    );
    hold(
        includes(&statement["context"], &launch.template),
        "context holds all of the template",
    );
    let maps = [
        "/verb/display",
        "/object/definition/name",
        "/object/definition/description",
    ];
    for map in maps.iter().filter_map(|it| statement.pointer(it)) {
        hold(is_language_map(map), "words are in a language map");
    }
    let result = &statement["result"];
    hold(result.get("success").is_none(), "nobody passes or fails");
    hold(result.get("score").is_none(), "there is no score");
    hold(
        result.get("response").is_none_or(Value::is_string),
        "response is a text",
    );
    if let Some(duration) = result.get("duration") {
        hold(
            is_duration(duration.as_str().unwrap_or_default()),
            "duration by ISO 8601",
        );
    }
    let definition = &statement["object"]["definition"];
    if let Some(kind) = definition.get("interactionType") {
        let type_ = text(definition, "/type");
        hold(
            type_ == "http://adlnet.gov/expapi/activities/cmi.interaction",
            "interactions say so",
        );
        let choices = definition["choices"].as_array();
        let ids: Vec<&str> = choices
            .into_iter()
            .flatten()
            .map(|it| text(it, "/id"))
            .collect();
        if kind == "choice" {
            hold(
                ids.contains(&text(result, "/response")),
                "response is one of the choices",
            );
        }
    }
    found.extend(cmi5_faults(statement, launch));
    found
}

/// What cmi5 asks of a statement; a launch by Tin Can may not pretend to be one.
fn cmi5_faults(statement: &Value, launch: &Launch) -> Vec<String> {
    let mut found = Vec::new();
    let mut hold = |is_so: bool, rule: &str| {
        if !is_so {
            found.push(format!("{}: {rule}", verb(statement)));
        }
    };
    let result = &statement["result"];
    let has = |id: &str| {
        let categories = statement.pointer("/context/contextActivities/category");
        let categories = categories.and_then(Value::as_array);
        categories.is_some_and(|all| all.iter().any(|it| it["id"] == id))
    };
    let is_defined = ["initialized", "completed", "terminated"].contains(&verb(statement));
    hold(
        has(CMI5) == (is_defined && launch.is_cmi5),
        "cmi5's category on its own verbs",
    );
    let is_about_completion = result.get("completion").is_some();
    hold(
        has(MOVE_ON) == (is_about_completion && launch.is_cmi5),
        "moveOn where completion is",
    );
    hold(
        is_about_completion == (verb(statement) == "completed"),
        "completion in completed alone",
    );
    if is_defined {
        hold(
            text(statement, "/object/id") == launch.activity,
            "object is the launch's activity",
        );
        let has_duration = result.get("duration").is_some();
        hold(
            has_duration || verb(statement) == "initialized",
            "a duration",
        );
    }
    found
}

/// Everything that is wrong with a whole session; it has ended if it has to have ended by now.
#[must_use]
pub(crate) fn session_faults(
    statements: &[Value],
    launch: &Launch,
    has_ended: bool,
) -> Vec<String> {
    let mut found: Vec<String> = statements
        .iter()
        .flat_map(|it| faults(it, launch))
        .collect();
    let verbs: Vec<&str> = statements.iter().map(verb).collect();
    let count = |wanted: &str| verbs.iter().filter(|it| **it == wanted).count();
    let mut hold = |is_so: bool, rule: &str| {
        if !is_so {
            found.push(format!("{rule}: {verbs:?}"));
        }
    };
    hold(
        verbs.first() == Some(&"initialized"),
        "initialized is first",
    );
    hold(count("initialized") == 1, "initialized is there once");
    hold(count("completed") <= 1, "completed is there once");
    hold(
        count("terminated") == usize::from(has_ended),
        "terminated is there once",
    );
    hold(
        !has_ended || verbs.last() == Some(&"terminated"),
        "terminated is last",
    );
    hold(
        count("passed") + count("failed") == 0,
        "nobody passes or fails",
    );
    hold(
        launch.mode == "Normal" || verbs.len() <= 2,
        "no more than the frame outside Normal",
    );
    let mut ids: Vec<&str> = statements.iter().map(|it| text(it, "/id")).collect();
    ids.sort_unstable();
    ids.dedup();
    hold(ids.len() == statements.len(), "ids are unique");
    found
}

/// Whether a value holds all of another, whose lists it may have made longer.
fn includes(value: &Value, part: &Value) -> bool {
    match (value, part) {
        (_, Value::Null) => true,
        (Value::Object(value), Value::Object(part)) => part
            .iter()
            .all(|(key, part)| value.get(key).is_some_and(|value| includes(value, part))),
        (Value::Array(value), Value::Array(part)) => part
            .iter()
            .all(|part| value.iter().any(|it| includes(it, part))),
        _ => value == part,
    }
}

fn is_uuid(text: &str) -> bool {
    let groups: Vec<usize> = text.split('-').map(str::len).collect();
    let is_hex = |it: char| it == '-' || it.is_ascii_digit() || ('a'..='f').contains(&it);
    // Version 4, variant 1.
    groups == [8, 4, 4, 4, 12]
        && text.chars().all(is_hex)
        && text[14..].starts_with('4')
        && text[19..].starts_with(['8', '9', 'a', 'b'])
}

fn is_utc_time(text: &str) -> bool {
    let shape: String = text
        .chars()
        .map(|it| if it.is_ascii_digit() { '0' } else { it })
        .collect();
    shape == "0000-00-00T00:00:00.000Z"
}

fn is_duration(text: &str) -> bool {
    seconds(text).is_some_and(|it| it >= 0.0)
}

fn seconds(text: &str) -> Option<f64> {
    let seconds = text.strip_prefix("PT")?.strip_suffix('S')?;
    seconds.parse().ok()
}

/// How many seconds a statement says that it took.
#[must_use]
pub fn spent(statement: &Value) -> Option<f64> {
    seconds(statement["result"]["duration"].as_str()?)
}

fn is_iri(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        !scheme.is_empty()
            && scheme
                .chars()
                .all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it))
            && !rest.is_empty()
            && !rest.contains(|it: char| it.is_whitespace() || "<>\"{}|\\^`".contains(it))
    })
}

fn has_one_identifier(actor: &Value) -> bool {
    let kinds = ["mbox", "mbox_sha1sum", "openid", "account"];
    kinds
        .iter()
        .filter(|kind| actor.get(**kind).is_some())
        .count()
        == 1
}

fn is_language_map(map: &Value) -> bool {
    map.as_object().is_some_and(|map| {
        !map.is_empty()
            && map.iter().all(|(tag, text)| {
                tag.len() >= 2
                    && tag
                        .chars()
                        .all(|it| it.is_ascii_alphanumeric() || it == '-')
                    && text.as_str().is_some_and(|text| !text.is_empty())
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn launch() -> Launch {
        Launch {
            is_cmi5: true,
            actor: json!({ "objectType": "Agent", "mbox": "mailto:a@example.org" }),
            activity: "https://example.org/a".to_owned(),
            registration: "r".to_owned(),
            template: json!({ "extensions": { "x:y": 1 } }),
            mode: "Normal".to_owned(),
        }
    }

    fn good() -> Value {
        json!({
            "id": "123e4567-e89b-42d3-a456-426614174000",
            "timestamp": "2026-11-24T10:00:00.000Z",
            "actor": launch().actor,
            "verb": { "id": "http://adlnet.gov/expapi/verbs/completed", "display": { "en-GB": "completed" } },
            "object": { "objectType": "Activity", "id": "https://example.org/a" },
            "result": { "completion": true, "response": "x", "duration": "PT1.5S" },
            "context": {
                "registration": "r",
                "extensions": { "x:y": 1 },
                "contextActivities": { "category": [{ "id": CMI5 }, { "id": MOVE_ON }] },
            },
        })
    }

    #[test]
    fn a_good_statement_has_no_faults_and_each_slip_is_noticed() {
        assert_eq!(faults(&good(), &launch()), Vec::<String>::new());
        let slips = [
            ("/id", json!("1"), "UUID"),
            ("/timestamp", json!("2026-11-24 10:00"), "timestamp"),
            ("/actor", json!({}), "actor is"),
            ("/verb/id", json!("done"), "verb is"),
            ("/verb/display", json!("completed"), "language map"),
            (
                "/object/id",
                json!("https://example.org/b"),
                "the launch's activity",
            ),
            (
                "/object/objectType",
                json!("Agent"),
                "object is an Activity",
            ),
            ("/result", json!({ "completion": true }), "a duration"),
            ("/result/duration", json!("90 s"), "duration by"),
            ("/result/response", json!(1), "response is"),
            (
                "/result",
                json!({ "success": true, "duration": "PT1S" }),
                "passes",
            ),
            ("/context/registration", json!("s"), "registration"),
            ("/context/extensions", json!({}), "template"),
            (
                "/context/contextActivities/category",
                json!([{ "id": CMI5 }]),
                "moveOn",
            ),
            (
                "/context/contextActivities/category",
                json!([]),
                "cmi5's category",
            ),
        ];
        for (pointer, value, rule) in slips {
            let mut statement = good();
            *statement.pointer_mut(pointer).expect(pointer) = value;
            let found = faults(&statement, &launch()).join("\n");
            assert!(found.contains(rule), "{pointer}: {found}");
        }
    }

    #[test]
    fn a_session_has_its_order() {
        let found = session_faults(&[good(), good()], &launch(), true).join("\n");
        for rule in [
            "initialized is first",
            "completed is",
            "terminated is",
            "unique",
        ] {
            assert!(found.contains(rule), "{rule}: {found}");
        }
    }
}
