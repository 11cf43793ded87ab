//! Text of a report: sections of lines that are wrapped where they are long.

use std::fmt;

const WIDTH: usize = 110;

/// A title and what is under it.
#[derive(Clone, Debug)]
pub(super) struct Section {
    title: String,
    lines: Vec<Line>,
}

#[derive(Clone, Debug)]
struct Line {
    what: String,
    items: Vec<String>,
}

impl Section {
    pub(super) fn new(title: &str) -> Self {
        Section {
            title: title.to_owned(),
            lines: Vec::new(),
        }
    }

    /// Adds a line, unless it has no items.
    pub(super) fn line(&mut self, what: &str, items: impl IntoIterator<Item = String>) {
        let items: Vec<String> = items.into_iter().collect();
        if !items.is_empty() {
            self.lines.push(Line {
                what: what.to_owned(),
                items,
            });
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

/// The title, then each line, its items separated by commas.
impl fmt::Display for Section {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{}", self.title)?;
        for line in &self.lines {
            let mut row = format!("  {}", line.what);
            for (index, item) in line.items.iter().enumerate() {
                let comma = if index + 1 < line.items.len() { "," } else { "" };
                if index > 0 && row.len() + item.len() + 2 > WIDTH {
                    writeln!(formatter, "{row}")?;
                    row = String::from("   ");
                }
                row.push(' ');
                row.push_str(item);
                row.push_str(comma);
            }
            writeln!(formatter, "{row}")?;
        }
        Ok(())
    }
}
