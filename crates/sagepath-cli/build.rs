//! Leaves the unwinder's tables out of the released executable.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=release.ld");
    let is = |name, value| env::var(name).is_ok_and(|found| found == value);
    // The release profile aborts on a panic and nothing is ever unwound, but the tables come all the same: the standard
    // library and the C library bring theirs, and backtraces want this code's. Together they are a tenth of the file. A
    // panic still says where and why; only the list of frames that RUST_BACKTRACE asks for stays empty.
    if is("PROFILE", "release") && is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        let folder = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
        println!("cargo::rustc-link-arg-bins=-Wl,-T,{folder}/release.ld");
    }
}
