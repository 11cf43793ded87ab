//! What is known and put up with for now: findings that are not told again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::finding::Finding;
use crate::walk::Checked;

/// Findings by file, rule and text, each with how often it occurs. Lines are not part of it: they move.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    version: u32,
    findings: Vec<Known>,
}

#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
struct Known {
    file: String,
    rule: String,
    found: String,
    count: usize,
}

/// The version of the file's form.
const VERSION: u32 = 1;

impl Baseline {
    /// The baseline that keeps all of these quiet.
    pub fn of(files: &[Checked]) -> Self {
        let mut counts: BTreeMap<(String, String, String), usize> = BTreeMap::new();
        for file in files {
            for finding in &file.findings {
                *counts.entry(key(file, finding)).or_default() += 1;
            }
        }
        let known = counts.into_iter().map(|((file, rule, found), count)| Known {
            file,
            rule,
            found,
            count,
        });
        Baseline {
            version: VERSION,
            findings: known.collect(),
        }
    }

    /// Reads one.
    ///
    /// # Errors
    ///
    /// If the text is none, or of another version.
    pub fn read(text: &str) -> Result<Self, String> {
        let baseline: Baseline = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if baseline.version != VERSION {
            return Err(format!(
                "version {} is not known, expected {VERSION}",
                baseline.version
            ));
        }
        Ok(baseline)
    }

    /// Takes away what is known, and tells how much that was.
    pub fn apply(&self, files: &mut Vec<Checked>) -> usize {
        let known = self.findings.iter().map(|known| {
            let key = (known.file.clone(), known.rule.clone(), known.found.clone());
            (key, known.count)
        });
        let mut left: BTreeMap<_, usize> = known.collect();
        let mut silenced = 0;
        for file in &mut *files {
            let findings = std::mem::take(&mut file.findings);
            file.findings = findings
                .into_iter()
                .filter(|finding| match left.get_mut(&key(file, finding)) {
                    Some(count) if *count > 0 => {
                        *count -= 1;
                        silenced += 1;
                        false
                    }
                    _ => true,
                })
                .collect();
        }
        files.retain(|file| !file.findings.is_empty());
        silenced
    }
}

fn key(file: &Checked, finding: &Finding) -> (String, String, String) {
    (
        file.path.to_string_lossy().replace('\\', "/"),
        finding.rule.name.to_owned(),
        finding.found.clone(),
    )
}
