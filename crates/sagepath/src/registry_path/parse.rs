//! The grammar.
//!
//! Each function takes one part and reports a mistake relative to it; the caller, who knows where the part
//! starts, shifts the error. What is needed only to explain a mistake is kept out of the way in `#[cold]`
//! functions.

use super::error::{ParseError, ParseErrorKind as Kind};
use super::parts::{Endpoint, Host, PathParts};

/// Takes a registry path apart.
pub(super) fn parts(text: &str) -> Result<PathParts<'_>, ParseError> {
    let Some((host, rest)) = text.split_once('/') else {
        return Err(no_repository(text));
    };
    let parsed_host = self::host(host)?;

    let (name, digest) = split_optional(rest, '@');
    let (repository, tag) = split_optional(name, ':');
    let repository_at = host.len() + 1;
    check_repository(repository).map_err(|error| error.shift(repository_at))?;
    if let Some(tag) = tag {
        check_tag(tag).map_err(|error| error.shift(repository_at + repository.len() + 1))?;
    }
    if let Some(digest) = digest {
        check_digest(digest).map_err(|error| error.shift(repository_at + name.len() + 1))?;
    }
    Ok(PathParts {
        host: parsed_host,
        repository,
        tag,
        digest,
    })
}

/// Splits off what follows the first `separator`.
fn split_optional(text: &str, separator: char) -> (&str, Option<&str>) {
    text.split_once(separator)
        .map_or((text, None), |(before, after)| (before, Some(after)))
}

/// Whether all bytes are allowed.
///
/// `Iterator::all` does the same, but without its early exit the compiler tests many bytes at once.
fn all_bytes(part: &str, allowed: impl Fn(u8) -> bool) -> bool {
    part.bytes().fold(true, |all, byte| all & allowed(byte))
}

#[cold]
fn no_repository(text: &str) -> ParseError {
    let host = text.split([':', '@']).next().unwrap_or(text);
    match self::host(host) {
        Ok(_) => ParseError::missing(Kind::MissingRepository, host.len()),
        Err(error) => error,
    }
}

/// Parses everything before the first `/`.
fn host(host: &str) -> Result<Host<'_>, ParseError> {
    let Some((account, service)) = host.split_once('.') else {
        return Err(not_ecr(host));
    };
    let Some((endpoint, place)) = split_service(service) else {
        return Err(not_ecr(host));
    };
    check_account(account)?;

    let place_at = host.len() - place.len();
    let (region, suffix) = split_optional(place, '.');
    if !is_region(region.bytes()) {
        return Err(region_mistake(region, place).shift(place_at));
    }
    let suffix = suffix.unwrap_or_default();
    let known = if endpoint.dual_stack {
        is_dual_stack_suffix(suffix)
    } else {
        is_standard_suffix(suffix)
    };
    if !known {
        return Err(suffix_mistake(suffix).shift(host.len() - suffix.len()));
    }
    Ok(Host {
        account,
        endpoint,
        region,
        suffix,
    })
}

/// Recognizes the labels that make a host one of ECR's, and returns what follows them.
fn split_service(service: &str) -> Option<(Endpoint, &str)> {
    let (dual_stack, rest) = match service.strip_prefix("dkr.ecr") {
        Some(rest) => (false, rest),
        None => (true, service.strip_prefix("dkr-ecr")?),
    };
    let (fips, rest) = match rest.strip_prefix("-fips") {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    Some((Endpoint { dual_stack, fips }, rest.strip_prefix('.')?))
}

#[cold]
fn not_ecr(host: &str) -> ParseError {
    if matches!(host, "public.ecr.aws" | "ecr-public.aws.com") {
        return ParseError::whole(Kind::PublicGallery, host);
    }
    if split_service(host).is_some() {
        return ParseError::missing(Kind::MissingAccount, 0);
    }
    if let Some((account, service)) = host.split_once('.')
        && let Some(start) = service.get(.."dkr.ecr".len())
        && (start.eq_ignore_ascii_case("dkr.ecr") || start.eq_ignore_ascii_case("dkr-ecr"))
        && let Some(error) = uppercase(service)
    {
        return error.shift(account.len() + 1);
    }
    ParseError::whole(Kind::NotEcr, host)
}

/// The stretch from the first upper-case letter to the last, if there is any.
#[cold]
fn uppercase(part: &str) -> Option<ParseError> {
    let start = part.bytes().position(|byte| byte.is_ascii_uppercase())?;
    let last = part.bytes().rposition(|byte| byte.is_ascii_uppercase())?;
    Some(ParseError::new(Kind::HostUppercase, start..last + 1))
}

fn check_account(account: &str) -> Result<(), ParseError> {
    if account.len() == 12 && all_bytes(account, is_digit) {
        return Ok(());
    }
    Err(account_mistake(account))
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

#[cold]
fn account_mistake(account: &str) -> ParseError {
    if account.is_empty() {
        return ParseError::missing(Kind::MissingAccount, 0);
    }
    match account.bytes().position(|byte| !is_digit(byte)) {
        Some(at) => ParseError::character(Kind::AccountCharacter, account, at),
        None => ParseError::whole(Kind::AccountLength, account),
    }
}

/// Whether the bytes spell two or more words of lower-case letters and digits joined by single hyphens.
fn is_region(bytes: impl Iterator<Item = u8>) -> bool {
    let mut words = 0;
    let mut in_word = false;
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => {
                words += usize::from(!in_word);
                in_word = true;
            }
            b'-' if in_word => in_word = false,
            _ => return false,
        }
    }
    in_word && words > 1
}

/// Explains a region that is not one; `place` is the region and all that follows it in the host.
#[cold]
fn region_mistake(region: &str, place: &str) -> ParseError {
    if region.is_empty() || is_standard_suffix(place) || is_dual_stack_suffix(place) {
        return ParseError::missing(Kind::MissingRegion, 0);
    }
    if is_region(region.bytes().map(|byte| byte.to_ascii_lowercase()))
        && let Some(error) = uppercase(region)
    {
        return error;
    }
    ParseError::whole(Kind::RegionForm, region)
}

fn is_standard_suffix(suffix: &str) -> bool {
    STANDARD_SUFFIXES.contains(&suffix)
}

fn is_dual_stack_suffix(suffix: &str) -> bool {
    DUAL_STACK_SUFFIXES.contains(&suffix)
}

const STANDARD_SUFFIXES: [&str; 7] = [
    "amazonaws.com",
    "amazonaws.com.cn",
    "amazonaws.eu",
    "c2s.ic.gov",
    "sc2s.sgov.gov",
    "cloud.adc-e.uk",
    "csp.hci.ic.gov",
];

const DUAL_STACK_SUFFIXES: [&str; 2] = ["on.aws", "on.amazonwebservices.com.cn"];

#[cold]
fn suffix_mistake(suffix: &str) -> ParseError {
    if suffix.is_empty() {
        return ParseError::missing(Kind::MissingSuffix, 0);
    }
    if is_standard_suffix(suffix) || is_dual_stack_suffix(suffix) {
        return ParseError::whole(Kind::EndpointSuffix, suffix);
    }
    if let (name, Some(_)) = split_optional(suffix, ':')
        && (is_standard_suffix(name) || is_dual_stack_suffix(name))
    {
        return ParseError::new(Kind::HostPort, name.len()..suffix.len());
    }
    let mut known = STANDARD_SUFFIXES.iter().chain(&DUAL_STACK_SUFFIXES);
    if known.any(|known| suffix.eq_ignore_ascii_case(known))
        && let Some(error) = uppercase(suffix)
    {
        return error;
    }
    ParseError::whole(Kind::UnknownSuffix, suffix)
}

fn check_repository(repository: &str) -> Result<(), ParseError> {
    // How many separators stand right before the byte, and the last of them. The start counts as a `/`, so
    // that the first component may not open with a separator either.
    let mut separators = 1;
    let mut previous = b'/';
    for (at, byte) in repository.bytes().enumerate() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => separators = 0,
            b'.' | b'_' | b'-' | b'/' => {
                let joins =
                    separators == 0 || byte == previous && (byte == b'-' || byte == b'_' && separators == 1);
                if !joins {
                    return Err(separator_mistake(repository, at));
                }
                separators += 1;
            }
            _ => return Err(repository_character(repository, at)),
        }
        previous = byte;
    }
    if repository.is_empty() {
        return Err(ParseError::missing(Kind::MissingRepository, 0));
    }
    if separators > 0 {
        return Err(separator_mistake(repository, repository.len() - 1));
    }
    if !(2..=256).contains(&repository.len()) {
        return Err(ParseError::whole(Kind::RepositoryLength, repository));
    }
    Ok(())
}

/// Reports the whole run of separators around `at`.
#[cold]
fn separator_mistake(repository: &str, at: usize) -> ParseError {
    const SEPARATORS: [char; 4] = ['.', '_', '-', '/'];
    let (before, after) = repository.split_at_checked(at).unwrap_or((repository, ""));
    let start = before.trim_end_matches(SEPARATORS).len();
    let rest = after.trim_start_matches(SEPARATORS);
    let kind = if rest.is_empty() && after.ends_with('/') {
        Kind::TrailingSlash
    } else {
        Kind::RepositorySeparator
    };
    ParseError::new(kind, start..repository.len() - rest.len())
}

#[cold]
fn repository_character(repository: &str, at: usize) -> ParseError {
    let uppercase = repository.as_bytes().get(at).is_some_and(u8::is_ascii_uppercase);
    let kind = if uppercase {
        Kind::RepositoryUppercase
    } else {
        Kind::RepositoryCharacter
    };
    ParseError::character(kind, repository, at)
}

fn check_tag(tag: &str) -> Result<(), ParseError> {
    if (1..=128).contains(&tag.len()) && !tag.starts_with(['.', '-']) && all_bytes(tag, is_tag_byte) {
        return Ok(());
    }
    Err(tag_mistake(tag))
}

fn is_tag_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-')
}

#[cold]
fn tag_mistake(tag: &str) -> ParseError {
    if tag.is_empty() {
        return ParseError::missing(Kind::MissingTag, 0);
    }
    if let (algorithm, Some(_)) = split_optional(tag, ':')
        && digest_length(algorithm).is_some()
    {
        return ParseError::whole(Kind::DigestAsTag, tag);
    }
    if let Some(at) = tag.bytes().position(|byte| !is_tag_byte(byte)) {
        return ParseError::character(Kind::TagCharacter, tag, at);
    }
    if tag.starts_with(['.', '-']) {
        return ParseError::character(Kind::TagStart, tag, 0);
    }
    ParseError::whole(Kind::TagLength, tag)
}

fn check_digest(digest: &str) -> Result<(), ParseError> {
    if let (algorithm, Some(hexadecimal)) = split_optional(digest, ':')
        && digest_length(algorithm) == Some(hexadecimal.len())
        && all_bytes(hexadecimal, is_hexadecimal)
    {
        return Ok(());
    }
    Err(digest_mistake(digest))
}

fn is_hexadecimal(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

/// How many hexadecimal digits the algorithm makes, if it is one that the OCI image specification registers.
fn digest_length(algorithm: &str) -> Option<usize> {
    match algorithm {
        "sha256" => Some(64),
        "sha512" => Some(128),
        _ => None,
    }
}

#[cold]
fn digest_mistake(digest: &str) -> ParseError {
    if digest.is_empty() {
        return ParseError::missing(Kind::MissingDigest, 0);
    }
    let (algorithm, hexadecimal) = split_optional(digest, ':');
    let (Some(length), Some(hexadecimal)) = (digest_length(algorithm), hexadecimal) else {
        return ParseError::whole(Kind::DigestAlgorithm, algorithm);
    };
    let error = match hexadecimal.bytes().position(|byte| !is_hexadecimal(byte)) {
        Some(at) if at == length && hexadecimal.as_bytes().get(at) == Some(&b':') => {
            ParseError::new(Kind::TagAfterDigest, at..hexadecimal.len())
        }
        Some(at) => ParseError::character(Kind::DigestCharacter, hexadecimal, at),
        None => ParseError::whole(Kind::DigestLength, hexadecimal),
    };
    error.shift(algorithm.len() + 1)
}
