//! The browsers that a walk can be taken in.

use std::fmt::{Display, Formatter, Result as Written};

/// A browser, by its engine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Chromium with chromedriver: every stage, and what only `DevTools` can do.
    #[default]
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// `WebKitGTK`'s own small browser with its driver, on a screen that nobody sees.
    WebKit,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// A browser by its name, in capitals or not.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name().eq_ignore_ascii_case(name))
    }
}

impl Display for Kind {
    fn fmt(&self, to: &mut Formatter<'_>) -> Written {
        to.write_str(self.name())
    }
}
