use super::{Check, rule};

rule! {
    /// A comment silences a rule, and does not say why.
    ///
    /// Whoever reads it later wants to know whether the reason still holds.
    ///
    /// ```yaml
    /// image: 174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:latest  # sagepath: ignore[latest-tag]
    /// ```
    "ignore-without-reason": Info, High, fix None, on, Check::Comment
}
