//! Any text is a configuration of the SDK and an image file of the DLC repository: they are imported, or refused with an
//! error that names file and key.
#![no_main]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sagepath_import::{Options, Sources};

/// A folder of this process's own, with one file of each source.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("sagepath-fuzz-{}", std::process::id()));
    fs::create_dir_all(folder.join("core/image_uri_config")).expect("a folder for configurations");
    fs::create_dir_all(folder.join("dlc/docs/src/data/pytorch-training")).expect("a folder for image files");
    folder
});

fuzz_target!(|text: &str| {
    let catalog =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/sagepath-import/tests/fixtures/catalog");
    let sources = Sources {
        sagemaker_core: Some(FOLDER.join("core")),
        deep_learning_containers: Some(FOLDER.join("dlc")),
    };
    let options = Options {
        dry_run: true,
        ..Options::default()
    };
    let core = FOLDER.join("core/image_uri_config/pytorch.json");
    let dlc = FOLDER.join("dlc/docs/src/data/pytorch-training/image.yml");
    for (file, only) in [
        (
            &core,
            Sources {
                deep_learning_containers: None,
                ..sources.clone()
            },
        ),
        (
            &dlc,
            Sources {
                sagemaker_core: None,
                ..sources.clone()
            },
        ),
    ] {
        fs::write(file, text).expect("a file in a folder of our own");
        if let Err(error) = sagepath_import::import(&catalog, &only, options) {
            assert!(!error.to_string().is_empty());
        }
    }
});
