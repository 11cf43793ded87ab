//! Signature Version 4 of AWS: a request tells who sends it, and that nobody has changed it.
//!
//! Written from the documentation "Create a signed AWS API request". Crates that sign take the time from the clock; here it is an
//! argument, for a clock may be wrong, and AWS says by how much.

use std::fmt::Write as _;

use http::header::HeaderValue;
use http::{HeaderMap, HeaderName};
use jiff::Timestamp;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use ring::{digest, hmac};

use crate::credentials::Credentials;

/// What stands for itself in a canonical path; its slashes do, too.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');
const PATH: &AsciiSet = &UNRESERVED.remove(b'/');

/// What a signature is valid for.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'s> {
    /// The service's name in signatures.
    pub service: &'s str,
    /// The region.
    pub region: &'s str,
    /// When the request is sent.
    pub time: Timestamp,
}

/// Adds `x-amz-date`, `x-amz-security-token` and `authorization` to a request's headers.
///
/// All headers that are there are signed, so `host` must be, and what a proxy may change must not. `path` is the path as it is
/// sent, which is encoded a second time here, as all services but S3 want it; a query is not supported.
pub fn sign(
    method: &http::Method,
    path: &str,
    headers: &mut HeaderMap,
    body: &[u8],
    credentials: &Credentials,
    scope: Scope<'_>,
) {
    let time = scope.time.strftime("%Y%m%dT%H%M%SZ").to_string();
    let date = &time[..8];
    let mut add = |name: &'static str, value: &str, secret: bool| {
        if let Ok(mut value) = HeaderValue::from_str(value) {
            value.set_sensitive(secret);
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    add("x-amz-date", &time, false);
    if let Some(token) = &credentials.session_token {
        add("x-amz-security-token", token, true);
    }
    let (canonical_headers, signed_headers) = canonical(headers);
    let canonical_request = format!(
        "{method}\n{}\n\n{canonical_headers}\n{signed_headers}\n{}",
        utf8_percent_encode(path, PATH),
        hex(digest::digest(&digest::SHA256, body).as_ref())
    );
    let within = format!("{date}/{}/{}/aws4_request", scope.region, scope.service);
    let to_sign = format!(
        "AWS4-HMAC-SHA256\n{time}\n{within}\n{}",
        hex(digest::digest(&digest::SHA256, canonical_request.as_bytes()).as_ref())
    );
    let first = format!("AWS4{}", credentials.secret_access_key);
    let key = [date, scope.region, scope.service, "aws4_request"]
        .iter()
        .fold(first.into_bytes(), |key, part| mac(&key, part));
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential={}/{within}, SignedHeaders={signed_headers}, Signature={}",
        credentials.access_key_id,
        hex(&mac(&key, &to_sign))
    );
    if let Ok(mut value) = HeaderValue::from_str(&authorization) {
        value.set_sensitive(true);
        headers.insert(http::header::AUTHORIZATION, value);
    }
}

/// The headers as they are signed, a line each, and their names.
fn canonical(headers: &HeaderMap) -> (String, String) {
    let mut names: Vec<&str> = headers.keys().map(HeaderName::as_str).collect();
    names.sort_unstable();
    let mut lines = String::new();
    for name in &names {
        let values = headers.get_all(*name).iter();
        let values = values.map(|value| single_spaced(&String::from_utf8_lossy(value.as_bytes())));
        let _ = writeln!(lines, "{name}:{}", values.collect::<Vec<_>>().join(","));
    }
    (lines, names.join(";"))
}

/// A value without blanks around it, and with one where there are several.
fn single_spaced(value: &str) -> String {
    value.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let key = hmac::Key::new(hmac::HMAC_SHA256, key);
    hmac::sign(&key, text.as_bytes()).as_ref().to_vec()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `get-vanilla` of the test suite that AWS publishes for Signature Version 4.
    #[test]
    fn the_example_of_aws_has_the_signature_that_aws_says() -> Result<(), Box<dyn std::error::Error>> {
        let mut headers = HeaderMap::new();
        headers.insert("host", HeaderValue::from_static("example.amazonaws.com"));
        let credentials = Credentials::new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", None);
        let scope = Scope {
            service: "service",
            region: "us-east-1",
            time: "2015-08-30T12:36:00Z".parse()?,
        };
        sign(&http::Method::GET, "/", &mut headers, b"", &credentials, scope);
        assert_eq!(
            headers["authorization"],
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
             SignedHeaders=host;x-amz-date, \
             Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
        );
        assert!(headers["authorization"].is_sensitive());
        Ok(())
    }

    #[test]
    fn blanks_do_not_count() {
        assert_eq!(single_spaced("  a   b "), "a b");
    }
}
