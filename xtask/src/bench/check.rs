//! `sagepath check` over a large tree, against ripgrep that searches the same tree for the same hosts.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use xshell::cmd;

use crate::machine;
use crate::workspace::{Profile, Workspace};

/// Files of the tree, in folders of 1,000.
const FILES: usize = 100_000;

/// One file of so many mentions a registry.
const MENTIONING: usize = 100;

/// Runs of each, in turn.
const RUNS: usize = 7;

/// What ripgrep searches for.
const HOSTS: &str = r"\.dkr\.ecr|\.dkr-ecr|public\.ecr\.aws";

/// Prints the ratio and the most memory that was used.
pub(super) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let sagepath = workspace.build_command(Profile::Release)?;
    let shell = &workspace.shell;
    if !machine::runs(cmd!(shell, "rg --version")) {
        machine::install(shell, &["ripgrep"])?;
    }
    let tree = tree(workspace)?;
    let mut ours = Vec::new();
    let mut theirs = Vec::new();
    let mut memory = 0;
    // The first run warms the cache of files.
    for warm in [false].into_iter().chain([true; RUNS]) {
        let mut check = Command::new(&sagepath);
        check
            .args(["check", "--quiet", "--format", "concise", "--today", "2026-08-01"])
            .arg(&tree);
        let (time, most) = measure(&mut check, &[0, 1])?;
        let (rg, _) = measure(
            Command::new("rg").args(["--count", "--hidden", HOSTS]).arg(&tree),
            &[0],
        )?;
        if warm {
            ours.push(time);
            theirs.push(rg);
            memory = memory.max(most);
        }
    }
    let (ours, theirs) = (median(ours), median(theirs));
    println!("a tree of {FILES} files, median of {RUNS} runs in turn:");
    println!("  sagepath check {:>32} ms", ours.as_millis());
    println!("  rg {:>44} ms", theirs.as_millis());
    println!(
        "  ratio to rg {:>38.2}",
        ours.as_secs_f64() / theirs.as_secs_f64()
    );
    println!("  peak memory of sagepath {:>23} MB", memory / 1000);
    Ok(())
}

/// The time of a command, and the most memory in kB that it was seen to use.
fn measure(command: &mut Command, expected: &[i32]) -> anyhow::Result<(Duration, u64)> {
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .with_context(|| format!("{command:?}"))?;
    let status_file = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut most = 0;
    let status = loop {
        let status = std::fs::read_to_string(&status_file).unwrap_or_default();
        let peak = status.lines().find_map(|line| {
            line.strip_prefix("VmHWM:")?
                .split_whitespace()
                .next()?
                .parse()
                .ok()
        });
        most = most.max(peak.unwrap_or(0));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let time = start.elapsed();
    ensure!(
        status.code().is_some_and(|code| expected.contains(&code)),
        "{command:?}: {status}"
    );
    Ok((time, most))
}

/// The tree, made where it is not there: programs, configuration and prose of some kB, all different.
fn tree(workspace: &Workspace) -> anyhow::Result<PathBuf> {
    let tree = workspace.target("check-tree");
    let stamp = tree.join("complete");
    if stamp.exists() {
        return Ok(tree);
    }
    for number in 0..FILES {
        let folder = tree.join(format!("{:03}", number / 1_000));
        if number % 1_000 == 0 {
            std::fs::create_dir_all(&folder)?;
        }
        let (extension, line) = match number % 4 {
            0 => (
                "py",
                "def step(batch, rate=0.1): return [value * rate for value in batch]",
            ),
            1 => (
                "yaml",
                "- name: step\n  value: {number: 42, words: [one, two, three]}",
            ),
            2 => (
                "tf",
                "locals {\n  step = \"a value that says nothing in particular\"\n}",
            ),
            _ => (
                "md",
                "A line of prose that mentions accounts such as 123456789012 and nothing else.",
            ),
        };
        let mut text = String::new();
        for repeat in 0..10 + number % 40 {
            writeln!(text, "{line}")?;
            if extension != "yaml" {
                writeln!(text, "# {}", number * 31 + repeat)?;
            }
        }
        if number % MENTIONING == 0 {
            writeln!(
                text,
                "image = \"683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1\""
            )?;
        }
        std::fs::write(folder.join(format!("{number}.{extension}")), text)?;
    }
    std::fs::write(stamp, "")?;
    Ok(tree)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
