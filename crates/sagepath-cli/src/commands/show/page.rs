//! The page of a framework, in each of its forms.

use std::io::Write;

use sagepath::{Framework, Region};
use sagepath_json::{FrameworkParameters, ImageRow};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::example::Example;
use crate::failure::Failure;
use crate::output::{Column, Row, markdown, table, text};
use crate::style::{FAINT, TITLE};

pub(crate) struct Page<'c> {
    pub(crate) framework: Framework<'c>,
    pub(crate) region: Option<Region<'c>>,
    pub(crate) images: Vec<ImageRow<'c>>,
    pub(crate) example: Option<Example>,
}

/// An image of the page's framework, which need not be told again in each row.
#[derive(Serialize)]
#[serde(transparent)]
struct OwnImage<'p, 'c>(&'p ImageRow<'c>);

impl Row for OwnImage<'_, '_> {
    const NOUN: &'static str = ImageRow::NOUN;
    const COLUMNS: &'static [Column] = ImageRow::COLUMNS.split_at(1).1;

    fn cells(&self) -> Vec<String> {
        self.0.cells().split_off(1)
    }
}

impl<'c> Page<'c> {
    fn rows(&self) -> Vec<OwnImage<'_, 'c>> {
        self.images.iter().map(OwnImage).collect()
    }

    /// The facts that are no parameter and no image.
    fn facts(&self) -> Vec<(&'static str, String)> {
        let mut facts = vec![
            ("framework", self.framework.slug().to_owned()),
            ("kind", self.framework.kind().as_str().to_owned()),
        ];
        if let Some(region) = self.region {
            facts.push(("region", format!("{}, {}", region.id(), region.title())));
        }
        if self.framework.requires_version() {
            facts.push((
                "version",
                "must be named: it is never chosen by silence".to_owned(),
            ));
        }
        if self.framework.is_jumpstart() {
            facts.push((
                "path",
                "none of its own: its image is that of the JumpStart model which is trained or hosted"
                    .to_owned(),
            ));
        } else if self.images.is_empty() {
            facts.push(("path", "no source tells one".to_owned()));
        }
        facts
    }

    /// What is to be known of some of the images: their versions, and the remark.
    fn remarks(&self) -> Vec<(String, String)> {
        sagepath_pages::remarks(self.images.iter().map(ImageRow::image))
    }

    /// For people, at a terminal.
    pub(crate) fn text(&self, width: Option<usize>, out: &mut dyn Write) -> Result<(), Failure> {
        let mut left_out = None;
        writeln!(out, "{TITLE}{}{TITLE:#}", self.framework.title())?;
        writeln!(out, "{}", text::wrapped("", self.framework.summary(), width))?;
        writeln!(out)?;
        text::fields(&self.facts(), width, out)?;
        if let Some(parameters) = self.framework.parameters() {
            writeln!(out, "\n{TITLE}Parameters{TITLE:#}")?;
            text::fields(&sagepath_pages::parameters_in_words(&parameters), width, out)?;
        }
        if !self.images.is_empty() {
            writeln!(out, "\n{TITLE}Images{TITLE:#}")?;
            left_out = Some(table::write(&self.rows(), width, out)?);
        }
        let remarks = self.remarks();
        if !remarks.is_empty() {
            writeln!(out, "\n{TITLE}Remarks{TITLE:#}")?;
            for (versions, remark) in remarks {
                writeln!(
                    out,
                    "{}",
                    text::wrapped("  ", &format!("{versions}: {remark}"), width)
                )?;
            }
        }
        if let Some(example) = &self.example {
            writeln!(out, "\n{TITLE}Example{TITLE:#}")?;
            writeln!(out, "  {FAINT}${FAINT:#} {}\n  {}", example.command, example.uri)?;
        }
        if let Some(left_out) = left_out {
            out.flush()?;
            left_out.tell();
        }
        Ok(())
    }

    /// For a pipe: a fact a line, its name first.
    pub(crate) fn plain(&self, out: &mut dyn Write) -> Result<(), Failure> {
        writeln!(
            out,
            "title\t{}\nsummary\t{}",
            self.framework.title(),
            self.framework.summary()
        )?;
        for (name, text) in self.facts() {
            writeln!(out, "{name}\t{text}")?;
        }
        for (name, text) in self
            .framework
            .parameters()
            .iter()
            .flat_map(sagepath_pages::parameters_in_words)
        {
            writeln!(out, "{name}\t{text}")?;
        }
        for row in self.rows() {
            writeln!(out, "image\t{}", row.cells().join("\t"))?;
        }
        for (versions, remark) in self.remarks() {
            writeln!(out, "remark\t{versions}: {remark}")?;
        }
        if let Some(example) = &self.example {
            writeln!(out, "example\t{}\t{}", example.command, example.uri)?;
        }
        Ok(())
    }

    /// For a page of documentation.
    pub(crate) fn markdown(&self, out: &mut dyn Write) -> Result<(), Failure> {
        writeln!(
            out,
            "# {}\n\n{}\n",
            self.framework.title(),
            self.framework.summary()
        )?;
        for (name, text) in self.facts() {
            writeln!(out, "- {name}: {text}")?;
        }
        if let Some(parameters) = self.framework.parameters() {
            writeln!(out, "\n## Parameters\n\n| parameter | value |\n| --- | --- |")?;
            for (name, text) in sagepath_pages::parameters_in_words(&parameters) {
                writeln!(out, "| {name} | {} |", text.replace('|', "\\|"))?;
            }
        }
        if !self.images.is_empty() {
            writeln!(out, "\n## Images\n")?;
            markdown::table(&self.rows(), out)?;
        }
        let remarks = self.remarks();
        if !remarks.is_empty() {
            writeln!(out, "\n## Remarks\n")?;
            for (versions, remark) in remarks {
                writeln!(out, "- {versions}: {remark}")?;
            }
        }
        if let Some(example) = &self.example {
            writeln!(
                out,
                "\n## Example\n\n```console\n$ {}\n{}\n```",
                example.command, example.uri
            )?;
        }
        Ok(())
    }
}

impl Serialize for Page<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Page {
            framework,
            region,
            images,
            example,
        } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("framework", framework.slug())?;
        map.serialize_entry("title", framework.title())?;
        map.serialize_entry("kind", framework.kind().as_str())?;
        map.serialize_entry("summary", framework.summary())?;
        map.serialize_entry("requires_version", &framework.requires_version())?;
        map.serialize_entry("jumpstart", &framework.is_jumpstart())?;
        map.serialize_entry("region", &region.map(|region| region.id()))?;
        map.serialize_entry("parameters", &framework.parameters().map(FrameworkParameters))?;
        map.serialize_entry("images", images)?;
        map.serialize_entry("example", example)?;
        map.end()
    }
}
