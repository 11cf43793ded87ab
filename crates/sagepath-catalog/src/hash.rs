//! The two hashes of the format.

/// A quick hash of a short name, for the catalog's index tables. Not keyed: the names are ours, not an attacker's, and a
/// lookup of any string ends after one pass over a table of bounded size.
pub fn hash(name: &[u8]) -> u32 {
    const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = name.len() as u64;
    let mut chunks = name.chunks_exact(8);
    for chunk in &mut chunks {
        let word = u64::from_le_bytes([
            chunk[0], chunk[1], chunk[2], chunk[3], chunk[4], chunk[5], chunk[6], chunk[7],
        ]);
        state = (state.rotate_left(5) ^ word).wrapping_mul(MULTIPLIER);
    }
    let mut word = 0;
    for &byte in chunks.remainder() {
        word = word << 8 | u64::from(byte);
    }
    state = (state.rotate_left(5) ^ word).wrapping_mul(MULTIPLIER);
    (state >> 32) as u32
}

/// The checksum of a catalog's body: FNV-1a, 64 bits. It tells a damaged file from a whole one; it is no signature.
pub const fn checksum(body: &[u8]) -> u64 {
    let mut state = 0xCBF2_9CE4_8422_2325_u64;
    let mut at = 0;
    while at < body.len() {
        state = (state ^ body[at] as u64).wrapping_mul(0x0000_0100_0000_01B3);
        at += 1;
    }
    state
}
