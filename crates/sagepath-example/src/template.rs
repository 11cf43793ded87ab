//! The templates: a folder for each target, and a file in it for each task.

use askama::Template;

use crate::plan::Plan;
use crate::sdk::Sdk;
use crate::target::Target;
use crate::task::Task;

/// Binds each target and task to its template, which is checked when this crate is compiled.
macro_rules! templates {
    ($($name:ident = $target:ident, $task:ident, $path:tt;)*) => {
        $(
            #[derive(Template)]
            #[template(path = $path, escape = "none")]
            struct $name<'p> {
                plan: &'p Plan<'p>,
            }
        )*

        /// Fills the template of a target and task; `None` if there is none.
        pub(crate) fn render(plan: &Plan<'_>, target: Target, task: Task) -> Option<String> {
            let text = match (target, task) {
                $((Target::$target, Task::$task) => $name { plan }.render(),)*
                _ => return None,
            };
            // Writing to a string does not fail, and no template has a filter that does. A template's last line feed is not
            // part of it.
            text.ok().map(|text| text + "\n")
        }
    };
}

templates! {
    SdkV3Path = SdkV3, Path, "sdk-v3/path.py";
    SdkV2Path = SdkV2, Path, "sdk-v2/path.py";
    Boto3Path = Boto3, Path, "boto3/path.py";
    AwsCliPath = AwsCli, Path, "aws-cli/path.sh";
    TerraformPath = Terraform, Path, "terraform/path.tf";
    CloudFormationPath = CloudFormation, Path, "cloudformation/path.yaml";
    CdkTypescriptPath = CdkTypescript, Path, "cdk-typescript/path.ts";
    CdkPythonPath = CdkPython, Path, "cdk-python/path.py";
    RustPath = Rust, Path, "rust/path.rs";
    JavascriptPath = Javascript, Path, "javascript/path.mjs";
    GoPath = Go, Path, "go/path.go";
    SagepathPath = Sagepath, Path, "sagepath/path.sh";
}
