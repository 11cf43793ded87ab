//! Mistakes that concern the text as a whole rather than one part of a path.

use super::error::{ParseError, ParseErrorKind as Kind};

/// Looks for the mistake that explains best why `text` did not parse.
///
/// The order is from the most telling to the least: a placeholder may well contain blanks, and a quotation a
/// scheme.
#[cold]
pub(super) fn of_whole_text(text: &str) -> Option<ParseError> {
    if text.is_empty() {
        return Some(ParseError::missing(Kind::Empty, 0));
    }
    placeholder(text)
        .or_else(|| whitespace(text))
        .or_else(|| quotation(text))
        .or_else(|| scheme(text))
}

/// Finds the first of `<account>`, `{account}`, `${account}`, `{{ account }}`, `[account]` and `$account`.
fn placeholder(text: &str) -> Option<ParseError> {
    let start = text.find(['$', '<', '{', '['])?;
    let unmarked = text.get(start..)?.trim_start_matches('$');
    let opened = unmarked.trim_start_matches(['<', '{', '[', '(']);
    let rest = if opened.len() < unmarked.len() {
        let inside = opened.trim_start_matches(|char| !matches!(char, '>' | '}' | ']' | ')'));
        inside.trim_start_matches(['>', '}', ']', ')'])
    } else {
        let rest = unmarked.trim_start_matches(|char: char| char.is_ascii_alphanumeric() || char == '_');
        if rest.len() == unmarked.len() {
            return None;
        }
        rest
    };
    Some(ParseError::new(Kind::Placeholder, start..text.len() - rest.len()))
}

/// Finds the first run of blanks.
fn whitespace(text: &str) -> Option<ParseError> {
    let start = text.find(is_blank)?;
    let rest = text.get(start..)?.trim_start_matches(is_blank);
    Some(ParseError::new(Kind::Whitespace, start..text.len() - rest.len()))
}

/// Whether a character leaves no mark: white space, a control character, or one of those that web pages put
/// between words and a reader cannot see.
fn is_blank(char: char) -> bool {
    char.is_whitespace()
        || char.is_control()
        || matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Finds a quotation mark at either end.
fn quotation(text: &str) -> Option<ParseError> {
    const MARKS: [char; 3] = ['"', '\'', '`'];
    let at = if text.starts_with(MARKS) {
        0
    } else if text.ends_with(MARKS) {
        text.len() - 1
    } else {
        return None;
    };
    Some(ParseError::new(Kind::Quotation, at..at + 1))
}

/// Finds `https://` and its kin at the start.
fn scheme(text: &str) -> Option<ParseError> {
    let (name, _) = text.split_once("://")?;
    let is_scheme = name.starts_with(|char: char| char.is_ascii_alphabetic())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    is_scheme.then(|| ParseError::new(Kind::Scheme, 0..name.len() + "://".len()))
}
