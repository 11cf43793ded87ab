//! The region that is meant where none is named, found as the AWS CLI and SDKs find it.

use sagepath_aws::{Environment, Error, Options, Settings, SettingsError};

use crate::failure::Failure;

/// The region of the environment or, failing that, of the AWS config file's profile.
pub(crate) fn default_region() -> Option<String> {
    of_variables().or_else(|| of_settings().ok())
}

/// The region that is named or, failing that, the default.
pub(crate) fn or_default(named: Option<&str>) -> Result<String, Failure> {
    match named.map(str::to_owned).or_else(of_variables) {
        Some(region) => Ok(region),
        None => of_settings().map_err(|error| Failure::from(Error::from(error))),
    }
}

/// Most users have it there, and no file needs to be read.
fn of_variables() -> Option<String> {
    ["AWS_REGION", "AWS_DEFAULT_REGION"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|region| !region.is_empty()))
}

fn of_settings() -> Result<String, SettingsError> {
    let settings = Settings::load(Environment::of_process(), Options::default())?;
    settings.region().map(str::to_owned)
}
