use super::{Check, rule};

rule! {
    /// A comment silences a rule that finds nothing there.
    ///
    /// What it was for has been mended: the comment can go.
    ///
    /// ```python
    /// image = "174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1"  # sagepath: ignore[latest-tag] because of a demo
    /// ```
    "unused-ignore": Warning, High, fix None, on, Check::Comment
}
