//! One module for each command.

mod batch;
mod catalog;
mod completions;
mod explain;
mod frameworks;
mod instances;
mod list;
mod man;
mod move_path;
mod regions;
mod show;
mod terraform;
mod uri;
mod versions;

use clap::Subcommand;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::{Status, catalog_file};

#[derive(Subcommand)]
pub(crate) enum Command {
    #[command(flatten)]
    Question(Question),
    Catalog(catalog::CatalogArguments),
    Completions(completions::CompletionsArguments),
    Man(man::ManArguments),
}

/// The commands that ask the catalog.
#[derive(Subcommand)]
pub(crate) enum Question {
    Uri(uri::UriArguments),
    Show(show::ShowArguments),
    List(list::ListArguments),
    Explain(explain::ExplainArguments),
    Move(move_path::MoveArguments),
    Frameworks(frameworks::FrameworksArguments),
    Versions(versions::VersionsArguments),
    Regions(regions::RegionsArguments),
    Instances(instances::InstancesArguments),
    Batch(batch::BatchArguments),
}

/// Runs the command that the arguments name.
pub(crate) fn run(arguments: Arguments) -> Result<Status, Failure> {
    let file = catalog_file::named(arguments.global.catalog);
    match arguments.command {
        Command::Question(question) => catalog_file::with(file.as_deref(), |catalog| match question {
            Question::Uri(own) => uri::run(&own, catalog, arguments.global.quiet),
            Question::Show(own) => show::run(&own, catalog),
            Question::List(own) => list::run(&own, catalog),
            Question::Explain(own) => explain::run(&own, catalog),
            Question::Move(own) => move_path::run(&own, catalog),
            Question::Frameworks(own) => frameworks::run(&own, catalog),
            Question::Versions(own) => versions::run(&own, catalog),
            Question::Regions(own) => regions::run(&own, catalog),
            Question::Instances(own) => instances::run(&own, catalog),
            Question::Batch(_) => batch::run(catalog),
        }),
        Command::Catalog(own) => catalog::run(own, file.as_deref()),
        Command::Completions(own) => completions::run(&own),
        Command::Man(own) => man::run(&own),
    }
}
