//! Inputs that are hard to take: answered, and never a panic.

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use sagepath::Catalog;
use sagepath_check::{LARGEST, Safety, Settings, check, check_paths, mend};

use crate::specification;

/// A name for every reader.
const NAMES: [&str; 10] = [
    "a.tf",
    "a.json",
    "a.yaml",
    "a.py",
    "a.ipynb",
    "a.ts",
    "a.toml",
    "Dockerfile",
    "a.md",
    "a.sh",
];

const PATH: &str = "683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1";

fn all_readers(bytes: &[u8]) {
    for name in NAMES {
        let path = Path::new(name);
        let (catalog, settings) = (Catalog::embedded(), Settings::default());
        let findings = check(path, bytes, catalog, &settings);
        for finding in findings {
            assert!(
                finding.span.start <= finding.span.end && finding.span.end <= bytes.len(),
                "{name}"
            );
        }
        if let Some(mended) = mend(path, bytes, catalog, &settings, Safety::Unsafe) {
            assert!(
                mend(path, &mended.bytes, catalog, &settings, Safety::Unsafe).is_none(),
                "{name}"
            );
        }
    }
}

/// On a thread like those that check files.
fn on_a_large_stack(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new()
        .stack_size(256 << 20)
        .spawn(work)
        .unwrap();
    assert!(thread.join().is_ok(), "the work panicked");
}

#[test]
fn deep_nesting_is_answered() {
    on_a_large_stack(|| {
        for (open, close) in [
            ("[", "]"),
            ("(", ")"),
            ("{\"a\":", "}"),
            ("${", "}"),
            ("- ", ""),
            ("`${", "}`"),
            ("not ", ""),
        ] {
            for depth in [100, 3_000, 100_000] {
                let text = format!("x = {}'{PATH}'{}\n", open.repeat(depth), close.repeat(depth));
                all_readers(text.as_bytes());
            }
        }
        all_readers(format!("x = {}'{PATH}'", "1 + ".repeat(100_000)).as_bytes());
        all_readers(format!("x = {}'{PATH}'", "'a' + ".repeat(15_000)).as_bytes());
        let blocks: String = (0..2_000)
            .map(|depth| format!("{}if x:\n", " ".repeat(depth)))
            .collect();
        all_readers(format!("{blocks}y = '{PATH}'").as_bytes());
    });
}

#[test]
fn a_cycle_of_aliases_is_answered() {
    let cycle = format!("a: &a\n  b: *a\n  image: {PATH}\nc: &c [*c, *a]\n");
    let laughs = (1..40).fold("l0: &l0 x\n".to_owned(), |text, level| {
        let below = format!("*l{}", level - 1);
        format!("{text}l{level}: &l{level} [{below}, {below}, {below}, {below}]\n")
    });
    let found = check(
        Path::new("a.yaml"),
        cycle.as_bytes(),
        Catalog::embedded(),
        &Settings::default(),
    );
    assert_eq!(found.len(), 1);
    all_readers(format!("{laughs}image: {PATH}\n").as_bytes());
}

#[test]
fn a_truncated_file_is_answered() {
    for specification in specification::all() {
        for (name, text, _) in specification.cases() {
            for end in (0..text.len()).step_by(7) {
                check(
                    Path::new(name),
                    &text.as_bytes()[..end],
                    Catalog::embedded(),
                    &Settings::default(),
                );
            }
        }
    }
}

#[test]
fn a_folder_of_hard_files_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let huge = std::fs::File::create(at("huge.py")).unwrap();
    huge.set_len(100 << 20).unwrap();
    std::fs::write(at("binary.bin"), [PATH.as_bytes(), b"\0\x01\x02"].concat()).unwrap();
    std::fs::write(at("empty.tf"), "").unwrap();
    std::fs::write(at("ok.txt"), PATH).unwrap();
    std::fs::create_dir(at(".git")).unwrap();
    std::fs::write(at(".git/config"), PATH).unwrap();
    std::fs::write(at(".gitignore"), "ignored.txt\n").unwrap();
    std::fs::write(at("ignored.txt"), PATH).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(at("nowhere"), at("broken")).unwrap();
    let report = check_paths(
        &[folder.path().to_owned()],
        Catalog::embedded(),
        &Settings::default(),
    )
    .unwrap();
    let names: Vec<PathBuf> = report.files.iter().map(|file| file.path.clone()).collect();
    assert_eq!(names, [at("ok.txt")]);
    assert_eq!(report.notes.len(), 1, "{:?}", report.notes);
    assert!(
        report.notes[0].contains(&format!("larger than {} MiB", LARGEST >> 20)),
        "{:?}",
        report.notes
    );
    let error = check_paths(&[at("nowhere")], Catalog::embedded(), &Settings::default()).unwrap_err();
    assert!(error.to_string().contains("nowhere"));
}

/// Pieces of what files are made of, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(PATH.to_owned()),
        Just("763104351884.dkr.ecr.${var.region}.amazonaws.com/pytorch-training".to_owned()),
        Just("{account}.dkr.ecr.{region}.amazonaws.com/xgboost:latest".to_owned()),
        Just("# sagepath: ignore[latest-tag]".to_owned()),
        Just("\"us-east-1\": \"683313688378\", ".to_owned()),
        "[\\[\\]{}()\"'`=:,#$<>%\\\\ \n\t-]{1,6}",
        "image|training_image|Fn::Sub|!Join|f\"|resource|cells|source|code|format|ä|\u{FFFC}|\u{1F600}",
        "\\PC{0,4}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_a_reader_panic(text in pieces()) {
        all_readers(text.as_bytes());
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..40), text in pieces()) {
        all_readers(&[&bytes[..], text.as_bytes(), &bytes[..]].concat());
    }

    #[test]
    fn no_change_of_a_real_file_makes_a_reader_panic(
        choice in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let all = specification::all();
        let cases: Vec<_> = all.iter().flat_map(specification::Specification::cases).collect();
        let (name, text, _) = cases[choice.index(cases.len())];
        let mut bytes = text.as_bytes().to_vec();
        for (place, byte) in changes {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        check(Path::new(name), &bytes, Catalog::embedded(), &Settings::default());
    }
}
