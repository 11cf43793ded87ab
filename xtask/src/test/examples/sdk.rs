//! The calls of the SageMaker SDK that examples show: asked of the SDK.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};
use examples::Lacks;
use sagepath::Catalog;

use crate::python;
use crate::workspace::Workspace;

/// A version of the SDK: what it is called, its module that knows paths, its environment, and what it is known to lack.
pub(super) struct Sdk {
    name: &'static str,
    module: &'static str,
    requirements: &'static str,
    lacks: &'static str,
}

pub(super) const V3: Sdk = Sdk {
    name: "sagemaker-core",
    module: "sagemaker.core.image_uris",
    requirements: "examples",
    lacks: "sdk-v3-lacks.tsv",
};

pub(super) const V2: Sdk = Sdk {
    name: "sagemaker 2",
    module: "sagemaker.image_uris",
    requirements: "sdk-v2",
    lacks: "sdk-v2-lacks.tsv",
};

pub(super) fn environment(workspace: &Workspace, sdk: &Sdk) -> anyhow::Result<PathBuf> {
    let requirements = workspace.path(&format!("tests/examples/requirements/{}.txt", sdk.requirements));
    python::with_requirements(workspace, &format!("venv-{}", sdk.requirements), &requirements)
}

/// Puts every call that an example may show to the SDK: the recorded exceptions must be all that there are.
pub(super) fn ask(root: &Path, folder: &Path, sdk: &Sdk, python: &Path) -> anyhow::Result<()> {
    let questions = folder.join(format!("{}-questions.jsonl", sdk.requirements));
    let outcomes = folder.join(format!("{}-answers.jsonl", sdk.requirements));
    let mut out = BufWriter::new(File::create(&questions)?);
    examples::write_sdk_questions(Catalog::embedded(), &mut out)?;
    out.flush()?;
    let status = Command::new(python)
        .arg(root.join("tests/examples/sdk.py"))
        .arg(sdk.module)
        .stdin(File::open(&questions)?)
        .stdout(File::create(&outcomes)?)
        .status()
        .with_context(|| python.display().to_string())?;
    ensure!(status.success(), "sdk.py: {status}");
    let lacks = Lacks::read(BufReader::new(File::open(&outcomes)?))?;
    println!("{}: {}", sdk.name, lacks.summary());
    let found = lacks.to_file(sdk.name);
    let recorded = root.join("crates/sagepath-example/data").join(sdk.lacks);
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
