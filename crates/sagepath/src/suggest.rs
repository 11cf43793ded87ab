//! Did you mean: the nearest of the words that would have been right.

/// The word nearest to what was written, if it is near enough to be meant: a third of the letters may be wrong, or it may
/// be longer. Of two that are equally near, the first.
pub(crate) fn nearest<S: AsRef<str>>(written: &str, words: impl IntoIterator<Item = S>) -> Option<S> {
    let plain = simplified(written);
    let length = plain.len();
    let mut limit = length.max(3) / 3;
    let mut best: Option<(usize, S)> = None;
    for word in words {
        let candidate = simplified(word.as_ref());
        let beyond = candidate.len().abs_diff(length);
        // A distance is at least the difference in length: most words need no more than this to be passed over.
        let distance = if beyond <= limit {
            strsim::osa_distance(&plain, &candidate)
        } else if length >= 3 && candidate.starts_with(&plain) {
            limit
        } else {
            continue;
        };
        if distance <= limit && best.as_ref().is_none_or(|(nearest, _)| distance < *nearest) {
            limit = distance;
            best = Some((distance, word));
        }
    }
    best.map(|(_, word)| word)
}

/// Spelling without what people are unsure of: case, and separators between words.
fn simplified(word: &str) -> String {
    word.chars()
        .filter(|character| !matches!(character, '-' | '_' | ' '))
        .flat_map(char::to_lowercase)
        .collect()
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
