//! A request and its answer: once, or until it is answered.

use std::sync::Mutex;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use sagepath_api::Operation;
use serde_json::Value;

use crate::credentials::Credentials;
use crate::error::{Error, Refusal};
use crate::request::Request;
use crate::settings::{Settings, SettingsError};
use crate::transport::{Answer, Failure, Transport};

/// Exchanges requests for answers, and learns what time it is.
#[derive(Debug)]
pub(crate) struct Exchange {
    transport: Transport,
    /// How far this machine's clock is behind AWS's.
    clock: Mutex<SignedDuration>,
}

/// Who signs requests, and for which region.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Signer<'s> {
    pub(crate) credentials: &'s Credentials,
    pub(crate) region: &'s str,
}

impl Exchange {
    pub(crate) fn new(settings: &Settings) -> Result<Self, SettingsError> {
        Ok(Exchange {
            transport: Transport::new(settings)?,
            clock: Mutex::new(SignedDuration::ZERO),
        })
    }

    /// Sends a request to an endpoint, and reads its answer with `read` if it is a yes. Where the clock is why it is a no, it is
    /// set, and the request sent again.
    pub(crate) async fn once<T>(
        &self,
        request: &Request,
        endpoint: &str,
        signer: Option<Signer<'_>>,
        read: impl AsyncFn(Answer) -> Result<T, Failure>,
    ) -> Result<T, Error> {
        let attempt = async || self.answer(request, endpoint, signer, &read).await;
        match attempt().await {
            Err(Error::Refused(refusal)) if refusal.may_be_the_clock() && self.set_clock(&refusal) => {
                attempt().await
            }
            done => done,
        }
    }

    async fn answer<T>(
        &self,
        request: &Request,
        endpoint: &str,
        signer: Option<Signer<'_>>,
        read: impl AsyncFn(Answer) -> Result<T, Failure>,
    ) -> Result<T, Error> {
        let answer = self.begin(request, endpoint, signer).await?;
        let unreachable = |failure| unreachable(request, endpoint, failure);
        if answer.status().is_success() {
            return read(answer).await.map_err(unreachable);
        }
        let (status, headers, body) = answer.whole().await.map_err(unreachable)?;
        let refusal = Refusal::read(request.operation, status, &headers, &body);
        Err(Error::Refused(Box::new(refusal)))
    }

    /// Sends a request to an endpoint, and gives the beginning of the answer, be it a yes or a no.
    pub(crate) async fn begin(
        &self,
        request: &Request,
        endpoint: &str,
        signer: Option<Signer<'_>>,
    ) -> Result<Answer, Error> {
        let sent = request.at(endpoint, signer, self.time())?;
        let answer = self.transport.send(sent).await;
        answer.map_err(|failure| unreachable(request, endpoint, failure))
    }

    /// What time it is, as AWS knows it.
    fn time(&self) -> Timestamp {
        let now = Timestamp::now();
        now.saturating_add(*lock(&self.clock)).unwrap_or(now)
    }

    /// Takes the time from an answer, and tells whether that makes a difference.
    fn set_clock(&self, refusal: &Refusal) -> bool {
        /// AWS takes a signature that is 5 minutes old, or 15.
        const TOLERATED: SignedDuration = SignedDuration::from_mins(4);
        let Some(theirs) = refusal.time else {
            return false;
        };
        let behind = theirs.duration_since(Timestamp::now());
        let mut clock = lock(&self.clock);
        let differs = (behind - *clock).abs() > TOLERATED;
        if differs {
            *clock = behind;
        }
        differs
    }
}

fn unreachable(request: &Request, endpoint: &str, failure: Failure) -> Error {
    let url = reqwest::Url::parse(endpoint);
    Error::Unreachable {
        service: request.operation.service,
        host: url.map_or_else(|_| endpoint.to_owned(), |url| url.authority().to_owned()),
        trouble: failure.trouble,
        attempts: 1,
        ambiguous: failure.sent,
    }
}

/// Tries something up to so many times, for as long as it may go otherwise the next time.
///
/// What is not repeatable is tried again only where nothing has been done for certain.
pub(crate) async fn persist<T>(
    attempts: u32,
    is_repeatable: bool,
    mut attempt: impl AsyncFnMut() -> Result<T, Error>,
) -> Result<T, Error> {
    let mut count = 1;
    loop {
        match attempt().await {
            Err(error) if count < attempts && is_worth_repeating(&error, is_repeatable) => {
                tokio::time::sleep(pause(count)).await;
                count += 1;
            }
            Err(error) => return Err(error.after(count)),
            Ok(done) => return Ok(done),
        }
    }
}

/// The document that an answer is. An empty one is an empty object.
pub(crate) fn document(operation: &'static Operation, body: &[u8]) -> Result<Value, Error> {
    let malformed = |reason: String| Error::Malformed { operation, reason };
    if body.is_empty() {
        return Ok(Value::Object(serde_json::Map::new()));
    }
    match serde_json::from_slice(body) {
        Ok(answer @ Value::Object(_)) => Ok(answer),
        Ok(_) => Err(malformed("it is no object".to_owned())),
        Err(error) => Err(malformed(error.to_string())),
    }
}

/// Whether a request may be sent again, and may be answered otherwise then.
fn is_worth_repeating(error: &Error, is_repeatable: bool) -> bool {
    match error {
        // A service that is asked too often has done nothing.
        Error::Refused(refusal) => refusal.is_throttling() || (refusal.is_fault() && is_repeatable),
        Error::Unreachable { ambiguous, .. } => !ambiguous || is_repeatable,
        Error::Settings(_) | Error::Credentials(_) | Error::Request(_) | Error::Malformed { .. } => false,
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

/// A value that nothing can poison, since nobody panics with it.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
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
