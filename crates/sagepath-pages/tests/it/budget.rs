//! Sizes: what a reader has to wait for.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use sagepath_pages::{File, Format};

use crate::page::{files, site};

fn compressed(file: &File) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&file.bytes).unwrap();
    encoder.finish().unwrap().len()
}

#[test]
fn no_page_is_large_and_the_data_is_small() {
    for file in files(&site(Format::Html)) {
        let limit = match file.path.as_str() {
            "assets/catalog-data.js" => 60_000,
            path if path.starts_with("assets/") => 8_000,
            _ => 150_000,
        };
        let size = compressed(&file);
        assert!(
            size <= limit,
            "{}: {size} bytes compressed, of {limit}",
            file.path
        );
    }
}
