//! `sagepath pages`: the pages of regions, frameworks and instance types, in a folder.

mod folder;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use sagepath::Catalog;
use sagepath_pages::{Format, Options, Site};

use crate::Status;
use crate::day::Day;
use crate::failure::{self, Failure};

#[derive(Args)]
#[command(after_help = "\
The site needs no server: its pages open from the folder. A folder that holds such pages already is
replaced as a whole; one that holds anything else is left alone.

Examples:
  sagepath pages --out site
  sagepath pages --out site --base-url https://example.org/paths/
  sagepath pages --out docs/paths --format markdown")]
pub(crate) struct PagesArguments {
    /// The folder to write; it is made if need be
    #[arg(long, short, value_name = "DIR")]
    out: PathBuf,

    /// The form of the pages
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: PagesFormat,

    /// Where the pages will be: for the sitemap, and the links of the page for what is not found
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,

    /// The day on which they are read, which decides what has ended: 2026-01-31, or today
    #[arg(long, value_name = "DATE", default_value = "today")]
    today: Day,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum PagesFormat {
    /// A static site
    #[default]
    Html,
    /// Markdown files
    Markdown,
}

/// An address that others can be made of by adding to it.
fn base_url(text: &str) -> Result<String, &'static str> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let is_plain = |rest: &str| {
        let unfit = |character: char| {
            character.is_whitespace()
                || character.is_control()
                || matches!(character, '?' | '#' | '"' | '\'' | '<' | '>' | '\\')
        };
        !rest.trim_matches('/').is_empty() && !rest.contains(unfit)
    };
    match rest {
        Some(rest) if is_plain(rest) => Ok(text.to_owned()),
        _ => Err("expected an address such as https://example.org/paths/"),
    }
}

pub(crate) fn run(arguments: &PagesArguments, catalog: &Catalog<'_>, quiet: bool) -> Result<Status, Failure> {
    let mut options = Options::new(arguments.today.date()).format(match arguments.format {
        PagesFormat::Html => Format::Html,
        PagesFormat::Markdown => Format::Markdown,
    });
    if let Some(base_url) = &arguments.base_url {
        options = options.base_url(base_url);
    }
    let site = Site::new(catalog, options);
    let files = site.files().map(|file| {
        let file = file.map_err(|error| Failure::usage(error.to_string()))?;
        Ok((PathBuf::from(file.path), file.bytes))
    });
    let count = folder::replace(&arguments.out, files)?;
    if !quiet {
        let index = format!("index.{}", site.format().extension());
        failure::tell(format_args!(
            "{count} files; begin at {}",
            arguments.out.join(index).display()
        ));
    }
    Ok(Status::Yes)
}
