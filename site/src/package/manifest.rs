//! The manifests: templates of XML with their gaps filled from the content.

use sha2::{Digest, Sha256};

use super::Standard;
use crate::content::Content;
use crate::html::{escape, fill};

/// The manifests of a standard, by name.
pub(super) fn manifests<'a>(
    content: &Content,
    standard: Standard,
    files: impl Iterator<Item = &'a String>,
) -> Result<Vec<(&'static str, String)>, String> {
    let language = &content.pack.language;
    let say = |id: &str| escape(content.page.say(id));
    let files = files
        .map(|path| ["      <file href=\"", &escape(path), "\"/>\n"].concat())
        .collect::<String>();
    let value = |gap: &str| {
        Some(match gap {
            "identifier" => format!("clientele-{}-{language}", standard.name()),
            "language" => escape(language),
            "title" => say("page.home.title"),
            "description" => say("page.home.description"),
            "files" => files.clone(),
            "course" | "activity" => name_of(gap, language),
            _ => return None,
        })
    };
    let templates: &[(&'static str, &str)] = match standard {
        Standard::Scorm12 => &[("imsmanifest.xml", include_str!("scorm12.xml"))],
        Standard::Scorm2004 => &[("imsmanifest.xml", include_str!("scorm2004.xml"))],
        Standard::Xapi => &[
            ("cmi5.xml", include_str!("cmi5.xml")),
            ("tincan.xml", include_str!("tincan.xml")),
        ],
    };
    templates
        .iter()
        .map(|(name, template)| {
            let filled = fill(template, value).map_err(|error| format!("{name}: {error}"))?;
            Ok((*name, filled))
        })
        .collect()
}

/// A name that nobody else gives, the same at every build: a UUID made from a hash (version 8 of
/// RFC 9562). An address would name a site that the package has nothing to do with.
fn name_of(what: &str, language: &str) -> String {
    let digest = Sha256::digest(format!("clientele {what} {language}"));
    let mut bytes = [0; 16];
    for (byte, hashed) in bytes.iter_mut().zip(digest) {
        *byte = hashed;
    }
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let digits = format!("{:032x}", u128::from_be_bytes(bytes));
    let parts = [
        &digits[..8],
        &digits[8..12],
        &digits[12..16],
        &digits[16..20],
        &digits[20..],
    ];
    format!("urn:uuid:{}", parts.join("-"))
}
