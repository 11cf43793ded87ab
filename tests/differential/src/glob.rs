//! Globs of one kind of wildcard: `*`, any number of characters.

/// A compiled glob.
#[derive(Debug)]
pub(crate) enum Glob {
    /// A pattern without a wildcard.
    Exact(String),
    /// A pattern with wildcards: what precedes the first, what lies between two, what follows the last.
    Wild {
        prefix: String,
        middle: Vec<String>,
        suffix: String,
    },
}

impl Glob {
    /// Compiles a pattern.
    pub(crate) fn new(pattern: &str) -> Self {
        let Some((prefix, rest)) = pattern.split_once('*') else {
            return Self::Exact(pattern.to_owned());
        };
        let (middle, suffix) = rest.rsplit_once('*').unwrap_or(("", rest));
        let middle = middle
            .split('*')
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect();
        Self::Wild {
            prefix: prefix.to_owned(),
            middle,
            suffix: suffix.to_owned(),
        }
    }

    /// Tells whether the whole of `text` matches.
    pub(crate) fn matches(&self, text: &str) -> bool {
        match self {
            Self::Exact(pattern) => pattern == text,
            Self::Wild {
                prefix,
                middle,
                suffix,
            } => {
                let Some(rest) = text.strip_prefix(prefix.as_str()) else {
                    return false;
                };
                let Some(mut rest) = rest.strip_suffix(suffix.as_str()) else {
                    return false;
                };
                // Taking the first occurrence of each part leaves the most room for the parts after it.
                for part in middle {
                    let Some(start) = rest.find(part.as_str()) else {
                        return false;
                    };
                    rest = &rest[start + part.len()..];
                }
                true
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs_match_whole_texts() {
        for (pattern, text, expected) in [
            ("kmeans", "kmeans", true),
            ("kmeans", "kmeans2", false),
            ("", "", true),
            ("", "kmeans", false),
            ("*", "", true),
            ("*", "anything", true),
            ("djl-*", "djl-lmi", true),
            ("djl-*", "djl", false),
            ("*-neuronx", "huggingface-neuronx", true),
            ("*-neuronx", "huggingface-neuronx-2", false),
            ("ml.*.large", "ml.c7g.large", true),
            ("ml.*.large", "ml.large", false),
            ("a*b*c", "axxbyyc", true),
            ("a*b*c", "axxcyyb", false),
            ("ab*ba", "aba", false),
            ("*b*b*", "ab", false),
        ] {
            assert_eq!(Glob::new(pattern).matches(text), expected, "{pattern} on {text}");
        }
    }
}
