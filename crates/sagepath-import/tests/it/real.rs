//! The repository's own catalog.

use std::path::{Path, PathBuf};

use sagepath_import::{check, compile, compile_catalog, facts};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn it_has_no_problem() {
    let problems = check(&root().join("catalog")).unwrap();
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn the_embedded_catalog_is_its_compiled_form() {
    let compiled = compile_catalog(&root().join("catalog")).unwrap();
    let embedded = std::fs::read(root().join("crates/sagepath-catalog/catalog.bin")).unwrap();
    assert!(
        compiled == embedded,
        "crates/sagepath-catalog/catalog.bin is not what catalog/ compiles to: run `cargo xtask generate`"
    );
}

#[test]
fn compiling_is_deterministic() {
    let facts = facts::read(&root().join("catalog")).unwrap();
    assert_eq!(compile::rows(&facts), compile::rows(&facts));
    assert_eq!(
        compile::compile(&facts).unwrap(),
        compile::compile(&facts).unwrap()
    );
}
