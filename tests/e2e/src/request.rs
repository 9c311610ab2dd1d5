//! Requests over HTTP/1.1, with their query, headers and body.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};

/// A request, read whole.
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) query: BTreeMap<String, String>,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

impl Request {
    /// The next one on a connection; header names are in lower case.
    pub(crate) fn read(reading: &mut BufReader<impl Read>) -> Option<Self> {
        let (method, target, headers) = head(reading)?;
        let length = headers.get("content-length").and_then(|it| it.parse().ok());
        let mut body = vec![0; length.unwrap_or(0)];
        reading.read_exact(&mut body).ok()?;
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        Some(Self {
            method,
            path: path.to_owned(),
            query: pairs
                .map(|(name, value)| (name.to_owned(), decoded(value)))
                .collect(),
            headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        })
    }
}

/// The next request's method, target and headers; header names are in lower case.
pub(crate) fn head(
    reading: &mut BufReader<impl Read>,
) -> Option<(String, String, BTreeMap<String, String>)> {
    let first = line(reading)?;
    let mut words = first.split_whitespace();
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = BTreeMap::new();
    while let Some((name, value)) = line(reading)?.split_once(':') {
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    Some((method, target, headers))
}

/// The next line; none when the other side has closed the connection.
fn line(reading: &mut BufReader<impl Read>) -> Option<String> {
    let mut line = String::new();
    let length = reading.read_line(&mut line).ok()?;
    (length > 0).then_some(line)
}

/// Percent-encodes all but letters, digits and `-_.`.
#[must_use]
pub fn encoded(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let one = |byte| {
        if is_plain(byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    text.bytes().map(one).collect()
}

/// Undoes that.
pub(crate) fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let hex = |digit: Option<u8>| digit.and_then(|it| char::from(it).to_digit(16));
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let (high, low) = (hex(rest.next()), hex(rest.next()));
                u8::try_from(high.unwrap_or(0) * 16 + low.unwrap_or(0)).unwrap_or(b'?')
            }
            other => other,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
