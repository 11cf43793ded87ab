//! The credentials of a session of the console, begun by `aws login`.

use jiff::{SignedDuration, Timestamp};
use ring::digest;
use sagepath_api::signin;
use serde_json::{Value, json};

use crate::credentials::cache::{Kept, written};
use crate::credentials::dpop::{Key, KeyError};
use crate::credentials::profile::Profile;
use crate::credentials::{Credentials, CredentialsError, answer};
use crate::error::Error;
use crate::exchange::Exchange;
use crate::request::Request;
use crate::settings::Settings;
use crate::sign::hex;

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
    let key = hex(digest::digest(&digest::SHA256, name.as_bytes()).as_ref());
    let mut session = folder
        .and_then(|folder| Kept::read(folder.join(format!("{key}.json"))))
        .ok_or_else(|| refuse("there is no session of `aws login`".to_owned()))?;
    if is_stale(&session)
        && let Err(reason) = renew(&mut session, settings, exchange).await
    {
        // The old credentials are good for as long as they last.
        if is_over(&session) {
            return Err(refuse(format!(
                "the session of `aws login` has expired: {reason}"
            )));
        }
    }
    let text = |name: &str| session.text(&format!("/accessToken/{name}")).map(str::to_owned);
    let keys = (text("accessKeyId"), text("secretAccessKey"), text("sessionToken"));
    let (Some(id), Some(secret), Some(token)) = keys else {
        return Err(refuse("the session of `aws login` has no keys".to_owned()));
    };
    let found = Credentials {
        expires: session.time(EXPIRES),
        ..Credentials::new(id, secret, Some(token))
    };
    Ok(found.from(format!("the login session of the profile `{}`", profile.name)))
}

const EXPIRES: &str = "/accessToken/expiresAt";

fn is_stale(session: &Kept) -> bool {
    const HEADROOM: SignedDuration = SignedDuration::from_mins(5);
    let expires = session.time(EXPIRES);
    expires.is_none_or(|expires| expires.duration_since(Timestamp::now()) <= HEADROOM)
}

fn is_over(session: &Kept) -> bool {
    let expires = session.time(EXPIRES);
    expires.is_none_or(|expires| expires <= Timestamp::now())
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
        .endpoint_for_credentials(operation.service, session.text("/signInRegion"))
        .map_err(Error::from)?;
    let url = format!("{endpoint}{}", operation.path);
    let proof = key.proof(operation.method, &url, Timestamp::now())?;
    let request = Request::new(operation, &input, &[])
        .map_err(Error::from)?
        .with_header("dpop", &proof);
    let body = answer(&request, &endpoint, None, settings, exchange).await?;
    let given: Value = serde_json::from_slice(&body).unwrap_or_default();
    let text = |pointer: &str| given.pointer(pointer)?.as_str().map(str::to_owned);
    let keys = (
        text("/accessToken/accessKeyId"),
        text("/accessToken/secretAccessKey"),
        text("/accessToken/sessionToken"),
        text("/refreshToken"),
    );
    let (Some(id), Some(secret), Some(token), Some(refresh_token)) = keys else {
        return Err(RenewalError::NoKeys);
    };
    let seconds = given.get("expiresIn").and_then(Value::as_i64).unwrap_or(0);
    let expires = Timestamp::now()
        .saturating_add(SignedDuration::from_secs(seconds))
        .unwrap_or(Timestamp::MAX);
    session.content["accessToken"]["accessKeyId"] = id.into();
    session.content["accessToken"]["secretAccessKey"] = secret.into();
    session.content["accessToken"]["sessionToken"] = token.into();
    session.content["accessToken"]["expiresAt"] = written(expires).into();
    session.content["refreshToken"] = refresh_token.into();
    // The new keys are good even if they cannot be kept.
    let _ = session.keep();
    Ok(())
}
