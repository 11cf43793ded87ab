//! How many requests the server answers, against the least that axum serves, and what they cost in memory.

use std::io::{BufRead as _, BufReader, ErrorKind};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, ensure};
use xshell::cmd;

use crate::machine;
use crate::workspace::{Profile, Workspace, executables};

/// The question that is asked over and over.
const QUESTION: &str = "/api/v1/resolve?framework=xgboost&version=1.7-1&region=us-east-1";

/// How often both are measured, in turn so that a busy machine slows both alike, and for how long.
const ROUNDS: usize = 5;
const ROUND: &str = "3s";

/// Connections that ask at the same time.
const CONNECTIONS: &str = "32";

/// Requests after which no memory may be missed.
const MANY: u64 = 1_000_000;

/// Prints the ratio, the slowest of a hundred, and the memory.
pub(super) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    if Command::new("wrk")
        .output()
        .is_err_and(|error| error.kind() == ErrorKind::NotFound)
    {
        machine::install(&workspace.shell, &["wrk"])?;
    }
    let sagepath = workspace.build_command(Profile::Release)?;
    let server = Server::start(Command::new(sagepath).args(["serve", "--quiet", "--listen", "127.0.0.1:0"]))?;
    let hello = Server::start(&mut Command::new(build_hello(workspace)?))?;
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        bare.push(Load::put_on(&hello, "/")?);
        ours.push(Load::put_on(&server, QUESTION)?);
    }
    drop(hello);
    let (ours, bare) = (median(ours), median(bare));
    println!("requests a second, median of {ROUNDS} rounds in turn, {CONNECTIONS} connections:");
    println!("  resolve    {:>10.0}, p99 {}", ours.rate, ours.slowest);
    println!("  axum hello {:>10.0}, p99 {}", bare.rate, bare.slowest);
    println!("  ratio      {:>10.2}", ours.rate / bare.rate);
    let before = server.memory()?;
    let mut asked = 0;
    while asked < MANY {
        asked += Load::put_on(&server, QUESTION)?.requests;
    }
    let after = server.memory()?;
    println!("memory before and after {asked} requests more: {before} kB, {after} kB");
    Ok(())
}

fn build_hello(workspace: &Workspace) -> anyhow::Result<std::path::PathBuf> {
    let manifest = workspace.path("bench/Cargo.toml");
    let shell = &workspace.shell;
    let build = cmd!(
        shell,
        "cargo build --release --manifest-path {manifest} --bin hello"
    );
    executables(build)?.pop().context("cargo built no executable")
}

/// A program that serves, and tells its address first.
struct Server {
    process: Child,
    url: String,
}

impl Server {
    fn start(command: &mut Command) -> anyhow::Result<Self> {
        let mut process = command
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{command:?}"))?;
        let output = process.stdout.take().context("no output")?;
        let mut url = String::new();
        BufReader::new(output).read_line(&mut url)?;
        Ok(Server {
            process,
            url: url.trim().to_owned(),
        })
    }

    /// The kilobytes of memory that it holds.
    fn memory(&self) -> anyhow::Result<u64> {
        let status = std::fs::read_to_string(
            Path::new("/proc")
                .join(self.process.id().to_string())
                .join("status"),
        )?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        number.context("the system does not tell the memory of a process")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended already is none to end.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What wrk measured.
struct Load {
    requests: u64,
    rate: f64,
    /// What one request in a hundred takes, at least.
    slowest: String,
}

impl Load {
    fn put_on(server: &Server, path: &str) -> anyhow::Result<Self> {
        let output = Command::new("wrk")
            .args([
                "--threads",
                "1",
                "--connections",
                CONNECTIONS,
                "--duration",
                ROUND,
                "--latency",
            ])
            .arg(format!("{}{path}", server.url))
            .output()
            .context("wrk")?;
        let text = String::from_utf8_lossy(&output.stdout);
        ensure!(
            output.status.success(),
            "wrk: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        ensure!(
            !text.contains("Non-2xx"),
            "not every request was answered:\n{text}"
        );
        Load::parse(&text).with_context(|| format!("wrk printed something else:\n{text}"))
    }

    fn parse(text: &str) -> Option<Self> {
        let after = |name: &str| {
            let line = text
                .lines()
                .map(str::trim)
                .find_map(|line| line.strip_prefix(name))?;
            Some(line.trim().to_owned())
        };
        let requests = text
            .lines()
            .find_map(|line| line.trim().split_once(" requests in ")?.0.parse().ok())?;
        Some(Load {
            requests,
            rate: after("Requests/sec:")?.parse().ok()?,
            slowest: after("99%")?,
        })
    }
}

fn median(mut loads: Vec<Load>) -> Load {
    loads.sort_by(|left, right| left.rate.total_cmp(&right.rate));
    loads.swap_remove(loads.len() / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_wrk_prints_is_understood() {
        let text = "Running 3s test @ http://127.0.0.1:1/\n  1 threads and 32 connections\n  Latency Distribution\n     \
                    50%  300.00us\n     99%    1.20ms\n  150000 requests in 3.00s, 20.00MB read\nRequests/sec:  50000.12\n";
        let load = Load::parse(text).map(|load| (load.requests, load.rate, load.slowest));
        assert_eq!(load, Some((150_000, 50_000.12, "1.20ms".to_owned())));
    }
}
