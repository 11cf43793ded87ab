//! The server, as the world asks it.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, ensure};
use xshell::cmd;

use crate::python;
use crate::workspace::{Profile, Workspace};

/// How many requests schemathesis makes for each operation of the API and phase of its run, and seconds at most.
const EXAMPLES: &str = "40";
const SECONDS: &str = "40";

/// Runs schemathesis and our own cases against the executable.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let sagepath = workspace.build_command(Profile::Dev)?;
    let folder = workspace.path("tests/server");
    let python = python::with_requirements(workspace, "venv-server", &folder.join("requirements.txt"))?;
    let shell = &workspace.shell;
    cmd!(
        shell,
        "{python} -m pytest --quiet -p no:cacheprovider -p no:schemathesis {folder}"
    )
    .env("SAGEPATH", &sagepath)
    .env("PYTHONDONTWRITEBYTECODE", "1")
    .run()?;
    let server = Server::start(&sagepath)?;
    // Schemathesis keeps what it found where it is started.
    let found = workspace.target("server");
    shell.create_dir(&found)?;
    let _there = shell.push_dir(found);
    let document = format!("{}/api/v1/openapi.json", server.url);
    let program = python.with_file_name("schemathesis");
    let configuration = folder.join("schemathesis.toml");
    cmd!(
        shell,
        "{program} --config-file {configuration} run {document} --max-examples {EXAMPLES} --max-time {SECONDS} --seed 1"
    )
    .env("SCHEMATHESIS_HOOKS", folder.join("hooks.py"))
    .env("PYTHONDONTWRITEBYTECODE", "1")
    .run()?;
    server.stop()
}

/// `sagepath serve` on a free port.
struct Server {
    process: Child,
    url: String,
}

impl Server {
    fn start(sagepath: &Path) -> anyhow::Result<Self> {
        let mut process = Command::new(sagepath)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| sagepath.display().to_string())?;
        let mut url = String::new();
        let output = process.stdout.take().context("the server has no output")?;
        BufReader::new(output).read_line(&mut url)?;
        Ok(Server {
            process,
            url: url.trim().to_owned(),
        })
    }

    /// Stops it; it must have been there until now.
    fn stop(mut self) -> anyhow::Result<()> {
        ensure!(self.process.try_wait()?.is_none(), "the server ended by itself");
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended already is none to end.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
