//! `sagepath train`, `deploy`, `process` and `transform`: from a job file, or a few words, to requests.

mod buckets;
mod cluster;
pub(crate) mod deploy;
pub(crate) mod init;
mod place;
mod print;
pub(crate) mod process;
mod remarks;
mod send;
pub(crate) mod train;
pub(crate) mod transform;
mod usual;
mod words;

use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use sagepath::{Catalog, Filter};
use sagepath_document::{Format, Node, read};
use sagepath_job::{Choice, Kind, Options, Plan};

use crate::Status;
use crate::aws::{Connection, ConnectionArguments, WatchArguments};
use crate::day::Day;
use crate::failure::Failure;
use crate::fresh;
use crate::last_word::Form;

/// What all commands for jobs understand.
#[derive(Args)]
pub(crate) struct JobArguments {
    /// The name of what is made; the file's, or one of framework and time, if there is none
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// The role by which SageMaker acts, in place of the file's
    #[arg(long, value_name = "ARN")]
    role: Option<String>,

    /// Print the requests, and send nothing
    #[arg(long)]
    dry_run: bool,

    /// How to print them [default: request; json with --json]
    #[arg(long, value_enum, value_name = "FORMAT", requires = "dry_run")]
    format: Option<RequestFormat>,

    /// Say why each value that was left open is what it is
    #[arg(long)]
    explain: bool,

    /// Allow the tag `latest`, which may be another image tomorrow
    #[arg(long)]
    allow_latest: bool,

    /// Judge by the API's own limits only, and not by what the catalog knows
    #[arg(long)]
    no_verify: bool,

    /// The day for which the life cycle of images is judged
    #[arg(long, value_name = "DATE")]
    today: Option<Day>,

    /// Start it, and do not wait for its end
    #[arg(long, conflicts_with = "dry_run")]
    detach: bool,

    #[command(flatten)]
    watch: WatchArguments,

    #[command(flatten)]
    connection: ConnectionArguments,
}

impl JobArguments {
    /// What standard output gets.
    fn form(&self) -> Form {
        match self.format {
            Some(RequestFormat::Json) => Form::Json,
            _ => self.watch.form.form(),
        }
    }

    /// How the requests of a dry run are printed.
    fn request_format(&self) -> Result<RequestFormat, Failure> {
        match (self.format, self.watch.form.form()) {
            (_, Form::Events) => Err(Failure::usage(
                "nothing happens in a dry run that `--events` could tell",
            )
            .hint("`--dry-run --json` prints one document")),
            (None, Form::Json) => Ok(RequestFormat::Json),
            (Some(format), Form::Json) if format != RequestFormat::Json => {
                let format = format.to_possible_value();
                let format = format.as_ref().map_or("", |format| format.get_name());
                Err(Failure::usage(format!(
                    "`--json` asks for one document, and `--format {format}` for something else"
                ))
                .hint("leave out one of them"))
            }
            (format, _) => Ok(format.unwrap_or(RequestFormat::Request)),
        }
    }
}

/// The forms of what would be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum RequestFormat {
    /// The request as the AWS CLI's `--cli-input-json` takes it; of several, each under its operation
    Request,
    /// Commands of the AWS CLI
    Shell,
    /// One JSON document: requests, choices and remarks
    Json,
}

/// A job file and where it comes from.
pub(crate) struct Job {
    kind: Kind,
    /// How it is called in messages.
    name: String,
    text: String,
    document: Node,
    /// What the arguments left open.
    choices: Vec<Choice>,
    /// Whether an endpoint that is there already gets what is made.
    update: bool,
}

impl Job {
    /// Reads a job file, `-` being standard input.
    fn read(kind: Kind, path: &Path) -> Result<Self, Failure> {
        let is_stdin = path.as_os_str() == "-";
        let name = if is_stdin {
            "standard input".into()
        } else {
            path.display().to_string()
        };
        let bytes = if is_stdin {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes)?;
            bytes
        } else {
            std::fs::read(path).map_err(|error| no_file(kind, path, error))?
        };
        let Ok(text) = String::from_utf8(bytes) else {
            return Err(Failure::file(Path::new(&name), "it is not UTF-8"));
        };
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        let format = Format::of(path).unwrap_or_else(|| Format::guess(&text));
        let document = read(&text, format).map_err(|error| remarks::unreadable(&name, &text, &error))?;
        Ok(Job {
            kind,
            name,
            text,
            document,
            choices: Vec::new(),
            update: false,
        })
    }

    /// A job file that is made of arguments, and what these left open. What is wrong with it is shown in it.
    fn made(kind: Kind, document: &serde_json::Value, choices: Vec<Choice>) -> Result<Self, Failure> {
        let text = serde_json::to_string_pretty(document)?;
        let document =
            read(&text, Format::Json).map_err(|error| remarks::unreadable("arguments", &text, &error))?;
        Ok(Job {
            kind,
            name: "arguments".to_owned(),
            text,
            document,
            choices,
            update: false,
        })
    }

    /// What trained the model, as the file says it: of a file, the image in it.
    fn trained_by(
        &self,
        named: Option<&str>,
        connection: &Connection,
        catalog: &Catalog<'_>,
    ) -> Result<Option<String>, Failure> {
        let own = || self.document.get("TrainedBy").and_then(Node::as_str);
        let Some(trainer) = named.or_else(own) else {
            return Ok(None);
        };
        let is_image = trainer.starts_with(sagepath_job::SCHEME) || trainer.contains(".dkr");
        if is_image || Format::of(Path::new(trainer)).is_none() {
            return Ok(named.map(str::to_owned));
        }
        // A file that the file names lies beside it.
        let beside = Path::new(&self.name).parent().filter(|_| named.is_none());
        let path = beside.map_or_else(|| PathBuf::from(trainer), |folder| folder.join(trainer));
        let job = Job::read(Kind::Train, &path)?;
        let options = Options::new(Kind::Train, connection.region()?);
        let plan = sagepath_job::plan(&job.document, job.text.as_bytes(), &options, catalog);
        let image = plan.requests.first().and_then(|request| {
            let image = request.input.pointer("/AlgorithmSpecification/TrainingImage")?;
            image.as_str().map(str::to_owned)
        });
        match image {
            Some(image) if !image.starts_with(sagepath_job::SCHEME) => Ok(Some(image)),
            _ => Err(Failure::file(&path, "it names no image that is known")
                .hint(format!("`sagepath train {} --dry-run` tells why", path.display()))),
        }
    }
}

/// Plans a job, tells what is to be told, and prints its requests or sends them.
fn run(
    job: &Job,
    arguments: &JobArguments,
    trained_by: Option<&str>,
    catalog: &Catalog<'_>,
    quiet: bool,
) -> Result<Status, Failure> {
    let format = match arguments.dry_run {
        true => Some(arguments.request_format()?),
        false => None,
    };
    let connection = arguments.connection.load()?;
    let trained_by = job.trained_by(trained_by, &connection, catalog)?;
    let region = connection.region()?;
    known(
        catalog,
        &Filter {
            region: Some(region),
            ..Filter::default()
        },
    )?;
    let made_up = made_up_name(job);
    let mut options = Options::new(job.kind, region);
    options.name = arguments.name.as_deref();
    options.made_up_name = &made_up;
    options.role = arguments.role.as_deref();
    options.trained_by = trained_by.as_deref();
    options.today = Some(arguments.today.unwrap_or_else(Day::today).date());
    options.allow_latest = arguments.allow_latest;
    options.verify = !arguments.no_verify;
    let mut plan = sagepath_job::plan(&job.document, job.text.as_bytes(), &options, catalog);
    plan.choices.extend(job.choices.iter().cloned());
    if format == Some(RequestFormat::Json) {
        print::everything(&plan, job, region)?;
        return Ok(if plan.is_refused() {
            Status::No
        } else {
            Status::Yes
        });
    }
    remarks::print(&plan.remarks, job, quiet);
    if plan.is_refused() {
        return Err(refused(&plan, job));
    }
    if arguments.explain {
        print::explain(&plan);
    }
    match format {
        Some(RequestFormat::Shell) => print::shell(&plan, region)?,
        Some(_) => print::requests(&plan)?,
        None => return send::send(plan, job, arguments, connection, quiet),
    }
    Ok(Status::Yes)
}

/// Fails if there is no framework or region that is called so.
fn known(catalog: &Catalog<'_>, names: &Filter<'_>) -> Result<(), Failure> {
    Ok(catalog.images(names).map(drop)?)
}

fn refused(plan: &Plan, job: &Job) -> Failure {
    let errors = plan
        .remarks
        .iter()
        .filter(|remark| remark.severity == sagepath_check::Severity::Error);
    let count = errors.clone().count();
    let all_ours = errors.clone().all(|remark| remark.can_be_passed_over);
    let things = if count == 1 {
        "1 error".to_owned()
    } else {
        format!("{count} errors")
    };
    let failure = Failure::no(format!("{}: {things}, and nothing is sent", job.name))
        .tells(|word| word.with("remarks", print::remarks(plan, job)));
    if !all_ours {
        return failure;
    }
    let explained = errors
        .map(|error| error.rule)
        .find(|rule| sagepath_check::rule(rule).is_ok());
    match explained {
        Some(rule) => failure.hint(format!(
            "`sagepath rule {rule}` explains why, `--no-verify` passes it over"
        )),
        None => failure.hint("`--no-verify` passes it over"),
    }
}

/// A name of what the file is for, such as a name may be.
fn made_up_name(job: &Job) -> String {
    let images: [&[&str]; 3] = [
        &["AlgorithmSpecification", "TrainingImage"],
        &["AppSpecification", "ImageUri"],
        &["Model", "PrimaryContainer", "Image"],
    ];
    let framework = images
        .into_iter()
        .filter_map(|image| job.document.at(image.iter().copied())?.as_str())
        .find_map(sagepath_job::ImageReference::parse)
        .and_then(Result::ok);
    let what = framework.map_or_else(
        || job.kind.as_str().to_owned(),
        |reference| reference.framework().replace(['_', '.', '+'], "-"),
    );
    format!("{what}-{}", fresh::suffix())
}

fn no_file(kind: Kind, path: &Path, error: std::io::Error) -> Failure {
    let is_missing = error.kind() == ErrorKind::NotFound;
    let failure = Failure::file(path, error);
    if !is_missing {
        return failure;
    }
    let (kind, path) = (kind.as_str(), path.display());
    failure.hint(format!(
        "`sagepath init {kind} FRAMEWORK@VERSION --out {path}` writes one to start from"
    ))
}

/// Whether a word is the name of a file rather than of a framework.
fn is_file(word: &str, catalog: &Catalog<'_>) -> bool {
    let framework = word.split('@').next().unwrap_or_default();
    word == "-"
        || Format::of(Path::new(word)).is_some()
        || (catalog.framework(framework).is_none() && Path::new(word).exists())
}
