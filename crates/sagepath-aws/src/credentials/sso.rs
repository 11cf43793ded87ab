//! The credentials of a session of IAM Identity Center, begun by `aws sso login`.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use ring::digest;
use sagepath_api::{sso, sso_oidc};
use serde_json::{Value, json};

use crate::credentials::cache::{Kept, STALE, file_name, written_in};
use crate::credentials::profile::Profile;
use crate::credentials::{Credentials, CredentialsError, ask};
use crate::exchange::Exchange;
use crate::settings::Settings;

/// What `aws sso login` has left in its cache.
struct Session(Kept);

/// Exchanges the token of a session for the credentials of the profile's role.
pub(super) async fn find(
    profile: &Profile<'_>,
    settings: &Settings,
    exchange: &Exchange,
) -> Result<Credentials, CredentialsError> {
    let account = profile.need("sso_account_id")?;
    let role = profile.need("sso_role_name")?;
    // A session of its own is the newer form, which can be renewed; in the older all is in the profile.
    let (key, region) = match profile.get("sso_session") {
        Some(name) => {
            let section = settings
                .sso_session(name)
                .ok_or_else(|| profile.refuse(format!("its `sso_session` `{name}` is not known")))?;
            let region = section.get("sso_region").map(String::as_str);
            (name, region.map_or_else(|| profile.need("sso_region"), Ok)?)
        }
        None => (profile.need("sso_start_url")?, profile.need("sso_region")?),
    };
    let again = format!("`aws sso login --profile {}`", profile.name);
    let refuse = |reason: String| profile.refuse(reason).with_hint(again.clone());
    let mut session = settings
        .environment()
        .home()
        .and_then(|home| Session::read(home, key))
        .ok_or_else(|| refuse("there is no SSO session".to_owned()))?;
    if session.ends_within(STALE) {
        let endpoint = settings.configured_endpoint(&sso_oidc::SERVICE, Some(region))?;
        session
            .renew(&endpoint, settings, exchange)
            .await
            .map_err(|reason| refuse(format!("the SSO session has expired{reason}")))?;
    }
    let token = session
        .text("accessToken")
        .ok_or_else(|| refuse("the SSO session has no token".to_owned()))?;
    let operation = &sso::GET_ROLE_CREDENTIALS;
    let input = json!({ "roleName": role, "accountId": account, "accessToken": token });
    let endpoint = settings.configured_endpoint(operation.service, Some(region))?;
    let asked = ask(operation, &input, &endpoint, None, settings, exchange).await;
    let body = asked.map_err(|error| {
        let told = profile.refuse(error.to_string());
        match error.refusal().map(|refusal| refusal.status) {
            Some(401) => told.with_hint(again),
            Some(403) => told.with_hint(format!(
                "the role `{role}` in account {account} must be assigned to you"
            )),
            _ => told,
        }
    })?;
    let answer: Value = serde_json::from_slice(&body).unwrap_or_default();
    credentials(&answer)
        .map(|found| found.from(format!("the SSO session of the profile `{}`", profile.name)))
        .ok_or_else(|| profile.refuse("IAM Identity Center gave an answer without keys"))
}

fn credentials(answer: &Value) -> Option<Credentials> {
    let keys = answer.get("roleCredentials")?;
    let expires = keys.get("expiration").and_then(Value::as_i64);
    Some(Credentials {
        expires: expires.and_then(|time| Timestamp::from_millisecond(time).ok()),
        ..Credentials::of_session(keys)?
    })
}

impl Session {
    fn read(home: &Path, key: &str) -> Option<Self> {
        let name = file_name(&digest::SHA1_FOR_LEGACY_USE_ONLY, key);
        Kept::read(home.join(".aws/sso/cache").join(name)).map(Session)
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.0.text(&format!("/{name}"))
    }

    fn ends_within(&self, time: SignedDuration) -> bool {
        self.0.ends_within(time, "/expiresAt")
    }

    /// Exchanges the refresh token for a new token, and leaves both for the AWS CLI, whose own would no longer be valid. Where the
    /// old token is good for a few minutes more, a failure does not matter.
    async fn renew(
        &mut self,
        endpoint: &str,
        settings: &Settings,
        exchange: &Exchange,
    ) -> Result<(), String> {
        let is_over = self.ends_within(SignedDuration::ZERO);
        match self.refresh(endpoint, settings, exchange).await {
            Err(reason) if is_over => Err(reason),
            _ => Ok(()),
        }
    }

    async fn refresh(
        &mut self,
        endpoint: &str,
        settings: &Settings,
        exchange: &Exchange,
    ) -> Result<(), String> {
        let (Some(refresh_token), Some(id), Some(secret)) = (
            self.text("refreshToken"),
            self.text("clientId"),
            self.text("clientSecret"),
        ) else {
            return Err(String::new());
        };
        let input = json!({
            "grantType": "refresh_token",
            "refreshToken": refresh_token,
            "clientId": id,
            "clientSecret": secret,
        });
        let body = ask(
            &sso_oidc::CREATE_TOKEN,
            &input,
            endpoint,
            None,
            settings,
            exchange,
        )
        .await
        .map_err(|error| format!(": {error}"))?;
        let answer: Value = serde_json::from_slice(&body).unwrap_or_default();
        let Some(token) = answer.get("accessToken").and_then(Value::as_str) else {
            return Err(", and IAM Identity Center gave no new token".to_owned());
        };
        self.0.content["accessToken"] = token.into();
        if let Some(token) = answer.get("refreshToken").and_then(Value::as_str) {
            self.0.content["refreshToken"] = token.into();
        }
        let seconds = answer.get("expiresIn").and_then(Value::as_i64).unwrap_or(0);
        self.0.content["expiresAt"] = written_in(seconds).into();
        // The new token is good even if it cannot be kept.
        let _ = self.0.keep();
        Ok(())
    }
}
