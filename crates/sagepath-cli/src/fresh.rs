//! Names that nothing has yet.

use std::hash::{BuildHasher as _, RandomState};

use jiff::Timestamp;

/// What is put after a name, so that no two are the same: the time, by which they sort, and something random, as several jobs may be
/// started in the same second.
pub(crate) fn suffix() -> String {
    let time = Timestamp::now().strftime("%Y%m%d-%H%M%S");
    let random = RandomState::new().hash_one(()) & 0xff_ffff;
    format!("{time}-{random:06x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_are_the_same_within_a_second() {
        let (one, other) = (suffix(), suffix());
        assert_ne!(one, other);
        assert_eq!(one.len(), "20260131-080000-0a1b2c".len());
    }
}
