//! The templates: a folder for each target, and a file in it for each task.

use askama::Template;

use crate::plan::{BUCKET, Hosting, Plan, Training};
use crate::sdk::Sdk;
use crate::target::Target;
use crate::task::Task;
use crate::unavailable::Unavailable;

/// Binds each target to its templates, which are checked when this crate is compiled.
macro_rules! templates {
    ($($target:ident: $path:ident $path_file:tt, $train:ident $train_file:tt, $host:ident $host_file:tt;)*) => {
        $(
            #[derive(Template)]
            #[template(path = $path_file, escape = "none")]
            struct $path<'p> {
                plan: &'p Plan<'p>,
            }

            #[derive(Template)]
            #[template(path = $train_file, escape = "none")]
            struct $train<'p> {
                plan: &'p Plan<'p>,
                training: &'p Training,
            }

            #[derive(Template)]
            #[template(path = $host_file, escape = "none")]
            struct $host<'p> {
                plan: &'p Plan<'p>,
                hosting: &'p Hosting<'p>,
            }
        )*

        /// Fills the template of a target and a task.
        pub(crate) fn render(plan: &Plan<'_>, target: Target, task: Task) -> Result<String, Unavailable> {
            let text = match (target, task) {
                $(
                    (Target::$target, Task::Path) => $path { plan }.render(),
                    (Target::$target, Task::Train) => $train { plan, training: plan.training()? }.render(),
                    (Target::$target, Task::Host) => $host { plan, hosting: plan.hosting()? }.render(),
                )*
            };
            // Writing to a string does not fail, and no template has a filter that does: a text that is cut short would
            // not be told apart from a whole one. A template's last line feed is not part of it.
            text.map(|text| text + "\n").map_err(|error| Unavailable::Template(error.to_string()))
        }
    };
}

templates! {
    SdkV3: SdkV3Path "sdk-v3/path.py", SdkV3Train "sdk-v3/train.py", SdkV3Host "sdk-v3/host.py";
    SdkV2: SdkV2Path "sdk-v2/path.py", SdkV2Train "sdk-v2/train.py", SdkV2Host "sdk-v2/host.py";
    Boto3: Boto3Path "boto3/path.py", Boto3Train "boto3/train.py", Boto3Host "boto3/host.py";
    AwsCli: AwsCliPath "aws-cli/path.sh", AwsCliTrain "aws-cli/train.sh", AwsCliHost "aws-cli/host.sh";
    Terraform: TerraformPath "terraform/path.tf", TerraformTrain "terraform/train.tf", TerraformHost "terraform/host.tf";
    CloudFormation: CloudFormationPath "cloudformation/path.yaml", CloudFormationTrain "cloudformation/train.yaml",
        CloudFormationHost "cloudformation/host.yaml";
    CdkTypescript: CdkTypescriptPath "cdk-typescript/path.ts", CdkTypescriptTrain "cdk-typescript/train.ts",
        CdkTypescriptHost "cdk-typescript/host.ts";
    CdkPython: CdkPythonPath "cdk-python/path.py", CdkPythonTrain "cdk-python/train.py", CdkPythonHost "cdk-python/host.py";
    Rust: RustPath "rust/path.rs", RustTrain "rust/train.rs", RustHost "rust/host.rs";
    Javascript: JavascriptPath "javascript/path.mjs", JavascriptTrain "javascript/train.mjs",
        JavascriptHost "javascript/host.mjs";
    Go: GoPath "go/path.go", GoTrain "go/train.go", GoHost "go/host.go";
    Sagepath: SagepathPath "sagepath/path.sh", SagepathTrain "sagepath/train.sh", SagepathHost "sagepath/host.sh";
}
