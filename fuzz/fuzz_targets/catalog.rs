//! A compiled catalog with a right checksum and anything inside can be asked anything.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sagepath::{Catalog, Filter, Query, RegistryPath};
use sagepath_catalog::{checksum, layout};

fuzz_target!(|changes: Vec<(u32, u8)>| {
    let mut bytes = Catalog::embedded_bytes().to_vec();
    for (at, byte) in changes {
        let at = layout::CHECKED_FROM + at as usize % (bytes.len() - layout::CHECKED_FROM);
        bytes[at] = byte;
    }
    let sum = checksum(&bytes[layout::CHECKED_FROM..]);
    bytes[layout::CHECKED_FROM - 8..layout::CHECKED_FROM].copy_from_slice(&sum.to_le_bytes());
    let Ok(catalog) = Catalog::open(&bytes) else {
        return;
    };
    for framework in ["xgboost", "pytorch", "huggingface", "kmeans", "spark"] {
        let query = Query::new(framework, "us-east-1");
        for query in [
            query,
            query.version("1"),
            query
                .version("2.9.0")
                .scope("training")
                .instance_type("ml.trn1.2xlarge"),
        ] {
            match catalog.resolve(&query) {
                Ok(located) => drop(located.pinned().path().to_string()),
                Err(error) => drop(error.to_string()),
            }
        }
    }
    let path =
        RegistryPath::parse("763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-training:2.5.1-gpu-py311")
            .expect("a path");
    let _ = catalog.identify(&path).closest();
    let _ = catalog
        .images(&Filter {
            region: Some("us-east-1"),
            ..Filter::default()
        })
        .map(Iterator::count);
});
