//! The library builds for WebAssembly.
//!
//! That takes a standard library for the target. Where the toolchain has none, and not its source either, Debian's
//! compiler for its browsers comes with the source: it is old, but not too old for the library's two crates, given
//! that it is let to use one feature that was not yet stable in it.

use std::path::Path;

use anyhow::Context;
use xshell::{Shell, cmd};

use crate::machine::{self, Absent};
use crate::workspace::Workspace;

/// The target.
const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler and the packages that bring it, with the source of its standard library.
const DEBIAN_COMPILER: &str = "/usr/bin/rustc";
const DEBIAN_PACKAGES: [&str; 2] = ["rustc-web", "rust-web-src"];

/// How to build the standard library as well. Nothing runs it, so it is built fast rather than well.
const BUILD_STD: [&str; 3] = [
    "-Zbuild-std=std,panic_abort",
    "--config=profile.dev.opt-level=0",
    "--config=profile.dev.debug=false",
];

/// The release of the compiler that the packages must be of, at least: the first with our edition.
const OLDEST_MINOR: u32 = 85;

/// Builds with what there is.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let shell = &workspace.shell;
    let libraries = cmd!(shell, "rustc --print target-libdir --target {TARGET}")
        .quiet()
        .read()?;
    if Path::new(&libraries).is_dir() {
        cmd!(shell, "cargo build --package sagepath --target {TARGET}").run()?;
        return Ok(());
    }
    let _unstable = shell.push_env("RUSTC_BOOTSTRAP", "1");
    let _apart = shell.push_env("CARGO_TARGET_DIR", workspace.target("wasm"));
    if has_source(shell, "rustc")? {
        cmd!(
            shell,
            "cargo build {BUILD_STD...} --package sagepath --target {TARGET}"
        )
        .run()?;
        return Ok(());
    }
    debian_compiler(shell)?;
    let std = "-Zbuild-std=std,panic_abort";
    let mut options = vec![
        "-Zprofile-rustflags".to_owned(),
        "--ignore-rust-version".to_owned(),
    ];
    for package in ["sagepath", "sagepath-catalog"] {
        options.push("--config".to_owned());
        options.push(format!(
            "profile.dev.package.{package}.rustflags=['-Zcrate-attr=feature(let_chains)']"
        ));
    }
    cmd!(
        shell,
        "cargo build {std} --package sagepath --target {TARGET} {options...}"
    )
    .env("RUSTC", DEBIAN_COMPILER)
    .run()?;
    Ok(())
}

/// Tells whether a compiler has the source of its standard library.
fn has_source(shell: &Shell, compiler: &str) -> anyhow::Result<bool> {
    let sysroot = cmd!(shell, "{compiler} --print sysroot").quiet().read()?;
    Ok(Path::new(&sysroot)
        .join("lib/rustlib/src/rust/library/std")
        .is_dir())
}

/// Makes sure that Debian's compiler is there.
fn debian_compiler(shell: &Shell) -> anyhow::Result<()> {
    let is_there =
        || Path::new(DEBIAN_COMPILER).exists() && has_source(shell, DEBIAN_COMPILER).unwrap_or(false);
    if !is_there() {
        let advice = format!("needs a standard library for {TARGET}: run `rustup target add {TARGET}`");
        // A second compiler is nothing to put on a person's machine unasked.
        if !machine::is_ci() {
            return Err(Absent(advice).into());
        }
        machine::install(shell, &DEBIAN_PACKAGES).context(advice)?;
    }
    let version = cmd!(shell, "{DEBIAN_COMPILER} --version").quiet().read()?;
    let minor = version
        .split('.')
        .nth(1)
        .and_then(|minor| minor.parse::<u32>().ok());
    if !is_there() || minor.is_none_or(|minor| minor < OLDEST_MINOR) {
        let needs = format!(
            "needs a standard library for {TARGET}: {DEBIAN_COMPILER} is {version}, without source or too old"
        );
        return Err(Absent(needs).into());
    }
    Ok(())
}
