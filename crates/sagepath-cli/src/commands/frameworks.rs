//! `sagepath frameworks`: what there is to ask for.

use clap::{Args, ValueEnum};
use sagepath::{Catalog, Framework, FrameworkKind};
use sagepath_json::FrameworkRow;

use crate::Status;
use crate::failure::Failure;
use crate::output::{self, Column, ListFormat, Row};

#[derive(Args)]
#[command(after_help = "\
Examples:
  sagepath frameworks
  sagepath frameworks forecast
  sagepath frameworks --kind algorithm --format markdown")]
pub(crate) struct FrameworksArguments {
    /// Only those with this text in their name, title or summary
    #[arg(value_name = "TEXT")]
    filter: Option<String>,

    /// Only those of this kind
    #[arg(long, value_enum, value_name = "KIND")]
    kind: Option<KindArgument>,

    /// How to print them
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<ListFormat>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum KindArgument {
    /// Built-in algorithms, and SageMaker's own tools
    Algorithm,
    /// Deep Learning Containers
    Dlc,
}

impl KindArgument {
    fn is(self, kind: FrameworkKind) -> bool {
        matches!(
            (self, kind),
            (KindArgument::Algorithm, FrameworkKind::Algorithm) | (KindArgument::Dlc, FrameworkKind::Dlc)
        )
    }
}

impl Row for FrameworkRow<'_> {
    const NOUN: &'static str = "framework";
    const COLUMNS: &'static [Column] = &[
        Column::new("framework"),
        Column::optional("kind", 1),
        Column::optional("newest", 3),
        Column::optional("title", 2),
        Column::text("summary"),
        Column::detail("images"),
    ];

    fn cells(&self) -> Vec<String> {
        let FrameworkRow(framework) = self;
        let images = framework.images().count().to_string();
        let newest = self.newest().unwrap_or_default();
        let cells = [
            framework.slug(),
            framework.kind().as_str(),
            newest,
            framework.title(),
            framework.summary(),
            &images,
        ];
        cells.map(str::to_owned).into()
    }
}

pub(crate) fn run(arguments: &FrameworksArguments, catalog: &Catalog<'_>) -> Result<Status, Failure> {
    let text = arguments.filter.as_deref().unwrap_or_default().to_lowercase();
    let of_kind = |framework: &Framework<'_>| arguments.kind.is_none_or(|kind| kind.is(framework.kind()));
    let has_text = |framework: &Framework<'_>| {
        let places = [framework.slug(), framework.title(), framework.summary()];
        places
            .into_iter()
            .any(|place| place.to_lowercase().contains(&text))
    };
    let frameworks = catalog.frameworks().filter(of_kind).filter(has_text);
    output::list(frameworks.map(FrameworkRow), arguments.format)
}
