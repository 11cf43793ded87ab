//! The page on the Python package: the differences from the SDK in it are those of `docs/differences.toml`.

use std::fmt::Write as _;

use differential::Differences;

use crate::workspace::Workspace;

/// The page, but for the differences.
const PAGE: &str = include_str!("python_page.md");

/// Where the differences go.
const PLACE: &str = "{differences}\n";

/// Makes the page.
pub(super) fn make(workspace: &Workspace) -> anyhow::Result<String> {
    let differences = Differences::read(&workspace.path("docs/differences.toml"))?;
    let note = "<!-- Generated from xtask/src/generate/python_page.md and docs/differences.toml by `cargo xtask generate`. Do not edit. -->\n\n";
    Ok(note.to_owned() + &PAGE.replace(PLACE, &tables(&differences)))
}

/// A table for each topic.
fn tables(differences: &Differences) -> String {
    let mut tables = String::new();
    let mut topic = "";
    for difference in differences.all() {
        if difference.topic != topic {
            let gap = if topic.is_empty() { "" } else { "\n" };
            topic = &difference.topic;
            let _ = write!(tables, "{gap}### {topic}\n\n| case | sagepath |\n|---|---|\n");
        }
        let decision = difference
            .decision
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let _ = writeln!(
            tables,
            "| [{}](differences-from-the-sdk.md#{}) | {} |",
            difference.title,
            difference.id,
            decision.replace('|', "\\|")
        );
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_topic_has_a_table_and_each_difference_a_row() -> anyhow::Result<()> {
        let entry = |id: &str, topic: &str| {
            format!(
                "[[difference]]\nid = '{id}'\ntopic = '{topic}'\ntitle = 'Title'\nupstream = 'U'\n\
                 decision = '''\nOne\nor | two.'''\nreason = 'R'\nunchecked = 'so it is'\n"
            )
        };
        let text = [entry("a", "First"), entry("b", "First"), entry("c", "Second")].concat();
        let row = |id: &str| format!("| [Title](differences-from-the-sdk.md#{id}) | One or \\| two. |\n");
        let head = "| case | sagepath |\n|---|---|\n";
        assert_eq!(
            tables(&Differences::parse(&text)?),
            format!(
                "### First\n\n{head}{}{}\n### Second\n\n{head}{}",
                row("a"),
                row("b"),
                row("c")
            )
        );
        assert!(PAGE.ends_with(PLACE));
        Ok(())
    }
}
