//! JSON as the site serves it: a member a line, in the order of the type's own.

use serde::Serialize;

/// The file of a value.
pub(crate) fn json(value: &impl Serialize) -> Result<String, String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
    Ok(text + "\n")
}
