//! Tables for a terminal: no lines, a header, as wide as it is.

use std::io::Write;

use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Table, presets};

use super::{Column, Row, Width, joined};
use crate::failure::{self, Failure};
use crate::style::{HINT, TITLE};

/// Blanks between two columns.
const GAP: usize = 2;

/// The columns that a table has no room for, by name.
pub(crate) struct LeftOut(Vec<&'static str>);

/// Writes rows as a table that is `width` wide at most, if that is possible without breaking what must be in one piece.
pub(crate) fn write<R: Row>(
    rows: &[R],
    width: Option<usize>,
    out: &mut dyn Write,
) -> Result<LeftOut, Failure> {
    if rows.is_empty() {
        return Ok(LeftOut(Vec::new()));
    }
    let cells: Vec<Vec<String>> = rows.iter().map(Row::cells).collect();
    let shown = shown_columns(R::COLUMNS, &cells, width);
    let mut left_out = shown_columns(R::COLUMNS, &cells, None);
    left_out.retain(|index| !shown.contains(index));
    let pick = |cells: &[String]| -> Vec<Cell> {
        shown
            .iter()
            .filter_map(|&index| cells.get(index))
            .map(Cell::new)
            .collect()
    };

    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_header(shown.iter().map(|&index| title(R::COLUMNS[index].name)));
    table.add_rows(cells.iter().map(|cells| pick(cells)));
    table.set_content_arrangement(ContentArrangement::Dynamic);
    if let Some(width) = width {
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    }
    for (place, &index) in shown.iter().enumerate() {
        let Some(column) = table.column_mut(place) else {
            continue;
        };
        column.set_padding((0, GAP as u16));
        if R::COLUMNS[index].width != Width::Broken || width.is_none() {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    for (number, line) in table.lines().enumerate() {
        let line = line.trim_end();
        if number == 0 {
            writeln!(out, "{TITLE}{line}{TITLE:#}")?;
        } else {
            writeln!(out, "{line}")?;
        }
    }
    Ok(LeftOut(
        left_out.into_iter().map(|index| R::COLUMNS[index].name).collect(),
    ))
}

impl LeftOut {
    /// Says on standard error what is missing, so that nobody takes the table for all there is.
    pub(crate) fn tell(&self) {
        if !self.0.is_empty() {
            let names = joined(self.0.iter().copied());
            failure::tell(format_args!(
                "{HINT}hint:{HINT:#} no room for {names}; a wider terminal or `--format json` shows all"
            ));
        }
    }
}

/// The columns that have something to say and a place to say it.
pub(super) fn shown_columns(columns: &[Column], rows: &[Vec<String>], width: Option<usize>) -> Vec<usize> {
    let is_used = |&index: &usize| {
        columns[index].width == Width::Kept || rows.iter().any(|cells| !cells[index].is_empty())
    };
    let mut shown: Vec<usize> = (0..columns.len())
        .filter(|&index| columns[index].is_in_tables())
        .filter(is_used)
        .collect();
    let Some(width) = width else { return shown };
    let needed = |index: &usize| match columns[*index].width {
        // A sentence is still readable in lines of this length.
        Width::Broken => 24,
        _ => rows
            .iter()
            .map(|cells| cells[*index].chars().count())
            .max()
            .unwrap_or(0)
            .max(columns[*index].name.len()),
    };
    let rank = |index: usize| match columns[index].width {
        Width::Hidden(rank) => Some(rank),
        _ => None,
    };
    while shown.iter().map(|index| needed(index) + GAP).sum::<usize>() > width + GAP {
        let first_to_go = shown
            .iter()
            .copied()
            .filter(|&index| rank(index).is_some())
            .min_by_key(|&index| rank(index));
        let Some(column) = first_to_go else { break };
        shown.retain(|&index| index != column);
    }
    shown
}

/// `base_framework` as a header says it.
fn title(name: &str) -> String {
    name.replace('_', " ").to_uppercase()
}
