//! What the page knows at any moment.

use std::rc::Rc;

use super::event::{Copied, Shelter, Width};
use super::settings::{Key, Settings, read};
use super::size::Size;
use super::snippet::snippet;
use super::standard::Package;
use super::way::Way;
use crate::model::{Phrase, ToolPack};

/// Where the page is, and what was built with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The way to the site's first page.
    pub root: String,
    /// The whole address of that page.
    pub home: String,
    /// The page's own origin.
    pub origin: String,
    /// The course packages; none where the build made none.
    pub packages: Vec<Package>,
}

/// What became of wanting all as usual again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reset {
    /// All is as usual; this was chosen before.
    Done(Box<Settings>),
    /// What was chosen before is back.
    Undone,
}

/// How it went to copy something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopyOutcome {
    /// What was to be copied.
    pub what: Copied,
    /// Whether it is in the clipboard.
    pub is_copied: bool,
}

/// Everything that the page is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The questionnaire and the page's sentences.
    pub tools: Rc<ToolPack>,
    /// Where all of this is.
    pub surroundings: Surroundings,
    /// What was chosen, as far as it may be so.
    pub settings: Settings,
    /// What the controls hold, by [`Key`].
    pub(super) typed: [String; Key::ALL.len()],
    /// Whether the parts to leave out begin unfolded: an address has hidden some. Whoever folds or
    /// unfolds them afterwards does so by hand alone.
    pub unfolds_parts: bool,
    /// The same for height, name and events, where an address asked for events.
    pub unfolds_more: bool,
    /// How wide the preview is.
    pub width: Width,
    /// How the preview is kept apart; `None` until that is known.
    pub shelter: Option<Shelter>,
    /// Whether the preview's place has been near enough to the screen to load it.
    pub(super) is_near: bool,
    /// The address that the preview was loaded with; `None` until it is known how it is kept apart,
    /// and its place has come near.
    pub preview: Option<String>,
    /// How high the widget in the preview is, in pixels; `None` until it has said so.
    pub measured: Option<u32>,
    /// How the last copy went, until something else happens.
    pub copy_outcome: Option<CopyOutcome>,
    /// What became of wanting all as usual again, until something else is chosen.
    pub reset: Option<Reset>,
}

impl Model {
    /// What a control holds.
    #[must_use]
    pub fn typed(&self, key: Key) -> &str {
        self.typed.get(key as usize).map_or("", String::as_str)
    }

    /// Whether what a control holds can't be used.
    #[must_use]
    pub fn is_faulty(&self, key: Key) -> bool {
        let typed = self.typed(key);
        let is_most_below = || {
            let (least, _) = self.settings.heights();
            let most = self.settings.get(Key::Most).parse::<u32>();
            most.is_ok_and(|most| most < least)
        };
        let is_missing = || {
            let is_wanted = !self.settings.get(Key::Events).is_empty();
            is_wanted && typed.trim().is_empty()
        };
        read(key, typed).is_none()
            || key == Key::Most && is_most_below()
            || key == Key::Origin && is_missing()
    }

    /// What the frame is called unless the embedder says otherwise.
    #[must_use]
    pub fn name(&self) -> &str {
        self.tools.pack.say(Phrase::StartTitle)
    }

    /// The lines to paste.
    #[must_use]
    pub fn snippet(&self) -> String {
        snippet(&self.surroundings.home, &self.settings, self.name())
    }

    /// How high the preview is: as the chosen way would make it.
    #[must_use]
    pub fn height(&self) -> u32 {
        let settings = &self.settings;
        let measured = self.measured.unwrap_or_default();
        match settings.way() {
            way if way.is_element() => {
                let (least, most) = settings.heights();
                measured.clamp(least, most)
            }
            // Dragged by hand there; here it is as high as it needs to be.
            Way::Link => measured.clamp(Size::LEAST.usual, Size::MOST.usual),
            _ => settings.tall(),
        }
    }
}
