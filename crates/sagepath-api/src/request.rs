//! A request as it goes over the wire.

use jiff::Timestamp;
use sagepath_document::{Entry, Node, Value};
use serde_json::{Map, Number, Value as Json};

use crate::form;
use crate::operation::{Operation, Protocol};
use crate::shape::{Kind, Location, Shape};

/// An HTTP request, but for the host, the date and the signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `POST`.
    pub method: &'static str,
    /// The path, percent-encoded.
    pub path: String,
    /// The query, percent-encoded, without the question mark; empty if there is none.
    pub query: String,
    /// Headers that say what the request is.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// Why a document cannot be made a request: it is not valid, which [`Operation::validate`] tells in detail.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{operation}: `{field}` {reason}")]
pub struct RequestError {
    operation: &'static str,
    field: String,
    reason: &'static str,
}

impl Operation {
    /// The document in the form of the wire: the JSON that `aws ... --cli-input-json` takes.
    ///
    /// Fields are in the order of the model. Words of YAML become what their place says they are, moments numbers of seconds. What the shape does not know stays as it
    /// is.
    ///
    /// ```
    /// use sagepath_api::{Node, Value, find};
    ///
    /// let mut request = Node::new(Value::Map(Vec::new()));
    /// request.set("MaxResults", Node::new(Value::Word("5".to_owned())));
    /// request.set("NameContains", Node::new(Value::Word("5".to_owned())));
    /// let json = find("ListTrainingJobs").unwrap().to_json(&request);
    /// assert_eq!(json, serde_json::json!({"MaxResults": 5, "NameContains": "5"}));
    /// ```
    pub fn to_json(&self, document: &Node) -> Json {
        match self.input {
            Some(shape) => json(Some(shape), document),
            None => Json::Object(Map::new()),
        }
    }

    /// The request for a document.
    ///
    /// A field that is the body itself is given as its bytes, and is no part of the document.
    ///
    /// ```
    /// use sagepath_api::{Node, find};
    ///
    /// let input = Node::from(serde_json::json!({"EndpointName": "churn", "ContentType": "text/csv"}));
    /// let request = find("InvokeEndpoint").unwrap().request(&input, b"1,2,3")?;
    /// assert_eq!(request.path, "/endpoints/churn/invocations");
    /// assert_eq!(request.headers, [("Content-Type", "text/csv".to_owned())]);
    /// # Ok::<(), sagepath_api::RequestError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`RequestError`] if what belongs into the path, the query or headers is not there, or cannot stand there.
    pub fn request(&self, document: &Node, payload: &[u8]) -> Result<Request, RequestError> {
        let mut request = Request {
            method: self.method,
            path: self.path.to_owned(),
            query: String::new(),
            headers: Vec::new(),
            body: Vec::new(),
        };
        match self.service.protocol {
            Protocol::Json {
                version,
                target_prefix,
            } => {
                request
                    .headers
                    .push(("Content-Type", format!("application/x-amz-json-{version}")));
                request
                    .headers
                    .push(("X-Amz-Target", format!("{target_prefix}.{}", self.name)));
                request.body = self.to_json(document).to_string().into_bytes();
            }
            Protocol::Query => {
                let kind = "application/x-www-form-urlencoded; charset=utf-8";
                request.headers.push(("Content-Type", kind.to_owned()));
                let fields = self.to_json(document);
                request.body = form::write(self.name, self.service.version, &fields).into_bytes();
            }
            Protocol::RestJson | Protocol::RestXml => self.fill(&mut request, document, payload)?,
        }
        Ok(request)
    }

    /// Puts the fields of a request without a protocol of its own where they belong.
    fn fill(&self, request: &mut Request, document: &Node, payload: &[u8]) -> Result<(), RequestError> {
        let members = self.input.map_or(&[][..], Shape::members);
        let is_known = |entry: &&Entry| members.iter().any(|member| member.name == entry.key);
        if let Some(unknown) = document.entries().iter().find(|entry| !is_known(entry)) {
            return Err(RequestError {
                operation: self.name,
                field: unknown.key.clone(),
                reason: "is no field of it",
            });
        }
        let mut body = None;
        for member in members {
            let value = document.get(member.name);
            let refuse = |reason| RequestError {
                operation: self.name,
                field: member.name.to_owned(),
                reason,
            };
            let text = || match value.map(Node::as_str) {
                None if member.is_required => Err(refuse("is missing")),
                None => Ok(None),
                Some(None) => Err(refuse("is no text")),
                Some(Some(text)) => Ok(Some(text)),
            };
            match member.location {
                Location::Body => {
                    let fields = body.get_or_insert_with(Map::new);
                    if let Some(value) = value {
                        fields.insert(member.name.to_owned(), json(Some(member.shape), value));
                    }
                }
                Location::Payload if member.shape.members().is_empty() => request.body = payload.to_vec(),
                Location::Payload => {
                    if let Some(Json::Object(fields)) = value.map(|value| json(Some(member.shape), value)) {
                        body = Some(fields);
                    }
                }
                Location::Header(name) => {
                    if let Some(text) = text()? {
                        let is_sendable = |letter: char| letter == '\t' || !letter.is_control();
                        if !text.chars().all(is_sendable) {
                            return Err(refuse("has a line break or another control character"));
                        }
                        request.headers.push((name, text.to_owned()));
                    }
                }
                Location::Path(label) => {
                    let text = text()?.filter(|text| !text.is_empty());
                    let text = text.ok_or_else(|| refuse("is empty"))?;
                    request.path = request
                        .path
                        .replace(&format!("{{{label}}}"), &form::encoded(text).to_string());
                }
                Location::Query(name) => {
                    if let Some(text) = text()? {
                        let and = if request.query.is_empty() { "" } else { "&" };
                        request.query += &format!("{and}{name}={}", form::encoded(text));
                    }
                }
            }
        }
        if let Some(fields) = body {
            request
                .headers
                .push(("Content-Type", "application/json".to_owned()));
            request.body = Json::Object(fields).to_string().into_bytes();
        }
        Ok(())
    }
}

/// A document as JSON. Where no shape is known, words stay texts.
fn json(shape: Option<&Shape>, node: &Node) -> Json {
    let kind = shape.map(|shape| &shape.kind);
    match (&node.value, kind) {
        (Value::Null, _) => Json::Null,
        (Value::Boolean(truth), _) => Json::Bool(*truth),
        (Value::Number(number), _) => Json::Number(number.clone()),
        (Value::String(text) | Value::Word(text), Some(Kind::Timestamp)) => match moment(text) {
            Some(seconds) => Json::Number(seconds),
            None => Json::String(text.clone()),
        },
        (Value::Word(word), Some(Kind::Integer | Kind::Float)) => match number(word) {
            Some(number) => Json::Number(number),
            None => Json::String(word.clone()),
        },
        (Value::Word(word), Some(Kind::Boolean)) => match word.parse() {
            Ok(truth) => Json::Bool(truth),
            Err(_) => Json::String(word.clone()),
        },
        (Value::String(text) | Value::Word(text), _) => Json::String(text.clone()),
        (Value::List(items), _) => {
            let shape = match kind {
                Some(Kind::List(item)) => Some(*item),
                _ => None,
            };
            Json::Array(items.iter().map(|item| json(shape, item)).collect())
        }
        (Value::Map(entries), _) => {
            let shape_of = |key: &str| match kind {
                Some(Kind::Map { value, .. }) => Some(*value),
                Some(_) => shape?.member(key).map(|member| member.shape),
                None => None,
            };
            let mut fields: Vec<_> = entries
                .iter()
                .map(|entry| (entry.key.clone(), json(shape_of(&entry.key), &entry.value)))
                .collect();
            if let Some(Kind::Structure(members)) = kind {
                let place = |name: &str| members.iter().position(|member| member.name == name);
                fields.sort_by_key(|(name, _)| place(name).unwrap_or(members.len()));
            }
            Json::Object(fields.into_iter().collect())
        }
    }
}

/// A word as a number: JSON's numbers, and what Rust reads as one, such as `+5` and `.5`.
fn number(word: &str) -> Option<Number> {
    let whole = || word.parse::<i64>().ok().map(Number::from);
    let real = || Number::from_f64(word.parse().ok()?);
    word.parse().ok().or_else(whole).or_else(real)
}

/// The seconds since 1970 of a moment in RFC 3339, or of a day.
pub(crate) fn moment(text: &str) -> Option<Number> {
    if let Ok(number) = text.parse::<Number>() {
        return Some(number);
    }
    let timestamp = text.parse::<Timestamp>().ok().or_else(|| {
        let midnight = format!("{}T00:00:00Z", text.parse::<jiff::civil::Date>().ok()?);
        midnight.parse().ok()
    })?;
    Some(timestamp.as_second().into())
}
