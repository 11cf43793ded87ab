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
            let mut row = String::from(" ");
            let words = line
                .what
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(str::to_owned);
            let last = line.items.len();
            let items = line.items.iter().enumerate();
            let items = items.map(|(index, item)| {
                if index + 1 < last {
                    format!("{item},")
                } else {
                    item.clone()
                }
            });
            for piece in words.chain(items) {
                if row.len() + 1 + piece.len() > WIDTH && row.trim_end() != "" {
                    writeln!(formatter, "{row}")?;
                    row = String::from("   ");
                }
                row.push(' ');
                row.push_str(&piece);
            }
            writeln!(formatter, "{row}")?;
        }
        Ok(())
    }
}

/// `1 region`, `2 regions`.
pub(super) fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}
