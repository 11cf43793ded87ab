//! SageMaker.
//!
//! Generated from botocore 1.44.8 by `cargo xtask generate`; do not edit.

use crate::operation::{Operation, Pages, Protocol, Service};
use crate::shape::{Member, Shape};

/// The service.
pub static SERVICE: Service = Service {
    name: "sagemaker",
    id: "SageMaker",
    version: "2017-07-24",
    endpoint_prefix: "api.sagemaker",
    signing_name: "sagemaker",
    protocol: Protocol::Json {
        version: "1.1",
        target_prefix: "SageMaker",
    },
    operations: OPERATIONS,
};

static OPERATIONS: &[&Operation] = &[
    &CREATE_TRAINING_JOB,
    &DESCRIBE_TRAINING_JOB,
    &LIST_TRAINING_JOBS,
    &STOP_TRAINING_JOB,
    &CREATE_PROCESSING_JOB,
    &DESCRIBE_PROCESSING_JOB,
    &LIST_PROCESSING_JOBS,
    &STOP_PROCESSING_JOB,
    &CREATE_TRANSFORM_JOB,
    &DESCRIBE_TRANSFORM_JOB,
    &LIST_TRANSFORM_JOBS,
    &STOP_TRANSFORM_JOB,
    &CREATE_MODEL,
    &DESCRIBE_MODEL,
    &LIST_MODELS,
    &DELETE_MODEL,
    &CREATE_ENDPOINT_CONFIG,
    &DESCRIBE_ENDPOINT_CONFIG,
    &LIST_ENDPOINT_CONFIGS,
    &DELETE_ENDPOINT_CONFIG,
    &CREATE_ENDPOINT,
    &DESCRIBE_ENDPOINT,
    &LIST_ENDPOINTS,
    &UPDATE_ENDPOINT,
    &DELETE_ENDPOINT,
];

/// `CreateTrainingJob`.
pub static CREATE_TRAINING_JOB: Operation = Operation {
    name: "CreateTrainingJob",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&CREATE_TRAINING_JOB_REQUEST),
    output: Some(&CREATE_TRAINING_JOB_RESPONSE),
    errors: &[&RESOURCE_NOT_FOUND, &RESOURCE_IN_USE, &RESOURCE_LIMIT_EXCEEDED],
    pages: None,
    is_signed: true,
};

/// `DescribeTrainingJob`.
pub static DESCRIBE_TRAINING_JOB: Operation = Operation {
    name: "DescribeTrainingJob",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&DESCRIBE_TRAINING_JOB_REQUEST),
    output: Some(&DESCRIBE_TRAINING_JOB_RESPONSE),
    errors: &[&RESOURCE_NOT_FOUND],
    pages: None,
    is_signed: true,
};

/// `ListTrainingJobs`.
pub static LIST_TRAINING_JOBS: Operation = Operation {
    name: "ListTrainingJobs",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&LIST_TRAINING_JOBS_REQUEST),
    output: Some(&LIST_TRAINING_JOBS_RESPONSE),
    errors: &[],
    pages: Some(Pages {
        input_token: "NextToken",
        output_token: "NextToken",
        limit: Some("MaxResults"),
        items: &["TrainingJobSummaries"],
    }),
    is_signed: true,
};

/// `StopTrainingJob`.
pub static STOP_TRAINING_JOB: Operation = Operation {
    name: "StopTrainingJob",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&STOP_TRAINING_JOB_REQUEST),
    output: None,
    errors: &[&RESOURCE_NOT_FOUND],
    pages: None,
    is_signed: true,
};

/// `CreateProcessingJob`.
pub static CREATE_PROCESSING_JOB: Operation = Operation {
    name: "CreateProcessingJob",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&CREATE_PROCESSING_JOB_REQUEST),
    output: Some(&CREATE_PROCESSING_JOB_RESPONSE),
    errors: &[&RESOURCE_NOT_FOUND, &RESOURCE_IN_USE, &RESOURCE_LIMIT_EXCEEDED],
    pages: None,
    is_signed: true,
};

/// `DescribeProcessingJob`.
pub static DESCRIBE_PROCESSING_JOB: Operation = Operation {
    name: "DescribeProcessingJob",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&DESCRIBE_PROCESSING_JOB_REQUEST),
    output: Some(&DESCRIBE_PROCESSING_JOB_RESPONSE),
    errors: &[&RESOURCE_NOT_FOUND],
    pages: None,
    is_signed: true,
};

/// `ListProcessingJobs`.
pub static LIST_PROCESSING_JOBS: Operation = Operation {
    name: "ListProcessingJobs",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&LIST_PROCESSING_JOBS_REQUEST),
    output: Some(&LIST_PROCESSING_JOBS_RESPONSE),
    errors: &[],
    pages: Some(Pages {
        input_token: "NextToken",
        output_token: "NextToken",
        limit: Some("MaxResults"),
        items: &["ProcessingJobSummaries"],
    }),
    is_signed: true,
};

/// `StopProcessingJob`.
pub static STOP_PROCESSING_JOB: Operation = Operation {
    name: "StopProcessingJob",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&STOP_PROCESSING_JOB_REQUEST),
    output: None,
    errors: &[&RESOURCE_NOT_FOUND],
    pages: None,
    is_signed: true,
};

/// `CreateTransformJob`.
pub static CREATE_TRANSFORM_JOB: Operation = Operation {
    name: "CreateTransformJob",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&CREATE_TRANSFORM_JOB_REQUEST),
    output: Some(&CREATE_TRANSFORM_JOB_RESPONSE),
    errors: &[&RESOURCE_NOT_FOUND, &RESOURCE_IN_USE, &RESOURCE_LIMIT_EXCEEDED],
    pages: None,
    is_signed: true,
};

/// `DescribeTransformJob`.
pub static DESCRIBE_TRANSFORM_JOB: Operation = Operation {
    name: "DescribeTransformJob",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&DESCRIBE_TRANSFORM_JOB_REQUEST),
    output: Some(&DESCRIBE_TRANSFORM_JOB_RESPONSE),
    errors: &[&RESOURCE_NOT_FOUND],
    pages: None,
    is_signed: true,
};

/// `ListTransformJobs`.
pub static LIST_TRANSFORM_JOBS: Operation = Operation {
    name: "ListTransformJobs",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&LIST_TRANSFORM_JOBS_REQUEST),
    output: Some(&LIST_TRANSFORM_JOBS_RESPONSE),
    errors: &[],
    pages: Some(Pages {
        input_token: "NextToken",
        output_token: "NextToken",
        limit: Some("MaxResults"),
        items: &["TransformJobSummaries"],
    }),
    is_signed: true,
};

/// `StopTransformJob`.
pub static STOP_TRANSFORM_JOB: Operation = Operation {
    name: "StopTransformJob",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&STOP_TRANSFORM_JOB_REQUEST),
    output: None,
    errors: &[&RESOURCE_NOT_FOUND],
    pages: None,
    is_signed: true,
};

/// `CreateModel`.
pub static CREATE_MODEL: Operation = Operation {
    name: "CreateModel",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&CREATE_MODEL_INPUT),
    output: Some(&CREATE_MODEL_OUTPUT),
    errors: &[&RESOURCE_LIMIT_EXCEEDED],
    pages: None,
    is_signed: true,
};

/// `DescribeModel`.
pub static DESCRIBE_MODEL: Operation = Operation {
    name: "DescribeModel",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&DESCRIBE_MODEL_INPUT),
    output: Some(&DESCRIBE_MODEL_OUTPUT),
    errors: &[],
    pages: None,
    is_signed: true,
};

/// `ListModels`.
pub static LIST_MODELS: Operation = Operation {
    name: "ListModels",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&LIST_MODELS_INPUT),
    output: Some(&LIST_MODELS_OUTPUT),
    errors: &[],
    pages: Some(Pages {
        input_token: "NextToken",
        output_token: "NextToken",
        limit: Some("MaxResults"),
        items: &["Models"],
    }),
    is_signed: true,
};

/// `DeleteModel`.
pub static DELETE_MODEL: Operation = Operation {
    name: "DeleteModel",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&DELETE_MODEL_INPUT),
    output: None,
    errors: &[],
    pages: None,
    is_signed: true,
};

/// `CreateEndpointConfig`.
pub static CREATE_ENDPOINT_CONFIG: Operation = Operation {
    name: "CreateEndpointConfig",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&CREATE_ENDPOINT_CONFIG_INPUT),
    output: Some(&CREATE_ENDPOINT_CONFIG_OUTPUT),
    errors: &[&RESOURCE_LIMIT_EXCEEDED],
    pages: None,
    is_signed: true,
};

/// `DescribeEndpointConfig`.
pub static DESCRIBE_ENDPOINT_CONFIG: Operation = Operation {
    name: "DescribeEndpointConfig",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&DESCRIBE_ENDPOINT_CONFIG_INPUT),
    output: Some(&DESCRIBE_ENDPOINT_CONFIG_OUTPUT),
    errors: &[],
    pages: None,
    is_signed: true,
};

/// `ListEndpointConfigs`.
pub static LIST_ENDPOINT_CONFIGS: Operation = Operation {
    name: "ListEndpointConfigs",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&LIST_ENDPOINT_CONFIGS_INPUT),
    output: Some(&LIST_ENDPOINT_CONFIGS_OUTPUT),
    errors: &[],
    pages: Some(Pages {
        input_token: "NextToken",
        output_token: "NextToken",
        limit: Some("MaxResults"),
        items: &["EndpointConfigs"],
    }),
    is_signed: true,
};

/// `DeleteEndpointConfig`.
pub static DELETE_ENDPOINT_CONFIG: Operation = Operation {
    name: "DeleteEndpointConfig",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&DELETE_ENDPOINT_CONFIG_INPUT),
    output: None,
    errors: &[],
    pages: None,
    is_signed: true,
};

/// `CreateEndpoint`.
pub static CREATE_ENDPOINT: Operation = Operation {
    name: "CreateEndpoint",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&CREATE_ENDPOINT_INPUT),
    output: Some(&CREATE_ENDPOINT_OUTPUT),
    errors: &[&RESOURCE_LIMIT_EXCEEDED],
    pages: None,
    is_signed: true,
};

/// `DescribeEndpoint`.
pub static DESCRIBE_ENDPOINT: Operation = Operation {
    name: "DescribeEndpoint",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&DESCRIBE_ENDPOINT_INPUT),
    output: Some(&DESCRIBE_ENDPOINT_OUTPUT),
    errors: &[],
    pages: None,
    is_signed: true,
};

/// `ListEndpoints`.
pub static LIST_ENDPOINTS: Operation = Operation {
    name: "ListEndpoints",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&LIST_ENDPOINTS_INPUT),
    output: Some(&LIST_ENDPOINTS_OUTPUT),
    errors: &[],
    pages: Some(Pages {
        input_token: "NextToken",
        output_token: "NextToken",
        limit: Some("MaxResults"),
        items: &["Endpoints"],
    }),
    is_signed: true,
};

/// `UpdateEndpoint`.
pub static UPDATE_ENDPOINT: Operation = Operation {
    name: "UpdateEndpoint",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&UPDATE_ENDPOINT_INPUT),
    output: Some(&UPDATE_ENDPOINT_OUTPUT),
    errors: &[&RESOURCE_LIMIT_EXCEEDED],
    pages: None,
    is_signed: true,
};

/// `DeleteEndpoint`.
pub static DELETE_ENDPOINT: Operation = Operation {
    name: "DeleteEndpoint",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&DELETE_ENDPOINT_INPUT),
    output: None,
    errors: &[],
    pages: None,
    is_signed: true,
};

static ACCELERATOR_PARTITION_LAYOUT: Shape = Shape::structure(
    "AcceleratorPartitionLayout",
    &[Member::optional(
        "AcceleratorPartitionTypes",
        &ACCELERATOR_PARTITION_TYPE_LIST,
    )],
);

static ACCELERATOR_PARTITION_LAYOUTS: Shape =
    Shape::list("AcceleratorPartitionLayouts", &ACCELERATOR_PARTITION_LAYOUT)
        .at_least(0)
        .at_most(32);

static ACCELERATOR_PARTITION_TYPE: Shape = Shape::matching(
    "AcceleratorPartitionType",
    r"mig-[0-9]+g\.[0-9]+gb([+-][a-z0-9.]+)*",
)
.at_least(0)
.at_most(32);

static ACCELERATOR_PARTITION_TYPE_LIST: Shape =
    Shape::list("AcceleratorPartitionTypeList", &ACCELERATOR_PARTITION_TYPE)
        .at_least(0)
        .at_most(32);

static ACCEPT: Shape = Shape::matching("Accept", ".*").at_least(0).at_most(256);

static ACCEPT_EULA: Shape = Shape::boolean("AcceptEula");

static ADDITIONAL_MODEL_CHANNEL_NAME: Shape =
    Shape::matching("AdditionalModelChannelName", r"[A-Za-z0-9\.\-_]+")
        .at_least(1)
        .at_most(64);

static ADDITIONAL_MODEL_DATA_SOURCE: Shape = Shape::structure(
    "AdditionalModelDataSource",
    &[
        Member::required("ChannelName", &ADDITIONAL_MODEL_CHANNEL_NAME),
        Member::required("S3DataSource", &S3_MODEL_DATA_SOURCE),
    ],
);

static ADDITIONAL_MODEL_DATA_SOURCES: Shape =
    Shape::list("AdditionalModelDataSources", &ADDITIONAL_MODEL_DATA_SOURCE)
        .at_least(0)
        .at_most(5);

static ALARM: Shape = Shape::structure("Alarm", &[Member::optional("AlarmName", &ALARM_NAME)]);

static ALARM_LIST: Shape = Shape::list("AlarmList", &ALARM).at_least(1).at_most(10);

static ALARM_NAME: Shape = Shape::matching("AlarmName", r"(?!\s*$).+")
    .at_least(1)
    .at_most(255);

static ALGORITHM_IMAGE: Shape = Shape::matching("AlgorithmImage", ".*").at_least(0).at_most(255);

static ALGORITHM_SPECIFICATION: Shape = Shape::structure(
    "AlgorithmSpecification",
    &[
        Member::optional("TrainingImage", &ALGORITHM_IMAGE),
        Member::optional("AlgorithmName", &ARN_OR_NAME),
        Member::required("TrainingInputMode", &TRAINING_INPUT_MODE),
        Member::optional("MetricDefinitions", &METRIC_DEFINITION_LIST),
        Member::optional("EnableSageMakerMetricsTimeSeries", &BOOLEAN),
        Member::optional("ContainerEntrypoint", &TRAINING_CONTAINER_ENTRYPOINT),
        Member::optional("ContainerArguments", &TRAINING_CONTAINER_ARGUMENTS),
        Member::optional("TrainingImageConfig", &TRAINING_IMAGE_CONFIG),
    ],
);

static APP_MANAGED: Shape = Shape::boolean("AppManaged");

static APP_SPECIFICATION: Shape = Shape::structure(
    "AppSpecification",
    &[
        Member::required("ImageUri", &IMAGE_URI),
        Member::optional("ContainerEntrypoint", &CONTAINER_ENTRYPOINT),
        Member::optional("ContainerArguments", &CONTAINER_ARGUMENTS),
    ],
);

static ARN_OR_NAME: Shape = Shape::matching(
    "ArnOrName",
    r"(arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z\-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)",
)
.at_least(1)
.at_most(170);

static ASSEMBLY_TYPE: Shape = Shape::choice("AssemblyType", &["None", "Line"]);

static ASYNC_INFERENCE_CLIENT_CONFIG: Shape = Shape::structure(
    "AsyncInferenceClientConfig",
    &[Member::optional(
        "MaxConcurrentInvocationsPerInstance",
        &MAX_CONCURRENT_INVOCATIONS_PER_INSTANCE,
    )],
);

static ASYNC_INFERENCE_CONFIG: Shape = Shape::structure(
    "AsyncInferenceConfig",
    &[
        Member::optional("ClientConfig", &ASYNC_INFERENCE_CLIENT_CONFIG),
        Member::required("OutputConfig", &ASYNC_INFERENCE_OUTPUT_CONFIG),
    ],
);

static ASYNC_INFERENCE_NOTIFICATION_CONFIG: Shape = Shape::structure(
    "AsyncInferenceNotificationConfig",
    &[
        Member::optional("SuccessTopic", &SNS_TOPIC_ARN),
        Member::optional("ErrorTopic", &SNS_TOPIC_ARN),
        Member::optional("IncludeInferenceResponseIn", &ASYNC_NOTIFICATION_TOPIC_TYPE_LIST),
    ],
);

static ASYNC_INFERENCE_OUTPUT_CONFIG: Shape = Shape::structure(
    "AsyncInferenceOutputConfig",
    &[
        Member::optional("KmsKeyId", &KMS_KEY_ID),
        Member::optional("S3OutputPath", &DESTINATION_S3_URI),
        Member::optional("NotificationConfig", &ASYNC_INFERENCE_NOTIFICATION_CONFIG),
        Member::optional("S3FailurePath", &DESTINATION_S3_URI),
    ],
);

static ASYNC_NOTIFICATION_TOPIC_TYPE_LIST: Shape =
    Shape::list("AsyncNotificationTopicTypeList", &ASYNC_NOTIFICATION_TOPIC_TYPES)
        .at_least(0)
        .at_most(2);

static ASYNC_NOTIFICATION_TOPIC_TYPES: Shape = Shape::choice(
    "AsyncNotificationTopicTypes",
    &["SUCCESS_NOTIFICATION_TOPIC", "ERROR_NOTIFICATION_TOPIC"],
);

static ATHENA_CATALOG: Shape = Shape::matching(
    "AthenaCatalog",
    r"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*",
)
.at_least(1)
.at_most(256);

static ATHENA_DATABASE: Shape = Shape::matching("AthenaDatabase", ".*").at_least(1).at_most(255);

static ATHENA_DATASET_DEFINITION: Shape = Shape::structure(
    "AthenaDatasetDefinition",
    &[
        Member::required("Catalog", &ATHENA_CATALOG),
        Member::required("Database", &ATHENA_DATABASE),
        Member::required("QueryString", &ATHENA_QUERY_STRING),
        Member::optional("WorkGroup", &ATHENA_WORK_GROUP),
        Member::required("OutputS3Uri", &S3_URI),
        Member::optional("KmsKeyId", &KMS_KEY_ID),
        Member::required("OutputFormat", &ATHENA_RESULT_FORMAT),
        Member::optional("OutputCompression", &ATHENA_RESULT_COMPRESSION_TYPE),
    ],
);

static ATHENA_QUERY_STRING: Shape = Shape::matching("AthenaQueryString", r"[\s\S]+")
    .at_least(1)
    .at_most(4096);

static ATHENA_RESULT_COMPRESSION_TYPE: Shape =
    Shape::choice("AthenaResultCompressionType", &["GZIP", "SNAPPY", "ZLIB"]);

static ATHENA_RESULT_FORMAT: Shape = Shape::choice(
    "AthenaResultFormat",
    &["PARQUET", "ORC", "AVRO", "JSON", "TEXTFILE"],
);

static ATHENA_WORK_GROUP: Shape = Shape::matching("AthenaWorkGroup", "[a-zA-Z0-9._-]+")
    .at_least(1)
    .at_most(128);

static ATTRIBUTE_NAME: Shape = Shape::matching("AttributeName", ".+").at_least(1).at_most(256);

static ATTRIBUTE_NAMES: Shape = Shape::list("AttributeNames", &ATTRIBUTE_NAME)
    .at_least(0)
    .at_most(16);

static AUTO_ML_JOB_ARN: Shape = Shape::matching(
    "AutoMLJobArn",
    r"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:automl-job/.*",
)
.at_least(1)
.at_most(256);

static AUTO_ROLLBACK_CONFIG: Shape =
    Shape::structure("AutoRollbackConfig", &[Member::optional("Alarms", &ALARM_LIST)]);

static BATCH_DATA_CAPTURE_CONFIG: Shape = Shape::structure(
    "BatchDataCaptureConfig",
    &[
        Member::required("DestinationS3Uri", &S3_URI),
        Member::optional("KmsKeyId", &KMS_KEY_ID),
        Member::optional("GenerateInferenceId", &BOOLEAN),
    ],
);

static BATCH_STRATEGY: Shape = Shape::choice("BatchStrategy", &["MultiRecord", "SingleRecord"]);

static BILLABLE_TIME_IN_SECONDS: Shape = Shape::integer("BillableTimeInSeconds").at_least(1);

static BILLABLE_TOKEN_COUNT: Shape = Shape::integer("BillableTokenCount").at_least(0);

static BLUE_GREEN_UPDATE_POLICY: Shape = Shape::structure(
    "BlueGreenUpdatePolicy",
    &[
        Member::required("TrafficRoutingConfiguration", &TRAFFIC_ROUTING_CONFIG),
        Member::optional("TerminationWaitInSeconds", &TERMINATION_WAIT_IN_SECONDS),
        Member::optional(
            "MaximumExecutionTimeoutInSeconds",
            &MAXIMUM_EXECUTION_TIMEOUT_IN_SECONDS,
        ),
    ],
);

static BOOLEAN: Shape = Shape::boolean("Boolean");

static CAPACITY_RESERVATION_PREFERENCE: Shape =
    Shape::choice("CapacityReservationPreference", &["capacity-reservations-only"]);

static CAPACITY_SIZE: Shape = Shape::structure(
    "CapacitySize",
    &[
        Member::required("Type", &CAPACITY_SIZE_TYPE),
        Member::required("Value", &CAPACITY_SIZE_VALUE),
    ],
);

static CAPACITY_SIZE_TYPE: Shape = Shape::choice("CapacitySizeType", &["INSTANCE_COUNT", "CAPACITY_PERCENT"]);

static CAPACITY_SIZE_VALUE: Shape = Shape::integer("CapacitySizeValue").at_least(1);

static CAPTURE_CONTENT_TYPE_HEADER: Shape = Shape::structure(
    "CaptureContentTypeHeader",
    &[
        Member::optional("CsvContentTypes", &CSV_CONTENT_TYPES),
        Member::optional("JsonContentTypes", &JSON_CONTENT_TYPES),
    ],
);

static CAPTURE_MODE: Shape = Shape::choice("CaptureMode", &["Input", "Output", "InputAndOutput"]);

static CAPTURE_OPTION: Shape =
    Shape::structure("CaptureOption", &[Member::required("CaptureMode", &CAPTURE_MODE)]);

static CAPTURE_OPTION_LIST: Shape = Shape::list("CaptureOptionList", &CAPTURE_OPTION)
    .at_least(1)
    .at_most(32);

static CAPTURE_STATUS: Shape = Shape::choice("CaptureStatus", &["Started", "Stopped"]);

static CHANNEL: Shape = Shape::structure(
    "Channel",
    &[
        Member::required("ChannelName", &CHANNEL_NAME),
        Member::required("DataSource", &DATA_SOURCE),
        Member::optional("ContentType", &CONTENT_TYPE),
        Member::optional("CompressionType", &COMPRESSION_TYPE),
        Member::optional("RecordWrapperType", &RECORD_WRAPPER),
        Member::optional("InputMode", &TRAINING_INPUT_MODE),
        Member::optional("ShuffleConfig", &SHUFFLE_CONFIG),
    ],
);

static CHANNEL_NAME: Shape = Shape::matching("ChannelName", r"[A-Za-z0-9\.\-_]+")
    .at_least(1)
    .at_most(64);

static CHECKPOINT_CONFIG: Shape = Shape::structure(
    "CheckpointConfig",
    &[
        Member::required("S3Uri", &S3_URI),
        Member::optional("LocalPath", &DIRECTORY_PATH),
    ],
);

static CLARIFY_CONTENT_TEMPLATE: Shape = Shape::matching("ClarifyContentTemplate", ".*")
    .at_least(1)
    .at_most(64);

static CLARIFY_ENABLE_EXPLANATIONS: Shape = Shape::matching("ClarifyEnableExplanations", ".*")
    .at_least(1)
    .at_most(64);

static CLARIFY_EXPLAINER_CONFIG: Shape = Shape::structure(
    "ClarifyExplainerConfig",
    &[
        Member::optional("EnableExplanations", &CLARIFY_ENABLE_EXPLANATIONS),
        Member::optional("InferenceConfig", &CLARIFY_INFERENCE_CONFIG),
        Member::required("ShapConfig", &CLARIFY_SHAP_CONFIG),
    ],
);

static CLARIFY_FEATURE_HEADERS: Shape = Shape::list("ClarifyFeatureHeaders", &CLARIFY_HEADER)
    .at_least(1)
    .at_most(256);

static CLARIFY_FEATURE_TYPE: Shape =
    Shape::choice("ClarifyFeatureType", &["numerical", "categorical", "text"]);

static CLARIFY_FEATURE_TYPES: Shape = Shape::list("ClarifyFeatureTypes", &CLARIFY_FEATURE_TYPE)
    .at_least(1)
    .at_most(256);

static CLARIFY_FEATURES_ATTRIBUTE: Shape = Shape::matching("ClarifyFeaturesAttribute", ".*")
    .at_least(1)
    .at_most(64);

static CLARIFY_HEADER: Shape = Shape::matching("ClarifyHeader", ".*").at_least(1).at_most(64);

static CLARIFY_INFERENCE_CONFIG: Shape = Shape::structure(
    "ClarifyInferenceConfig",
    &[
        Member::optional("FeaturesAttribute", &CLARIFY_FEATURES_ATTRIBUTE),
        Member::optional("ContentTemplate", &CLARIFY_CONTENT_TEMPLATE),
        Member::optional("MaxRecordCount", &CLARIFY_MAX_RECORD_COUNT),
        Member::optional("MaxPayloadInMB", &CLARIFY_MAX_PAYLOAD_IN_MB),
        Member::optional("ProbabilityIndex", &CLARIFY_PROBABILITY_INDEX),
        Member::optional("LabelIndex", &CLARIFY_LABEL_INDEX),
        Member::optional("ProbabilityAttribute", &CLARIFY_PROBABILITY_ATTRIBUTE),
        Member::optional("LabelAttribute", &CLARIFY_LABEL_ATTRIBUTE),
        Member::optional("LabelHeaders", &CLARIFY_LABEL_HEADERS),
        Member::optional("FeatureHeaders", &CLARIFY_FEATURE_HEADERS),
        Member::optional("FeatureTypes", &CLARIFY_FEATURE_TYPES),
    ],
);

static CLARIFY_LABEL_ATTRIBUTE: Shape = Shape::matching("ClarifyLabelAttribute", ".*")
    .at_least(1)
    .at_most(64);

static CLARIFY_LABEL_HEADERS: Shape = Shape::list("ClarifyLabelHeaders", &CLARIFY_HEADER)
    .at_least(1)
    .at_most(16);

static CLARIFY_LABEL_INDEX: Shape = Shape::integer("ClarifyLabelIndex").at_least(0);

static CLARIFY_MAX_PAYLOAD_IN_MB: Shape = Shape::integer("ClarifyMaxPayloadInMB").at_least(1).at_most(25);

static CLARIFY_MAX_RECORD_COUNT: Shape = Shape::integer("ClarifyMaxRecordCount").at_least(1);

static CLARIFY_MIME_TYPE: Shape = Shape::matching(
    "ClarifyMimeType",
    r"[a-zA-Z0-9](-*[a-zA-Z0-9])*\/[a-zA-Z0-9](-*[a-zA-Z0-9+.])*",
)
.at_least(0)
.at_most(255);

static CLARIFY_PROBABILITY_ATTRIBUTE: Shape = Shape::matching("ClarifyProbabilityAttribute", ".*")
    .at_least(1)
    .at_most(64);

static CLARIFY_PROBABILITY_INDEX: Shape = Shape::integer("ClarifyProbabilityIndex").at_least(0);

static CLARIFY_SHAP_BASELINE: Shape = Shape::matching("ClarifyShapBaseline", r"[\s\S]+")
    .at_least(1)
    .at_most(4096);

static CLARIFY_SHAP_BASELINE_CONFIG: Shape = Shape::structure(
    "ClarifyShapBaselineConfig",
    &[
        Member::optional("MimeType", &CLARIFY_MIME_TYPE),
        Member::optional("ShapBaseline", &CLARIFY_SHAP_BASELINE),
        Member::optional("ShapBaselineUri", &URL),
    ],
);

static CLARIFY_SHAP_CONFIG: Shape = Shape::structure(
    "ClarifyShapConfig",
    &[
        Member::required("ShapBaselineConfig", &CLARIFY_SHAP_BASELINE_CONFIG),
        Member::optional("NumberOfSamples", &CLARIFY_SHAP_NUMBER_OF_SAMPLES),
        Member::optional("UseLogit", &CLARIFY_SHAP_USE_LOGIT),
        Member::optional("Seed", &CLARIFY_SHAP_SEED),
        Member::optional("TextConfig", &CLARIFY_TEXT_CONFIG),
    ],
);

static CLARIFY_SHAP_NUMBER_OF_SAMPLES: Shape = Shape::integer("ClarifyShapNumberOfSamples").at_least(1);

static CLARIFY_SHAP_SEED: Shape = Shape::integer("ClarifyShapSeed");

static CLARIFY_SHAP_USE_LOGIT: Shape = Shape::boolean("ClarifyShapUseLogit");

static CLARIFY_TEXT_CONFIG: Shape = Shape::structure(
    "ClarifyTextConfig",
    &[
        Member::required("Language", &CLARIFY_TEXT_LANGUAGE),
        Member::required("Granularity", &CLARIFY_TEXT_GRANULARITY),
    ],
);

static CLARIFY_TEXT_GRANULARITY: Shape =
    Shape::choice("ClarifyTextGranularity", &["token", "sentence", "paragraph"]);

static CLARIFY_TEXT_LANGUAGE: Shape = Shape::choice(
    "ClarifyTextLanguage",
    &[
        "af", "sq", "ar", "hy", "eu", "bn", "bg", "ca", "zh", "hr", "cs", "da", "nl", "en", "et", "fi", "fr",
        "de", "el", "gu", "he", "hi", "hu", "is", "id", "ga", "it", "kn", "ky", "lv", "lt", "lb", "mk", "ml",
        "mr", "ne", "nb", "fa", "pl", "pt", "ro", "ru", "sa", "sr", "tn", "si", "sk", "sl", "es", "sv", "tl",
        "ta", "tt", "te", "tr", "uk", "ur", "yo", "lij", "xx",
    ],
);

static COLLECTION_CONFIGURATION: Shape = Shape::structure(
    "CollectionConfiguration",
    &[
        Member::optional("CollectionName", &COLLECTION_NAME),
        Member::optional("CollectionParameters", &COLLECTION_PARAMETERS),
    ],
);

static COLLECTION_CONFIGURATIONS: Shape = Shape::list("CollectionConfigurations", &COLLECTION_CONFIGURATION)
    .at_least(0)
    .at_most(20);

static COLLECTION_NAME: Shape = Shape::matching("CollectionName", ".*").at_least(1).at_most(256);

static COLLECTION_PARAMETERS: Shape = Shape::map("CollectionParameters", &CONFIG_KEY, &CONFIG_VALUE)
    .at_least(0)
    .at_most(20);

static COMPRESSION_TYPE: Shape = Shape::choice("CompressionType", &["None", "Gzip"]);

static CONFIG_KEY: Shape = Shape::matching("ConfigKey", ".*").at_least(1).at_most(256);

static CONFIG_VALUE: Shape = Shape::matching("ConfigValue", ".*").at_least(0).at_most(256);

static CONTAINER_ARGUMENT: Shape = Shape::matching("ContainerArgument", ".*")
    .at_least(0)
    .at_most(256);

static CONTAINER_ARGUMENTS: Shape = Shape::list("ContainerArguments", &CONTAINER_ARGUMENT)
    .at_least(1)
    .at_most(100);

static CONTAINER_DEFINITION: Shape = Shape::structure(
    "ContainerDefinition",
    &[
        Member::optional("ContainerHostname", &CONTAINER_HOSTNAME),
        Member::optional("Image", &CONTAINER_IMAGE),
        Member::optional("ImageConfig", &IMAGE_CONFIG),
        Member::optional("Mode", &CONTAINER_MODE),
        Member::optional("ModelDataUrl", &URL),
        Member::optional("ModelDataSource", &MODEL_DATA_SOURCE),
        Member::optional("AdditionalModelDataSources", &ADDITIONAL_MODEL_DATA_SOURCES),
        Member::optional("Environment", &ENVIRONMENT_MAP),
        Member::optional("ModelPackageName", &VERSIONED_ARN_OR_NAME),
        Member::optional("InferenceSpecificationName", &INFERENCE_SPECIFICATION_NAME),
        Member::optional("MultiModelConfig", &MULTI_MODEL_CONFIG),
        Member::optional("ContainerMetricsConfig", &CONTAINER_METRICS_CONFIG),
    ],
);

static CONTAINER_DEFINITION_LIST: Shape = Shape::list("ContainerDefinitionList", &CONTAINER_DEFINITION)
    .at_least(0)
    .at_most(15);

static CONTAINER_ENTRYPOINT: Shape = Shape::list("ContainerEntrypoint", &CONTAINER_ENTRYPOINT_STRING)
    .at_least(1)
    .at_most(100);

static CONTAINER_ENTRYPOINT_STRING: Shape = Shape::matching("ContainerEntrypointString", ".*")
    .at_least(0)
    .at_most(256);

static CONTAINER_HOSTNAME: Shape = Shape::matching("ContainerHostname", "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")
    .at_least(0)
    .at_most(63);

static CONTAINER_IMAGE: Shape = Shape::matching("ContainerImage", r"[\S]+")
    .at_least(0)
    .at_most(255);

static CONTAINER_METRICS_CONFIG: Shape = Shape::structure(
    "ContainerMetricsConfig",
    &[Member::optional("MetricsEndpoints", &METRICS_ENDPOINT_LIST)],
);

static CONTAINER_MODE: Shape = Shape::choice("ContainerMode", &["SingleModel", "MultiModel"]);

static CONTENT_TYPE: Shape = Shape::matching("ContentType", ".*").at_least(0).at_most(256);

static CREATE_ENDPOINT_CONFIG_INPUT: Shape = Shape::structure(
    "CreateEndpointConfigInput",
    &[
        Member::required("EndpointConfigName", &ENDPOINT_CONFIG_NAME),
        Member::required("ProductionVariants", &PRODUCTION_VARIANT_LIST),
        Member::optional("DataCaptureConfig", &DATA_CAPTURE_CONFIG),
        Member::optional("Tags", &TAG_LIST),
        Member::optional("KmsKeyId", &KMS_KEY_ID),
        Member::optional("AsyncInferenceConfig", &ASYNC_INFERENCE_CONFIG),
        Member::optional("ExplainerConfig", &EXPLAINER_CONFIG),
        Member::optional("ShadowProductionVariants", &PRODUCTION_VARIANT_LIST),
        Member::optional("ExecutionRoleArn", &ROLE_ARN),
        Member::optional("VpcConfig", &VPC_CONFIG),
        Member::optional("EnableNetworkIsolation", &BOOLEAN),
        Member::optional("MetricsConfig", &METRICS_CONFIG),
        Member::optional("CrossRegionTrafficConfig", &CROSS_REGION_TRAFFIC_CONFIG),
    ],
);

static CREATE_ENDPOINT_CONFIG_OUTPUT: Shape = Shape::structure(
    "CreateEndpointConfigOutput",
    &[Member::required("EndpointConfigArn", &ENDPOINT_CONFIG_ARN)],
);

static CREATE_ENDPOINT_INPUT: Shape = Shape::structure(
    "CreateEndpointInput",
    &[
        Member::required("EndpointName", &ENDPOINT_NAME),
        Member::required("EndpointConfigName", &ENDPOINT_CONFIG_NAME),
        Member::optional("DeploymentConfig", &DEPLOYMENT_CONFIG),
        Member::optional("Tags", &TAG_LIST),
    ],
);

static CREATE_ENDPOINT_OUTPUT: Shape = Shape::structure(
    "CreateEndpointOutput",
    &[Member::required("EndpointArn", &ENDPOINT_ARN)],
);

static CREATE_MODEL_INPUT: Shape = Shape::structure(
    "CreateModelInput",
    &[
        Member::required("ModelName", &MODEL_NAME),
        Member::optional("PrimaryContainer", &CONTAINER_DEFINITION),
        Member::optional("Containers", &CONTAINER_DEFINITION_LIST),
        Member::optional("InferenceExecutionConfig", &INFERENCE_EXECUTION_CONFIG),
        Member::optional("ExecutionRoleArn", &ROLE_ARN),
        Member::optional("Tags", &TAG_LIST),
        Member::optional("VpcConfig", &VPC_CONFIG),
        Member::optional("EnableNetworkIsolation", &BOOLEAN),
    ],
);

static CREATE_MODEL_OUTPUT: Shape =
    Shape::structure("CreateModelOutput", &[Member::required("ModelArn", &MODEL_ARN)]);

static CREATE_PROCESSING_JOB_REQUEST: Shape = Shape::structure(
    "CreateProcessingJobRequest",
    &[
        Member::optional("ProcessingInputs", &PROCESSING_INPUTS),
        Member::optional("ProcessingOutputConfig", &PROCESSING_OUTPUT_CONFIG),
        Member::required("ProcessingJobName", &PROCESSING_JOB_NAME),
        Member::required("ProcessingResources", &PROCESSING_RESOURCES),
        Member::optional("StoppingCondition", &PROCESSING_STOPPING_CONDITION),
        Member::required("AppSpecification", &APP_SPECIFICATION),
        Member::optional("Environment", &PROCESSING_ENVIRONMENT_MAP),
        Member::optional("NetworkConfig", &NETWORK_CONFIG),
        Member::required("RoleArn", &ROLE_ARN),
        Member::optional("Tags", &TAG_LIST),
        Member::optional("ExperimentConfig", &EXPERIMENT_CONFIG),
    ],
);

static CREATE_PROCESSING_JOB_RESPONSE: Shape = Shape::structure(
    "CreateProcessingJobResponse",
    &[Member::required("ProcessingJobArn", &PROCESSING_JOB_ARN)],
);

static CREATE_TRAINING_JOB_REQUEST: Shape = Shape::structure(
    "CreateTrainingJobRequest",
    &[
        Member::required("TrainingJobName", &TRAINING_JOB_NAME),
        Member::optional("HyperParameters", &HYPER_PARAMETERS),
        Member::optional("AlgorithmSpecification", &ALGORITHM_SPECIFICATION),
        Member::required("RoleArn", &ROLE_ARN),
        Member::optional("InputDataConfig", &INPUT_DATA_CONFIG),
        Member::required("OutputDataConfig", &OUTPUT_DATA_CONFIG),
        Member::optional("ResourceConfig", &RESOURCE_CONFIG),
        Member::optional("VpcConfig", &VPC_CONFIG),
        Member::optional("StoppingCondition", &STOPPING_CONDITION),
        Member::optional("Tags", &TAG_LIST),
        Member::optional("EnableNetworkIsolation", &BOOLEAN),
        Member::optional("EnableInterContainerTrafficEncryption", &BOOLEAN),
        Member::optional("EnableManagedSpotTraining", &BOOLEAN),
        Member::optional("CheckpointConfig", &CHECKPOINT_CONFIG),
        Member::optional("DebugHookConfig", &DEBUG_HOOK_CONFIG),
        Member::optional("DebugRuleConfigurations", &DEBUG_RULE_CONFIGURATIONS),
        Member::optional("TensorBoardOutputConfig", &TENSOR_BOARD_OUTPUT_CONFIG),
        Member::optional("ExperimentConfig", &EXPERIMENT_CONFIG),
        Member::optional("ProfilerConfig", &PROFILER_CONFIG),
        Member::optional("ProfilerRuleConfigurations", &PROFILER_RULE_CONFIGURATIONS),
        Member::optional("Environment", &TRAINING_ENVIRONMENT_MAP),
        Member::optional("RetryStrategy", &RETRY_STRATEGY),
        Member::optional("RemoteDebugConfig", &REMOTE_DEBUG_CONFIG),
        Member::optional("InfraCheckConfig", &INFRA_CHECK_CONFIG),
        Member::optional("SessionChainingConfig", &SESSION_CHAINING_CONFIG),
        Member::optional("ServerlessJobConfig", &SERVERLESS_JOB_CONFIG),
        Member::optional("MlflowConfig", &MLFLOW_CONFIG),
        Member::optional("ModelPackageConfig", &MODEL_PACKAGE_CONFIG),
    ],
);

static CREATE_TRAINING_JOB_RESPONSE: Shape = Shape::structure(
    "CreateTrainingJobResponse",
    &[Member::required("TrainingJobArn", &TRAINING_JOB_ARN)],
);

static CREATE_TRANSFORM_JOB_REQUEST: Shape = Shape::structure(
    "CreateTransformJobRequest",
    &[
        Member::required("TransformJobName", &TRANSFORM_JOB_NAME),
        Member::required("ModelName", &MODEL_NAME),
        Member::optional("MaxConcurrentTransforms", &MAX_CONCURRENT_TRANSFORMS),
        Member::optional("ModelClientConfig", &MODEL_CLIENT_CONFIG),
        Member::optional("MaxPayloadInMB", &MAX_PAYLOAD_IN_MB),
        Member::optional("BatchStrategy", &BATCH_STRATEGY),
        Member::optional("Environment", &TRANSFORM_ENVIRONMENT_MAP),
        Member::required("TransformInput", &TRANSFORM_INPUT),
        Member::required("TransformOutput", &TRANSFORM_OUTPUT),
        Member::optional("DataCaptureConfig", &BATCH_DATA_CAPTURE_CONFIG),
        Member::required("TransformResources", &TRANSFORM_RESOURCES),
        Member::optional("DataProcessing", &DATA_PROCESSING),
        Member::optional("Tags", &TAG_LIST),
        Member::optional("ExperimentConfig", &EXPERIMENT_CONFIG),
    ],
);

static CREATE_TRANSFORM_JOB_RESPONSE: Shape = Shape::structure(
    "CreateTransformJobResponse",
    &[Member::required("TransformJobArn", &TRANSFORM_JOB_ARN)],
);

static CROSS_REGION_MAX_INVOCATIONS_PER_SECOND_PER_INSTANCE: Shape =
    Shape::integer("CrossRegionMaxInvocationsPerSecondPerInstance")
        .at_least(1)
        .at_most(10000);

static CROSS_REGION_PERCENT_PER_ENDPOINT: Shape = Shape::integer("CrossRegionPercentPerEndpoint")
    .at_least(1)
    .at_most(100);

static CROSS_REGION_TRAFFIC_CONFIG: Shape = Shape::structure(
    "CrossRegionTrafficConfig",
    &[
        Member::required(
            "MaxInvocationsPerSecondPerInstance",
            &CROSS_REGION_MAX_INVOCATIONS_PER_SECOND_PER_INSTANCE,
        ),
        Member::required(
            "MaxCrossRegionPercentPerEndpoint",
            &CROSS_REGION_PERCENT_PER_ENDPOINT,
        ),
    ],
);

static CSV_CONTENT_TYPE: Shape = Shape::matching(
    "CsvContentType",
    r"[a-zA-Z0-9](-*[a-zA-Z0-9])*\/[a-zA-Z0-9](-*[a-zA-Z0-9.])*",
)
.at_least(1)
.at_most(256);

static CSV_CONTENT_TYPES: Shape = Shape::list("CsvContentTypes", &CSV_CONTENT_TYPE)
    .at_least(1)
    .at_most(10);

static CUSTOMIZATION_TECHNIQUE: Shape =
    Shape::choice("CustomizationTechnique", &["SFT", "DPO", "RLVR", "RLAIF"]);

static DATA_CAPTURE_CONFIG: Shape = Shape::structure(
    "DataCaptureConfig",
    &[
        Member::optional("EnableCapture", &ENABLE_CAPTURE),
        Member::required("InitialSamplingPercentage", &SAMPLING_PERCENTAGE),
        Member::required("DestinationS3Uri", &DESTINATION_S3_URI),
        Member::optional("KmsKeyId", &KMS_KEY_ID),
        Member::required("CaptureOptions", &CAPTURE_OPTION_LIST),
        Member::optional("CaptureContentTypeHeader", &CAPTURE_CONTENT_TYPE_HEADER),
    ],
);

static DATA_CAPTURE_CONFIG_SUMMARY: Shape = Shape::structure(
    "DataCaptureConfigSummary",
    &[
        Member::required("EnableCapture", &ENABLE_CAPTURE),
        Member::required("CaptureStatus", &CAPTURE_STATUS),
        Member::required("CurrentSamplingPercentage", &SAMPLING_PERCENTAGE),
        Member::required("DestinationS3Uri", &DESTINATION_S3_URI),
        Member::required("KmsKeyId", &KMS_KEY_ID),
    ],
);

static DATA_DISTRIBUTION_TYPE: Shape =
    Shape::choice("DataDistributionType", &["FullyReplicated", "ShardedByS3Key"]);

static DATA_PROCESSING: Shape = Shape::structure(
    "DataProcessing",
    &[
        Member::optional("InputFilter", &JSON_PATH),
        Member::optional("OutputFilter", &JSON_PATH),
        Member::optional("JoinSource", &JOIN_SOURCE),
    ],
);

static DATA_SOURCE: Shape = Shape::structure(
    "DataSource",
    &[
        Member::optional("S3DataSource", &S3_DATA_SOURCE),
        Member::optional("FileSystemDataSource", &FILE_SYSTEM_DATA_SOURCE),
        Member::optional("DatasetSource", &DATASET_SOURCE),
    ],
);

static DATASET_DEFINITION: Shape = Shape::structure(
    "DatasetDefinition",
    &[
        Member::optional("AthenaDatasetDefinition", &ATHENA_DATASET_DEFINITION),
        Member::optional("RedshiftDatasetDefinition", &REDSHIFT_DATASET_DEFINITION),
        Member::optional("LocalPath", &PROCESSING_LOCAL_PATH),
        Member::optional("DataDistributionType", &DATA_DISTRIBUTION_TYPE),
        Member::optional("InputMode", &INPUT_MODE),
    ],
);

static DATASET_SOURCE: Shape = Shape::structure(
    "DatasetSource",
    &[Member::required("DatasetArn", &HUB_DATA_SET_ARN)],
);

static DEBUG_HOOK_CONFIG: Shape = Shape::structure(
    "DebugHookConfig",
    &[
        Member::optional("LocalPath", &DIRECTORY_PATH),
        Member::required("S3OutputPath", &S3_URI),
        Member::optional("HookParameters", &HOOK_PARAMETERS),
        Member::optional("CollectionConfigurations", &COLLECTION_CONFIGURATIONS),
    ],
);

static DEBUG_RULE_CONFIGURATION: Shape = Shape::structure(
    "DebugRuleConfiguration",
    &[
        Member::required("RuleConfigurationName", &RULE_CONFIGURATION_NAME),
        Member::optional("LocalPath", &DIRECTORY_PATH),
        Member::optional("S3OutputPath", &S3_URI),
        Member::required("RuleEvaluatorImage", &ALGORITHM_IMAGE),
        Member::optional("InstanceType", &PROCESSING_INSTANCE_TYPE),
        Member::optional("VolumeSizeInGB", &OPTIONAL_VOLUME_SIZE_IN_GB),
        Member::optional("RuleParameters", &RULE_PARAMETERS),
    ],
);

static DEBUG_RULE_CONFIGURATIONS: Shape = Shape::list("DebugRuleConfigurations", &DEBUG_RULE_CONFIGURATION)
    .at_least(0)
    .at_most(20);

static DEBUG_RULE_EVALUATION_STATUS: Shape = Shape::structure(
    "DebugRuleEvaluationStatus",
    &[
        Member::optional("RuleConfigurationName", &RULE_CONFIGURATION_NAME),
        Member::optional("RuleEvaluationJobArn", &PROCESSING_JOB_ARN),
        Member::optional("RuleEvaluationStatus", &RULE_EVALUATION_STATUS),
        Member::optional("StatusDetails", &STATUS_DETAILS),
        Member::optional("LastModifiedTime", &TIMESTAMP),
    ],
);

static DEBUG_RULE_EVALUATION_STATUSES: Shape =
    Shape::list("DebugRuleEvaluationStatuses", &DEBUG_RULE_EVALUATION_STATUS)
        .at_least(0)
        .at_most(20);

static DELETE_ENDPOINT_CONFIG_INPUT: Shape = Shape::structure(
    "DeleteEndpointConfigInput",
    &[Member::required("EndpointConfigName", &ENDPOINT_CONFIG_NAME)],
);

static DELETE_ENDPOINT_INPUT: Shape = Shape::structure(
    "DeleteEndpointInput",
    &[Member::required("EndpointName", &ENDPOINT_NAME)],
);

static DELETE_MODEL_INPUT: Shape =
    Shape::structure("DeleteModelInput", &[Member::required("ModelName", &MODEL_NAME)]);

static DEPLOYED_IMAGE: Shape = Shape::structure(
    "DeployedImage",
    &[
        Member::optional("SpecifiedImage", &CONTAINER_IMAGE),
        Member::optional("ResolvedImage", &CONTAINER_IMAGE),
        Member::optional("ResolutionTime", &TIMESTAMP),
    ],
);

static DEPLOYED_IMAGES: Shape = Shape::list("DeployedImages", &DEPLOYED_IMAGE);

static DEPLOYMENT_CONFIG: Shape = Shape::structure(
    "DeploymentConfig",
    &[
        Member::optional("BlueGreenUpdatePolicy", &BLUE_GREEN_UPDATE_POLICY),
        Member::optional("RollingUpdatePolicy", &ROLLING_UPDATE_POLICY),
        Member::optional("AutoRollbackConfiguration", &AUTO_ROLLBACK_CONFIG),
    ],
);

static DEPLOYMENT_RECOMMENDATION: Shape = Shape::structure(
    "DeploymentRecommendation",
    &[
        Member::required("RecommendationStatus", &RECOMMENDATION_STATUS),
        Member::optional(
            "RealTimeInferenceRecommendations",
            &REAL_TIME_INFERENCE_RECOMMENDATIONS,
        ),
    ],
);

static DESCRIBE_ENDPOINT_CONFIG_INPUT: Shape = Shape::structure(
    "DescribeEndpointConfigInput",
    &[Member::required("EndpointConfigName", &ENDPOINT_CONFIG_NAME)],
);

static DESCRIBE_ENDPOINT_CONFIG_OUTPUT: Shape = Shape::structure(
    "DescribeEndpointConfigOutput",
    &[
        Member::required("EndpointConfigName", &ENDPOINT_CONFIG_NAME),
        Member::required("EndpointConfigArn", &ENDPOINT_CONFIG_ARN),
        Member::required("ProductionVariants", &PRODUCTION_VARIANT_LIST),
        Member::optional("DataCaptureConfig", &DATA_CAPTURE_CONFIG),
        Member::optional("KmsKeyId", &KMS_KEY_ID),
        Member::required("CreationTime", &TIMESTAMP),
        Member::optional("AsyncInferenceConfig", &ASYNC_INFERENCE_CONFIG),
        Member::optional("ExplainerConfig", &EXPLAINER_CONFIG),
        Member::optional("ShadowProductionVariants", &PRODUCTION_VARIANT_LIST),
        Member::optional("ExecutionRoleArn", &ROLE_ARN),
        Member::optional("VpcConfig", &VPC_CONFIG),
        Member::optional("EnableNetworkIsolation", &BOOLEAN),
        Member::optional("MetricsConfig", &METRICS_CONFIG),
        Member::optional("CrossRegionTrafficConfig", &CROSS_REGION_TRAFFIC_CONFIG),
    ],
);

static DESCRIBE_ENDPOINT_INPUT: Shape = Shape::structure(
    "DescribeEndpointInput",
    &[Member::required("EndpointName", &ENDPOINT_NAME)],
);

static DESCRIBE_ENDPOINT_OUTPUT: Shape = Shape::structure(
    "DescribeEndpointOutput",
    &[
        Member::required("EndpointName", &ENDPOINT_NAME),
        Member::required("EndpointArn", &ENDPOINT_ARN),
        Member::optional("EndpointConfigName", &ENDPOINT_CONFIG_NAME),
        Member::optional("ProductionVariants", &PRODUCTION_VARIANT_SUMMARY_LIST),
        Member::optional("DataCaptureConfig", &DATA_CAPTURE_CONFIG_SUMMARY),
        Member::required("EndpointStatus", &ENDPOINT_STATUS),
        Member::optional("FailureReason", &FAILURE_REASON),
        Member::required("CreationTime", &TIMESTAMP),
        Member::required("LastModifiedTime", &TIMESTAMP),
        Member::optional("LastDeploymentConfig", &DEPLOYMENT_CONFIG),
        Member::optional("AsyncInferenceConfig", &ASYNC_INFERENCE_CONFIG),
        Member::optional("PendingDeploymentSummary", &PENDING_DEPLOYMENT_SUMMARY),
        Member::optional("ExplainerConfig", &EXPLAINER_CONFIG),
        Member::optional("ShadowProductionVariants", &PRODUCTION_VARIANT_SUMMARY_LIST),
        Member::optional("MetricsConfig", &METRICS_CONFIG),
        Member::optional("CrossRegionTrafficConfig", &CROSS_REGION_TRAFFIC_CONFIG),
    ],
);

static DESCRIBE_MODEL_INPUT: Shape = Shape::structure(
    "DescribeModelInput",
    &[Member::required("ModelName", &MODEL_NAME)],
);

static DESCRIBE_MODEL_OUTPUT: Shape = Shape::structure(
    "DescribeModelOutput",
    &[
        Member::required("ModelName", &MODEL_NAME),
        Member::optional("PrimaryContainer", &CONTAINER_DEFINITION),
        Member::optional("Containers", &CONTAINER_DEFINITION_LIST),
        Member::optional("InferenceExecutionConfig", &INFERENCE_EXECUTION_CONFIG),
        Member::optional("ExecutionRoleArn", &ROLE_ARN),
        Member::optional("VpcConfig", &VPC_CONFIG),
        Member::required("CreationTime", &TIMESTAMP),
        Member::required("ModelArn", &MODEL_ARN),
        Member::optional("EnableNetworkIsolation", &BOOLEAN),
        Member::optional("DeploymentRecommendation", &DEPLOYMENT_RECOMMENDATION),
    ],
);

static DESCRIBE_PROCESSING_JOB_REQUEST: Shape = Shape::structure(
    "DescribeProcessingJobRequest",
    &[Member::required("ProcessingJobName", &PROCESSING_JOB_NAME)],
);

static DESCRIBE_PROCESSING_JOB_RESPONSE: Shape = Shape::structure(
    "DescribeProcessingJobResponse",
    &[
        Member::optional("ProcessingInputs", &PROCESSING_INPUTS),
        Member::optional("ProcessingOutputConfig", &PROCESSING_OUTPUT_CONFIG),
        Member::required("ProcessingJobName", &PROCESSING_JOB_NAME),
        Member::required("ProcessingResources", &PROCESSING_RESOURCES),
        Member::optional("StoppingCondition", &PROCESSING_STOPPING_CONDITION),
        Member::required("AppSpecification", &APP_SPECIFICATION),
        Member::optional("Environment", &PROCESSING_ENVIRONMENT_MAP),
        Member::optional("NetworkConfig", &NETWORK_CONFIG),
        Member::optional("RoleArn", &ROLE_ARN),
        Member::optional("ExperimentConfig", &EXPERIMENT_CONFIG),
        Member::required("ProcessingJobArn", &PROCESSING_JOB_ARN),
        Member::required("ProcessingJobStatus", &PROCESSING_JOB_STATUS),
        Member::optional("ExitMessage", &EXIT_MESSAGE),
        Member::optional("FailureReason", &FAILURE_REASON),
        Member::optional("ProcessingEndTime", &TIMESTAMP),
        Member::optional("ProcessingStartTime", &TIMESTAMP),
        Member::optional("LastModifiedTime", &TIMESTAMP),
        Member::required("CreationTime", &TIMESTAMP),
        Member::optional("MonitoringScheduleArn", &MONITORING_SCHEDULE_ARN),
        Member::optional("AutoMLJobArn", &AUTO_ML_JOB_ARN),
        Member::optional("TrainingJobArn", &TRAINING_JOB_ARN),
    ],
);

static DESCRIBE_TRAINING_JOB_REQUEST: Shape = Shape::structure(
    "DescribeTrainingJobRequest",
    &[Member::required("TrainingJobName", &TRAINING_JOB_NAME)],
);

static DESCRIBE_TRAINING_JOB_RESPONSE: Shape = Shape::structure(
    "DescribeTrainingJobResponse",
    &[
        Member::required("TrainingJobName", &TRAINING_JOB_NAME),
        Member::required("TrainingJobArn", &TRAINING_JOB_ARN),
        Member::optional("TuningJobArn", &HYPER_PARAMETER_TUNING_JOB_ARN),
        Member::optional("LabelingJobArn", &LABELING_JOB_ARN),
        Member::optional("AutoMLJobArn", &AUTO_ML_JOB_ARN),
        Member::required("ModelArtifacts", &MODEL_ARTIFACTS),
        Member::required("TrainingJobStatus", &TRAINING_JOB_STATUS),
        Member::required("SecondaryStatus", &SECONDARY_STATUS),
        Member::optional("FailureReason", &FAILURE_REASON),
        Member::optional("HyperParameters", &HYPER_PARAMETERS),
        Member::optional("AlgorithmSpecification", &ALGORITHM_SPECIFICATION),
        Member::optional("RoleArn", &ROLE_ARN),
        Member::optional("InputDataConfig", &INPUT_DATA_CONFIG),
        Member::optional("OutputDataConfig", &OUTPUT_DATA_CONFIG),
        Member::optional("ResourceConfig", &RESOURCE_CONFIG),
        Member::optional("WarmPoolStatus", &WARM_POOL_STATUS),
        Member::optional("VpcConfig", &VPC_CONFIG),
        Member::required("StoppingCondition", &STOPPING_CONDITION),
        Member::required("CreationTime", &TIMESTAMP),
        Member::optional("TrainingStartTime", &TIMESTAMP),
        Member::optional("TrainingEndTime", &TIMESTAMP),
        Member::optional("LastModifiedTime", &TIMESTAMP),
        Member::optional("SecondaryStatusTransitions", &SECONDARY_STATUS_TRANSITIONS),
        Member::optional("FinalMetricDataList", &FINAL_METRIC_DATA_LIST),
        Member::optional("EnableNetworkIsolation", &BOOLEAN),
        Member::optional("EnableInterContainerTrafficEncryption", &BOOLEAN),
        Member::optional("EnableManagedSpotTraining", &BOOLEAN),
        Member::optional("CheckpointConfig", &CHECKPOINT_CONFIG),
        Member::optional("TrainingTimeInSeconds", &TRAINING_TIME_IN_SECONDS),
        Member::optional("BillableTimeInSeconds", &BILLABLE_TIME_IN_SECONDS),
        Member::optional("BillableTokenCount", &BILLABLE_TOKEN_COUNT),
        Member::optional("DebugHookConfig", &DEBUG_HOOK_CONFIG),
        Member::optional("ExperimentConfig", &EXPERIMENT_CONFIG),
        Member::optional("DebugRuleConfigurations", &DEBUG_RULE_CONFIGURATIONS),
        Member::optional("TensorBoardOutputConfig", &TENSOR_BOARD_OUTPUT_CONFIG),
        Member::optional("DebugRuleEvaluationStatuses", &DEBUG_RULE_EVALUATION_STATUSES),
        Member::optional("ProfilerConfig", &PROFILER_CONFIG),
        Member::optional("ProfilerRuleConfigurations", &PROFILER_RULE_CONFIGURATIONS),
        Member::optional(
            "ProfilerRuleEvaluationStatuses",
            &PROFILER_RULE_EVALUATION_STATUSES,
        ),
        Member::optional("ProfilingStatus", &PROFILING_STATUS),
        Member::optional("Environment", &TRAINING_ENVIRONMENT_MAP),
        Member::optional("RetryStrategy", &RETRY_STRATEGY),
        Member::optional("RemoteDebugConfig", &REMOTE_DEBUG_CONFIG),
        Member::optional("InfraCheckConfig", &INFRA_CHECK_CONFIG),
        Member::optional("ServerlessJobConfig", &SERVERLESS_JOB_CONFIG),
        Member::optional("MlflowConfig", &MLFLOW_CONFIG),
        Member::optional("ModelPackageConfig", &MODEL_PACKAGE_CONFIG),
        Member::optional("MlflowDetails", &MLFLOW_DETAILS),
        Member::optional("ProgressInfo", &TRAINING_PROGRESS_INFO),
        Member::optional("OutputModelPackageArn", &MODEL_PACKAGE_ARN),
    ],
);

static DESCRIBE_TRANSFORM_JOB_REQUEST: Shape = Shape::structure(
    "DescribeTransformJobRequest",
    &[Member::required("TransformJobName", &TRANSFORM_JOB_NAME)],
);

static DESCRIBE_TRANSFORM_JOB_RESPONSE: Shape = Shape::structure(
    "DescribeTransformJobResponse",
    &[
        Member::required("TransformJobName", &TRANSFORM_JOB_NAME),
        Member::required("TransformJobArn", &TRANSFORM_JOB_ARN),
        Member::required("TransformJobStatus", &TRANSFORM_JOB_STATUS),
        Member::optional("FailureReason", &FAILURE_REASON),
        Member::required("ModelName", &MODEL_NAME),
        Member::optional("MaxConcurrentTransforms", &MAX_CONCURRENT_TRANSFORMS),
        Member::optional("ModelClientConfig", &MODEL_CLIENT_CONFIG),
        Member::optional("MaxPayloadInMB", &MAX_PAYLOAD_IN_MB),
        Member::optional("BatchStrategy", &BATCH_STRATEGY),
        Member::optional("Environment", &TRANSFORM_ENVIRONMENT_MAP),
        Member::required("TransformInput", &TRANSFORM_INPUT),
        Member::optional("TransformOutput", &TRANSFORM_OUTPUT),
        Member::optional("DataCaptureConfig", &BATCH_DATA_CAPTURE_CONFIG),
        Member::required("TransformResources", &TRANSFORM_RESOURCES),
        Member::required("CreationTime", &TIMESTAMP),
        Member::optional("TransformStartTime", &TIMESTAMP),
        Member::optional("TransformEndTime", &TIMESTAMP),
        Member::optional("LabelingJobArn", &LABELING_JOB_ARN),
        Member::optional("AutoMLJobArn", &AUTO_ML_JOB_ARN),
        Member::optional("DataProcessing", &DATA_PROCESSING),
        Member::optional("ExperimentConfig", &EXPERIMENT_CONFIG),
    ],
);

static DESTINATION_S3_URI: Shape = Shape::matching("DestinationS3Uri", "(https|s3)://([^/])/?(.*)")
    .at_least(0)
    .at_most(512);

static DIRECTORY_PATH: Shape = Shape::matching("DirectoryPath", ".*").at_least(0).at_most(4096);

static DISABLE_PROFILER: Shape = Shape::boolean("DisableProfiler");

static EC2_CAPACITY_RESERVATION: Shape = Shape::structure(
    "Ec2CapacityReservation",
    &[
        Member::optional("Ec2CapacityReservationId", &EC2_CAPACITY_RESERVATION_ID),
        Member::optional("TotalInstanceCount", &TASK_COUNT),
        Member::optional("AvailableInstanceCount", &TASK_COUNT),
        Member::optional("UsedByCurrentEndpoint", &TASK_COUNT),
    ],
);

static EC2_CAPACITY_RESERVATION_ID: Shape = Shape::string("Ec2CapacityReservationId");

static EC2_CAPACITY_RESERVATIONS_LIST: Shape =
    Shape::list("Ec2CapacityReservationsList", &EC2_CAPACITY_RESERVATION);

static ENABLE_CAPTURE: Shape = Shape::boolean("EnableCapture");

static ENABLE_DETAILED_OBSERVABILITY: Shape = Shape::boolean("EnableDetailedObservability");

static ENABLE_ENHANCED_METRICS: Shape = Shape::boolean("EnableEnhancedMetrics");

static ENABLE_INFRA_CHECK: Shape = Shape::boolean("EnableInfraCheck");

static ENABLE_REMOTE_DEBUG: Shape = Shape::boolean("EnableRemoteDebug");

static ENABLE_SESSION_TAG_CHAINING: Shape = Shape::boolean("EnableSessionTagChaining");

static ENDPOINT_ARN: Shape = Shape::matching(
    "EndpointArn",
    r"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:endpoint/.*",
)
.at_least(20)
.at_most(2048);

static ENDPOINT_CONFIG_ARN: Shape = Shape::matching(
    "EndpointConfigArn",
    r"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:endpoint-config/.*",
)
.at_least(20)
.at_most(2048);

static ENDPOINT_CONFIG_NAME: Shape =
    Shape::matching("EndpointConfigName", "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")
        .at_least(0)
        .at_most(63);

static ENDPOINT_CONFIG_NAME_CONTAINS: Shape = Shape::matching("EndpointConfigNameContains", "[a-zA-Z0-9-]+")
    .at_least(0)
    .at_most(63);

static ENDPOINT_CONFIG_SORT_KEY: Shape = Shape::choice("EndpointConfigSortKey", &["Name", "CreationTime"]);

static ENDPOINT_CONFIG_SUMMARY: Shape = Shape::structure(
    "EndpointConfigSummary",
    &[
        Member::required("EndpointConfigName", &ENDPOINT_CONFIG_NAME),
        Member::required("EndpointConfigArn", &ENDPOINT_CONFIG_ARN),
        Member::required("CreationTime", &TIMESTAMP),
    ],
);

static ENDPOINT_CONFIG_SUMMARY_LIST: Shape =
    Shape::list("EndpointConfigSummaryList", &ENDPOINT_CONFIG_SUMMARY);

static ENDPOINT_NAME: Shape = Shape::matching("EndpointName", "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")
    .at_least(0)
    .at_most(63);

static ENDPOINT_NAME_CONTAINS: Shape = Shape::matching("EndpointNameContains", "[a-zA-Z0-9-]+")
    .at_least(0)
    .at_most(63);

static ENDPOINT_SORT_KEY: Shape = Shape::choice("EndpointSortKey", &["Name", "CreationTime", "Status"]);

static ENDPOINT_STATUS: Shape = Shape::choice(
    "EndpointStatus",
    &[
        "OutOfService",
        "Creating",
        "Updating",
        "SystemUpdating",
        "RollingBack",
        "InService",
        "Deleting",
        "Failed",
        "UpdateRollbackFailed",
    ],
);

static ENDPOINT_SUMMARY: Shape = Shape::structure(
    "EndpointSummary",
    &[
        Member::required("EndpointName", &ENDPOINT_NAME),
        Member::required("EndpointArn", &ENDPOINT_ARN),
        Member::required("CreationTime", &TIMESTAMP),
        Member::required("LastModifiedTime", &TIMESTAMP),
        Member::required("EndpointStatus", &ENDPOINT_STATUS),
    ],
);

static ENDPOINT_SUMMARY_LIST: Shape = Shape::list("EndpointSummaryList", &ENDPOINT_SUMMARY);

static ENVIRONMENT_KEY: Shape = Shape::matching("EnvironmentKey", "[a-zA-Z_][a-zA-Z0-9_]*")
    .at_least(0)
    .at_most(1024);

static ENVIRONMENT_MAP: Shape = Shape::map("EnvironmentMap", &ENVIRONMENT_KEY, &ENVIRONMENT_VALUE)
    .at_least(0)
    .at_most(100);

static ENVIRONMENT_VALUE: Shape = Shape::matching("EnvironmentValue", r"[\S\s]*")
    .at_least(0)
    .at_most(1024);

static EVALUATION_TYPE: Shape = Shape::choice(
    "EvaluationType",
    &["LLMAJEvaluation", "CustomScorerEvaluation", "BenchmarkEvaluation"],
);

static EVALUATOR_ARN: Shape = Shape::matching("EvaluatorArn", ".*");

static EXIT_MESSAGE: Shape = Shape::matching("ExitMessage", r"[\S\s]*")
    .at_least(0)
    .at_most(1024);

static EXPERIMENT_CONFIG: Shape = Shape::structure(
    "ExperimentConfig",
    &[
        Member::optional("ExperimentName", &EXPERIMENT_ENTITY_NAME),
        Member::optional("TrialName", &EXPERIMENT_ENTITY_NAME),
        Member::optional("TrialComponentDisplayName", &EXPERIMENT_ENTITY_NAME),
        Member::optional("RunName", &EXPERIMENT_ENTITY_NAME),
    ],
);

static EXPERIMENT_ENTITY_NAME: Shape =
    Shape::matching("ExperimentEntityName", "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}")
        .at_least(1)
        .at_most(120);

static EXPLAINER_CONFIG: Shape = Shape::structure(
    "ExplainerConfig",
    &[Member::optional(
        "ClarifyExplainerConfig",
        &CLARIFY_EXPLAINER_CONFIG,
    )],
);

static FAILURE_REASON: Shape = Shape::string("FailureReason").at_least(0).at_most(1024);

static FEATURE_GROUP_NAME: Shape = Shape::matching("FeatureGroupName", "[a-zA-Z0-9]([_-]*[a-zA-Z0-9]){0,63}")
    .at_least(1)
    .at_most(64);

static FILE_SYSTEM_ACCESS_MODE: Shape = Shape::choice("FileSystemAccessMode", &["rw", "ro"]);

static FILE_SYSTEM_DATA_SOURCE: Shape = Shape::structure(
    "FileSystemDataSource",
    &[
        Member::required("FileSystemId", &FILE_SYSTEM_ID),
        Member::required("FileSystemAccessMode", &FILE_SYSTEM_ACCESS_MODE),
        Member::required("FileSystemType", &FILE_SYSTEM_TYPE),
        Member::required("DirectoryPath", &DIRECTORY_PATH),
    ],
);

static FILE_SYSTEM_ID: Shape = Shape::matching("FileSystemId", "(fs-[0-9a-f]{8,})")
    .at_least(11)
    .at_most(21);

static FILE_SYSTEM_TYPE: Shape = Shape::choice("FileSystemType", &["EFS", "FSxLustre"]);

static FINAL_METRIC_DATA_LIST: Shape = Shape::list("FinalMetricDataList", &METRIC_DATA)
    .at_least(0)
    .at_most(40);

static FLOAT: Shape = Shape::float("Float");

static HOOK_PARAMETERS: Shape = Shape::map("HookParameters", &CONFIG_KEY, &CONFIG_VALUE)
    .at_least(0)
    .at_most(20);

static HUB_ACCESS_CONFIG: Shape = Shape::structure(
    "HubAccessConfig",
    &[Member::required("HubContentArn", &HUB_CONTENT_ARN)],
);

static HUB_CONTENT_ARN: Shape = Shape::matching("HubContentArn", ".*").at_least(0).at_most(255);

static HUB_DATA_SET_ARN: Shape = Shape::matching("HubDataSetArn", r"(arn:[a-z0-9-\.]{1,63}:sagemaker:\w+(?:-\w+)+:(\d{12}|aws):hub-content\/)[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}\/DataSet\/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}(\/\d{1,4}.\d{1,4}.\d{1,4})?").at_least(0).at_most(2048);

static HYPER_PARAMETER_KEY: Shape = Shape::matching("HyperParameterKey", ".*")
    .at_least(0)
    .at_most(256);

static HYPER_PARAMETER_TUNING_JOB_ARN: Shape = Shape::matching(
    "HyperParameterTuningJobArn",
    r"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:hyper-parameter-tuning-job/.*",
)
.at_least(0)
.at_most(256);

static HYPER_PARAMETER_VALUE: Shape = Shape::matching("HyperParameterValue", ".*")
    .at_least(0)
    .at_most(2500);

static HYPER_PARAMETERS: Shape = Shape::map("HyperParameters", &HYPER_PARAMETER_KEY, &HYPER_PARAMETER_VALUE)
    .at_least(0)
    .at_most(100);

static IMAGE_CONFIG: Shape = Shape::structure(
    "ImageConfig",
    &[
        Member::required("RepositoryAccessMode", &REPOSITORY_ACCESS_MODE),
        Member::optional("RepositoryAuthConfig", &REPOSITORY_AUTH_CONFIG),
    ],
);

static IMAGE_URI: Shape = Shape::matching("ImageUri", ".*").at_least(0).at_most(255);

static INFERENCE_EXECUTION_CONFIG: Shape = Shape::structure(
    "InferenceExecutionConfig",
    &[Member::required("Mode", &INFERENCE_EXECUTION_MODE)],
);

static INFERENCE_EXECUTION_MODE: Shape = Shape::choice("InferenceExecutionMode", &["Serial", "Direct"]);

static INFERENCE_HUB_ACCESS_CONFIG: Shape = Shape::structure(
    "InferenceHubAccessConfig",
    &[Member::required("HubContentArn", &HUB_CONTENT_ARN)],
);

static INFERENCE_SPECIFICATION_NAME: Shape =
    Shape::matching("InferenceSpecificationName", "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")
        .at_least(1)
        .at_most(63);

static INFRA_CHECK_CONFIG: Shape = Shape::structure(
    "InfraCheckConfig",
    &[Member::optional("EnableInfraCheck", &ENABLE_INFRA_CHECK)],
);

static INITIAL_TASK_COUNT: Shape = Shape::integer("InitialTaskCount").at_least(1);

static INPUT_DATA_CONFIG: Shape = Shape::list("InputDataConfig", &CHANNEL).at_least(1).at_most(20);

static INPUT_MODE: Shape = Shape::choice("InputMode", &["Pipe", "File"]);

static INSTANCE_GROUP: Shape = Shape::structure(
    "InstanceGroup",
    &[
        Member::required("InstanceType", &TRAINING_INSTANCE_TYPE),
        Member::required("InstanceCount", &TRAINING_INSTANCE_COUNT),
        Member::required("InstanceGroupName", &INSTANCE_GROUP_NAME),
    ],
);

static INSTANCE_GROUP_NAME: Shape = Shape::matching("InstanceGroupName", ".+").at_least(1).at_most(64);

static INSTANCE_GROUP_NAMES: Shape = Shape::list("InstanceGroupNames", &INSTANCE_GROUP_NAME)
    .at_least(0)
    .at_most(5);

static INSTANCE_GROUPS: Shape = Shape::list("InstanceGroups", &INSTANCE_GROUP)
    .at_least(0)
    .at_most(5);

static INSTANCE_PLACEMENT_CONFIG: Shape = Shape::structure(
    "InstancePlacementConfig",
    &[
        Member::optional("EnableMultipleJobs", &BOOLEAN),
        Member::optional("PlacementSpecifications", &PLACEMENT_SPECIFICATIONS),
    ],
);

static INSTANCE_POOL: Shape = Shape::structure(
    "InstancePool",
    &[
        Member::required("InstanceType", &PRODUCTION_VARIANT_INSTANCE_TYPE),
        Member::optional("ModelNameOverride", &MODEL_NAME),
        Member::required("Priority", &INSTANCE_POOL_PRIORITY),
    ],
);

static INSTANCE_POOL_LIST: Shape = Shape::list("InstancePoolList", &INSTANCE_POOL)
    .at_least(1)
    .at_most(5);

static INSTANCE_POOL_PRIORITY: Shape = Shape::integer("InstancePoolPriority").at_least(1).at_most(5);

static INSTANCE_POOL_SUMMARY: Shape = Shape::structure(
    "InstancePoolSummary",
    &[
        Member::required("InstanceType", &PRODUCTION_VARIANT_INSTANCE_TYPE),
        Member::required("CurrentInstanceCount", &TASK_COUNT),
    ],
);

static INSTANCE_POOL_SUMMARY_LIST: Shape =
    Shape::list("InstancePoolSummaryList", &INSTANCE_POOL_SUMMARY).at_least(1);

static INSTANCE_PREFERENCE: Shape = Shape::structure(
    "InstancePreference",
    &[
        Member::required("InstanceType", &TRAINING_INSTANCE_TYPE),
        Member::optional("InstanceCount", &TRAINING_INSTANCE_COUNT),
        Member::optional("TrainingPlanArns", &TRAINING_PLAN_ARN_LIST),
    ],
);

static INSTANCE_PREFERENCE_LIST: Shape = Shape::list("InstancePreferenceList", &INSTANCE_PREFERENCE)
    .at_least(1)
    .at_most(5);

static INVOCATIONS_MAX_RETRIES: Shape = Shape::integer("InvocationsMaxRetries").at_least(0).at_most(3);

static INVOCATIONS_TIMEOUT_IN_SECONDS: Shape = Shape::integer("InvocationsTimeoutInSeconds")
    .at_least(1)
    .at_most(3600);

static JOIN_SOURCE: Shape = Shape::choice("JoinSource", &["Input", "None"]);

static JSON_CONTENT_TYPE: Shape = Shape::matching(
    "JsonContentType",
    r"[a-zA-Z0-9](-*[a-zA-Z0-9])*\/[a-zA-Z0-9](-*[a-zA-Z0-9.])*",
)
.at_least(1)
.at_most(256);

static JSON_CONTENT_TYPES: Shape = Shape::list("JsonContentTypes", &JSON_CONTENT_TYPE)
    .at_least(1)
    .at_most(10);

static JSON_PATH: Shape = Shape::string("JsonPath").at_least(0).at_most(63);

static KEEP_ALIVE_PERIOD_IN_SECONDS: Shape = Shape::integer("KeepAlivePeriodInSeconds")
    .at_least(0)
    .at_most(21600);

static KMS_KEY_ID: Shape = Shape::matching("KmsKeyId", "[a-zA-Z0-9:/_-]*")
    .at_least(0)
    .at_most(2048);

static LABELING_JOB_ARN: Shape = Shape::matching(
    "LabelingJobArn",
    r"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:labeling-job/.*",
)
.at_least(0)
.at_most(2048);

static LIST_ENDPOINT_CONFIGS_INPUT: Shape = Shape::structure(
    "ListEndpointConfigsInput",
    &[
        Member::optional("SortBy", &ENDPOINT_CONFIG_SORT_KEY),
        Member::optional("SortOrder", &ORDER_KEY),
        Member::optional("NextToken", &PAGINATION_TOKEN),
        Member::optional("MaxResults", &MAX_RESULTS),
        Member::optional("NameContains", &ENDPOINT_CONFIG_NAME_CONTAINS),
        Member::optional("CreationTimeBefore", &TIMESTAMP),
        Member::optional("CreationTimeAfter", &TIMESTAMP),
    ],
);

static LIST_ENDPOINT_CONFIGS_OUTPUT: Shape = Shape::structure(
    "ListEndpointConfigsOutput",
    &[
        Member::required("EndpointConfigs", &ENDPOINT_CONFIG_SUMMARY_LIST),
        Member::optional("NextToken", &PAGINATION_TOKEN),
    ],
);

static LIST_ENDPOINTS_INPUT: Shape = Shape::structure(
    "ListEndpointsInput",
    &[
        Member::optional("SortBy", &ENDPOINT_SORT_KEY),
        Member::optional("SortOrder", &ORDER_KEY),
        Member::optional("NextToken", &PAGINATION_TOKEN),
        Member::optional("MaxResults", &MAX_RESULTS),
        Member::optional("NameContains", &ENDPOINT_NAME_CONTAINS),
        Member::optional("CreationTimeBefore", &TIMESTAMP),
        Member::optional("CreationTimeAfter", &TIMESTAMP),
        Member::optional("LastModifiedTimeBefore", &TIMESTAMP),
        Member::optional("LastModifiedTimeAfter", &TIMESTAMP),
        Member::optional("StatusEquals", &ENDPOINT_STATUS),
    ],
);

static LIST_ENDPOINTS_OUTPUT: Shape = Shape::structure(
    "ListEndpointsOutput",
    &[
        Member::required("Endpoints", &ENDPOINT_SUMMARY_LIST),
        Member::optional("NextToken", &PAGINATION_TOKEN),
    ],
);

static LIST_MODELS_INPUT: Shape = Shape::structure(
    "ListModelsInput",
    &[
        Member::optional("SortBy", &MODEL_SORT_KEY),
        Member::optional("SortOrder", &ORDER_KEY),
        Member::optional("NextToken", &PAGINATION_TOKEN),
        Member::optional("MaxResults", &MAX_RESULTS),
        Member::optional("NameContains", &MODEL_NAME_CONTAINS),
        Member::optional("CreationTimeBefore", &TIMESTAMP),
        Member::optional("CreationTimeAfter", &TIMESTAMP),
    ],
);

static LIST_MODELS_OUTPUT: Shape = Shape::structure(
    "ListModelsOutput",
    &[
        Member::required("Models", &MODEL_SUMMARY_LIST),
        Member::optional("NextToken", &PAGINATION_TOKEN),
    ],
);

static LIST_PROCESSING_JOBS_REQUEST: Shape = Shape::structure(
    "ListProcessingJobsRequest",
    &[
        Member::optional("CreationTimeAfter", &TIMESTAMP),
        Member::optional("CreationTimeBefore", &TIMESTAMP),
        Member::optional("LastModifiedTimeAfter", &TIMESTAMP),
        Member::optional("LastModifiedTimeBefore", &TIMESTAMP),
        Member::optional("NameContains", &STRING),
        Member::optional("StatusEquals", &PROCESSING_JOB_STATUS),
        Member::optional("SortBy", &SORT_BY),
        Member::optional("SortOrder", &SORT_ORDER),
        Member::optional("NextToken", &NEXT_TOKEN),
        Member::optional("MaxResults", &MAX_RESULTS),
    ],
);

static LIST_PROCESSING_JOBS_RESPONSE: Shape = Shape::structure(
    "ListProcessingJobsResponse",
    &[
        Member::required("ProcessingJobSummaries", &PROCESSING_JOB_SUMMARIES),
        Member::optional("NextToken", &NEXT_TOKEN),
    ],
);

static LIST_TRAINING_JOBS_REQUEST: Shape = Shape::structure(
    "ListTrainingJobsRequest",
    &[
        Member::optional("NextToken", &NEXT_TOKEN),
        Member::optional("MaxResults", &MAX_RESULTS),
        Member::optional("CreationTimeAfter", &TIMESTAMP),
        Member::optional("CreationTimeBefore", &TIMESTAMP),
        Member::optional("LastModifiedTimeAfter", &TIMESTAMP),
        Member::optional("LastModifiedTimeBefore", &TIMESTAMP),
        Member::optional("NameContains", &NAME_CONTAINS),
        Member::optional("StatusEquals", &TRAINING_JOB_STATUS),
        Member::optional("SortBy", &SORT_BY),
        Member::optional("SortOrder", &SORT_ORDER),
        Member::optional("WarmPoolStatusEquals", &WARM_POOL_RESOURCE_STATUS),
        Member::optional("TrainingPlanArnEquals", &TRAINING_PLAN_ARN),
    ],
);

static LIST_TRAINING_JOBS_RESPONSE: Shape = Shape::structure(
    "ListTrainingJobsResponse",
    &[
        Member::required("TrainingJobSummaries", &TRAINING_JOB_SUMMARIES),
        Member::optional("NextToken", &NEXT_TOKEN),
    ],
);

static LIST_TRANSFORM_JOBS_REQUEST: Shape = Shape::structure(
    "ListTransformJobsRequest",
    &[
        Member::optional("CreationTimeAfter", &TIMESTAMP),
        Member::optional("CreationTimeBefore", &TIMESTAMP),
        Member::optional("LastModifiedTimeAfter", &TIMESTAMP),
        Member::optional("LastModifiedTimeBefore", &TIMESTAMP),
        Member::optional("NameContains", &NAME_CONTAINS),
        Member::optional("StatusEquals", &TRANSFORM_JOB_STATUS),
        Member::optional("SortBy", &SORT_BY),
        Member::optional("SortOrder", &SORT_ORDER),
        Member::optional("NextToken", &NEXT_TOKEN),
        Member::optional("MaxResults", &MAX_RESULTS),
    ],
);

static LIST_TRANSFORM_JOBS_RESPONSE: Shape = Shape::structure(
    "ListTransformJobsResponse",
    &[
        Member::required("TransformJobSummaries", &TRANSFORM_JOB_SUMMARIES),
        Member::optional("NextToken", &NEXT_TOKEN),
    ],
);

static MANAGED_INSTANCE_SCALING_COOLDOWN_IN_MINUTES: Shape =
    Shape::integer("ManagedInstanceScalingCooldownInMinutes")
        .at_least(5)
        .at_most(1440);

static MANAGED_INSTANCE_SCALING_MAX_INSTANCE_COUNT: Shape =
    Shape::integer("ManagedInstanceScalingMaxInstanceCount").at_least(1);

static MANAGED_INSTANCE_SCALING_MAXIMUM_STEP_SIZE: Shape =
    Shape::integer("ManagedInstanceScalingMaximumStepSize")
        .at_least(1)
        .at_most(100);

static MANAGED_INSTANCE_SCALING_MIN_INSTANCE_COUNT: Shape =
    Shape::integer("ManagedInstanceScalingMinInstanceCount").at_least(0);

static MANAGED_INSTANCE_SCALING_SCALE_IN_STRATEGY: Shape = Shape::choice(
    "ManagedInstanceScalingScaleInStrategy",
    &["IDLE_RELEASE", "CONSOLIDATION"],
);

static MANAGED_INSTANCE_SCALING_STATUS: Shape =
    Shape::choice("ManagedInstanceScalingStatus", &["ENABLED", "DISABLED"]);

static MAX_CONCURRENT_INVOCATIONS_PER_INSTANCE: Shape = Shape::integer("MaxConcurrentInvocationsPerInstance")
    .at_least(1)
    .at_most(1000);

static MAX_CONCURRENT_TRANSFORMS: Shape = Shape::integer("MaxConcurrentTransforms").at_least(0);

static MAX_PAYLOAD_IN_MB: Shape = Shape::integer("MaxPayloadInMB").at_least(0);

static MAX_PENDING_TIME_IN_SECONDS: Shape = Shape::integer("MaxPendingTimeInSeconds")
    .at_least(1800)
    .at_most(2419200);

static MAX_RESULTS: Shape = Shape::integer("MaxResults").at_least(1).at_most(100);

static MAX_RUNTIME_IN_SECONDS: Shape = Shape::integer("MaxRuntimeInSeconds").at_least(1);

static MAX_WAIT_TIME_IN_SECONDS: Shape = Shape::integer("MaxWaitTimeInSeconds").at_least(1);

static MAXIMUM_EXECUTION_TIMEOUT_IN_SECONDS: Shape = Shape::integer("MaximumExecutionTimeoutInSeconds")
    .at_least(600)
    .at_most(28800);

static MAXIMUM_RETRY_ATTEMPTS: Shape = Shape::integer("MaximumRetryAttempts").at_least(1).at_most(30);

static METRIC_DATA: Shape = Shape::structure(
    "MetricData",
    &[
        Member::optional("MetricName", &METRIC_NAME),
        Member::optional("Value", &FLOAT),
        Member::optional("Timestamp", &TIMESTAMP),
    ],
);

static METRIC_DEFINITION: Shape = Shape::structure(
    "MetricDefinition",
    &[
        Member::required("Name", &METRIC_NAME),
        Member::required("Regex", &METRIC_REGEX),
    ],
);

static METRIC_DEFINITION_LIST: Shape = Shape::list("MetricDefinitionList", &METRIC_DEFINITION)
    .at_least(0)
    .at_most(40);

static METRIC_NAME: Shape = Shape::matching("MetricName", ".+").at_least(1).at_most(255);

static METRIC_PUBLISH_FREQUENCY_IN_SECONDS: Shape = Shape::integer("MetricPublishFrequencyInSeconds");

static METRIC_REGEX: Shape = Shape::matching("MetricRegex", ".+").at_least(1).at_most(500);

static METRICS_CONFIG: Shape = Shape::structure(
    "MetricsConfig",
    &[
        Member::optional("EnableEnhancedMetrics", &ENABLE_ENHANCED_METRICS),
        Member::optional("EnableDetailedObservability", &ENABLE_DETAILED_OBSERVABILITY),
        Member::optional(
            "MetricPublishFrequencyInSeconds",
            &METRIC_PUBLISH_FREQUENCY_IN_SECONDS,
        ),
    ],
);

static METRICS_ENDPOINT: Shape = Shape::structure(
    "MetricsEndpoint",
    &[
        Member::required("MetricsEndpointPath", &METRICS_ENDPOINT_PATH),
        Member::optional(
            "MetricPublishFrequencyInSeconds",
            &METRIC_PUBLISH_FREQUENCY_IN_SECONDS,
        ),
    ],
);

static METRICS_ENDPOINT_LIST: Shape = Shape::list("MetricsEndpointList", &METRICS_ENDPOINT)
    .at_least(0)
    .at_most(1);

static METRICS_ENDPOINT_PATH: Shape = Shape::matching("MetricsEndpointPath", r"/(?!.*\.\.)[a-zA-Z0-9/_.\-]+")
    .at_least(0)
    .at_most(256);

static ML_FLOW_RESOURCE_ARN: Shape = Shape::matching(
    "MlFlowResourceArn",
    r"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:mlflow-[a-zA-Z-]*/.*",
)
.at_least(0)
.at_most(2048);

static ML_RESERVATION_ARN: Shape = Shape::matching(
    "MlReservationArn",
    r"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z0-9\-]{1,14}/.*",
)
.at_least(20)
.at_most(258);

static MLFLOW_CONFIG: Shape = Shape::structure(
    "MlflowConfig",
    &[
        Member::required("MlflowResourceArn", &ML_FLOW_RESOURCE_ARN),
        Member::optional("MlflowExperimentName", &MLFLOW_EXPERIMENT_NAME),
        Member::optional("MlflowRunName", &MLFLOW_RUN_NAME),
    ],
);

static MLFLOW_DETAILS: Shape = Shape::structure(
    "MlflowDetails",
    &[
        Member::optional("MlflowExperimentId", &MLFLOW_EXPERIMENT_ID),
        Member::optional("MlflowRunId", &MLFLOW_RUN_ID),
    ],
);

static MLFLOW_EXPERIMENT_ID: Shape = Shape::matching("MlflowExperimentId", ".*")
    .at_least(1)
    .at_most(256);

static MLFLOW_EXPERIMENT_NAME: Shape = Shape::matching("MlflowExperimentName", ".*")
    .at_least(1)
    .at_most(256);

static MLFLOW_RUN_ID: Shape = Shape::matching("MlflowRunId", ".*").at_least(1).at_most(256);

static MLFLOW_RUN_NAME: Shape = Shape::matching("MlflowRunName", ".*").at_least(1).at_most(256);

static MODEL_ACCESS_CONFIG: Shape = Shape::structure(
    "ModelAccessConfig",
    &[Member::required("AcceptEula", &ACCEPT_EULA)],
);

static MODEL_ARN: Shape = Shape::matching(
    "ModelArn",
    r"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:model/.*",
)
.at_least(20)
.at_most(2048);

static MODEL_ARTIFACTS: Shape =
    Shape::structure("ModelArtifacts", &[Member::required("S3ModelArtifacts", &S3_URI)]);

static MODEL_CACHE_SETTING: Shape = Shape::choice("ModelCacheSetting", &["Enabled", "Disabled"]);

static MODEL_CLIENT_CONFIG: Shape = Shape::structure(
    "ModelClientConfig",
    &[
        Member::optional("InvocationsTimeoutInSeconds", &INVOCATIONS_TIMEOUT_IN_SECONDS),
        Member::optional("InvocationsMaxRetries", &INVOCATIONS_MAX_RETRIES),
    ],
);

static MODEL_COMPRESSION_TYPE: Shape = Shape::choice("ModelCompressionType", &["None", "Gzip"]);

static MODEL_DATA_SOURCE: Shape = Shape::structure(
    "ModelDataSource",
    &[Member::optional("S3DataSource", &S3_MODEL_DATA_SOURCE)],
);

static MODEL_NAME: Shape = Shape::matching("ModelName", r"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?")
    .at_least(0)
    .at_most(63);

static MODEL_NAME_CONTAINS: Shape = Shape::matching("ModelNameContains", "[a-zA-Z0-9-]+")
    .at_least(0)
    .at_most(63);

static MODEL_PACKAGE_ARN: Shape = Shape::matching(
    "ModelPackageArn",
    r"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]{9,16}:[0-9]{12}:model-package/[\S]{1,2048}",
)
.at_least(1)
.at_most(2048);

static MODEL_PACKAGE_CONFIG: Shape = Shape::structure(
    "ModelPackageConfig",
    &[
        Member::required("ModelPackageGroupArn", &MODEL_PACKAGE_GROUP_ARN),
        Member::optional("SourceModelPackageArn", &MODEL_PACKAGE_ARN),
    ],
);

static MODEL_PACKAGE_GROUP_ARN: Shape = Shape::matching(
    "ModelPackageGroupArn",
    r"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]{9,16}:[0-9]{12}:model-package-group/[\S]{1,2048}",
)
.at_least(1)
.at_most(2048);

static MODEL_SORT_KEY: Shape = Shape::choice("ModelSortKey", &["Name", "CreationTime"]);

static MODEL_SUMMARY: Shape = Shape::structure(
    "ModelSummary",
    &[
        Member::required("ModelName", &MODEL_NAME),
        Member::required("ModelArn", &MODEL_ARN),
        Member::required("CreationTime", &TIMESTAMP),
    ],
);

static MODEL_SUMMARY_LIST: Shape = Shape::list("ModelSummaryList", &MODEL_SUMMARY);

static MONITORING_SCHEDULE_ARN: Shape = Shape::matching("MonitoringScheduleArn", ".*")
    .at_least(0)
    .at_most(256);

static MULTI_MODEL_CONFIG: Shape = Shape::structure(
    "MultiModelConfig",
    &[Member::optional("ModelCacheSetting", &MODEL_CACHE_SETTING)],
);

static NAME_CONTAINS: Shape = Shape::matching("NameContains", r"[a-zA-Z0-9\-]+")
    .at_least(0)
    .at_most(63);

static NETWORK_CONFIG: Shape = Shape::structure(
    "NetworkConfig",
    &[
        Member::optional("EnableInterContainerTrafficEncryption", &BOOLEAN),
        Member::optional("EnableNetworkIsolation", &BOOLEAN),
        Member::optional("VpcConfig", &VPC_CONFIG),
    ],
);

static NEXT_TOKEN: Shape = Shape::matching("NextToken", ".*").at_least(0).at_most(8192);

static OPTIONAL_VOLUME_SIZE_IN_GB: Shape = Shape::integer("OptionalVolumeSizeInGB").at_least(0);

static ORDER_KEY: Shape = Shape::choice("OrderKey", &["Ascending", "Descending"]);

static OUTPUT_COMPRESSION_TYPE: Shape = Shape::choice("OutputCompressionType", &["GZIP", "NONE"]);

static OUTPUT_DATA_CONFIG: Shape = Shape::structure(
    "OutputDataConfig",
    &[
        Member::optional("KmsKeyId", &KMS_KEY_ID),
        Member::required("S3OutputPath", &S3_URI),
        Member::optional("CompressionType", &OUTPUT_COMPRESSION_TYPE),
    ],
);

static PAGINATION_TOKEN: Shape = Shape::matching("PaginationToken", ".*").at_least(0).at_most(8192);

static PEFT: Shape = Shape::choice("Peft", &["LORA"]);

static PENDING_DEPLOYMENT_SUMMARY: Shape = Shape::structure(
    "PendingDeploymentSummary",
    &[
        Member::required("EndpointConfigName", &ENDPOINT_CONFIG_NAME),
        Member::optional("ProductionVariants", &PENDING_PRODUCTION_VARIANT_SUMMARY_LIST),
        Member::optional("StartTime", &TIMESTAMP),
        Member::optional(
            "ShadowProductionVariants",
            &PENDING_PRODUCTION_VARIANT_SUMMARY_LIST,
        ),
    ],
);

static PENDING_PRODUCTION_VARIANT_SUMMARY: Shape = Shape::structure(
    "PendingProductionVariantSummary",
    &[
        Member::required("VariantName", &VARIANT_NAME),
        Member::optional("DeployedImages", &DEPLOYED_IMAGES),
        Member::optional("CurrentWeight", &VARIANT_WEIGHT),
        Member::optional("DesiredWeight", &VARIANT_WEIGHT),
        Member::optional("CurrentInstanceCount", &TASK_COUNT),
        Member::optional("DesiredInstanceCount", &TASK_COUNT),
        Member::optional("InstanceType", &PRODUCTION_VARIANT_INSTANCE_TYPE),
        Member::optional("InstancePools", &INSTANCE_POOL_SUMMARY_LIST),
        Member::optional("AcceleratorType", &PRODUCTION_VARIANT_ACCELERATOR_TYPE),
        Member::optional("VariantStatus", &PRODUCTION_VARIANT_STATUS_LIST),
        Member::optional("CurrentServerlessConfig", &PRODUCTION_VARIANT_SERVERLESS_CONFIG),
        Member::optional("DesiredServerlessConfig", &PRODUCTION_VARIANT_SERVERLESS_CONFIG),
        Member::optional(
            "ManagedInstanceScaling",
            &PRODUCTION_VARIANT_MANAGED_INSTANCE_SCALING,
        ),
        Member::optional("RoutingConfig", &PRODUCTION_VARIANT_ROUTING_CONFIG),
        Member::optional("AcceleratorPartitionLayouts", &ACCELERATOR_PARTITION_LAYOUTS),
    ],
);

static PENDING_PRODUCTION_VARIANT_SUMMARY_LIST: Shape = Shape::list(
    "PendingProductionVariantSummaryList",
    &PENDING_PRODUCTION_VARIANT_SUMMARY,
)
.at_least(1);

static PLACEMENT_SPECIFICATION: Shape = Shape::structure(
    "PlacementSpecification",
    &[
        Member::optional("UltraServerId", &STRING256),
        Member::required("InstanceCount", &TRAINING_INSTANCE_COUNT),
    ],
);

static PLACEMENT_SPECIFICATIONS: Shape = Shape::list("PlacementSpecifications", &PLACEMENT_SPECIFICATION)
    .at_least(0)
    .at_most(10);

static PREFIX_AWARE_ROUTING_CONCURRENCY_THRESHOLD: Shape =
    Shape::integer("PrefixAwareRoutingConcurrencyThreshold")
        .at_least(1)
        .at_most(1024);

static PREFIX_AWARE_ROUTING_CONFIG: Shape = Shape::structure(
    "PrefixAwareRoutingConfig",
    &[
        Member::optional("PrefixLength", &PREFIX_AWARE_ROUTING_PREFIX_LENGTH),
        Member::optional(
            "ConcurrencyThreshold",
            &PREFIX_AWARE_ROUTING_CONCURRENCY_THRESHOLD,
        ),
    ],
);

static PREFIX_AWARE_ROUTING_PREFIX_LENGTH: Shape = Shape::integer("PrefixAwareRoutingPrefixLength")
    .at_least(1024)
    .at_most(65536);

static PROCESSING_CLUSTER_CONFIG: Shape = Shape::structure(
    "ProcessingClusterConfig",
    &[
        Member::optional("InstanceCount", &PROCESSING_INSTANCE_COUNT),
        Member::optional("InstanceType", &PROCESSING_INSTANCE_TYPE),
        Member::required("VolumeSizeInGB", &PROCESSING_VOLUME_SIZE_IN_GB),
        Member::optional("VolumeKmsKeyId", &KMS_KEY_ID),
        Member::optional("InstancePreferences", &PROCESSING_INSTANCE_PREFERENCE_LIST),
        Member::optional("SelectedInstanceType", &PROCESSING_INSTANCE_TYPE),
        Member::optional("SelectedInstanceCount", &PROCESSING_INSTANCE_COUNT),
    ],
);

static PROCESSING_ENVIRONMENT_KEY: Shape =
    Shape::matching("ProcessingEnvironmentKey", "[a-zA-Z_][a-zA-Z0-9_]*")
        .at_least(0)
        .at_most(256);

static PROCESSING_ENVIRONMENT_MAP: Shape = Shape::map(
    "ProcessingEnvironmentMap",
    &PROCESSING_ENVIRONMENT_KEY,
    &PROCESSING_ENVIRONMENT_VALUE,
)
.at_least(0)
.at_most(100);

static PROCESSING_ENVIRONMENT_VALUE: Shape = Shape::matching("ProcessingEnvironmentValue", r"[\S\s]*")
    .at_least(0)
    .at_most(256);

static PROCESSING_FEATURE_STORE_OUTPUT: Shape = Shape::structure(
    "ProcessingFeatureStoreOutput",
    &[Member::required("FeatureGroupName", &FEATURE_GROUP_NAME)],
);

static PROCESSING_INPUT: Shape = Shape::structure(
    "ProcessingInput",
    &[
        Member::required("InputName", &STRING),
        Member::optional("AppManaged", &APP_MANAGED),
        Member::optional("S3Input", &PROCESSING_S3_INPUT),
        Member::optional("DatasetDefinition", &DATASET_DEFINITION),
    ],
);

static PROCESSING_INPUTS: Shape = Shape::list("ProcessingInputs", &PROCESSING_INPUT)
    .at_least(0)
    .at_most(10);

static PROCESSING_INSTANCE_COUNT: Shape = Shape::integer("ProcessingInstanceCount").at_least(1).at_most(100);

static PROCESSING_INSTANCE_PREFERENCE: Shape = Shape::structure(
    "ProcessingInstancePreference",
    &[
        Member::required("InstanceType", &PROCESSING_INSTANCE_TYPE),
        Member::optional("InstanceCount", &PROCESSING_INSTANCE_COUNT),
    ],
);

static PROCESSING_INSTANCE_PREFERENCE_LIST: Shape = Shape::list(
    "ProcessingInstancePreferenceList",
    &PROCESSING_INSTANCE_PREFERENCE,
)
.at_least(1)
.at_most(5);

static PROCESSING_INSTANCE_TYPE: Shape = Shape::choice(
    "ProcessingInstanceType",
    &[
        "ml.t3.medium",
        "ml.t3.large",
        "ml.t3.xlarge",
        "ml.t3.2xlarge",
        "ml.m4.xlarge",
        "ml.m4.2xlarge",
        "ml.m4.4xlarge",
        "ml.m4.10xlarge",
        "ml.m4.16xlarge",
        "ml.c4.xlarge",
        "ml.c4.2xlarge",
        "ml.c4.4xlarge",
        "ml.c4.8xlarge",
        "ml.p2.xlarge",
        "ml.p2.8xlarge",
        "ml.p2.16xlarge",
        "ml.p3.2xlarge",
        "ml.p3.8xlarge",
        "ml.p3.16xlarge",
        "ml.c5.xlarge",
        "ml.c5.2xlarge",
        "ml.c5.4xlarge",
        "ml.c5.9xlarge",
        "ml.c5.18xlarge",
        "ml.m5.large",
        "ml.m5.xlarge",
        "ml.m5.2xlarge",
        "ml.m5.4xlarge",
        "ml.m5.12xlarge",
        "ml.m5.24xlarge",
        "ml.r5.large",
        "ml.r5.xlarge",
        "ml.r5.2xlarge",
        "ml.r5.4xlarge",
        "ml.r5.8xlarge",
        "ml.r5.12xlarge",
        "ml.r5.16xlarge",
        "ml.r5.24xlarge",
        "ml.g4dn.xlarge",
        "ml.g4dn.2xlarge",
        "ml.g4dn.4xlarge",
        "ml.g4dn.8xlarge",
        "ml.g4dn.12xlarge",
        "ml.g4dn.16xlarge",
        "ml.g5.xlarge",
        "ml.g5.2xlarge",
        "ml.g5.4xlarge",
        "ml.g5.8xlarge",
        "ml.g5.16xlarge",
        "ml.g5.12xlarge",
        "ml.g5.24xlarge",
        "ml.g5.48xlarge",
        "ml.r5d.large",
        "ml.r5d.xlarge",
        "ml.r5d.2xlarge",
        "ml.r5d.4xlarge",
        "ml.r5d.8xlarge",
        "ml.r5d.12xlarge",
        "ml.r5d.16xlarge",
        "ml.r5d.24xlarge",
        "ml.g6.xlarge",
        "ml.g6.2xlarge",
        "ml.g6.4xlarge",
        "ml.g6.8xlarge",
        "ml.g6.12xlarge",
        "ml.g6.16xlarge",
        "ml.g6.24xlarge",
        "ml.g6.48xlarge",
        "ml.g6e.xlarge",
        "ml.g6e.2xlarge",
        "ml.g6e.4xlarge",
        "ml.g6e.8xlarge",
        "ml.g6e.12xlarge",
        "ml.g6e.16xlarge",
        "ml.g6e.24xlarge",
        "ml.g6e.48xlarge",
        "ml.m6i.large",
        "ml.m6i.xlarge",
        "ml.m6i.2xlarge",
        "ml.m6i.4xlarge",
        "ml.m6i.8xlarge",
        "ml.m6i.12xlarge",
        "ml.m6i.16xlarge",
        "ml.m6i.24xlarge",
        "ml.m6i.32xlarge",
        "ml.c6i.xlarge",
        "ml.c6i.2xlarge",
        "ml.c6i.4xlarge",
        "ml.c6i.8xlarge",
        "ml.c6i.12xlarge",
        "ml.c6i.16xlarge",
        "ml.c6i.24xlarge",
        "ml.c6i.32xlarge",
        "ml.m7i.large",
        "ml.m7i.xlarge",
        "ml.m7i.2xlarge",
        "ml.m7i.4xlarge",
        "ml.m7i.8xlarge",
        "ml.m7i.12xlarge",
        "ml.m7i.16xlarge",
        "ml.m7i.24xlarge",
        "ml.m7i.48xlarge",
        "ml.c7i.large",
        "ml.c7i.xlarge",
        "ml.c7i.2xlarge",
        "ml.c7i.4xlarge",
        "ml.c7i.8xlarge",
        "ml.c7i.12xlarge",
        "ml.c7i.16xlarge",
        "ml.c7i.24xlarge",
        "ml.c7i.48xlarge",
        "ml.r7i.large",
        "ml.r7i.xlarge",
        "ml.r7i.2xlarge",
        "ml.r7i.4xlarge",
        "ml.r7i.8xlarge",
        "ml.r7i.12xlarge",
        "ml.r7i.16xlarge",
        "ml.r7i.24xlarge",
        "ml.r7i.48xlarge",
        "ml.p5.4xlarge",
        "ml.g7e.2xlarge",
        "ml.g7e.4xlarge",
        "ml.g7e.8xlarge",
        "ml.g7e.12xlarge",
        "ml.g7e.24xlarge",
        "ml.g7e.48xlarge",
        "ml.g7.2xlarge",
        "ml.g7.4xlarge",
        "ml.g7.8xlarge",
        "ml.g7.12xlarge",
        "ml.g7.24xlarge",
        "ml.g7.48xlarge",
        "ml.r6i.large",
        "ml.r6i.xlarge",
        "ml.r6i.2xlarge",
        "ml.r6i.4xlarge",
        "ml.r6i.8xlarge",
        "ml.r6i.12xlarge",
        "ml.r6i.16xlarge",
        "ml.r6i.24xlarge",
        "ml.r6i.32xlarge",
        "ml.m8i.large",
        "ml.m8i.xlarge",
        "ml.m8i.2xlarge",
        "ml.m8i.4xlarge",
        "ml.m8i.8xlarge",
        "ml.m8i.12xlarge",
        "ml.m8i.16xlarge",
        "ml.m8i.24xlarge",
        "ml.m8i.32xlarge",
        "ml.m8i.48xlarge",
        "ml.m8i.96xlarge",
        "ml.c8i.xlarge",
        "ml.c8i.2xlarge",
        "ml.c8i.4xlarge",
        "ml.c8i.8xlarge",
        "ml.c8i.12xlarge",
        "ml.c8i.16xlarge",
        "ml.c8i.24xlarge",
        "ml.c8i.32xlarge",
        "ml.c8i.48xlarge",
        "ml.c8i.96xlarge",
        "ml.r8i.large",
        "ml.r8i.xlarge",
        "ml.r8i.2xlarge",
        "ml.r8i.4xlarge",
        "ml.r8i.8xlarge",
        "ml.r8i.12xlarge",
        "ml.r8i.16xlarge",
        "ml.r8i.24xlarge",
        "ml.r8i.32xlarge",
        "ml.r8i.48xlarge",
        "ml.r8i.96xlarge",
        "ml.m7i-flex.large",
        "ml.m7i-flex.xlarge",
        "ml.m7i-flex.2xlarge",
        "ml.m7i-flex.4xlarge",
        "ml.m7i-flex.8xlarge",
        "ml.m7i-flex.12xlarge",
        "ml.m7i-flex.16xlarge",
        "ml.c7i-flex.xlarge",
        "ml.c7i-flex.2xlarge",
        "ml.c7i-flex.4xlarge",
        "ml.c7i-flex.8xlarge",
        "ml.c7i-flex.12xlarge",
        "ml.c7i-flex.16xlarge",
        "ml.m8i-flex.large",
        "ml.m8i-flex.xlarge",
        "ml.m8i-flex.2xlarge",
        "ml.m8i-flex.4xlarge",
        "ml.m8i-flex.8xlarge",
        "ml.m8i-flex.12xlarge",
        "ml.m8i-flex.16xlarge",
        "ml.c8i-flex.xlarge",
        "ml.c8i-flex.2xlarge",
        "ml.c8i-flex.4xlarge",
        "ml.c8i-flex.8xlarge",
        "ml.c8i-flex.12xlarge",
        "ml.c8i-flex.16xlarge",
        "ml.r8i-flex.large",
        "ml.r8i-flex.xlarge",
        "ml.r8i-flex.2xlarge",
        "ml.r8i-flex.4xlarge",
        "ml.r8i-flex.8xlarge",
        "ml.r8i-flex.12xlarge",
        "ml.r8i-flex.16xlarge",
    ],
);

static PROCESSING_JOB_ARN: Shape = Shape::matching(
    "ProcessingJobArn",
    r"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:processing-job/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
)
.at_least(0)
.at_most(256);

static PROCESSING_JOB_NAME: Shape = Shape::matching("ProcessingJobName", "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")
    .at_least(1)
    .at_most(63);

static PROCESSING_JOB_STATUS: Shape = Shape::choice(
    "ProcessingJobStatus",
    &["InProgress", "Completed", "Failed", "Stopping", "Stopped"],
);

static PROCESSING_JOB_SUMMARIES: Shape = Shape::list("ProcessingJobSummaries", &PROCESSING_JOB_SUMMARY);

static PROCESSING_JOB_SUMMARY: Shape = Shape::structure(
    "ProcessingJobSummary",
    &[
        Member::required("ProcessingJobName", &PROCESSING_JOB_NAME),
        Member::required("ProcessingJobArn", &PROCESSING_JOB_ARN),
        Member::required("CreationTime", &TIMESTAMP),
        Member::optional("ProcessingEndTime", &TIMESTAMP),
        Member::optional("LastModifiedTime", &TIMESTAMP),
        Member::required("ProcessingJobStatus", &PROCESSING_JOB_STATUS),
        Member::optional("FailureReason", &FAILURE_REASON),
        Member::optional("ExitMessage", &EXIT_MESSAGE),
    ],
);

static PROCESSING_LOCAL_PATH: Shape = Shape::matching("ProcessingLocalPath", ".*")
    .at_least(0)
    .at_most(256);

static PROCESSING_MAX_RUNTIME_IN_SECONDS: Shape = Shape::integer("ProcessingMaxRuntimeInSeconds")
    .at_least(1)
    .at_most(777600);

static PROCESSING_OUTPUT: Shape = Shape::structure(
    "ProcessingOutput",
    &[
        Member::required("OutputName", &STRING),
        Member::optional("S3Output", &PROCESSING_S3_OUTPUT),
        Member::optional("FeatureStoreOutput", &PROCESSING_FEATURE_STORE_OUTPUT),
        Member::optional("AppManaged", &APP_MANAGED),
    ],
);

static PROCESSING_OUTPUT_CONFIG: Shape = Shape::structure(
    "ProcessingOutputConfig",
    &[
        Member::required("Outputs", &PROCESSING_OUTPUTS),
        Member::optional("KmsKeyId", &KMS_KEY_ID),
    ],
);

static PROCESSING_OUTPUTS: Shape = Shape::list("ProcessingOutputs", &PROCESSING_OUTPUT)
    .at_least(0)
    .at_most(10);

static PROCESSING_RESOURCES: Shape = Shape::structure(
    "ProcessingResources",
    &[Member::required("ClusterConfig", &PROCESSING_CLUSTER_CONFIG)],
);

static PROCESSING_S3_COMPRESSION_TYPE: Shape =
    Shape::choice("ProcessingS3CompressionType", &["None", "Gzip"]);

static PROCESSING_S3_DATA_DISTRIBUTION_TYPE: Shape = Shape::choice(
    "ProcessingS3DataDistributionType",
    &["FullyReplicated", "ShardedByS3Key"],
);

static PROCESSING_S3_DATA_TYPE: Shape = Shape::choice("ProcessingS3DataType", &["ManifestFile", "S3Prefix"]);

static PROCESSING_S3_INPUT: Shape = Shape::structure(
    "ProcessingS3Input",
    &[
        Member::required("S3Uri", &S3_URI),
        Member::optional("LocalPath", &PROCESSING_LOCAL_PATH),
        Member::required("S3DataType", &PROCESSING_S3_DATA_TYPE),
        Member::optional("S3InputMode", &PROCESSING_S3_INPUT_MODE),
        Member::optional("S3DataDistributionType", &PROCESSING_S3_DATA_DISTRIBUTION_TYPE),
        Member::optional("S3CompressionType", &PROCESSING_S3_COMPRESSION_TYPE),
    ],
);

static PROCESSING_S3_INPUT_MODE: Shape = Shape::choice("ProcessingS3InputMode", &["Pipe", "File"]);

static PROCESSING_S3_OUTPUT: Shape = Shape::structure(
    "ProcessingS3Output",
    &[
        Member::required("S3Uri", &S3_URI),
        Member::optional("LocalPath", &PROCESSING_LOCAL_PATH),
        Member::required("S3UploadMode", &PROCESSING_S3_UPLOAD_MODE),
    ],
);

static PROCESSING_S3_UPLOAD_MODE: Shape =
    Shape::choice("ProcessingS3UploadMode", &["Continuous", "EndOfJob"]);

static PROCESSING_STOPPING_CONDITION: Shape = Shape::structure(
    "ProcessingStoppingCondition",
    &[Member::required(
        "MaxRuntimeInSeconds",
        &PROCESSING_MAX_RUNTIME_IN_SECONDS,
    )],
);

static PROCESSING_VOLUME_SIZE_IN_GB: Shape = Shape::integer("ProcessingVolumeSizeInGB")
    .at_least(1)
    .at_most(16384);

static PRODUCTION_VARIANT: Shape = Shape::structure(
    "ProductionVariant",
    &[
        Member::required("VariantName", &VARIANT_NAME),
        Member::optional("ModelName", &MODEL_NAME),
        Member::optional("InitialInstanceCount", &INITIAL_TASK_COUNT),
        Member::optional("InstanceType", &PRODUCTION_VARIANT_INSTANCE_TYPE),
        Member::optional("InstancePools", &INSTANCE_POOL_LIST),
        Member::optional(
            "VariantInstanceProvisionTimeoutInSeconds",
            &VARIANT_INSTANCE_PROVISION_TIMEOUT_IN_SECONDS,
        ),
        Member::optional("InitialVariantWeight", &VARIANT_WEIGHT),
        Member::optional("AcceleratorType", &PRODUCTION_VARIANT_ACCELERATOR_TYPE),
        Member::optional("CoreDumpConfig", &PRODUCTION_VARIANT_CORE_DUMP_CONFIG),
        Member::optional("ServerlessConfig", &PRODUCTION_VARIANT_SERVERLESS_CONFIG),
        Member::optional("VolumeSizeInGB", &PRODUCTION_VARIANT_VOLUME_SIZE_IN_GB),
        Member::optional(
            "ModelDataDownloadTimeoutInSeconds",
            &PRODUCTION_VARIANT_MODEL_DATA_DOWNLOAD_TIMEOUT_IN_SECONDS,
        ),
        Member::optional(
            "ContainerStartupHealthCheckTimeoutInSeconds",
            &PRODUCTION_VARIANT_CONTAINER_STARTUP_HEALTH_CHECK_TIMEOUT_IN_SECONDS,
        ),
        Member::optional("EnableSSMAccess", &PRODUCTION_VARIANT_SSM_ACCESS),
        Member::optional(
            "ManagedInstanceScaling",
            &PRODUCTION_VARIANT_MANAGED_INSTANCE_SCALING,
        ),
        Member::optional("RoutingConfig", &PRODUCTION_VARIANT_ROUTING_CONFIG),
        Member::optional("InferenceAmiVersion", &PRODUCTION_VARIANT_INFERENCE_AMI_VERSION),
        Member::optional(
            "CapacityReservationConfig",
            &PRODUCTION_VARIANT_CAPACITY_RESERVATION_CONFIG,
        ),
        Member::optional(
            "AcceleratorPartitionLayouts",
            &PRODUCTION_VARIANT_ACCELERATOR_PARTITION_LAYOUTS_LIST,
        ),
    ],
);

static PRODUCTION_VARIANT_ACCELERATOR_PARTITION_LAYOUTS_LIST: Shape = Shape::list(
    "ProductionVariantAcceleratorPartitionLayoutsList",
    &ACCELERATOR_PARTITION_LAYOUT,
)
.at_least(1)
.at_most(32);

static PRODUCTION_VARIANT_ACCELERATOR_TYPE: Shape = Shape::choice(
    "ProductionVariantAcceleratorType",
    &[
        "ml.eia1.medium",
        "ml.eia1.large",
        "ml.eia1.xlarge",
        "ml.eia2.medium",
        "ml.eia2.large",
        "ml.eia2.xlarge",
    ],
);

static PRODUCTION_VARIANT_CAPACITY_RESERVATION_CONFIG: Shape = Shape::structure(
    "ProductionVariantCapacityReservationConfig",
    &[
        Member::optional("CapacityReservationPreference", &CAPACITY_RESERVATION_PREFERENCE),
        Member::optional("MlReservationArn", &ML_RESERVATION_ARN),
    ],
);

static PRODUCTION_VARIANT_CAPACITY_RESERVATION_SUMMARY: Shape = Shape::structure(
    "ProductionVariantCapacityReservationSummary",
    &[
        Member::optional("MlReservationArn", &ML_RESERVATION_ARN),
        Member::optional("CapacityReservationPreference", &CAPACITY_RESERVATION_PREFERENCE),
        Member::optional("TotalInstanceCount", &TASK_COUNT),
        Member::optional("AvailableInstanceCount", &TASK_COUNT),
        Member::optional("UsedByCurrentEndpoint", &TASK_COUNT),
        Member::optional("Ec2CapacityReservations", &EC2_CAPACITY_RESERVATIONS_LIST),
    ],
);

static PRODUCTION_VARIANT_CONTAINER_STARTUP_HEALTH_CHECK_TIMEOUT_IN_SECONDS: Shape =
    Shape::integer("ProductionVariantContainerStartupHealthCheckTimeoutInSeconds")
        .at_least(60)
        .at_most(3600);

static PRODUCTION_VARIANT_CORE_DUMP_CONFIG: Shape = Shape::structure(
    "ProductionVariantCoreDumpConfig",
    &[
        Member::required("DestinationS3Uri", &DESTINATION_S3_URI),
        Member::optional("KmsKeyId", &KMS_KEY_ID),
    ],
);

static PRODUCTION_VARIANT_INFERENCE_AMI_VERSION: Shape = Shape::choice(
    "ProductionVariantInferenceAmiVersion",
    &[
        "al2-ami-sagemaker-inference-gpu-2",
        "al2-ami-sagemaker-inference-gpu-2-1",
        "al2-ami-sagemaker-inference-gpu-3-1",
        "al2-ami-sagemaker-inference-neuron-2",
        "al2023-ami-sagemaker-inference-gpu-4-1",
    ],
);

static PRODUCTION_VARIANT_INSTANCE_TYPE: Shape = Shape::choice(
    "ProductionVariantInstanceType",
    &[
        "ml.t2.medium",
        "ml.t2.large",
        "ml.t2.xlarge",
        "ml.t2.2xlarge",
        "ml.m4.xlarge",
        "ml.m4.2xlarge",
        "ml.m4.4xlarge",
        "ml.m4.10xlarge",
        "ml.m4.16xlarge",
        "ml.m5.large",
        "ml.m5.xlarge",
        "ml.m5.2xlarge",
        "ml.m5.4xlarge",
        "ml.m5.12xlarge",
        "ml.m5.24xlarge",
        "ml.m5d.large",
        "ml.m5d.xlarge",
        "ml.m5d.2xlarge",
        "ml.m5d.4xlarge",
        "ml.m5d.12xlarge",
        "ml.m5d.24xlarge",
        "ml.c4.large",
        "ml.c4.xlarge",
        "ml.c4.2xlarge",
        "ml.c4.4xlarge",
        "ml.c4.8xlarge",
        "ml.p2.xlarge",
        "ml.p2.8xlarge",
        "ml.p2.16xlarge",
        "ml.p3.2xlarge",
        "ml.p3.8xlarge",
        "ml.p3.16xlarge",
        "ml.c5.large",
        "ml.c5.xlarge",
        "ml.c5.2xlarge",
        "ml.c5.4xlarge",
        "ml.c5.9xlarge",
        "ml.c5.18xlarge",
        "ml.c5d.large",
        "ml.c5d.xlarge",
        "ml.c5d.2xlarge",
        "ml.c5d.4xlarge",
        "ml.c5d.9xlarge",
        "ml.c5d.18xlarge",
        "ml.g4dn.xlarge",
        "ml.g4dn.2xlarge",
        "ml.g4dn.4xlarge",
        "ml.g4dn.8xlarge",
        "ml.g4dn.12xlarge",
        "ml.g4dn.16xlarge",
        "ml.r5.large",
        "ml.r5.xlarge",
        "ml.r5.2xlarge",
        "ml.r5.4xlarge",
        "ml.r5.12xlarge",
        "ml.r5.24xlarge",
        "ml.r5d.large",
        "ml.r5d.xlarge",
        "ml.r5d.2xlarge",
        "ml.r5d.4xlarge",
        "ml.r5d.12xlarge",
        "ml.r5d.24xlarge",
        "ml.inf1.xlarge",
        "ml.inf1.2xlarge",
        "ml.inf1.6xlarge",
        "ml.inf1.24xlarge",
        "ml.dl1.24xlarge",
        "ml.c6i.large",
        "ml.c6i.xlarge",
        "ml.c6i.2xlarge",
        "ml.c6i.4xlarge",
        "ml.c6i.8xlarge",
        "ml.c6i.12xlarge",
        "ml.c6i.16xlarge",
        "ml.c6i.24xlarge",
        "ml.c6i.32xlarge",
        "ml.m6i.large",
        "ml.m6i.xlarge",
        "ml.m6i.2xlarge",
        "ml.m6i.4xlarge",
        "ml.m6i.8xlarge",
        "ml.m6i.12xlarge",
        "ml.m6i.16xlarge",
        "ml.m6i.24xlarge",
        "ml.m6i.32xlarge",
        "ml.r6i.large",
        "ml.r6i.xlarge",
        "ml.r6i.2xlarge",
        "ml.r6i.4xlarge",
        "ml.r6i.8xlarge",
        "ml.r6i.12xlarge",
        "ml.r6i.16xlarge",
        "ml.r6i.24xlarge",
        "ml.r6i.32xlarge",
        "ml.g5.xlarge",
        "ml.g5.2xlarge",
        "ml.g5.4xlarge",
        "ml.g5.8xlarge",
        "ml.g5.12xlarge",
        "ml.g5.16xlarge",
        "ml.g5.24xlarge",
        "ml.g5.48xlarge",
        "ml.g6.xlarge",
        "ml.g6.2xlarge",
        "ml.g6.4xlarge",
        "ml.g6.8xlarge",
        "ml.g6.12xlarge",
        "ml.g6.16xlarge",
        "ml.g6.24xlarge",
        "ml.g6.48xlarge",
        "ml.r8g.medium",
        "ml.r8g.large",
        "ml.r8g.xlarge",
        "ml.r8g.2xlarge",
        "ml.r8g.4xlarge",
        "ml.r8g.8xlarge",
        "ml.r8g.12xlarge",
        "ml.r8g.16xlarge",
        "ml.r8g.24xlarge",
        "ml.r8g.48xlarge",
        "ml.g6e.xlarge",
        "ml.g6e.2xlarge",
        "ml.g6e.4xlarge",
        "ml.g6e.8xlarge",
        "ml.g6e.12xlarge",
        "ml.g6e.16xlarge",
        "ml.g6e.24xlarge",
        "ml.g6e.48xlarge",
        "ml.g7e.2xlarge",
        "ml.g7e.4xlarge",
        "ml.g7e.8xlarge",
        "ml.g7e.12xlarge",
        "ml.g7e.24xlarge",
        "ml.g7e.48xlarge",
        "ml.g7.2xlarge",
        "ml.g7.4xlarge",
        "ml.g7.8xlarge",
        "ml.g7.12xlarge",
        "ml.g7.24xlarge",
        "ml.g7.48xlarge",
        "ml.p4d.24xlarge",
        "ml.c7g.large",
        "ml.c7g.xlarge",
        "ml.c7g.2xlarge",
        "ml.c7g.4xlarge",
        "ml.c7g.8xlarge",
        "ml.c7g.12xlarge",
        "ml.c7g.16xlarge",
        "ml.m6g.large",
        "ml.m6g.xlarge",
        "ml.m6g.2xlarge",
        "ml.m6g.4xlarge",
        "ml.m6g.8xlarge",
        "ml.m6g.12xlarge",
        "ml.m6g.16xlarge",
        "ml.m6gd.large",
        "ml.m6gd.xlarge",
        "ml.m6gd.2xlarge",
        "ml.m6gd.4xlarge",
        "ml.m6gd.8xlarge",
        "ml.m6gd.12xlarge",
        "ml.m6gd.16xlarge",
        "ml.c6g.large",
        "ml.c6g.xlarge",
        "ml.c6g.2xlarge",
        "ml.c6g.4xlarge",
        "ml.c6g.8xlarge",
        "ml.c6g.12xlarge",
        "ml.c6g.16xlarge",
        "ml.c6gd.large",
        "ml.c6gd.xlarge",
        "ml.c6gd.2xlarge",
        "ml.c6gd.4xlarge",
        "ml.c6gd.8xlarge",
        "ml.c6gd.12xlarge",
        "ml.c6gd.16xlarge",
        "ml.c6gn.large",
        "ml.c6gn.xlarge",
        "ml.c6gn.2xlarge",
        "ml.c6gn.4xlarge",
        "ml.c6gn.8xlarge",
        "ml.c6gn.12xlarge",
        "ml.c6gn.16xlarge",
        "ml.r6g.large",
        "ml.r6g.xlarge",
        "ml.r6g.2xlarge",
        "ml.r6g.4xlarge",
        "ml.r6g.8xlarge",
        "ml.r6g.12xlarge",
        "ml.r6g.16xlarge",
        "ml.r6gd.large",
        "ml.r6gd.xlarge",
        "ml.r6gd.2xlarge",
        "ml.r6gd.4xlarge",
        "ml.r6gd.8xlarge",
        "ml.r6gd.12xlarge",
        "ml.r6gd.16xlarge",
        "ml.p4de.24xlarge",
        "ml.trn1.2xlarge",
        "ml.trn1.32xlarge",
        "ml.trn1n.32xlarge",
        "ml.trn2.48xlarge",
        "ml.inf2.xlarge",
        "ml.inf2.8xlarge",
        "ml.inf2.24xlarge",
        "ml.inf2.48xlarge",
        "ml.p5.48xlarge",
        "ml.p5e.48xlarge",
        "ml.p5en.48xlarge",
        "ml.m7i.large",
        "ml.m7i.xlarge",
        "ml.m7i.2xlarge",
        "ml.m7i.4xlarge",
        "ml.m7i.8xlarge",
        "ml.m7i.12xlarge",
        "ml.m7i.16xlarge",
        "ml.m7i.24xlarge",
        "ml.m7i.48xlarge",
        "ml.c7i.large",
        "ml.c7i.xlarge",
        "ml.c7i.2xlarge",
        "ml.c7i.4xlarge",
        "ml.c7i.8xlarge",
        "ml.c7i.12xlarge",
        "ml.c7i.16xlarge",
        "ml.c7i.24xlarge",
        "ml.c7i.48xlarge",
        "ml.r7i.large",
        "ml.r7i.xlarge",
        "ml.r7i.2xlarge",
        "ml.r7i.4xlarge",
        "ml.r7i.8xlarge",
        "ml.r7i.12xlarge",
        "ml.r7i.16xlarge",
        "ml.r7i.24xlarge",
        "ml.r7i.48xlarge",
        "ml.c8g.medium",
        "ml.c8g.large",
        "ml.c8g.xlarge",
        "ml.c8g.2xlarge",
        "ml.c8g.4xlarge",
        "ml.c8g.8xlarge",
        "ml.c8g.12xlarge",
        "ml.c8g.16xlarge",
        "ml.c8g.24xlarge",
        "ml.c8g.48xlarge",
        "ml.r7gd.medium",
        "ml.r7gd.large",
        "ml.r7gd.xlarge",
        "ml.r7gd.2xlarge",
        "ml.r7gd.4xlarge",
        "ml.r7gd.8xlarge",
        "ml.r7gd.12xlarge",
        "ml.r7gd.16xlarge",
        "ml.m8g.medium",
        "ml.m8g.large",
        "ml.m8g.xlarge",
        "ml.m8g.2xlarge",
        "ml.m8g.4xlarge",
        "ml.m8g.8xlarge",
        "ml.m8g.12xlarge",
        "ml.m8g.16xlarge",
        "ml.m8g.24xlarge",
        "ml.m8g.48xlarge",
        "ml.c6in.large",
        "ml.c6in.xlarge",
        "ml.c6in.2xlarge",
        "ml.c6in.4xlarge",
        "ml.c6in.8xlarge",
        "ml.c6in.12xlarge",
        "ml.c6in.16xlarge",
        "ml.c6in.24xlarge",
        "ml.c6in.32xlarge",
        "ml.p6-b200.48xlarge",
        "ml.p6-b300.48xlarge",
        "ml.p6e-gb200.36xlarge",
        "ml.p5.4xlarge",
    ],
);

static PRODUCTION_VARIANT_LIST: Shape = Shape::list("ProductionVariantList", &PRODUCTION_VARIANT)
    .at_least(1)
    .at_most(10);

static PRODUCTION_VARIANT_MANAGED_INSTANCE_SCALING: Shape = Shape::structure(
    "ProductionVariantManagedInstanceScaling",
    &[
        Member::optional("Status", &MANAGED_INSTANCE_SCALING_STATUS),
        Member::optional("MinInstanceCount", &MANAGED_INSTANCE_SCALING_MIN_INSTANCE_COUNT),
        Member::optional("MaxInstanceCount", &MANAGED_INSTANCE_SCALING_MAX_INSTANCE_COUNT),
        Member::optional(
            "ScaleInPolicy",
            &PRODUCTION_VARIANT_MANAGED_INSTANCE_SCALING_SCALE_IN_POLICY,
        ),
    ],
);

static PRODUCTION_VARIANT_MANAGED_INSTANCE_SCALING_SCALE_IN_POLICY: Shape = Shape::structure(
    "ProductionVariantManagedInstanceScalingScaleInPolicy",
    &[
        Member::required("Strategy", &MANAGED_INSTANCE_SCALING_SCALE_IN_STRATEGY),
        Member::optional("MaximumStepSize", &MANAGED_INSTANCE_SCALING_MAXIMUM_STEP_SIZE),
        Member::optional("CooldownInMinutes", &MANAGED_INSTANCE_SCALING_COOLDOWN_IN_MINUTES),
    ],
);

static PRODUCTION_VARIANT_MODEL_DATA_DOWNLOAD_TIMEOUT_IN_SECONDS: Shape =
    Shape::integer("ProductionVariantModelDataDownloadTimeoutInSeconds")
        .at_least(60)
        .at_most(3600);

static PRODUCTION_VARIANT_ROUTING_CONFIG: Shape = Shape::structure(
    "ProductionVariantRoutingConfig",
    &[
        Member::required("RoutingStrategy", &ROUTING_STRATEGY),
        Member::optional("PrefixAwareRoutingConfig", &PREFIX_AWARE_ROUTING_CONFIG),
    ],
);

static PRODUCTION_VARIANT_SSM_ACCESS: Shape = Shape::boolean("ProductionVariantSSMAccess");

static PRODUCTION_VARIANT_SERVERLESS_CONFIG: Shape = Shape::structure(
    "ProductionVariantServerlessConfig",
    &[
        Member::required("MemorySizeInMB", &SERVERLESS_MEMORY_SIZE_IN_MB),
        Member::required("MaxConcurrency", &SERVERLESS_MAX_CONCURRENCY),
        Member::optional("ProvisionedConcurrency", &SERVERLESS_PROVISIONED_CONCURRENCY),
    ],
);

static PRODUCTION_VARIANT_STATUS: Shape = Shape::structure(
    "ProductionVariantStatus",
    &[
        Member::required("Status", &VARIANT_STATUS),
        Member::optional("StatusMessage", &VARIANT_STATUS_MESSAGE),
        Member::optional("StartTime", &TIMESTAMP),
    ],
);

static PRODUCTION_VARIANT_STATUS_LIST: Shape =
    Shape::list("ProductionVariantStatusList", &PRODUCTION_VARIANT_STATUS)
        .at_least(0)
        .at_most(5);

static PRODUCTION_VARIANT_SUMMARY: Shape = Shape::structure(
    "ProductionVariantSummary",
    &[
        Member::required("VariantName", &VARIANT_NAME),
        Member::optional("DeployedImages", &DEPLOYED_IMAGES),
        Member::optional("CurrentWeight", &VARIANT_WEIGHT),
        Member::optional("DesiredWeight", &VARIANT_WEIGHT),
        Member::optional("CurrentInstanceCount", &TASK_COUNT),
        Member::optional("DesiredInstanceCount", &TASK_COUNT),
        Member::optional("InstancePools", &INSTANCE_POOL_SUMMARY_LIST),
        Member::optional("VariantStatus", &PRODUCTION_VARIANT_STATUS_LIST),
        Member::optional("CurrentServerlessConfig", &PRODUCTION_VARIANT_SERVERLESS_CONFIG),
        Member::optional("DesiredServerlessConfig", &PRODUCTION_VARIANT_SERVERLESS_CONFIG),
        Member::optional(
            "ManagedInstanceScaling",
            &PRODUCTION_VARIANT_MANAGED_INSTANCE_SCALING,
        ),
        Member::optional("RoutingConfig", &PRODUCTION_VARIANT_ROUTING_CONFIG),
        Member::optional(
            "CapacityReservationConfig",
            &PRODUCTION_VARIANT_CAPACITY_RESERVATION_SUMMARY,
        ),
        Member::optional("AcceleratorPartitionLayouts", &ACCELERATOR_PARTITION_LAYOUTS),
    ],
);

static PRODUCTION_VARIANT_SUMMARY_LIST: Shape =
    Shape::list("ProductionVariantSummaryList", &PRODUCTION_VARIANT_SUMMARY).at_least(1);

static PRODUCTION_VARIANT_VOLUME_SIZE_IN_GB: Shape = Shape::integer("ProductionVariantVolumeSizeInGB")
    .at_least(1)
    .at_most(512);

static PROFILER_CONFIG: Shape = Shape::structure(
    "ProfilerConfig",
    &[
        Member::optional("S3OutputPath", &S3_URI),
        Member::optional(
            "ProfilingIntervalInMilliseconds",
            &PROFILING_INTERVAL_IN_MILLISECONDS,
        ),
        Member::optional("ProfilingParameters", &PROFILING_PARAMETERS),
        Member::optional("DisableProfiler", &DISABLE_PROFILER),
    ],
);

static PROFILER_RULE_CONFIGURATION: Shape = Shape::structure(
    "ProfilerRuleConfiguration",
    &[
        Member::required("RuleConfigurationName", &RULE_CONFIGURATION_NAME),
        Member::optional("LocalPath", &DIRECTORY_PATH),
        Member::optional("S3OutputPath", &S3_URI),
        Member::required("RuleEvaluatorImage", &ALGORITHM_IMAGE),
        Member::optional("InstanceType", &PROCESSING_INSTANCE_TYPE),
        Member::optional("VolumeSizeInGB", &OPTIONAL_VOLUME_SIZE_IN_GB),
        Member::optional("RuleParameters", &RULE_PARAMETERS),
    ],
);

static PROFILER_RULE_CONFIGURATIONS: Shape =
    Shape::list("ProfilerRuleConfigurations", &PROFILER_RULE_CONFIGURATION)
        .at_least(0)
        .at_most(20);

static PROFILER_RULE_EVALUATION_STATUS: Shape = Shape::structure(
    "ProfilerRuleEvaluationStatus",
    &[
        Member::optional("RuleConfigurationName", &RULE_CONFIGURATION_NAME),
        Member::optional("RuleEvaluationJobArn", &PROCESSING_JOB_ARN),
        Member::optional("RuleEvaluationStatus", &RULE_EVALUATION_STATUS),
        Member::optional("StatusDetails", &STATUS_DETAILS),
        Member::optional("LastModifiedTime", &TIMESTAMP),
    ],
);

static PROFILER_RULE_EVALUATION_STATUSES: Shape =
    Shape::list("ProfilerRuleEvaluationStatuses", &PROFILER_RULE_EVALUATION_STATUS)
        .at_least(0)
        .at_most(20);

static PROFILING_INTERVAL_IN_MILLISECONDS: Shape = Shape::integer("ProfilingIntervalInMilliseconds");

static PROFILING_PARAMETERS: Shape = Shape::map("ProfilingParameters", &CONFIG_KEY, &CONFIG_VALUE)
    .at_least(0)
    .at_most(20);

static PROFILING_STATUS: Shape = Shape::choice("ProfilingStatus", &["Enabled", "Disabled"]);

static REAL_TIME_INFERENCE_RECOMMENDATION: Shape = Shape::structure(
    "RealTimeInferenceRecommendation",
    &[
        Member::required("RecommendationId", &STRING),
        Member::required("InstanceType", &PRODUCTION_VARIANT_INSTANCE_TYPE),
        Member::optional("Environment", &ENVIRONMENT_MAP),
    ],
);

static REAL_TIME_INFERENCE_RECOMMENDATIONS: Shape = Shape::list(
    "RealTimeInferenceRecommendations",
    &REAL_TIME_INFERENCE_RECOMMENDATION,
)
.at_least(0)
.at_most(3);

static RECOMMENDATION_STATUS: Shape = Shape::choice(
    "RecommendationStatus",
    &["IN_PROGRESS", "COMPLETED", "FAILED", "NOT_APPLICABLE"],
);

static RECORD_WRAPPER: Shape = Shape::choice("RecordWrapper", &["None", "RecordIO"]);

static REDSHIFT_CLUSTER_ID: Shape = Shape::matching("RedshiftClusterId", ".*").at_least(1).at_most(63);

static REDSHIFT_DATABASE: Shape = Shape::matching("RedshiftDatabase", ".*").at_least(1).at_most(64);

static REDSHIFT_DATASET_DEFINITION: Shape = Shape::structure(
    "RedshiftDatasetDefinition",
    &[
        Member::required("ClusterId", &REDSHIFT_CLUSTER_ID),
        Member::required("Database", &REDSHIFT_DATABASE),
        Member::required("DbUser", &REDSHIFT_USER_NAME),
        Member::required("QueryString", &REDSHIFT_QUERY_STRING),
        Member::required("ClusterRoleArn", &ROLE_ARN),
        Member::required("OutputS3Uri", &S3_URI),
        Member::optional("KmsKeyId", &KMS_KEY_ID),
        Member::required("OutputFormat", &REDSHIFT_RESULT_FORMAT),
        Member::optional("OutputCompression", &REDSHIFT_RESULT_COMPRESSION_TYPE),
    ],
);

static REDSHIFT_QUERY_STRING: Shape = Shape::matching("RedshiftQueryString", r"[\s\S]+")
    .at_least(1)
    .at_most(4096);

static REDSHIFT_RESULT_COMPRESSION_TYPE: Shape = Shape::choice(
    "RedshiftResultCompressionType",
    &["None", "GZIP", "BZIP2", "ZSTD", "SNAPPY"],
);

static REDSHIFT_RESULT_FORMAT: Shape = Shape::choice("RedshiftResultFormat", &["PARQUET", "CSV"]);

static REDSHIFT_USER_NAME: Shape = Shape::matching("RedshiftUserName", ".*").at_least(1).at_most(128);

static REMOTE_DEBUG_CONFIG: Shape = Shape::structure(
    "RemoteDebugConfig",
    &[Member::optional("EnableRemoteDebug", &ENABLE_REMOTE_DEBUG)],
);

static REPOSITORY_ACCESS_MODE: Shape = Shape::choice("RepositoryAccessMode", &["Platform", "Vpc"]);

static REPOSITORY_AUTH_CONFIG: Shape = Shape::structure(
    "RepositoryAuthConfig",
    &[Member::required(
        "RepositoryCredentialsProviderArn",
        &REPOSITORY_CREDENTIALS_PROVIDER_ARN,
    )],
);

static REPOSITORY_CREDENTIALS_PROVIDER_ARN: Shape = Shape::matching("RepositoryCredentialsProviderArn", ".*")
    .at_least(1)
    .at_most(2048);

static RESOURCE_CONFIG: Shape = Shape::structure(
    "ResourceConfig",
    &[
        Member::optional("InstanceType", &TRAINING_INSTANCE_TYPE),
        Member::optional("InstanceCount", &TRAINING_INSTANCE_COUNT),
        Member::optional("VolumeSizeInGB", &OPTIONAL_VOLUME_SIZE_IN_GB),
        Member::optional("VolumeKmsKeyId", &KMS_KEY_ID),
        Member::optional("KeepAlivePeriodInSeconds", &KEEP_ALIVE_PERIOD_IN_SECONDS),
        Member::optional("InstanceGroups", &INSTANCE_GROUPS),
        Member::optional("TrainingPlanArn", &TRAINING_PLAN_ARN),
        Member::optional("InstancePlacementConfig", &INSTANCE_PLACEMENT_CONFIG),
        Member::optional("InstancePreferences", &INSTANCE_PREFERENCE_LIST),
        Member::optional("SelectedInstanceType", &TRAINING_INSTANCE_TYPE),
        Member::optional("SelectedInstanceCount", &TRAINING_INSTANCE_COUNT),
    ],
);

static RESOURCE_IN_USE: Shape =
    Shape::structure("ResourceInUse", &[Member::optional("Message", &FAILURE_REASON)]);

static RESOURCE_LIMIT_EXCEEDED: Shape = Shape::structure(
    "ResourceLimitExceeded",
    &[Member::optional("Message", &FAILURE_REASON)],
);

static RESOURCE_NOT_FOUND: Shape = Shape::structure(
    "ResourceNotFound",
    &[Member::optional("Message", &FAILURE_REASON)],
);

static RESOURCE_RETAINED_BILLABLE_TIME_IN_SECONDS: Shape =
    Shape::integer("ResourceRetainedBillableTimeInSeconds").at_least(0);

static RETRY_STRATEGY: Shape = Shape::structure(
    "RetryStrategy",
    &[Member::required("MaximumRetryAttempts", &MAXIMUM_RETRY_ATTEMPTS)],
);

static ROLE_ARN: Shape = Shape::matching(
    "RoleArn",
    r"arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+",
)
.at_least(20)
.at_most(2048);

static ROLLING_UPDATE_POLICY: Shape = Shape::structure(
    "RollingUpdatePolicy",
    &[
        Member::required("MaximumBatchSize", &CAPACITY_SIZE),
        Member::required("WaitIntervalInSeconds", &WAIT_INTERVAL_IN_SECONDS),
        Member::optional(
            "MaximumExecutionTimeoutInSeconds",
            &MAXIMUM_EXECUTION_TIMEOUT_IN_SECONDS,
        ),
        Member::optional("RollbackMaximumBatchSize", &CAPACITY_SIZE),
    ],
);

static ROUTING_STRATEGY: Shape = Shape::choice(
    "RoutingStrategy",
    &["LEAST_OUTSTANDING_REQUESTS", "RANDOM", "PREFIX_AWARE", "KV_AWARE"],
);

static RULE_CONFIGURATION_NAME: Shape = Shape::matching("RuleConfigurationName", ".*")
    .at_least(1)
    .at_most(256);

static RULE_EVALUATION_STATUS: Shape = Shape::choice(
    "RuleEvaluationStatus",
    &[
        "InProgress",
        "NoIssuesFound",
        "IssuesFound",
        "Error",
        "Stopping",
        "Stopped",
    ],
);

static RULE_PARAMETERS: Shape = Shape::map("RuleParameters", &CONFIG_KEY, &CONFIG_VALUE)
    .at_least(0)
    .at_most(100);

static S3_DATA_DISTRIBUTION: Shape =
    Shape::choice("S3DataDistribution", &["FullyReplicated", "ShardedByS3Key"]);

static S3_DATA_SOURCE: Shape = Shape::structure(
    "S3DataSource",
    &[
        Member::required("S3DataType", &S3_DATA_TYPE),
        Member::required("S3Uri", &S3_URI),
        Member::optional("S3DataDistributionType", &S3_DATA_DISTRIBUTION),
        Member::optional("AttributeNames", &ATTRIBUTE_NAMES),
        Member::optional("InstanceGroupNames", &INSTANCE_GROUP_NAMES),
        Member::optional("ModelAccessConfig", &MODEL_ACCESS_CONFIG),
        Member::optional("HubAccessConfig", &HUB_ACCESS_CONFIG),
    ],
);

static S3_DATA_TYPE: Shape = Shape::choice(
    "S3DataType",
    &["ManifestFile", "S3Prefix", "AugmentedManifestFile", "Converse"],
);

static S3_MODEL_DATA_SOURCE: Shape = Shape::structure(
    "S3ModelDataSource",
    &[
        Member::required("S3Uri", &S3_MODEL_URI),
        Member::required("S3DataType", &S3_MODEL_DATA_TYPE),
        Member::required("CompressionType", &MODEL_COMPRESSION_TYPE),
        Member::optional("ModelAccessConfig", &MODEL_ACCESS_CONFIG),
        Member::optional("HubAccessConfig", &INFERENCE_HUB_ACCESS_CONFIG),
        Member::optional("ManifestS3Uri", &S3_MODEL_URI),
        Member::optional("ETag", &STRING),
        Member::optional("ManifestEtag", &STRING),
    ],
);

static S3_MODEL_DATA_TYPE: Shape = Shape::choice("S3ModelDataType", &["S3Prefix", "S3Object"]);

static S3_MODEL_URI: Shape = Shape::matching("S3ModelUri", "(https|s3)://([^/]+)/?(.*)")
    .at_least(0)
    .at_most(1024);

static S3_URI: Shape = Shape::matching("S3Uri", "(https|s3)://([^/]+)/?(.*)")
    .at_least(0)
    .at_most(1024);

static SAMPLING_PERCENTAGE: Shape = Shape::integer("SamplingPercentage").at_least(0).at_most(100);

static SECONDARY_STATUS: Shape = Shape::choice(
    "SecondaryStatus",
    &[
        "Starting",
        "LaunchingMLInstances",
        "PreparingTrainingStack",
        "Downloading",
        "DownloadingTrainingImage",
        "Training",
        "Uploading",
        "Stopping",
        "Stopped",
        "MaxRuntimeExceeded",
        "Completed",
        "Failed",
        "Interrupted",
        "MaxWaitTimeExceeded",
        "Updating",
        "Restarting",
        "Pending",
    ],
);

static SECONDARY_STATUS_TRANSITION: Shape = Shape::structure(
    "SecondaryStatusTransition",
    &[
        Member::required("Status", &SECONDARY_STATUS),
        Member::required("StartTime", &TIMESTAMP),
        Member::optional("EndTime", &TIMESTAMP),
        Member::optional("StatusMessage", &STATUS_MESSAGE),
    ],
);

static SECONDARY_STATUS_TRANSITIONS: Shape =
    Shape::list("SecondaryStatusTransitions", &SECONDARY_STATUS_TRANSITION);

static SECURITY_GROUP_ID: Shape = Shape::matching("SecurityGroupId", "[-0-9a-zA-Z]+")
    .at_least(0)
    .at_most(32);

static SEED: Shape = Shape::integer("Seed");

static SEQUENCE_LENGTH: Shape = Shape::matching("SequenceLength", r"\d+K").at_least(1).at_most(50);

static SERVERLESS_JOB_BASE_MODEL_ARN: Shape = Shape::matching("ServerlessJobBaseModelArn", r"(arn:[a-z0-9-\.]{1,63}:sagemaker:\w+(?:-\w+)+:(\d{12}|aws):hub-content\/)[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}\/Model\/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}(\/\d{1,4}.\d{1,4}.\d{1,4})?").at_least(1).at_most(2048);

static SERVERLESS_JOB_CONFIG: Shape = Shape::structure(
    "ServerlessJobConfig",
    &[
        Member::required("BaseModelArn", &SERVERLESS_JOB_BASE_MODEL_ARN),
        Member::optional("AcceptEula", &ACCEPT_EULA),
        Member::required("JobType", &SERVERLESS_JOB_TYPE),
        Member::optional("CustomizationTechnique", &CUSTOMIZATION_TECHNIQUE),
        Member::optional("Peft", &PEFT),
        Member::optional("EvaluationType", &EVALUATION_TYPE),
        Member::optional("EvaluatorArn", &EVALUATOR_ARN),
        Member::optional("SequenceLength", &SEQUENCE_LENGTH),
    ],
);

static SERVERLESS_JOB_TYPE: Shape = Shape::choice("ServerlessJobType", &["FineTuning", "Evaluation"]);

static SERVERLESS_MAX_CONCURRENCY: Shape = Shape::integer("ServerlessMaxConcurrency")
    .at_least(1)
    .at_most(200);

static SERVERLESS_MEMORY_SIZE_IN_MB: Shape = Shape::integer("ServerlessMemorySizeInMB")
    .at_least(1024)
    .at_most(6144);

static SERVERLESS_PROVISIONED_CONCURRENCY: Shape = Shape::integer("ServerlessProvisionedConcurrency")
    .at_least(1)
    .at_most(200);

static SESSION_CHAINING_CONFIG: Shape = Shape::structure(
    "SessionChainingConfig",
    &[Member::optional(
        "EnableSessionTagChaining",
        &ENABLE_SESSION_TAG_CHAINING,
    )],
);

static SHUFFLE_CONFIG: Shape = Shape::structure("ShuffleConfig", &[Member::required("Seed", &SEED)]);

static SNS_TOPIC_ARN: Shape = Shape::matching(
    "SnsTopicArn",
    r"arn:aws[a-z\-]*:sns:[a-z0-9\-]*:[0-9]{12}:[a-zA-Z0-9_.-]+",
)
.at_least(0)
.at_most(2048);

static SORT_BY: Shape = Shape::choice("SortBy", &["Name", "CreationTime", "Status"]);

static SORT_ORDER: Shape = Shape::choice("SortOrder", &["Ascending", "Descending"]);

static SPLIT_TYPE: Shape = Shape::choice("SplitType", &["None", "Line", "RecordIO", "TFRecord"]);

static STATUS_DETAILS: Shape = Shape::matching("StatusDetails", ".*").at_least(0).at_most(1024);

static STATUS_MESSAGE: Shape = Shape::string("StatusMessage");

static STOP_PROCESSING_JOB_REQUEST: Shape = Shape::structure(
    "StopProcessingJobRequest",
    &[Member::required("ProcessingJobName", &PROCESSING_JOB_NAME)],
);

static STOP_TRAINING_JOB_REQUEST: Shape = Shape::structure(
    "StopTrainingJobRequest",
    &[Member::required("TrainingJobName", &TRAINING_JOB_NAME)],
);

static STOP_TRANSFORM_JOB_REQUEST: Shape = Shape::structure(
    "StopTransformJobRequest",
    &[Member::required("TransformJobName", &TRANSFORM_JOB_NAME)],
);

static STOPPING_CONDITION: Shape = Shape::structure(
    "StoppingCondition",
    &[
        Member::optional("MaxRuntimeInSeconds", &MAX_RUNTIME_IN_SECONDS),
        Member::optional("MaxWaitTimeInSeconds", &MAX_WAIT_TIME_IN_SECONDS),
        Member::optional("MaxPendingTimeInSeconds", &MAX_PENDING_TIME_IN_SECONDS),
    ],
);

static STRING: Shape = Shape::string("String");

static STRING256: Shape = Shape::string("String256").at_least(0).at_most(256);

static SUBNET_ID: Shape = Shape::matching("SubnetId", "[-0-9a-zA-Z]+")
    .at_least(0)
    .at_most(32);

static SUBNETS: Shape = Shape::list("Subnets", &SUBNET_ID).at_least(1).at_most(16);

static TAG: Shape = Shape::structure(
    "Tag",
    &[
        Member::required("Key", &TAG_KEY),
        Member::required("Value", &TAG_VALUE),
    ],
);

static TAG_KEY: Shape = Shape::matching("TagKey", r"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)")
    .at_least(1)
    .at_most(128);

static TAG_LIST: Shape = Shape::list("TagList", &TAG).at_least(0).at_most(50);

static TAG_VALUE: Shape = Shape::matching("TagValue", r"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)")
    .at_least(0)
    .at_most(256);

static TASK_COUNT: Shape = Shape::integer("TaskCount").at_least(0);

static TENSOR_BOARD_OUTPUT_CONFIG: Shape = Shape::structure(
    "TensorBoardOutputConfig",
    &[
        Member::optional("LocalPath", &DIRECTORY_PATH),
        Member::required("S3OutputPath", &S3_URI),
    ],
);

static TERMINATION_WAIT_IN_SECONDS: Shape = Shape::integer("TerminationWaitInSeconds")
    .at_least(0)
    .at_most(3600);

static TIMESTAMP: Shape = Shape::timestamp("Timestamp");

static TOTAL_STEP_COUNT_PER_EPOCH: Shape = Shape::integer("TotalStepCountPerEpoch").at_least(0);

static TRAFFIC_ROUTING_CONFIG: Shape = Shape::structure(
    "TrafficRoutingConfig",
    &[
        Member::required("Type", &TRAFFIC_ROUTING_CONFIG_TYPE),
        Member::required("WaitIntervalInSeconds", &WAIT_INTERVAL_IN_SECONDS),
        Member::optional("CanarySize", &CAPACITY_SIZE),
        Member::optional("LinearStepSize", &CAPACITY_SIZE),
    ],
);

static TRAFFIC_ROUTING_CONFIG_TYPE: Shape =
    Shape::choice("TrafficRoutingConfigType", &["ALL_AT_ONCE", "CANARY", "LINEAR"]);

static TRAINING_CONTAINER_ARGUMENT: Shape = Shape::matching("TrainingContainerArgument", ".*")
    .at_least(0)
    .at_most(256);

static TRAINING_CONTAINER_ARGUMENTS: Shape =
    Shape::list("TrainingContainerArguments", &TRAINING_CONTAINER_ARGUMENT)
        .at_least(1)
        .at_most(100);

static TRAINING_CONTAINER_ENTRYPOINT: Shape = Shape::list(
    "TrainingContainerEntrypoint",
    &TRAINING_CONTAINER_ENTRYPOINT_STRING,
)
.at_least(1)
.at_most(100);

static TRAINING_CONTAINER_ENTRYPOINT_STRING: Shape =
    Shape::matching("TrainingContainerEntrypointString", ".*")
        .at_least(0)
        .at_most(256);

static TRAINING_ENVIRONMENT_KEY: Shape = Shape::matching("TrainingEnvironmentKey", "[a-zA-Z_][a-zA-Z0-9_]*")
    .at_least(0)
    .at_most(512);

static TRAINING_ENVIRONMENT_MAP: Shape = Shape::map(
    "TrainingEnvironmentMap",
    &TRAINING_ENVIRONMENT_KEY,
    &TRAINING_ENVIRONMENT_VALUE,
)
.at_least(0)
.at_most(100);

static TRAINING_ENVIRONMENT_VALUE: Shape = Shape::matching("TrainingEnvironmentValue", r"[\S\s]*")
    .at_least(0)
    .at_most(512);

static TRAINING_EPOCH_COUNT: Shape = Shape::integer("TrainingEpochCount").at_least(0);

static TRAINING_EPOCH_INDEX: Shape = Shape::integer("TrainingEpochIndex").at_least(0);

static TRAINING_IMAGE_CONFIG: Shape = Shape::structure(
    "TrainingImageConfig",
    &[
        Member::required("TrainingRepositoryAccessMode", &TRAINING_REPOSITORY_ACCESS_MODE),
        Member::optional("TrainingRepositoryAuthConfig", &TRAINING_REPOSITORY_AUTH_CONFIG),
    ],
);

static TRAINING_INPUT_MODE: Shape = Shape::choice("TrainingInputMode", &["Pipe", "File", "FastFile"]);

static TRAINING_INSTANCE_COUNT: Shape = Shape::integer("TrainingInstanceCount").at_least(0);

static TRAINING_INSTANCE_TYPE: Shape = Shape::choice(
    "TrainingInstanceType",
    &[
        "ml.m4.xlarge",
        "ml.m4.2xlarge",
        "ml.m4.4xlarge",
        "ml.m4.10xlarge",
        "ml.m4.16xlarge",
        "ml.g4dn.xlarge",
        "ml.g4dn.2xlarge",
        "ml.g4dn.4xlarge",
        "ml.g4dn.8xlarge",
        "ml.g4dn.12xlarge",
        "ml.g4dn.16xlarge",
        "ml.m5.large",
        "ml.m5.xlarge",
        "ml.m5.2xlarge",
        "ml.m5.4xlarge",
        "ml.m5.12xlarge",
        "ml.m5.24xlarge",
        "ml.c4.xlarge",
        "ml.c4.2xlarge",
        "ml.c4.4xlarge",
        "ml.c4.8xlarge",
        "ml.p2.xlarge",
        "ml.p2.8xlarge",
        "ml.p2.16xlarge",
        "ml.p3.2xlarge",
        "ml.p3.8xlarge",
        "ml.p3.16xlarge",
        "ml.p3dn.24xlarge",
        "ml.p4d.24xlarge",
        "ml.p4de.24xlarge",
        "ml.p5.48xlarge",
        "ml.p5e.48xlarge",
        "ml.p5en.48xlarge",
        "ml.c5.xlarge",
        "ml.c5.2xlarge",
        "ml.c5.4xlarge",
        "ml.c5.9xlarge",
        "ml.c5.18xlarge",
        "ml.c5n.xlarge",
        "ml.c5n.2xlarge",
        "ml.c5n.4xlarge",
        "ml.c5n.9xlarge",
        "ml.c5n.18xlarge",
        "ml.g5.xlarge",
        "ml.g5.2xlarge",
        "ml.g5.4xlarge",
        "ml.g5.8xlarge",
        "ml.g5.16xlarge",
        "ml.g5.12xlarge",
        "ml.g5.24xlarge",
        "ml.g5.48xlarge",
        "ml.g6.xlarge",
        "ml.g6.2xlarge",
        "ml.g6.4xlarge",
        "ml.g6.8xlarge",
        "ml.g6.16xlarge",
        "ml.g6.12xlarge",
        "ml.g6.24xlarge",
        "ml.g6.48xlarge",
        "ml.g6e.xlarge",
        "ml.g6e.2xlarge",
        "ml.g6e.4xlarge",
        "ml.g6e.8xlarge",
        "ml.g6e.16xlarge",
        "ml.g6e.12xlarge",
        "ml.g6e.24xlarge",
        "ml.g6e.48xlarge",
        "ml.trn1.2xlarge",
        "ml.trn1.32xlarge",
        "ml.trn1n.32xlarge",
        "ml.trn2.48xlarge",
        "ml.m6i.large",
        "ml.m6i.xlarge",
        "ml.m6i.2xlarge",
        "ml.m6i.4xlarge",
        "ml.m6i.8xlarge",
        "ml.m6i.12xlarge",
        "ml.m6i.16xlarge",
        "ml.m6i.24xlarge",
        "ml.m6i.32xlarge",
        "ml.c6i.xlarge",
        "ml.c6i.2xlarge",
        "ml.c6i.8xlarge",
        "ml.c6i.4xlarge",
        "ml.c6i.12xlarge",
        "ml.c6i.16xlarge",
        "ml.c6i.24xlarge",
        "ml.c6i.32xlarge",
        "ml.r5d.large",
        "ml.r5d.xlarge",
        "ml.r5d.2xlarge",
        "ml.r5d.4xlarge",
        "ml.r5d.8xlarge",
        "ml.r5d.12xlarge",
        "ml.r5d.16xlarge",
        "ml.r5d.24xlarge",
        "ml.t3.medium",
        "ml.t3.large",
        "ml.t3.xlarge",
        "ml.t3.2xlarge",
        "ml.r5.large",
        "ml.r5.xlarge",
        "ml.r5.2xlarge",
        "ml.r5.4xlarge",
        "ml.r5.8xlarge",
        "ml.r5.12xlarge",
        "ml.r5.16xlarge",
        "ml.r5.24xlarge",
        "ml.p6-b200.48xlarge",
        "ml.m7i.large",
        "ml.m7i.xlarge",
        "ml.m7i.2xlarge",
        "ml.m7i.4xlarge",
        "ml.m7i.8xlarge",
        "ml.m7i.12xlarge",
        "ml.m7i.16xlarge",
        "ml.m7i.24xlarge",
        "ml.m7i.48xlarge",
        "ml.c7i.large",
        "ml.c7i.xlarge",
        "ml.c7i.2xlarge",
        "ml.c7i.4xlarge",
        "ml.c7i.8xlarge",
        "ml.c7i.12xlarge",
        "ml.c7i.16xlarge",
        "ml.c7i.24xlarge",
        "ml.c7i.48xlarge",
        "ml.r7i.large",
        "ml.r7i.xlarge",
        "ml.r7i.2xlarge",
        "ml.r7i.4xlarge",
        "ml.r7i.8xlarge",
        "ml.r7i.12xlarge",
        "ml.r7i.16xlarge",
        "ml.r7i.24xlarge",
        "ml.r7i.48xlarge",
        "ml.p6e-gb200.36xlarge",
        "ml.p5.4xlarge",
        "ml.p6-b300.48xlarge",
        "ml.g7e.2xlarge",
        "ml.g7e.4xlarge",
        "ml.g7e.8xlarge",
        "ml.g7e.12xlarge",
        "ml.g7e.24xlarge",
        "ml.g7e.48xlarge",
        "ml.g7.2xlarge",
        "ml.g7.4xlarge",
        "ml.g7.8xlarge",
        "ml.g7.12xlarge",
        "ml.g7.24xlarge",
        "ml.g7.48xlarge",
        "ml.r6i.large",
        "ml.r6i.xlarge",
        "ml.r6i.2xlarge",
        "ml.r6i.4xlarge",
        "ml.r6i.8xlarge",
        "ml.r6i.12xlarge",
        "ml.r6i.16xlarge",
        "ml.r6i.24xlarge",
        "ml.r6i.32xlarge",
        "ml.m8i.large",
        "ml.m8i.xlarge",
        "ml.m8i.2xlarge",
        "ml.m8i.4xlarge",
        "ml.m8i.8xlarge",
        "ml.m8i.12xlarge",
        "ml.m8i.16xlarge",
        "ml.m8i.24xlarge",
        "ml.m8i.32xlarge",
        "ml.m8i.48xlarge",
        "ml.m8i.96xlarge",
        "ml.c8i.xlarge",
        "ml.c8i.2xlarge",
        "ml.c8i.4xlarge",
        "ml.c8i.8xlarge",
        "ml.c8i.12xlarge",
        "ml.c8i.16xlarge",
        "ml.c8i.24xlarge",
        "ml.c8i.32xlarge",
        "ml.c8i.48xlarge",
        "ml.c8i.96xlarge",
        "ml.r8i.large",
        "ml.r8i.xlarge",
        "ml.r8i.2xlarge",
        "ml.r8i.4xlarge",
        "ml.r8i.8xlarge",
        "ml.r8i.12xlarge",
        "ml.r8i.16xlarge",
        "ml.r8i.24xlarge",
        "ml.r8i.32xlarge",
        "ml.r8i.48xlarge",
        "ml.r8i.96xlarge",
        "ml.m7i-flex.large",
        "ml.m7i-flex.xlarge",
        "ml.m7i-flex.2xlarge",
        "ml.m7i-flex.4xlarge",
        "ml.m7i-flex.8xlarge",
        "ml.m7i-flex.12xlarge",
        "ml.m7i-flex.16xlarge",
        "ml.c7i-flex.xlarge",
        "ml.c7i-flex.2xlarge",
        "ml.c7i-flex.4xlarge",
        "ml.c7i-flex.8xlarge",
        "ml.c7i-flex.12xlarge",
        "ml.c7i-flex.16xlarge",
        "ml.m8i-flex.large",
        "ml.m8i-flex.xlarge",
        "ml.m8i-flex.2xlarge",
        "ml.m8i-flex.4xlarge",
        "ml.m8i-flex.8xlarge",
        "ml.m8i-flex.12xlarge",
        "ml.m8i-flex.16xlarge",
        "ml.c8i-flex.xlarge",
        "ml.c8i-flex.2xlarge",
        "ml.c8i-flex.4xlarge",
        "ml.c8i-flex.8xlarge",
        "ml.c8i-flex.12xlarge",
        "ml.c8i-flex.16xlarge",
        "ml.r8i-flex.large",
        "ml.r8i-flex.xlarge",
        "ml.r8i-flex.2xlarge",
        "ml.r8i-flex.4xlarge",
        "ml.r8i-flex.8xlarge",
        "ml.r8i-flex.12xlarge",
        "ml.r8i-flex.16xlarge",
    ],
);

static TRAINING_JOB_ARN: Shape = Shape::matching(
    "TrainingJobArn",
    r"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:training-job/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
)
.at_least(0)
.at_most(256);

static TRAINING_JOB_NAME: Shape = Shape::matching("TrainingJobName", "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")
    .at_least(1)
    .at_most(63);

static TRAINING_JOB_STATUS: Shape = Shape::choice(
    "TrainingJobStatus",
    &[
        "InProgress",
        "Completed",
        "Failed",
        "Stopping",
        "Stopped",
        "Deleting",
    ],
);

static TRAINING_JOB_SUMMARIES: Shape = Shape::list("TrainingJobSummaries", &TRAINING_JOB_SUMMARY);

static TRAINING_JOB_SUMMARY: Shape = Shape::structure(
    "TrainingJobSummary",
    &[
        Member::required("TrainingJobName", &TRAINING_JOB_NAME),
        Member::required("TrainingJobArn", &TRAINING_JOB_ARN),
        Member::required("CreationTime", &TIMESTAMP),
        Member::optional("TrainingEndTime", &TIMESTAMP),
        Member::optional("LastModifiedTime", &TIMESTAMP),
        Member::required("TrainingJobStatus", &TRAINING_JOB_STATUS),
        Member::optional("SecondaryStatus", &SECONDARY_STATUS),
        Member::optional("WarmPoolStatus", &WARM_POOL_STATUS),
        Member::optional("TrainingPlanArn", &TRAINING_PLAN_ARN),
    ],
);

static TRAINING_PLAN_ARN: Shape = Shape::matching(
    "TrainingPlanArn",
    r"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:training-plan/.*",
)
.at_least(50)
.at_most(2048);

static TRAINING_PLAN_ARN_LIST: Shape = Shape::list("TrainingPlanArnList", &TRAINING_PLAN_ARN)
    .at_least(1)
    .at_most(1);

static TRAINING_PROGRESS_INFO: Shape = Shape::structure(
    "TrainingProgressInfo",
    &[
        Member::optional("TotalStepCountPerEpoch", &TOTAL_STEP_COUNT_PER_EPOCH),
        Member::optional("CurrentStep", &TRAINING_STEP_INDEX),
        Member::optional("CurrentEpoch", &TRAINING_EPOCH_INDEX),
        Member::optional("MaxEpoch", &TRAINING_EPOCH_COUNT),
    ],
);

static TRAINING_REPOSITORY_ACCESS_MODE: Shape =
    Shape::choice("TrainingRepositoryAccessMode", &["Platform", "Vpc"]);

static TRAINING_REPOSITORY_AUTH_CONFIG: Shape = Shape::structure(
    "TrainingRepositoryAuthConfig",
    &[Member::required(
        "TrainingRepositoryCredentialsProviderArn",
        &TRAINING_REPOSITORY_CREDENTIALS_PROVIDER_ARN,
    )],
);

static TRAINING_REPOSITORY_CREDENTIALS_PROVIDER_ARN: Shape = Shape::matching(
    "TrainingRepositoryCredentialsProviderArn",
    r"arn:[\p{Alnum}\-]+:lambda:[\p{Alnum}\-]+:[0-9]{12}:function:.*",
)
.at_least(1)
.at_most(2048);

static TRAINING_STEP_INDEX: Shape = Shape::integer("TrainingStepIndex").at_least(0);

static TRAINING_TIME_IN_SECONDS: Shape = Shape::integer("TrainingTimeInSeconds").at_least(1);

static TRANSFORM_AMI_VERSION: Shape = Shape::matching("TransformAmiVersion", "[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*")
    .at_least(1)
    .at_most(63);

static TRANSFORM_DATA_SOURCE: Shape = Shape::structure(
    "TransformDataSource",
    &[Member::required("S3DataSource", &TRANSFORM_S3_DATA_SOURCE)],
);

static TRANSFORM_ENVIRONMENT_KEY: Shape =
    Shape::matching("TransformEnvironmentKey", "[a-zA-Z_][a-zA-Z0-9_]{0,1023}")
        .at_least(0)
        .at_most(1024);

static TRANSFORM_ENVIRONMENT_MAP: Shape = Shape::map(
    "TransformEnvironmentMap",
    &TRANSFORM_ENVIRONMENT_KEY,
    &TRANSFORM_ENVIRONMENT_VALUE,
)
.at_least(0)
.at_most(16);

static TRANSFORM_ENVIRONMENT_VALUE: Shape = Shape::matching("TransformEnvironmentValue", r"[\S\s]*")
    .at_least(0)
    .at_most(10240);

static TRANSFORM_INPUT: Shape = Shape::structure(
    "TransformInput",
    &[
        Member::required("DataSource", &TRANSFORM_DATA_SOURCE),
        Member::optional("ContentType", &CONTENT_TYPE),
        Member::optional("CompressionType", &COMPRESSION_TYPE),
        Member::optional("SplitType", &SPLIT_TYPE),
    ],
);

static TRANSFORM_INSTANCE_COUNT: Shape = Shape::integer("TransformInstanceCount").at_least(1);

static TRANSFORM_INSTANCE_TYPE: Shape = Shape::choice(
    "TransformInstanceType",
    &[
        "ml.m4.xlarge",
        "ml.m4.2xlarge",
        "ml.m4.4xlarge",
        "ml.m4.10xlarge",
        "ml.m4.16xlarge",
        "ml.c4.xlarge",
        "ml.c4.2xlarge",
        "ml.c4.4xlarge",
        "ml.c4.8xlarge",
        "ml.p2.xlarge",
        "ml.p2.8xlarge",
        "ml.p2.16xlarge",
        "ml.p3.2xlarge",
        "ml.p3.8xlarge",
        "ml.p3.16xlarge",
        "ml.c5.xlarge",
        "ml.c5.2xlarge",
        "ml.c5.4xlarge",
        "ml.c5.9xlarge",
        "ml.c5.18xlarge",
        "ml.m5.large",
        "ml.m5.xlarge",
        "ml.m5.2xlarge",
        "ml.m5.4xlarge",
        "ml.m5.12xlarge",
        "ml.m5.24xlarge",
        "ml.m6i.large",
        "ml.m6i.xlarge",
        "ml.m6i.2xlarge",
        "ml.m6i.4xlarge",
        "ml.m6i.8xlarge",
        "ml.m6i.12xlarge",
        "ml.m6i.16xlarge",
        "ml.m6i.24xlarge",
        "ml.m6i.32xlarge",
        "ml.c6i.large",
        "ml.c6i.xlarge",
        "ml.c6i.2xlarge",
        "ml.c6i.4xlarge",
        "ml.c6i.8xlarge",
        "ml.c6i.12xlarge",
        "ml.c6i.16xlarge",
        "ml.c6i.24xlarge",
        "ml.c6i.32xlarge",
        "ml.r6i.large",
        "ml.r6i.xlarge",
        "ml.r6i.2xlarge",
        "ml.r6i.4xlarge",
        "ml.r6i.8xlarge",
        "ml.r6i.12xlarge",
        "ml.r6i.16xlarge",
        "ml.r6i.24xlarge",
        "ml.r6i.32xlarge",
        "ml.m7i.large",
        "ml.m7i.xlarge",
        "ml.m7i.2xlarge",
        "ml.m7i.4xlarge",
        "ml.m7i.8xlarge",
        "ml.m7i.12xlarge",
        "ml.m7i.16xlarge",
        "ml.m7i.24xlarge",
        "ml.m7i.48xlarge",
        "ml.c7i.large",
        "ml.c7i.xlarge",
        "ml.c7i.2xlarge",
        "ml.c7i.4xlarge",
        "ml.c7i.8xlarge",
        "ml.c7i.12xlarge",
        "ml.c7i.16xlarge",
        "ml.c7i.24xlarge",
        "ml.c7i.48xlarge",
        "ml.r7i.large",
        "ml.r7i.xlarge",
        "ml.r7i.2xlarge",
        "ml.r7i.4xlarge",
        "ml.r7i.8xlarge",
        "ml.r7i.12xlarge",
        "ml.r7i.16xlarge",
        "ml.r7i.24xlarge",
        "ml.r7i.48xlarge",
        "ml.g4dn.xlarge",
        "ml.g4dn.2xlarge",
        "ml.g4dn.4xlarge",
        "ml.g4dn.8xlarge",
        "ml.g4dn.12xlarge",
        "ml.g4dn.16xlarge",
        "ml.g5.xlarge",
        "ml.g5.2xlarge",
        "ml.g5.4xlarge",
        "ml.g5.8xlarge",
        "ml.g5.12xlarge",
        "ml.g5.16xlarge",
        "ml.g5.24xlarge",
        "ml.g5.48xlarge",
        "ml.trn1.2xlarge",
        "ml.trn1.32xlarge",
        "ml.inf2.xlarge",
        "ml.inf2.8xlarge",
        "ml.inf2.24xlarge",
        "ml.inf2.48xlarge",
        "ml.g6.xlarge",
        "ml.g6.2xlarge",
        "ml.g6.4xlarge",
        "ml.g6.8xlarge",
        "ml.g6.12xlarge",
        "ml.g6.16xlarge",
        "ml.g6.24xlarge",
        "ml.g6.48xlarge",
        "ml.g6e.xlarge",
        "ml.g6e.2xlarge",
        "ml.g6e.4xlarge",
        "ml.g6e.8xlarge",
        "ml.g6e.12xlarge",
        "ml.g6e.16xlarge",
        "ml.g6e.24xlarge",
        "ml.g6e.48xlarge",
    ],
);

static TRANSFORM_JOB_ARN: Shape = Shape::matching(
    "TransformJobArn",
    r"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:transform-job/.*",
)
.at_least(0)
.at_most(256);

static TRANSFORM_JOB_NAME: Shape = Shape::matching("TransformJobName", "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")
    .at_least(1)
    .at_most(63);

static TRANSFORM_JOB_STATUS: Shape = Shape::choice(
    "TransformJobStatus",
    &["InProgress", "Completed", "Failed", "Stopping", "Stopped"],
);

static TRANSFORM_JOB_SUMMARIES: Shape = Shape::list("TransformJobSummaries", &TRANSFORM_JOB_SUMMARY);

static TRANSFORM_JOB_SUMMARY: Shape = Shape::structure(
    "TransformJobSummary",
    &[
        Member::required("TransformJobName", &TRANSFORM_JOB_NAME),
        Member::required("TransformJobArn", &TRANSFORM_JOB_ARN),
        Member::required("CreationTime", &TIMESTAMP),
        Member::optional("TransformEndTime", &TIMESTAMP),
        Member::optional("LastModifiedTime", &TIMESTAMP),
        Member::required("TransformJobStatus", &TRANSFORM_JOB_STATUS),
        Member::optional("FailureReason", &FAILURE_REASON),
    ],
);

static TRANSFORM_OUTPUT: Shape = Shape::structure(
    "TransformOutput",
    &[
        Member::required("S3OutputPath", &S3_URI),
        Member::optional("Accept", &ACCEPT),
        Member::optional("AssembleWith", &ASSEMBLY_TYPE),
        Member::optional("KmsKeyId", &KMS_KEY_ID),
    ],
);

static TRANSFORM_RESOURCES: Shape = Shape::structure(
    "TransformResources",
    &[
        Member::required("InstanceType", &TRANSFORM_INSTANCE_TYPE),
        Member::required("InstanceCount", &TRANSFORM_INSTANCE_COUNT),
        Member::optional("VolumeKmsKeyId", &KMS_KEY_ID),
        Member::optional("TransformAmiVersion", &TRANSFORM_AMI_VERSION),
    ],
);

static TRANSFORM_S3_DATA_SOURCE: Shape = Shape::structure(
    "TransformS3DataSource",
    &[
        Member::required("S3DataType", &S3_DATA_TYPE),
        Member::required("S3Uri", &S3_URI),
    ],
);

static UPDATE_ENDPOINT_INPUT: Shape = Shape::structure(
    "UpdateEndpointInput",
    &[
        Member::required("EndpointName", &ENDPOINT_NAME),
        Member::required("EndpointConfigName", &ENDPOINT_CONFIG_NAME),
        Member::optional("RetainAllVariantProperties", &BOOLEAN),
        Member::optional("ExcludeRetainedVariantProperties", &VARIANT_PROPERTY_LIST),
        Member::optional("DeploymentConfig", &DEPLOYMENT_CONFIG),
        Member::optional("RetainDeploymentConfig", &BOOLEAN),
    ],
);

static UPDATE_ENDPOINT_OUTPUT: Shape = Shape::structure(
    "UpdateEndpointOutput",
    &[Member::required("EndpointArn", &ENDPOINT_ARN)],
);

static URL: Shape = Shape::matching("Url", "(https|s3)://([^/]+)/?(.*)")
    .at_least(0)
    .at_most(1024);

static VARIANT_INSTANCE_PROVISION_TIMEOUT_IN_SECONDS: Shape =
    Shape::integer("VariantInstanceProvisionTimeoutInSeconds")
        .at_least(300)
        .at_most(3600);

static VARIANT_NAME: Shape = Shape::matching("VariantName", "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")
    .at_least(0)
    .at_most(63);

static VARIANT_PROPERTY: Shape = Shape::structure(
    "VariantProperty",
    &[Member::required("VariantPropertyType", &VARIANT_PROPERTY_TYPE)],
);

static VARIANT_PROPERTY_LIST: Shape = Shape::list("VariantPropertyList", &VARIANT_PROPERTY)
    .at_least(0)
    .at_most(3);

static VARIANT_PROPERTY_TYPE: Shape = Shape::choice(
    "VariantPropertyType",
    &["DesiredInstanceCount", "DesiredWeight", "DataCaptureConfig"],
);

static VARIANT_STATUS: Shape = Shape::choice(
    "VariantStatus",
    &["Creating", "Updating", "Deleting", "ActivatingTraffic", "Baking"],
);

static VARIANT_STATUS_MESSAGE: Shape = Shape::string("VariantStatusMessage").at_least(0).at_most(1024);

static VARIANT_WEIGHT: Shape = Shape::float("VariantWeight").at_least(0);

static VERSIONED_ARN_OR_NAME: Shape = Shape::matching("VersionedArnOrName", r"(arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z\-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)(\/[0-9]{1,9})?").at_least(1).at_most(176);

static VPC_CONFIG: Shape = Shape::structure(
    "VpcConfig",
    &[
        Member::required("SecurityGroupIds", &VPC_SECURITY_GROUP_IDS),
        Member::required("Subnets", &SUBNETS),
    ],
);

static VPC_SECURITY_GROUP_IDS: Shape = Shape::list("VpcSecurityGroupIds", &SECURITY_GROUP_ID)
    .at_least(1)
    .at_most(5);

static WAIT_INTERVAL_IN_SECONDS: Shape = Shape::integer("WaitIntervalInSeconds").at_least(0).at_most(3600);

static WARM_POOL_RESOURCE_STATUS: Shape = Shape::choice(
    "WarmPoolResourceStatus",
    &["Available", "Terminated", "Reused", "InUse"],
);

static WARM_POOL_STATUS: Shape = Shape::structure(
    "WarmPoolStatus",
    &[
        Member::required("Status", &WARM_POOL_RESOURCE_STATUS),
        Member::optional(
            "ResourceRetainedBillableTimeInSeconds",
            &RESOURCE_RETAINED_BILLABLE_TIME_IN_SECONDS,
        ),
        Member::optional("ReusedByJob", &TRAINING_JOB_NAME),
    ],
);
