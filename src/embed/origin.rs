//! Which texts name an origin: a part of what `static/frame.js` takes, so that nothing passes here
//! that is ignored there.

/// The origin in its usual form, `https://host.example:8443`; `None` for anything else.
pub(super) fn read(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    let (scheme, rest) = text.split_once("://")?;
    let usual = match scheme {
        "https" => "443",
        "http" => "80",
        _ => return None,
    };
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    let (host, port) = match rest.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (rest, None),
    };
    if host.len() > 200 || !host.split('.').all(is_label) || is_half_a_number(host) {
        return None;
    }
    match port {
        None => Some(format!("{scheme}://{host}")),
        Some(port) => {
            let is_number = port.bytes().all(|byte| byte.is_ascii_digit());
            let port = port.parse::<u16>().ok().filter(|_| is_number)?.to_string();
            let port = if port == usual {
                String::new()
            } else {
                format!(":{port}")
            };
            Some(format!("{scheme}://{host}{port}"))
        }
    }
}

fn is_label(label: &str) -> bool {
    let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    !label.is_empty() && label.bytes().all(is_inside)
}

/// Whether a browser would read the host as a number (`host.1`, `127.1`, `0x7f000001`) and refuse
/// it, or turn it into another: all but the usual four parts.
fn is_half_a_number(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_decimal = last.bytes().all(|byte| byte.is_ascii_digit());
    let digits = last.strip_prefix("0x");
    let is_hexadecimal =
        digits.is_some_and(|digits| digits.bytes().all(|it| it.is_ascii_hexdigit()));
    // Only the usual form is parsed: four parts from 0 to 255 without zeros before them.
    (is_decimal || is_hexadecimal) && host.parse::<core::net::Ipv4Addr>().is_err()
}
