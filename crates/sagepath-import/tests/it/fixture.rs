//! A copy of the fixtures that a test may change.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use sagepath_import::{ImportError, Options, Report, Sources, import};
use serde::Deserialize;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

/// `catalog`, `core` (a sagemaker-core package) and `dlc` (the DLC repository) in a folder of their own.
pub(crate) struct Fixture(TempDir);

/// A change of one file: of the one place where it has a text, or of all of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Edit {
    pub(crate) file: PathBuf,
    #[serde(default)]
    pub(crate) find: String,
    pub(crate) replace: String,
}

impl Fixture {
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().unwrap();
        copy(&fixtures(), folder.path());
        Fixture(folder)
    }

    /// With everything imported.
    pub(crate) fn imported() -> Self {
        let fixture = Fixture::new();
        fixture.import(Options::default()).unwrap();
        fixture
    }

    pub(crate) fn path(&self, file: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(file)
    }

    pub(crate) fn read(&self, file: impl AsRef<Path>) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    pub(crate) fn edit(&self, edit: &Edit) {
        let text = if edit.find.is_empty() {
            edit.replace.clone()
        } else {
            let text = self.read(&edit.file);
            assert_eq!(text.matches(&edit.find).count(), 1, "{edit:?}");
            text.replace(&edit.find, &edit.replace)
        };
        let path = self.path(&edit.file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The text of every file of the catalog.
    pub(crate) fn catalog(&self) -> BTreeMap<PathBuf, String> {
        let mut texts = BTreeMap::new();
        let root = self.path("catalog");
        for path in files(&root) {
            let text = fs::read_to_string(&path).unwrap();
            texts.insert(path.strip_prefix(&root).unwrap().to_owned(), text);
        }
        texts
    }

    /// Imports from both sources.
    pub(crate) fn import(&self, options: Options) -> Result<Report, ImportError> {
        self.import_from(Some("core"), Some("dlc"), options)
    }

    pub(crate) fn import_from(
        &self,
        core: Option<&str>,
        dlc: Option<&str>,
        options: Options,
    ) -> Result<Report, ImportError> {
        let sources = Sources {
            sagemaker_core: core.map(|path| self.path(path)),
            deep_learning_containers: dlc.map(|path| self.path(path)),
        };
        import(&self.path("catalog"), &sources, options)
    }

    /// A text without the folder of this copy.
    pub(crate) fn relative(&self, text: &impl ToString) -> String {
        text.to_string()
            .replace(&format!("{}/", self.0.path().display()), "")
    }

    /// Packs `core` as a wheel.
    pub(crate) fn wheel(&self, name: &str, version: &str) {
        let mut wheel = zip::ZipWriter::new(fs::File::create(self.path(name)).unwrap());
        let mut add = |name: String, bytes: &[u8]| {
            wheel.start_file(name, SimpleFileOptions::default()).unwrap();
            wheel.write_all(bytes).unwrap();
        };
        add("sagemaker/core/__init__.py".to_owned(), b"");
        let root = self.path("core");
        for path in files(&root) {
            let name = path.strip_prefix(&root).unwrap().display();
            add(format!("sagemaker/core/{name}"), &fs::read(&path).unwrap());
        }
        add(
            format!("sagemaker_core-{version}.dist-info/METADATA"),
            b"Metadata-Version: 2.4\n",
        );
        wheel.finish().unwrap();
    }
}

pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The cases of a file of the fixtures.
pub(crate) fn cases<T: for<'de> Deserialize<'de>>(file: &str) -> Vec<T> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Cases<T> {
        case: Vec<T>,
    }
    let text = fs::read_to_string(fixtures().join(file)).unwrap();
    let cases: Cases<T> = toml::from_str(&text).unwrap();
    cases.case
}

pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn copy(from: &Path, to: &Path) {
    for path in files(from) {
        let target = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(&path, target).unwrap();
    }
}
