//! What a command says, and how it ends, where AWS gives no answer.

use sagepath_aws::{Error, SettingsError};

use crate::failure::Failure;

/// Codes of a no that is about who asks, and not about what is asked for.
const WHO: [&str; 8] = [
    "AccessDenied",
    "AccessDeniedException",
    "InvalidAccessKeyId",
    "InvalidClientTokenId",
    "InvalidSignatureException",
    "OptInRequired",
    "SignatureDoesNotMatch",
    "UnrecognizedClientException",
];

impl From<Error> for Failure {
    /// A service's no is a no; that nobody could be asked, or not by this user, is trouble.
    fn from(error: Error) -> Self {
        let is_no = error.refusal().is_some_and(|refusal| {
            !(refusal.is_throttling()
                || refusal.is_fault()
                || refusal.is_expired()
                || WHO.contains(&refusal.code.as_str()))
        });
        let mut failure = if is_no {
            Failure::no(error.to_string())
        } else {
            Failure::usage(error.to_string())
        };
        if let Error::Settings(SettingsError::UnknownProfile { known, .. }) = &error {
            failure = failure.choices(known);
        }
        match error.hint() {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
    }
}
