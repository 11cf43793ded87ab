//! Mending: what it changes, and what it leaves.

use std::path::Path;

use sagepath::Catalog;
use sagepath_check::{Finding, Safety, Settings, check, mend, replace};

use crate::specification;

fn everything() -> Settings {
    let mut settings = Settings::default();
    settings.select(&["all".to_owned()]).unwrap();
    settings.set_today(specification::TODAY.parse().unwrap(), false);
    settings
}

fn mended(name: &str, bytes: &[u8], safety: Safety) -> Option<Vec<u8>> {
    mend(Path::new(name), bytes, Catalog::embedded(), &everything(), safety).map(|mended| mended.bytes)
}

/// All files of all specifications, mended: nothing is left to mend, and what is outside of the edits is as it was.
#[test]
fn mending_leaves_nothing_to_mend() {
    let mut count = 0;
    for specification in specification::all() {
        for (name, text, _) in specification.cases() {
            for safety in [Safety::Safe, Safety::Unsafe] {
                let Some(once) = mended(name, text.as_bytes(), safety) else {
                    continue;
                };
                count += 1;
                assert!(
                    mended(name, &once, safety).is_none(),
                    "{name}: {}",
                    String::from_utf8_lossy(&once)
                );
                let lines = |bytes: &[u8]| bytes.split(|byte| *byte == b'\n').count();
                assert_eq!(lines(&once), lines(text.as_bytes()), "{name}");
                unchanged_outside(name, text, &once);
            }
        }
    }
    assert!(count > 20, "only {count} files were mended");
}

/// Lines without a finding are byte for byte the same.
fn unchanged_outside(name: &str, old: &str, new: &[u8]) {
    let findings = check(
        Path::new(name),
        old.as_bytes(),
        Catalog::embedded(),
        &everything(),
    );
    let touches = |line: usize| {
        let on = |finding: &Finding| (finding.start.line..=finding.end.line).contains(&line);
        // A path that goes on over several lines is mended in each.
        findings
            .iter()
            .any(|finding| on(finding) || finding.start.line.abs_diff(line) <= 4)
    };
    let pairs = old
        .as_bytes()
        .split(|byte| *byte == b'\n')
        .zip(new.split(|byte| *byte == b'\n'));
    for (number, (old, new)) in pairs.enumerate() {
        assert!(old == new || touches(number + 1), "{name}:{}", number + 1);
    }
}

#[test]
fn encoding_line_ends_and_marks_are_kept() {
    let wrong = "683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1";
    let right = "257758044811.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1";
    let around: [(&[u8], &[u8]); 4] = [
        (b"\xEF\xBB\xBFimage = '", b"'\r\n"),
        (b"# \xFF\xFE caf\xE9\nimage = '", b"' # \xE9\n"),
        (b"\timage = '", b"'\t\n\n\n"),
        ("ä = '€'; image = '".as_bytes(), "' # ü".as_bytes()),
    ];
    for (before, after) in around {
        for name in ["a.txt", "a.py", "a.sh", "a.ts", "a.toml"] {
            let whole = |path: &str| [before, path.as_bytes(), after].concat();
            let new = mended(name, &whole(wrong), Safety::Safe);
            assert_eq!(
                new,
                Some(whole(right)),
                "{name}: {}",
                String::from_utf8_lossy(before)
            );
        }
    }
}

#[test]
fn a_file_that_changed_meanwhile_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    std::fs::write(&path, "now").unwrap();
    assert!(!replace(&path, b"before", b"new").unwrap());
    assert_eq!(std::fs::read(&path).unwrap(), b"now");
    assert!(replace(&path, b"now", b"new").unwrap());
    assert_eq!(std::fs::read(&path).unwrap(), b"new");
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        1,
        "nothing is left beside it"
    );
}

#[cfg(unix)]
#[test]
fn permissions_and_links_are_kept() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("run.sh");
    let link = folder.path().join("link.sh");
    std::fs::write(&path, "old").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o750)).unwrap();
    std::os::unix::fs::symlink(&path, &link).unwrap();
    assert!(replace(&link, b"old", b"new").unwrap());
    assert!(link.is_symlink());
    assert_eq!(
        std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o750
    );
    assert_eq!(std::fs::read(&path).unwrap(), b"new");
}
