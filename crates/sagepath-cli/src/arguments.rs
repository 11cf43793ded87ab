//! The command's arguments: what all commands share, and what is said of those that cannot be read.

use std::io::Write as _;
use std::mem::ManuallyDrop;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, CommandFactory as _, FromArgMatches as _, Parser};
use clap_complete::ArgValueCandidates;
use sagepath::{Catalog, RegistryPath};

use crate::commands::Command;
use crate::style::{self, HINT};
use crate::{complete, failure};

/// The Docker registry paths of Amazon SageMaker's algorithms and Deep Learning Containers
#[derive(Parser)]
#[command(name = "sagepath", version, styles = style::CLAP, max_term_width = 100)]
#[command(subcommand_required = true, arg_required_else_help = true)]
#[command(after_help = "\
Examples:
  sagepath uri xgboost --version 1.7-1 --region us-east-1
  sagepath uri pytorch@2.5 --scope training --instance-type ml.g5.xlarge
  sagepath explain 683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1

Where no region is named, it is that of AWS_REGION, AWS_DEFAULT_REGION or the AWS config file's \
profile.

Exit status: 0 for an answer, 1 for \"no\" (no such image, a wrong path, nothing matches), 2 for a \
wrong usage.")]
struct SharedArguments {
    #[command(flatten)]
    global: GlobalArguments,

    #[command(flatten)]
    color: ColorArgument,
}

/// What the line says: a command, and what all commands understand.
pub(crate) struct Arguments {
    pub(crate) command: Command,
    pub(crate) global: GlobalArguments,
    pub(crate) color: ColorArgument,
}

/// What every command understands.
#[derive(Args)]
#[command(next_help_heading = "Global options")]
pub(crate) struct GlobalArguments {
    /// Answer from a compiled catalog instead of the embedded one [env: SAGEPATH_CATALOG]
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) catalog: Option<PathBuf>,

    /// Print no warnings
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

/// When colours are shown.
#[derive(Args)]
#[command(next_help_heading = "Global options")]
pub(crate) struct ColorArgument {
    /// When to use colours
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_default_value = true
    )]
    color: clap::ColorChoice,
}

impl ColorArgument {
    /// Decides it for all that is printed from here on.
    pub(crate) fn write_global(&self) {
        match self.color {
            clap::ColorChoice::Auto => anstream::ColorChoice::Auto,
            clap::ColorChoice::Always => anstream::ColorChoice::Always,
            clap::ColorChoice::Never => anstream::ColorChoice::Never,
        }
        .write_global();
    }
}

// A region, which is the user's own where none is named. (No documentation comment: it would become a command's help.)
#[derive(Args)]
pub(crate) struct RegionArgument {
    /// The region, such as us-east-1
    #[arg(long, short, value_name = "REGION", add = ArgValueCandidates::new(complete::regions))]
    pub(crate) region: Option<String>,
}

/// The parser of the whole command line.
pub(crate) fn parser() -> clap::Command {
    SharedArguments::command().subcommands(Command::parsers())
}

/// Parses the arguments of this process.
///
/// Mostly the first word is a command's name and nothing is wrong: then the parsers of the others, which are a good part of
/// what a start costs, are not made. Help, and what is wrong, is told by the parser of the whole line.
pub(crate) fn parse() -> Result<Arguments, clap::Error> {
    let first = std::env::args_os().nth(1);
    let named = first.and_then(|word| Command::parser(word.to_str()?));
    let parsed = named.and_then(|named| parse_with(SharedArguments::command().subcommand(named)).ok());
    parsed.map_or_else(|| parse_with(parser().color(color_on_the_line())), Ok)
}

/// What the parser is made of is not freed: the process will end soon, and the kernel frees it all at once.
fn parse_with(parser: clap::Command) -> Result<Arguments, clap::Error> {
    let mut parser = ManuallyDrop::new(parser);
    let mut matches = ManuallyDrop::new(parser.try_get_matches_from_mut(std::env::args_os())?);
    let mut read = || {
        let shared = SharedArguments::from_arg_matches_mut(&mut matches)?;
        Ok(Arguments {
            command: Command::from_matches(&mut matches)?,
            global: shared.global,
            color: shared.color,
        })
    };
    read().map_err(|error: clap::Error| error.format(&mut parser))
}

/// When to use colours, for what is printed before the arguments are parsed: help, and why they cannot be.
fn color_on_the_line() -> clap::ColorChoice {
    let mut words = std::env::args_os().map(|word| word.to_string_lossy().into_owned());
    let when = words.find_map(|word| match word.strip_prefix("--color")? {
        "" => Some(None),
        value => Some(value.strip_prefix('=').map(str::to_owned)),
    });
    let when = when.and_then(|value| value.or_else(|| words.next()));
    when.and_then(|value| value.parse().ok()).unwrap_or_default()
}

/// Prints a help text, the version, or why the arguments cannot be read.
pub(crate) fn refuse(error: &clap::Error) -> ExitCode {
    let printed = match error.kind() {
        ErrorKind::DisplayVersion => print_version(),
        _ => error.print(),
    };
    if printed.is_err_and(|error| error.kind() != std::io::ErrorKind::BrokenPipe) {
        return ExitCode::from(2);
    }
    if let Some(hint) = hint(error) {
        failure::tell(format_args!("\n{HINT}hint:{HINT:#} {hint}"));
    }
    ExitCode::from(if error.use_stderr() { 2 } else { 0 })
}

fn print_version() -> std::io::Result<()> {
    let data = Catalog::embedded().data_version();
    writeln!(
        std::io::stdout(),
        "sagepath {}\ndata: {data}",
        env!("CARGO_PKG_VERSION")
    )
}

/// What a word in the wrong place was meant to be.
fn hint(error: &clap::Error) -> Option<String> {
    let word = |kind| match error.get(kind) {
        Some(ContextValue::String(word)) => Some(word.as_str()),
        _ => None,
    };
    let catalog = Catalog::embedded();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = word(ContextKind::InvalidSubcommand)?;
            if RegistryPath::parse(word).is_ok() {
                return Some(format!("`sagepath explain {word}` tells what it is"));
            }
            catalog.framework(word)?;
            Some(format!(
                "`{word}` is a framework: `sagepath uri {word}` prints its path, `sagepath show {word}` tells more"
            ))
        }
        ErrorKind::UnknownArgument => {
            let word = word(ContextKind::InvalidArg)?;
            if catalog.region(word).is_some() {
                return Some(format!("`{word}` is a region: name it with `--region {word}`"));
            }
            if catalog.instance_type(word).is_some() {
                return Some(format!(
                    "`{word}` is an instance type: name it with `--instance-type {word}`"
                ));
            }
            // The region first, as the SDK's users may think, and then the framework.
            catalog.framework(word)?;
            let region = std::env::args().find(|word| catalog.region(word).is_some())?;
            Some(format!(
                "name the framework first, then the region: `{word} --region {region}`"
            ))
        }
        _ => None,
    }
}
