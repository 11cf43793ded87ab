//! `cargo xtask refresh`: the newest release of the SDK into the catalog.

use sagepath_import::{Options, Sources};

use crate::workspace::Workspace;
use crate::{generate, python};

/// Downloads, imports, reports, and writes the generated files.
pub(crate) fn run(workspace: &Workspace, accept_account_changes: bool) -> anyhow::Result<()> {
    let wheel = python::download(workspace, "sagemaker-core", &workspace.target("refresh"))?;
    let sources = Sources {
        sagemaker_core: Some(wheel),
        ..Sources::default()
    };
    let options = Options {
        accept_account_changes,
        ..Options::default()
    };
    let report = sagepath_import::import(&workspace.path("catalog"), &sources, options)?;
    println!("{report}");
    generate::write(workspace)
}
