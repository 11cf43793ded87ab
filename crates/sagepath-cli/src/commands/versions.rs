//! `sagepath versions`: the versions of a framework, oldest first.

use clap::Args;
use clap_complete::ArgValueCandidates;
use jiff::civil::Date;
use sagepath::{Catalog, Filter, Image};
use serde::Serialize;

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

/// A version and what its images have in common, or have among them.
#[derive(Serialize)]
struct VersionRow<'c> {
    version: &'c str,
    aliases: Vec<&'c str>,
    scopes: Vec<&'c str>,
    package_version: Option<&'c str>,
    /// The day of its first image.
    ga: Option<Date>,
    /// The day on which the last of its images gets no more patches.
    eop: Option<Date>,
    deprecated: bool,
    withheld: Option<&'c str>,
}

impl<'c> VersionRow<'c> {
    fn new(version: &'c str) -> Self {
        VersionRow {
            version,
            aliases: Vec::new(),
            scopes: Vec::new(),
            package_version: None,
            ga: None,
            eop: None,
            deprecated: false,
            withheld: None,
        }
    }

    fn add(&mut self, image: &Image<'c>) {
        let VersionRow {
            version,
            aliases,
            scopes,
            ..
        } = self;
        let missing = |known: &Vec<&'c str>, word: &&'c str| !known.contains(word);
        for alias in image.version_names() {
            if alias != *version && missing(aliases, &alias) {
                aliases.push(alias);
            }
        }
        for scope in image.scopes() {
            if missing(scopes, &scope) {
                scopes.push(scope);
            }
        }
        self.package_version = self.package_version.or(image.package_version());
        self.ga = [self.ga, image.general_availability()]
            .into_iter()
            .flatten()
            .min();
        self.eop = [self.eop, image.end_of_patch()].into_iter().flatten().max();
        self.deprecated |= image.is_deprecated();
        self.withheld = self.withheld.or(image.withheld());
    }

    fn remark(&self) -> &'static str {
        match (self.withheld, self.deprecated) {
            (Some(_), _) => "not given out",
            (None, true) => "deprecated",
            (None, false) => "",
        }
    }
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
    let mut rows: Vec<VersionRow<'_>> = Vec::new();
    for image in catalog
        .images(&filter)?
        .filter(|image| !image.version().is_empty())
    {
        if rows.last().is_none_or(|row| row.version != image.version()) {
            rows.push(VersionRow::new(image.version()));
        }
        if let Some(row) = rows.last_mut() {
            row.add(&image);
        }
    }
    output::list(rows, arguments.format)
}
