//! What the tests of sharing have in common: a result at a known address, and its link.

use clientele::flow::{Event, Field, Model, OnResult, Sharing, Surroundings, link, update};
use clientele::model::Answers;

use super::walking::{returned, shown};

/// The whole address of the site's first page.
pub(crate) const ROOT: &str = "https://example.org/sub/";

/// The result of these answers, opened at an address with this query.
pub(crate) fn result(answers: Answers, query: &str) -> Model {
    let (mut model, _) = returned(answers, "");
    model.surroundings = Surroundings {
        home: ROOT.to_owned(),
        query: query.to_owned(),
        can_offer: false,
        is_sandboxed: false,
    };
    update(model, Event::ResultOpened).0
}

/// The same once this was typed into a field.
pub(crate) fn typed(model: Model, field: Field, text: &str) -> Model {
    update(
        model,
        Event::OnResult(OnResult::Shared(Sharing::Typed(field, text.to_owned()))),
    )
    .0
}

/// The link that it gives.
pub(crate) fn link_of(model: &Model) -> String {
    link(&model.surroundings, shown(model))
}
