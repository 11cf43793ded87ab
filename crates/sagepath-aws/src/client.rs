//! One request, from a document to an answer.

use std::sync::Mutex;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;
use http::header::{DATE, HOST, HeaderValue};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::credentials::{self, Credentials};
use crate::endpoint::Service;
use crate::error::{Error, Refusal};
use crate::request::{Repeat, Request};
use crate::settings::{Settings, SettingsError};
use crate::sign::{Scope, sign};
use crate::transport::{Answer, Failure, Transport};

/// Sends requests to the services of AWS, in one region and as one user.
#[derive(Debug)]
pub struct Client {
    settings: Settings,
    transport: Transport,
    region: String,
    attempts: u32,
    credentials: Mutex<Option<Credentials>>,
    /// How far this machine's clock is behind AWS's.
    clock: Mutex<SignedDuration>,
}

impl Client {
    /// A client with these settings. Nothing is sent, and no credentials are looked for, before the first request.
    ///
    /// # Errors
    ///
    /// No region, a profile that does not exist, or settings that cannot be used.
    pub fn new(settings: Settings) -> Result<Self, Error> {
        settings.check_profile()?;
        Ok(Client {
            transport: Transport::new(&settings)?,
            region: settings.region()?.to_owned(),
            attempts: settings.attempts()?,
            settings,
            credentials: Mutex::new(None),
            clock: Mutex::new(SignedDuration::ZERO),
        })
    }

    /// The region that requests go to.
    pub fn region(&self) -> &str {
        &self.region
    }

    /// Calls an operation of the JSON protocol.
    ///
    /// # Errors
    ///
    /// There is no answer, or it is a no.
    pub async fn call(&self, service: Service, operation: &str, input: &Value) -> Result<Value, Error> {
        self.answer(&Request::json(service, operation, input)).await
    }

    /// Calls an operation, and reads its answer as JSON. An empty one is an empty object.
    ///
    /// # Errors
    ///
    /// There is no answer, or it is a no.
    pub async fn answer(&self, request: &Request) -> Result<Value, Error> {
        let (_, _, body) = self.send(request, async |answer| answer.whole().await).await?;
        if body.is_empty() {
            return Ok(Value::Object(serde_json::Map::new()));
        }
        match serde_json::from_slice(&body) {
            Ok(answer @ Value::Object(_)) => Ok(answer),
            Ok(_) => Err(malformed(request, "it is no object".to_owned())),
            Err(error) => Err(malformed(request, error.to_string())),
        }
    }

    /// Asks page after page of a list, and gives `keep` each of its items; it says whether to go on.
    ///
    /// # Errors
    ///
    /// A page has no answer, or it is a no.
    pub async fn pages(
        &self,
        operation: &str,
        input: &Value,
        items: &str,
        mut keep: impl FnMut(Value) -> bool,
    ) -> Result<(), Error> {
        let mut input = input.clone();
        loop {
            let mut page = self.call(Service::SageMaker, operation, &input).await?;
            if let Some(Value::Array(items)) = page.get_mut(items).map(Value::take) {
                for item in items {
                    if !keep(item) {
                        return Ok(());
                    }
                }
            }
            match page.get("NextToken").and_then(Value::as_str) {
                Some(token) if !token.is_empty() => input["NextToken"] = token.into(),
                _ => return Ok(()),
            }
        }
    }

    /// The credentials in use; they are looked for if there are none, or if they are about to expire.
    ///
    /// # Errors
    ///
    /// There are none.
    pub async fn credentials(&self) -> Result<Credentials, Error> {
        let kept = self.kept_credentials();
        if let Some(kept) = kept.filter(|kept| !kept.are_stale(Timestamp::now())) {
            return Ok(kept);
        }
        let found = credentials::find(&self.settings, &self.transport).await?;
        *lock(&self.credentials) = Some(found.clone());
        Ok(found)
    }

    fn kept_credentials(&self) -> Option<Credentials> {
        lock(&self.credentials).clone()
    }

    /// Sends a request until it is answered, for as long as that is safe and worth it, and reads the answer with `read`.
    pub(crate) async fn send<T>(
        &self,
        request: &Request,
        read: impl AsyncFn(Answer) -> Result<T, Failure>,
    ) -> Result<T, Error> {
        let endpoint = self.settings.endpoint(request.service)?;
        let (mut attempt, mut clock_is_set, mut is_reloaded) = (1, false, false);
        loop {
            let credentials = self.credentials().await?;
            let signed = self.signed(request, &endpoint, &credentials)?;
            let error = match self.transport.send(signed).await {
                Ok(answer) if answer.status().is_success() => match read(answer).await {
                    Ok(read) => return Ok(read),
                    Err(failure) => unreachable(request, &endpoint, failure, attempt),
                },
                Ok(answer) => match answer.whole().await {
                    Ok((status, headers, body)) => {
                        let refusal =
                            Refusal::read(request.service, &request.operation, status, &headers, &body);
                        // A wrong clock and credentials that have just expired are mended once, at once: these are no attempts.
                        if refusal.may_be_the_clock() && !clock_is_set && self.set_clock(&headers) {
                            clock_is_set = true;
                            continue;
                        }
                        if refusal.is_expired() && !is_reloaded {
                            is_reloaded = true;
                            *lock(&self.credentials) = None;
                            continue;
                        }
                        Error::Refused(Box::new(Refusal {
                            attempts: attempt,
                            ..refusal
                        }))
                    }
                    Err(failure) => unreachable(request, &endpoint, failure, attempt),
                },
                Err(failure) => unreachable(request, &endpoint, failure, attempt),
            };
            if attempt >= self.attempts || !is_worth_repeating(&error, request.repeat) {
                return Err(error);
            }
            tokio::time::sleep(pause(attempt)).await;
            attempt += 1;
        }
    }

    /// The request as it is sent.
    fn signed(
        &self,
        request: &Request,
        endpoint: &str,
        credentials: &Credentials,
    ) -> Result<http::Request<Bytes>, Error> {
        let url = format!("{endpoint}{}", request.path);
        let refuse = |reason: String| SettingsError::MalformedUrl {
            url: url.clone(),
            reason,
        };
        let parsed: reqwest::Url = url.parse().map_err(|error| refuse(format!("{error}")))?;
        let host = HeaderValue::from_str(parsed.authority()).map_err(|error| refuse(error.to_string()))?;
        let uri = parsed
            .as_str()
            .parse()
            .map_err(|error| refuse(format!("{error}")))?;
        let mut headers = request.headers.clone();
        headers.insert(HOST, host);
        let now = Timestamp::now();
        let scope = Scope {
            service: request.service.signing_name(),
            region: &self.region,
            time: now.saturating_add(*lock(&self.clock)).unwrap_or(now),
        };
        sign(
            &request.method,
            parsed.path(),
            &mut headers,
            &request.body,
            credentials,
            scope,
        );
        let mut signed = http::Request::new(request.body.clone());
        *signed.method_mut() = request.method.clone();
        *signed.uri_mut() = uri;
        *signed.headers_mut() = headers;
        Ok(signed)
    }

    /// Takes the time from an answer, and tells whether that makes a difference.
    fn set_clock(&self, headers: &HeaderMap) -> bool {
        /// AWS takes a signature that is 5 minutes old, or 15.
        const TOLERATED: SignedDuration = SignedDuration::from_mins(4);
        let date = headers.get(DATE).and_then(|date| date.to_str().ok());
        let Some(theirs) = date.and_then(|date| jiff::fmt::rfc2822::parse(date).ok()) else {
            return false;
        };
        let behind = theirs.timestamp().duration_since(Timestamp::now());
        let mut clock = lock(&self.clock);
        let differs = (behind - *clock).abs() > TOLERATED;
        if differs {
            *clock = behind;
        }
        differs
    }
}

/// A value that nothing can poison, since nobody panics with it.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn malformed(request: &Request, reason: String) -> Error {
    Error::Malformed {
        service: request.service.title(),
        operation: request.operation.clone(),
        reason,
    }
}

fn unreachable(request: &Request, endpoint: &str, failure: Failure, attempts: u32) -> Error {
    Error::Unreachable {
        service: request.service.title(),
        host: endpoint.split("://").nth(1).unwrap_or(endpoint).to_owned(),
        trouble: failure.trouble,
        attempts,
        ambiguous: failure.sent,
    }
}

/// Whether a request may be sent again, and may be answered otherwise then.
fn is_worth_repeating(error: &Error, repeat: Repeat) -> bool {
    let is_safe = repeat == Repeat::Safe;
    match error {
        // A service that is asked too often has done nothing.
        Error::Refused(refusal) => refusal.is_throttling() || (refusal.is_fault() && is_safe),
        Error::Unreachable { ambiguous, .. } => !ambiguous || is_safe,
        Error::Settings(_) | Error::Credentials(_) | Error::Malformed { .. } => false,
    }
}

/// How long to wait after an attempt: by chance, up to a limit that doubles, so that those who were refused together do not come
/// again together.
fn pause(attempt: u32) -> Duration {
    const FIRST: f64 = 1.0;
    const LONGEST: f64 = 20.0;
    let limit = (FIRST * 2.0_f64.powi(attempt.saturating_sub(1).min(10) as i32)).min(LONGEST);
    Duration::from_secs_f64(fastrand::f64() * limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_have_an_end() {
        for (attempt, limit) in [(1, 1.0), (2, 2.0), (3, 4.0), (6, 20.0), (u32::MAX, 20.0)] {
            for _ in 0..200 {
                assert!(pause(attempt).as_secs_f64() <= limit);
            }
        }
        let longest = (0..200).map(|_| pause(6)).max();
        assert!(longest > Some(Duration::from_secs(10)), "{longest:?}");
    }
}
