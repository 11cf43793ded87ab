//! The credentials of a container, by an address that its environment names.

use std::net::IpAddr;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, header};

use crate::credentials::{Credentials, CredentialsError};
use crate::settings::Environment;
use crate::transport::Transport;

const ORIGIN: &str = "the container";

/// Asks for them; `None` outside of a container.
pub(super) async fn find(environment: &Environment) -> Result<Option<Credentials>, CredentialsError> {
    let relative = environment.get("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    let url = match (relative, environment.get("AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
        (Some(path), _) => format!("http://169.254.170.2{path}"),
        (None, Some(url)) if is_safe(url) => url.to_owned(),
        (None, Some(url)) => {
            return Err(CredentialsError::new(
                ORIGIN,
                format!("{url} is neither HTTPS nor an address of this machine"),
            ));
        }
        (None, None) => return Ok(None),
    };
    let refuse = |reason: String| CredentialsError::new(ORIGIN, format!("{url}: {reason}"));
    let mut request = http::Request::get(&url)
        .body(Bytes::new())
        .map_err(|error| refuse(error.to_string()))?;
    if let Some(token) = token(environment)? {
        let value = HeaderValue::from_str(&token).map_err(|error| refuse(error.to_string()))?;
        request.headers_mut().insert(header::AUTHORIZATION, value);
    }
    let (status, _, body) = Transport::link_local(Duration::from_secs(2))?
        .fetch(request)
        .await
        .map_err(|failure| refuse(failure.trouble.to_string()))?;
    if !status.is_success() {
        return Err(refuse(format!("status {status}")));
    }
    let answer = serde_json::from_slice(&body).map_err(|error| refuse(error.to_string()))?;
    let found =
        Credentials::of_json(&answer, "Token").ok_or_else(|| refuse("the answer has no keys".to_owned()))?;
    Ok(Some(found.from(ORIGIN)))
}

/// What the container proves with who it is. A file is read each time, for the token in it changes.
fn token(environment: &Environment) -> Result<Option<String>, CredentialsError> {
    if let Some(file) = environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") {
        let token = std::fs::read_to_string(file)
            .map_err(|error| CredentialsError::new(ORIGIN, format!("{file}: {error}")))?;
        return Ok(Some(token.trim().to_owned()));
    }
    Ok(environment
        .get("AWS_CONTAINER_AUTHORIZATION_TOKEN")
        .map(str::to_owned))
}

/// Without encryption only this machine and the addresses of ECS and EKS may be asked.
fn is_safe(url: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(url) else {
        return false;
    };
    let host = url.host_str().unwrap_or_default();
    let address: Option<IpAddr> = host.trim_matches(['[', ']']).parse().ok();
    url.scheme() == "https"
        || host == "localhost"
        || address.is_some_and(|address| address.is_loopback())
        || ["169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"].contains(&host)
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn a_token_is_not_sent_to_strangers() {
        for (url, safe) in [
            ("http://127.0.0.1:8080/x", true),
            ("http://[::1]/x", true),
            ("http://localhost/x", true),
            ("http://169.254.170.23/v1/credentials", true),
            ("http://[fd00:ec2::23]/v1/credentials", true),
            ("https://credentials.example/x", true),
            ("http://credentials.example/x", false),
            ("http://169.254.170.24/", false),
            ("/v2/credentials", false),
        ] {
            assert_eq!(is_safe(url), safe, "{url}");
        }
    }
}
