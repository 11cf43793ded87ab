//! Prints what the comparison found.

use std::io::{self, Write};

use crate::tally::{Seen, Tally};

/// Writes the report; at most `limit` groups of unexplained differences are listed.
///
/// # Errors
///
/// If it cannot be written.
pub fn write(tally: &Tally<'_>, limit: usize, out: &mut impl Write) -> io::Result<()> {
    write_entries(tally, out)?;
    write_idle_blocks(tally, out)?;
    write_wrong_examples(tally, out)?;
    write_unexplained(tally, limit, out)?;
    writeln!(
        out,
        "differential: {} questions, {} equal, {} explained, {} unexplained, {} stale, {} wrong examples",
        tally.questions(),
        tally.equal,
        tally.explained,
        tally.unexplained,
        tally.stale().count(),
        tally.wrong_examples().count(),
    )
}

/// One row for each entry: how many differences it describes, how many of them it alone does, and the first.
fn write_entries(tally: &Tally<'_>, out: &mut impl Write) -> io::Result<()> {
    let width = tally
        .entries
        .iter()
        .map(|row| row.entry.id.len())
        .max()
        .unwrap_or(0);
    writeln!(out, "{:>7} {:>7}  {:width$}  example", "count", "alone", "entry")?;
    for row in &tally.entries {
        let example = row
            .first
            .as_ref()
            .map_or("STALE: nothing matches", |first| first.question.as_str());
        writeln!(
            out,
            "{:>7} {:>7}  {:width$}  {example}",
            row.count, row.alone, row.entry.id
        )?;
    }
    writeln!(out)
}

/// A block that describes nothing, in an entry that does, is no failure; but it may be a slip of the pen.
fn write_idle_blocks(tally: &Tally<'_>, out: &mut impl Write) -> io::Result<()> {
    for row in tally.entries.iter().filter(|row| row.count > 0) {
        for (index, _) in row.blocks.iter().enumerate().filter(|(_, count)| **count == 0) {
            writeln!(
                out,
                "note: {}: `when` block {} matches nothing",
                row.entry.id,
                index + 1
            )?;
        }
    }
    Ok(())
}

fn write_wrong_examples(tally: &Tally<'_>, out: &mut impl Write) -> io::Result<()> {
    for (entry, wrong) in tally.wrong_examples() {
        writeln!(out, "example of {}: {wrong}", entry.id)?;
    }
    Ok(())
}

fn write_unexplained(tally: &Tally<'_>, limit: usize, out: &mut impl Write) -> io::Result<()> {
    let groups = tally.groups();
    for (key, group) in groups.iter().take(limit) {
        writeln!(
            out,
            "unexplained: {} x {}: SDK {}, sagepath {}",
            group.count, key.framework, key.sdk, key.sagepath
        )?;
        write_seen(&group.first, out)?;
    }
    match groups.len().saturating_sub(limit) {
        0 => Ok(()),
        hidden => writeln!(out, "unexplained: {hidden} more groups (see --limit)"),
    }
}

fn write_seen(seen: &Seen, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "    question  {}", seen.question)?;
    writeln!(out, "    SDK       {}", seen.sdk)?;
    writeln!(out, "    sagepath  {}", seen.sagepath)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{SagepathAnswer, SdkAnswer};
    use crate::differences::Differences;
    use crate::question::Question;

    #[test]
    fn the_report_lists_groups_up_to_the_limit_and_ends_with_the_sums() -> anyhow::Result<()> {
        let differences = Differences::parse("difference = []")?;
        let mut tally = Tally::new(&differences);
        let question = Question::parse(r#"{"framework": "kmeans"}"#)?;
        tally.count(
            &question,
            &SdkAnswer::Uri("u".into()),
            &SagepathAnswer::Uri("u".into()),
        );
        for framework in ["lda", "pca"] {
            let question = Question::parse(&format!(r#"{{"framework": "{framework}", "region": "xx"}}"#))?;
            tally.count(
                &question,
                &SdkAnswer::Uri("u".into()),
                &SagepathAnswer::Error("c".into()),
            );
        }
        let mut text = Vec::new();
        write(&tally, 1, &mut text)?;
        assert_eq!(
            String::from_utf8(text)?,
            "  count   alone  entry  example\n\
             \n\
             unexplained: 1 x lda: SDK uri, sagepath c\n    \
                 question  lda region=xx\n    \
                 SDK       u\n    \
                 sagepath  c\n\
             unexplained: 1 more groups (see --limit)\n\
             differential: 3 questions, 1 equal, 0 explained, 2 unexplained, 0 stale, 0 wrong examples\n"
        );
        Ok(())
    }
}
