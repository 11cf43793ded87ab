//! The credentials of a session of IAM Identity Center, begun by `aws sso login`.

use std::path::{Path, PathBuf};

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use jiff::{SignedDuration, Timestamp};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use ring::digest;
use serde_json::{Value, json};

use crate::credentials::profile::Profile;
use crate::credentials::{Credentials, CredentialsError};
use crate::endpoint::{self, Service, Variant};
use crate::error::Refusal;
use crate::settings::{Settings, SettingsError};
use crate::sign::hex;
use crate::transport::Transport;

/// What `aws sso login` has left in its cache.
struct Session {
    file: PathBuf,
    content: Value,
}

/// Exchanges the token of a session for the credentials of the profile's role.
pub(super) async fn find(
    profile: &Profile<'_>,
    settings: &Settings,
    transport: &Transport,
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
    if session.is_stale() {
        session
            .renew(&url_of(settings, Service::SsoOidc, region)?, transport)
            .await
            .map_err(|reason| refuse(format!("the SSO session has expired{reason}")))?;
    }
    let token = session
        .text("accessToken")
        .ok_or_else(|| refuse("the SSO session has no token".to_owned()))?;
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let url = format!(
        "{}/federation/credentials?role_name={}&account_id={}",
        url_of(settings, Service::Sso, region)?,
        encoded(role),
        encoded(account)
    );
    let request = http::Request::get(&url)
        .header("x-amz-sso_bearer_token", token)
        .body(Bytes::new())
        .map_err(|error| refuse(error.to_string()))?;
    let (status, headers, body) = transport
        .fetch(request)
        .await
        .map_err(|failure| profile.refuse(format!("IAM Identity Center {}", failure.trouble)))?;
    if !status.is_success() {
        let refusal = Refusal::read(Service::Sso, "GetRoleCredentials", status, &headers, &body);
        let error = profile.refuse(refusal.to_string());
        return Err(match status.as_u16() {
            401 => error.with_hint(again),
            403 => error.with_hint(format!(
                "the role `{role}` in account {account} must be assigned to you"
            )),
            _ => error,
        });
    }
    let answer: Value = serde_json::from_slice(&body).unwrap_or_default();
    credentials(&answer)
        .map(|found| found.from(format!("the SSO session of the profile `{}`", profile.name)))
        .ok_or_else(|| profile.refuse("IAM Identity Center gave an answer without keys"))
}

fn credentials(answer: &Value) -> Option<Credentials> {
    let keys = answer.get("roleCredentials")?;
    let text = |name: &str| keys.get(name)?.as_str().map(str::to_owned);
    let expires = keys.get("expiration").and_then(Value::as_i64);
    Some(Credentials {
        expires: expires.and_then(|time| Timestamp::from_millisecond(time).ok()),
        ..Credentials::new(
            text("accessKeyId")?,
            text("secretAccessKey")?,
            text("sessionToken"),
        )
    })
}

/// Where a service is in the region of the session, which need not be that of the jobs.
fn url_of(settings: &Settings, service: Service, region: &str) -> Result<String, SettingsError> {
    match settings.endpoint_of_variables(service) {
        Some(url) => Ok(url.trim_end_matches('/').to_owned()),
        None if endpoint::is_host_label(region) => Ok(endpoint::url(service, region, Variant::default())),
        None => Err(SettingsError::MalformedRegion(region.to_owned())),
    }
}

impl Session {
    fn read(home: &Path, key: &str) -> Option<Self> {
        let name = hex(digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, key.as_bytes()).as_ref());
        let file = home.join(".aws/sso/cache").join(format!("{name}.json"));
        let content = serde_json::from_slice(&std::fs::read(&file).ok()?).ok()?;
        Some(Session { file, content })
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.content.get(name)?.as_str()
    }

    fn time(&self, name: &str) -> Option<Timestamp> {
        // Old releases of the AWS CLI write `UTC` for `Z`.
        self.text(name)?.replace("UTC", "Z").parse().ok()
    }

    fn is_stale(&self) -> bool {
        self.time("expiresAt")
            .is_none_or(|expires| expires.duration_since(Timestamp::now()) < SignedDuration::from_mins(5))
    }

    /// Exchanges the refresh token for a new token, and leaves both for the AWS CLI, whose own would no longer be valid. Where the
    /// old token is good for a few minutes more, a failure does not matter.
    async fn renew(&mut self, endpoint: &str, transport: &Transport) -> Result<(), String> {
        let is_over = self
            .time("expiresAt")
            .is_none_or(|expires| expires <= Timestamp::now());
        match self.exchange(endpoint, transport).await {
            Err(reason) if is_over => Err(reason),
            _ => Ok(()),
        }
    }

    async fn exchange(&mut self, endpoint: &str, transport: &Transport) -> Result<(), String> {
        let (Some(refresh_token), Some(id), Some(secret)) = (
            self.text("refreshToken"),
            self.text("clientId"),
            self.text("clientSecret"),
        ) else {
            return Err(String::new());
        };
        let body = json!({
            "grantType": "refresh_token",
            "refreshToken": refresh_token,
            "clientId": id,
            "clientSecret": secret,
        });
        let request = http::Request::post(format!("{endpoint}/token"))
            .header(CONTENT_TYPE, "application/json")
            .body(Bytes::from(body.to_string()))
            .map_err(|error| format!(": {error}"))?;
        let (status, headers, body) = transport
            .fetch(request)
            .await
            .map_err(|failure| format!(", and IAM Identity Center {}", failure.trouble))?;
        if !status.is_success() {
            let refusal = Refusal::read(Service::SsoOidc, "CreateToken", status, &headers, &body);
            return Err(format!(": {refusal}"));
        }
        let answer: Value = serde_json::from_slice(&body).unwrap_or_default();
        let Some(token) = answer.get("accessToken").and_then(Value::as_str) else {
            return Err(", and IAM Identity Center gave no new token".to_owned());
        };
        self.content["accessToken"] = token.into();
        if let Some(token) = answer.get("refreshToken").and_then(Value::as_str) {
            self.content["refreshToken"] = token.into();
        }
        let seconds = answer.get("expiresIn").and_then(Value::as_i64).unwrap_or(0);
        let expires = Timestamp::now().saturating_add(SignedDuration::from_secs(seconds));
        if let Ok(expires) = expires {
            self.content["expiresAt"] = expires.strftime("%Y-%m-%dT%H:%M:%SZ").to_string().into();
        }
        // The new token is good even if it cannot be kept.
        let _ = self.keep();
        Ok(())
    }

    fn keep(&self) -> std::io::Result<()> {
        let file = &self.file;
        let beside = file.with_extension(format!("{}.tmp", std::process::id()));
        {
            use std::io::Write as _;
            let mut options = std::fs::OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            options
                .open(&beside)?
                .write_all(self.content.to_string().as_bytes())?;
        }
        std::fs::rename(&beside, file)
    }
}
