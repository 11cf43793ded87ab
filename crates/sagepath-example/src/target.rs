//! Targets: the tools that an example is for.

use std::fmt;
use std::str::FromStr;

/// Defines the targets: a variant with its name, its title, its language, and the names of its files.
macro_rules! targets {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $title:literal, $language:literal, $file:literal;)*) => {
        /// The tool that an example is for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Target {
            $($(#[$doc])* $variant,)*
        }

        impl Target {
            /// All of them.
            pub const ALL: &'static [Target] = &[$(Target::$variant,)*];

            /// Its name, which is stable: kebab case.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Target::$variant => $name,)*
                }
            }

            /// Its name for people.
            pub const fn title(self) -> &'static str {
                match self {
                    $(Target::$variant => $title,)*
                }
            }

            /// Its language, as highlighters of source code call it.
            pub const fn language(self) -> &'static str {
                match self {
                    $(Target::$variant => $language,)*
                }
            }

            /// The name of its file; `{task}` stands for the task, where a tool does not ask for one name.
            pub(crate) const fn file_name(self) -> &'static str {
                match self {
                    $(Target::$variant => $file,)*
                }
            }
        }
    };
}

targets! {
    /// The SageMaker Python SDK, version 3.
    SdkV3 = "sdk-v3", "SageMaker Python SDK v3", "python", "{task}.py";
    /// The SageMaker Python SDK, version 2.
    SdkV2 = "sdk-v2", "SageMaker Python SDK v2", "python", "{task}.py";
    /// The AWS SDK for Python.
    Boto3 = "boto3", "boto3", "python", "{task}.py";
    /// The AWS command line.
    AwsCli = "aws-cli", "AWS CLI", "bash", "{task}.sh";
    /// Terraform with its AWS provider.
    Terraform = "terraform", "Terraform", "hcl", "main.tf";
    /// A template of CloudFormation.
    CloudFormation = "cloudformation", "CloudFormation", "yaml", "template.yaml";
    /// The AWS CDK in TypeScript.
    CdkTypescript = "cdk-typescript", "AWS CDK (TypeScript)", "typescript", "app.ts";
    /// The AWS CDK in Python.
    CdkPython = "cdk-python", "AWS CDK (Python)", "python", "app.py";
    /// Rust with the `sagepath` crate and the AWS SDK.
    Rust = "rust", "Rust", "rust", "main.rs";
    /// JavaScript with the AWS SDK, version 3.
    Javascript = "javascript", "JavaScript", "javascript", "{task}.mjs";
    /// Go with the AWS SDK, version 2.
    Go = "go", "Go", "go", "main.go";
    /// The `sagepath` command.
    Sagepath = "sagepath", "sagepath", "bash", "{task}.sh";
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// There is no target of this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("target `{0}` is not known")]
pub struct UnknownTarget(String);

impl FromStr for Target {
    type Err = UnknownTarget;

    fn from_str(name: &str) -> Result<Self, UnknownTarget> {
        let found = Target::ALL.iter().find(|target| target.as_str() == name);
        found.copied().ok_or_else(|| UnknownTarget(name.to_owned()))
    }
}
