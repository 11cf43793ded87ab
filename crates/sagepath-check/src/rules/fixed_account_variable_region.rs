use super::{Check, Draft, rule};
use crate::subject::{Given, PathPart, Subject, owns};

rule! {
    /// The account is fixed and the region is not, and the account does not own the repository in every region.
    ///
    /// It works until somebody runs it in a region where another account owns the repository. Only regions with the same
    /// suffix count, if that is written, and only those of the setting `regions`, if there is one.
    ///
    /// ```python
    /// image = f"683313688378.dkr.ecr.{region}.amazonaws.com/sagemaker-xgboost:1.7-1"
    /// ```
    "fixed-account-variable-region": Warning, High, fix None, on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let path = subject.path;
    let is_fixed = path.account.is == Given::Written && path.region.is != Given::Written;
    if !is_fixed || !subject.has_account() || !subject.identity.has_known_repository() {
        return None;
    }
    let (account, repository) = (&path.account.value, &path.repository);
    let is_used = |region: &str| {
        let used = &subject.settings.regions;
        used.is_empty() || used.iter().any(|used| used == region)
    };
    let has_suffix = |suffix: &str| path.suffix.is != Given::Written || suffix == path.suffix.value;
    let offered = subject
        .catalog
        .regions()
        .filter(|region| subject.catalog.account(repository, region.id()).is_some())
        .filter(|region| has_suffix(region.dns_suffix()) && is_used(region.id()));
    let (own, others): (Vec<_>, Vec<_>) =
        offered.partition(|region| owns(subject.catalog, account, repository, region.id()));
    let example = others.first()?;
    let right = subject.catalog.account(repository, example.id())?;
    if own.is_empty() {
        return None;
    }
    Some(
        Draft::new(
            subject.span(PathPart::Account),
            format!(
                "account {account} owns `{repository}` in {} of {} regions, and the region is not fixed",
                own.len(),
                own.len() + others.len()
            ),
        )
        .help(format!(
            "in {} it is {right}: look the account up by region",
            example.id()
        )),
    )
}
