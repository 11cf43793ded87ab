//! `sagepath batch`: questions as JSON Lines, answers as JSON Lines, in the same order.

use std::io::{self, BufRead, BufReader, BufWriter, Read as _, Write};

use clap::Args;
use sagepath::Catalog;

use crate::Status;
use crate::failure::Failure;
use crate::question::Question;
use crate::record::{Answer, Refusal};

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

/// Bytes that are read and written at once.
const BLOCK: usize = 1 << 16;

/// Bytes of a line, at most: no question is that long, and a line is held in memory as a whole.
const LINE: u64 = 1 << 20;

pub(crate) fn run(catalog: &Catalog<'_>) -> Result<Status, Failure> {
    let output = BufWriter::with_capacity(BLOCK, io::stdout().lock());
    answer_all(catalog, io::stdin().lock(), output)?;
    Ok(Status::Yes)
}

/// Answers every line of `input`; a line that is no question gets an error object, and the next line its turn.
///
/// Whoever asks line by line and waits must get the answer: before a read that may wait, what is answered is flushed.
///
/// # Errors
///
/// What reading or writing gives.
pub fn answer_all(catalog: &Catalog<'_>, input: impl io::Read, mut output: impl Write) -> io::Result<()> {
    let mut input = BufReader::with_capacity(BLOCK, input);
    let mut line = Vec::new();
    loop {
        if !input.buffer().contains(&b'\n') {
            output.flush()?;
        }
        line.clear();
        if input.by_ref().take(LINE).read_until(b'\n', &mut line)? == 0 {
            return output.flush();
        }
        if line.len() as u64 == LINE && !line.ends_with(b"\n") {
            input.skip_until(b'\n')?;
            refuse(&format_args!("line is longer than {LINE} bytes"), &mut output)?;
        } else if !line.trim_ascii().is_empty() {
            answer(catalog, &line, &mut output)?;
        }
    }
}

fn answer(catalog: &Catalog<'_>, line: &[u8], output: &mut impl Write) -> io::Result<()> {
    if !line.trim_ascii_start().starts_with(b"{") {
        return refuse(&"line is not a JSON object", output);
    }
    let question: Question<'_> = match serde_json::from_slice(line) {
        Ok(question) => question,
        Err(error) => return refuse(&error, output),
    };
    match catalog.resolve(&question.query()) {
        Ok(located) => {
            let located = if question.is_pinned() {
                located.pinned()
            } else {
                located
            };
            serde_json::to_writer(&mut *output, &Answer::new(&located))?;
        }
        Err(error) => serde_json::to_writer(&mut *output, &Refusal::new(&error))?,
    }
    output.write_all(b"\n")
}

fn refuse(reason: &dyn std::fmt::Display, output: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *output, &Refusal::malformed(reason))?;
    output.write_all(b"\n")
}
