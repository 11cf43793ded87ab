//! Any bytes are questions: each line gets one line of JSON back, and nothing stops the next.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sagepath::Catalog;

fuzz_target!(|input: &[u8]| {
    let mut output = Vec::new();
    sagepath_json::batch::answer_all(Catalog::embedded(), input, &mut output).expect("writing to memory");
    let asked = input
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.trim_ascii().is_empty())
        .count();
    let answered = output.iter().filter(|byte| **byte == b'\n').count();
    assert_eq!(asked, answered);
});
