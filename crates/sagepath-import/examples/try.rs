//! Scratch: compiles `catalog` to `crates/sagepath-catalog/catalog.bin`.
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args.first().is_some_and(|a| a == "import") {
        let sources = sagepath_import::Sources {
            sagemaker_core: args.get(2).filter(|a| *a != "-").map(Into::into),
            deep_learning_containers: args.get(3).map(Into::into),
        };
        let options = sagepath_import::Options { accept_account_changes: false, dry_run: false };
        match sagepath_import::import(args[1].as_ref(), &sources, options) {
            Ok(r) => println!("{r}"),
            Err(e) => println!("error: {e}"),
        }
        return;
    }
    if args.first().is_some_and(|a| a == "check") {
        for problem in sagepath_import::check(args[1].as_ref()).unwrap() {
            println!("{problem}");
        }
        return;
    }
    let facts = sagepath_import::facts::read("catalog".as_ref()).unwrap();
    let bytes = sagepath_import::compile::compile(&facts).unwrap();
    std::fs::write(
        args.first()
            .filter(|path| path.ends_with(".bin"))
            .map_or("crates/sagepath-catalog/catalog.bin", String::as_str),
        bytes,
    )
    .unwrap();
}
