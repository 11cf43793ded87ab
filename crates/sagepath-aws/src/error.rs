//! What goes wrong between a request and its answer.

use std::fmt;

use http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use sagepath_api::{Operation, RequestError, Service};
use serde_json::Value;

use crate::credentials::CredentialsError;
use crate::settings::SettingsError;
use crate::xml::element;

/// Why a request has no answer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// What is set cannot be used.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// There are no credentials.
    #[error(transparent)]
    Credentials(#[from] CredentialsError),
    /// What is asked for cannot be said in a request.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// The service has answered, and refuses.
    #[error("{0}")]
    Refused(Box<Refusal>),
    /// The service was not reached, or broke off.
    #[error("{} at {host} {trouble}{}", service.id, tried(*attempts))]
    Unreachable {
        /// The service.
        service: &'static Service,
        /// Where it should be.
        host: String,
        /// What happened.
        trouble: Trouble,
        /// How many times it was tried.
        attempts: u32,
        /// Whether the service may have done what it was asked for.
        ambiguous: bool,
    },
    /// The answer is not what the protocol says.
    #[error("{} gave an answer to {} that cannot be read: {reason}", operation.service.id, operation.name)]
    Malformed {
        /// What the service was asked for.
        operation: &'static Operation,
        /// What is wrong with it.
        reason: String,
    },
}

fn tried(attempts: u32) -> String {
    if attempts > 1 {
        format!(" (tried {attempts} times)")
    } else {
        String::new()
    }
}

/// What happened to a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Its host has no address.
    NoAddress(String),
    /// It could not be made.
    Connect(String),
    /// It took too long.
    TimedOut,
    /// It ended too early.
    Broken(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::NoAddress(reason) => write!(formatter, "was not found: {reason}"),
            Trouble::Connect(reason) => write!(formatter, "cannot be reached: {reason}"),
            Trouble::TimedOut => formatter.write_str("does not answer in time"),
            Trouble::Broken(reason) => write!(formatter, "broke off: {reason}"),
        }
    }
}

/// A service's no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What was asked for.
    pub operation: &'static Operation,
    /// The status of HTTP.
    pub status: u16,
    /// The service's code, such as `ValidationException`.
    pub code: String,
    /// What the service says.
    pub message: String,
    /// What AWS's support wants to know.
    pub request_id: Option<String>,
    /// How many times it was asked.
    pub attempts: u32,
    /// What time it was by the service's clock.
    pub(crate) time: Option<Timestamp>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Refusal {
            operation,
            code,
            message,
            attempts,
            ..
        } = self;
        write!(formatter, "{} was refused: {code}", operation.name)?;
        if !message.is_empty() {
            write!(formatter, ": {}", message.trim())?;
        }
        formatter.write_str(&tried(*attempts))?;
        if let Some(id) = &self.request_id {
            write!(formatter, " [request {id}]")?;
        }
        Ok(())
    }
}

/// Codes of a service that is asked too often. Source: the retry rules of botocore.
const THROTTLING: [&str; 14] = [
    "BandwidthLimitExceeded",
    "EC2ThrottledException",
    "LimitExceededException",
    "PriorRequestNotComplete",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "RequestThrottled",
    "RequestThrottledException",
    "SlowDown",
    "ThrottledException",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
    "TransactionInProgressException",
];

/// Codes of credentials that are no longer valid.
const EXPIRED: [&str; 4] = [
    "ExpiredToken",
    "ExpiredTokenException",
    "TokenRefreshRequired",
    "RequestExpired",
];

/// Codes of a signature whose time may be wrong. Source: what the SDKs take as signs of a clock that is wrong.
const CLOCK: [&str; 7] = [
    "RequestTimeTooSkewed",
    "RequestInTheFuture",
    "RequestExpired",
    "InvalidSignatureException",
    "SignatureDoesNotMatch",
    "AuthFailure",
    "IncompleteSignature",
];

impl Refusal {
    /// Reads the no from an answer, in JSON or in XML, or as well as it can be told.
    pub(crate) fn read(
        operation: &'static Operation,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Self {
        let header = |name: &str| {
            let value = headers.get(name)?.to_str().ok()?;
            Some(value.to_owned())
        };
        let json: Value = serde_json::from_slice(body).unwrap_or_default();
        let member = |names: &[&str]| {
            let found = names.iter().find_map(|name| json.get(name));
            found?.as_str().map(str::to_owned)
        };
        let xml = |name: &str| element(body, name);
        let code = header("x-amzn-errortype")
            .or_else(|| header("x-amzn-query-error"))
            .or_else(|| member(&["__type", "code", "Code", "error"]))
            .or_else(|| xml("Code"));
        // `com.amazonaws.sagemaker#ResourceInUse:http://…` and `ResourceInUse;Sender` are `ResourceInUse`.
        let code = code.map(|code| {
            let name = code.rsplit('#').next().unwrap_or_default();
            let end = name.find([':', ';']).unwrap_or(name.len());
            name[..end].to_owned()
        });
        let message = member(&[
            "message",
            "Message",
            "errorMessage",
            "OriginalMessage",
            "error_description",
        ])
        .or_else(|| xml("Message"))
        .unwrap_or_default();
        Refusal {
            operation,
            status: status.as_u16(),
            code: code
                .filter(|code| !code.is_empty())
                .unwrap_or_else(|| format!("status {status}")),
            message,
            request_id: header("x-amzn-requestid").or_else(|| header("x-amz-request-id")),
            attempts: 1,
            time: header("date").and_then(|date| Some(jiff::fmt::rfc2822::parse(&date).ok()?.timestamp())),
        }
    }

    /// Whether the service is asked too often.
    pub fn is_throttling(&self) -> bool {
        self.status == 429 || THROTTLING.contains(&self.code.as_str())
    }

    /// Whether the service itself has failed, so that it may answer later.
    pub fn is_fault(&self) -> bool {
        matches!(self.status, 500 | 502 | 503 | 504)
    }

    /// Whether the credentials are no longer valid.
    pub fn is_expired(&self) -> bool {
        EXPIRED.contains(&self.code.as_str())
    }

    pub(crate) fn may_be_the_clock(&self) -> bool {
        CLOCK.contains(&self.code.as_str())
    }

    /// Whether there is no such thing. SageMaker says so by several codes, and often only in words.
    pub fn is_not_found(&self) -> bool {
        let message = self.message.to_ascii_lowercase();
        match self.code.as_str() {
            "ResourceNotFound" | "ResourceNotFoundException" => true,
            "ValidationException" | "ValidationError" => ["could not find", "not found", "does not exist"]
                .iter()
                .any(|words| message.contains(words)),
            _ => false,
        }
    }

    /// Whether there is such a thing already.
    pub fn is_in_use(&self) -> bool {
        self.code == "ResourceInUse"
            || (self.code.starts_with("ValidationE") && {
                let message = self.message.to_ascii_lowercase();
                message.contains("already exist") || message.contains("already been used")
            })
    }

    fn hint(&self) -> Option<String> {
        let code = self.code.as_str();
        Some(match code {
            _ if self.is_expired() => {
                "get new credentials: `aws sso login`, `aws login`, or new keys in the environment or the profile".to_owned()
            }
            _ if self.is_throttling() => "the account asks too often: wait a little, and try again".to_owned(),
            "UnrecognizedClientException" | "InvalidClientTokenId" | "InvalidAccessKeyId" => {
                "AWS does not know this access key: `aws sts get-caller-identity` tells which one is in use".to_owned()
            }
            "InvalidSignatureException" | "SignatureDoesNotMatch" => {
                "the secret key does not belong to the access key, or a proxy has changed the request".to_owned()
            }
            "RequestTimeTooSkewed" | "RequestInTheFuture" => "set this machine's clock".to_owned(),
            "AccessDenied" | "AccessDeniedException" => format!(
                "the policy of the user or role must allow the action `{}:{}`",
                self.operation.service.signing_name, self.operation.name
            ),
            "ResourceLimitExceeded" => {
                "ask for more in the Service Quotas console, or take another instance type".to_owned()
            }
            "OptInRequired" => "the region must be enabled for the account first".to_owned(),
            _ if self.is_fault() => "the service has trouble of its own: try again later".to_owned(),
            _ => return None,
        })
    }
}

impl Error {
    /// The service's no, if it is one.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Error::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// A word for programs: the service's code, or one of ours.
    pub fn code(&self) -> &str {
        match self {
            Error::Settings(_) => "Settings",
            Error::Credentials(_) => "NoCredentials",
            Error::Request(_) => "MalformedRequest",
            Error::Refused(refusal) => &refusal.code,
            Error::Unreachable {
                trouble: Trouble::TimedOut,
                ..
            } => "Timeout",
            Error::Unreachable { .. } => "Unreachable",
            Error::Malformed { .. } => "MalformedAnswer",
        }
    }

    /// Whether there is no such thing.
    pub fn is_not_found(&self) -> bool {
        self.refusal().is_some_and(Refusal::is_not_found)
    }

    /// Whether the service may have done what it was asked for.
    pub fn is_ambiguous(&self) -> bool {
        match self {
            Error::Unreachable { ambiguous, .. } => *ambiguous,
            Error::Refused(refusal) => refusal.is_fault(),
            Error::Malformed { .. } => true,
            Error::Settings(_) | Error::Credentials(_) | Error::Request(_) => false,
        }
    }

    /// The same, of the last of so many attempts.
    pub(crate) fn after(mut self, count: u32) -> Self {
        match &mut self {
            Error::Refused(refusal) => refusal.attempts = count,
            Error::Unreachable { attempts, .. } => *attempts = count,
            Error::Settings(_) | Error::Credentials(_) | Error::Request(_) | Error::Malformed { .. } => {}
        }
        self
    }

    /// What to do next.
    pub fn hint(&self) -> Option<String> {
        match self {
            Error::Settings(error) => error.hint(),
            Error::Credentials(error) => error.hint(),
            Error::Refused(refusal) => refusal.hint(),
            Error::Request(_) => None,
            Error::Unreachable { trouble, .. } => Some(
                match trouble {
                    Trouble::NoAddress(_) | Trouble::Connect(_) => {
                        "look at the region, at AWS_ENDPOINT_URL, at HTTPS_PROXY, and at the network"
                    }
                    Trouble::TimedOut => "`--read-timeout SECONDS` waits longer",
                    Trouble::Broken(_) => "try again",
                }
                .to_owned(),
            ),
            Error::Malformed { .. } => Some(
                "a proxy may have answered in the service's place: look at HTTPS_PROXY and AWS_ENDPOINT_URL"
                    .to_owned(),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use sagepath_api::sagemaker;

    use super::*;

    fn read(headers: &[(&'static str, &'static str)], body: &str) -> Refusal {
        let headers = headers
            .iter()
            .map(|(name, value)| {
                (
                    http::HeaderName::from_static(name),
                    http::HeaderValue::from_static(value),
                )
            })
            .collect();
        Refusal::read(
            &sagemaker::DESCRIBE_MODEL,
            StatusCode::BAD_REQUEST,
            &headers,
            body.as_bytes(),
        )
    }

    #[test]
    fn a_code_is_found_wherever_it_stands() {
        let cases = [
            (
                &[][..],
                r#"{"__type":"ResourceInUse","message":"m"}"#,
                "ResourceInUse",
            ),
            (
                &[],
                r#"{"__type":"com.amazonaws.sagemaker#ResourceInUse"}"#,
                "ResourceInUse",
            ),
            (
                &[("x-amzn-errortype", "ModelError:http://internal.amazon.com/x")],
                "",
                "ModelError",
            ),
            (
                &[("x-amzn-query-error", "ValidationError;Sender")],
                "{}",
                "ValidationError",
            ),
            (
                &[],
                "<ErrorResponse><Error><Code>ExpiredToken</Code></Error></ErrorResponse>",
                "ExpiredToken",
            ),
            (&[], "<html>Bad gateway", "status 400 Bad Request"),
            (&[], "", "status 400 Bad Request"),
            (&[], r#"{"__type": 7}"#, "status 400 Bad Request"),
        ];
        for (headers, body, code) in cases {
            assert_eq!(read(headers, body).code, code, "{body}");
        }
    }

    #[test]
    fn what_is_not_there_is_told_by_code_or_in_words() {
        for (body, not_found) in [
            (r#"{"__type":"ResourceNotFound"}"#, true),
            (
                r#"{"__type":"ValidationException","message":"Could not find model \"arn\"."}"#,
                true,
            ),
            (
                r#"{"__type":"ValidationException","message":"Requested resource not found."}"#,
                true,
            ),
            (
                r#"{"__type":"ValidationException","message":"1 validation error detected"}"#,
                false,
            ),
        ] {
            assert_eq!(read(&[], body).is_not_found(), not_found, "{body}");
        }
    }

    #[test]
    fn a_refusal_names_the_request() {
        let refusal = read(
            &[("x-amzn-requestid", "7a62c49f")],
            r#"{"__type":"ValidationException","message":"no"}"#,
        );
        assert_eq!(
            refusal.to_string(),
            "DescribeModel was refused: ValidationException: no [request 7a62c49f]"
        );
    }
}
