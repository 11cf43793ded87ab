//! Where the services are.
//!
//! Source: the endpoint rule sets and `partitions.json` of botocore 1.44.8. The suite `aws` compares the rules below with
//! botocore's own resolver, for every region.

use std::fmt;

/// A service that requests go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Service {
    /// SageMaker: jobs, models, endpoints.
    SageMaker,
    /// SageMaker Runtime: invocations.
    SageMakerRuntime,
    /// CloudWatch Logs.
    Logs,
    /// Security Token Service: roles.
    Sts,
    /// The portal of IAM Identity Center: credentials of an SSO session.
    Sso,
    /// The tokens of IAM Identity Center.
    SsoOidc,
}

/// Which of a service's hosts is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Variant {
    /// The one whose cryptography is validated by FIPS 140.
    pub fips: bool,
    /// The one that has IPv6 addresses, too.
    pub dual_stack: bool,
}

impl fmt::Display for Variant {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match (self.fips, self.dual_stack) {
            (true, true) => "a FIPS and dual-stack endpoint",
            (true, false) => "a FIPS endpoint",
            (false, true) => "a dual-stack endpoint",
            (false, false) => "an endpoint",
        })
    }
}

impl Service {
    /// All of them.
    pub const ALL: [Service; 6] = [
        Service::SageMaker,
        Service::SageMakerRuntime,
        Service::Logs,
        Service::Sts,
        Service::Sso,
        Service::SsoOidc,
    ];

    /// Its name in a signature.
    pub fn signing_name(self) -> &'static str {
        match self {
            Service::SageMaker | Service::SageMakerRuntime => "sagemaker",
            Service::Logs => "logs",
            Service::Sts => "sts",
            Service::Sso => "awsssoportal",
            Service::SsoOidc => "sso-oauth",
        }
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Service::SageMaker => "SageMaker",
            Service::SageMakerRuntime => "SageMaker Runtime",
            Service::Logs => "CloudWatch Logs",
            Service::Sts => "STS",
            Service::Sso | Service::SsoOidc => "IAM Identity Center",
        }
    }

    /// What settings call it. AWS's name for the logs is the first; the second is what people expect.
    pub(crate) fn setting_names(self) -> &'static [&'static str] {
        match self {
            Service::SageMaker => &["sagemaker"],
            Service::SageMakerRuntime => &["sagemaker_runtime"],
            Service::Logs => &["cloudwatch_logs", "logs"],
            Service::Sts => &["sts"],
            Service::Sso => &["sso"],
            Service::SsoOidc => &["sso_oidc"],
        }
    }

    /// The first labels of its hosts.
    fn host(self) -> &'static str {
        match self {
            Service::SageMaker => "api.sagemaker",
            Service::SageMakerRuntime => "runtime.sagemaker",
            Service::Logs => "logs",
            Service::Sts => "sts",
            Service::Sso => "portal.sso",
            Service::SsoOidc => "oidc",
        }
    }

    /// The first labels of its FIPS host in a region of a partition.
    fn fips_host(self, partition: &str, region: &str, dual_stack: bool) -> String {
        let special = match (self, partition) {
            _ if dual_stack => None,
            (Service::SageMaker, "aws" | "aws-us-gov") => Some("api-fips.sagemaker"),
            (Service::SageMakerRuntime, "aws") => Some("runtime-fips.sagemaker"),
            // In GovCloud the only hosts are such; for the logs, so far.
            (Service::Logs, "aws-us-gov") if !matches!(region, "us-gov-east-1" | "us-gov-west-1") => None,
            (_, "aws-us-gov") => Some(self.host()),
            _ => None,
        };
        special.map_or_else(|| format!("{}-fips", self.host()), str::to_owned)
    }
}

/// A partition: its name, how its regions begin, and the suffixes of its hosts.
struct Partition {
    name: &'static str,
    prefixes: &'static [&'static str],
    suffix: &'static str,
    dual_stack_suffix: &'static str,
}

const PARTITIONS: [Partition; 8] = [
    Partition {
        name: "aws",
        prefixes: &["us-", "eu-", "ap-", "sa-", "ca-", "me-", "af-", "il-", "mx-"],
        suffix: "amazonaws.com",
        dual_stack_suffix: "api.aws",
    },
    Partition {
        name: "aws-cn",
        prefixes: &["cn-"],
        suffix: "amazonaws.com.cn",
        dual_stack_suffix: "api.amazonwebservices.com.cn",
    },
    Partition {
        name: "aws-eusc",
        prefixes: &["eusc-de-"],
        suffix: "amazonaws.eu",
        dual_stack_suffix: "api.amazonwebservices.eu",
    },
    Partition {
        name: "aws-iso",
        prefixes: &["us-iso-"],
        suffix: "c2s.ic.gov",
        dual_stack_suffix: "api.aws.ic.gov",
    },
    Partition {
        name: "aws-iso-b",
        prefixes: &["us-isob-"],
        suffix: "sc2s.sgov.gov",
        dual_stack_suffix: "api.aws.scloud",
    },
    Partition {
        name: "aws-iso-e",
        prefixes: &["eu-isoe-"],
        suffix: "cloud.adc-e.uk",
        dual_stack_suffix: "api.cloud-aws.adc-e.uk",
    },
    Partition {
        name: "aws-iso-f",
        prefixes: &["us-isof-"],
        suffix: "csp.hci.ic.gov",
        dual_stack_suffix: "api.aws.hci.ic.gov",
    },
    Partition {
        name: "aws-us-gov",
        prefixes: &["us-gov-"],
        suffix: "amazonaws.com",
        dual_stack_suffix: "api.aws",
    },
];

/// The partition of a region, by how the region is called: so a region that is new today has one, too.
fn partition(region: &str) -> &'static Partition {
    let is_place = |rest: &str| {
        rest.split_once('-').is_some_and(|(place, number)| {
            !place.is_empty()
                && place
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
                && !number.is_empty()
                && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let of = |partition: &&Partition| {
        let mut prefixes = partition.prefixes.iter();
        prefixes.any(|prefix| region.strip_prefix(prefix).is_some_and(is_place))
    };
    PARTITIONS.iter().find(of).unwrap_or(&PARTITIONS[0])
}

/// Where a service is in a region.
///
/// ```
/// use sagepath_aws::{Service, Variant, endpoint};
///
/// let url = endpoint(Service::SageMaker, "cn-north-1", Variant::default());
/// assert_eq!(url, "https://api.sagemaker.cn-north-1.amazonaws.com.cn");
/// ```
pub fn url(service: Service, region: &str, variant: Variant) -> String {
    let partition = partition(region);
    let host = if variant.fips {
        service.fips_host(partition.name, region, variant.dual_stack)
    } else {
        service.host().to_owned()
    };
    let suffix = if variant.dual_stack {
        partition.dual_stack_suffix
    } else {
        partition.suffix
    };
    format!("https://{host}.{region}.{suffix}")
}

/// Whether a text can be one label of a host's name.
pub(crate) fn is_host_label(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_suffixes_are_those_of_the_catalog() {
        for region in sagepath::Catalog::embedded().regions() {
            let own = partition(region.id());
            assert_eq!(own.name, region.partition(), "{}", region.id());
            assert_eq!(own.suffix, region.dns_suffix(), "{}", region.id());
        }
    }

    #[test]
    fn a_region_that_nobody_knows_yet_has_a_partition() {
        for (region, name) in [
            ("cn-south-9", "aws-cn"),
            ("us-gov-central-7", "aws-us-gov"),
            ("us-isob-west-3", "aws-iso-b"),
            ("us-central-12", "aws"),
            ("moon-base-1", "aws"),
            ("cn-", "aws"),
        ] {
            assert_eq!(partition(region).name, name, "{region}");
        }
    }

    #[test]
    fn a_region_is_part_of_a_host() {
        for (text, is) in [
            ("us-east-1", true),
            ("", false),
            ("us-east-1.evil.example/", false),
            ("-", false),
            ("us east", false),
        ] {
            assert_eq!(is_host_label(text), is, "{text:?}");
        }
    }
}
