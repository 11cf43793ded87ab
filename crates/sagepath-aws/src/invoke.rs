//! Asking a model.

use bytes::Bytes;
use sagepath_api::{Operation, sagemaker_runtime};
use serde_json::{Value, json};

use crate::client::Client;
use crate::error::{Error, Refusal};
use crate::event_stream::{EventStream, EventStreamError, Message};
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
    /// Which inference component, where an endpoint has such.
    pub inference_component: Option<String>,
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
    operation: &'static Operation,
    events: Option<EventStream>,
    endpoint: String,
}

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
            inference_component,
            custom_attributes,
            stream,
            body,
        } = invocation;
        let operation = if *stream {
            &sagemaker_runtime::INVOKE_ENDPOINT_WITH_RESPONSE_STREAM
        } else {
            &sagemaker_runtime::INVOKE_ENDPOINT
        };
        let mut input = json!({ "EndpointName": endpoint });
        for (field, value) in [
            ("ContentType", content_type),
            ("Accept", accept),
            ("TargetModel", target_model),
            ("TargetVariant", target_variant),
            ("InferenceComponentName", inference_component),
            ("CustomAttributes", custom_attributes),
        ] {
            if let Some(value) = value {
                input[field] = value.as_str().into();
            }
        }
        let request = Request::new(operation, &input, body)?;
        let answer = self.send(&request, async |answer| Ok(answer)).await?;
        Ok(Reply {
            content_type: answer.field(operation, "ContentType"),
            variant: answer.field(operation, "InvokedProductionVariant"),
            answer,
            operation,
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
                && let Some(message) = events
                    .next_message()
                    .map_err(|error| malformed(self.operation, &error))?
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
                service: self.operation.service,
                host: format!("endpoint `{}`", self.endpoint),
                trouble: failure.trouble,
                attempts: 1,
                ambiguous: true,
            })?;
            match (part, &mut self.events) {
                (Some(part), Some(events)) => events.push(&part),
                (None, Some(events)) => {
                    events
                        .finish()
                        .map_err(|error| malformed(self.operation, &error))?;
                    return Ok(None);
                }
                (part, None) => return Ok(part),
            }
        }
    }

    /// What a model says in the middle of its answer when it fails.
    fn refused(&self, message: &Message) -> Error {
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
            operation: self.operation,
            status: self.answer.status().as_u16(),
            code: code.to_owned(),
            message: text.to_owned(),
            request_id: None,
            time: None,
            attempts: 1,
        }))
    }
}

fn malformed(operation: &'static Operation, error: &EventStreamError) -> Error {
    Error::Malformed {
        operation,
        reason: error.to_string(),
    }
}
