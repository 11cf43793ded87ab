//! try
use std::path::Path;
fn main() {
    let cat = Path::new("catalog");
    let mut facts = sagepath_import::facts::read(cat).unwrap_or_else(|e| panic!("{e}"));
    let r = sagepath_import::upstream::sagemaker_core::read(Path::new(&std::env::args().nth(1).unwrap()))
        .unwrap();
    let fam = sagepath_import::derive::families(&r, &facts.kept_registries).unwrap();
    let im = sagepath_import::derive::images(&r, &fam);
    let snap = sagepath_import::upstream::deep_learning_containers::read(Path::new(
        &std::env::args().nth(2).unwrap(),
    ))
    .unwrap_or_else(|e| panic!("{e}"));
    facts.registries = fam;
    for (s, i) in im {
        facts.frameworks.entry(s).or_default().imported = i;
    }
    for (s, l) in sagepath_import::derive::listings(&snap).unwrap() {
        facts.frameworks.entry(s).or_default().imported.listings = l;
    }
    for (s, l) in sagepath_import::derive::supports(&snap).unwrap() {
        facts.frameworks.entry(s).or_default().imported.supports = l;
    }
    std::fs::create_dir_all("catalog/frameworks").unwrap();
    for (s, f) in &facts.frameworks {
        if f.imported != Default::default() {
            std::fs::write(
                cat.join(format!("frameworks/{s}.toml")),
                sagepath_import::facts::framework_text(s, &f.imported),
            )
            .unwrap();
        }
    }
    std::fs::write(
        cat.join("registries.toml"),
        sagepath_import::facts::registries_text(&facts.registries),
    )
    .unwrap();
    let facts = sagepath_import::facts::read(cat).unwrap_or_else(|e| panic!("{e}"));
    let rows = sagepath_import::compile::rows(&facts);
    let bytes = sagepath_import::compile::pack(&facts, &rows).unwrap();
    println!(
        "{} rows, {} keys, {} bytes",
        rows.len(),
        rows.iter().map(|r| r.keys.len()).sum::<usize>(),
        bytes.len()
    );
    std::fs::write("crates/sagepath-catalog/catalog.bin", &bytes).unwrap();
    for r in &rows {
        println!(
            "{}|{}|{:?}|{}|{}|{:?}|{:?}|{:?}|{:?}|{}|{}|{}|{:?}|{:?}",
            r.framework,
            r.version,
            r.base,
            r.scopes.join("+"),
            if r.arm64 { "arm" } else { "" },
            r.platform,
            r.processor,
            r.python,
            r.sdk,
            r.repository,
            r.regions.len(),
            r.tag(),
            r.keys
                .iter()
                .map(|k| format!("{}/{}={}", k.version, k.base.clone().unwrap_or_default(), k.tag))
                .collect::<Vec<_>>(),
            r.listed
        );
    }
}
