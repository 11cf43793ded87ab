//! What is set, and who wins.

use sagepath_api::{Service, logs, sagemaker, sagemaker_runtime};
use sagepath_aws::{Environment, Options, Settings, SettingsError};

use crate::world::{TestResult, home, text};

type Variables<'v> = &'v [(&'v str, &'v str)];

fn settings(variables: &[(&str, &str)], options: Options) -> Result<Settings, SettingsError> {
    Settings::load(Environment::new(variables.iter().copied()), options)
}

#[test]
fn the_region_is_that_of_the_option_the_variables_or_the_profile() -> TestResult {
    let home = home(
        "[default]\nregion = eu-west-1\n[profile p]\nregion = eu-west-2\n[profile none]\noutput = json\n",
    )?;
    let folder = text(home.path());
    let home = ("HOME", folder.as_str());
    let cases: [(Variables<'_>, Option<&str>, Result<&str, &str>); 8] = [
        (&[home], None, Ok("eu-west-1")),
        (&[home, ("AWS_PROFILE", "p")], None, Ok("eu-west-2")),
        (
            &[home, ("AWS_DEFAULT_REGION", "us-west-1")],
            None,
            Ok("us-west-1"),
        ),
        (
            &[
                home,
                ("AWS_DEFAULT_REGION", "us-west-1"),
                ("AWS_REGION", "us-west-2"),
            ],
            None,
            Ok("us-west-2"),
        ),
        (
            &[home, ("AWS_REGION", "us-west-2")],
            Some("cn-north-1"),
            Ok("cn-north-1"),
        ),
        (&[home, ("AWS_PROFILE", "none")], None, Err("no region is named")),
        (&[], None, Err("no region is named")),
        (
            &[],
            Some("us-east-1.evil.example/?"),
            Err("region `us-east-1.evil.example/?` is malformed"),
        ),
    ];
    for (variables, option, expected) in cases {
        let options = Options {
            region: option.map(str::to_owned),
            ..Options::default()
        };
        let settings = settings(variables, options)?;
        let region = settings.region().map_err(|error| error.to_string());
        assert_eq!(
            region,
            expected.map_err(str::to_owned),
            "{variables:?} {option:?}"
        );
    }
    Ok(())
}

#[test]
fn a_profile_that_is_asked_for_must_exist() -> TestResult {
    for variable in ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"] {
        let settings = settings(
            &[("AWS_REGION", "us-east-1"), (variable, "ghost")],
            Options::default(),
        )?;
        let error = sagepath_aws::Client::new(settings).err();
        assert_eq!(
            error.map(|error| error.to_string()).as_deref(),
            Some("profile `ghost` is not known")
        );
    }
    let settings = settings(
        &[("AWS_REGION", "us-east-1"), ("AWS_PROFILE", "default")],
        Options::default(),
    )?;
    assert!(sagepath_aws::Client::new(settings).is_ok());
    Ok(())
}

#[test]
fn an_endpoint_of_ones_own_is_that_of_the_service_before_that_of_all() -> TestResult {
    let home = home(
        "[default]\nregion = us-east-1\nendpoint_url = http://profile:1\nservices = s\n\
         [services s]\nsagemaker_runtime =\n  endpoint_url = http://services:2/\n",
    )?;
    let folder = text(home.path());
    let home = ("HOME", folder.as_str());
    let all = ("AWS_ENDPOINT_URL", "http://all:3");
    let cases: [(Variables<'_>, &Service, &str); 9] = [
        (&[home], &sagemaker::SERVICE, "http://profile:1"),
        (&[home], &sagemaker_runtime::SERVICE, "http://services:2"),
        (&[home, all], &sagemaker_runtime::SERVICE, "http://all:3"),
        (
            &[home, all, ("AWS_ENDPOINT_URL_SAGEMAKER", "http://own:4")],
            &sagemaker::SERVICE,
            "http://own:4",
        ),
        (
            &[home, all, ("AWS_ENDPOINT_URL_SAGEMAKER", "http://own:4")],
            &sagemaker_runtime::SERVICE,
            "http://all:3",
        ),
        (
            &[home, ("AWS_ENDPOINT_URL_LOGS", "http://logs:5")],
            &logs::SERVICE,
            "http://logs:5",
        ),
        (
            &[home, ("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", "http://logs:6")],
            &logs::SERVICE,
            "http://logs:6",
        ),
        (
            &[home, all, ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")],
            &logs::SERVICE,
            "https://logs.us-east-1.amazonaws.com",
        ),
        (
            &[("AWS_REGION", "us-gov-west-1"), ("AWS_USE_FIPS_ENDPOINT", "true")],
            &sagemaker::SERVICE,
            "https://api-fips.sagemaker.us-gov-west-1.amazonaws.com",
        ),
    ];
    for (variables, service, expected) in cases {
        let settings = settings(variables, Options::default())?;
        assert_eq!(settings.endpoint(service)?, expected, "{variables:?} {service:?}");
    }
    Ok(())
}

#[test]
fn settings_that_cannot_be_used_are_named() -> TestResult {
    let of = |variables: &[(&str, &str)]| {
        let mut all = vec![("AWS_REGION", "us-east-1")];
        all.extend(variables);
        settings(&all, Options::default())
    };
    for (url, message) in [
        (
            "127.0.0.1:5000",
            "endpoint URL `127.0.0.1:5000` is malformed: relative URL without a base",
        ),
        (
            "ftp://host",
            "endpoint URL `ftp://host` is malformed: it is neither http:// nor https://",
        ),
        (
            "http://host/?x",
            "endpoint URL `http://host/?x` is malformed: it has a query or a fragment",
        ),
    ] {
        let error = of(&[("AWS_ENDPOINT_URL", url)])?
            .endpoint(&sagemaker::SERVICE)
            .err();
        assert_eq!(error.map(|error| error.to_string()).as_deref(), Some(message));
    }
    let both = of(&[
        ("AWS_ENDPOINT_URL", "http://host"),
        ("AWS_USE_DUALSTACK_ENDPOINT", "TRUE"),
    ])?;
    assert!(matches!(
        both.endpoint(&logs::SERVICE),
        Err(SettingsError::VariantWithUrl { .. })
    ));
    for value in ["0", "-1", "many"] {
        assert!(of(&[("AWS_MAX_ATTEMPTS", value)])?.attempts().is_err(), "{value}");
    }
    assert_eq!(of(&[("AWS_MAX_ATTEMPTS", "1")])?.attempts(), Ok(1));
    Ok(())
}

#[test]
fn certificates_that_are_none_are_refused() -> TestResult {
    let home = home("")?;
    let file = home.path().join("bundle.pem");
    for content in [
        None,
        Some("nothing"),
        Some("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
    ] {
        if let Some(content) = content {
            std::fs::write(&file, content)?;
        }
        let bundle = text(&file);
        let settings = settings(
            &[("AWS_REGION", "us-east-1"), ("AWS_CA_BUNDLE", &bundle)],
            Options::default(),
        )?;
        let error = sagepath_aws::Client::new(settings).err();
        let message = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(
            message.starts_with(&format!("certificates: {bundle}: ")),
            "{message}"
        );
    }
    Ok(())
}
