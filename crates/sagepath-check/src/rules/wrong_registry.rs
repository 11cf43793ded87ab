use sagepath::RegistryVerdict;

use super::{Check, Draft, rule};
use crate::finding::{Confidence, Safety};
use crate::subject::{Change, Given, PathPart, Subject};

rule! {
    /// The account does not own this repository in this region.
    ///
    /// Each repository is owned by another account of AWS's in each region, and a pull from the wrong one fails. Paths copied
    /// from an example for another region, or from another algorithm, have this mistake.
    ///
    /// ```text
    /// 683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1
    /// ```
    ///
    /// In us-east-2 the account is 257758044811. Accounts that no source knows are not judged, unless they are the right one
    /// with a digit or two mistaken.
    "wrong-registry": Error, High, fix Some(Safety::Safe), on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    if !subject.has_account() || !subject.identity.has_known_repository() {
        return None;
    }
    let (account, repository) = (&subject.path.account.value, &subject.path.repository);
    let region = &subject.path.region.value;
    let span = subject.span(PathPart::Account);
    if !subject.has_region() {
        let is_nowhere = subject.identity.registry() == RegistryVerdict::OtherRepository;
        return is_nowhere.then(|| {
            Draft::new(
                span,
                format!("account {account} does not own `{repository}` in any region"),
            )
            .help(format!(
                "`sagepath explain` tells the account of `{repository}` in a region"
            ))
        });
    }
    let right = subject.identity.right_account()?;
    let (message, confidence) = match subject.identity.registry() {
        RegistryVerdict::OtherRegion => {
            let owned = subject
                .catalog
                .regions()
                .find(|other| crate::subject::owns(subject.catalog, account, repository, other.id()));
            let elsewhere = owned.map_or("another region", |other| other.id());
            let message = format!("account {account} owns `{repository}` in {elsewhere}, not in {region}");
            (message, Confidence::High)
        }
        RegistryVerdict::OtherRepository => (
            format!("account {account} does not own `{repository}`"),
            Confidence::High,
        ),
        RegistryVerdict::Foreign if is_slip(account, right) => {
            let message =
                format!("account {account} is none of AWS's: {right} owns `{repository}` in {region}");
            (message, Confidence::Medium)
        }
        _ => return None,
    };
    let is_written = subject.path.region.is == Given::Written;
    let change = Change {
        account: Some(right.to_owned()),
        ..Change::default()
    };
    Some(
        Draft::new(span, message)
            .confidence(if is_written {
                confidence
            } else {
                Confidence::Medium
            })
            .help(format!("in {region} it is {right}"))
            .change(is_written.then_some(change)),
    )
}

/// Whether one account is another with a digit or two mistaken.
fn is_slip(account: &str, right: &str) -> bool {
    strsim::osa_distance(account, right) <= 2
}
