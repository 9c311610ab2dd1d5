//! The settings that are a number of pixels: what each may be, and what it usually is.

/// A setting in whole pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// The least that it may be.
    pub least: u32,
    /// The most, five digits at the longest.
    pub most: u32,
    /// What it is where nothing was chosen.
    pub usual: u32,
}

/// The greatest height that may be asked for.
const HIGHEST: u32 = 20_000;

impl Size {
    /// How round corners are.
    pub const RADIUS: Self = Self::new(0, 24, 10);
    /// The least height of the element.
    pub const LEAST: Self = Self::new(1, HIGHEST, 320);
    /// Its greatest height.
    pub const MOST: Self = Self::new(1, HIGHEST, HIGHEST);
    /// The height of a frame that stays as high as it is.
    pub const TALL: Self = Self::new(100, HIGHEST, 760);

    const fn new(least: u32, most: u32, usual: u32) -> Self {
        Self { least, most, usual }
    }

    /// A text as such a setting's value, empty where that is as usual; `None` if it may not be so.
    pub(super) fn read(self, text: &str) -> Option<String> {
        let is_number = text.len() <= 5 && text.bytes().all(|byte| byte.is_ascii_digit());
        let number: u32 = text.parse().ok().filter(|_| is_number)?;
        if !(self.least..=self.most).contains(&number) {
            return None;
        }
        Some(if number == self.usual {
            String::new()
        } else {
            number.to_string()
        })
    }

    /// How many pixels a value is that was read.
    #[must_use]
    pub fn of(self, value: &str) -> u32 {
        value.parse().unwrap_or(self.usual)
    }
}
