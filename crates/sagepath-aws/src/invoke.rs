//! Asking a model.

use bytes::Bytes;
use http::Method;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::client::Client;
use crate::endpoint::Service;
use crate::error::{Error, Refusal};
use crate::event_stream::EventStream;
use crate::request::Request;
use crate::transport::Answer;

/// What is asked of an endpoint.
#[derive(Clone, Debug, Default)]
pub struct Invocation {
    /// The endpoint's name.
    pub endpoint: String,
    /// The type of the body, such as `text/csv`.
    pub content_type: Option<String>,
    /// The type that the answer should have.
    pub accept: Option<String>,
    /// Which model, where an endpoint has many.
    pub target_model: Option<String>,
    /// Which variant, where an endpoint has several.
    pub target_variant: Option<String>,
    /// What the container gets beside the body.
    pub custom_attributes: Option<String>,
    /// Whether the answer should come in parts, as the container makes them.
    pub stream: bool,
    /// What the model gets.
    pub body: Bytes,
}

/// What a model answers.
#[derive(Debug)]
pub struct Reply {
    /// The type of the answer.
    pub content_type: Option<String>,
    /// The variant that gave it.
    pub variant: Option<String>,
    answer: Answer,
    events: Option<EventStream>,
    endpoint: String,
}

const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

impl Client {
    /// Asks a model. The answer is read from what this gives.
    ///
    /// # Errors
    ///
    /// The endpoint or its container refuses, or there is no answer.
    pub async fn invoke(&self, invocation: &Invocation) -> Result<Reply, Error> {
        let Invocation {
            endpoint,
            content_type,
            accept,
            target_model,
            target_variant,
            custom_attributes,
            stream,
            body,
        } = invocation;
        let name = utf8_percent_encode(endpoint, SEGMENT);
        // The streaming operation has another name for the same header.
        let (operation, path, accept_header, type_header, variant_header) = if *stream {
            (
                "InvokeEndpointWithResponseStream",
                format!("/endpoints/{name}/invocations-response-stream"),
                "x-amzn-sagemaker-accept",
                "x-amzn-sagemaker-content-type",
                "x-amzn-invoked-production-variant",
            )
        } else {
            (
                "InvokeEndpoint",
                format!("/endpoints/{name}/invocations"),
                "accept",
                "content-type",
                "x-amzn-invoked-production-variant",
            )
        };
        let mut request =
            Request::new(Service::SageMakerRuntime, operation, Method::POST, &path).body(body.clone());
        for (name, value) in [
            ("content-type", content_type),
            (accept_header, accept),
            ("x-amzn-sagemaker-target-model", target_model),
            ("x-amzn-sagemaker-target-variant", target_variant),
            ("x-amzn-sagemaker-custom-attributes", custom_attributes),
        ] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let answer = self.send(&request, async |answer| Ok(answer)).await?;
        let header = |name: &str| {
            let value = answer.headers().get(name)?.to_str().ok()?;
            Some(value.to_owned())
        };
        Ok(Reply {
            content_type: header(type_header),
            variant: header(variant_header),
            answer,
            events: stream.then(EventStream::default),
            endpoint: endpoint.clone(),
        })
    }
}

impl Reply {
    /// The next part of the answer; `None` at its end.
    ///
    /// # Errors
    ///
    /// The connection breaks off, or the model fails on its way.
    pub async fn part(&mut self) -> Result<Option<Bytes>, Error> {
        loop {
            if let Some(events) = &mut self.events
                && let Some(message) = events.next_message().map_err(|error| self_malformed(&error))?
            {
                match message.header(":message-type") {
                    Some("exception" | "error") => return Err(self.refused(&message)),
                    _ if message.header(":event-type") == Some("PayloadPart") => {
                        return Ok(Some(message.payload));
                    }
                    // What a later release adds is passed over.
                    _ => continue,
                }
            }
            let part = self.answer.part().await.map_err(|failure| Error::Unreachable {
                service: Service::SageMakerRuntime.title(),
                host: format!("endpoint `{}`", self.endpoint),
                trouble: failure.trouble,
                attempts: 1,
                ambiguous: true,
            })?;
            match (part, &mut self.events) {
                (Some(part), Some(events)) => events.push(&part),
                (None, Some(events)) => {
                    events.finish().map_err(|error| self_malformed(&error))?;
                    return Ok(None);
                }
                (part, None) => return Ok(part),
            }
        }
    }

    /// What a model says in the middle of its answer when it fails.
    fn refused(&self, message: &crate::event_stream::Message) -> Error {
        let body: Value = serde_json::from_slice(&message.payload).unwrap_or_default();
        let member = |name: &str| body.get(name).and_then(Value::as_str);
        let code = message
            .header(":exception-type")
            .or_else(|| message.header(":error-code"))
            .unwrap_or("ModelStreamError");
        let text = member("Message")
            .or_else(|| member("message"))
            .or_else(|| message.header(":error-message"))
            .unwrap_or_default();
        Error::Refused(Box::new(Refusal {
            service: Service::SageMakerRuntime,
            operation: "InvokeEndpointWithResponseStream".to_owned(),
            status: self.answer.status().as_u16(),
            code: code.to_owned(),
            message: text.to_owned(),
            request_id: None,
            attempts: 1,
        }))
    }
}

fn self_malformed(error: &crate::event_stream::EventStreamError) -> Error {
    Error::Malformed {
        service: Service::SageMakerRuntime.title(),
        operation: "InvokeEndpointWithResponseStream".to_owned(),
        reason: error.to_string(),
    }
}
