//! One module for each command.

mod attach;
mod batch;
mod catalog;
mod check;
mod completions;
mod delete;
mod example;
mod explain;
mod frameworks;
mod instances;
mod invoke;
mod job;
mod list;
mod listing;
mod logs;
mod lsp;
mod man;
mod mcp;
mod media_type;
mod move_path;
mod pages;
mod regions;
mod rule;
mod serve;
mod show;
mod stop;
mod terraform;
mod uri;
mod versions;

use clap::error::ErrorKind;
use clap::{ArgMatches, Args as _, FromArgMatches as _};
use sagepath::Catalog;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::{Status, catalog_file};

/// Defines the commands: what each does, its arguments, and its name.
///
/// A derived `Subcommand` builds the arguments of all commands in order to parse those of one, which is a good part of what a
/// start costs. Here each is built when it is asked for.
macro_rules! commands {
    ($(#[doc = $about:literal] $variant:ident($arguments:ty) = $name:literal,)*) => {
        /// A command and its arguments.
        pub(crate) enum Command {
            $(#[doc = $about] $variant($arguments),)*
        }

        /// What makes the parser of each command.
        const PARSERS: &[(&str, fn() -> clap::Command)] = &[$(($name, || {
            // What a command does is said again after its arguments: those that it shares with others say what they are.
            let named = clap::Command::new($name).about($about.trim_start());
            named.defer(|command| <$arguments>::augment_args(command).about($about.trim_start()))
        }),)*];

        impl Command {
            /// The command that was parsed.
            pub(crate) fn from_matches(matches: &mut ArgMatches) -> Result<Self, clap::Error> {
                match matches.remove_subcommand() {
                    $(Some((name, mut own)) if name == $name => {
                        <$arguments>::from_arg_matches_mut(&mut own).map(Command::$variant)
                    })*
                    _ => Err(clap::Error::new(ErrorKind::MissingSubcommand)),
                }
            }
        }
    };
}

impl Command {
    /// The parser of one command, by name.
    pub(crate) fn parser(name: &str) -> Option<clap::Command> {
        let (_, make) = PARSERS.iter().find(|(own, _)| *own == name)?;
        Some(make())
    }

    /// The parsers of all commands, one after the other: all at once they would be 80 kB on the stack.
    pub(crate) fn parsers() -> impl Iterator<Item = clap::Command> {
        PARSERS.iter().map(|(_, make)| make())
    }
}

commands! {
    /// Print the registry path of one image
    Uri(uri::UriArguments) = "uri",
    /// Show everything about a framework: images, parameters, an example call
    Show(show::ShowArguments) = "show",
    /// Print code that uses an image: its path, a training job, an endpoint
    Example(example::ExampleArguments) = "example",
    /// List images
    List(list::ListArguments) = "list",
    /// Tell what registry paths stand for, and whether they are right
    Explain(explain::ExplainArguments) = "explain",
    /// Print the path of the same image in another region
    Move(move_path::MoveArguments) = "move",
    /// Find the registry paths in files, say what is wrong with them, and mend them
    Check(check::CheckArguments) = "check",
    /// List the rules of `check`, or explain one
    Rule(rule::RuleArguments) = "rule",
    /// Tell an editor what `check` finds, by the Language Server Protocol
    Lsp(lsp::LspArguments) = "lsp",
    /// Start a training job
    Train(job::train::TrainArguments) = "train",
    /// Host a model on an endpoint
    Deploy(job::deploy::DeployArguments) = "deploy",
    /// Start a processing job
    Process(job::process::ProcessArguments) = "process",
    /// Start a batch transform job
    Transform(job::transform::TransformArguments) = "transform",
    /// Write a job file to start from
    Init(job::init::InitArguments) = "init",
    /// List the algorithms and Deep Learning Containers
    Frameworks(frameworks::FrameworksArguments) = "frameworks",
    /// List the versions of a framework
    Versions(versions::VersionsArguments) = "versions",
    /// List the regions
    Regions(regions::RegionsArguments) = "regions",
    /// List the instance types
    Instances(instances::InstancesArguments) = "instances",
    /// Follow a job until it ends, or an endpoint until it is in service
    Attach(attach::AttachArguments) = "attach",
    /// Stop a job
    Stop(stop::StopArguments) = "stop",
    /// Show what the containers of a job or endpoint have printed
    Logs(logs::LogsArguments) = "logs",
    /// Ask the model behind an endpoint
    Invoke(invoke::InvokeArguments) = "invoke",
    /// List training, processing and transform jobs
    Jobs(listing::JobsArguments) = "jobs",
    /// List models
    Models(listing::ModelsArguments) = "models",
    /// List endpoints
    Endpoints(listing::EndpointsArguments) = "endpoints",
    /// Delete an endpoint with all that it is made of, or a part of it
    Delete(delete::DeleteArguments) = "delete",
    /// Write the pages of regions, frameworks and instance types: a site, or Markdown
    Pages(pages::PagesArguments) = "pages",
    /// Answer a stream of questions: JSON Lines in, JSON Lines out
    Batch(batch::BatchArguments) = "batch",
    /// Serve the site and a JSON API over HTTP
    Serve(serve::ServeArguments) = "serve",
    /// Answer coding agents: a Model Context Protocol server
    Mcp(mcp::McpArguments) = "mcp",
    /// Look into, check, refresh and compile the catalog
    Catalog(catalog::CatalogArguments) = "catalog",
    /// Print the code that makes a shell complete commands, frameworks, versions and regions
    Completions(completions::CompletionsArguments) = "completions",
    /// Print the manual page, or write one for each command
    Man(man::ManArguments) = "man",
}

/// Runs the command that the arguments name.
pub(crate) fn run(arguments: Arguments) -> Result<Status, Failure> {
    let file = catalog_file::named(arguments.global.catalog);
    let file = file.as_deref();
    let quiet = arguments.global.quiet;
    let ask = |question: &dyn Fn(&Catalog<'_>) -> Result<Status, Failure>| catalog_file::with(file, question);
    match arguments.command {
        Command::Uri(own) => ask(&|catalog| uri::run(&own, catalog, quiet)),
        Command::Show(own) => ask(&|catalog| show::run(&own, catalog)),
        Command::Example(own) => ask(&|catalog| example::run(&own, catalog, quiet)),
        Command::List(own) => ask(&|catalog| list::run(&own, catalog)),
        Command::Explain(own) => ask(&|catalog| explain::run(&own, catalog)),
        Command::Move(own) => ask(&|catalog| move_path::run(&own, catalog)),
        Command::Check(own) => ask(&|catalog| check::run(&own, catalog, quiet)),
        Command::Train(own) => ask(&|catalog| job::train::run(&own, catalog, quiet)),
        Command::Deploy(own) => ask(&|catalog| job::deploy::run(&own, catalog, quiet)),
        Command::Process(own) => ask(&|catalog| job::process::run(&own, catalog, quiet)),
        Command::Transform(own) => ask(&|catalog| job::transform::run(&own, catalog, quiet)),
        Command::Init(own) => ask(&|catalog| job::init::run(&own, catalog)),
        Command::Lsp(_) => ask(&lsp::run),
        Command::Rule(own) => rule::run(&own),
        Command::Frameworks(own) => ask(&|catalog| frameworks::run(&own, catalog)),
        Command::Versions(own) => ask(&|catalog| versions::run(&own, catalog)),
        Command::Regions(own) => ask(&|catalog| regions::run(&own, catalog)),
        Command::Instances(own) => ask(&|catalog| instances::run(&own, catalog)),
        Command::Attach(own) => attach::run(&own, quiet),
        Command::Stop(own) => stop::run(&own, quiet),
        Command::Logs(own) => logs::run(&own),
        Command::Invoke(own) => invoke::run(&own, quiet),
        Command::Jobs(own) => listing::jobs(&own, quiet),
        Command::Models(own) => listing::models(&own, quiet),
        Command::Endpoints(own) => listing::endpoints(&own, quiet),
        Command::Delete(own) => delete::run(&own, quiet),
        Command::Pages(own) => ask(&|catalog| pages::run(&own, catalog, quiet)),
        Command::Batch(_) => ask(&batch::run),
        Command::Serve(own) => serve::run(&own, file, quiet),
        Command::Mcp(_) => mcp::run(file),
        Command::Catalog(own) => catalog::run(own, file),
        Command::Completions(own) => completions::run(&own),
        Command::Man(own) => man::run(&own),
    }
}
