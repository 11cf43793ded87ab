//! Markdown.

use std::io::Write;

use super::{Row, table};
use crate::failure::Failure;

/// Writes rows as a table.
pub(crate) fn table<R: Row>(rows: &[R], out: &mut dyn Write) -> Result<(), Failure> {
    if rows.is_empty() {
        return Ok(());
    }
    let cells: Vec<Vec<String>> = rows.iter().map(Row::cells).collect();
    let shown = table::shown_columns(R::COLUMNS, &cells, None);
    let names = shown
        .iter()
        .map(|&index| R::COLUMNS[index].name.replace('_', " "));
    writeln!(
        out,
        "|{}",
        names.map(|name| format!(" {name} |")).collect::<String>()
    )?;
    writeln!(out, "|{}", " --- |".repeat(shown.len()))?;
    for cells in &cells {
        let line: String = shown
            .iter()
            .map(|&index| format!(" {} |", cells[index].replace('|', "\\|")))
            .collect();
        writeln!(out, "|{line}")?;
    }
    Ok(())
}
