//! The order of versions, over everything that upstream calls one: `2.5.1`, `1.7-1`, `1.4-2-py312`, `b9522`, `3.x`, `latest`.

use core::cmp::Ordering;

/// Compares two versions, piece by piece: numbers by value, words by letters, a word before a number. A word that clings to
/// a number makes a candidate of it (`1.0rc1` comes before `1.0`), one after a separator a successor (`1.4-2-py312`).
///
/// ```
/// use sagepath::version;
///
/// assert!(version::compare("2.10.0", "2.9.1").is_gt());
/// assert!(version::compare("1.7-1", "1.5-1").is_gt());
/// assert!(version::compare("0.21.0rc1", "0.21.0").is_lt());
/// assert!(version::compare("1.4-2-py312", "1.4-2").is_gt());
/// assert!(version::compare("latest", "1").is_lt());
/// ```
pub fn compare(left: &str, right: &str) -> Ordering {
    let (mut left_pieces, mut right_pieces) = (pieces(left), pieces(right));
    loop {
        let order = match (left_pieces.next(), right_pieces.next()) {
            (None, None) => return left.cmp(right),
            (None, Some(piece)) => {
                if piece.is_candidate() {
                    Ordering::Greater
                } else {
                    Ordering::Less
                }
            }
            (Some(piece), None) => {
                if piece.is_candidate() {
                    Ordering::Less
                } else {
                    Ordering::Greater
                }
            }
            (Some(left), Some(right)) => left.cmp(&right),
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// Whether a version is `from` or newer. A version that begins with a word is neither.
///
/// ```
/// use sagepath::version;
///
/// assert!(version::at_least("2.10.0", "2.9"));
/// assert!(!version::at_least("latest", "1"));
/// ```
pub fn at_least(version: &str, from: &str) -> bool {
    version.starts_with(|character: char| character.is_ascii_digit()) && compare(version, from).is_ge()
}

/// Whether a version is `stem`, or begins with it at the end of a piece: `2.5` covers `2.5.1` and not `2.50`.
///
/// ```
/// use sagepath::version;
///
/// assert!(version::within("2.5.1", "2.5"));
/// assert!(!version::within("2.50", "2.5"));
/// ```
pub fn within(version: &str, stem: &str) -> bool {
    version
        .strip_prefix(stem)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-', '+', '_']))
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Piece<'v> {
    Candidate(&'v str),
    Word(&'v str),
    /// The digits without leading zeros: the more of them, the greater.
    Number(usize, &'v str),
}

impl Piece<'_> {
    fn is_candidate(&self) -> bool {
        matches!(self, Piece::Candidate(_))
    }
}

fn pieces(version: &str) -> impl Iterator<Item = Piece<'_>> {
    version.split(['.', '-', '+', '_']).flat_map(|part| {
        let mut rest = part;
        core::iter::from_fn(move || {
            let first = rest.chars().next()?;
            let clings = rest.len() < part.len();
            let same = |character: char| character.is_ascii_digit() == first.is_ascii_digit();
            let end = rest.find(|character| !same(character)).unwrap_or(rest.len());
            let (piece, after) = rest.split_at(end);
            rest = after;
            Some(if first.is_ascii_digit() {
                let digits = piece.trim_start_matches('0');
                Piece::Number(digits.len(), digits)
            } else if clings {
                Piece::Candidate(piece)
            } else {
                Piece::Word(piece)
            })
        })
    })
}
