//! Where the services are.
//!
//! Source: the endpoint rule sets and `partitions.json` of botocore 1.44.8. The suite `aws` compares the rules below with
//! botocore's own resolver, for every region.

use std::fmt;

use sagepath_api::{Service, s3, sagemaker, sagemaker_runtime, signin};

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

/// What settings call a service: AWS's name for it is the first, and what people call it the second.
pub(crate) fn setting_names(service: &Service) -> [String; 2] {
    [
        service.id.to_ascii_lowercase().replace(' ', "_"),
        service.name.replace('-', "_"),
    ]
}

/// FIPS hosts that are not called as the service is, with `-fips` behind, by service and partition.
const FIPS_HOSTS: [(&Service, &str, &str); 3] = [
    (&sagemaker::SERVICE, "aws", "api-fips.sagemaker"),
    (&sagemaker::SERVICE, "aws-us-gov", "api-fips.sagemaker"),
    (&sagemaker_runtime::SERVICE, "aws", "runtime-fips.sagemaker"),
];

/// The first labels of a service's FIPS host in a region of a partition.
fn fips_host(service: &Service, partition: &str, region: &str, dual_stack: bool) -> String {
    let host = service.endpoint_prefix;
    let usual = format!("{host}-fips");
    if dual_stack {
        return usual;
    }
    let own = FIPS_HOSTS
        .iter()
        .find(|(its, of, _)| (*its, *of) == (service, partition));
    if let Some((_, _, own)) = own {
        return (*own).to_owned();
    }
    // In GovCloud the hosts are such without being called so: but for S3's, and for the logs' in the first two regions only.
    let is_called_so = match service.name {
        "s3" => true,
        "logs" => !matches!(region, "us-gov-east-1" | "us-gov-west-1"),
        _ => false,
    };
    match partition {
        "aws-us-gov" if !is_called_so => host.to_owned(),
        _ => usual,
    }
}

/// A partition: its name, how its regions begin, and the suffixes of its hosts.
struct Partition {
    name: &'static str,
    prefixes: &'static [&'static str],
    suffix: &'static str,
    dual_stack_suffix: &'static str,
    /// Where people sign in, below each region.
    sign_in: &'static str,
}

const PARTITIONS: [Partition; 8] = [
    Partition {
        name: "aws",
        prefixes: &["us-", "eu-", "ap-", "sa-", "ca-", "me-", "af-", "il-", "mx-"],
        suffix: "amazonaws.com",
        dual_stack_suffix: "api.aws",
        sign_in: "signin.aws.amazon.com",
    },
    Partition {
        name: "aws-cn",
        prefixes: &["cn-"],
        suffix: "amazonaws.com.cn",
        dual_stack_suffix: "api.amazonwebservices.com.cn",
        sign_in: "signin.amazonaws.cn",
    },
    Partition {
        name: "aws-eusc",
        prefixes: &["eusc-de-"],
        suffix: "amazonaws.eu",
        dual_stack_suffix: "api.amazonwebservices.eu",
        sign_in: "signin.amazonaws-eusc.eu",
    },
    Partition {
        name: "aws-iso",
        prefixes: &["us-iso-"],
        suffix: "c2s.ic.gov",
        dual_stack_suffix: "api.aws.ic.gov",
        sign_in: "signin.c2shome.ic.gov",
    },
    Partition {
        name: "aws-iso-b",
        prefixes: &["us-isob-"],
        suffix: "sc2s.sgov.gov",
        dual_stack_suffix: "api.aws.scloud",
        sign_in: "signin.sc2shome.sgov.gov",
    },
    Partition {
        name: "aws-iso-e",
        prefixes: &["eu-isoe-"],
        suffix: "cloud.adc-e.uk",
        dual_stack_suffix: "api.cloud-aws.adc-e.uk",
        sign_in: "signin.csphome.adc-e.uk",
    },
    Partition {
        name: "aws-iso-f",
        prefixes: &["us-isof-"],
        suffix: "csp.hci.ic.gov",
        dual_stack_suffix: "api.aws.hci.ic.gov",
        sign_in: "signin.csphome.hci.ic.gov",
    },
    Partition {
        name: "aws-us-gov",
        prefixes: &["us-gov-"],
        suffix: "amazonaws.com",
        dual_stack_suffix: "api.aws",
        sign_in: "signin.amazonaws-us-gov.com",
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

/// The host where people sign in; it is called as that of any other service where it has IPv6 addresses, or is validated.
fn sign_in_host(partition: &Partition, region: &str, variant: Variant) -> Option<String> {
    let domain = partition.sign_in;
    match (variant.dual_stack, variant.fips, region) {
        (false, false, _) => Some(format!("{region}.{domain}")),
        (false, true, "us-gov-west-1") => Some("signin-fips.amazonaws-us-gov.com".to_owned()),
        (false, true, _) if partition.name == "aws-us-gov" => {
            Some(format!("{region}.signin-fips.amazonaws-us-gov.com"))
        }
        _ => None,
    }
}

/// Where a service is in a region.
///
/// ```
/// use sagepath_api::sagemaker;
/// use sagepath_aws::{Variant, endpoint};
///
/// let url = endpoint(&sagemaker::SERVICE, "cn-north-1", Variant::default());
/// assert_eq!(url, "https://api.sagemaker.cn-north-1.amazonaws.com.cn");
/// ```
pub fn url(service: &Service, region: &str, variant: Variant) -> String {
    let partition = partition(region);
    if service == &signin::SERVICE
        && let Some(host) = sign_in_host(partition, region, variant)
    {
        return format!("https://{host}");
    }
    let host = if variant.fips {
        fips_host(service, partition.name, region, variant.dual_stack)
    } else {
        service.endpoint_prefix.to_owned()
    };
    let suffix = if variant.dual_stack {
        partition.dual_stack_suffix
    } else {
        partition.suffix
    };
    if service == &s3::SERVICE && variant.dual_stack {
        let suffix = partition.suffix;
        return format!("https://{host}.dualstack.{region}.{suffix}");
    }
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
