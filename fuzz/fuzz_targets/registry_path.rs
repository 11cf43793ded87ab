//! Any text is a registry path that prints as it was read, or an error within it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sagepath::{Catalog, RegistryPath};

fuzz_target!(|text: &str| {
    match RegistryPath::parse(text) {
        Ok(path) => {
            assert_eq!(path.parts().to_string(), text);
            let identity = Catalog::embedded().identify(&path);
            if let Some(closest) = identity.closest() {
                assert!(RegistryPath::parse(&closest).is_ok(), "{closest}");
            }
            let _ = Catalog::embedded().in_region(&path, "eu-west-1");
        }
        Err(error) => {
            let span = error.span();
            assert!(text.get(span).is_some(), "{error}");
            assert!(!error.to_string().is_empty());
        }
    }
});
