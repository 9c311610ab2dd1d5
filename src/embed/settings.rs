//! What an embedder can choose: each a text by its name, empty where nothing else than usual was
//! chosen. Values are held to the rules of `static/frame.js` and `static/embed.js`.

use super::origin;
use super::part::Part;
use super::size::Size;
use super::way::Way;
use crate::route::{percent_decoded, percent_encoded};

/// The longest name of a frame.
const LONGEST_LABEL: usize = 120;

/// A setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// How it gets into the page: [`Way`].
    Way,
    /// Which form the start offers.
    Length,
    /// Light, dark, or as the visitor's system.
    Theme,
    /// The accent colour, six hexadecimal digits.
    Accent,
    /// How round corners are, in pixels.
    Radius,
    /// How close things stand.
    Density,
    /// Parts that are left out.
    Hide,
    /// The least height of the element.
    Least,
    /// Its greatest height.
    Most,
    /// The height of a frame that stays as high as it is.
    Tall,
    /// Whether the page wants to be told answers and results.
    Events,
    /// The origin of the page that is told.
    Origin,
    /// What the frame is called for those who can't see it.
    Label,
}

/// What acts on a widget that is already there.
pub const LIVE: [Key; 6] = [
    Key::Theme,
    Key::Accent,
    Key::Radius,
    Key::Density,
    Key::Length,
    Key::Hide,
];

impl Key {
    /// All of them, in the order of the page's address.
    pub const ALL: [Self; 13] = [
        Self::Way,
        Self::Length,
        Self::Theme,
        Self::Accent,
        Self::Radius,
        Self::Density,
        Self::Hide,
        Self::Least,
        Self::Most,
        Self::Tall,
        Self::Events,
        Self::Origin,
        Self::Label,
    ];

    /// As addresses and attributes have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Way => "way",
            Self::Length => "length",
            Self::Theme => "theme",
            Self::Accent => "accent",
            Self::Radius => "radius",
            Self::Density => "density",
            Self::Hide => "hide",
            Self::Least => "least",
            Self::Most => "most",
            Self::Tall => "tall",
            Self::Events => "events",
            Self::Origin => "origin",
            Self::Label => "label",
        }
    }
}

/// A text as a setting's value, empty where that is as usual; `None` if it may not be so.
#[must_use]
pub fn read(key: Key, text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return Some(String::new());
    }
    match key {
        Key::Way => among(text, &Way::ALL.map(Way::name)),
        Key::Length => among(text, &["both", "full", "short"]),
        Key::Theme => among(text, &["auto", "light", "dark"]),
        Key::Density => among(text, &["comfortable", "compact"]),
        Key::Events => among(text, &["off", "on"]),
        Key::Accent => {
            let digits = text.strip_prefix('#').unwrap_or(text);
            let is_colour =
                digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            is_colour.then(|| digits.to_ascii_lowercase())
        }
        Key::Radius => Size::RADIUS.read(text),
        Key::Least => Size::LEAST.read(text),
        Key::Most => Size::MOST.read(text),
        Key::Tall => Size::TALL.read(text),
        Key::Hide => {
            let asked = |part: &&str| text.split([',', ' ']).any(|it| it == *part);
            let parts = Part::ALL.into_iter().map(Part::name);
            let parts: Vec<&str> = parts.filter(asked).collect();
            Some(parts.join(","))
        }
        Key::Origin => origin::read(text),
        Key::Label => {
            let is_short = text.chars().count() <= LONGEST_LABEL;
            (is_short && !text.contains(char::is_control)).then(|| text.to_owned())
        }
    }
}

/// One of these; the first is as usual.
fn among(text: &str, allowed: &[&str]) -> Option<String> {
    let at = allowed.iter().position(|it| *it == text)?;
    Some(if at == 0 { "" } else { text }.to_owned())
}

/// A choice of everything; only [`read`] lets values in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings([String; Key::ALL.len()]);

impl Settings {
    /// A setting's value; empty where it is as usual.
    #[must_use]
    pub fn get(&self, key: Key) -> &str {
        self.0.get(key as usize).map_or("", String::as_str)
    }

    /// Takes a value in; one that may not be so is as usual.
    pub fn set(&mut self, key: Key, text: &str) {
        if let Some(place) = self.0.get_mut(key as usize) {
            *place = read(key, text).unwrap_or_default();
        }
    }

    /// The chosen way.
    #[must_use]
    pub fn way(&self) -> Way {
        let chosen = Way::ALL
            .into_iter()
            .find(|it| it.name() == self.get(Key::Way));
        chosen.unwrap_or(Way::Element)
    }

    /// Whether a part is left out.
    #[must_use]
    pub fn hides(&self, part: Part) -> bool {
        self.get(Key::Hide).split(',').any(|it| it == part.name())
    }

    /// Whether events go out: they are wanted, the way has them, and it is known to whom.
    #[must_use]
    pub fn tells(&self) -> bool {
        let way = self.way();
        let is_named = !way.uses(Key::Origin) || !self.get(Key::Origin).is_empty();
        way.uses(Key::Events) && !self.get(Key::Events).is_empty() && is_named
    }

    /// The least and the greatest height of the element; a greatest below the least is none.
    #[must_use]
    pub fn heights(&self) -> (u32, u32) {
        let least = Size::LEAST.of(self.get(Key::Least));
        let most = Size::MOST.of(self.get(Key::Most));
        let is_below = most < least;
        (least, if is_below { Size::MOST.usual } else { most })
    }

    /// The height of a frame that can't fit itself.
    #[must_use]
    pub fn tall(&self) -> u32 {
        Size::TALL.of(self.get(Key::Tall))
    }

    /// These settings as the fragment of the page's address.
    #[must_use]
    pub fn print(&self) -> String {
        let pairs = Key::ALL.iter().filter(|key| !self.get(**key).is_empty());
        let pairs = pairs.map(|key| {
            // A comma means nothing in a fragment, and reads better than %2c.
            let value = percent_encoded(self.get(*key)).replace("%2c", ",");
            format!("{}={value}", key.name())
        });
        pairs.collect::<Vec<_>>().join("&")
    }

    /// The settings of a fragment, with or without its `#`: names that aren't known are passed
    /// over, and so is what may not be so.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let mut settings = Self::default();
        for (name, value) in fragment.split('&').filter_map(|it| it.split_once('=')) {
            if let Some(key) = Key::ALL.into_iter().find(|it| it.name() == name) {
                settings.set(key, &percent_decoded(value));
            }
        }
        settings
    }
}
