//! Did you mean: the nearest of the words that would have been right.

/// The word nearest to what was written, if it is near enough to be meant: a third of the letters may be wrong, or it may
/// be longer. Of two that are equally near, the first.
pub(crate) fn nearest<'w>(written: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let mut plain = String::new();
    simplify(written, &mut plain);
    let letters = Letters::of(&plain);
    let mut limit = letters.length.max(3) / 3;
    let mut best: Option<(usize, &str)> = None;
    let mut candidate = String::new();
    for word in words {
        simplify(word, &mut candidate);
        let distance = if letters.apart(&Letters::of(&candidate)) <= limit {
            strsim::osa_distance(&plain, &candidate)
        } else if letters.length >= 3 && candidate.len() > plain.len() && candidate.starts_with(&plain) {
            limit
        } else {
            continue;
        };
        if distance <= limit && best.is_none_or(|(nearest, _)| distance < nearest) {
            limit = distance;
            best = Some((distance, word));
        }
    }
    best.map(|(_, word)| word)
}

/// How often each letter occurs in a word: enough to tell that most words are too far apart, without comparing them.
struct Letters {
    counts: [u8; 64],
    length: usize,
}

impl Letters {
    fn of(word: &str) -> Self {
        let mut counts = [0_u8; 64];
        for byte in word.bytes() {
            let count = &mut counts[usize::from(byte & 63)];
            *count = count.saturating_add(1);
        }
        Letters {
            counts,
            length: word.len(),
        }
    }

    /// No more than the distance of the words: a change of one letter alters two counts, and a letter more or less one.
    fn apart(&self, other: &Letters) -> usize {
        let counts = self.counts.iter().zip(&other.counts);
        let altered: usize = counts.map(|(own, other)| usize::from(own.abs_diff(*other))).sum();
        altered.div_ceil(2).max(self.length.abs_diff(other.length))
    }
}

/// Spelling without what people are unsure of: case, and separators between words.
fn simplify(word: &str, plain: &mut String) {
    plain.clear();
    let letters = word
        .chars()
        .filter(|character| !matches!(character, '-' | '_' | ' '));
    plain.extend(letters.map(|letter| letter.to_ascii_lowercase()));
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_word_is_found_and_a_far_one_is_not() {
        let slugs = [
            "pytorch",
            "xgboost",
            "linear-learner",
            "huggingface",
            "kmeans",
            "knn",
        ];
        let cases = [
            ("xgbost", Some("xgboost")),
            ("XGBoost", Some("xgboost")),
            ("linear_learner", Some("linear-learner")),
            ("hugging-face", Some("huggingface")),
            ("hugging", Some("huggingface")),
            ("k-means", Some("kmeans")),
            ("banana", None),
            ("", None),
        ];
        for (written, expected) in cases {
            assert_eq!(nearest(written, slugs), expected, "{written}");
        }
    }

    #[test]
    fn regions_are_told_apart_by_their_numbers() {
        assert_eq!(
            nearest("us-east1", ["us-west-1", "us-east-1", "us-east-2"]),
            Some("us-east-1")
        );
    }
}
