//! The standards of course platforms, and the packages that there are for them.

/// A standard by which platforms and courses talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// SCORM 1.2.
    Scorm12,
    /// SCORM 2004, 4th edition.
    Scorm2004,
    /// xAPI, launched by cmi5 or by Tin Can.
    Xapi,
}

impl Standard {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Scorm12, Self::Scorm2004, Self::Xapi];

    /// As files are named, and as `data-course` says it to the adapter.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Scorm12 => "scorm12",
            Self::Scorm2004 => "scorm2004",
            Self::Xapi => "xapi",
        }
    }

    /// The name of its package in a language.
    #[must_use]
    pub fn file(self, language: &str) -> String {
        format!("clientele-{}-{language}.zip", self.name())
    }
}

/// A course package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Its standard.
    pub standard: Standard,
    /// What its file is called.
    pub file: String,
}

impl Package {
    /// The package in a file of this name, as [`Standard::file`] makes them; `None` for any other.
    #[must_use]
    pub fn named(file: &str) -> Option<Self> {
        let name = file.strip_prefix("clientele-")?.strip_suffix(".zip")?;
        let (name, _) = name.split_once('-')?;
        let standard = Standard::ALL.into_iter().find(|it| it.name() == name)?;
        Some(Self {
            standard,
            file: file.to_owned(),
        })
    }
}
