//! A document that does not change while the server runs: compressed once, when it is first asked for so.

use std::io::{self, Write as _};
use std::sync::{Arc, OnceLock};

use axum::body::Body;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode};
use bytes::Bytes;

use crate::endpoint::is_named;

/// A shorter document is sent as it is: a packet takes it anyway.
const WORTH_COMPRESSING: usize = 1024;

/// Each document is compressed once, and sent often.
const BROTLI_QUALITY: i32 = 9;
const BROTLI_WINDOW: i32 = 20;

/// A document and its compressed forms.
#[derive(Debug)]
pub(crate) struct Document {
    media_type: HeaderValue,
    plain: Bytes,
    gzip: OnceLock<Bytes>,
    brotli: OnceLock<Bytes>,
}

/// A form in which a document is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Coding {
    Identity,
    Gzip,
    Brotli,
}

impl Coding {
    fn name(self) -> &'static str {
        match self {
            Coding::Identity => "identity",
            Coding::Gzip => "gzip",
            Coding::Brotli => "br",
        }
    }

    /// The smallest form that a client takes.
    fn accepted(headers: &HeaderMap) -> Self {
        let accepts = |coding: Coding| {
            let values = headers.get_all(ACCEPT_ENCODING).iter();
            let mut offers = values
                .filter_map(|value| value.to_str().ok())
                .flat_map(|value| value.split(','));
            offers.any(|offer| {
                let mut parts = offer.split(';').map(str::trim);
                let named = parts
                    .next()
                    .is_some_and(|name| name.eq_ignore_ascii_case(coding.name()));
                // A quality of zero is how a client says that it does not.
                let refused = parts.any(|part| {
                    part.strip_prefix("q=")
                        .is_some_and(|quality| quality.parse() == Ok(0.0_f32))
                });
                named && !refused
            })
        };
        [Coding::Brotli, Coding::Gzip]
            .into_iter()
            .find(|coding| accepts(*coding))
            .unwrap_or(Coding::Identity)
    }
}

impl Document {
    pub(crate) fn new(media_type: HeaderValue, content: impl Into<Bytes>) -> Self {
        Document {
            media_type,
            plain: content.into(),
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
        }
    }

    /// Answers a request for it. The entity tag is that of all documents of this server.
    pub(crate) async fn answer(
        self: Arc<Self>,
        asked: &HeaderMap,
        version: &str,
        status: StatusCode,
    ) -> Response<Body> {
        let mut coding = Coding::accepted(asked);
        if self.plain.len() < WORTH_COMPRESSING {
            coding = Coding::Identity;
        }
        let mut response = Response::new(Body::empty());
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
        if status == StatusCode::OK
            && let Ok(entity_tag) = HeaderValue::try_from(format!("\"{version}-{}\"", coding.name()))
        {
            let is_known = is_named(asked, &entity_tag);
            headers.insert(ETAG, entity_tag);
            if is_known {
                *response.status_mut() = StatusCode::NOT_MODIFIED;
                return response;
            }
        }
        headers.insert(CONTENT_TYPE, self.media_type.clone());
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        if coding != Coding::Identity {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
        }
        *response.body_mut() = Body::from(self.coded(coding).await);
        response
    }

    /// The document in a form; the first time, it is compressed where that delays no other request.
    async fn coded(self: Arc<Self>, coding: Coding) -> Bytes {
        let cell = match coding {
            Coding::Identity => return self.plain.clone(),
            Coding::Gzip => &self.gzip,
            Coding::Brotli => &self.brotli,
        };
        if let Some(bytes) = cell.get() {
            return bytes.clone();
        }
        let own = Arc::clone(&self);
        let compressed = tokio::task::spawn_blocking(move || compressed(&own.plain, coding)).await;
        let bytes = Bytes::from(compressed.unwrap_or_default());
        cell.get_or_init(|| bytes).clone()
    }
}

fn compressed(plain: &[u8], coding: Coding) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    let _ = match coding {
        Coding::Identity => bytes.write_all(plain),
        Coding::Gzip => gzip(plain, &mut bytes),
        Coding::Brotli => brotli(plain, &mut bytes),
    };
    bytes
}

fn gzip(plain: &[u8], bytes: &mut Vec<u8>) -> io::Result<()> {
    let mut encoder = flate2::write::GzEncoder::new(bytes, flate2::Compression::best());
    encoder.write_all(plain)?;
    encoder.finish().map(drop)
}

fn brotli(mut plain: &[u8], bytes: &mut Vec<u8>) -> io::Result<()> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        lgwin: BROTLI_WINDOW,
        size_hint: plain.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut plain, bytes, &parameters).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_form_that_a_client_takes_is_sent() {
        let cases = [
            ("", Coding::Identity),
            ("gzip", Coding::Gzip),
            ("gzip, deflate, br, zstd", Coding::Brotli),
            ("GZIP;q=0.5", Coding::Gzip),
            ("br;q=0, gzip;q=1.0", Coding::Gzip),
            ("br; q=0.000", Coding::Identity),
            ("broken, gzipped", Coding::Identity),
        ];
        for (accepted, expected) in cases {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(accepted));
            assert_eq!(Coding::accepted(&headers), expected, "{accepted}");
        }
    }
}
