//! What can be wrong with a registry path, and how it is said.

use core::fmt;
use core::ops::Range;

/// Why a text is not a registry path: one mistake, and where it is.
///
/// It prints as one sentence without the text, which the reader has at hand; [`span`](Self::span) finds the
/// place in it.
///
/// ```
/// use sagepath::RegistryPath;
///
/// let text = "https://763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training";
/// let error = RegistryPath::parse(text).unwrap_err();
/// assert_eq!(error.to_string(), "scheme is not part of a registry path, expected the account first");
/// assert_eq!(&text[error.span()], "https://");
/// assert_eq!(error.hint(), Some("drop everything up to and including `://`"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    kind: ParseErrorKind,
    span: Range<usize>,
    /// The offending character, where a single one is to blame.
    found: Option<char>,
}

impl ParseError {
    #[cold]
    pub(super) fn new(kind: ParseErrorKind, span: Range<usize>) -> ParseError {
        ParseError {
            kind,
            span,
            found: None,
        }
    }

    /// All of `part` is wrong.
    #[cold]
    pub(super) fn whole(kind: ParseErrorKind, part: &str) -> ParseError {
        ParseError::new(kind, 0..part.len())
    }

    /// Something is missing at `at`.
    #[cold]
    pub(super) fn missing(kind: ParseErrorKind, at: usize) -> ParseError {
        ParseError::new(kind, at..at)
    }

    /// The character of `part` that starts at byte `at` is wrong.
    #[cold]
    pub(super) fn character(kind: ParseErrorKind, part: &str, at: usize) -> ParseError {
        let found = part.get(at..).and_then(|rest| rest.chars().next());
        let length = found.map_or(0, char::len_utf8);
        ParseError {
            kind,
            span: at..at + length,
            found,
        }
    }

    /// The same error in a text that has `by` bytes more before it.
    #[cold]
    pub(super) fn shift(self, by: usize) -> ParseError {
        let span = self.span.start + by..self.span.end + by;
        ParseError { span, ..self }
    }

    /// Which mistake it is.
    ///
    /// ```
    /// use sagepath::registry_path::{ParseErrorKind, RegistryPath};
    ///
    /// let error = RegistryPath::parse("public.ecr.aws/docker/library/python:3.13").unwrap_err();
    /// assert_eq!(error.kind(), ParseErrorKind::PublicGallery);
    /// ```
    pub fn kind(&self) -> ParseErrorKind {
        self.kind
    }

    /// Where it is: a range of bytes of the text that was parsed, always within it and on character
    /// boundaries. Where something is missing, the range is empty and says where it belongs.
    ///
    /// ```
    /// use sagepath::RegistryPath;
    ///
    /// let text = "763104351884.dkr.ecr.us-east-1.amazonaws.com/PyTorch-training:2.5.1";
    /// let error = RegistryPath::parse(text).unwrap_err();
    /// assert_eq!(&text[error.span()], "P");
    /// ```
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// What to do about it, where that is not plain from the message.
    ///
    /// ```
    /// use sagepath::RegistryPath;
    ///
    /// let error = RegistryPath::parse("763104351884.dkr.ecr.us-east-1.amazonaws.com/xgboost:").unwrap_err();
    /// assert_eq!(error.to_string(), "tag is missing, expected one after the `:`");
    /// assert_eq!(error.hint(), Some("write a tag, or drop the `:`"));
    /// ```
    pub fn hint(&self) -> Option<&'static str> {
        use ParseErrorKind as Kind;
        Some(match self.kind {
            Kind::Placeholder => "put the actual value in its place",
            Kind::Whitespace => "remove it; it may be a character that is not visible",
            Kind::Quotation => "drop the quotation marks",
            Kind::Scheme => "drop everything up to and including `://`",
            Kind::PublicGallery => {
                "a path in the public gallery is not a SageMaker registry path; \
                 use the image's path in a private registry"
            }
            Kind::HostUppercase => "write the host in lower case",
            Kind::HostPort => "drop the port",
            Kind::AccountCharacter if self.found == Some('-') => "write the account without hyphens",
            Kind::AccountLength if self.span.len() < 12 => "leading zeros are part of an account",
            Kind::EndpointSuffix => {
                "`dkr-ecr` goes with `on.aws` and `on.amazonwebservices.com.cn`, \
                 `dkr.ecr` with the other suffixes"
            }
            Kind::MissingRepository => "a host alone names a registry; add the repository of the image",
            Kind::TrailingSlash => "drop the slash",
            Kind::RepositoryUppercase => "write the repository in lower case",
            Kind::MissingTag => "write a tag, or drop the `:`",
            Kind::DigestAsTag => "write `@` instead of `:` before the digest",
            Kind::MissingDigest => "write a digest, or drop the `@`",
            Kind::TagAfterDigest => "write `<repository>:<tag>@<digest>`",
            Kind::DigestCharacter if matches!(self.found, Some('A'..='F')) => {
                "write the digest in lower case"
            }
            _ => return None,
        })
    }
}

/// Prints one sentence: the thing, what is wrong with it, what was expected.
impl fmt::Display for ParseError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        use ParseErrorKind as Kind;
        let length = self.span.len();
        let found = self.found.unwrap_or_default();
        formatter.write_str(match self.kind {
            Kind::Empty => {
                "registry path is empty, \
                 expected `<account>.dkr.ecr.<region>.<suffix>/<repository>:<tag>`"
            }
            Kind::Placeholder => "placeholder is not filled in, expected the value it stands for",
            Kind::Whitespace => "white space is not part of a registry path, expected none",
            Kind::Quotation => "quotation mark is not part of a registry path, expected the path alone",
            Kind::Scheme => "scheme is not part of a registry path, expected the account first",
            Kind::PublicGallery => {
                "host is the ECR public gallery, expected `<account>.dkr.ecr.<region>.<suffix>`"
            }
            Kind::NotEcr => "host is not one of Amazon ECR's, expected `<account>.dkr.ecr.<region>.<suffix>`",
            Kind::HostUppercase => "host contains an upper-case letter, expected lower case only",
            Kind::HostPort => "host has a port, expected `/` and the repository",
            Kind::MissingAccount => "account is missing, expected 12 digits",
            Kind::AccountCharacter => {
                return write!(formatter, "account contains {found:?}, expected 12 digits");
            }
            Kind::AccountLength => {
                return write!(formatter, "account has length {length}, expected 12 digits");
            }
            Kind::MissingRegion => "region is missing, expected one such as `us-east-1`",
            Kind::RegionForm => "region is malformed, expected words joined by hyphens, such as `us-east-1`",
            Kind::MissingSuffix => "DNS suffix is missing, expected one such as `amazonaws.com`",
            Kind::UnknownSuffix => {
                "DNS suffix is not one of Amazon ECR's, expected `amazonaws.com`, `amazonaws.com.cn`, \
                 `amazonaws.eu`, `c2s.ic.gov`, `sc2s.sgov.gov`, `cloud.adc-e.uk`, `csp.hci.ic.gov`, \
                 `on.aws` or `on.amazonwebservices.com.cn`"
            }
            Kind::EndpointSuffix => {
                "DNS suffix belongs to another kind of host, expected one that goes with the labels before"
            }
            Kind::MissingRepository => "repository is missing, expected `/<repository>` after the host",
            Kind::TrailingSlash => "repository ends with a slash, expected a letter or digit at the end",
            Kind::RepositoryUppercase => {
                return write!(
                    formatter,
                    "repository contains upper-case {found:?}, expected lower case only"
                );
            }
            Kind::RepositoryCharacter => {
                return write!(
                    formatter,
                    "repository contains {found:?}, \
                     expected lower-case letters, digits, `.`, `_`, `-` and `/`"
                );
            }
            Kind::RepositorySeparator => {
                "repository has a misplaced separator, \
                 expected one `.`, `_`, `__`, `/` or hyphens between letters and digits"
            }
            Kind::RepositoryLength => {
                return write!(
                    formatter,
                    "repository has length {length}, expected 2 to 256 characters"
                );
            }
            Kind::MissingTag => "tag is missing, expected one after the `:`",
            Kind::TagStart => {
                return write!(
                    formatter,
                    "tag starts with {found:?}, expected a letter, digit or `_`"
                );
            }
            Kind::TagCharacter => {
                return write!(
                    formatter,
                    "tag contains {found:?}, expected letters, digits, `.`, `_` and `-`"
                );
            }
            Kind::TagLength => {
                return write!(
                    formatter,
                    "tag has length {length}, expected at most 128 characters"
                );
            }
            Kind::DigestAsTag => "digest stands where a tag belongs, expected `@` before it",
            Kind::MissingDigest => "digest is missing, expected one after the `@`",
            Kind::DigestAlgorithm => "digest has an unknown algorithm, expected `sha256:` or `sha512:`",
            Kind::DigestCharacter => {
                return write!(
                    formatter,
                    "digest contains {found:?}, expected digits and the letters `a` to `f`"
                );
            }
            Kind::DigestLength => {
                return write!(
                    formatter,
                    "digest has length {length}, \
                     expected 64 hexadecimal digits after `sha256:` or 128 after `sha512:`"
                );
            }
            Kind::TagAfterDigest => "tag follows the digest, expected it before the `@`",
        })
    }
}

impl core::error::Error for ParseError {}

/// The mistakes that a [`ParseError`] can report, in the order of the parts they concern.
///
/// ```
/// use sagepath::registry_path::{ParseErrorKind, RegistryPath};
///
/// // A template is no mistake of its author's: skip it.
/// let error = RegistryPath::parse("{account}.dkr.ecr.{region}.amazonaws.com/my-image").unwrap_err();
/// assert!(matches!(error.kind(), ParseErrorKind::Placeholder));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParseErrorKind {
    /// There is no text.
    Empty,
    /// A value was left to be filled in: `<account>`, `{account}`, `$ACCOUNT` and the like.
    Placeholder,
    /// There is white space, or another character that leaves no mark, around the path or in it.
    Whitespace,
    /// The path is in quotation marks.
    Quotation,
    /// A scheme such as `https://` or `docker://` stands before the path.
    Scheme,
    /// The host is that of the ECR public gallery.
    PublicGallery,
    /// The host is not one of Amazon ECR's.
    NotEcr,
    /// The host is right but for letters in upper case.
    HostUppercase,
    /// A port follows the host.
    HostPort,
    /// There is no account.
    MissingAccount,
    /// The account has a character that is not a digit.
    AccountCharacter,
    /// The account does not have 12 digits.
    AccountLength,
    /// There is no region.
    MissingRegion,
    /// The region is not shaped like one.
    RegionForm,
    /// There is no DNS suffix.
    MissingSuffix,
    /// The DNS suffix is not a known one.
    UnknownSuffix,
    /// The DNS suffix is that of dual-stack hosts in another host, or the other way round.
    EndpointSuffix,
    /// There is no repository.
    MissingRepository,
    /// A slash ends the repository.
    TrailingSlash,
    /// The repository has a letter in upper case.
    RepositoryUppercase,
    /// The repository has a character that no repository has.
    RepositoryCharacter,
    /// The repository starts or ends with a separator, or has too many in a row.
    RepositorySeparator,
    /// The repository is too short or too long.
    RepositoryLength,
    /// Nothing follows the `:`.
    MissingTag,
    /// The tag starts with `.` or `-`.
    TagStart,
    /// The tag has a character that no tag has.
    TagCharacter,
    /// The tag is too long.
    TagLength,
    /// A digest follows a `:`.
    DigestAsTag,
    /// Nothing follows the `@`.
    MissingDigest,
    /// The digest does not start with a known algorithm.
    DigestAlgorithm,
    /// The digest has a character other than `0` to `9` and `a` to `f`.
    DigestCharacter,
    /// The digest is too short or too long for its algorithm.
    DigestLength,
    /// A tag follows the digest.
    TagAfterDigest,
}
