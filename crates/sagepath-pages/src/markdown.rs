//! How text is put into Markdown, and the little Markdown of the catalog's remarks into HTML.

use std::fmt;

use askama::filters::{Escaper, Html};

/// Keeps text from ending a table's cell or beginning a tag. Backticks stay what they are: the catalog's remarks use them as
/// Markdown does.
#[derive(Clone, Copy)]
pub(crate) struct Markdown;

impl Escaper for Markdown {
    fn write_escaped_str<W: fmt::Write>(&self, mut dest: W, string: &str) -> fmt::Result {
        let mut rest = string;
        while let Some(at) = rest.find(['|', '<']) {
            let (plain, special) = rest.split_at(at);
            dest.write_str(plain)?;
            dest.write_str(if special.starts_with('|') { "\\|" } else { "&lt;" })?;
            rest = special.get(1..).unwrap_or_default();
        }
        dest.write_str(rest)
    }
}

/// A remark as HTML: what stands between backticks is code.
pub(crate) fn code_spans(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    let pieces = text.split('`');
    let mut is_code = false;
    let count = pieces.clone().count();
    // An odd backtick is no span's end: it is text.
    let spans = if count.is_multiple_of(2) { count - 1 } else { count };
    for (index, piece) in pieces.enumerate() {
        if index > 0 && index < spans {
            html.push_str(if is_code { "</code>" } else { "<code>" });
            is_code = !is_code;
        } else if index > 0 {
            html.push('`');
        }
        // Writing to a string does not fail.
        let _ = Html.write_escaped_str(&mut html, piece);
    }
    html
}

#[cfg(test)]
mod tests {
    use super::code_spans;

    #[test]
    fn backticks_enclose_code_and_an_odd_one_is_text() {
        let cases = [
            (
                "never `:1` or `:latest`",
                "never <code>:1</code> or <code>:latest</code>",
            ),
            ("a < b", "a &#60; b"),
            ("`a", "`a"),
            ("`a` b`", "<code>a</code> b`"),
            ("", ""),
        ];
        for (text, html) in cases {
            assert_eq!(code_spans(text), html);
        }
    }
}
