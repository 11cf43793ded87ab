//! Requests to services, from a document to an answer, in one region and as one user.

use std::sync::Mutex;

use jiff::Timestamp;
use sagepath_api::Operation;
use serde_json::Value;

use crate::credentials::{self, Credentials};
use crate::error::Error;
use crate::exchange::{self, Exchange, Signer, lock, persist};
use crate::request::Request;
use crate::settings::Settings;
use crate::transport::{Answer, Failure};

/// Sends requests to the services of AWS, in one region and as one user.
#[derive(Debug)]
pub struct Client {
    settings: Settings,
    exchange: Exchange,
    region: String,
    attempts: u32,
    credentials: Mutex<Option<Credentials>>,
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
            exchange: Exchange::new(&settings)?,
            region: settings.region()?.to_owned(),
            attempts: settings.attempts()?,
            settings,
            credentials: Mutex::new(None),
        })
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(crate) fn exchange(&self) -> &Exchange {
        &self.exchange
    }

    /// The region that requests go to.
    pub fn region(&self) -> &str {
        &self.region
    }

    /// Calls an operation whose answer is a document.
    ///
    /// # Errors
    ///
    /// There is no answer, or it is a no.
    pub async fn call(&self, operation: &'static Operation, input: &Value) -> Result<Value, Error> {
        let request = Request::new(operation, input, &[])?;
        let body = self.send(&request, Answer::whole).await?.2;
        exchange::document(operation, &body)
    }

    /// Asks page after page of an operation that lists something, and gives `keep` each item; it says whether to go on.
    ///
    /// # Errors
    ///
    /// A page has no answer, or it is a no.
    pub async fn pages(
        &self,
        operation: &'static Operation,
        input: &Value,
        mut keep: impl FnMut(Value) -> bool,
    ) -> Result<(), Error> {
        let mut input = input.clone();
        loop {
            let mut page = self.call(operation, &input).await?;
            let Some(pages) = operation.pages else {
                return Ok(());
            };
            for items in pages.items {
                if let Some(Value::Array(items)) = page.get_mut(items).map(Value::take) {
                    for item in items {
                        if !keep(item) {
                            return Ok(());
                        }
                    }
                }
            }
            match page.get(pages.output_token).and_then(Value::as_str) {
                Some(token) if !token.is_empty() => input[pages.input_token] = token.into(),
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
        let found = credentials::find(&self.settings, &self.exchange).await?;
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
        let endpoint = self.settings.endpoint(request.operation.service)?;
        let mut is_reloaded = false;
        persist(self.attempts, request.is_repeatable(), async || {
            loop {
                let credentials = self.credentials().await?;
                let signer = Signer {
                    credentials: &credentials,
                    region: &self.region,
                };
                match self.exchange.once(request, &endpoint, Some(signer), &read).await {
                    // Credentials that have just expired are looked for again, once and at once: that is no attempt.
                    Err(Error::Refused(refusal)) if refusal.is_expired() && !is_reloaded => {
                        is_reloaded = true;
                        *lock(&self.credentials) = None;
                    }
                    done => return done,
                }
            }
        })
        .await
    }
}
