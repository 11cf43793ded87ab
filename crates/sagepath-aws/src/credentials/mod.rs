//! Who asks: the credentials of a user, a role or a machine, found where AWS's tools find them.
//!
//! | in this order | |
//! |---|---|
//! | environment | `AWS_ACCESS_KEY_ID`, unless `--profile` names a profile |
//! | profile | a role (`role_arn`), a web identity, SSO, keys, a session of `aws login`, a process |
//! | web identity | `AWS_WEB_IDENTITY_TOKEN_FILE` and `AWS_ROLE_ARN`, as on EKS |
//! | container | ECS, EKS Pod Identity, CodeBuild |
//! | instance | the role of an EC2 instance, by its metadata service |
//!
//! The order and the names of the settings are those of botocore, and the suite `aws` compares what both find.

mod cache;
mod container;
mod dpop;
mod instance;
mod login;
mod mfa;
mod process;
mod profile;
mod sso;
mod sts;

use std::fmt;

use bytes::Bytes;
use jiff::{SignedDuration, Timestamp};
use sagepath_api::Operation;
use serde_json::Value;

use crate::error::Error;
use crate::exchange::{Exchange, Signer, persist};
use crate::request::Request;
use crate::settings::{Environment, Settings, SettingsError};
use crate::transport::Answer;

/// An access key, and what belongs to it.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The access key's identifier, which is no secret.
    pub access_key_id: String,
    pub(crate) secret_access_key: String,
    pub(crate) session_token: Option<String>,
    /// When it ceases to be valid; `None` if it does not by itself.
    pub expires: Option<Timestamp>,
    /// Where it was found, for people.
    pub source: String,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Credentials")
            .field("access_key_id", &self.access_key_id)
            .field("expires", &self.expires)
            .field("source", &self.source)
            .finish_non_exhaustive()
    }
}

/// Why there are no credentials.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CredentialsError {
    /// Nothing is set up.
    #[error("no credentials are found")]
    None,
    /// What is set up does not work.
    #[error("credentials of {origin}: {reason}")]
    Unusable {
        /// Where they should come from.
        origin: String,
        /// Why they do not.
        reason: String,
        /// What to do next.
        hint: Option<String>,
    },
    /// A setting that they need cannot be used.
    #[error(transparent)]
    Settings(#[from] SettingsError),
}

impl CredentialsError {
    fn new(origin: impl Into<String>, reason: impl Into<String>) -> Self {
        CredentialsError::Unusable {
            origin: origin.into(),
            reason: reason.into(),
            hint: None,
        }
    }

    fn with_hint(mut self, text: impl Into<String>) -> Self {
        if let CredentialsError::Unusable { hint, .. } = &mut self {
            *hint = Some(text.into());
        }
        self
    }

    /// What to do next.
    pub fn hint(&self) -> Option<String> {
        match self {
            CredentialsError::None => Some(
                "`aws configure` makes a profile, `aws sso login` a session; or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
                    .to_owned(),
            ),
            CredentialsError::Unusable { hint, .. } => hint.clone(),
            CredentialsError::Settings(error) => error.hint(),
        }
    }
}

impl Credentials {
    /// An access key that does not expire.
    pub fn new(
        access_key_id: impl Into<String>,
        secret_access_key: impl Into<String>,
        session_token: Option<String>,
    ) -> Self {
        Credentials {
            access_key_id: access_key_id.into(),
            secret_access_key: secret_access_key.into(),
            session_token,
            expires: None,
            source: String::new(),
        }
    }

    fn from(mut self, source: impl Into<String>) -> Self {
        self.source = source.into();
        self
    }

    /// Whether they are about to expire, so that new ones should be found before the next request.
    pub(crate) fn are_stale(&self, now: Timestamp) -> bool {
        const HEADROOM: SignedDuration = SignedDuration::from_mins(2);
        self.expires
            .is_some_and(|expires| expires.duration_since(now) < HEADROOM)
    }

    /// Reads what the services for sessions write, but for the end, which each tells in a way of its own.
    fn of_session(value: &Value) -> Option<Self> {
        let text = |name: &str| value.get(name)?.as_str().map(str::to_owned);
        Some(Credentials::new(
            text("accessKeyId")?,
            text("secretAccessKey")?,
            text("sessionToken"),
        ))
    }

    /// Reads what processes, containers and instances write.
    fn of_json(value: &Value, token: &str) -> Option<Self> {
        let text = |name: &str| value.get(name)?.as_str().map(str::to_owned);
        Some(Credentials {
            expires: text("Expiration").and_then(|time| time.parse().ok()),
            ..Credentials::new(text("AccessKeyId")?, text("SecretAccessKey")?, text(token))
        })
    }
}

/// Finds credentials.
pub(crate) async fn find(settings: &Settings, exchange: &Exchange) -> Result<Credentials, CredentialsError> {
    let environment = settings.environment();
    if !settings.profile_is_chosen()
        && let Some(found) = of_environment(environment)?
    {
        return Ok(found);
    }
    if let Some(found) = profile::find(settings, exchange).await? {
        return Ok(found);
    }
    if let Some(identity) = sts::WebIdentity::of_environment(environment) {
        return sts::assume_role_with_web_identity(&identity, settings, exchange).await;
    }
    if let Some(found) = container::find(environment).await? {
        return Ok(found);
    }
    instance::find(environment).await?.ok_or(CredentialsError::None)
}

/// Asks a service for credentials, signed by other credentials or by nobody.
async fn ask(
    operation: &'static Operation,
    input: &Value,
    endpoint: &str,
    signer: Option<Signer<'_>>,
    settings: &Settings,
    exchange: &Exchange,
) -> Result<Bytes, Error> {
    let request = Request::new(operation, input, &[])?;
    answer(&request, endpoint, signer, settings, exchange).await
}

/// Sends a request to a service for credentials until it is answered.
async fn answer(
    request: &Request,
    endpoint: &str,
    signer: Option<Signer<'_>>,
    settings: &Settings,
    exchange: &Exchange,
) -> Result<Bytes, Error> {
    persist(settings.attempts()?, request.is_repeatable(), async || {
        let answer = exchange.once(request, endpoint, signer, Answer::whole).await;
        answer.map(|(_, _, body)| body)
    })
    .await
}

/// The keys of the environment.
fn of_environment(environment: &Environment) -> Result<Option<Credentials>, CredentialsError> {
    let Some(id) = environment.get("AWS_ACCESS_KEY_ID") else {
        return Ok(None);
    };
    let Some(secret) = environment.get("AWS_SECRET_ACCESS_KEY") else {
        return Err(CredentialsError::new(
            "the environment",
            "AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is not",
        ));
    };
    let token = environment
        .get("AWS_SESSION_TOKEN")
        .or_else(|| environment.get("AWS_SECURITY_TOKEN"));
    Ok(Some(
        Credentials::new(id, secret, token.map(str::to_owned)).from("the environment"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_not_shown() {
        let credentials = Credentials::new("AKID", "SECRET", Some("TOKEN".to_owned()));
        let shown = format!("{credentials:?}");
        assert!(shown.contains("AKID") && !shown.contains("SECRET") && !shown.contains("TOKEN"));
    }
}
