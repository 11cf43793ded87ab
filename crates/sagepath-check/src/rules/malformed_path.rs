use sagepath::registry_path::ParseError;

use super::{Check, Draft, rule};
use crate::reference::Reference;

rule! {
    /// The text is meant to be one of AWS's registry paths, and is none.
    ///
    /// An account with a digit too few, a repository in upper case, a suffix that does not exist: no registry takes it.
    ///
    /// ```text
    /// 76310435188.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5.1-gpu-py311
    /// ```
    "malformed-path": Error, High, fix None, on, Check::Malformed(check)
}

fn check(error: &ParseError, reference: &Reference) -> Draft {
    let draft = Draft::new(reference.text.span(), error.to_string());
    match error.hint() {
        Some(hint) => draft.help(hint),
        None => draft,
    }
}
