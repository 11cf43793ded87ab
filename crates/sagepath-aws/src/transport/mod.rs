//! HTTPS: connections, certificates, proxies, and how long all that may take.

mod names;
mod trust;

use std::error::Error as _;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use sagepath_api::{Location, Operation};

use crate::error::Trouble;
use crate::settings::{Settings, SettingsError};
use crate::transport::names::{Names, NoAddress};

/// A client of HTTP.
#[derive(Clone, Debug)]
pub(crate) struct Transport {
    client: reqwest::Client,
}

/// The beginning of an answer; its body comes in parts.
#[derive(Debug)]
pub(crate) struct Answer {
    response: reqwest::Response,
}

/// A connection that failed: how, and whether the request was on its way.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) trouble: Trouble,
    pub(crate) sent: bool,
}

impl Transport {
    /// One that goes to the services, by the proxies that the environment names.
    pub(crate) fn new(settings: &Settings) -> Result<Self, SettingsError> {
        let tls = trust::tls(settings.certificates().as_deref())?;
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .connect_timeout(settings.connect_timeout())
            .read_timeout(settings.read_timeout());
        Transport::build(client)
    }

    /// One for the addresses that only a machine or a container has, which no proxy knows, and which answer at once or never.
    pub(crate) fn link_local(timeout: Duration) -> Result<Self, SettingsError> {
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(trust::tls(None)?)
            .no_proxy()
            .connect_timeout(timeout)
            .timeout(timeout);
        Transport::build(client)
    }

    fn build(client: reqwest::ClientBuilder) -> Result<Self, SettingsError> {
        let client = client
            .dns_resolver(Arc::new(Names::default()))
            .user_agent(concat!("sagepath/", env!("CARGO_PKG_VERSION")))
            // A signature is for one host and path.
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|error| SettingsError::Client(reason(&error)))?;
        Ok(Transport { client })
    }

    /// Sends a request, and waits for the beginning of the answer.
    pub(crate) async fn send(&self, request: http::Request<Bytes>) -> Result<Answer, Failure> {
        let request = reqwest::Request::try_from(request).map_err(|error| Failure {
            trouble: Trouble::Connect(reason(&error)),
            sent: false,
        })?;
        match self.client.execute(request).await {
            Ok(response) => Ok(Answer { response }),
            Err(error) => Err(failure(&error)),
        }
    }

    /// Sends a request, and reads the whole answer.
    pub(crate) async fn fetch(
        &self,
        request: http::Request<Bytes>,
    ) -> Result<(StatusCode, HeaderMap, Bytes), Failure> {
        self.send(request).await?.whole().await
    }
}

impl Answer {
    pub(crate) fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// A field of the operation's answer that a header holds.
    pub(crate) fn field(&self, operation: &Operation, name: &str) -> Option<String> {
        match operation.output?.member(name)?.location {
            Location::Header(header) => Some(self.response.headers().get(header)?.to_str().ok()?.to_owned()),
            _ => None,
        }
    }

    /// The next part of the body; `None` at its end.
    pub(crate) async fn part(&mut self) -> Result<Option<Bytes>, Failure> {
        self.response.chunk().await.map_err(|error| failure(&error))
    }

    /// All of it.
    pub(crate) async fn whole(self) -> Result<(StatusCode, HeaderMap, Bytes), Failure> {
        let status = self.response.status();
        let headers = self.response.headers().clone();
        let body = self.response.bytes().await.map_err(|error| failure(&error))?;
        Ok((status, headers, body))
    }
}

fn failure(error: &reqwest::Error) -> Failure {
    let mut cause = error.source();
    while let Some(inner) = cause {
        if let Some(no_address) = inner.downcast_ref::<NoAddress>() {
            return Failure {
                trouble: Trouble::NoAddress(no_address.to_string()),
                sent: false,
            };
        }
        cause = inner.source();
    }
    let trouble = if error.is_timeout() {
        Trouble::TimedOut
    } else if error.is_connect() {
        Trouble::Connect(reason(error))
    } else {
        Trouble::Broken(reason(error))
    };
    Failure {
        trouble,
        sent: !error.is_connect(),
    }
}

/// The innermost cause, which is what happened; those around it say that something did.
fn reason(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}
