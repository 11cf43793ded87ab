//! Any file is checked and mended, by every reader: within the file, and to the end.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use sagepath::Catalog;
use sagepath_check::{Safety, Settings, check, mend};

const NAMES: [&str; 8] = [
    "a.tf", "a.json", "a.yaml", "a.py", "a.ipynb", "a.ts", "a.toml", "a.md",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, file)) = bytes.split_first() else {
        return;
    };
    let path = Path::new(NAMES[usize::from(*choice) % NAMES.len()]);
    let (catalog, settings) = (Catalog::embedded(), Settings::default());
    for finding in check(path, file, catalog, &settings) {
        assert!(finding.span.start <= finding.span.end && finding.span.end <= file.len());
    }
    if let Some(mended) = mend(path, file, catalog, &settings, Safety::Unsafe) {
        assert!(mend(path, &mended.bytes, catalog, &settings, Safety::Unsafe).is_none());
    }
});
