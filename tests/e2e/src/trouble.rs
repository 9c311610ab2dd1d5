//! What can go wrong in a walk, told so that one needn't run it again to understand.

use std::fmt::{Debug, Display, Formatter, Result as Written};
use std::panic::Location;

/// What a test returns: with it, `?` notes the line that it stands on.
pub type Outcome<T = ()> = Result<T, Failed>;

/// A step that did not come off, in words.
#[derive(Clone, PartialEq, Eq)]
pub struct Trouble(String);

impl Trouble {
    /// A trouble in these words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl Display for Trouble {
    fn fmt(&self, to: &mut Formatter<'_>) -> Written {
        to.write_str(&self.0)
    }
}

impl Debug for Trouble {
    fn fmt(&self, to: &mut Formatter<'_>) -> Written {
        to.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}

impl From<thirtyfour::error::WebDriverError> for Trouble {
    fn from(why: thirtyfour::error::WebDriverError) -> Self {
        Self(format!("the browser's driver: {why}"))
    }
}

impl From<std::io::Error> for Trouble {
    fn from(why: std::io::Error) -> Self {
        Self(why.to_string())
    }
}

/// A [`Trouble`] and the place in a test where it came up.
pub struct Failed {
    trouble: Trouble,
    place: &'static Location<'static>,
}

impl From<Trouble> for Failed {
    #[track_caller]
    fn from(trouble: Trouble) -> Self {
        Self {
            trouble,
            place: Location::caller(),
        }
    }
}

impl Debug for Failed {
    fn fmt(&self, to: &mut Formatter<'_>) -> Written {
        write!(to, "at {}:\n{}", self.place, self.trouble)
    }
}
