//! What a user has set: by options, in the environment, in the files that AWS's tools share.

mod environment;
mod files;

use std::path::PathBuf;
use std::time::Duration;

use sagepath_api::Service;

use crate::endpoint::{self, Variant};
use crate::settings::files::{Files, Section};

pub use crate::settings::environment::Environment;

/// Asks a user for a code of the device with a serial number.
pub type AskCode = fn(serial: &str) -> std::io::Result<String>;

/// What the command line says, and wins over everything else.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The profile to use, `--profile`.
    pub profile: Option<String>,
    /// The region, `--region`.
    pub region: Option<String>,
    /// Asks for a code of the device with this serial number, where a role wants one.
    pub ask_code: Option<AskCode>,
    /// Where every service is, `--endpoint-url`.
    pub endpoint_url: Option<String>,
    /// How long a connection may take; 10 seconds if it is not given.
    pub connect_timeout: Option<Duration>,
    /// How long an answer may keep silent; 70 seconds if it is not given, since a model may take 60.
    pub read_timeout: Option<Duration>,
}

/// What is set, by whoever has set it.
#[derive(Clone, Debug)]
pub struct Settings {
    environment: Environment,
    files: Files,
    options: Options,
    profile_name: String,
}

/// Settings that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// A file is there, and cannot be read.
    #[error("{}: {reason}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// Why not.
        reason: String,
    },
    /// The profile that is asked for is in neither file.
    #[error("profile `{name}` is not known")]
    UnknownProfile {
        /// Its name.
        name: String,
        /// The profiles that there are.
        known: Vec<String>,
    },
    /// No region is named anywhere.
    #[error("no region is named")]
    NoRegion {
        /// The profile that could name one.
        profile: String,
        /// The file that it would stand in.
        file: Option<PathBuf>,
    },
    /// A region could not be part of a host's name.
    #[error("region `{0}` is malformed")]
    MalformedRegion(String),
    /// A URL of a service is none.
    #[error("endpoint URL `{url}` is malformed: {reason}")]
    MalformedUrl {
        /// What was given.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// FIPS or dual-stack is asked for together with a URL.
    #[error("{variant} cannot be combined with an endpoint URL of one's own ({url})")]
    VariantWithUrl {
        /// What was asked for.
        variant: Variant,
        /// The URL.
        url: String,
    },
    /// A setting has a value that it cannot have.
    #[error("{name} is `{value}`, which is no {wanted}")]
    Malformed {
        /// The setting.
        name: String,
        /// Its value.
        value: String,
        /// What it should be.
        wanted: &'static str,
    },
    /// Certificates to trust cannot be used.
    #[error("certificates: {0}")]
    Certificates(String),
    /// A proxy of the environment cannot be used.
    #[error("the HTTP client could not be set up: {0}")]
    Client(String),
}

impl SettingsError {
    /// What to do next.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            SettingsError::UnknownProfile { known, .. } if known.is_empty() => {
                "`aws configure` makes one".to_owned()
            }
            SettingsError::NoRegion { profile, file } => {
                let file = file
                    .as_ref()
                    .map_or_else(|| "~/.aws/config".to_owned(), |file| file.display().to_string());
                format!("name one with `--region`, in AWS_REGION, or as `region` of the profile `{profile}` in {file}")
            }
            SettingsError::MalformedUrl { .. } => "it looks like `http://127.0.0.1:5000`".to_owned(),
            SettingsError::VariantWithUrl { .. } => {
                "unset AWS_USE_FIPS_ENDPOINT and AWS_USE_DUALSTACK_ENDPOINT, or the endpoint URL".to_owned()
            }
            SettingsError::Certificates(_) => {
                "AWS_CA_BUNDLE, SSL_CERT_FILE or `ca_bundle` of the profile names a file of certificates in PEM".to_owned()
            }
            _ => return None,
        })
    }
}

impl Settings {
    /// Reads what is set.
    ///
    /// # Errors
    ///
    /// A file that cannot be read.
    pub fn load(environment: Environment, options: Options) -> Result<Self, SettingsError> {
        let files = Files::read(&environment)?;
        let profile_name = options
            .profile
            .as_deref()
            .or_else(|| environment.get("AWS_PROFILE"))
            .or_else(|| environment.get("AWS_DEFAULT_PROFILE"))
            .unwrap_or("default")
            .to_owned();
        Ok(Settings {
            environment,
            files,
            options,
            profile_name,
        })
    }

    /// Whether the profile in use exists. Without one that is asked for, none need to.
    pub(crate) fn check_profile(&self) -> Result<(), SettingsError> {
        let name = &self.profile_name;
        if name == "default" || self.files.profile(name).is_some() {
            return Ok(());
        }
        Err(SettingsError::UnknownProfile {
            name: name.clone(),
            known: self.files.profile_names().map(str::to_owned).collect(),
        })
    }

    /// The region: of the options, `AWS_REGION`, `AWS_DEFAULT_REGION` or the profile.
    ///
    /// # Errors
    ///
    /// None of them names one, or what they name could not be part of a host's name.
    pub fn region(&self) -> Result<&str, SettingsError> {
        let region = self
            .options
            .region
            .as_deref()
            .or_else(|| self.environment.get("AWS_REGION"))
            .or_else(|| self.environment.get("AWS_DEFAULT_REGION"))
            .or_else(|| self.of_profile("region"))
            .ok_or_else(|| SettingsError::NoRegion {
                profile: self.profile_name.clone(),
                file: self.files.config.clone(),
            })?;
        endpoint::is_host_label(region)
            .then_some(region)
            .ok_or_else(|| SettingsError::MalformedRegion(region.to_owned()))
    }

    /// Where a service is, as a URL without a slash at its end.
    ///
    /// # Errors
    ///
    /// No region, or a URL of one's own that cannot be used.
    pub fn endpoint(&self, service: &Service) -> Result<String, SettingsError> {
        match self.options.endpoint_url.as_deref() {
            Some(url) => self.own_url(url),
            None => self.configured_endpoint(service, None),
        }
    }

    /// Where a service is that the command is not about; `None` if the option `--endpoint-url` is given, and nothing says where
    /// this service is.
    pub(crate) fn endpoint_beside(&self, service: &Service) -> Result<Option<String>, SettingsError> {
        if self.options.endpoint_url.is_some() && self.own_endpoint(service).is_none() {
            return Ok(None);
        }
        self.configured_endpoint(service, None).map(Some)
    }

    /// Where a service is by environment and profile, also in another region: the option `--endpoint-url` is not about those that
    /// give credentials.
    pub(crate) fn configured_endpoint(
        &self,
        service: &Service,
        region: Option<&str>,
    ) -> Result<String, SettingsError> {
        match (self.own_endpoint(service), region) {
            (Some(url), _) => self.own_url(url),
            (None, None) => Ok(endpoint::url(service, self.region()?, self.variant())),
            (None, Some(region)) if endpoint::is_host_label(region) => {
                Ok(endpoint::url(service, region, self.variant()))
            }
            (None, Some(region)) => Err(SettingsError::MalformedRegion(region.to_owned())),
        }
    }

    fn variant(&self) -> Variant {
        Variant {
            fips: self.is_on("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"),
            dual_stack: self.is_on("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint"),
        }
    }

    /// A URL of the user's, if it can be one of a service.
    fn own_url(&self, url: &str) -> Result<String, SettingsError> {
        let malformed = |reason: String| SettingsError::MalformedUrl {
            url: url.to_owned(),
            reason,
        };
        let parsed = reqwest::Url::parse(url).map_err(|error| malformed(error.to_string()))?;
        if !matches!(parsed.scheme(), "http" | "https") || !parsed.has_host() {
            return Err(malformed("it is neither http:// nor https://".to_owned()));
        }
        if parsed.query().is_some() || parsed.fragment().is_some() {
            return Err(malformed("it has a query or a fragment".to_owned()));
        }
        let variant = self.variant();
        if variant != Variant::default() {
            return Err(SettingsError::VariantWithUrl {
                variant,
                url: url.to_owned(),
            });
        }
        Ok(url.trim_end_matches('/').to_owned())
    }

    /// The URL that environment or profile set for a service, or for all.
    fn own_endpoint(&self, service: &Service) -> Option<&str> {
        if self.is_on(
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "ignore_configured_endpoint_urls",
        ) {
            return None;
        }
        let names = endpoint::setting_names(service);
        let of_variables = names
            .iter()
            .map(|name| format!("AWS_ENDPOINT_URL_{}", name.to_ascii_uppercase()))
            .find_map(|name| self.environment.get(&name))
            .or_else(|| self.environment.get("AWS_ENDPOINT_URL"));
        let of_services = || {
            let services = self.files.services(self.of_profile("services")?)?;
            names
                .iter()
                .map(|name| format!("{name}.endpoint_url"))
                .find_map(|name| services.get(&name))
                .map(String::as_str)
        };
        of_variables
            .or_else(of_services)
            .or_else(|| self.of_profile("endpoint_url"))
    }

    /// How many times a request is sent at most.
    ///
    /// # Errors
    ///
    /// What is set is no number above zero.
    pub fn attempts(&self) -> Result<u32, SettingsError> {
        /// The SDKs' standard is three; who follows a job for hours wants a little more.
        const ATTEMPTS: u32 = 5;
        let set = self
            .environment
            .get("AWS_MAX_ATTEMPTS")
            .map(|value| ("AWS_MAX_ATTEMPTS", value))
            .or_else(|| Some(("max_attempts", self.of_profile("max_attempts")?)));
        let Some((name, value)) = set else {
            return Ok(ATTEMPTS);
        };
        value
            .parse()
            .ok()
            .filter(|attempts| *attempts > 0)
            .ok_or_else(|| SettingsError::Malformed {
                name: name.to_owned(),
                value: value.to_owned(),
                wanted: "number above zero",
            })
    }

    /// The file of certificates to trust, instead of the system's.
    pub(crate) fn certificates(&self) -> Option<PathBuf> {
        self.environment
            .get("AWS_CA_BUNDLE")
            .or_else(|| self.of_profile("ca_bundle"))
            .or_else(|| self.environment.get("SSL_CERT_FILE"))
            .map(|path| self.environment.expand(path))
    }

    /// How long a connection may take.
    pub(crate) fn connect_timeout(&self) -> Duration {
        self.options.connect_timeout.unwrap_or(Duration::from_secs(10))
    }

    /// How long an answer may keep silent.
    pub(crate) fn read_timeout(&self) -> Duration {
        self.options.read_timeout.unwrap_or(Duration::from_secs(70))
    }

    /// The name of the profile in use.
    pub(crate) fn profile_name(&self) -> &str {
        &self.profile_name
    }

    /// Whether the profile was chosen by an option, which wins over the keys of the environment.
    pub(crate) fn profile_is_chosen(&self) -> bool {
        self.options.profile.is_some()
    }

    pub(crate) fn ask_code(&self) -> Option<AskCode> {
        self.options.ask_code
    }

    /// The settings of a profile.
    pub(crate) fn profile(&self, name: &str) -> Option<&Section> {
        self.files.profile(name)
    }

    /// The settings of an SSO session.
    pub(crate) fn sso_session(&self, name: &str) -> Option<&Section> {
        self.files.sso_session(name)
    }

    pub(crate) fn environment(&self) -> &Environment {
        &self.environment
    }

    fn of_profile(&self, setting: &str) -> Option<&str> {
        self.files
            .profile(&self.profile_name)?
            .get(setting)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }

    fn is_on(&self, variable: &str, setting: &str) -> bool {
        match self.environment.get(variable) {
            Some(_) => self.environment.is_true(variable),
            None => self
                .of_profile(setting)
                .is_some_and(|value| value.eq_ignore_ascii_case("true")),
        }
    }
}
