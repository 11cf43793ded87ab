//! SageMaker Runtime.
//!
//! Generated from botocore 1.44.8 by `cargo xtask generate`; do not edit.

use crate::operation::{Operation, Protocol, Service};
use crate::shape::{Location, Member, Shape};

/// The service.
pub static SERVICE: Service = Service {
    name: "sagemaker-runtime",
    id: "SageMaker Runtime",
    version: "2017-05-13",
    endpoint_prefix: "runtime.sagemaker",
    signing_name: "sagemaker",
    protocol: Protocol::RestJson,
    operations: OPERATIONS,
};

static OPERATIONS: &[&Operation] = &[&INVOKE_ENDPOINT, &INVOKE_ENDPOINT_WITH_RESPONSE_STREAM];

/// `InvokeEndpoint`.
pub static INVOKE_ENDPOINT: Operation = Operation {
    name: "InvokeEndpoint",
    service: &SERVICE,
    method: "POST",
    path: "/endpoints/{EndpointName}/invocations",
    input: Some(&INVOKE_ENDPOINT_INPUT),
    output: Some(&INVOKE_ENDPOINT_OUTPUT),
    errors: &[
        &INTERNAL_FAILURE,
        &SERVICE_UNAVAILABLE,
        &VALIDATION_ERROR,
        &MODEL_ERROR,
        &INTERNAL_DEPENDENCY_EXCEPTION,
        &MODEL_NOT_READY_EXCEPTION,
    ],
    pages: None,
    is_signed: true,
};

/// `InvokeEndpointWithResponseStream`.
pub static INVOKE_ENDPOINT_WITH_RESPONSE_STREAM: Operation = Operation {
    name: "InvokeEndpointWithResponseStream",
    service: &SERVICE,
    method: "POST",
    path: "/endpoints/{EndpointName}/invocations-response-stream",
    input: Some(&INVOKE_ENDPOINT_WITH_RESPONSE_STREAM_INPUT),
    output: Some(&INVOKE_ENDPOINT_WITH_RESPONSE_STREAM_OUTPUT),
    errors: &[
        &INTERNAL_FAILURE,
        &SERVICE_UNAVAILABLE,
        &VALIDATION_ERROR,
        &MODEL_ERROR,
        &MODEL_STREAM_ERROR,
        &INTERNAL_STREAM_FAILURE,
    ],
    pages: None,
    is_signed: true,
};

static BODY_BLOB: Shape = Shape::blob("BodyBlob").at_most(6291456);

static CUSTOM_ATTRIBUTES_HEADER: Shape =
    Shape::matching("CustomAttributesHeader", r"\p{ASCII}*").at_most(1024);

static ENABLE_EXPLANATIONS_HEADER: Shape = Shape::matching("EnableExplanationsHeader", ".*")
    .at_least(1)
    .at_most(64);

static ENDPOINT_NAME: Shape = Shape::matching("EndpointName", "^[a-zA-Z0-9](-*[a-zA-Z0-9])*").at_most(63);

static ERROR_CODE: Shape = Shape::string("ErrorCode");

static HEADER: Shape = Shape::matching("Header", r"\p{ASCII}*").at_most(1024);

static INFERENCE_COMPONENT_HEADER: Shape = Shape::matching(
    "InferenceComponentHeader",
    r"^[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?$",
)
.at_most(63);

static INFERENCE_ID: Shape = Shape::matching("InferenceId", r"\A\S[\p{Print}]*\z")
    .at_least(1)
    .at_most(64);

static INTERNAL_DEPENDENCY_EXCEPTION: Shape = Shape::structure(
    "InternalDependencyException",
    &[Member::optional("Message", &MESSAGE)],
);

static INTERNAL_FAILURE: Shape =
    Shape::structure("InternalFailure", &[Member::optional("Message", &MESSAGE)]);

static INTERNAL_STREAM_FAILURE: Shape =
    Shape::structure("InternalStreamFailure", &[Member::optional("Message", &MESSAGE)]);

static INVOKE_ENDPOINT_INPUT: Shape = Shape::structure(
    "InvokeEndpointInput",
    &[
        Member::required("EndpointName", &ENDPOINT_NAME).at(Location::Path("EndpointName")),
        Member::required("Body", &BODY_BLOB).at(Location::Payload),
        Member::optional("ContentType", &HEADER).at(Location::Header("Content-Type")),
        Member::optional("Accept", &HEADER).at(Location::Header("Accept")),
        Member::optional("CustomAttributes", &CUSTOM_ATTRIBUTES_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Custom-Attributes")),
        Member::optional("TargetModel", &TARGET_MODEL_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Target-Model")),
        Member::optional("TargetVariant", &TARGET_VARIANT_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Target-Variant")),
        Member::optional("TargetContainerHostname", &TARGET_CONTAINER_HOSTNAME_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Target-Container-Hostname")),
        Member::optional("InferenceId", &INFERENCE_ID).at(Location::Header("X-Amzn-SageMaker-Inference-Id")),
        Member::optional("EnableExplanations", &ENABLE_EXPLANATIONS_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Enable-Explanations")),
        Member::optional("InferenceComponentName", &INFERENCE_COMPONENT_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Inference-Component")),
        Member::optional("SessionId", &SESSION_ID_OR_NEW_SESSION_CONSTANT_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Session-Id")),
        Member::optional("PrefixAwareId", &PREFIX_AWARE_ID_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Prefix-Aware-Id")),
    ],
);

static INVOKE_ENDPOINT_OUTPUT: Shape = Shape::structure(
    "InvokeEndpointOutput",
    &[
        Member::required("Body", &BODY_BLOB).at(Location::Payload),
        Member::optional("ContentType", &HEADER).at(Location::Header("Content-Type")),
        Member::optional("InvokedProductionVariant", &HEADER)
            .at(Location::Header("x-Amzn-Invoked-Production-Variant")),
        Member::optional("CustomAttributes", &CUSTOM_ATTRIBUTES_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Custom-Attributes")),
        Member::optional("NewSessionId", &NEW_SESSION_RESPONSE_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-New-Session-Id")),
        Member::optional("ClosedSessionId", &SESSION_ID_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Closed-Session-Id")),
    ],
);

static INVOKE_ENDPOINT_WITH_RESPONSE_STREAM_INPUT: Shape = Shape::structure(
    "InvokeEndpointWithResponseStreamInput",
    &[
        Member::required("EndpointName", &ENDPOINT_NAME).at(Location::Path("EndpointName")),
        Member::required("Body", &BODY_BLOB).at(Location::Payload),
        Member::optional("ContentType", &HEADER).at(Location::Header("Content-Type")),
        Member::optional("Accept", &HEADER).at(Location::Header("X-Amzn-SageMaker-Accept")),
        Member::optional("CustomAttributes", &CUSTOM_ATTRIBUTES_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Custom-Attributes")),
        Member::optional("TargetVariant", &TARGET_VARIANT_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Target-Variant")),
        Member::optional("TargetContainerHostname", &TARGET_CONTAINER_HOSTNAME_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Target-Container-Hostname")),
        Member::optional("InferenceId", &INFERENCE_ID).at(Location::Header("X-Amzn-SageMaker-Inference-Id")),
        Member::optional("InferenceComponentName", &INFERENCE_COMPONENT_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Inference-Component")),
        Member::optional("SessionId", &SESSION_ID_HEADER).at(Location::Header("X-Amzn-SageMaker-Session-Id")),
        Member::optional("PrefixAwareId", &PREFIX_AWARE_ID_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Prefix-Aware-Id")),
    ],
);

static INVOKE_ENDPOINT_WITH_RESPONSE_STREAM_OUTPUT: Shape = Shape::structure(
    "InvokeEndpointWithResponseStreamOutput",
    &[
        Member::required("Body", &RESPONSE_STREAM).at(Location::Payload),
        Member::optional("ContentType", &HEADER).at(Location::Header("X-Amzn-SageMaker-Content-Type")),
        Member::optional("InvokedProductionVariant", &HEADER)
            .at(Location::Header("x-Amzn-Invoked-Production-Variant")),
        Member::optional("CustomAttributes", &CUSTOM_ATTRIBUTES_HEADER)
            .at(Location::Header("X-Amzn-SageMaker-Custom-Attributes")),
    ],
);

static LOG_STREAM_ARN: Shape = Shape::string("LogStreamArn");

static MESSAGE: Shape = Shape::string("Message").at_most(2048);

static MODEL_ERROR: Shape = Shape::structure(
    "ModelError",
    &[
        Member::optional("Message", &MESSAGE),
        Member::optional("OriginalStatusCode", &STATUS_CODE),
        Member::optional("OriginalMessage", &MESSAGE),
        Member::optional("LogStreamArn", &LOG_STREAM_ARN),
    ],
);

static MODEL_NOT_READY_EXCEPTION: Shape =
    Shape::structure("ModelNotReadyException", &[Member::optional("Message", &MESSAGE)]);

static MODEL_STREAM_ERROR: Shape = Shape::structure(
    "ModelStreamError",
    &[
        Member::optional("Message", &MESSAGE),
        Member::optional("ErrorCode", &ERROR_CODE),
    ],
);

static NEW_SESSION_RESPONSE_HEADER: Shape = Shape::matching(
    "NewSessionResponseHeader",
    r"^[a-zA-Z0-9](-*[a-zA-Z0-9])*;\sExpires=[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
)
.at_most(256);

static PART_BLOB: Shape = Shape::blob("PartBlob");

static PAYLOAD_PART: Shape = Shape::structure("PayloadPart", &[Member::optional("Bytes", &PART_BLOB)]);

static PREFIX_AWARE_ID_HEADER: Shape = Shape::matching("PrefixAwareIdHeader", r"\A\S[\p{Print}]*\z")
    .at_least(1)
    .at_most(64);

static RESPONSE_STREAM: Shape = Shape::event_stream(
    "ResponseStream",
    &[
        Member::optional("PayloadPart", &PAYLOAD_PART),
        Member::optional("ModelStreamError", &MODEL_STREAM_ERROR),
        Member::optional("InternalStreamFailure", &INTERNAL_STREAM_FAILURE),
    ],
);

static SERVICE_UNAVAILABLE: Shape =
    Shape::structure("ServiceUnavailable", &[Member::optional("Message", &MESSAGE)]);

static SESSION_ID_HEADER: Shape =
    Shape::matching("SessionIdHeader", "^[a-zA-Z0-9](-*[a-zA-Z0-9])*$").at_most(256);

static SESSION_ID_OR_NEW_SESSION_CONSTANT_HEADER: Shape = Shape::matching(
    "SessionIdOrNewSessionConstantHeader",
    "^(NEW_SESSION)$|^[a-zA-Z0-9](-*[a-zA-Z0-9])*$",
)
.at_most(256);

static STATUS_CODE: Shape = Shape::integer("StatusCode");

static TARGET_CONTAINER_HOSTNAME_HEADER: Shape =
    Shape::matching("TargetContainerHostnameHeader", "^[a-zA-Z0-9](-*[a-zA-Z0-9])*").at_most(63);

static TARGET_MODEL_HEADER: Shape = Shape::matching("TargetModelHeader", r"\A\S[\p{Print}]*\z")
    .at_least(1)
    .at_most(1024);

static TARGET_VARIANT_HEADER: Shape =
    Shape::matching("TargetVariantHeader", "^[a-zA-Z0-9](-*[a-zA-Z0-9])*").at_most(63);

static VALIDATION_ERROR: Shape =
    Shape::structure("ValidationError", &[Member::optional("Message", &MESSAGE)]);
