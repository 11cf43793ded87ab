//! What a look-up costs within a process: `cargo bench` in this folder.

use std::hint::black_box;

use divan::Bencher;
use sagepath::{Catalog, Filter, Query, RegistryPath};

fn main() {
    divan::main();
}

/// Questions of each shape: a built-in algorithm, one tag by version, a DLC by instance type, a base framework, a redirect.
const QUERIES: [(&str, fn() -> Query<'static>); 5] = [
    ("algorithm", || Query::new("kmeans", "eu-west-1")),
    ("xgboost", || Query::new("xgboost", "us-east-1").version("1.7-1")),
    ("pytorch", || {
        Query::new("pytorch", "us-west-2")
            .version("2.5")
            .scope("training")
            .instance_type("ml.g5.xlarge")
    }),
    ("huggingface", || {
        let query = Query::new("huggingface", "us-west-2")
            .version("4.49")
            .scope("inference");
        query.base_framework("pytorch2.6").instance_type("ml.g5.xlarge")
    }),
    ("neuron", || {
        Query::new("pytorch", "us-west-2")
            .version("2.9")
            .scope("training")
            .instance_type("ml.trn1.2xlarge")
    }),
];

#[divan::bench(args = QUERIES.map(|(name, _)| name))]
fn resolve(bencher: Bencher<'_, '_>, name: &str) {
    let query = QUERIES
        .iter()
        .find(|(known, _)| *known == name)
        .expect("a query of this name")
        .1();
    bencher.bench(|| Catalog::embedded().resolve(black_box(&query)).is_ok());
}

#[divan::bench(args = QUERIES.map(|(name, _)| name))]
fn resolve_and_print(bencher: Bencher<'_, '_>, name: &str) {
    use std::fmt::Write as _;
    let query = QUERIES
        .iter()
        .find(|(known, _)| *known == name)
        .expect("a query of this name")
        .1();
    let mut text = String::with_capacity(256);
    bencher.bench_local(|| {
        text.clear();
        let located = Catalog::embedded().resolve(black_box(&query)).expect("an answer");
        write!(text, "{}", located.path()).expect("room");
        text.len()
    });
}

/// What is wrong, and a question that has it.
const REFUSALS: [(&str, fn() -> Query<'static>); 4] = [
    ("framework", || Query::new("xgbost", "us-east-1")),
    ("region", || Query::new("xgboost", "us-east1").version("1.7-1")),
    ("version", || {
        Query::new("pytorch", "us-east-1")
            .version("2.99")
            .scope("training")
    }),
    ("instance type", || {
        Query::new("pytorch", "us-east-1")
            .version("2.5")
            .scope("training")
            .instance_type("ml.zz9.banana")
    }),
];

#[divan::bench(args = REFUSALS.map(|(name, _)| name))]
fn refuse(bencher: Bencher<'_, '_>, name: &str) {
    let query = REFUSALS
        .iter()
        .find(|(known, _)| *known == name)
        .expect("a query of this name")
        .1();
    bencher.bench(|| Catalog::embedded().resolve(black_box(&query)).is_err());
}

/// Paths of each verdict.
const PATHS: [&str; 4] = [
    "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1",
    "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-training:2.5.1-gpu-py311",
    "683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1",
    "123456789012.dkr.ecr.us-east-1.amazonaws.com/my-model:latest",
];

#[divan::bench(args = PATHS)]
fn parse(path: &str) -> bool {
    RegistryPath::parse(black_box(path)).is_ok()
}

#[divan::bench(args = PATHS)]
fn parse_and_identify(path: &str) -> bool {
    let path = RegistryPath::parse(black_box(path)).expect("a path");
    Catalog::embedded().identify(&path).is_right()
}

#[divan::bench]
fn list_all() -> usize {
    Catalog::embedded()
        .images(black_box(&Filter::default()))
        .expect("a filter")
        .count()
}

#[divan::bench]
fn list_region_and_processor() -> usize {
    let filter = Filter {
        region: Some("eu-west-1"),
        runs_on: Some("gpu"),
        ..Filter::default()
    };
    Catalog::embedded()
        .images(black_box(&filter))
        .expect("a filter")
        .count()
}

/// What every start of a program pays: nothing but a look at the header, done when the program was compiled.
#[divan::bench]
fn open_embedded() -> usize {
    black_box(Catalog::embedded()).size()
}

/// What a catalog from a file pays: one pass over its bytes for the checksum.
#[divan::bench]
fn open_bytes() -> bool {
    Catalog::open(black_box(Catalog::embedded_bytes())).is_ok()
}
