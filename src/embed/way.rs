//! The ways in, and which settings each of them has a place for.

use super::settings::Key;

/// How the widget gets into a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// `<clientele-widget>` with `embed.js`.
    Element,
    /// A plain frame.
    Frame,
    /// `<clientele-widget>` in `WordPress`, in a block of HTML.
    WordPress,
    /// Moodle, in the source of a text.
    Moodle,
    /// Canvas, in the source of a page.
    Canvas,
    /// An address alone, for Notion and Google Sites.
    Link,
}

impl Way {
    /// All of them; the first is the one without a choice.
    pub const ALL: [Self; 6] = [
        Self::Element,
        Self::Frame,
        Self::WordPress,
        Self::Moodle,
        Self::Canvas,
        Self::Link,
    ];

    /// As the page's address has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Element => "element",
            Self::Frame => "iframe",
            Self::WordPress => "wordpress",
            Self::Moodle => "moodle",
            Self::Canvas => "canvas",
            Self::Link => "link",
        }
    }

    /// Whether it is `<clientele-widget>`, which makes the frame as high as what it shows.
    #[must_use]
    pub fn is_element(self) -> bool {
        matches!(self, Self::Element | Self::WordPress)
    }

    /// Whether a setting means anything here.
    #[must_use]
    pub fn uses(self, key: Key) -> bool {
        match key {
            Key::Least | Key::Most => self.is_element(),
            Key::Tall => !self.is_element() && self != Self::Link,
            // The platforms have no place for a script of one's own to hear them.
            Key::Events => matches!(self, Self::Element | Self::Frame),
            // The element fills its page's own origin in.
            Key::Origin => self == Self::Frame,
            Key::Label => self != Self::Link,
            _ => true,
        }
    }
}
