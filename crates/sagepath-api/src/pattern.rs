//! The models' regular expressions, which are Java's.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use fancy_regex::Regex;

/// A pattern that is ready, unless it cannot be.
type Compiled = Option<Arc<Regex>>;

/// Those that were compiled before: most requests need a few of the models' patterns, again and again.
static COMPILED: LazyLock<Mutex<HashMap<&'static str, Compiled>>> = LazyLock::new(Mutex::default);

/// Whether a pattern matches all of a text. A pattern that cannot be compiled or is too slow on a text allows it.
pub(crate) fn matches(pattern: &'static str, text: &str) -> bool {
    let compiled = {
        let mut all = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(pattern).or_insert_with(|| compile(pattern)).clone()
    };
    compiled.is_none_or(|compiled| compiled.is_match(text).unwrap_or(true))
}

fn compile(pattern: &str) -> Compiled {
    Regex::new(&format!(r"\A(?:{})\z", translated(pattern)))
        .ok()
        .map(Arc::new)
}

/// The pattern in the words of the crate `regex`: Java's classes are of ASCII, and have other names.
fn translated(pattern: &str) -> String {
    const CLASSES: [(&str, &str); 10] = [
        (r"\p{Alnum}", "[0-9A-Za-z]"),
        (r"\p{Print}", r"[\x20-\x7E]"),
        (r"\p{ASCII}", r"[\x00-\x7F]"),
        // Surrogates are Java's, for what is beyond its characters.
        (r"\uD800\uDC00-\uDBFF\uDFFF", r"\x{10000}-\x{10FFFF}"),
        (r"\d", "[0-9]"),
        (r"\w", "[0-9A-Za-z_]"),
        (r"\s", r"[ \t\n\x0B\f\r]"),
        (r"\S", r"[^ \t\n\x0B\f\r]"),
        (r"\A", ""),
        (r"\z", ""),
    ];
    let mut new = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        if let Some((java, ours)) = CLASSES.iter().find(|(java, _)| rest.starts_with(java)) {
            new.push_str(ours);
            rest = &rest[java.len()..];
        } else if first == '\\' {
            // Another escape, of one character.
            let length = rest.chars().take(2).map(char::len_utf8).sum();
            new.push_str(&rest[..length]);
            rest = &rest[length..];
        } else {
            new.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    new
}

#[cfg(test)]
mod tests {
    use super::{compile, matches};
    use crate::index::operations;
    use crate::shape::{Kind, Shape};

    #[test]
    fn a_pattern_matches_all_of_a_text_as_in_java() {
        let table = [
            ("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}", "a--b", "a-"),
            ("^[a-zA-Z0-9](-*[a-zA-Z0-9])*", "ab", "ab!"),
            (r"(?!\s*$).+", "a b", "  "),
            (r"/(?!.*\.\.)[a-zA-Z0-9/_.\-]+", "/a.b/c", "/a..b"),
            (r"([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)", "a-b", "ab-"),
            (r"\A\S[\p{Print}]*\z", "a b", "a\u{e9}"),
            (r"\p{ASCII}*", "a\n", "\u{e9}"),
            (r"[\w#+=/:,.@-]*", "a_b#", "\u{e9}"),
            (
                r"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*",
                "\u{1F980}\t",
                "\n",
            ),
            (".*", "num", "two\nlines"),
            (r"[\S\s]*", "two\nlines", ""),
            (r"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)", "\u{e9} 1", "!"),
            (r"\d+K", "12K", "\u{661}K"),
        ];
        for (pattern, good, bad) in table {
            assert!(matches(pattern, good), "{pattern} {good:?}");
            assert!(bad.is_empty() || !matches(pattern, bad), "{pattern} {bad:?}");
        }
    }

    #[test]
    fn every_pattern_of_the_models_compiles() {
        fn look(shape: &'static Shape, seen: &mut Vec<&'static str>) {
            if seen.contains(&shape.name) {
                return;
            }
            seen.push(shape.name);
            match shape.kind {
                Kind::Structure(members) | Kind::EventStream(members) => {
                    members.iter().for_each(|member| look(member.shape, seen));
                }
                Kind::List(item) => look(item, seen),
                Kind::Map { key, value } => [key, value].into_iter().for_each(|shape| look(shape, seen)),
                Kind::String {
                    pattern: Some(pattern),
                    ..
                } => assert!(compile(pattern).is_some(), "{}: {pattern}", shape.name),
                _ => {}
            }
        }
        let mut seen = Vec::new();
        for operation in operations() {
            for shape in [operation.input, operation.output].into_iter().flatten() {
                look(shape, &mut seen);
            }
        }
        assert!(seen.len() > 400);
    }
}
