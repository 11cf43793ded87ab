//! Job files: requests to Amazon SageMaker whose images are named by framework and version.
//!
//! A job file *is* the request, in YAML, JSON or TOML, with the field names of the API. It adds one thing: where an image is
//! expected, `sagepath:xgboost@1.7-1` stands for its registry path in the region and for the instance type of the job. A
//! [`plan()`] of such a file is the requests to send, in order, and everything that SageMaker would refuse, at its place in the
//! file, before anything is sent.
//!
//! ```
//! use sagepath::Catalog;
//! use sagepath_document::{Format, read};
//! use sagepath_job::{Kind, Options, plan};
//!
//! let text = "\
//! TrainingJobName: churn
//! RoleArn: arn:aws:iam::111122223333:role/SageMakerRole
//! AlgorithmSpecification:
//!   TrainingImage: sagepath:xgboost@1.7-1
//!   TrainingInputMode: File
//! InputDataConfig:
//!   - ChannelName: train
//!     ContentType: text/csv
//!     DataSource:
//!       S3DataSource: {S3DataType: S3Prefix, S3Uri: s3://amzn-s3-demo-bucket/train}
//! OutputDataConfig: {S3OutputPath: s3://amzn-s3-demo-bucket/output}
//! ResourceConfig: {InstanceType: ml.m5.xlarge, InstanceCount: 1, VolumeSizeInGB: 30}
//! StoppingCondition: {MaxRuntimeInSeconds: 3600}
//! ";
//! let plan = plan(&read(text, Format::Yaml)?, text.as_bytes(), &Options::new(Kind::Train, "us-east-1"), Catalog::embedded());
//! assert_eq!(plan.remarks, []);
//! assert_eq!(
//!     plan.requests[0].input["AlgorithmSpecification"]["TrainingImage"],
//!     "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1",
//! );
//! # Ok::<(), sagepath_document::ReadError>(())
//! ```
//!
//! Data flows one way: a document is split into *sections*, one for each request; names and links that are left open are
//! *completed*; *images* are resolved; then the requests are *judged*, by the service's own model and by the rules of
//! `sagepath check`. Nothing here does I/O or reads a clock.

mod bucket;
mod complete;
mod image;
mod judge;
mod kind;
mod locate;
mod plan;
mod reference;
mod remark;
mod section;
mod starter;
pub mod usual;

pub use crate::bucket::Bucket;
pub use crate::kind::Kind;
pub use crate::plan::{Choice, Options, Plan, Request, plan};
pub use crate::reference::{ImageReference, PARAMETERS, ReferenceError, SCHEME};
pub use crate::remark::Remark;
pub use crate::starter::{Starter, StarterError};
