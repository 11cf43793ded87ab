//! Roles, by the Security Token Service: it speaks the older protocol, a form that is answered in XML.

use std::path::PathBuf;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HOST, HeaderValue};
use http::{HeaderMap, Method};
use jiff::Timestamp;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::credentials::{Credentials, CredentialsError};
use crate::endpoint::Service;
use crate::error::Refusal;
use crate::settings::{Environment, Settings};
use crate::sign::{Scope, sign};
use crate::transport::Transport;

/// A role to assume, and how.
pub(super) struct Role<'s> {
    pub(super) arn: &'s str,
    pub(super) session_name: Option<&'s str>,
    pub(super) external_id: Option<&'s str>,
    pub(super) duration_seconds: Option<&'s str>,
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
            },
        })
    }
}

impl Role<'_> {
    fn form(&self, action: &str) -> Vec<(&'static str, String)> {
        let session_name = self.session_name.map_or_else(
            || format!("sagepath-{}", Timestamp::now().as_second()),
            str::to_owned,
        );
        let mut form = vec![
            ("Action", action.to_owned()),
            ("Version", "2011-06-15".to_owned()),
            ("RoleArn", self.arn.to_owned()),
            ("RoleSessionName", session_name),
        ];
        let optional = [
            ("ExternalId", self.external_id),
            ("DurationSeconds", self.duration_seconds),
        ];
        form.extend(
            optional
                .into_iter()
                .filter_map(|(name, value)| Some((name, value?.to_owned()))),
        );
        form
    }
}

/// Lets credentials assume a role.
pub(super) async fn assume_role(
    role: &Role<'_>,
    origin: &str,
    credentials: &Credentials,
    settings: &Settings,
    transport: &Transport,
) -> Result<Credentials, CredentialsError> {
    let form = role.form("AssumeRole");
    let answer = ask(&form, origin, Some(credentials), settings, transport).await?;
    Ok(answer.from(origin))
}

/// Exchanges a token for a role.
pub(super) async fn assume_role_with_web_identity(
    identity: &WebIdentity<'_>,
    settings: &Settings,
    transport: &Transport,
) -> Result<Credentials, CredentialsError> {
    const ORIGIN: &str = "the web identity";
    let file = &identity.token_file;
    let token = tokio::fs::read_to_string(file)
        .await
        .map_err(|error| CredentialsError::new(ORIGIN, format!("{}: {error}", file.display())))?;
    let mut form = identity.role.form("AssumeRoleWithWebIdentity");
    form.push(("WebIdentityToken", token.trim().to_owned()));
    let answer = ask(&form, ORIGIN, None, settings, transport).await?;
    Ok(answer.from(ORIGIN))
}

async fn ask(
    form: &[(&'static str, String)],
    origin: &str,
    credentials: Option<&Credentials>,
    settings: &Settings,
    transport: &Transport,
) -> Result<Credentials, CredentialsError> {
    let refuse = |reason: String| CredentialsError::new(origin, reason);
    let encoded = form
        .iter()
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)));
    let body = Bytes::from(encoded.collect::<Vec<_>>().join("&"));
    let endpoint = settings.endpoint(Service::Sts)?;
    let url: reqwest::Url = format!("{endpoint}/")
        .parse()
        .map_err(|error| refuse(format!("{endpoint}: {error}")))?;
    let mut headers = HeaderMap::new();
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("application/x-www-form-urlencoded; charset=utf-8"),
    );
    if let Some(credentials) = credentials {
        let host = HeaderValue::from_str(url.authority()).map_err(|error| refuse(error.to_string()))?;
        headers.insert(HOST, host);
        let scope = Scope {
            service: Service::Sts.signing_name(),
            region: settings.region()?,
            time: Timestamp::now(),
        };
        sign(&Method::POST, url.path(), &mut headers, &body, credentials, scope);
    }
    let mut request = http::Request::new(body);
    *request.method_mut() = Method::POST;
    *request.uri_mut() = url
        .as_str()
        .parse()
        .map_err(|error| refuse(format!("{url}: {error}")))?;
    *request.headers_mut() = headers;
    let (status, headers, body) = transport
        .fetch(request)
        .await
        .map_err(|failure| refuse(format!("{endpoint} {}", failure.trouble)))?;
    if !status.is_success() {
        let refusal = Refusal::read(Service::Sts, &form[0].1, status, &headers, &body);
        let error = refuse(refusal.to_string());
        return Err(match refusal.code.as_str() {
            "AccessDenied" => error.with_hint(
                "the role's trust policy must name who assumes it, and their policy must allow `sts:AssumeRole`",
            ),
            _ if refusal.is_expired() => error.with_hint("get new credentials to assume the role with"),
            _ => error,
        });
    }
    let text = |name: &str| {
        element(&body, name).ok_or_else(|| refuse(format!("{endpoint} gave an answer without `{name}`")))
    };
    Ok(Credentials {
        expires: text("Expiration")?.parse().ok(),
        ..Credentials::new(
            text("AccessKeyId")?,
            text("SecretAccessKey")?,
            Some(text("SessionToken")?),
        )
    })
}

/// The text of the first element of this name.
pub(crate) fn element(xml: &[u8], name: &str) -> Option<String> {
    let mut reader = Reader::from_str(std::str::from_utf8(xml).ok()?);
    let mut within = false;
    let mut text = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) if start.local_name().as_ref() == name => within = true,
            Event::Text(part) if within => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) if within => match reference.resolve_char_ref().ok()? {
                Some(character) => text.push(character),
                None => text.push_str(quick_xml::escape::resolve_xml_entity(&reference)?),
            },
            Event::End(end) if within && end.local_name().as_ref() == name => {
                return Some(text.trim().to_owned());
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::element;

    #[test]
    fn an_element_has_a_text() {
        let xml = b"<a xmlns='urn:x'><Error><Code> Expired </Code><Message>&lt;a&gt; &amp; &#98;</Message></Error></a>";
        assert_eq!(element(xml, "Code").as_deref(), Some("Expired"));
        assert_eq!(element(xml, "Message").as_deref(), Some("<a> & b"));
        assert_eq!(element(xml, "Type"), None);
        assert_eq!(element(b"<Code>", "Code"), None);
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in "[<>/&;#a-cC!\\[\\]\\-]{0,60}") {
            let _ = element(text.as_bytes(), "C");
        }
    }
}
