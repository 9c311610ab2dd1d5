//! What the server says to a request.

use std::path::Path;

/// An answer, but for its length.
pub(crate) struct Answer {
    /// Such as `200 OK`.
    pub(crate) status: &'static str,
    /// Its media type.
    pub(crate) kind: &'static str,
    pub(crate) body: Vec<u8>,
    /// How it may be kept, and how it is compressed: whole lines.
    pub(crate) headers: &'static str,
    /// How many bytes of the body are sent before the connection is closed, where not all are.
    pub(crate) cut_at: Option<usize>,
}

/// Each load of a test is the first.
pub(crate) const AFRESH: &str = "Cache-Control: no-store\r\n";

/// As hosts say of whatever has such a name, whether or not it is there.
pub(crate) const FOR_A_YEAR: &str = "Cache-Control: public, max-age=31536000, immutable\r\n";

impl Answer {
    /// Its own status as its text.
    pub(crate) fn plain(status: &'static str) -> Self {
        Self {
            status,
            kind: "text/plain; charset=utf-8",
            body: format!("{status}\n").into_bytes(),
            headers: AFRESH,
            cut_at: None,
        }
    }
}

/// The media type of a file, by its ending.
pub(crate) fn mime(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}
