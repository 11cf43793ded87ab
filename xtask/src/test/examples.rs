//! Example code, in the hands of the tools that it is for.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write as _};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, ensure};
use examples::Lacks;
use sagepath::Catalog;

use crate::python;
use crate::workspace::Workspace;

/// A version of the SDK: what it is called, its module that knows paths, and its environment.
struct Sdk {
    name: &'static str,
    module: &'static str,
    requirements: &'static str,
    lacks: &'static str,
}

const SDKS: [Sdk; 2] = [
    Sdk {
        name: "sagemaker-core",
        module: "sagemaker.core.image_uris",
        requirements: "sdk-v3",
        lacks: "sdk-v3-lacks.tsv",
    },
    Sdk {
        name: "sagemaker 2",
        module: "sagemaker.image_uris",
        requirements: "sdk-v2",
        lacks: "sdk-v2-lacks.tsv",
    },
];

/// Runs and checks all of them.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let folder = workspace.target("examples");
    std::fs::create_dir_all(&folder)?;
    for sdk in &SDKS {
        ask_sdk(workspace, &folder, sdk)?;
    }
    Ok(())
}

/// Puts every call that an example may show to the SDK: the recorded exceptions must be all that there are.
fn ask_sdk(workspace: &Workspace, folder: &Path, sdk: &Sdk) -> anyhow::Result<()> {
    let requirements = workspace.path(&format!("tests/examples/requirements/{}.txt", sdk.requirements));
    let python = python::with_requirements(workspace, &format!("venv-{}", sdk.requirements), &requirements)?;
    let questions = folder.join("sdk-questions.jsonl");
    let outcomes = folder.join(format!("{}-outcomes.jsonl", sdk.requirements));
    let mut out = BufWriter::new(File::create(&questions)?);
    examples::write_sdk_questions(Catalog::embedded(), &mut out)?;
    out.flush()?;
    let status = Command::new(&python)
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
