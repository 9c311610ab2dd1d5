//! What an LRS is told in words: the questions with their options, and what was done. It travels as
//! `course.json`, which the adapter reads.

use clientele::model::Phrase;
use serde_json::{Map, Value, json};

use crate::content::Content;
use crate::page_text::Listed;

/// The sentences that packages add to the site's own.
pub(super) const TEXTS: &[Listed] = &[
    ("package.disconnected", &[]),
    ("package.reviewing", &[]),
    ("package.unsaved", &[]),
    ("package.return", &[]),
    ("package.verdict", &[]),
    ("package.began", &[]),
    ("package.answered", &[]),
    ("package.completed", &[]),
    ("package.ended", &[]),
];

/// The file's bytes.
pub(super) fn told(content: &Content) -> Vec<u8> {
    let say = |id: &str| content.page.say(id);
    let pack = &content.pack;
    let questions: Map<String, Value> = pack
        .questions
        .iter()
        .map(|question| {
            let options = question
                .options
                .iter()
                .map(|it| (it.number.to_string(), json!(it.text)));
            let none = json!(pack.say(Phrase::DoesNotApply));
            let none = ("does-not-apply".to_owned(), none);
            let options: Map<String, Value> = options.chain([none]).collect();
            (question.id.clone(), Value::Object(options))
        })
        .collect();
    let words = json!({
        "language": pack.language,
        "verdict": say("package.verdict"),
        "verbs": {
            "initialized": say("package.began"),
            "answered": say("package.answered"),
            "completed": say("package.completed"),
            "terminated": say("package.ended"),
        },
        "questions": questions,
    });
    words.to_string().into_bytes()
}
