//! `sagepath versions`: the versions of a framework, oldest first.

use clap::Args;
use clap_complete::ArgValueCandidates;
use jiff::civil::Date;
use sagepath::{Catalog, Filter};
use sagepath_json::{VersionRow, versions};

use crate::failure::Failure;
use crate::output::{self, Column, ListFormat, Row};
use crate::{Status, complete};

#[derive(Args)]
#[command(after_help = "\
Examples:
  sagepath versions xgboost
  sagepath versions pytorch --scope inference --region eu-central-1
  sagepath versions pytorch --format plain | tail -n 1 | cut -f 1")]
pub(crate) struct VersionsArguments {
    /// The framework
    #[arg(value_name = "FRAMEWORK", add = ArgValueCandidates::new(complete::frameworks))]
    framework: String,

    /// Only those with an image for this scope
    #[arg(long, visible_alias = "image-scope", value_name = "SCOPE", add = ArgValueCandidates::new(complete::scopes))]
    scope: Option<String>,

    /// Only those that this region offers
    #[arg(long, short, value_name = "REGION", add = ArgValueCandidates::new(complete::regions))]
    region: Option<String>,

    /// How to print them
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<ListFormat>,
}

impl Row for VersionRow<'_> {
    const NOUN: &'static str = "version";
    const COLUMNS: &'static [Column] = &[
        Column::new("version"),
        Column::optional("aliases", 4),
        Column::optional("scopes", 3),
        Column::optional("package_version", 2),
        Column::optional("ga", 1),
        Column::optional("eop", 6),
        Column::optional("remark", 5),
    ];

    fn cells(&self) -> Vec<String> {
        let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        vec![
            self.version.to_owned(),
            self.aliases.join(", "),
            self.scopes.join(", "),
            self.package_version.unwrap_or_default().to_owned(),
            date(self.ga),
            date(self.eop),
            self.remark().to_owned(),
        ]
    }
}

pub(crate) fn run(arguments: &VersionsArguments, catalog: &Catalog<'_>) -> Result<Status, Failure> {
    let filter = Filter {
        framework: Some(&arguments.framework),
        scope: arguments.scope.as_deref(),
        region: arguments.region.as_deref(),
        ..Filter::default()
    };
    output::list(versions(catalog.images(&filter)?), arguments.format)
}
