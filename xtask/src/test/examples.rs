//! Example code, in the hands of the tools that it is for.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, ensure};
use examples::{Entry, Lacks, Outcome};
use sagepath::Catalog;

use crate::python;
use crate::workspace::{Profile, Workspace};

/// A version of the SDK: what it is called, its module that knows paths, its environment, and what it is known to lack.
struct Sdk {
    name: &'static str,
    module: &'static str,
    requirements: &'static str,
    lacks: &'static str,
}

const V3: Sdk = Sdk {
    name: "sagemaker-core",
    module: "sagemaker.core.image_uris",
    requirements: "examples",
    lacks: "sdk-v3-lacks.tsv",
};

const V2: Sdk = Sdk {
    name: "sagemaker 2",
    module: "sagemaker.image_uris",
    requirements: "sdk-v2",
    lacks: "sdk-v2-lacks.tsv",
};

/// What an environment runs.
const BY_V2: &[&str] = &["sdk-v2"];
const BY_V3: &[&str] = &[
    "sdk-v3",
    "boto3",
    "aws-cli",
    "sagepath",
    "cloudformation",
    "cdk-python",
];

/// Runs and checks all of them.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let folder = workspace.target("examples");
    workspace.shell.remove_path(&folder)?;
    std::fs::create_dir_all(&folder)?;
    let v3 = environment(workspace, &V3)?;
    let v2 = environment(workspace, &V2)?;
    for (sdk, python) in [(&V3, &v3), (&V2, &v2)] {
        ask_sdk(workspace, &folder, sdk, python)?;
    }
    let sample = std::fs::read_to_string(workspace.path("tests/examples/sample.tsv"))?;
    let entries = examples::write_sample(Catalog::embedded(), &sample, &folder.join("code"))?;
    let sagepath = workspace.build_command(Profile::Dev)?;
    let script = workspace.path("tests/examples/run.py");
    let run = |python: &Path, targets: &[&str], name: &str| {
        let entries: Vec<&Entry> = entries
            .iter()
            .filter(|entry| targets.contains(&entry.target))
            .collect();
        let index = folder.join(format!("{name}.jsonl"));
        write_index(&entries, &index)?;
        let outcomes = folder.join(format!("{name}-outcomes.jsonl"));
        let status = Command::new(python)
            .arg(&script)
            .arg(&index)
            .env("SAGEPATH", &sagepath)
            .stdout(File::create(&outcomes)?)
            .stderr(File::create(folder.join(format!("{name}-log.txt")))?)
            .status()
            .with_context(|| python.display().to_string())?;
        ensure!(
            status.success(),
            "run.py: {status}: {name}-log.txt in {} tells why",
            folder.display()
        );
        judge(&entries, &outcomes)
    };
    thread::scope(|scope| {
        let by_v2 = scope.spawn(|| run(&v2, BY_V2, "sdk-v2"));
        let by_v3 = run(&v3, BY_V3, "examples");
        let by_v2 = by_v2
            .join()
            .map_err(|_| anyhow::anyhow!("the thread of the examples for the SDK v2 ended early"))?;
        by_v2.and(by_v3)
    })
}

fn environment(workspace: &Workspace, sdk: &Sdk) -> anyhow::Result<PathBuf> {
    let requirements = workspace.path(&format!("tests/examples/requirements/{}.txt", sdk.requirements));
    python::with_requirements(workspace, &format!("venv-{}", sdk.requirements), &requirements)
}

/// Puts every call that an example may show to the SDK: the recorded exceptions must be all that there are.
fn ask_sdk(workspace: &Workspace, folder: &Path, sdk: &Sdk, python: &Path) -> anyhow::Result<()> {
    let questions = folder.join("sdk-questions.jsonl");
    let outcomes = folder.join(format!("{}-answers.jsonl", sdk.requirements));
    let mut out = BufWriter::new(File::create(&questions)?);
    examples::write_sdk_questions(Catalog::embedded(), &mut out)?;
    out.flush()?;
    let status = Command::new(python)
        .arg(workspace.path("tests/examples/sdk.py"))
        .arg(sdk.module)
        .stdin(File::open(&questions)?)
        .stdout(File::create(&outcomes)?)
        .status()
        .with_context(|| python.display().to_string())?;
    ensure!(status.success(), "sdk.py: {status}");
    let lacks = Lacks::read(BufReader::new(File::open(&outcomes)?))?;
    println!("{}: {}", sdk.name, lacks.summary());
    let found = lacks.to_file(sdk.name);
    let recorded = workspace.path(&format!("crates/sagepath-example/data/{}", sdk.lacks));
    if std::fs::read_to_string(&recorded)? != found {
        let new = folder.join(sdk.lacks);
        std::fs::write(&new, found)?;
        anyhow::bail!(
            "{} answers otherwise than {} says: read the difference to {}, and copy it over",
            sdk.name,
            recorded.display(),
            new.display()
        );
    }
    Ok(())
}

fn write_index(entries: &[&Entry], index: &Path) -> anyhow::Result<()> {
    let mut out = BufWriter::new(File::create(index)?);
    for entry in entries {
        serde_json::to_writer(&mut out, entry)?;
        writeln!(out)?;
    }
    Ok(out.flush()?)
}

/// Compares what examples did with what they must do.
fn judge(entries: &[&Entry], outcomes: &Path) -> anyhow::Result<()> {
    let mut outcomes: BTreeMap<String, Outcome> = BufReader::new(File::open(outcomes)?)
        .lines()
        .map(|line| {
            let outcome: Outcome = serde_json::from_str(&line?)?;
            Ok((outcome.id.clone(), outcome))
        })
        .collect::<anyhow::Result<_>>()?;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut failed = 0;
    for entry in entries {
        let outcome = outcomes
            .remove(&entry.id)
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
