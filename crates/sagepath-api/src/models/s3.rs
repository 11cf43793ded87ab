//! S3.
//!
//! Generated from botocore 1.44.8 by `cargo xtask generate`; do not edit.

use crate::operation::{Operation, Protocol, Service};
use crate::shape::{Location, Member, Shape};

/// The service.
pub static SERVICE: Service = Service {
    name: "s3",
    id: "S3",
    version: "2006-03-01",
    endpoint_prefix: "s3",
    signing_name: "s3",
    protocol: Protocol::RestXml,
    operations: OPERATIONS,
};

static OPERATIONS: &[&Operation] = &[&HEAD_BUCKET];

/// `HeadBucket`.
pub static HEAD_BUCKET: Operation = Operation {
    name: "HeadBucket",
    service: &SERVICE,
    method: "HEAD",
    path: "/{Bucket}",
    input: Some(&HEAD_BUCKET_REQUEST),
    output: Some(&HEAD_BUCKET_OUTPUT),
    errors: &[&NO_SUCH_BUCKET],
    pages: None,
    is_signed: true,
};

static ACCESS_POINT_ALIAS: Shape = Shape::boolean("AccessPointAlias");

static ACCOUNT_ID: Shape = Shape::string("AccountId");

static BUCKET_LOCATION_NAME: Shape = Shape::string("BucketLocationName");

static BUCKET_NAME: Shape = Shape::string("BucketName");

static HEAD_BUCKET_OUTPUT: Shape = Shape::structure(
    "HeadBucketOutput",
    &[
        Member::optional("BucketArn", &S3_REGIONAL_OR_S3_EXPRESS_BUCKET_ARN_STRING)
            .at(Location::Header("x-amz-bucket-arn")),
        Member::optional("BucketLocationType", &LOCATION_TYPE)
            .at(Location::Header("x-amz-bucket-location-type")),
        Member::optional("BucketLocationName", &BUCKET_LOCATION_NAME)
            .at(Location::Header("x-amz-bucket-location-name")),
        Member::optional("BucketRegion", &REGION).at(Location::Header("x-amz-bucket-region")),
        Member::optional("AccessPointAlias", &ACCESS_POINT_ALIAS)
            .at(Location::Header("x-amz-access-point-alias")),
    ],
);

static HEAD_BUCKET_REQUEST: Shape = Shape::structure(
    "HeadBucketRequest",
    &[
        Member::required("Bucket", &BUCKET_NAME).at(Location::Path("Bucket")),
        Member::optional("ExpectedBucketOwner", &ACCOUNT_ID)
            .at(Location::Header("x-amz-expected-bucket-owner")),
    ],
);

static LOCATION_TYPE: Shape = Shape::choice("LocationType", &["AvailabilityZone", "LocalZone"]);

static NO_SUCH_BUCKET: Shape = Shape::structure("NoSuchBucket", &[]);

static REGION: Shape = Shape::string("Region").at_least(0).at_most(20);

static S3_REGIONAL_OR_S3_EXPRESS_BUCKET_ARN_STRING: Shape = Shape::matching(
    "S3RegionalOrS3ExpressBucketArnString",
    "arn:[^:]+:(s3|s3express):.*",
)
.at_least(1)
.at_most(128);
