//! The reader and bytes that are no catalog, or no longer one.
#![expect(clippy::unwrap_used, reason = "a test that fails panics")]

use proptest::prelude::*;
use sagepath_catalog::{Catalog, InstanceId, OpenError, RegionId, RepositoryId, Text, checksum, layout};

/// Reads everything that can be read, through every accessor.
fn read_everything(catalog: &Catalog<'_>) -> usize {
    let mut sum = catalog.data_version().len() + catalog.size();
    for (_, framework) in catalog.frameworks() {
        sum += catalog.text(framework.slug).len() + catalog.keys(&framework).count();
        for (name, list) in catalog.attributes(&framework) {
            sum += catalog.text(name).len() + catalog.texts(list).map(str::len).sum::<usize>();
        }
        for (_, image) in catalog.images_of(&framework).step_by(5) {
            sum += catalog.keys_of_version(&framework, image.version).count();
            sum += catalog.regions_of(&image).iter().count();
            sum += catalog.texts(image.tags).map(str::len).sum::<usize>();
            for listed in catalog.listed_in(image.repository).take(8) {
                sum += catalog.listed(listed.repository, listed.tag).count();
            }
        }
    }
    for (repository, _) in catalog.repositories().step_by(5) {
        for (region, record) in catalog.regions().take(64) {
            sum += catalog.account(repository, region).map_or(0, str::len);
            sum += catalog.older_account(repository, region).map_or(0, str::len);
            sum += catalog.text(catalog.partition_of(&record).dns_suffix).len();
        }
    }
    for name in ["us-east-1", "xgboost", "ml.m5.xlarge", "", "no such name"] {
        sum += usize::from(catalog.region(name).is_some()) + usize::from(catalog.framework(name).is_some());
        sum +=
            usize::from(catalog.instance(name).is_some()) + usize::from(catalog.repository(name).is_some());
        sum += usize::from(catalog.find_text(name).is_some());
    }
    sum += catalog.text(Text(u16::MAX - 1)).len() + catalog.region_at(RegionId(60_000)).flags as usize;
    sum += catalog.instance_at(InstanceId(60_000)).vcpus as usize;
    sum += catalog
        .account(RepositoryId(60_000), RegionId(3))
        .map_or(0, str::len);
    sum + catalog.sources().count()
        + catalog.scopes().count()
        + catalog.processors().count()
        + catalog.accounts().count()
}

#[test]
fn the_embedded_catalog_is_whole() {
    assert!(Catalog::open(Catalog::embedded_bytes()).is_ok());
    assert!(read_everything(&Catalog::embedded()) > 20_000);
}

#[test]
fn every_truncation_is_refused() {
    let bytes = Catalog::embedded_bytes();
    for length in (0..bytes.len()).step_by(997).chain(0..600) {
        assert!(Catalog::open(&bytes[..length]).is_err(), "{length}");
    }
}

#[test]
fn a_foreign_file_and_a_foreign_format_are_told_apart() {
    assert_eq!(Catalog::open(b"").unwrap_err(), OpenError::Foreign);
    assert_eq!(
        Catalog::open(b"PK\x03\x04 a wheel").unwrap_err(),
        OpenError::Foreign
    );
    let mut newer = Catalog::embedded_bytes().to_vec();
    newer[8] = 99;
    assert_eq!(Catalog::open(&newer).unwrap_err(), OpenError::Format(99));
    assert!(OpenError::Format(99).to_string().contains("format 99"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_flipped_byte_is_noticed(at in 0..Catalog::embedded_bytes().len(), bit in 0..8_u32) {
        let mut bytes = Catalog::embedded_bytes().to_vec();
        bytes[at] ^= 1 << bit;
        prop_assert!(Catalog::open(&bytes).is_err());
    }

    /// A hostile file has a right checksum: whatever it refers to, reading it must end, and not in a panic.
    #[test]
    fn hostile_bytes_are_read_to_the_end(changes in prop::collection::vec((0..Catalog::embedded_bytes().len(), any::<u8>()), 1..64)) {
        let mut bytes = Catalog::embedded_bytes().to_vec();
        for (at, byte) in changes {
            // Most of the bytes are strings: aim at the tables half of the time.
            let at = if byte & 1 == 0 { at } else { layout::CHECKED_FROM + at % 4096 };
            bytes[at] = byte;
        }
        let sum = checksum(&bytes[layout::CHECKED_FROM..]);
        bytes[16..24].copy_from_slice(&sum.to_le_bytes());
        if let Ok(catalog) = Catalog::open(&bytes) {
            read_everything(&catalog);
        }
    }
}
