//! CloudWatch Logs.
//!
//! Generated from botocore 1.44.8 by `cargo xtask generate`; do not edit.

use crate::operation::{Operation, Pages, Protocol, Service};
use crate::shape::{Member, Shape};

/// The service.
pub static SERVICE: Service = Service {
    name: "logs",
    id: "CloudWatch Logs",
    version: "2014-03-28",
    endpoint_prefix: "logs",
    signing_name: "logs",
    protocol: Protocol::Json {
        version: "1.1",
        target_prefix: "Logs_20140328",
    },
    operations: OPERATIONS,
};

static OPERATIONS: &[&Operation] = &[&DESCRIBE_LOG_STREAMS, &FILTER_LOG_EVENTS, &GET_LOG_EVENTS];

/// `DescribeLogStreams`.
pub static DESCRIBE_LOG_STREAMS: Operation = Operation {
    name: "DescribeLogStreams",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&DESCRIBE_LOG_STREAMS_REQUEST),
    output: Some(&DESCRIBE_LOG_STREAMS_RESPONSE),
    errors: &[
        &INVALID_PARAMETER_EXCEPTION,
        &RESOURCE_NOT_FOUND_EXCEPTION,
        &SERVICE_UNAVAILABLE_EXCEPTION,
    ],
    pages: Some(Pages {
        input_token: "nextToken",
        output_token: "nextToken",
        limit: Some("limit"),
        items: &["logStreams"],
    }),
    is_signed: true,
};

/// `FilterLogEvents`.
pub static FILTER_LOG_EVENTS: Operation = Operation {
    name: "FilterLogEvents",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&FILTER_LOG_EVENTS_REQUEST),
    output: Some(&FILTER_LOG_EVENTS_RESPONSE),
    errors: &[
        &INVALID_PARAMETER_EXCEPTION,
        &RESOURCE_NOT_FOUND_EXCEPTION,
        &SERVICE_UNAVAILABLE_EXCEPTION,
    ],
    pages: Some(Pages {
        input_token: "nextToken",
        output_token: "nextToken",
        limit: Some("limit"),
        items: &["events", "searchedLogStreams"],
    }),
    is_signed: true,
};

/// `GetLogEvents`.
pub static GET_LOG_EVENTS: Operation = Operation {
    name: "GetLogEvents",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&GET_LOG_EVENTS_REQUEST),
    output: Some(&GET_LOG_EVENTS_RESPONSE),
    errors: &[
        &INVALID_PARAMETER_EXCEPTION,
        &RESOURCE_NOT_FOUND_EXCEPTION,
        &SERVICE_UNAVAILABLE_EXCEPTION,
    ],
    pages: None,
    is_signed: true,
};

static ARN: Shape = Shape::string("Arn");

static DESCENDING: Shape = Shape::boolean("Descending");

static DESCRIBE_LIMIT: Shape = Shape::integer("DescribeLimit").at_least(1).at_most(50);

static DESCRIBE_LOG_STREAMS_REQUEST: Shape = Shape::structure(
    "DescribeLogStreamsRequest",
    &[
        Member::optional("logGroupName", &LOG_GROUP_NAME),
        Member::optional("logGroupIdentifier", &LOG_GROUP_IDENTIFIER),
        Member::optional("logStreamNamePrefix", &LOG_STREAM_NAME),
        Member::optional("orderBy", &ORDER_BY),
        Member::optional("descending", &DESCENDING),
        Member::optional("nextToken", &NEXT_TOKEN),
        Member::optional("limit", &DESCRIBE_LIMIT),
    ],
);

static DESCRIBE_LOG_STREAMS_RESPONSE: Shape = Shape::structure(
    "DescribeLogStreamsResponse",
    &[
        Member::optional("logStreams", &LOG_STREAMS),
        Member::optional("nextToken", &NEXT_TOKEN),
    ],
);

static EVENT_ID: Shape = Shape::string("EventId");

static EVENT_MESSAGE: Shape = Shape::string("EventMessage").at_least(1);

static EVENTS_LIMIT: Shape = Shape::integer("EventsLimit").at_least(1).at_most(10000);

static FILTER_LOG_EVENTS_REQUEST: Shape = Shape::structure(
    "FilterLogEventsRequest",
    &[
        Member::optional("logGroupName", &LOG_GROUP_NAME),
        Member::optional("logGroupIdentifier", &LOG_GROUP_IDENTIFIER),
        Member::optional("logStreamNames", &INPUT_LOG_STREAM_NAMES),
        Member::optional("logStreamNamePrefix", &LOG_STREAM_NAME),
        Member::optional("startTime", &TIMESTAMP),
        Member::optional("endTime", &TIMESTAMP),
        Member::optional("filterPattern", &FILTER_PATTERN),
        Member::optional("nextToken", &NEXT_TOKEN),
        Member::optional("limit", &EVENTS_LIMIT),
        Member::optional("startFromHead", &START_FROM_HEAD),
        Member::optional("interleaved", &INTERLEAVED),
        Member::optional("unmask", &UNMASK),
    ],
);

static FILTER_LOG_EVENTS_RESPONSE: Shape = Shape::structure(
    "FilterLogEventsResponse",
    &[
        Member::optional("events", &FILTERED_LOG_EVENTS),
        Member::optional("searchedLogStreams", &SEARCHED_LOG_STREAMS),
        Member::optional("nextToken", &NEXT_TOKEN),
    ],
);

static FILTER_PATTERN: Shape = Shape::string("FilterPattern").at_least(0).at_most(1024);

static FILTERED_LOG_EVENT: Shape = Shape::structure(
    "FilteredLogEvent",
    &[
        Member::optional("logStreamName", &LOG_STREAM_NAME),
        Member::optional("timestamp", &TIMESTAMP),
        Member::optional("message", &EVENT_MESSAGE),
        Member::optional("ingestionTime", &TIMESTAMP),
        Member::optional("eventId", &EVENT_ID),
    ],
);

static FILTERED_LOG_EVENTS: Shape = Shape::list("FilteredLogEvents", &FILTERED_LOG_EVENT);

static GET_LOG_EVENTS_REQUEST: Shape = Shape::structure(
    "GetLogEventsRequest",
    &[
        Member::optional("logGroupName", &LOG_GROUP_NAME),
        Member::optional("logGroupIdentifier", &LOG_GROUP_IDENTIFIER),
        Member::required("logStreamName", &LOG_STREAM_NAME),
        Member::optional("startTime", &TIMESTAMP),
        Member::optional("endTime", &TIMESTAMP),
        Member::optional("nextToken", &NEXT_TOKEN),
        Member::optional("limit", &EVENTS_LIMIT),
        Member::optional("startFromHead", &START_FROM_HEAD),
        Member::optional("unmask", &UNMASK),
    ],
);

static GET_LOG_EVENTS_RESPONSE: Shape = Shape::structure(
    "GetLogEventsResponse",
    &[
        Member::optional("events", &OUTPUT_LOG_EVENTS),
        Member::optional("nextForwardToken", &NEXT_TOKEN),
        Member::optional("nextBackwardToken", &NEXT_TOKEN),
    ],
);

static INPUT_LOG_STREAM_NAMES: Shape = Shape::list("InputLogStreamNames", &LOG_STREAM_NAME)
    .at_least(1)
    .at_most(100);

static INTERLEAVED: Shape = Shape::boolean("Interleaved");

static INVALID_PARAMETER_EXCEPTION: Shape = Shape::structure("InvalidParameterException", &[]);

static LOG_GROUP_IDENTIFIER: Shape = Shape::matching("LogGroupIdentifier", r"[\w#+=/:,.@-]*")
    .at_least(1)
    .at_most(2048);

static LOG_GROUP_NAME: Shape = Shape::matching("LogGroupName", r"[\.\-_/#A-Za-z0-9]+")
    .at_least(1)
    .at_most(512);

static LOG_STREAM: Shape = Shape::structure(
    "LogStream",
    &[
        Member::optional("logStreamName", &LOG_STREAM_NAME),
        Member::optional("creationTime", &TIMESTAMP),
        Member::optional("firstEventTimestamp", &TIMESTAMP),
        Member::optional("lastEventTimestamp", &TIMESTAMP),
        Member::optional("lastIngestionTime", &TIMESTAMP),
        Member::optional("uploadSequenceToken", &SEQUENCE_TOKEN),
        Member::optional("arn", &ARN),
        Member::optional("storedBytes", &STORED_BYTES),
    ],
);

static LOG_STREAM_NAME: Shape = Shape::matching("LogStreamName", "[^:*]*")
    .at_least(1)
    .at_most(512);

static LOG_STREAM_SEARCHED_COMPLETELY: Shape = Shape::boolean("LogStreamSearchedCompletely");

static LOG_STREAMS: Shape = Shape::list("LogStreams", &LOG_STREAM);

static NEXT_TOKEN: Shape = Shape::string("NextToken").at_least(1);

static ORDER_BY: Shape = Shape::choice("OrderBy", &["LogStreamName", "LastEventTime"]);

static OUTPUT_LOG_EVENT: Shape = Shape::structure(
    "OutputLogEvent",
    &[
        Member::optional("timestamp", &TIMESTAMP),
        Member::optional("message", &EVENT_MESSAGE),
        Member::optional("ingestionTime", &TIMESTAMP),
    ],
);

static OUTPUT_LOG_EVENTS: Shape = Shape::list("OutputLogEvents", &OUTPUT_LOG_EVENT);

static RESOURCE_NOT_FOUND_EXCEPTION: Shape = Shape::structure("ResourceNotFoundException", &[]);

static SEARCHED_LOG_STREAM: Shape = Shape::structure(
    "SearchedLogStream",
    &[
        Member::optional("logStreamName", &LOG_STREAM_NAME),
        Member::optional("searchedCompletely", &LOG_STREAM_SEARCHED_COMPLETELY),
    ],
);

static SEARCHED_LOG_STREAMS: Shape = Shape::list("SearchedLogStreams", &SEARCHED_LOG_STREAM);

static SEQUENCE_TOKEN: Shape = Shape::string("SequenceToken").at_least(1);

static SERVICE_UNAVAILABLE_EXCEPTION: Shape = Shape::structure("ServiceUnavailableException", &[]);

static START_FROM_HEAD: Shape = Shape::boolean("StartFromHead");

static STORED_BYTES: Shape = Shape::integer("StoredBytes").at_least(0);

static TIMESTAMP: Shape = Shape::integer("Timestamp").at_least(0);

static UNMASK: Shape = Shape::boolean("Unmask");
