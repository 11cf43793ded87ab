//! `sagepath batch`: questions as JSON Lines, answers as JSON Lines, in the same order.

use std::io::{self, BufWriter};

use clap::Args;
use sagepath::Catalog;
use sagepath_json::batch;

use crate::Status;
use crate::failure::Failure;

#[derive(Args)]
#[command(after_help = "\
Each line of standard input is an object with the SDK's argument names: framework, region, \
version, py_version, instance_type, accelerator_type, image_scope, container_version, distribution, \
base_framework_version, training_compiler_config and serverless_inference_config (true or false), \
sdk_version, inference_tool; and our own: processor, architecture, platform, smdistributed, pin.

Each line of output answers one, in the same order: an object with `uri` and what is known of the \
image, or with `error`. A line that cannot be read is answered with an error, too, and the status \
is 0 nevertheless. Blank lines are passed over. An answer is there before the next question is \
waited for, so that a program may ask one at a time.

Example:
  echo '{\"framework\": \"xgboost\", \"version\": \"1.7-1\", \"region\": \"us-east-1\"}' | sagepath batch")]
pub(crate) struct BatchArguments {}

/// Bytes that are written at once.
const BLOCK: usize = 1 << 16;

pub(crate) fn run(catalog: &Catalog<'_>) -> Result<Status, Failure> {
    let output = BufWriter::with_capacity(BLOCK, io::stdout().lock());
    batch::answer_all(catalog, io::stdin().lock(), output)?;
    Ok(Status::Yes)
}
