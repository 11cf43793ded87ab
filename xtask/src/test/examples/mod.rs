//! Example code, in the hands of the tools that it is for.

mod compiled;
mod sdk;
mod templates;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use crate::node;
use crate::workspace::{Profile, Workspace};
use anyhow::{Context, ensure};
use examples::{Arguments, Entry, Outcome};
use sagepath::Catalog;

/// What an environment runs.
const BY_V2: &[&str] = &["sdk-v2"];
const BY_V3: &[&str] = &[
    "sdk-v3",
    "boto3",
    "aws-cli",
    "sagepath",
    "cloudformation",
    "cdk-python",
    "cdk-typescript",
    "javascript",
];

/// The tools and the examples.
struct Bench {
    /// The working copy.
    root: PathBuf,
    folder: PathBuf,
    /// Where the tools of `requirements/examples.txt` are: Python, Node.js, Go, cfn-lint.
    tools: PathBuf,
    /// Where the packages for Node.js are.
    node: PathBuf,
    sagepath: PathBuf,
    entries: Vec<Entry>,
}

/// Runs and checks all of them.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let folder = workspace.target("examples");
    workspace.shell.remove_path(&folder)?;
    std::fs::create_dir_all(&folder)?;
    let v3 = sdk::environment(workspace, &sdk::V3)?;
    let v2 = sdk::environment(workspace, &sdk::V2)?;
    let tools = v3.parent().context("a program is in a folder")?.to_owned();
    let node = node_packages(workspace, &tools)?;
    let sample = std::fs::read_to_string(workspace.path("tests/examples/sample.tsv"))?;
    let bench = Bench {
        sagepath: workspace.build_command(Profile::Dev)?,
        entries: examples::write_sample(Catalog::embedded(), &sample, &node.join("code"))?,
        root: workspace.root.clone(),
        folder,
        tools,
        node,
    };
    bench.compile_typescript(&workspace.shell)?;
    thread::scope(|scope| {
        // Two at a time, as the machines of continuous integration have two processors.
        let others = scope.spawn(|| {
            for (sdk, python) in [(&sdk::V3, &v3), (&sdk::V2, &v2)] {
                sdk::ask(&bench.root, &bench.folder, sdk, python)?;
            }
            bench.run_python(&v2, BY_V2, "sdk-v2")?;
            bench.evaluate_terraform()
        });
        let by_v3 = bench.run_python(&v3, BY_V3, "examples");
        let others = others
            .join()
            .map_err(|_| anyhow::anyhow!("a thread of the suite ended early"))?;
        others.and(by_v3)
    })?;
    bench.lint_templates(&workspace.shell)?;
    bench.check_go(&workspace.shell)?;
    bench.compile_rust(workspace)
}

/// The interpreter of an environment with boto3, the AWS CLI and moto's server.
pub(super) fn python(workspace: &Workspace) -> anyhow::Result<PathBuf> {
    sdk::environment(workspace, &sdk::V3)
}

/// Installs the packages for Node.js, beside `run.mjs`, with the Node.js of the tools. No code of an earlier run stays.
fn node_packages(workspace: &Workspace, tools: &Path) -> anyhow::Result<PathBuf> {
    let source = workspace.path("tests/examples/node");
    let _path = workspace.shell.push_env("PATH", with_tools(tools)?);
    let folder = node::with_packages(workspace, &source, "node-examples")?;
    workspace.shell.remove_path(folder.join("code"))?;
    Ok(folder)
}

/// The search path with the tools in front.
fn with_tools(tools: &Path) -> anyhow::Result<std::ffi::OsString> {
    let own = std::env::var_os("PATH").unwrap_or_default();
    let all = std::iter::once(tools.to_owned()).chain(std::env::split_paths(&own));
    Ok(std::env::join_paths(all)?)
}

impl Bench {
    fn of(&self, targets: &[&str]) -> Vec<&Entry> {
        self.entries
            .iter()
            .filter(|entry| targets.contains(&entry.target))
            .collect()
    }

    /// Runs the examples of some targets with `run.py`.
    fn run_python(&self, python: &Path, targets: &[&str], name: &str) -> anyhow::Result<()> {
        let entries = self.of(targets);
        let index = self.folder.join(format!("{name}.jsonl"));
        write_index(&entries, &index)?;
        let outcomes = self.folder.join(format!("{name}-outcomes.jsonl"));
        let log = self.folder.join(format!("{name}-log.txt"));
        let by_node = targets.contains(&"javascript").then_some(&self.node);
        let status = Command::new(python)
            .arg(self.root.join("tests/examples/run.py"))
            .arg(&index)
            .args(by_node)
            .env("PATH", with_tools(&self.tools)?)
            .env("SAGEPATH", &self.sagepath)
            .stdout(File::create(&outcomes)?)
            .stderr(File::create(&log)?)
            .status()
            .with_context(|| python.display().to_string())?;
        ensure!(status.success(), "run.py: {status}: {} tells why", log.display());
        judge(&entries, &read_outcomes(&outcomes)?)
    }

    fn evaluate_terraform(&self) -> anyhow::Result<()> {
        let table = std::fs::read_to_string(self.root.join("tests/examples/terraform-arguments.tsv"))?;
        let arguments = Arguments::read(&table);
        let entries = self.of(&["terraform"]);
        let outcomes = entries.iter().map(|entry| {
            arguments
                .outcome(entry, &self.sagepath)
                .with_context(|| entry.id.clone())
        });
        judge(&entries, &outcomes.collect::<anyhow::Result<Vec<_>>>()?)
    }
}

fn write_index(entries: &[&Entry], index: &Path) -> anyhow::Result<()> {
    let mut out = BufWriter::new(File::create(index)?);
    for entry in entries {
        serde_json::to_writer(&mut out, entry)?;
        writeln!(out)?;
    }
    Ok(out.flush()?)
}

fn read_outcomes(file: &Path) -> anyhow::Result<Vec<Outcome>> {
    let lines = BufReader::new(File::open(file)?).lines();
    lines.map(|line| Ok(serde_json::from_str(&line?)?)).collect()
}

/// Compares what examples did with what they must do.
fn judge(entries: &[&Entry], outcomes: &[Outcome]) -> anyhow::Result<()> {
    let outcomes: BTreeMap<&str, &Outcome> = outcomes
        .iter()
        .map(|outcome| (outcome.id.as_str(), outcome))
        .collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut failed = 0;
    for entry in entries {
        let outcome = outcomes
            .get(entry.id.as_str())
            .with_context(|| format!("{}: was not run", entry.id))?;
        if let Err(error) = outcome.check(&entry.expected) {
            println!("{}: {error}", entry.id);
            failed += 1;
        }
        *counts.entry(entry.target).or_default() += 1;
    }
    for (target, count) in counts {
        println!("{target}: {count} examples run");
    }
    ensure!(failed == 0, "{failed} examples do not do what they must");
    Ok(())
}
