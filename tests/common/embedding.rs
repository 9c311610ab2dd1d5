//! What the tests of the page for embedding share: where it is, and its model.

use std::rc::Rc;

use clientele::embed::{Model, Surroundings, launch};

use super::tools;

/// The whole address of the site's first page.
pub(crate) const HOME: &str = "https://widget.example/folder/";

/// The page, opened by a fragment.
pub(crate) fn opened(fragment: &str) -> Model {
    let surroundings = Surroundings {
        root: "../".to_owned(),
        home: HOME.to_owned(),
        origin: "https://widget.example".to_owned(),
        packages: Vec::new(),
    };
    launch(Rc::new(tools().clone()), surroundings, fragment)
}
