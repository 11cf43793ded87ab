//! `sagepath frameworks`: what there is to ask for.

use clap::{Args, ValueEnum};
use sagepath::{Catalog, Framework, FrameworkKind};
use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

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

struct FrameworkRow<'c>(Framework<'c>);

impl FrameworkRow<'_> {
    /// The newest version that may be an answer.
    fn newest(&self) -> Option<&str> {
        let mut images = self.0.images().rev().filter(|image| image.withheld().is_none());
        images
            .next()
            .map(|image| image.version())
            .filter(|version| !version.is_empty())
    }
}

impl Serialize for FrameworkRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let FrameworkRow(framework) = self;
        let mut fields = serializer.serialize_struct("Framework", 9)?;
        fields.serialize_field("framework", framework.slug())?;
        fields.serialize_field("title", framework.title())?;
        fields.serialize_field("kind", framework.kind().as_str())?;
        fields.serialize_field("newest", &self.newest())?;
        fields.serialize_field("summary", framework.summary())?;
        fields.serialize_field("images", &framework.images().count())?;
        fields.serialize_field("requires_version", &framework.requires_version())?;
        fields.serialize_field("jumpstart", &framework.is_jumpstart())?;
        fields.serialize_field("in_sdk", &framework.is_in_sdk())?;
        fields.end()
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
