//! The parts of a registry path, and how they are printed.

use core::fmt::{self, Write as _};

/// The parts of a registry path, to print one.
///
/// It prints what it is given and checks nothing, so that printing cannot fail: the parts come from the
/// catalog or from
/// [`RegistryPath::parts`](super::RegistryPath::parts), where they have been checked.
///
/// ```
/// use sagepath::registry_path::{Endpoint, Host, PathParts};
///
/// let host = Host {
///     account: "763104351884",
///     endpoint: Endpoint::default(),
///     region: "us-east-1",
///     suffix: "amazonaws.com",
/// };
/// let path = PathParts { host, repository: "pytorch-training", tag: Some("2.5.1-gpu-py311"), digest: None };
/// assert_eq!(
///     path.to_string(),
///     "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5.1-gpu-py311",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PathParts<'a> {
    /// The host, up to the first `/`.
    pub host: Host<'a>,
    /// The repository, without a `/` at either end.
    pub repository: &'a str,
    /// The tag, without its `:`.
    pub tag: Option<&'a str>,
    /// The digest with its algorithm, without its `@`.
    pub digest: Option<&'a str>,
}

/// Prints `<host>/<repository>[:<tag>][@<digest>]`.
impl fmt::Display for PathParts<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.host.fmt(formatter)?;
        formatter.write_char('/')?;
        formatter.write_str(self.repository)?;
        if let Some(tag) = self.tag {
            formatter.write_char(':')?;
            formatter.write_str(tag)?;
        }
        if let Some(digest) = self.digest {
            formatter.write_char('@')?;
            formatter.write_str(digest)?;
        }
        Ok(())
    }
}

/// The host of a registry path: one account's registry in one region.
///
/// The DNS suffix must be one that goes with the endpoint: dual-stack hosts have suffixes of their own.
///
/// ```
/// use sagepath::registry_path::{Endpoint, Host};
///
/// let host = Host {
///     account: "442386744353",
///     endpoint: Endpoint { dual_stack: false, fips: true },
///     region: "us-gov-west-1",
///     suffix: "amazonaws.com",
/// };
/// assert_eq!(host.to_string(), "442386744353.dkr.ecr-fips.us-gov-west-1.amazonaws.com");
///
/// let dual_stack = Host { endpoint: Endpoint { dual_stack: true, fips: true }, suffix: "on.aws", ..host };
/// assert_eq!(dual_stack.to_string(), "442386744353.dkr-ecr-fips.us-gov-west-1.on.aws");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Host<'a> {
    /// The account that owns the registry: 12 digits.
    pub account: &'a str,
    /// Which of the registry's endpoints.
    pub endpoint: Endpoint,
    /// The region's identifier, such as `us-east-1`.
    pub region: &'a str,
    /// The DNS suffix, without a leading dot.
    pub suffix: &'a str,
}

/// Prints `<account>.<service>.<region>.<suffix>`, where the endpoint decides the service.
impl fmt::Display for Host<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.account)?;
        formatter.write_str(match self.endpoint {
            Endpoint {
                dual_stack: false,
                fips: false,
            } => ".dkr.ecr.",
            Endpoint {
                dual_stack: false,
                fips: true,
            } => ".dkr.ecr-fips.",
            Endpoint {
                dual_stack: true,
                fips: false,
            } => ".dkr-ecr.",
            Endpoint {
                dual_stack: true,
                fips: true,
            } => ".dkr-ecr-fips.",
        })?;
        formatter.write_str(self.region)?;
        formatter.write_char('.')?;
        formatter.write_str(self.suffix)
    }
}

/// Which endpoint of a registry a host names. All of them serve the same images; the default is the standard
/// one.
///
/// ```
/// use sagepath::registry_path::{Endpoint, RegistryPath};
///
/// let path = RegistryPath::parse("763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training")?;
/// assert_eq!(path.endpoint(), Endpoint::default());
/// let path = RegistryPath::parse("763104351884.dkr.ecr-fips.us-east-1.amazonaws.com/pytorch-training")?;
/// assert_eq!(path.endpoint(), Endpoint { dual_stack: false, fips: true });
/// # Ok::<(), sagepath::registry_path::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Endpoint {
    /// Whether it answers over IPv6 as well as IPv4.
    pub dual_stack: bool,
    /// Whether its cryptography is validated under FIPS 140.
    pub fips: bool,
}
