//! Files into a zip: the same bytes for the same files, whenever and wherever it is made.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A zip of these files in the order of their paths.
pub(super) fn zip(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, String> {
    let said = |error: &dyn std::error::Error| format!("a course package can't be packed: {error}");
    // The time is that of nobody's clock: the first that a zip can hold.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(path.as_str(), options)
            .map_err(|error| said(&error))?;
        zip.write_all(bytes).map_err(|error| said(&error))?;
    }
    let done = zip.finish().map_err(|error| said(&error))?;
    Ok(done.into_inner())
}
