//! How long a whole process takes, as ratios.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use crate::machine::Absent;
use crate::python;
use crate::workspace::{Profile, Workspace};

/// The question that every program answers.
const QUESTION: [&str; 6] = ["uri", "xgboost", "--version", "1.7-1", "--region", "us-east-1"];

/// The same question to the SDK.
const SDK_QUESTION: &str = "from sagemaker.core import image_uris; \
    print(image_uris.retrieve('xgboost', 'us-east-1', version='1.7-1', image_scope='training'))";

/// How often the SDK, which takes seconds, is started.
const SDK_RUNS: usize = 5;

/// Prints the ratios.
pub(super) fn run(workspace: &Workspace, pairs: usize) -> anyhow::Result<()> {
    ensure!(pairs > 0, "at least one pair is needed");
    let sagepath = workspace.build_command(Profile::Release)?;
    let (ours, nothing) = pairs_of(&sagepath, pairs)?;
    println!("whole process, median of {pairs} runs in turn:");
    println!("  sagepath {:28} {:>12}", QUESTION[..2].join(" "), micros(ours));
    println!("  {:37} {:>12}", "/bin/true", micros(nothing));
    println!("  ratio to /bin/true {:>31.2}", ratio(ours, nothing));
    match sdk(workspace) {
        Ok(sdk) => {
            println!("  the SDK: import and retrieve {:>21}", micros(sdk));
            println!("  ratio of the SDK to sagepath {:>21.0}", ratio(sdk, ours));
        }
        Err(error) if error.is::<Absent>() => println!("  the SDK: skipped: {error:#}"),
        Err(error) => return Err(error),
    }
    Ok(())
}

/// The medians of the command and of `/bin/true`, run in turn so that a busy machine slows both alike.
fn pairs_of(sagepath: &Path, pairs: usize) -> anyhow::Result<(Duration, Duration)> {
    let mut ours = Vec::with_capacity(pairs);
    let mut nothing = Vec::with_capacity(pairs);
    for _ in 0..pairs {
        ours.push(time(Command::new(sagepath).args(QUESTION))?);
        nothing.push(time(&mut Command::new("/bin/true"))?);
    }
    Ok((median(ours), median(nothing)))
}

fn sdk(workspace: &Workspace) -> anyhow::Result<Duration> {
    let python = python::with_sdk(workspace, &workspace.sdk_version()?)?;
    let runs = (0..SDK_RUNS).map(|_| {
        let mut command = Command::new(&python);
        time(
            command
                .args(["-c", SDK_QUESTION])
                .env("AWS_DEFAULT_REGION", "us-east-1"),
        )
    });
    Ok(median(runs.collect::<anyhow::Result<_>>()?))
}

fn time(command: &mut Command) -> anyhow::Result<Duration> {
    let command = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let start = Instant::now();
    let status = command.status().with_context(|| format!("{command:?}"))?;
    let time = start.elapsed();
    ensure!(status.success(), "{command:?}: {status}");
    Ok(time)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn micros(time: Duration) -> String {
    format!("{} us", time.as_micros())
}

fn ratio(numerator: Duration, denominator: Duration) -> f64 {
    numerator.as_secs_f64() / denominator.as_secs_f64()
}
