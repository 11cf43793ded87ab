//! Services and their operations.

use sagepath_document::Node;

use crate::shape::Shape;
use crate::validate;
use crate::violation::Violation;

/// A service of AWS's.
#[derive(Debug)]
pub struct Service {
    /// botocore's name of it: `sagemaker`, `sagemaker-runtime`, `logs`.
    pub name: &'static str,
    /// The identifier that endpoint settings are derived from: `SageMaker Runtime` gives `AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME`.
    pub id: &'static str,
    /// The version of its model.
    pub version: &'static str,
    /// The first label of its host names: `api.sagemaker`.
    pub endpoint_prefix: &'static str,
    /// Its name in signatures.
    pub signing_name: &'static str,
    /// How requests are written.
    pub protocol: Protocol,
    /// All its operations that are known here.
    pub operations: &'static [&'static Operation],
}

/// How requests are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// Everything is in a JSON body, and a header names the operation.
    Json {
        /// The version, 1.1.
        version: &'static str,
        /// What stands before the operation's name in `X-Amz-Target`.
        target_prefix: &'static str,
    },
    /// Method, path, query and headers tell; the body is JSON, or what one field is.
    RestJson,
    /// Method, path, query and headers tell; the body is XML, which no operation here has.
    RestXml,
    /// Everything is in a form, and the answer is XML.
    Query,
}

/// Something that a service does.
#[derive(Debug)]
pub struct Operation {
    /// Its name: `CreateTrainingJob`.
    pub name: &'static str,
    /// Who does it.
    pub service: &'static Service,
    /// The HTTP method.
    pub method: &'static str,
    /// The path, with labels in braces: `/endpoints/{EndpointName}/invocations`.
    pub path: &'static str,
    /// What it takes.
    pub input: Option<&'static Shape>,
    /// What it gives.
    pub output: Option<&'static Shape>,
    /// What it is documented to fail with; any operation may fail with what is common to all.
    pub errors: &'static [&'static Shape],
    /// How its answers continue, if it lists something.
    pub pages: Option<Pages>,
    /// Whether a request must be signed.
    pub is_signed: bool,
}

/// How the answers of an operation that lists something continue.
#[derive(Clone, Copy, Debug)]
pub struct Pages {
    /// The field of the request that asks for the next page.
    pub input_token: &'static str,
    /// The field of an answer with its value; absent on the last page.
    pub output_token: &'static str,
    /// The field of the request that says how many items a page may have.
    pub limit: Option<&'static str>,
    /// The fields of an answer with the items.
    pub items: &'static [&'static str],
}

impl Operation {
    /// Everything that the service would not take in a request: of each structure what is missing, then what is wrong with its
    /// fields, in the order of the document.
    pub fn validate(&self, request: &Node) -> Vec<Violation> {
        self.input
            .map_or_else(Vec::new, |shape| validate::validate(shape, request))
    }
}

impl PartialEq for Service {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Service {}

impl PartialEq for Operation {
    fn eq(&self, other: &Self) -> bool {
        (self.service, self.name) == (other.service, other.name)
    }
}

impl Eq for Operation {}
