//! The credentials of a profile: of its own, or of a role that another profile may assume.

use crate::credentials::sts::{self, Role, WebIdentity};
use crate::credentials::{
    Credentials, CredentialsError, container, instance, login, mfa, of_environment, process, sso,
};
use crate::exchange::Exchange;
use crate::settings::Settings;

/// The settings of a profile, by name.
pub(super) struct Profile<'s> {
    pub(super) name: &'s str,
    section: &'s std::collections::BTreeMap<String, String>,
}

impl<'s> Profile<'s> {
    fn of(settings: &'s Settings, name: &'s str) -> Option<Self> {
        let section = settings.profile(name)?;
        Some(Profile { name, section })
    }

    pub(super) fn get(&self, setting: &str) -> Option<&'s str> {
        self.section
            .get(setting)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }

    /// A setting that another one asks for.
    pub(super) fn need(&self, setting: &str) -> Result<&'s str, CredentialsError> {
        self.get(setting)
            .ok_or_else(|| self.refuse(format!("`{setting}` is not set")))
    }

    pub(super) fn refuse(&self, reason: impl Into<String>) -> CredentialsError {
        CredentialsError::new(format!("the profile `{}`", self.name), reason)
    }

    /// Whether it is a role that other credentials assume.
    fn role(&self) -> Option<Role<'s>> {
        let arn = self.get("role_arn")?;
        self.get("web_identity_token_file").is_none().then(|| Role {
            arn,
            session_name: self.get("role_session_name"),
            external_id: self.get("external_id"),
            duration_seconds: self.get("duration_seconds"),
            mfa: None,
        })
    }

    fn keys(&self) -> Result<Option<Credentials>, CredentialsError> {
        let Some(id) = self.get("aws_access_key_id") else {
            return Ok(None);
        };
        let secret = self.need("aws_secret_access_key")?;
        let token = self
            .get("aws_session_token")
            .or_else(|| self.get("aws_security_token"));
        let keys = Credentials::new(id, secret, token.map(str::to_owned));
        Ok(Some(keys.from(format!("the profile `{}`", self.name))))
    }
}

/// The credentials of the profile in use; `None` if it has no word on them.
pub(super) async fn find(
    settings: &Settings,
    exchange: &Exchange,
) -> Result<Option<Credentials>, CredentialsError> {
    let Some(mut profile) = Profile::of(settings, settings.profile_name()) else {
        return Ok(None);
    };
    // From role to role, until somebody has credentials of their own.
    let mut roles: Vec<(&str, Role<'_>, Option<&str>)> = Vec::new();
    let own = loop {
        let Some(role) = profile.role() else {
            break of_its_own(&profile, settings, exchange).await?;
        };
        roles.push((profile.name, role, profile.get("mfa_serial")));
        match (profile.get("source_profile"), profile.get("credential_source")) {
            (Some(_), Some(_)) => {
                return Err(profile.refuse("it has both `source_profile` and `credential_source`"));
            }
            (Some(source), None) => {
                let Some(next) = Profile::of(settings, source) else {
                    return Err(profile.refuse(format!("its `source_profile` `{source}` is not known")));
                };
                if source == profile.name {
                    break profile.keys()?;
                }
                if roles.iter().any(|(name, ..)| *name == source) {
                    return Err(profile.refuse(format!("its `source_profile` `{source}` leads back to it")));
                }
                profile = next;
            }
            (None, Some(source)) => break of_source(&profile, source, settings).await?,
            (None, None) => {
                return Err(profile
                    .refuse("it has a `role_arn`, and neither `source_profile` nor `credential_source`"));
            }
        }
    };
    let Some(mut credentials) = own else {
        if roles.is_empty() {
            return Ok(None);
        }
        return Err(profile.refuse("it has no credentials to assume the role with"));
    };
    for (name, role, mfa_serial) in roles.iter().rev() {
        let origin = format!("the role of the profile `{name}`");
        credentials = match mfa_serial {
            Some(serial) => mfa::assume_role(role, serial, &origin, &credentials, settings, exchange).await?,
            None => sts::assume_role(role, &origin, &credentials, settings, exchange).await?,
        };
    }
    Ok(Some(credentials))
}

/// What a profile has without anybody's help.
async fn of_its_own(
    profile: &Profile<'_>,
    settings: &Settings,
    exchange: &Exchange,
) -> Result<Option<Credentials>, CredentialsError> {
    if let Some(file) = profile.get("web_identity_token_file") {
        let identity = WebIdentity {
            token_file: settings.environment().expand(file),
            role: Role {
                arn: profile.need("role_arn")?,
                session_name: profile.get("role_session_name"),
                external_id: None,
                duration_seconds: profile.get("duration_seconds"),
                mfa: None,
            },
        };
        return sts::assume_role_with_web_identity(&identity, settings, exchange)
            .await
            .map(Some);
    }
    if profile.get("sso_account_id").is_some() || profile.get("sso_role_name").is_some() {
        return sso::find(profile, settings, exchange).await.map(Some);
    }
    if let Some(keys) = profile.keys()? {
        return Ok(Some(keys));
    }
    if let Some(session) = profile.get("login_session") {
        return login::find(profile, session, settings, exchange).await.map(Some);
    }
    if let Some(command) = profile.get("credential_process") {
        return process::run(profile, command).await.map(Some);
    }
    Ok(None)
}

/// What `credential_source` names.
async fn of_source(
    profile: &Profile<'_>,
    source: &str,
    settings: &Settings,
) -> Result<Option<Credentials>, CredentialsError> {
    let environment = settings.environment();
    match source {
        "Environment" => of_environment(environment),
        "EcsContainer" => container::find(environment).await,
        "Ec2InstanceMetadata" => instance::find(environment).await,
        _ => Err(profile.refuse(format!(
            "`credential_source` is `{source}`; it can be Environment, EcsContainer or Ec2InstanceMetadata"
        ))),
    }
}
