//! Roles, by the Security Token Service, which answers in XML.

use std::path::PathBuf;

use jiff::Timestamp;
use sagepath_api::{Operation, sts};
use serde_json::{Value, json};

use crate::credentials::{Credentials, CredentialsError, ask};
use crate::error::Error;
use crate::exchange::{Exchange, Signer};
use crate::settings::{Environment, Settings};
use crate::xml::element;

/// A role to assume, and how.
#[derive(Clone, Copy)]
pub(super) struct Role<'s> {
    pub(super) arn: &'s str,
    pub(super) session_name: Option<&'s str>,
    pub(super) external_id: Option<&'s str>,
    pub(super) duration_seconds: Option<&'s str>,
    /// The serial number of a device, and the code that it shows.
    pub(super) mfa: Option<(&'s str, &'s str)>,
}

/// A role that somebody else's token is good for.
pub(super) struct WebIdentity<'s> {
    pub(super) token_file: PathBuf,
    pub(super) role: Role<'s>,
}

impl<'s> WebIdentity<'s> {
    /// What the environment says, as on EKS.
    pub(super) fn of_environment(environment: &'s Environment) -> Option<Self> {
        let file = environment.get("AWS_WEB_IDENTITY_TOKEN_FILE")?;
        Some(WebIdentity {
            token_file: environment.expand(file),
            role: Role {
                arn: environment.get("AWS_ROLE_ARN")?,
                session_name: environment.get("AWS_ROLE_SESSION_NAME"),
                external_id: None,
                duration_seconds: None,
                mfa: None,
            },
        })
    }
}

impl Role<'_> {
    fn input(&self) -> Value {
        let session_name = self.session_name.map_or_else(
            || format!("sagepath-{}", Timestamp::now().as_second()),
            str::to_owned,
        );
        let mut input = json!({ "RoleArn": self.arn, "RoleSessionName": session_name });
        for (field, value) in [
            ("ExternalId", self.external_id),
            ("DurationSeconds", self.duration_seconds),
            ("SerialNumber", self.mfa.map(|(serial, _)| serial)),
            ("TokenCode", self.mfa.map(|(_, code)| code)),
        ] {
            if let Some(value) = value {
                input[field] = value.into();
            }
        }
        input
    }
}

/// Lets credentials assume a role.
pub(super) async fn assume_role(
    role: &Role<'_>,
    origin: &str,
    credentials: &Credentials,
    settings: &Settings,
    exchange: &Exchange,
) -> Result<Credentials, CredentialsError> {
    let signer = Signer {
        credentials,
        region: settings.region()?,
    };
    let asked = Asked {
        operation: &sts::ASSUME_ROLE,
        input: role.input(),
        signer: Some(signer),
    };
    asked.answer(origin, settings, exchange).await
}

/// Exchanges a token for a role.
pub(super) async fn assume_role_with_web_identity(
    identity: &WebIdentity<'_>,
    settings: &Settings,
    exchange: &Exchange,
) -> Result<Credentials, CredentialsError> {
    const ORIGIN: &str = "the web identity";
    let file = &identity.token_file;
    let token = tokio::fs::read_to_string(file)
        .await
        .map_err(|error| CredentialsError::new(ORIGIN, format!("{}: {error}", file.display())))?;
    let mut input = identity.role.input();
    input["WebIdentityToken"] = token.trim().into();
    let asked = Asked {
        operation: &sts::ASSUME_ROLE_WITH_WEB_IDENTITY,
        input,
        signer: None,
    };
    asked.answer(ORIGIN, settings, exchange).await
}

/// What is asked of STS.
struct Asked<'s> {
    operation: &'static Operation,
    input: Value,
    signer: Option<Signer<'s>>,
}

impl Asked<'_> {
    async fn answer(
        &self,
        origin: &str,
        settings: &Settings,
        exchange: &Exchange,
    ) -> Result<Credentials, CredentialsError> {
        let endpoint = settings.configured_endpoint(self.operation.service, None)?;
        let body = ask(
            self.operation,
            &self.input,
            &endpoint,
            self.signer,
            settings,
            exchange,
        )
        .await
        .map_err(|error| refused(origin, &error))?;
        let text = |name: &str| {
            element(&body, name).ok_or_else(|| {
                CredentialsError::new(origin, format!("{endpoint} gave an answer without `{name}`"))
            })
        };
        let found = Credentials {
            expires: text("Expiration")?.parse().ok(),
            ..Credentials::new(
                text("AccessKeyId")?,
                text("SecretAccessKey")?,
                Some(text("SessionToken")?),
            )
        };
        Ok(found.from(origin))
    }
}

fn refused(origin: &str, error: &Error) -> CredentialsError {
    let told = CredentialsError::new(origin, error.to_string());
    match error.refusal() {
        Some(refusal) if refusal.message.contains("MultiFactorAuthentication") => {
            told.with_hint("type the code that the device shows now; each is good once")
        }
        Some(refusal) if refusal.code == "AccessDenied" => told.with_hint(
            "the role's trust policy must name who assumes it, and their policy must allow `sts:AssumeRole`",
        ),
        Some(refusal) if refusal.is_expired() => {
            told.with_hint("get new credentials to assume the role with")
        }
        _ => told,
    }
}
