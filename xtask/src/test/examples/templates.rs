//! Templates of CloudFormation: those of the examples, and those that CDK apps make.

use std::path::{Path, PathBuf};

use anyhow::Context;
use xshell::{Shell, cmd};

use super::{Bench, with_tools};

impl Bench {
    /// Type checks and compiles all CDK apps at once.
    pub(super) fn compile_typescript(&self, shell: &Shell) -> anyhow::Result<()> {
        let _folder = shell.push_dir(&self.node);
        let _path = shell.push_env("PATH", with_tools(&self.tools)?);
        cmd!(shell, "node_modules/.bin/tsc --project .").run()?;
        Ok(())
    }

    /// Checks all templates with cfn-lint: warnings are failures, too.
    pub(super) fn lint_templates(&self, shell: &Shell) -> anyhow::Result<()> {
        let mut templates = Vec::new();
        for entry in self.of(&["cloudformation"]) {
            templates.push(entry.file.clone());
        }
        // Both kinds of CDK apps make the same templates, which the same rules have nothing to add to: those of one are enough.
        for entry in self.of(&["cdk-typescript"]) {
            templates.push(made_by(&entry.file)?);
        }
        let lint = self.tools.join("cfn-lint");
        cmd!(shell, "{lint} --format parseable")
            .args(&templates)
            .quiet()
            .run()?;
        println!(
            "cfn-lint: {} templates have nothing to find fault with",
            templates.len()
        );
        Ok(())
    }
}

/// The template that a CDK app has made.
fn made_by(app: &Path) -> anyhow::Result<PathBuf> {
    let folder = app.with_file_name("cdk.out");
    for file in std::fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let file = file?.path();
        if file.to_string_lossy().ends_with(".template.json") {
            return Ok(file);
        }
    }
    anyhow::bail!("{} has no template", folder.display())
}
