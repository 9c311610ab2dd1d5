//! The parts of the widget that can be left out.

/// A part of the widget that can be left out; `static/frame.js` knows the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the two poles are.
    Poles,
    /// What the start promises.
    Promises,
    /// The links to a result's parts.
    Parts,
    /// What to start with.
    Actions,
    /// The profile by dimension.
    Profile,
    /// What weighed most.
    Weighed,
    /// What pulls apart.
    Tensions,
    /// How sturdy the verdict is.
    Sturdiness,
    /// What would change it.
    Flips,
    /// The nearest example businesses.
    Examples,
    /// Where one wants to be.
    Target,
    /// The advice by area.
    Areas,
    /// Passing the result on.
    Share,
}

impl Part {
    /// All of them, those of the start first, in the order of the screens.
    pub const ALL: [Self; 13] = [
        Self::Poles,
        Self::Promises,
        Self::Parts,
        Self::Actions,
        Self::Profile,
        Self::Weighed,
        Self::Tensions,
        Self::Sturdiness,
        Self::Flips,
        Self::Examples,
        Self::Target,
        Self::Areas,
        Self::Share,
    ];

    /// As addresses and attributes have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Poles => "poles",
            Self::Promises => "promises",
            Self::Parts => "parts",
            Self::Actions => "actions",
            Self::Profile => "profile",
            Self::Weighed => "weighed",
            Self::Tensions => "tensions",
            Self::Sturdiness => "sturdiness",
            Self::Flips => "flips",
            Self::Examples => "examples",
            Self::Target => "target",
            Self::Areas => "areas",
            Self::Share => "share",
        }
    }

    /// Whether it is on the start; the others are on the result.
    #[must_use]
    pub fn is_on_start(self) -> bool {
        matches!(self, Self::Poles | Self::Promises)
    }
}
