use super::{Check, Draft, rule};
use crate::finding::{Confidence, Severity};
use crate::subject::{Given, PathPart, Subject};

rule! {
    /// The account is one of AWS's, and no source knows such a repository of it.
    ///
    /// Where a repository with a name much like it is known, it is a warning; else it is told for information only, because
    /// AWS's accounts hold repositories that no list names.
    ///
    /// ```text
    /// 763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-trainning:2.5.1-gpu-py311
    /// ```
    "unknown-repository": Warning, Medium, fix None, on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    if subject.path.account.is != Given::Written || subject.identity.has_known_repository() {
        return None;
    }
    let account = &subject.path.account.value;
    if !subject.catalog.has_account(account) || !subject.has_account() {
        return None;
    }
    let repository = &subject.path.repository;
    let draft = Draft::new(
        subject.span(PathPart::Repository),
        format!("account {account} is one of AWS's, and no source knows its repository `{repository}`"),
    );
    Some(match subject.identity.closest() {
        Some(path) => draft.change(subject.change_to(&path)),
        None => draft.severity(Severity::Info).confidence(Confidence::Low),
    })
}
