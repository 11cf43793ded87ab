//! `sagepath check`: the registry paths in files.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use sagepath::Catalog;
use sagepath_check::render::{self, Format};
use sagepath_check::{Baseline, Checked, LARGEST, Report, Safety, Settings, Severity};

use crate::Status;
use crate::day::Day;
use crate::failure::{self, Failure};
use crate::output::{self, terminal};

#[derive(Args)]
#[command(after_help = "\
Settings are those of the nearest `sagepath.toml` upward. A comment `sagepath: ignore[RULE] because \
...` silences a rule in its line, or in the next where it stands alone.

The status is 0 if nothing is found that counts, 1 if something is, and 2 if there was trouble.

Examples:
  sagepath check
  sagepath check infrastructure/ notebooks/ --format sarif > findings.sarif
  sagepath check --fix --diff .
  sagepath check --stdin-filename main.tf < main.tf")]
pub(crate) struct CheckArguments {
    /// Files and folders; the current folder where none is named, `-` for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// How to print what is found
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: CheckFormat,

    /// Mend what can only have been meant otherwise
    #[arg(long)]
    fix: bool,

    /// Mend what may have been meant otherwise, too
    #[arg(long)]
    unsafe_fixes: bool,

    /// Print what would be mended as a diff, and change nothing
    #[arg(long)]
    diff: bool,

    /// The least severity that makes the status 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value = "warning")]
    fail_on: Least,

    /// Check for these rules only, `all` for all
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    select: Vec<String>,

    /// Do not check for these rules
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    ignore: Vec<String>,

    /// Read standard input, as if it were this file
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    stdin_filename: Option<PathBuf>,

    /// Use the settings of this file
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,

    /// Do not tell what this file knows
    #[arg(long, value_name = "FILE", conflicts_with = "write_baseline")]
    baseline: Option<PathBuf>,

    /// Write what is found to this file, for `--baseline`
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<PathBuf>,

    /// The day for which the life cycle is judged, `today` if no settings name one
    #[arg(long, value_name = "DATE")]
    today: Option<Day>,
}

/// The forms of what is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CheckFormat {
    /// The line, the place, the reason and the right path
    Text,
    /// A line for each finding
    Concise,
    /// One JSON document
    Json,
    /// A JSON object a line
    Jsonl,
    /// SARIF 2.1.0
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// GitLab's code quality report
    Gitlab,
    /// JUnit's XML
    Junit,
}

/// A severity, or none at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Least {
    Info,
    Warning,
    Error,
    Never,
}

impl Least {
    fn severity(self) -> Option<Severity> {
        match self {
            Least::Info => Some(Severity::Info),
            Least::Warning => Some(Severity::Warning),
            Least::Error => Some(Severity::Error),
            Least::Never => None,
        }
    }
}

impl CheckFormat {
    fn format(self) -> Format {
        match self {
            CheckFormat::Text => Format::Text,
            CheckFormat::Concise => Format::Concise,
            CheckFormat::Json => Format::Json,
            CheckFormat::Jsonl => Format::Jsonl,
            CheckFormat::Sarif => Format::Sarif,
            CheckFormat::Github => Format::Github,
            CheckFormat::Gitlab => Format::Gitlab,
            CheckFormat::Junit => Format::Junit,
        }
    }
}

pub(crate) fn run(arguments: &CheckArguments, catalog: &Catalog<'_>, quiet: bool) -> Result<Status, Failure> {
    let settings = settings(arguments)?;
    if let Some(name) = arguments.stdin_name() {
        return check_stdin(arguments, &name, catalog, &settings);
    }
    let here = [PathBuf::from(".")];
    let paths = if arguments.paths.is_empty() {
        &here[..]
    } else {
        &arguments.paths
    };
    let mut report = sagepath_check::check_paths(paths, catalog, &settings)
        .map_err(|error| Failure::usage(error.to_string()).hint("name files or folders that are there"))?;
    if let Some(up_to) = arguments.mending() {
        mend(arguments, &mut report, catalog, &settings, up_to)?;
    }
    if !quiet {
        report.notes.iter().for_each(failure::warn);
    }
    tell(arguments, report, quiet)
}

impl CheckArguments {
    fn stdin_name(&self) -> Option<PathBuf> {
        let is_dash = self.paths.len() == 1 && self.paths[0].as_os_str() == "-";
        self.stdin_filename
            .clone()
            .or_else(|| is_dash.then(|| PathBuf::from("stdin")))
    }

    /// The least safe kind of fix that is asked for.
    fn mending(&self) -> Option<Safety> {
        match (self.unsafe_fixes, self.fix || self.diff) {
            (true, _) => Some(Safety::Unsafe),
            (false, true) => Some(Safety::Safe),
            (false, false) => None,
        }
    }
}

fn settings(arguments: &CheckArguments) -> Result<Settings, Failure> {
    let first = arguments.stdin_filename.as_ref().or(arguments.paths.first());
    let folder = match first {
        Some(path) if path.is_dir() => path.clone(),
        Some(path) => path.parent().map(Path::to_owned).unwrap_or_default(),
        None => PathBuf::from("."),
    };
    let read = || match &arguments.settings {
        Some(file) => Settings::read(file),
        None => Settings::find(&folder),
    };
    let settings = read().and_then(|mut settings| {
        settings.select(&arguments.select)?;
        settings.ignore(&arguments.ignore)?;
        Ok(settings)
    });
    let mut settings = settings.map_err(|error| {
        let hint = "`sagepath rule` lists the rules, docs/check.md the settings";
        Failure::usage(error.to_string()).hint(hint)
    })?;
    let day = arguments.today.unwrap_or_else(Day::today);
    settings.set_today(day.date(), arguments.today.is_some());
    Ok(settings)
}

/// Checks what standard input holds. Mended text goes to standard output instead of the findings.
fn check_stdin(
    arguments: &CheckArguments,
    name: &Path,
    catalog: &Catalog<'_>,
    settings: &Settings,
) -> Result<Status, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(LARGEST).read_to_end(&mut bytes)?;
    if let Some(up_to) = arguments.mending() {
        let mended = sagepath_check::mend(name, &bytes, catalog, settings, up_to);
        let new = mended.as_ref().map_or(&bytes, |mended| &mended.bytes);
        output::to_stdout(|out| {
            if !arguments.diff {
                return Ok(out.write_all(new)?);
            }
            let difference = sagepath_check::difference(&name.to_string_lossy(), &bytes, new);
            Ok(out.write_all(difference.as_bytes())?)
        })?;
        return Ok(Status::Yes);
    }
    let findings = sagepath_check::check(name, &bytes, catalog, settings);
    let mut report = Report {
        looked_at: 1,
        ..Report::default()
    };
    if !findings.is_empty() {
        let path = name.to_owned();
        report.files.push(Checked {
            path,
            bytes,
            findings,
        });
    }
    tell(arguments, report, true)
}

/// Mends the files, or prints how they would be; what is left is found again.
fn mend(
    arguments: &CheckArguments,
    report: &mut Report,
    catalog: &Catalog<'_>,
    settings: &Settings,
    up_to: Safety,
) -> Result<(), Failure> {
    for file in &mut report.files {
        let Some(mended) = sagepath_check::mend(&file.path, &file.bytes, catalog, settings, up_to) else {
            continue;
        };
        let name = file.path.to_string_lossy();
        if arguments.diff {
            let difference =
                sagepath_check::difference(name.trim_start_matches("./"), &file.bytes, &mended.bytes);
            output::to_stdout(|out| Ok(out.write_all(difference.as_bytes())?))?;
            continue;
        }
        match sagepath_check::replace(&file.path, &file.bytes, &mended.bytes) {
            Ok(true) => {
                let count = mended.count;
                failure::tell(format_args!("mended {count} in {name}"));
                file.findings = sagepath_check::check(&file.path, &mended.bytes, catalog, settings);
                file.bytes = mended.bytes;
            }
            Ok(false) => report
                .notes
                .push(format!("{name}: changed meanwhile, and left alone")),
            Err(error) => return Err(Failure::file(&file.path, error)),
        }
    }
    report.files.retain(|file| !file.findings.is_empty());
    Ok(())
}

fn tell(arguments: &CheckArguments, mut report: Report, quiet: bool) -> Result<Status, Failure> {
    // A baseline quotes what was found, and is no finding itself.
    let own = [&arguments.baseline, &arguments.write_baseline]
        .into_iter()
        .flatten();
    let own: Vec<PathBuf> = own.filter_map(|path| std::fs::canonicalize(path).ok()).collect();
    let is_own = |file: &Checked| std::fs::canonicalize(&file.path).is_ok_and(|path| own.contains(&path));
    report.files.retain(|file| own.is_empty() || !is_own(file));
    if let Some(path) = &arguments.write_baseline {
        return write_baseline(path, &report.files);
    }
    if let Some(path) = &arguments.baseline {
        let text = std::fs::read_to_string(path).map_err(|error| Failure::file(path, error))?;
        let baseline = Baseline::read(&text)
            .map_err(|error| Failure::file(path, error).hint("`--write-baseline` writes one"))?;
        baseline.apply(&mut report.files);
    }
    if !arguments.diff {
        output::to_stdout(|out| {
            let format = arguments.format.format();
            Ok(render::write(
                &report.files,
                format,
                terminal::stdout_width(),
                out,
            )?)
        })?;
    }
    let findings = || report.files.iter().flat_map(|file| &file.findings);
    if !quiet && arguments.format == CheckFormat::Text {
        summarize(&report, findings().count());
    }
    let least = arguments.fail_on.severity();
    let counts = findings().any(|finding| least.is_some_and(|least| finding.severity >= least));
    Ok(if counts { Status::No } else { Status::Yes })
}

fn summarize(report: &Report, count: usize) {
    let plural = |count: usize, thing: &str| format!("{count} {thing}{}", if count == 1 { "" } else { "s" });
    let files = plural(report.looked_at, "file");
    let fixable = report
        .files
        .iter()
        .flat_map(|file| &file.findings)
        .filter(|finding| finding.fix.is_some())
        .count();
    let found = match count {
        0 => "nothing found".to_owned(),
        _ => plural(count, "finding"),
    };
    let mendable = if fixable > 0 {
        format!(", {fixable} with a fix")
    } else {
        String::new()
    };
    failure::tell(format_args!("{found} in {files}{mendable}"));
}

/// Writes beside, then renames: a baseline is whole or not there.
fn write_baseline(path: &Path, files: &[Checked]) -> Result<Status, Failure> {
    let baseline = Baseline::of(files);
    let mut text = serde_json::to_vec_pretty(&baseline)?;
    text.push(b'\n');
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let write = || {
        let mut beside = tempfile::NamedTempFile::new_in(folder)?;
        std::io::Write::write_all(&mut beside, &text)?;
        beside.persist(path).map_err(|error| error.error)
    };
    write().map_err(|error| Failure::file(path, error))?;
    Ok(Status::Yes)
}
