//! The region that is meant where none is named, found as the AWS CLI and SDKs find it.

use std::env;
use std::path::PathBuf;

use ini_roundtrip::{Item, Parser};

use crate::failure::Failure;

/// The region of the environment or, failing that, of the AWS config file's profile.
pub(crate) fn default_region() -> Option<String> {
    let variable = |name| env::var(name).ok().filter(|value| !value.is_empty());
    variable("AWS_REGION")
        .or_else(|| variable("AWS_DEFAULT_REGION"))
        .or_else(|| {
            let text = std::fs::read(config_file()?).ok()?;
            region_of_profile(&String::from_utf8_lossy(&text), &profile())
        })
}

/// The region that is named or, failing that, the default.
pub(crate) fn or_default(named: Option<&str>) -> Result<String, Failure> {
    named
        .map(str::to_owned)
        .or_else(default_region)
        .ok_or_else(none_named)
}

fn none_named() -> Failure {
    let file =
        named_config_file().map_or_else(|| "~/.aws/config".to_owned(), |file| file.display().to_string());
    let hint = format!(
        "name one with `--region`, in AWS_REGION, or as `region` of the profile `{}` in {file}",
        profile()
    );
    Failure::usage("no region is named").hint(hint)
}

fn profile() -> String {
    env::var("AWS_PROFILE")
        .ok()
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "default".to_owned())
}

fn config_file() -> Option<PathBuf> {
    named_config_file().or_else(|| Some(env::home_dir()?.join(".aws").join("config")))
}

fn named_config_file() -> Option<PathBuf> {
    env::var_os("AWS_CONFIG_FILE")
        .filter(|file| !file.is_empty())
        .map(PathBuf::from)
}

/// The `region` of a profile in the text of a config file.
fn region_of_profile(text: &str, profile: &str) -> Option<String> {
    let mut own_section = false;
    let mut region = None;
    for item in Parser::new(text.trim_start_matches('\u{feff}')) {
        match item {
            Item::Section { name, .. } => own_section = is_section_of(name, profile),
            // An indented line belongs to the setting above it.
            Item::Property { raw, .. } if raw.starts_with([' ', '\t']) => {}
            Item::Property {
                key: "region",
                val: Some(value),
                ..
            } if own_section => region = Some(without_comment(value)),
            _ => {}
        }
    }
    region.filter(|region| !region.is_empty()).map(str::to_owned)
}

/// `[profile name]`, or for the default profile also `[default]`; a name with blanks is in quotation marks.
fn is_section_of(section: &str, profile: &str) -> bool {
    let Some(name) = section
        .trim()
        .strip_prefix("profile")
        .filter(|rest| rest.starts_with([' ', '\t']))
    else {
        return profile == "default" && section.trim() == "default";
    };
    name.trim().trim_matches(['"', '\'']) == profile
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
    use super::region_of_profile;

    const CONFIG: &str = "\
# comment
[default]
region=us-west-2 # where the office is
s3 =
    region = nested
[profile research]
output = json
region = eu-west-1
[profile \"two words\"]
region = eu-west-2
[services research]
region = never
[profile empty]
region =
";

    #[test]
    fn a_profile_has_its_own_region() {
        let region = |profile| region_of_profile(CONFIG, profile);
        assert_eq!(region("default").as_deref(), Some("us-west-2"));
        assert_eq!(region("research").as_deref(), Some("eu-west-1"));
        assert_eq!(region("two words").as_deref(), Some("eu-west-2"));
        assert_eq!(region("empty"), None);
        assert_eq!(region("absent"), None);
    }

    #[test]
    fn a_broken_file_names_no_region() {
        for text in [
            "",
            "[",
            "[default",
            "region",
            "[default]\nregion",
            "\0\u{feff}[default]",
        ] {
            assert_eq!(region_of_profile(text, "default"), None);
        }
        assert_eq!(
            region_of_profile("\u{feff}[default]\r\nregion = us-east-1\r\n", "default").as_deref(),
            Some("us-east-1")
        );
    }
}
