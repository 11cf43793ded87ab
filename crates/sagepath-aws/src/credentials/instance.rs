//! The credentials of an EC2 instance, by the second version of its metadata service.

use std::time::Duration;

use bytes::Bytes;
use http::{Method, StatusCode};

use crate::credentials::{Credentials, CredentialsError};
use crate::settings::Environment;
use crate::transport::Transport;

const ORIGIN: &str = "the EC2 instance";
const ROLES: &str = "/latest/meta-data/iam/security-credentials/";

/// Asks for them; `None` on a machine that is no instance, or has no role.
pub(super) async fn find(environment: &Environment) -> Result<Option<Credentials>, CredentialsError> {
    if environment.is_true("AWS_EC2_METADATA_DISABLED") {
        return Ok(None);
    }
    let ipv6 = environment
        .get("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE")
        .is_some_and(|mode| mode.eq_ignore_ascii_case("ipv6"));
    let usual = if ipv6 {
        "http://[fd00:ec2::254]"
    } else {
        "http://169.254.169.254"
    };
    let seconds = environment
        .get("AWS_METADATA_SERVICE_TIMEOUT")
        .and_then(|seconds| seconds.parse().ok())
        .unwrap_or(1);
    let service = Metadata {
        endpoint: environment
            .get("AWS_EC2_METADATA_SERVICE_ENDPOINT")
            .unwrap_or(usual)
            .trim_end_matches('/')
            .to_owned(),
        transport: Transport::link_local(Duration::from_secs(seconds))?,
    };
    let lifetime = ("x-aws-ec2-metadata-token-ttl-seconds", "21600");
    let Some(token) = service.ask(Method::PUT, "/latest/api/token", lifetime).await? else {
        return Ok(None);
    };
    let token = ("x-aws-ec2-metadata-token", token.as_str());
    let Some(roles) = service.ask(Method::GET, ROLES, token).await? else {
        return Ok(None);
    };
    let Some(role) = roles
        .lines()
        .next()
        .map(str::trim)
        .filter(|role| !role.is_empty())
    else {
        return Ok(None);
    };
    let refuse = |reason: String| CredentialsError::new(ORIGIN, format!("role `{role}`: {reason}"));
    let answer = service
        .ask(Method::GET, &format!("{ROLES}{role}"), token)
        .await?
        .ok_or_else(|| refuse("it has no credentials".to_owned()))?;
    let answer: serde_json::Value =
        serde_json::from_str(&answer).map_err(|error| refuse(error.to_string()))?;
    let found = Credentials::of_json(&answer, "Token").ok_or_else(|| {
        let message = answer.get("Message").and_then(serde_json::Value::as_str);
        refuse(message.unwrap_or("the answer has no keys").to_owned())
    })?;
    Ok(Some(found.from(ORIGIN)))
}

struct Metadata {
    endpoint: String,
    transport: Transport,
}

impl Metadata {
    /// Asks for something; `None` where there is no such thing, or nobody to ask.
    async fn ask(
        &self,
        method: Method,
        path: &str,
        (name, value): (&str, &str),
    ) -> Result<Option<String>, CredentialsError> {
        let url = format!("{}{path}", self.endpoint);
        let refuse = |reason: String| CredentialsError::new(ORIGIN, format!("{url}: {reason}"));
        let request = http::Request::builder()
            .method(method)
            .uri(&url)
            .header(name, value)
            .body(Bytes::new())
            .map_err(|error| refuse(error.to_string()))?;
        let Ok((status, _, body)) = self.transport.fetch(request).await else {
            return Ok(None);
        };
        match status {
            StatusCode::OK => Ok(Some(String::from_utf8_lossy(&body).into_owned())),
            StatusCode::NOT_FOUND | StatusCode::FORBIDDEN | StatusCode::METHOD_NOT_ALLOWED => Ok(None),
            status => Err(refuse(format!("status {status}"))),
        }
    }
}
