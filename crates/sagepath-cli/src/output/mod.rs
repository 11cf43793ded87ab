//! How data is printed: in a table on a terminal, in plain lines in a pipe, or in the form that was asked for.

pub(crate) mod markdown;
pub(crate) mod table;
pub(crate) mod terminal;
pub(crate) mod text;

use std::io::{self, BufWriter, Write};

use clap::ValueEnum;
use serde::Serialize;

use crate::Status;
use crate::failure::Failure;

/// The forms of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// Columns that fit the terminal; the default on one
    Table,
    /// A line each, tab-separated; the default in a pipe
    Plain,
    /// One JSON array
    Json,
    /// A JSON object a line
    Jsonl,
    /// Comma-separated values, with a header
    Csv,
    /// A Markdown table
    Markdown,
}

/// The forms of a single thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextFormat {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// What a list consists of.
pub(crate) trait Row: Serialize {
    /// What a row is, for a message that says that there is none.
    const NOUN: &'static str;
    /// The columns, in order.
    const COLUMNS: &'static [Column];

    /// A cell for each column.
    fn cells(&self) -> Vec<String>;

    /// The row as a line.
    fn plain(&self) -> String {
        let cells = self
            .cells()
            .into_iter()
            .zip(Self::COLUMNS)
            .filter(|(_, column)| column.is_in_tables());
        cells.map(|(cell, _)| cell).collect::<Vec<_>>().join("\t")
    }
}

/// A column of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    name: &'static str,
    width: Width,
}

/// What a column may give up where the terminal is too narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Width {
    /// Nothing: it is what the list is about.
    Kept,
    /// Its width: its text is broken into lines.
    Broken,
    /// Its place; the lowest number first.
    Hidden(u8),
    /// It is in no table at all, for it is of use to programs only.
    Absent,
}

impl Column {
    /// A column that is always shown in full.
    pub(crate) const fn new(name: &'static str) -> Self {
        Column {
            name,
            width: Width::Kept,
        }
    }

    /// A column whose text is broken into lines where there is no room.
    pub(crate) const fn text(name: &'static str) -> Self {
        Column {
            name,
            width: Width::Broken,
        }
    }

    /// A column that is left out where there is no room: those with the lowest rank first.
    pub(crate) const fn optional(name: &'static str, rank: u8) -> Self {
        Column {
            name,
            width: Width::Hidden(rank),
        }
    }

    /// A column of CSV only.
    pub(crate) const fn detail(name: &'static str) -> Self {
        Column {
            name,
            width: Width::Absent,
        }
    }

    fn is_in_tables(self) -> bool {
        self.width != Width::Absent
    }
}

/// Prints a list; the status is "no" if it is empty.
pub(crate) fn list<R: Row>(
    rows: impl IntoIterator<Item = R>,
    format: Option<ListFormat>,
) -> Result<Status, Failure> {
    let format = format.unwrap_or(if terminal::is_stdout() {
        ListFormat::Table
    } else {
        ListFormat::Plain
    });
    let mut count = 0;
    let rows = rows.into_iter().inspect(|_| count += 1);
    let mut left_out = None;
    to_stdout(|out| match format {
        ListFormat::Table => {
            left_out = Some(table::write(
                &rows.collect::<Vec<_>>(),
                terminal::stdout_width(),
                out,
            )?);
            Ok(())
        }
        ListFormat::Markdown => markdown::table(&rows.collect::<Vec<_>>(), out),
        ListFormat::Json => json(&rows.collect::<Vec<_>>(), out),
        ListFormat::Jsonl => {
            for row in rows {
                serde_json::to_writer(&mut *out, &row)?;
                out.write_all(b"\n")?;
            }
            Ok(())
        }
        ListFormat::Csv => {
            let mut writer = csv::Writer::from_writer(out);
            writer.write_record(R::COLUMNS.iter().map(|column| column.name))?;
            for row in rows {
                writer.write_record(row.cells())?;
            }
            Ok(writer.flush()?)
        }
        ListFormat::Plain => {
            for row in rows {
                writeln!(out, "{}", row.plain())?;
            }
            Ok(())
        }
    })?;
    if let Some(left_out) = left_out {
        left_out.tell();
    }
    if count == 0 {
        Err(Failure::no(format!("no {} matches", R::NOUN)))
    } else {
        Ok(Status::Yes)
    }
}

/// Prints one JSON document.
pub(crate) fn json(value: &impl Serialize, out: &mut dyn Write) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    Ok(out.write_all(b"\n")?)
}

/// Lets something be written to standard output, with colours where they are shown.
pub(crate) fn to_stdout(write: impl FnOnce(&mut dyn Write) -> Result<(), Failure>) -> Result<(), Failure> {
    let mut out = BufWriter::new(anstream::AutoStream::auto(io::stdout().lock()));
    write(&mut out)?;
    Ok(out.flush()?)
}

/// Words with commas between them.
pub(crate) fn joined<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    words.into_iter().collect::<Vec<_>>().join(", ")
}
