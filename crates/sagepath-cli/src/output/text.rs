//! Running text: labels, and what is said under them, broken into lines.

use std::io::{self, Write};

use crate::style::FAINT;

/// Text after a label, on as many lines as it takes; the lines after the first are as far in as the text.
pub(crate) fn wrapped(label: &str, text: &str, width: Option<usize>) -> String {
    let width = width.unwrap_or(usize::MAX);
    let indent = label.chars().count();
    let mut lines = label.to_owned();
    let mut column = indent;
    for word in text.split(' ') {
        let length = word.chars().count();
        if column > indent {
            if column + 1 + length > width {
                lines.push('\n');
                lines.extend(std::iter::repeat_n(' ', indent));
                column = indent;
            } else {
                lines.push(' ');
                column += 1;
            }
        }
        lines.push_str(word);
        column += length;
    }
    lines
}

/// Labels and what is said under each, one below the other.
pub(crate) fn fields<L: AsRef<str>>(
    fields: &[(L, String)],
    width: Option<usize>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let longest = fields
        .iter()
        .map(|(label, _)| label.as_ref().len())
        .max()
        .unwrap_or(0);
    for (label, text) in fields {
        let label = format!("  {:longest$}  ", label.as_ref());
        let lines = wrapped(&label, text, width);
        writeln!(
            out,
            "{FAINT}{label}{FAINT:#}{}",
            lines.strip_prefix(label.as_str()).unwrap_or(&lines)
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn words_wrap_at_the_width() {
        let text = "alpha, beta, gamma";
        assert_eq!(
            wrapped("  choices: ", text, None),
            "  choices: alpha, beta, gamma"
        );
        assert_eq!(
            wrapped("  choices: ", text, Some(24)),
            "  choices: alpha, beta,\n           gamma"
        );
        assert_eq!(
            wrapped("  choices: ", text, Some(1)),
            "  choices: alpha,\n           beta,\n           gamma"
        );
    }
}
