//! The credentials of a session of the console, begun by `aws login`.

use jiff::{SignedDuration, Timestamp};
use ring::digest;
use sagepath_api::signin;
use serde_json::{Value, json};

use crate::credentials::cache::{Kept, STALE, file_name, written_in};
use crate::credentials::dpop::{Key, KeyError};
use crate::credentials::profile::Profile;
use crate::credentials::{Credentials, CredentialsError, answer};
use crate::error::Error;
use crate::exchange::Exchange;
use crate::request::Request;
use crate::settings::Settings;

/// Takes the credentials that `aws login` has left, and exchanges them for new ones when they are about to expire.
pub(super) async fn find(
    profile: &Profile<'_>,
    name: &str,
    settings: &Settings,
    exchange: &Exchange,
) -> Result<Credentials, CredentialsError> {
    let again = format!("`aws login --profile {}`", profile.name);
    let refuse = |reason: String| profile.refuse(reason).with_hint(again.clone());
    let environment = settings.environment();
    let folder = environment.file("AWS_LOGIN_CACHE_DIRECTORY", ".aws/login/cache");
    let mut session = folder
        .and_then(|folder| Kept::read(folder.join(file_name(&digest::SHA256, name))))
        .ok_or_else(|| refuse("there is no session of `aws login`".to_owned()))?;
    if session.ends_within(STALE, EXPIRES)
        && let Err(reason) = renew(&mut session, settings, exchange).await
    {
        // The old credentials are good for as long as they last.
        if session.ends_within(SignedDuration::ZERO, EXPIRES) {
            return Err(refuse(format!(
                "the session of `aws login` has expired: {reason}"
            )));
        }
    }
    let found = Credentials {
        expires: session.time(EXPIRES),
        ..keys(&session.content).ok_or_else(|| refuse("the session of `aws login` has no keys".to_owned()))?
    };
    Ok(found.from(format!("the login session of the profile `{}`", profile.name)))
}

const EXPIRES: &str = "/accessToken/expiresAt";

/// The keys of a session, or of the answer that renews one.
fn keys(value: &Value) -> Option<Credentials> {
    let keys = Credentials::of_session(value.get("accessToken")?);
    keys.filter(|keys| keys.session_token.is_some())
}

/// Why a session cannot be renewed.
#[derive(Debug, thiserror::Error)]
enum RenewalError {
    #[error("it has no `{0}`")]
    Missing(&'static str),
    #[error("its key cannot be used: {0}")]
    Key(#[from] KeyError),
    #[error(transparent)]
    Refused(#[from] Error),
    #[error("the answer has no new keys")]
    NoKeys,
}

/// Exchanges the refresh token for new keys, and leaves both for the AWS CLI, whose own would no longer be valid.
async fn renew(session: &mut Kept, settings: &Settings, exchange: &Exchange) -> Result<(), RenewalError> {
    let need = |name: &'static str| {
        let pointer = format!("/{name}");
        let text = session.text(&pointer).map(str::to_owned);
        text.ok_or(RenewalError::Missing(name))
    };
    let input = json!({"tokenInput": {
        "clientId": need("clientId")?,
        "grantType": "refresh_token",
        "refreshToken": need("refreshToken")?,
    }});
    let key = Key::read(&need("dpopKey")?)?;
    let operation = &signin::CREATE_O_AUTH2_TOKEN;
    // Since some release a session tells in which region it was begun.
    let endpoint = settings
        .configured_endpoint(operation.service, session.text("/signInRegion"))
        .map_err(Error::from)?;
    let url = format!("{endpoint}{}", operation.path);
    let proof = key.proof(operation.method, &url, Timestamp::now())?;
    let request = Request::new(operation, &input, &[])
        .map_err(Error::from)?
        .with_header("dpop", &proof);
    let body = answer(&request, &endpoint, None, settings, exchange).await?;
    let given: Value = serde_json::from_slice(&body).unwrap_or_default();
    let refresh_token = given.get("refreshToken").and_then(Value::as_str);
    let (Some(keys), Some(refresh_token)) = (keys(&given), refresh_token) else {
        return Err(RenewalError::NoKeys);
    };
    let seconds = given.get("expiresIn").and_then(Value::as_i64).unwrap_or(0);
    session.content["refreshToken"] = refresh_token.into();
    let kept = &mut session.content["accessToken"];
    if !kept.is_object() {
        *kept = json!({});
    }
    kept["accessKeyId"] = keys.access_key_id.into();
    kept["secretAccessKey"] = keys.secret_access_key.into();
    kept["sessionToken"] = keys.session_token.into();
    kept["expiresAt"] = written_in(seconds).into();
    // The new keys are good even if they cannot be kept.
    let _ = session.keep();
    Ok(())
}
