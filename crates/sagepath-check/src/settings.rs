//! What a project wants to be told: `sagepath.toml`.

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use jiff::civil::Date;
use serde::Deserialize;

use crate::rules::{self, Rule};

/// The name of the file, which is looked for in the folder that is checked and in those above.
pub const FILE_NAME: &str = "sagepath.toml";

/// As many days before its end of patch an image is told of, where nothing else is said.
const ENDS_SOON_DAYS: u16 = 60;

/// What to check for, and how.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Rules by name.
    selected: Vec<&'static Rule>,
    per_file: Vec<(GlobMatcher, Vec<&'static Rule>)>,
    excluded: Vec<GlobMatcher>,
    private_registries: Vec<String>,
    pub(crate) regions: Vec<String>,
    pub(crate) today: Option<Date>,
    pub(crate) ends_soon_days: u16,
}

/// Why settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file cannot be read.
    #[error("{}: {error}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// It is no TOML, or has keys that mean nothing.
    #[error("{}: {message}", path.display())]
    Syntax {
        /// The file.
        path: PathBuf,
        /// Why, with the place.
        message: String,
    },
    /// There is no such rule.
    #[error("there is no rule `{name}`{}", did_you_mean(nearest.as_deref()))]
    Rule {
        /// The name.
        name: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// A pattern of file names is none.
    #[error("{0}")]
    Pattern(#[from] globset::Error),
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest
        .map(|nearest| format!(": did you mean `{nearest}`?"))
        .unwrap_or_default()
}

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct File {
    check: Table,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Table {
    select: Vec<String>,
    ignore: Vec<String>,
    per_file_ignores: std::collections::BTreeMap<String, Vec<String>>,
    exclude: Vec<String>,
    private_registries: Vec<String>,
    regions: Vec<String>,
    today: Option<String>,
    ends_soon_days: Option<u16>,
}

impl Default for Settings {
    /// All rules that are on by default.
    fn default() -> Self {
        Settings {
            selected: rules::ALL
                .iter()
                .copied()
                .filter(|rule| rule.is_default)
                .collect(),
            per_file: Vec::new(),
            excluded: Vec::new(),
            private_registries: Vec::new(),
            regions: Vec::new(),
            today: None,
            ends_soon_days: ENDS_SOON_DAYS,
        }
    }
}

impl Settings {
    /// The settings of the file that is nearest upward from a folder; the default ones if there is none.
    ///
    /// # Errors
    ///
    /// [`SettingsError`] if it cannot be read, or says what cannot be meant.
    pub fn find(folder: &Path) -> Result<Self, SettingsError> {
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let file = folder
            .ancestors()
            .map(|folder| folder.join(FILE_NAME))
            .find(|file| file.is_file());
        file.map_or_else(|| Ok(Settings::default()), |file| Settings::read(&file))
    }

    /// The settings of a file.
    ///
    /// # Errors
    ///
    /// [`SettingsError`] if it cannot be read, or says what cannot be meant.
    pub fn read(path: &Path) -> Result<Self, SettingsError> {
        let text = std::fs::read_to_string(path).map_err(|error| SettingsError::Read {
            path: path.to_owned(),
            error,
        })?;
        let syntax = |message: String| SettingsError::Syntax {
            path: path.to_owned(),
            message,
        };
        let File { check: table } = toml::from_str(&text).map_err(|error| syntax(error.to_string()))?;
        let mut settings = Settings::default();
        settings.select(&table.select)?;
        settings.ignore(&table.ignore)?;
        let base = path.parent().unwrap_or(Path::new("")).to_owned();
        for (pattern, names) in &table.per_file_ignores {
            settings.per_file.push((glob(&base, pattern)?, named(names)?));
        }
        for pattern in &table.exclude {
            settings.excluded.push(glob(&base, pattern)?);
        }
        if let Some(today) = &table.today {
            let date = today.parse();
            settings.today =
                Some(date.map_err(|_| syntax(format!("today: `{today}` is no date such as 2026-01-31")))?);
        }
        settings.private_registries = table.private_registries;
        settings.regions = table.regions;
        settings.ends_soon_days = table.ends_soon_days.unwrap_or(ENDS_SOON_DAYS);
        Ok(settings)
    }

    /// Checks for these rules, and for no others; `all` is all of them. Of no names, it changes nothing.
    ///
    /// # Errors
    ///
    /// [`SettingsError::Rule`] if there is no such rule.
    pub fn select(&mut self, names: &[String]) -> Result<(), SettingsError> {
        if !names.is_empty() {
            self.selected = named(names)?;
        }
        Ok(())
    }

    /// Does not check for these rules.
    ///
    /// # Errors
    ///
    /// [`SettingsError::Rule`] if there is no such rule.
    pub fn ignore(&mut self, names: &[String]) -> Result<(), SettingsError> {
        let ignored = named(names)?;
        self.selected.retain(|rule| !ignored.contains(rule));
        Ok(())
    }

    /// The day for which life cycles are judged, unless the settings have one.
    pub fn set_today(&mut self, day: Date, is_asked_for: bool) {
        if is_asked_for || self.today.is_none() {
            self.today = Some(day);
        }
    }

    pub(crate) fn has(&self, rule: &Rule, path: &Path) -> bool {
        self.selected.contains(&rule)
            && !self
                .per_file
                .iter()
                .any(|(pattern, rules)| rules.contains(&rule) && matches(pattern, path))
    }

    /// Whether a file is not to be looked at.
    pub(crate) fn excludes(&self, path: &Path) -> bool {
        self.excluded.iter().any(|pattern| matches(pattern, path))
    }

    /// Whether an account is a private copy of AWS's registries.
    pub(crate) fn is_private(&self, account: &str) -> bool {
        self.private_registries.iter().any(|private| private == account)
    }
}

/// The rules with these names.
fn named(names: &[String]) -> Result<Vec<&'static Rule>, SettingsError> {
    if names.iter().any(|name| name == "all") {
        return Ok(rules::ALL.to_vec());
    }
    names.iter().map(|name| rules::find(name)).collect()
}

/// A pattern that is relative to the folder of the settings; one without a slash fits in every folder.
fn glob(base: &Path, pattern: &str) -> Result<GlobMatcher, globset::Error> {
    let base = std::path::absolute(base).unwrap_or_else(|_| base.to_owned());
    let base = globset::escape(&base.to_string_lossy());
    let within = if pattern.contains('/') {
        pattern.to_owned()
    } else {
        format!("**/{pattern}")
    };
    let whole = format!("{base}/{}", within.trim_start_matches('/'));
    Ok(GlobBuilder::new(&whole)
        .literal_separator(true)
        .build()?
        .compile_matcher())
}

fn matches(pattern: &GlobMatcher, path: &Path) -> bool {
    std::path::absolute(path).is_ok_and(|path| pattern.is_match(path))
}
