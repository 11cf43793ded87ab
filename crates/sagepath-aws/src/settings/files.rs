//! The files that AWS's tools share: `~/.aws/config` and `~/.aws/credentials`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ini_roundtrip::{Item, Parser};

use crate::settings::SettingsError;
use crate::settings::environment::Environment;

/// The settings of a section. A setting inside another, as below `s3 =`, has the name `s3.setting`.
pub(crate) type Section = BTreeMap<String, String>;

/// What both files say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files {
    profiles: BTreeMap<String, Section>,
    sso_sessions: BTreeMap<String, Section>,
    services: BTreeMap<String, Section>,
    /// The config file, if it is not the usual one.
    pub(crate) config: Option<PathBuf>,
}

impl Files {
    /// Reads both. A file that is not there says nothing.
    ///
    /// # Errors
    ///
    /// A file that is there and cannot be read.
    pub(crate) fn read(environment: &Environment) -> Result<Self, SettingsError> {
        let config = environment.file("AWS_CONFIG_FILE", ".aws/config");
        let credentials = environment.file("AWS_SHARED_CREDENTIALS_FILE", ".aws/credentials");
        let mut files = Files::default();
        files.add_config(&text_of(config.as_deref())?);
        files.add_credentials(&text_of(credentials.as_deref())?);
        // The usual one is better known by its usual name.
        files.config = config.filter(|_| environment.get("AWS_CONFIG_FILE").is_some());
        Ok(files)
    }

    pub(crate) fn profile(&self, name: &str) -> Option<&Section> {
        self.profiles.get(name)
    }

    pub(crate) fn sso_session(&self, name: &str) -> Option<&Section> {
        self.sso_sessions.get(name)
    }

    pub(crate) fn services(&self, name: &str) -> Option<&Section> {
        self.services.get(name)
    }

    pub(crate) fn profile_names(&self) -> impl Iterator<Item = &str> {
        self.profiles.keys().map(String::as_str)
    }

    /// The sections `[default]`, `[profile NAME]`, `[sso-session NAME]` and `[services NAME]`.
    fn add_config(&mut self, text: &str) {
        for (heading, section) in sections(text) {
            let mut words = heading.splitn(2, [' ', '\t']);
            let kind = words.next().unwrap_or_default();
            let name = words.next().map(|name| name.trim().trim_matches(['"', '\'']));
            let (kept, name) = match (kind, name) {
                // `[profile default]` is the same as `[default]`.
                ("default", None) => (&mut self.profiles, "default"),
                ("profile", Some(name)) => (&mut self.profiles, name),
                ("sso-session", Some(name)) => (&mut self.sso_sessions, name),
                ("services", Some(name)) => (&mut self.services, name),
                _ => continue,
            };
            kept.entry(name.to_owned()).or_default().extend(section);
        }
    }

    /// The sections `[NAME]`, whose settings win over those of the config file.
    fn add_credentials(&mut self, text: &str) {
        for (name, section) in sections(text) {
            let name = name.trim_matches(['"', '\'']).to_owned();
            self.profiles.entry(name).or_default().extend(section);
        }
    }
}

fn text_of(file: Option<&Path>) -> Result<String, SettingsError> {
    let Some(file) = file else {
        return Ok(String::new());
    };
    match std::fs::read(file) {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Err(error)
            if matches!(
                error.kind(),
                std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory
            ) =>
        {
            Ok(String::new())
        }
        Err(error) => Err(SettingsError::File {
            file: file.to_owned(),
            reason: error.to_string(),
        }),
    }
}

/// The sections of a text, in order. Lines that mean nothing are passed over.
fn sections(text: &str) -> Vec<(&str, Section)> {
    let mut sections: Vec<(&str, Section)> = Vec::new();
    // The setting that indented lines belong to.
    let mut outer: Option<&str> = None;
    for item in Parser::new(text.trim_start_matches('\u{feff}')) {
        match item {
            Item::Section { name, .. } => {
                sections.push((name.trim(), Section::new()));
                outer = None;
            }
            Item::Property {
                key,
                val: Some(value),
                raw,
            } => {
                let Some((_, section)) = sections.last_mut() else {
                    continue;
                };
                let value = without_comment(value);
                let key = key.to_ascii_lowercase();
                match outer {
                    Some(outer) if raw.starts_with([' ', '\t']) => {
                        section.insert(format!("{}.{key}", outer.to_ascii_lowercase()), value.to_owned());
                    }
                    _ => {
                        section.insert(key, value.to_owned());
                        outer = raw.split('=').next().map(str::trim);
                    }
                }
            }
            _ => {}
        }
    }
    sections
}

/// A comment behind a value stands after a blank.
fn without_comment(value: &str) -> &str {
    let end = [" #", " ;", "\t#", "\t;"]
        .into_iter()
        .filter_map(|mark| value.find(mark))
        .min();
    value[..end.unwrap_or(value.len())].trim()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CONFIG: &str = "\
# comment
[default]
region=us-west-2 # where the office is
s3 =
    region = nested
[profile research]
output = json
Region = eu-west-1
[profile \"two words\"]
region = eu-west-2
services = local
[services local]
sagemaker =
  endpoint_url = http://127.0.0.1:1
cloudwatch_logs =
  endpoint_url = http://127.0.0.1:2
[sso-session work]
sso_region = us-east-1
[unknown thing]
region = never
";

    fn config(text: &str) -> Files {
        let mut files = Files::default();
        files.add_config(text);
        files
    }

    #[test]
    fn a_profile_has_its_own_settings() {
        let files = config(CONFIG);
        let region = |profile| files.profile(profile)?.get("region").map(String::as_str);
        assert_eq!(region("default"), Some("us-west-2"));
        assert_eq!(region("research"), Some("eu-west-1"));
        assert_eq!(region("two words"), Some("eu-west-2"));
        assert_eq!(region("absent"), None);
        assert_eq!(files.profile_names().count(), 3);
    }

    #[test]
    fn indented_settings_belong_to_the_one_above() {
        let files = config(CONFIG);
        let local = files.services("local").cloned().unwrap_or_default();
        assert_eq!(local["sagemaker.endpoint_url"], "http://127.0.0.1:1");
        assert_eq!(local["cloudwatch_logs.endpoint_url"], "http://127.0.0.1:2");
        assert!(files.sso_session("work").is_some());
    }

    #[test]
    fn the_credentials_file_wins() {
        let mut files = config("[profile a]\naws_access_key_id = config\nregion = us-east-1\n");
        files.add_credentials("[a]\naws_access_key_id = credentials\n[b]\naws_access_key_id = only\n");
        let key = |profile| {
            files
                .profile(profile)?
                .get("aws_access_key_id")
                .map(String::as_str)
        };
        assert_eq!(key("a"), Some("credentials"));
        assert_eq!(key("b"), Some("only"));
        assert!(
            files
                .profile("a")
                .is_some_and(|section| section.contains_key("region"))
        );
    }

    #[test]
    fn a_broken_file_says_nothing() {
        for text in [
            "",
            "[",
            "[default",
            "region",
            "[default]\nregion",
            "\0\u{feff}[default]",
            "[]\n=\n =",
        ] {
            let files = config(text);
            let region = files.profile("default").and_then(|section| section.get("region"));
            assert_eq!(region, None, "{text:?}");
        }
        let files = config("\u{feff}[default]\r\nregion = us-east-1\r\n");
        assert_eq!(
            files
                .profile("default")
                .and_then(|section| section.get("region"))
                .map(String::as_str),
            Some("us-east-1")
        );
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in "(?s)[\\[\\]a-z =#;\\t\\n\\r\"\\PC]{0,200}") {
            let mut files = config(&text);
            files.add_credentials(&text);
        }
    }
}
