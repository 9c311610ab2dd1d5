//! What the walks on SCORM platforms share: how each version calls things, the way into the course, and a look at what the
//! platform was told.
#![allow(dead_code, reason = "each test file takes the steps it needs")]

use clientele_e2e::{Stage, Trouble, Walk, course};
use serde_json::Value;

use crate::questionnaire::{PASSES, pack, until_course_begun, until_heading_focused};

/// How a version calls what both have.
pub(crate) struct Version {
    pub(crate) standard: &'static str,
    pub(crate) initialize: &'static str,
    pub(crate) commit: &'static str,
    pub(crate) terminate: &'static str,
    pub(crate) set: &'static str,
    /// Where in the platform's state these are.
    pub(crate) status: &'static str,
    pub(crate) score: &'static str,
    pub(crate) location: &'static str,
    pub(crate) response: &'static str,
    pub(crate) exit: &'static str,
    pub(crate) session_time: &'static str,
    pub(crate) does_not_apply: &'static str,
}

pub(crate) const SCORM_12: Version = Version {
    standard: "scorm12",
    initialize: "LMSInitialize",
    commit: "LMSCommit",
    terminate: "LMSFinish",
    set: "LMSSetValue",
    status: "/core/lesson_status",
    score: "/core/score/raw",
    location: "/core/lesson_location",
    response: "student_response",
    exit: "cmi.core.exit",
    session_time: "cmi.core.session_time",
    does_not_apply: "n",
};

pub(crate) const SCORM_2004: Version = Version {
    standard: "scorm2004",
    initialize: "Initialize",
    commit: "Commit",
    terminate: "Terminate",
    set: "SetValue",
    status: "/completion_status",
    score: "/score/raw",
    location: "/location",
    response: "learner_response",
    exit: "cmi.exit",
    session_time: "cmi.session_time",
    does_not_apply: "does_not_apply",
};

/// Opens the platform with the course in it, and goes into the course.
pub(crate) async fn open(version: &Version, query: &str) -> Result<Walk, Trouble> {
    let walk = Stage::new()
        .folder(course(version.standard)?)
        .before(PASSES)
        .open(&format!("/?standard={}{query}", version.standard))
        .await?;
    enter(&walk).await?;
    Ok(walk)
}

/// Goes into the frame.
pub(crate) async fn enter(walk: &Walk) -> Result<(), Trouble> {
    walk.driver().enter_frame(0).await?;
    until_course_begun(walk).await
}

/// Looks at the platform from within the course.
pub(crate) async fn platform(walk: &Walk, expression: &str) -> Result<Value, Trouble> {
    walk.eval(&format!(
        "const platform = (window.opener ?? window.top).platform; return {expression};"
    ))
    .await
}

pub(crate) async fn until_platform(
    walk: &Walk,
    what: &str,
    expression: &str,
) -> Result<(), Trouble> {
    let expression = expression.replace("platform.", "(window.opener ?? window.top).platform.");
    walk.until(what, &expression).await
}

pub(crate) async fn state(walk: &Walk) -> Result<Value, Trouble> {
    platform(walk, "platform.state()").await
}

/// Opens a question from the review, by its place.
pub(crate) async fn change(walk: &Walk, number: usize) -> Result<(), Trouble> {
    walk.eval(&format!("location.hash = 'change-{number}'"))
        .await?;
    walk.until_text(&format!("Question {number} of 6")).await?;
    until_heading_focused(walk).await
}

/// The short form's questions in the order in which they are asked.
pub(crate) fn short_ids() -> Vec<&'static str> {
    let short = pack().questions.iter().filter(|it| it.short);
    short.map(|it| it.id.as_str()).collect()
}

/// Leaves, and comes back another day.
pub(crate) async fn visit_again(walk: &Walk) -> Result<(), Trouble> {
    walk.driver().enter_default_frame().await?;
    walk.reload().await?;
    enter(walk).await
}
