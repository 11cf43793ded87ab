//! `RegistryPath` against the tables in `tests/registry_path`, and against properties that hold for every
//! text.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use sagepath::registry_path::{Endpoint, Host, ParseError, ParseErrorKind, PathParts, RegistryPath};

const VALID: &str = include_str!("../registry_path/valid.tsv");
const INVALID: &str = include_str!("../registry_path/invalid.tsv");

#[test]
fn valid_paths() {
    for (line, [text, account, endpoint, region, suffix, repository, tag, digest]) in rows(VALID) {
        let path = RegistryPath::parse(text).unwrap_or_else(|error| panic!("line {line}: {text}: {error}"));
        let host = Host {
            account,
            endpoint: endpoint_named(endpoint),
            region,
            suffix,
        };
        let parts = PathParts {
            host,
            repository,
            tag: optional(tag),
            digest: optional(digest),
        };
        assert_eq!(path.parts(), parts, "line {line}: {text}");
        assert_same_text(path, text);
    }
}

/// The text between `«` and `»` is the span that the error must have.
#[test]
fn invalid_paths() {
    for (line, [kind, marked, message, hint]) in rows(INVALID) {
        let marked = unescape(marked);
        let (before, rest) = marked
            .split_once('«')
            .unwrap_or_else(|| panic!("line {line}: no `«`"));
        let (inside, after) = rest
            .split_once('»')
            .unwrap_or_else(|| panic!("line {line}: no `»`"));
        let text = format!("{before}{inside}{after}");
        let Err(error) = RegistryPath::parse(&text) else {
            panic!("line {line}: {text:?} parses")
        };
        assert_sound(&error, &text);

        let span = error.span();
        let found = format!(
            "{}«{}»{}",
            &text[..span.start],
            &text[span.clone()],
            &text[span.end..]
        );
        let actual = (
            format!("{:?}", error.kind()),
            found,
            error.to_string(),
            error.hint(),
        );
        let expected = (kind.to_owned(), marked, message.to_owned(), optional(hint));
        assert_eq!(actual, expected, "line {line}");
    }
}

#[test]
fn both_endpoints_of_each_form_are_in_the_table() {
    let forms: BTreeSet<_> = rows(VALID)
        .map(|(_, [_, _, endpoint, _, suffix, _, _, _])| (suffix, endpoint))
        .collect();
    for suffix in STANDARD_SUFFIXES {
        assert!(forms.contains(&(suffix, "standard")), "{suffix}");
        assert!(forms.contains(&(suffix, "fips")), "{suffix}");
    }
    for suffix in DUAL_STACK_SUFFIXES {
        assert!(forms.contains(&(suffix, "dual-stack")), "{suffix}");
        assert!(forms.contains(&(suffix, "dual-stack-fips")), "{suffix}");
    }
}

/// Lengths at the border, which would make a table unreadable.
#[test]
fn lengths() {
    let host = "763104351884.dkr.ecr.us-east-1.amazonaws.com";
    let parse = |rest: &str| {
        RegistryPath::parse(&format!("{host}/{rest}"))
            .map(drop)
            .map_err(|error| error.kind())
    };
    let hexadecimal = |length| "0123456789abcdef".repeat(9)[..length].to_owned();

    for (length, expected) in [
        (1, Err(ParseErrorKind::RepositoryLength)),
        (2, Ok(())),
        (256, Ok(())),
        (257, Err(ParseErrorKind::RepositoryLength)),
    ] {
        assert_eq!(parse(&"a".repeat(length)), expected, "repository of {length}");
    }
    for (length, expected) in [(1, Ok(())), (128, Ok(())), (129, Err(ParseErrorKind::TagLength))] {
        assert_eq!(
            parse(&format!("xgboost:{}", "1".repeat(length))),
            expected,
            "tag of {length}"
        );
    }
    for (algorithm, exact) in [("sha256", 64), ("sha512", 128)] {
        for (length, expected) in [
            (exact - 1, Err(ParseErrorKind::DigestLength)),
            (exact, Ok(())),
            (exact + 1, Err(ParseErrorKind::DigestLength)),
        ] {
            let digest = hexadecimal(length);
            assert_eq!(
                parse(&format!("xgboost@{algorithm}:{digest}")),
                expected,
                "{algorithm} of {length}"
            );
        }
    }
}

#[test]
fn padding_applies_to_a_parsed_path() {
    let path = RegistryPath::parse("763104351884.dkr.ecr.us-east-1.amazonaws.com/xgboost:1").unwrap();
    assert_eq!(
        format!("{path:>60}|"),
        "      763104351884.dkr.ecr.us-east-1.amazonaws.com/xgboost:1|"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_parses_to_the_same_parts(owned in valid_parts()) {
        let parts = owned.borrow();
        let text = parts.to_string();
        let path = RegistryPath::parse(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        prop_assert_eq!(path.parts(), parts);
        assert_same_text(path, &text);
    }

    #[test]
    fn any_text_parses_or_fails_soundly(text in any::<String>()) {
        assert_sound_or_same_text(&text);
    }

    /// Texts from the grammar's own alphabet get further into it than arbitrary ones.
    #[test]
    fn any_text_of_familiar_pieces_parses_or_fails_soundly(
        pieces in prop::collection::vec(select(PIECES), 0..16),
    ) {
        assert_sound_or_same_text(&pieces.concat());
    }

    #[test]
    fn a_valid_path_with_mistakes_parses_or_fails_soundly(
        owned in valid_parts(),
        mistakes in prop::collection::vec(mistake(), 1..4),
    ) {
        let mut text = owned.borrow().to_string();
        for (at, remove, insert) in mistakes {
            let borders: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let start = at.index(borders.len());
            let end = (start + remove).min(borders.len() - 1);
            text.replace_range(borders[start]..borders[end], &insert);
        }
        assert_sound_or_same_text(&text);
    }

    #[test]
    fn the_start_of_a_valid_path_parses_or_fails_soundly(owned in valid_parts(), end in any::<Index>()) {
        let text = owned.borrow().to_string();
        assert_sound_or_same_text(&text[..end.index(text.len())]);
    }
}

const STANDARD_SUFFIXES: &[&str] = &[
    "amazonaws.com",
    "amazonaws.com.cn",
    "amazonaws.eu",
    "c2s.ic.gov",
    "sc2s.sgov.gov",
    "cloud.adc-e.uk",
    "csp.hci.ic.gov",
];
const DUAL_STACK_SUFFIXES: &[&str] = &["on.aws", "on.amazonwebservices.com.cn"];

const PIECES: &[&str] = &[
    "763104351884",
    "1",
    ".",
    "-",
    "_",
    "/",
    ":",
    "@",
    "dkr",
    "ecr",
    "-fips",
    ".dkr.ecr.",
    ".dkr-ecr.",
    "us-east-1",
    "amazonaws.com",
    "on.aws",
    "public.ecr.aws",
    "xgboost",
    "A",
    "sha256:",
    "https://",
    " ",
    "\u{feff}",
    "<",
    ">",
    "$",
    "{",
    "}",
    "\"",
    "é",
    "日本",
    "763104351884.dkr.ecr.us-east-1.amazonaws.com/",
    "\0",
];

/// `PathParts` that own their text.
#[derive(Clone, Debug)]
struct OwnedParts {
    account: String,
    endpoint: Endpoint,
    region: String,
    suffix: &'static str,
    repository: String,
    tag: Option<String>,
    digest: Option<String>,
}

impl OwnedParts {
    fn borrow(&self) -> PathParts<'_> {
        PathParts {
            host: Host {
                account: &self.account,
                endpoint: self.endpoint,
                region: &self.region,
                suffix: self.suffix,
            },
            repository: &self.repository,
            tag: self.tag.as_deref(),
            digest: self.digest.as_deref(),
        }
    }
}

fn valid_parts() -> impl Strategy<Value = OwnedParts> {
    let place = (any::<bool>(), any::<bool>()).prop_flat_map(|(dual_stack, fips)| {
        let suffixes = if dual_stack {
            DUAL_STACK_SUFFIXES
        } else {
            STANDARD_SUFFIXES
        };
        (Just(Endpoint { dual_stack, fips }), select(suffixes))
    });
    (
        "[0-9]{12}",
        place,
        "[a-z0-9]{1,6}(-[a-z0-9]{1,9}){1,4}",
        "[a-z0-9]{1,8}((\\.|_|__|-{1,3}|/)[a-z0-9]{1,8}){1,9}",
        prop::option::of("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}"),
        prop::option::of("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}"),
    )
        .prop_map(
            |(account, (endpoint, suffix), region, repository, tag, digest)| OwnedParts {
                account,
                endpoint,
                region,
                suffix,
                repository,
                tag,
                digest,
            },
        )
}

/// Where to change a text, how many characters to remove there, and what to put in their place.
fn mistake() -> impl Strategy<Value = (Index, usize, String)> {
    let insert = prop_oneof![
        Just(String::new()),
        any::<char>().prop_map(String::from),
        select(PIECES).prop_map(str::to_owned),
        "[ -~]{1,3}",
    ];
    (any::<Index>(), 0..4_usize, insert)
}

/// The non-empty lines of a table that are not comments, with their numbers.
fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = (usize, [&'static str; N])> {
    let lines = table.lines().enumerate().map(|(index, line)| (index + 1, line));
    lines
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(number, line)| {
            let cells: Vec<_> = line.split('\t').collect();
            (
                number,
                cells
                    .try_into()
                    .unwrap_or_else(|_| panic!("line {number}: expected {N} cells: {line}")),
            )
        })
}

/// A cell of `-` stands for nothing.
fn optional(cell: &str) -> Option<&str> {
    (cell != "-").then_some(cell)
}

fn endpoint_named(name: &str) -> Endpoint {
    let (dual_stack, fips) = match name {
        "standard" => (false, false),
        "fips" => (false, true),
        "dual-stack" => (true, false),
        "dual-stack-fips" => (true, true),
        _ => panic!("no endpoint is called {name:?}"),
    };
    Endpoint { dual_stack, fips }
}

/// Replaces each `\u{…}` by its character, so that the table shows those that cannot be seen.
fn unescape(cell: &str) -> String {
    let mut pieces = cell.split("\\u{");
    let mut text = pieces.next().unwrap().to_owned();
    for piece in pieces {
        let (code, rest) = piece.split_once('}').unwrap();
        text.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        text.push_str(rest);
    }
    text
}

#[track_caller]
fn assert_sound_or_same_text(text: &str) {
    match RegistryPath::parse(text) {
        Ok(path) => assert_same_text(path, text),
        Err(error) => assert_sound(&error, text),
    }
}

/// Every way to print a path gives the text that was parsed.
#[track_caller]
fn assert_same_text(path: RegistryPath<'_>, text: &str) {
    assert_eq!(path.as_str(), text);
    assert_eq!(path.to_string(), text);
    assert_eq!(path.parts().to_string(), text);
    assert_eq!(path.host(), path.parts().host.to_string());
    assert_eq!(
        (path.account(), path.region()),
        (path.parts().host.account, path.parts().host.region)
    );
    assert_eq!(
        (path.suffix(), path.endpoint()),
        (path.parts().host.suffix, path.parts().host.endpoint)
    );
    assert_eq!(path.repository(), path.parts().repository);
    assert_eq!(
        (path.tag(), path.digest()),
        (path.parts().tag, path.parts().digest)
    );
}

/// The span can be used to slice the text, and the message keeps the house's form.
#[track_caller]
fn assert_sound(error: &ParseError, text: &str) {
    assert!(text.get(error.span()).is_some(), "{text:?}: {error:?}");
    for sentence in [error.to_string().as_str(), error.hint().unwrap_or("none")] {
        let lower = sentence.starts_with(|first: char| first.is_ascii_lowercase() || first == '`');
        assert!(lower || sentence.starts_with("DNS"), "{sentence}");
        assert!(!sentence.ends_with('.') && !sentence.contains('\n'), "{sentence}");
    }
    assert!(error.to_string().contains(", expected "), "{error}");
}
