//! `sagepath catalog info`: which facts answer.

use std::path::Path;

use clap::Args;
use sagepath::Catalog;
use sagepath_json::Displayed;
use serde::Serialize;

use crate::failure::Failure;
use crate::output::{self, TextFormat, terminal, text};
use crate::{Status, catalog_file};

/// Tell which facts answer: their version, size and sources
#[derive(Args)]
#[command(after_help = "\
Examples:
  sagepath catalog info
  sagepath --catalog my.catalog catalog info --format json")]
pub(super) struct InfoArguments {
    /// How to print it
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: TextFormat,
}

#[derive(Serialize)]
struct Info<'c> {
    data_version: &'c str,
    format: u32,
    fingerprint: String,
    size: usize,
    /// The file that it was read from; `null` if it is the embedded one.
    file: Option<Displayed<std::path::Display<'c>>>,
    frameworks: usize,
    images: usize,
    regions: usize,
    instance_types: usize,
    sources: Vec<Source<'c>>,
}

#[derive(Serialize)]
struct Source<'c> {
    id: &'c str,
    title: &'c str,
    version: &'c str,
    url: Option<&'c str>,
}

impl<'c> Info<'c> {
    fn of(catalog: &'c Catalog<'_>, file: Option<&'c Path>) -> Self {
        let source = |source: sagepath::Source<'c>| Source {
            id: source.id,
            title: source.title,
            version: source.version,
            url: source.url,
        };
        Info {
            data_version: catalog.data_version(),
            format: Catalog::FORMAT,
            fingerprint: format!("{:016x}", catalog.fingerprint()),
            size: catalog.size(),
            file: file.map(|file| Displayed(file.display())),
            frameworks: catalog.frameworks().len(),
            images: catalog.all_images().len(),
            regions: catalog.regions().len(),
            instance_types: catalog.instance_types().len(),
            sources: catalog.sources().map(source).collect(),
        }
    }

    fn in_words(&self) -> Vec<(&'static str, String)> {
        let mut fields = vec![
            ("data", self.data_version.to_owned()),
            (
                "file",
                self.file
                    .as_ref()
                    .map_or_else(|| "embedded".to_owned(), |file| file.0.to_string()),
            ),
            ("format", self.format.to_string()),
            ("fingerprint", self.fingerprint.clone()),
            ("size", format!("{} bytes", self.size)),
            ("frameworks", self.frameworks.to_string()),
            ("images", self.images.to_string()),
            ("regions", self.regions.to_string()),
            ("instance types", self.instance_types.to_string()),
        ];
        fields.extend(self.sources.iter().map(|source| {
            let url = source.url.map(|url| format!(", {url}")).unwrap_or_default();
            ("source", format!("{} {}{url}", source.title, source.version))
        }));
        fields
    }
}

pub(super) fn run(arguments: &InfoArguments, file: Option<&Path>) -> Result<Status, Failure> {
    catalog_file::with(file, |catalog| {
        let info = Info::of(catalog, file);
        output::to_stdout(|out| match arguments.format {
            TextFormat::Text => Ok(text::fields(&info.in_words(), terminal::stdout_width(), out)?),
            TextFormat::Json => output::json(&info, out),
        })?;
        Ok(Status::Yes)
    })
}
