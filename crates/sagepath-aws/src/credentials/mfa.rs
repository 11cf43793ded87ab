//! Roles that want a code of a device, multi-factor authentication.
//!
//! A code is good for one request. So what it was given for is kept where the AWS CLI keeps it, and neither asks again while that
//! is valid.

use std::path::PathBuf;

use jiff::SignedDuration;
use ring::digest;
use serde_json::{Value, json};

use crate::credentials::cache::{Kept, file_name, written};
use crate::credentials::sts::{self, Role};
use crate::credentials::{Credentials, CredentialsError};
use crate::exchange::Exchange;
use crate::settings::Settings;

/// Lets credentials assume a role, with a code of the device that has this serial number.
pub(super) async fn assume_role(
    role: &Role<'_>,
    serial: &str,
    origin: &str,
    credentials: &Credentials,
    settings: &Settings,
    exchange: &Exchange,
) -> Result<Credentials, CredentialsError> {
    let file = file(role, serial, settings);
    if let Some(found) = file.clone().and_then(Kept::read).and_then(|kept| valid(&kept)) {
        return Ok(found.from(origin));
    }
    let refuse = |reason: String| CredentialsError::new(origin, reason);
    let Some(ask) = settings.ask_code() else {
        let hint = "`aws configure export-credentials` asks for it, and prints what it is good for";
        return Err(refuse(format!("the role wants a code of {serial}")).with_hint(hint));
    };
    let code = ask(serial).map_err(|error| {
        refuse(format!(
            "the role wants a code of {serial}, and nobody can be asked for it: {error}"
        ))
        .with_hint("ask on a terminal, once: the AWS CLI and this command share what the code was given for")
    })?;
    let role = Role {
        mfa: Some((serial, code.trim())),
        ..*role
    };
    let found = sts::assume_role(&role, origin, credentials, settings, exchange).await?;
    if let Some(file) = file {
        // They are good even if they cannot be kept.
        let _ = Kept::new(file, content(&found)).keep();
    }
    Ok(found)
}

/// The file in which the AWS CLI keeps what it was given for a role.
///
/// Source of the name: botocore 1.44.8, a hash of what is asked for, written as Python writes JSON.
fn file(role: &Role<'_>, serial: &str, settings: &Settings) -> Option<PathBuf> {
    let text = |value: &str| Value::from(value).to_string();
    let fields = [
        ("DurationSeconds", role.duration_seconds.map(str::to_owned)),
        ("ExternalId", role.external_id.map(text)),
        ("RoleArn", Some(text(role.arn))),
        ("RoleSessionName", role.session_name.map(text)),
        ("SerialNumber", Some(text(serial))),
    ];
    let fields = fields
        .into_iter()
        .filter_map(|(name, value)| Some(format!("\"{name}\": {}", value?)));
    let asked = format!("{{{}}}", fields.collect::<Vec<_>>().join(", "));
    let home = settings.environment().home()?;
    let name = file_name(&digest::SHA1_FOR_LEGACY_USE_ONLY, &asked);
    Some(home.join(".aws/cli/cache").join(name))
}

/// What is kept, if it is good for a while.
fn valid(kept: &Kept) -> Option<Credentials> {
    const HEADROOM: SignedDuration = SignedDuration::from_mins(15);
    const EXPIRATION: &str = "/Credentials/Expiration";
    if kept.ends_within(HEADROOM, EXPIRATION) {
        return None;
    }
    let found = Credentials {
        expires: kept.time(EXPIRATION),
        ..Credentials::of_json(kept.content.get("Credentials")?, "SessionToken")?
    };
    Some(found).filter(|found| found.session_token.is_some())
}

fn content(found: &Credentials) -> Value {
    json!({"Credentials": {
        "AccessKeyId": found.access_key_id,
        "SecretAccessKey": found.secret_access_key,
        "SessionToken": found.session_token,
        "Expiration": found.expires.map(written),
    }})
}
