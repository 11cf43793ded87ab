//! Registry paths: parsing, taking apart, printing.
//!
//! A registry path names an image in Amazon ECR:
//!
//! ```text
//! 763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5.1-gpu-py311
//! └ account ─┘ └─────┘ └region─┘ └── suffix ─┘ └─ repository ─┘ └───── tag ─────┘
//!              service
//! ```
//!
//! [`RegistryPath::parse`] takes one apart without copying, and says precisely what is wrong with a text that
//! is not one. [`PathParts`] goes the other way: it prints a path from its parts, without allocating.
//!
//! ```
//! use sagepath::registry_path::{Host, PathParts, RegistryPath};
//!
//! let path = RegistryPath::parse("763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5-gpu-py311")?;
//! assert_eq!(path.repository(), "pytorch-training");
//!
//! let parts = path.parts();
//! let elsewhere = PathParts { host: Host { region: "eu-west-1", ..parts.host }, ..parts };
//! assert_eq!(
//!     elsewhere.to_string(),
//!     "763104351884.dkr.ecr.eu-west-1.amazonaws.com/pytorch-training:2.5-gpu-py311",
//! );
//! # Ok::<(), sagepath::registry_path::ParseError>(())
//! ```
//!
//! # What parses
//!
//! The parser judges form alone. Any region that is shaped like one parses, and so does any known DNS suffix
//! beside it, even one of another partition: whether account, region and suffix belong together is a question
//! for the catalog.
//!
//! | endpoint | host | DNS suffixes |
//! |---|---|---|
//! | standard | `<account>.dkr.ecr.<region>.<suffix>` | `amazonaws.com`, `amazonaws.com.cn`, `amazonaws.eu`, `c2s.ic.gov`, `sc2s.sgov.gov`, `cloud.adc-e.uk`, `csp.hci.ic.gov` |
//! | FIPS | `<account>.dkr.ecr-fips.<region>.<suffix>` | the same |
//! | dual-stack | `<account>.dkr-ecr.<region>.<suffix>` | `on.aws`, `on.amazonwebservices.com.cn` |
//! | dual-stack, FIPS | `<account>.dkr-ecr-fips.<region>.<suffix>` | the same |
//!
//! | part | form |
//! |---|---|
//! | account | 12 digits; leading zeros count |
//! | region | `[a-z0-9]+(-[a-z0-9]+)+` |
//! | repository | `[a-z0-9]+((\.\|_\|__\|-+)[a-z0-9]+)*`, one or more joined by `/`; 2 to 256 characters in all |
//! | tag | `[A-Za-z0-9_][A-Za-z0-9._-]{0,127}`; optional |
//! | digest | `sha256:` and 64, or `sha512:` and 128, of `[0-9a-f]`; optional, beside a tag too |
//!
//! # Sources
//!
//! - DNS suffixes of the partitions: botocore 1.44.5, `data/partitions.json` and `data/endpoints.json`.
//! - Host forms, FIPS and dual-stack: the host pattern of [awslabs/amazon-ecr-credential-helper],
//!   `ecr-login/api/client.go`.
//! - Repositories: `RepositoryName` in botocore's model of the ECR API (`data/ecr/2015-09-21`), which is the
//!   grammar of the OCI specification within ECR's own limits of length.
//! - Tags and digests: the [OCI distribution specification] 1.1, with the digest algorithms that the OCI
//!   image specification registers.
//!
//! [awslabs/amazon-ecr-credential-helper]: https://github.com/awslabs/amazon-ecr-credential-helper
//! [OCI distribution specification]: https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md

use core::fmt;

mod error;
mod mistake;
mod parse;
mod parts;

pub use self::error::{ParseError, ParseErrorKind};
pub use self::parts::{Endpoint, Host, PathParts};

/// A registry path that has been parsed: the text, and where its parts are in it.
///
/// It borrows the text, is cheap to copy, and prints as exactly that text. Two are equal when their texts
/// are.
///
/// ```
/// use sagepath::RegistryPath;
///
/// let text = "746614075791.dkr.ecr.us-west-1.amazonaws.com/sagemaker-xgboost:1.7-1";
/// let path = RegistryPath::parse(text)?;
/// assert_eq!(path.account(), "746614075791");
/// assert_eq!(path.region(), "us-west-1");
/// assert_eq!(path.repository(), "sagemaker-xgboost");
/// assert_eq!(path.tag(), Some("1.7-1"));
/// assert_eq!(path.digest(), None);
/// assert_eq!(path.to_string(), text);
/// # Ok::<(), sagepath::registry_path::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct RegistryPath<'a> {
    text: &'a str,
    parts: PathParts<'a>,
}

impl<'a> RegistryPath<'a> {
    /// Parses the whole of `text` as a registry path. The [module] says what parses.
    ///
    /// # Errors
    ///
    /// When `text` is anything else, the error tells [which mistake](ParseError::kind) it makes,
    /// [where](ParseError::span), and often [what to do](ParseError::hint).
    ///
    /// ```
    /// use sagepath::registry_path::{ParseErrorKind, RegistryPath};
    ///
    /// let text = "73070158321.dkr.ecr.us-east-1.amazonaws.com/example";
    /// let error = RegistryPath::parse(text).unwrap_err();
    /// assert_eq!(error.kind(), ParseErrorKind::AccountLength);
    /// assert_eq!(error.span(), 0..11);
    /// assert_eq!(error.to_string(), "account has length 11, expected 12 digits");
    /// assert_eq!(error.hint(), Some("leading zeros are part of an account"));
    /// ```
    ///
    /// [module]: self#what-parses
    pub fn parse(text: &'a str) -> Result<RegistryPath<'a>, ParseError> {
        match parse::parts(text) {
            Ok(parts) => Ok(RegistryPath { text, parts }),
            // A mistake of the text as a whole, such as a scheme before it, explains more than the first byte
            // that the grammar refuses; and looked for only here, it costs a good path nothing.
            Err(error) => Err(mistake::of_whole_text(text).unwrap_or(error)),
        }
    }

    /// The text that was parsed.
    ///
    /// ```
    /// # use sagepath::RegistryPath;
    /// let path = RegistryPath::parse("763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5.1")?;
    /// assert_eq!(path.as_str(), "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5.1");
    /// # Ok::<(), sagepath::registry_path::ParseError>(())
    /// ```
    pub fn as_str(&self) -> &'a str {
        self.text
    }

    /// The host: everything before the first `/`, which is what `docker login` takes.
    ///
    /// ```
    /// # use sagepath::RegistryPath;
    /// let path = RegistryPath::parse("763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5.1")?;
    /// assert_eq!(path.host(), "763104351884.dkr.ecr.us-east-1.amazonaws.com");
    /// # Ok::<(), sagepath::registry_path::ParseError>(())
    /// ```
    pub fn host(&self) -> &'a str {
        self.text.split_once('/').map_or(self.text, |(host, _)| host)
    }

    /// The account that owns the registry: 12 digits, leading zeros kept.
    ///
    /// ```
    /// # use sagepath::RegistryPath;
    /// let path = RegistryPath::parse("048378556238.dkr.ecr.eu-south-1.amazonaws.com/sagemaker-base-python:1.0")?;
    /// assert_eq!(path.account(), "048378556238");
    /// # Ok::<(), sagepath::registry_path::ParseError>(())
    /// ```
    pub fn account(&self) -> &'a str {
        self.parts.host.account
    }

    /// The region, which may be one that does not exist.
    ///
    /// ```
    /// # use sagepath::RegistryPath;
    /// let path = RegistryPath::parse("763104351884.dkr.ecr.us-east-9.amazonaws.com/pytorch-training")?;
    /// assert_eq!(path.region(), "us-east-9");
    /// # Ok::<(), sagepath::registry_path::ParseError>(())
    /// ```
    pub fn region(&self) -> &'a str {
        self.parts.host.region
    }

    /// The DNS suffix: a known one, though not necessarily that of the region.
    ///
    /// ```
    /// # use sagepath::RegistryPath;
    /// let path = RegistryPath::parse("727897471807.dkr.ecr.cn-north-1.amazonaws.com.cn/pytorch-training")?;
    /// assert_eq!(path.suffix(), "amazonaws.com.cn");
    /// let path = RegistryPath::parse("727897471807.dkr.ecr.cn-north-1.amazonaws.com/pytorch-training")?;
    /// assert_eq!(path.suffix(), "amazonaws.com");
    /// # Ok::<(), sagepath::registry_path::ParseError>(())
    /// ```
    pub fn suffix(&self) -> &'a str {
        self.parts.host.suffix
    }

    /// Which of the registry's endpoints the host names.
    ///
    /// ```
    /// # use sagepath::{RegistryPath, registry_path::Endpoint};
    /// let path = RegistryPath::parse("763104351884.dkr-ecr.us-east-1.on.aws/pytorch-training")?;
    /// assert_eq!(path.endpoint(), Endpoint { dual_stack: true, fips: false });
    /// # Ok::<(), sagepath::registry_path::ParseError>(())
    /// ```
    pub fn endpoint(&self) -> Endpoint {
        self.parts.host.endpoint
    }

    /// The repository, with its namespaces if it has any.
    ///
    /// ```
    /// # use sagepath::RegistryPath;
    /// let path = RegistryPath::parse("520713654638.dkr.ecr.us-west-2.amazonaws.com/team/my-image")?;
    /// assert_eq!(path.repository(), "team/my-image");
    /// # Ok::<(), sagepath::registry_path::ParseError>(())
    /// ```
    pub fn repository(&self) -> &'a str {
        self.parts.repository
    }

    /// The tag, if the path has one. A path without tag and digest means `latest` to Docker.
    ///
    /// ```
    /// # use sagepath::RegistryPath;
    /// let path = RegistryPath::parse("811284229777.dkr.ecr.us-east-1.amazonaws.com/image-classification:1")?;
    /// assert_eq!(path.tag(), Some("1"));
    /// # Ok::<(), sagepath::registry_path::ParseError>(())
    /// ```
    pub fn tag(&self) -> Option<&'a str> {
        self.parts.tag
    }

    /// The digest with its algorithm, if the path has one. Beside a tag, it is the digest that decides.
    ///
    /// ```
    /// # use sagepath::RegistryPath;
    /// let path = RegistryPath::parse(concat!(
    ///     "811284229777.dkr.ecr.us-east-1.amazonaws.com/image-classification:1",
    ///     "@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    /// ))?;
    /// assert_eq!(
    ///     path.digest(),
    ///     Some("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    /// );
    /// # Ok::<(), sagepath::registry_path::ParseError>(())
    /// ```
    pub fn digest(&self) -> Option<&'a str> {
        self.parts.digest
    }

    /// All parts at once, to print the path with some of them changed.
    ///
    /// ```
    /// # use sagepath::{RegistryPath, registry_path::PathParts};
    /// let path = RegistryPath::parse("763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5-gpu-py311")?;
    /// let inference = PathParts { repository: "pytorch-inference", ..path.parts() };
    /// assert_eq!(
    ///     inference.to_string(),
    ///     "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.5-gpu-py311",
    /// );
    /// # Ok::<(), sagepath::registry_path::ParseError>(())
    /// ```
    pub fn parts(&self) -> PathParts<'a> {
        self.parts
    }
}

/// Prints the text that was parsed, byte for byte; width and alignment apply.
impl fmt::Display for RegistryPath<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.text)
    }
}

impl fmt::Debug for RegistryPath<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("RegistryPath").field(&self.text).finish()
    }
}
