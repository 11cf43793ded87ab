//! From upstream's releases to the catalog's files.

mod accounts;
mod files;
mod sources;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub use self::accounts::AccountChange;
use self::accounts::Listed;
pub(crate) use self::files::Files;
use crate::compile::{self, CompileError};
use crate::derive::{self, TwoAccounts};
use crate::facts::{self, Facts, FrameworkFacts, ReadError};
use crate::report::{Notes, Report};
use crate::upstream::sagemaker_core::Release;
use crate::upstream::{UpstreamError, deep_learning_containers, sagemaker_core};

/// What to import from. What a source that is left out said at an earlier import stays as it is.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The `sagemaker-core` package: a wheel, an unpacked one, or a folder with the `*.json` of its `image_uri_config`.
    pub sagemaker_core: Option<PathBuf>,
    /// The DLC repository: its root, its `docs/src`, or a folder with the `data` and `legacy` of that.
    pub deep_learning_containers: Option<PathBuf>,
}

/// How to import.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Whether a repository that has an account in a region may get another one.
    pub accept_account_changes: bool,
    /// Whether to report what would change and write nothing.
    pub dry_run: bool,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// No source was named.
    #[error(
        "nothing to import: neither a sagemaker-core package nor a deep-learning-containers folder is named"
    )]
    NoSource,
    /// The catalog's files could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Upstream's files could not be read.
    #[error(transparent)]
    Upstream(#[from] UpstreamError),
    /// Upstream contradicts itself.
    #[error("sagemaker-core lists two accounts for {repository} in {region}: {} and {}", accounts[0], accounts[1])]
    TwoAccounts {
        /// The repository.
        repository: String,
        /// The region.
        region: String,
        /// The accounts.
        accounts: [String; 2],
    },
    /// Upstream lists regions that the catalog does not know.
    #[error("regions.toml lacks {}: add what sagemaker-core lists there, then import again", .0.join(", "))]
    UnknownRegions(Vec<String>),
    /// Accounts would change, and that was not accepted.
    #[error("{}", Listed(.0))]
    AccountChanges(Vec<AccountChange>),
    /// The new facts cannot be compiled.
    #[error("the imported facts do not compile: {0}")]
    Compile(#[from] CompileError),
    /// A text that was about to be written says something else than it should: a mistake of this crate.
    #[error("{} would read back different", .0.display())]
    ReadBack(PathBuf),
    /// The operating system refused to write.
    #[error("{}: {error}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What it said.
        #[source]
        error: std::io::Error,
    },
}

impl From<TwoAccounts> for ImportError {
    fn from(error: TwoAccounts) -> Self {
        let TwoAccounts {
            repository,
            region,
            accounts,
        } = error;
        ImportError::TwoAccounts {
            repository,
            region,
            accounts,
        }
    }
}

/// Imports facts into the catalog under this folder, and tells what changed.
///
/// Every file is written as a whole, and none before all are known to be right: the accounts have not changed (unless that is
/// accepted), the facts compile, and the compiled catalog reads back as it should. What people keep (`hand-kept/`, and the
/// rest) is read and never written, but for the version and revision in `sources.toml`. The same sources give the same bytes.
///
/// # Errors
///
/// [`ImportError`] says why nothing was imported. Only an error of the operating system while files are put in place, after
/// each was written in full beside it, can leave some of them new and others old; importing again mends that.
pub fn import(catalog: &Path, sources: &Sources, options: Options) -> Result<Report, ImportError> {
    let old = facts::read(catalog)?;
    let mut new = old.clone();
    let mut notes = Notes::default();
    if sources.sagemaker_core.is_none() && sources.deep_learning_containers.is_none() {
        return Err(ImportError::NoSource);
    }
    if let Some(path) = &sources.sagemaker_core {
        let mut release = sagemaker_core::read(path)?;
        derive::split_by_python(&mut release);
        known_regions(&release, &old)?;
        take_release(&release, &mut new, &mut notes)?;
        let changes = accounts::changes(&old, &new.registries);
        if !changes.is_empty() && !options.accept_account_changes {
            return Err(ImportError::AccountChanges(changes));
        }
        notes.contradicted = changes.into_iter().filter(|change| change.hand_kept).collect();
    }
    if let Some(path) = &sources.deep_learning_containers {
        let snapshot = deep_learning_containers::read(path)?;
        take_snapshot(&snapshot, &mut new, &mut notes)?;
    }
    new.frameworks
        .retain(|_, framework| *framework != FrameworkFacts::default());

    let files = Files::new(catalog, &old, &new)?;
    let images = compile::images(&new);
    compile::pack(&new, &images.rows)?;
    notes.left_out = images.left_out;
    let report = Report::new(&old, &new, &images.rows, notes, &files);
    if !options.dry_run {
        files.write()?;
    }
    Ok(report)
}

fn known_regions(release: &Release, facts: &Facts) -> Result<(), ImportError> {
    let unknown: BTreeSet<&String> = derive::leaves(release)
        .flat_map(|leaf| leaf.registries.keys())
        .filter(|region| !facts.regions.regions.contains_key(*region))
        .collect();
    if unknown.is_empty() {
        return Ok(());
    }
    Err(ImportError::UnknownRegions(
        unknown.into_iter().cloned().collect(),
    ))
}

/// Replaces what the SDK says: registries and images.
fn take_release(release: &Release, facts: &mut Facts, notes: &mut Notes) -> Result<(), TwoAccounts> {
    facts.registries = derive::families(release, &facts.kept_registries)?;
    for framework in facts.frameworks.values_mut() {
        framework.imported.images.clear();
        framework.imported.default_scope = None;
    }
    for (slug, imported) in derive::images(release, &facts.registries) {
        let framework = facts.frameworks.entry(slug).or_default();
        framework.imported.images = imported.images;
        framework.imported.default_scope = imported.default_scope;
    }
    notes.no_version = release.version.is_none();
    if let Some((source, version)) = facts
        .sources
        .get_mut(facts::SAGEMAKER_CORE)
        .zip(release.version.as_ref())
    {
        source.version = Some(version.clone());
    }
    Ok(())
}

/// Replaces what the DLC repository says: listings and dates.
fn take_snapshot(
    snapshot: &deep_learning_containers::Snapshot,
    facts: &mut Facts,
    notes: &mut Notes,
) -> Result<(), UpstreamError> {
    for framework in facts.frameworks.values_mut() {
        framework.imported.listings.clear();
        framework.imported.supports.clear();
    }
    let listings = derive::listings(snapshot)?;
    for (slug, listings) in listings.frameworks {
        facts.frameworks.entry(slug).or_default().imported.listings = listings;
    }
    for (slug, supports) in derive::supports(snapshot)? {
        facts.frameworks.entry(slug).or_default().imported.supports = supports;
    }
    notes.unknown_folders = listings.unknown;
    notes.contradictory = listings.contradictory;
    notes.no_revision = snapshot.revision.is_none();
    let source = facts.sources.get_mut(facts::DEEP_LEARNING_CONTAINERS);
    if let Some((source, revision)) = source.zip(snapshot.revision.as_ref()) {
        source.revision = Some(revision.id.clone());
        source.date = Some(revision.date);
    }
    Ok(())
}
