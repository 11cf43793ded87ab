//! Any text is a configuration that is understood, or an error that names file and key.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = sagepath_import::fuzzing::configuration(text);
    let _ = sagepath_import::fuzzing::image_file(text);
});
